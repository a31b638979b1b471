/** Names, the state of a site, transfers, and the paths of the CDN. */
import { describe, expect, test } from 'vitest';
import { checkBackend } from '../../../actions/publish-frontend/cdn/backend-bucket.ts';
import { groupPaths, parseInvalidationPath, patternsOf } from '../../../actions/publish-frontend/cdn/path-patterns.ts';
import { publicPath, siteRoutes, type UrlMap, withRewrite } from '../../../actions/publish-frontend/cdn/url-map.ts';
import { parseBucket, parsePrefix, parseReleaseId } from '../../../actions/publish-frontend/store/object-names.ts';
import { concurrencyFor, transferAll } from '../../../actions/publish-frontend/store/parallel-transfers.ts';
import {
  beginSwitch,
  finishRollback,
  finishSwitch,
  isOurEarlierAttempt,
  liveReleases,
  parseState,
  previousRelease,
  type State,
  serializeState,
} from '../../../actions/publish-frontend/store/site-state.ts';

describe('names', () => {
  test.each([
    ['dashboard', 'dashboard/'],
    ['/sites/dashboard/', 'sites/dashboard/'],
  ])('prefix %s', (text, prefix) => expect(parsePrefix(text)).toBe(prefix));
  test.each(['..', 'a/../b', '.releases', 'a//b', 'a b'])('no prefix: %s', (text) =>
    expect(() => parsePrefix(text)).toThrow(/is not a valid prefix/),
  );
  test.each(['gs://my-site', 'My-Site', 'ab', 'goog-site'])('no bucket: %s', (text) =>
    expect(() => parseBucket(text)).toThrow(/is not a valid bucket name/),
  );
  test('a bucket given as a URL is refused with the right form', () => {
    expect(() => parseBucket('gs://my-site/app')).toThrow(
      'Use my-site, and put the path after it in the input prefix.',
    );
  });
  test.each(['', 'previous', 'a/b', '-x', 'x'.repeat(101)])('no release: %s', (text) =>
    expect(() => parseReleaseId(text)).toThrow(/is not a valid release name/),
  );
});

describe('the state of a site', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const live = (release: string) => ({ release, commit: '', at });
  const state: State = { current: 'b', published: [live('a'), live('b')] };

  test('comes back as it was written; another version is refused', () => {
    expect(parseState(serializeState(state))).toEqual(state);
    expect(() => parseState('{"format":7}')).toThrow(/format is 7/);
  });

  test('remembers all releases that pages may be of, until the switch is done', () => {
    const first = beginSwitch(state, 'c');
    expect(first.unfinished).toEqual({ from: ['b'], to: 'c' });
    const second = beginSwitch(first, 'd');
    expect(second.unfinished).toEqual({ from: ['b', 'c'], to: 'd' });
    expect(liveReleases(second)).toEqual(['b', 'c', 'd']);
    const done = finishSwitch(second, live('d'), false, true);
    expect(done).toMatchObject({ current: 'd' });
    expect(done.unfinished).toBeUndefined();
    expect(finishSwitch(second, live('d'), false, false).unfinished).toEqual(second.unfinished);
  });

  test('a release that is published again is the newest; rolling back moves only the pointer', () => {
    const again = finishSwitch(beginSwitch(state, 'a'), live('a'), false, true);
    expect(again.published.map(({ release }) => release)).toEqual(['b', 'a']);
    const back = finishRollback(beginSwitch(again, 'b'), 'b', false, true);
    expect(back).toMatchObject({ current: 'b', published: again.published });
    expect(previousRelease(again)).toBe('b');
    expect(previousRelease(back)).toBeUndefined();
  });

  test('what was rolled back from is passed over once something new is live; what was rolled back to is not', () => {
    const publish = (from: State, release: string) => finishSwitch(from, live(release), false, true);
    const back = (from: State, release: string) => finishRollback(from, release, false, true);
    const three = publish(state, 'c');
    const fixed = publish(back(three, 'a'), 'd');
    expect(previousRelease(fixed)).toBe('a');
    const toBad = back(fixed, 'c');
    expect(previousRelease(toBad)).toBe('a');
    const after = publish(toBad, 'e');
    expect(previousRelease(after)).toBe('c');
    expect(previousRelease(publish(after, 'b'))).toBe('e');
    expect(parseState(serializeState(after))).toEqual(after);
  });

  test('an earlier attempt of our own run has ended; another run may live', () => {
    const claim = { run: 'r', attempt: 1, job: 'j', work: 'upload', beat: 0, token: 'a' } as const;
    expect(isOurEarlierAttempt(claim, { ...claim, attempt: 2, token: 'b' })).toBe(true);
    expect(isOurEarlierAttempt(claim, { ...claim, attempt: 2, job: 'k', token: 'b' })).toBe(true);
    expect(isOurEarlierAttempt(claim, { ...claim, job: 'k', token: 'b' })).toBe(false);
    // Another job of a matrix has the same run, attempt and job, and may live.
    expect(isOurEarlierAttempt(claim, { ...claim, token: 'b' })).toBe(false);
    expect(isOurEarlierAttempt(claim, { ...claim, run: 's', token: 'b' })).toBe(false);
  });
});

