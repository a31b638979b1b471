/** publish-frontend and the CDN, through the bundle: checks of settings, invalidation, headers, atomic releases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, createFixture, dashboard, errors, type Fixture, logOf } from './publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const CACHED = { 'cache-control': '*.html=public, max-age=3600' };

test('the CDN is read beside the state, so an unchanged publish makes four round trips, its token included', async () => {
  const site = fixture.site('few-round-trips');
  await site.publish('a', dashboard(1));
  // The response with the state is held until the URL map is requested, and the one with the manifest until the backend bucket is requested.
  const requested = new Map<string, () => void>();
  const waitFor = (path: string) => new Promise<void>((resolve) => requested.set(path, resolve));
  const map = waitFor('/urlMaps/few-round-trips');
  const backend = waitFor('/backendBuckets/few-round-trips');
  const remove = fixture.emulator.core.calls.onCall(async ({ path }) => {
    for (const [end, resolve] of requested) if (path.endsWith(end)) resolve();
    if (decodeURIComponent(path).endsWith('.releases/state.json')) await map;
    if (decodeURIComponent(path).endsWith('/manifest.json')) await backend;
  });
  const result = await site.publish('a', dashboard(1));
  remove();
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(result.outputs).toMatchObject({ uploaded: '0', bytes: '0' });
}, 20_000);

describe('a reader', () => {
  test('gets the new page without any invalidation, because of its headers', async () => {
    const site = fixture.site('by-headers');
    await site.publish('a', dashboard(1), { invalidate: 'none' });
    expect((await site.get('/index.html')).body).toContain('v1');
    const result = await site.publish('b', dashboard(2), { invalidate: 'none' });
    expect(result.outputs.invalidated).toBe('[]');
    expect((await site.get('/index.html')).body).toContain('v2');
  });

  test('gets the old page from the cache where the user lets it be kept, until it is invalidated', async () => {
    const site = fixture.site('by-invalidation');
    await site.publish('a', dashboard(1), CACHED);
    expect((await site.get('/index.html')).body).toContain('v1');
    await site.publish('b', dashboard(2), { ...CACHED, invalidate: 'none' });
    expect((await site.get('/index.html')).body).toContain('v1');
    const result = await site.publish('c', dashboard(3), CACHED);
    expect(JSON.parse(result.outputs.invalidated ?? '')).toEqual(['/', '/help/', '/help/index.html', '/index.html']);
    expect((await site.get('/index.html')).body).toContain('v3');
  });

  test('keeps an asset for a year, and it is not invalidated', async () => {
    const site = fixture.site('kept-asset');
    await site.publish('a', dashboard(1));
    const { headers } = await site.get('/assets/index-Ab3dEf01.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    await site.publish('b', dashboard(2));
    expect(fixture.emulator.cdn.cached()).toContain(`${site.host}/assets/index-Ab3dEf01.js`);
  });
});

describe('invalidation', () => {
  test('of paths of the user’s own, only when something changed', async () => {
    const site = fixture.site('own-paths');
    const own = { invalidate: '/news/*\n/index.html' };
    expect((await site.publish('a', dashboard(1), own)).outputs.invalidated).toBe('["/index.html","/news/*"]');
    expect((await site.publish('b', dashboard(1), own)).outputs.invalidated).toBe('[]');
  });

  test('of many paths is grouped', async () => {
    const site = fixture.site('many-paths');
    const pages = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`news/${i}.html`, `<p>${i}`]));
    const result = await site.publish('a', dashboard(1, pages));
    expect(JSON.parse(result.outputs.invalidated ?? '')).toEqual([
      '/',
      '/favicon.ico',
      '/help/',
      '/help/index.html',
      '/index.html',
      '/news/*',
    ]);
  });

  test('can be waited for', async () => {
    const site = fixture.site('waited');
    await site.publish('a', dashboard(1), CACHED);
    await site.get('/index.html');
    fixture.emulator.compute.operationDelay = 400;
    const requested = () => fixture.emulator.core.calls.list.filter(({ path }) => path.includes('/operations/')).length;
    const hurried = await site.publish('b', dashboard(2), CACHED);
    expect(hurried.exitCode, logOf(hurried)).toBe(0);
    expect(requested()).toBe(0);
    const waited = await site.publish('c', dashboard(3), { ...CACHED, 'wait-for-invalidation': 'true' });
    fixture.emulator.compute.operationDelay = 0;
    expect(waited.exitCode, logOf(waited)).toBe(0);
    expect(requested()).toBeGreaterThan(0);
    expect((await site.get('/index.html')).body).toContain('v3');
  });

  test('through a rewrite names the public paths', async () => {
    const site = fixture.site('rewritten');
    const map = fixture.emulator.compute.urlMaps.get('rewritten');
    if (map?.pathMatchers?.[0]) map.pathMatchers[0].defaultRouteAction = { urlRewrite: { pathPrefixRewrite: '/app/' } };
    const result = await site.publish('a', dashboard(1), { prefix: 'app' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.outputs.invalidated).toContain('"/index.html"');
    expect(result.outputs.invalidated).not.toContain('/app/');
    expect((await site.get('/index.html')).body).toContain('v1');
  });
});

describe('an asset that was served with a wrong type', () => {
  test('is invalidated when that is corrected, although its content stays', async () => {
    const site = fixture.site('corrected-type');
    const asset = 'assets/index-Ab3dEf01.js';
    await site.publish('a', dashboard(1), { 'content-type': '*.js=text/plain' });
    expect((await site.get(`/${asset}`)).headers['content-type']).toBe('text/plain');
    const corrected = await site.publish('b', dashboard(1));
    expect(corrected.outputs.uploaded).toBe('0');
    expect(JSON.parse(corrected.outputs.invalidated ?? '')).toContain(`/${asset}`);
    expect((await site.get(`/${asset}`)).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('has its own type again after a rollback', async () => {
    const site = fixture.site('type-back');
    const asset = 'assets/index-Ab3dEf01.js';
    await site.publish('a', dashboard(1));
    await site.publish('b', dashboard(1), { 'content-type': '*.js=text/plain' });
    expect((await site.get(`/${asset}`)).headers['content-type']).toBe('text/plain');
    const back = await site.run('c', { 'rollback-to': 'previous' });
    expect(JSON.parse(back.outputs.invalidated ?? ''), logOf(back)).toContain(`/${asset}`);
    expect((await site.get(`/${asset}`)).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });
});

describe('settings of the CDN', () => {
  test('that leave text at its full size are named, with the command that fixes it', async () => {
    const site = fixture.site('uncompressed');
    const backend = fixture.emulator.compute.backendBuckets.get('uncompressed');
    if (backend) backend.compressionMode = 'DISABLED';
    const warnings = async (inputs: Record<string, string>) =>
      (await site.publish('a', dashboard(1), inputs)).warnings.map(({ message }) => message).join();
    expect(await warnings({})).toMatch(
      /does not compress and compress is off.*gcloud compute backend-buckets update uncompressed --compression-mode=AUTOMATIC/,
    );
    expect(await warnings({ compress: 'gzip' })).toBe('');
  });

  test('a host without a rule is named', async () => {
    const site = fixture.site('unnamed-host');
    const map = fixture.emulator.compute.urlMaps.get('unnamed-host');
    const result = await site.publish('a', dashboard(1), { host: 'typo.orchestra.localhost' });
    expect(map?.hostRules?.length).toBeGreaterThan(0);
    expect(logOf(result)).toMatch(/No host rule of URL map unnamed-host matches typo.orchestra.localhost/);
  });

  test('FORCE_CACHE_ALL is refused, with the command that fixes it; nothing is written', async () => {
    const site = fixture.site('forced', { cdnPolicy: { cacheMode: 'FORCE_CACHE_ALL' } });
    const result = await site.publish('a', dashboard(1));
    expect(errors(result)).toMatch(
      /has the cache mode FORCE_CACHE_ALL, which ignores no-cache.*gcloud compute backend-buckets update forced --cache-mode=USE_ORIGIN_HEADERS/,
    );
    expect(site.names()).toEqual([]);
  });

  test('TTLs that cut ours are named', async () => {
    const site = fixture.site('clamped', {
      cdnPolicy: { cacheMode: 'CACHE_ALL_STATIC', clientTtl: 600, maxTtl: 1200 },
    });
    const result = await site.publish('a', dashboard(1));
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.warnings.map(({ message }) => message).join()).toMatch(
      /client 600 s, maximum 1200 s\) are shorter than the max-age of 31536000 s/,
    );
  });

  test('another bucket behind the host is refused', async () => {
    fixture.site('theirs');
    const site = fixture.site('ours');
    const result = await site.publish('a', dashboard(1), { 'url-map': 'theirs', host: 'theirs.orchestra.localhost' });
    expect(errors(result)).toMatch(
      /has no route from host theirs.orchestra.localhost to gs:\/\/ours\/. Backend buckets there: theirs \(gs:\/\/theirs\)/,
    );
    expect(site.names()).toEqual([]);
  });

  test('a disabled CDN is reported, and nothing is invalidated', async () => {
    const site = fixture.site('plain');
    const backend = fixture.emulator.compute.backendBuckets.get('plain');
    if (backend) backend.enableCdn = false;
    const result = await site.publish('a', dashboard(1));
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.outputs.invalidated).toBe('[]');
    expect(result.warnings.map(({ message }) => message).join()).toMatch(/Cloud CDN is off in backend bucket plain/);
  });
});

describe('an atomic release', () => {
  const ATOMIC = { atomic: 'true' };

  test('switches the whole site in one write, lets open pages load their chunks, and goes back the same way', async () => {
    const site = fixture.site('atomic', { errorPage: '/index.html' });
    const first = await site.publish('a', dashboard(1, { 'same.txt': 's' }), ATOMIC);
    expect(first.exitCode, logOf(first)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v1');
    expect((await site.get('/deep/link')).body).toContain('v1');
    fixture.emulator.core.calls.clear();
    const second = await site.publish('b', dashboard(2, { 'same.txt': 's' }), ATOMIC);
    expect(second.exitCode, logOf(second)).toBe(0);
    expect(second.outputs).toMatchObject({ release: commit('b'), uploaded: '4', 'previous-release': commit('a') });
    expect(JSON.parse(second.outputs.invalidated ?? '')).toEqual(['/', '/help/', '/help/index.html', '/index.html']);
    expect(
      fixture.emulator.core.calls.list.filter(({ api, method }) => api === 'compute' && method === 'PUT'),
    ).toHaveLength(1);
    expect((await site.get('/index.html')).body).toContain('v2');
    expect((await site.get('/deep/link')).body).toContain('v2');
    expect((await site.get('/assets/chunk-Zy9xWv01.js')).status).toBe(200);
    expect(site.names()).toContain(`releases/${commit('b')}/same.txt`);

    const same = await site.publish('b', dashboard(2, { 'same.txt': 's' }), ATOMIC);
    expect(same.outputs).toMatchObject({ uploaded: '0', invalidated: '[]' });

    const back = await site.run('c', { 'rollback-to': 'previous' });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v1');
    expect((await site.publish('d', dashboard(3), ATOMIC)).exitCode).toBe(1);
  });

  test('prunes whole folders, never the live one', async () => {
    const site = fixture.site('atomic-prune');
    const rules = { ...ATOMIC, 'keep-releases': '1', 'keep-days': '0' };
    for (const [i, letter] of ['a', 'b', 'c'].entries())
      expect((await site.publish(letter, dashboard(i + 1), rules)).exitCode).toBe(0);
    const folders = new Set(site.names().map((name) => name.split('/').slice(0, 2).join('/')));
    expect(folders).not.toContain(`releases/${commit('a')}`);
    expect(folders).toContain(`releases/${commit('b')}`);
    expect((await site.get('/index.html')).body).toContain('v3');
  });

  test('that is live cannot change; another name can', async () => {
    const site = fixture.site('atomic-live');
    await site.publish('a', dashboard(1), ATOMIC);
    const before = site.names();
    const refused = await site.publish('a', dashboard(2), ATOMIC);
    expect(errors(refused)).toMatch(
      /Input release: a{40} is live, and this build differs from it in .* Set another name for this release/,
    );
    expect(site.names()).toEqual(before);
    const renamed = await site.publish('a', dashboard(2), { ...ATOMIC, release: 'second' });
    expect(renamed.exitCode, logOf(renamed)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v2');
  });

  test('when another user changes the URL map concurrently: both changes remain', async () => {
    const site = fixture.site('atomic-race');
    await site.publish('a', dashboard(1), ATOMIC);
    const remove = fixture.emulator.core.calls.onCall(({ api, method }) => {
      if (api !== 'compute' || method !== 'PUT') return;
      remove();
      const map = fixture.emulator.compute.urlMaps.get('atomic-race');
      if (map) fixture.emulator.compute.putUrlMap('orchestra-dev', { ...map, description: 'by another user' });
    });
    const result = await site.publish('b', dashboard(2), ATOMIC);
    expect(result.exitCode, logOf(result)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v2');
    expect(fixture.emulator.compute.urlMaps.get('atomic-race')?.description).toBe('by another user');
  });

  test('needs a route of its own, and the role to change it; refused before the switch, the old site stays', async () => {
    const shared = fixture.site('atomic-shared');
    const refused = await shared.publish('a', dashboard(1), { ...ATOMIC, prefix: 'app' });
    expect(errors(refused)).toMatch(
      /Input atomic: URL map atomic-shared must have exactly one route to gs:\/\/atomic-shared\/app\/ that serves only this site/,
    );
    expect(shared.names()).toEqual([]);
    const site = fixture.site('atomic-role');
    await site.publish('a', dashboard(1), ATOMIC);
    fixture.emulator.core.access.deny('compute.urlMaps.update');
    const denied = await site.publish('b', dashboard(2), ATOMIC);
    fixture.emulator.core.access.allow('compute.urlMaps.update');
    expect(errors(denied)).toMatch(
      /URL map atomic-role: 403.*compute\.urlMaps\.update.*roles\/compute\.loadBalancerAdmin/,
    );
    expect((await site.get('/index.html')).body).toContain('v1');
    expect((await site.publish('b', dashboard(2), ATOMIC)).exitCode).toBe(0);
  });

  test('can be left again: the route leads back to the site in place', async () => {
    const site = fixture.site('atomic-left');
    await site.publish('a', dashboard(1));
    await site.publish('b', dashboard(2), ATOMIC);
    expect((await site.get('/index.html')).body).toContain('v2');
    const without = await site.run('c', { path: site.bucket, 'url-map': '', host: '' });
    expect(errors(without)).toMatch(/Input url-map: is required. This site is published with atomic: true/);
    const left = await site.publish('c', dashboard(3));
    expect(left.exitCode, logOf(left)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v3');
    const back = await site.run('d', { 'rollback-to': commit('b') });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v2');
  });
});