describe('transfers', () => {
  test('never run more at a time, nor take more memory, than allowed', async () => {
    let running = 0;
    let most = 0;
    let bytes = 0;
    let mostBytes = 0;
    const items = Array.from({ length: 50 }, (_, i) => (i % 5) * 4_000_000);
    await transferAll(items, { concurrency: 8, memory: (size) => size }, async (size) => {
      most = Math.max(most, ++running);
      bytes += size;
      mostBytes = Math.max(mostBytes, bytes);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      bytes -= size;
    });
    expect(most).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(8);
    expect(mostBytes).toBeLessThanOrEqual(64 * 1024 * 1024);
  });

  test.each([
    ['no file', 0, 384, 0],
    ['one file', 1, 384, 1],
    ['as many as there are files', 100, 384, 100],
    ['fewer than files, as each costs a handshake', 400, 384, 200],
    ['as many as allowed', 20_000, 384, 384],
    ['as many as allowed, of few', 400, 32, 32],
  ])('at a time: %s', async (_, count, concurrency, expected) => {
    let running = 0;
    let most = 0;
    let letGo = () => {};
    const full = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await transferAll(Array.from({ length: count }), { concurrency }, async () => {
      most = Math.max(most, ++running);
      // Whoever is one too many has the time to come.
      if (running === expected) setTimeout(letGo, 20);
      await full;
      running--;
    });
    expect(most).toBe(expected);
    expect(concurrencyFor(count, concurrency)).toBe(expected);
  });

  test('one that is larger than the whole limit runs alone', async () => {
    let done = 0;
    await transferAll([1e9, 1e9], { concurrency: 2, memory: (size) => size }, async () => void done++);
    expect(done).toBe(2);
  });

  test('the first failure stops the rest', async () => {
    const started: number[] = [];
    const work = async (item: number) => {
      started.push(item);
      await new Promise((resolve) => setImmediate(resolve));
      if (item === 1) throw new Error('no');
    };
    await expect(transferAll([0, 1, 2, 3, 4, 5, 6], { concurrency: 2 }, work)).rejects.toThrow('no');
    expect(started.length).toBeLessThan(5);
  });
});

describe('invalidation', () => {
  test.each(['/', '/index.html', '/a/b', '/*', '/news/*'])('a path: %s', (path) =>
    expect(parseInvalidationPath(path)).toBe(path),
  );
  test.each(['index.html', '/a*', '/a/*/b', '/a?b', '/a#b', '*'])('no path: %s', (path) =>
    expect(() => parseInvalidationPath(path)).toThrow(/is not a valid path to invalidate/),
  );

  test.each([
    ['/a.html', ['/a.html']],
    ['/help/index.html', ['/help/index.html', '/help/']],
    ['/a%20b/%C3%BC.html', ['/a%20b/%C3%BC.html']],
    ['/%5Bid%5D.html', ['/%5Bid%5D.html', '/[id].html']],
    ['/a%2Bb%3F%23%2524.html', ['/a%2Bb%3F%23%2524.html', '/a+b%3F%23%2524.html']],
    ['/star*.html', ['/*']],
    ['/news/a*b/page.html', ['/news/*']],
    ['/news/a*/index.html', ['/news/*']],
    [`/news/${'x'.repeat(1100)}.html`, ['/news/*']],
    [`/news/${'x'.repeat(600)}/${'y'.repeat(600)}.html`, [`/news/${'x'.repeat(600)}/*`]],
    [`/${'x'.repeat(1019)}/y.html`, [`/${'x'.repeat(1019)}/*`]],
    [`/${'x'.repeat(1100)}/*`, ['/*']],
  ])('%s is invalidated by what the CDN takes', (path, patterns) => expect(patternsOf(path)).toEqual(patterns));

  test('few paths stay exact', () => {
    expect(groupPaths(['/b', '/a/', '/b'])).toEqual(['/a/', '/b']);
  });

  test('many are grouped from the deepest and fullest folder up, and cover all', () => {
    const paths = [
      '/index.html',
      ...Array.from({ length: 30 }, (_, i) => `/news/2026/${i}.html`),
      ...Array.from({ length: 5 }, (_, i) => `/news/${i}.html`),
    ];
    const single = [0, 1, 2, 3, 4].map((i) => `/news/${i}.html`);
    expect(groupPaths(paths, 10)).toEqual(['/index.html', '/news/2026/*', ...single].sort());
    expect(groupPaths(paths, 3)).toEqual(['/index.html', '/news/*']);
    expect(groupPaths(paths, 1)).toEqual(['/*']);
    // Each page in a folder of its own, as static site generators write them.
    const posts = Array.from({ length: 20_000 }, (_, i) => [`/posts/${i}/index.html`, `/posts/${i}/`]).flat();
    expect(groupPaths([...posts, '/index.html', '/'], 100)).toEqual(['/', '/index.html', '/posts/*']);
  });
});

describe('a URL map', () => {
  const backend = (name: string) => `https://www.googleapis.com/compute/v1/projects/p/global/backendBuckets/${name}`;
  const map: UrlMap = {
    name: 'web',
    fingerprint: 'f',
    defaultService: backend('root'),
    hostRules: [
      { hosts: ['*'], pathMatcher: 'any' },
      { hosts: ['*.example.com'], pathMatcher: 'wild' },
      { hosts: ['app.example.com'], pathMatcher: 'app' },
    ],
    pathMatchers: [
      { name: 'any', defaultService: backend('any') },
      {
        name: 'wild',
        defaultService: backend('wild'),
        defaultRouteAction: { urlRewrite: { pathPrefixRewrite: '/site/' } },
      },
      {
        name: 'app',
        defaultService: 'https://www.googleapis.com/compute/v1/projects/p/global/backendServices/api',
        pathRules: [
          { paths: ['/dashboard', '/dashboard/*'], service: backend('one') },
          { paths: ['/a/*', '/b/*'], service: backend('two') },
        ],
      },
    ],
  };

  test.each([
    [undefined, [['root', '/', '']]],
    ['elsewhere.org', [['any', '/', '']]],
    ['docs.example.com', [['wild', '/', 'site/']]],
    [
      'app.example.com',
      [
        ['one', '/dashboard/', 'dashboard/'],
        ['two', '/a/', 'a/'],
        ['two', '/b/', 'b/'],
      ],
    ],
  ])('routes of %s', (host, routes) =>
    expect(siteRoutes(map, host).map(({ backendBucket, at, to }) => [backendBucket, at, to])).toEqual(routes),
  );

  test('an object has a public path where a route leads to it, encoded', () => {
    const [route] = siteRoutes(map, 'docs.example.com');
    expect(route && publicPath(route, 'site/a b/ü.html')).toBe('/a%20b/%C3%BC.html');
    expect(route && publicPath(route, 'other/a.html')).toBeUndefined();
  });

  test('a rewrite changes one action and nothing else', () => {
    const [route] = siteRoutes(map, 'app.example.com');
    if (!route) throw new Error('no route');
    const changed = withRewrite(map, route, 'dashboard/releases/r1/');
    expect(changed.pathMatchers?.[2]?.pathRules?.[0]).toEqual({
      paths: ['/dashboard', '/dashboard/*'],
      service: backend('one'),
      routeAction: { urlRewrite: { pathPrefixRewrite: '/dashboard/releases/r1/' } },
    });
    expect({ ...changed, pathMatchers: [] }).toEqual({ ...map, pathMatchers: [] });
    expect(siteRoutes(changed, 'app.example.com')[0]).toMatchObject({
      at: '/dashboard/',
      to: 'dashboard/releases/r1/',
    });
  });

  test('a rule that serves several folders is shared', () => {
    expect(siteRoutes(map, 'app.example.com').map(({ shared }) => shared)).toEqual([false, true, true]);
  });
});

describe('the settings of the CDN', () => {
  const plain = { name: 'web', bucketName: 'site', enableCdn: true };
  const base = { ...plain, compressionMode: 'AUTOMATIC' } as const;
  const ours = { bucket: 'site', uncompressed: true };
  test.each([
    ['USE_ORIGIN_HEADERS', { cacheMode: 'USE_ORIGIN_HEADERS', clientTtl: 60 }, 0, 0],
    ['FORCE_CACHE_ALL', { cacheMode: 'FORCE_CACHE_ALL' }, 1, 0],
    ['CACHE_ALL_STATIC with the defaults', { cacheMode: 'CACHE_ALL_STATIC' }, 0, 1],
    ['CACHE_ALL_STATIC with long TTLs', { cacheMode: 'CACHE_ALL_STATIC', clientTtl: 31536000, maxTtl: 31536000 }, 0, 0],
    ['none', undefined, 0, 1],
  ] as const)('%s', (_, cdnPolicy, errors, warnings) => {
    const judgment = checkBackend({ ...base, ...(cdnPolicy && { cdnPolicy }) }, ours);
    expect([judgment.errors.length, judgment.warnings.length]).toEqual([errors, warnings]);
  });
  test.each([
    ['left to a CDN that does not', true, 'DISABLED', 1],
    ['left to a CDN that is not set to', true, undefined, 1],
    ['done by us', false, 'DISABLED', 0],
  ] as const)('compression %s', (_, uncompressed, compressionMode, warnings) => {
    const cdnPolicy = { cacheMode: 'USE_ORIGIN_HEADERS' } as const;
    const backend = { ...plain, cdnPolicy, ...(compressionMode && { compressionMode }) };
    expect(checkBackend(backend, { ...ours, uncompressed }).warnings).toHaveLength(warnings);
  });
  test('another bucket, or no CDN', () => {
    expect(checkBackend(base, { ...ours, bucket: 'other' }).errors[0]).toMatch(/serves gs:\/\/site, not gs:\/\/other/);
    expect(checkBackend({ ...base, enableCdn: false }, ours)).toMatchObject({ cached: false, errors: [] });
  });
});
