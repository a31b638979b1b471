/** Cloud CDN: caching, invalidations and responses. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type CdnPolicy, cacheability } from '../../../src/cdn/cache-policy.ts';
import type { Emulator } from '../../../src/start.ts';
import { caller } from '../fixture.ts';
import { BUCKET, fixture, HOST, invalidate } from './fixture.ts';

describe('the cache', () => {
  test('keeps a response for its max-age with a growing Age, then fetches it anew', async () => {
    const { clock, get, put } = await fixture();
    await put('a.js', 'one', { cacheControl: 'public, max-age=60' });
    expect((await get('/a.js')).headers.age).toBeUndefined();
    await put('a.js', 'two', { cacheControl: 'public, max-age=60' });
    clock.advance(59);
    const held = await get('/a.js');
    expect([held.text, held.headers.age, held.headers.via]).toEqual(['one', '59', '1.1 google']);
    clock.advance(1);
    expect((await get('/a.js')).text).toBe('two');
  });

  test('does not keep no-cache, and keeps what says nothing for an hour, as Cloud Storage sends it', async () => {
    const { get, put, emulator } = await fixture();
    await put('index.html', 'one', { cacheControl: 'no-cache' });
    await put('silent.html', 'one');
    await get('/index.html');
    await get('/silent.html');
    await put('index.html', 'two', { cacheControl: 'no-cache' });
    await put('silent.html', 'two');
    expect((await get('/index.html')).text).toBe('two');
    expect((await get('/silent.html')).text).toBe('one');
    expect(emulator.cdn.cached()).toEqual([`${HOST}/silent.html`]);
  });

  test('keeps a missing object when negative caching is on: a page published later is not seen yet', async () => {
    const { clock, get, put } = await fixture();
    expect((await get('/late.js')).status).toBe(404);
    await put('late.js', 'here');
    expect((await get('/late.js')).status).toBe(404);
    clock.advance(121);
    expect((await get('/late.js')).status).toBe(200);
  });

  test('ignores query strings', async () => {
    const { get, put } = await fixture();
    await put('a.js', 'one', { cacheControl: 'public, max-age=60' });
    await get('/a.js?v=1');
    await put('a.js', 'two');
    expect((await get('/a.js?v=2')).text).toBe('one');
  });

  test('FORCE_CACHE_ALL keeps even no-cache', async () => {
    const { get, put } = await fixture({ cacheMode: 'FORCE_CACHE_ALL', defaultTtl: 600 });
    await put('index.html', 'one', { cacheControl: 'no-cache' });
    expect((await get('/index.html')).headers['cache-control']).toBe('public, max-age=600');
    await put('index.html', 'two', { cacheControl: 'no-cache' });
    expect((await get('/index.html')).text).toBe('one');
  });

  test('an entry whose object was deleted is still served from the cache', async () => {
    const { emulator, get, put } = await fixture();
    const bytes = Buffer.alloc(2_000_000, 'x');
    await put('big.js', bytes, { cacheControl: 'public, max-age=60' });
    await get('/big.js');
    emulator.storage.store.remove(emulator.storage.store.object(BUCKET, 'big.js'));
    expect((await get('/big.js')).body.equals(bytes)).toBe(true);
  });

  test('serves stale once while it fetches anew, where it may', async () => {
    const { clock, get, put } = await fixture({ cacheMode: 'USE_ORIGIN_HEADERS', serveWhileStale: 100 });
    await put('a.js', 'one', { cacheControl: 'max-age=10' });
    await get('/a.js');
    await put('a.js', 'two', { cacheControl: 'max-age=10' });
    clock.advance(50);
    expect((await get('/a.js')).text).toBe('one');
    expect((await get('/a.js')).text).toBe('two');
  });
});

describe('cacheability', () => {
  const cases: [
    string,
    CdnPolicy,
    Parameters<typeof cacheability>[1],
    { ttl: number; cacheControl?: string | undefined },
  ][] = [
    [
      'origin: max-age',
      { cacheMode: 'USE_ORIGIN_HEADERS' },
      { status: 200, contentType: 'text/html', cacheControl: 'public, max-age=5' },
      { ttl: 5 },
    ],
    [
      'origin: s-maxage wins',
      { cacheMode: 'USE_ORIGIN_HEADERS' },
      { status: 200, contentType: 'text/html', cacheControl: 'max-age=5, s-maxage=9' },
      { ttl: 9 },
    ],
    [
      'origin: no directive',
      { cacheMode: 'USE_ORIGIN_HEADERS' },
      { status: 200, contentType: 'text/css', cacheControl: undefined },
      { ttl: 0 },
    ],
    [
      'origin: client TTL is not applied',
      { cacheMode: 'USE_ORIGIN_HEADERS', clientTtl: 1 },
      { status: 200, contentType: 'text/css', cacheControl: 'max-age=5' },
      { ttl: 5, cacheControl: 'max-age=5' },
    ],
    [
      'static: type without directive',
      { cacheMode: 'CACHE_ALL_STATIC' },
      { status: 200, contentType: 'text/css', cacheControl: undefined },
      { ttl: 3600, cacheControl: 'public, max-age=3600' },
    ],
    [
      'static: HTML without directive',
      { cacheMode: 'CACHE_ALL_STATIC' },
      { status: 200, contentType: 'text/html', cacheControl: undefined },
      { ttl: 0 },
    ],
    [
      'static: no-store',
      { cacheMode: 'CACHE_ALL_STATIC' },
      { status: 200, contentType: 'text/css', cacheControl: 'no-store' },
      { ttl: 0 },
    ],
    [
      'static: maxTtl caps the cache, not the reader',
      { cacheMode: 'CACHE_ALL_STATIC', maxTtl: 60, clientTtl: 9e9 },
      { status: 200, contentType: 'text/css', cacheControl: 'max-age=500' },
      { ttl: 60, cacheControl: 'max-age=500' },
    ],
    [
      'static: clientTtl clamps the reader',
      { cacheMode: 'CACHE_ALL_STATIC', clientTtl: 10 },
      { status: 200, contentType: 'text/css', cacheControl: 'public, max-age=500, immutable' },
      { ttl: 500, cacheControl: 'public, max-age=10' },
    ],
    [
      'static is the default mode',
      {},
      { status: 200, contentType: 'text/css', cacheControl: undefined },
      { ttl: 3600 },
    ],
    [
      'force: private',
      { cacheMode: 'FORCE_CACHE_ALL', defaultTtl: 7 },
      { status: 200, contentType: 'text/html', cacheControl: 'private' },
      { ttl: 7, cacheControl: 'public, max-age=7' },
    ],
    [
      'errors: off by default',
      { cacheMode: 'FORCE_CACHE_ALL' },
      { status: 404, contentType: undefined, cacheControl: undefined },
      { ttl: 0 },
    ],
    [
      'errors: their own time',
      { negativeCaching: true },
      { status: 404, contentType: undefined, cacheControl: undefined },
      { ttl: 120 },
    ],
    [
      'errors: a policy',
      { negativeCaching: true, negativeCachingPolicy: [{ code: 404, ttl: 1 }] },
      { status: 404, contentType: undefined, cacheControl: undefined },
      { ttl: 1 },
    ],
    [
      'errors: with directives of their own',
      { negativeCaching: true },
      { status: 404, contentType: undefined, cacheControl: 'no-cache' },
      { ttl: 0 },
    ],
    [
      'errors: 500 is never kept',
      { negativeCaching: true },
      { status: 500, contentType: undefined, cacheControl: undefined },
      { ttl: 0 },
    ],
  ];
  test.each(cases)('%s', (_, policy, response, expected) => {
    expect(cacheability(policy, response)).toMatchObject(expected);
  });
});

describe('invalidation', () => {
  const filled = async () => {
    const made = await fixture();
    for (const name of ['index.html', 'a/x.js', 'a/y.js']) await made.put(name, 'one', { cacheControl: 'max-age=600' });
    for (const path of ['/index.html', '/a/x.js', '/a/y.js']) await made.get(path);
    return made;
  };
  const left = ({ emulator }: { emulator: Emulator }) => emulator.cdn.cached().map((key) => key.replace(HOST, ''));

  test('reaches one path, or all below one', async () => {
    const made = await filled();
    expect((await invalidate(made.emulator, { path: '/a/x.js' })).status).toBe(200);
    expect(left(made)).toEqual(['/index.html', '/a/y.js']);
    await invalidate(made.emulator, { path: '/a/*' });
    expect(left(made)).toEqual(['/index.html']);
    await invalidate(made.emulator, { path: '/*' });
    expect(left(made)).toEqual([]);
  });

  test('with a host reaches that host alone', async () => {
    const made = await filled();
    await invalidate(made.emulator, { path: '/*', host: 'other.example.com' });
    expect(left(made)).toHaveLength(3);
    await invalidate(made.emulator, { path: '/*', host: HOST });
    expect(left(made)).toEqual([]);
  });

  test('takes effect when its operation is done', async () => {
    const made = await filled();
    made.emulator.compute.operationDelay = 10_000;
    const { json: operation } = await invalidate(made.emulator, { path: '/*' });
    expect(operation).toMatchObject({ status: 'RUNNING', operationType: 'invalidateCache' });
    expect((await made.get('/index.html')).headers.age).toBe('0');
    const path = `/compute/v1/projects/orchestra-dev/global/operations/${operation.name}`;
    const compute = caller(made.emulator, 'compute');
    expect((await compute('GET', path)).json.status).toBe('RUNNING');
    const waiting = compute('POST', `${path}/wait`);
    await new Promise<void>((resolve) => made.emulator.core.calls.onCall(() => resolve()));
    await new Promise((resolve) => setImmediate(resolve));
    made.clock.advance(10);
    expect((await waiting).json.status).toBe('DONE');
    expect(left(made)).toEqual([]);
  });

  test.each(['index.html', '', '/a*', '/*/x', '/a?b', '/a#b', `/${'a'.repeat(1024)}`])(
    'refuses the path %j',
    async (path) => {
      const { emulator } = await fixture();
      expect((await invalidate(emulator, { path })).status).toBe(400);
    },
  );

  test('refuses more than the limit in a minute', async () => {
    const { clock, emulator } = await fixture();
    emulator.compute.invalidationsPerMinute = 2;
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await invalidate(emulator, { path: '/*' })).status);
    expect(statuses).toEqual([200, 200, 429]);
    clock.advance(61);
    expect((await invalidate(emulator, { path: '/*' })).status).toBe(200);
  });
});

describe('responses', () => {
  test('304 for what the reader has, from the origin and from the cache', async () => {
    const { get, put } = await fixture();
    await put('a.js', 'one', { cacheControl: 'max-age=60' });
    const { etag = '', 'last-modified': modified = '' } = (await get('/a.js')).headers;
    const again = await get('/a.js', { 'if-none-match': etag });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    expect((await get('/a.js', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get('/a.js', { 'if-modified-since': modified })).status).toBe(304);
  });

  test('gzip for readers who take it, from one entry', async () => {
    const { get, put } = await fixture();
    await put('a.js', gzipSync('hello'), { contentEncoding: 'gzip', cacheControl: 'max-age=60' });
    const gzipped = await get('/a.js', { 'accept-encoding': 'gzip, br' });
    expect(gunzipSync(gzipped.body).toString()).toBe('hello');
    expect(gzipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    const plain = await get('/a.js');
    expect([plain.text, plain.headers['content-encoding']]).toEqual(['hello', undefined]);
  });

  test('the website pages of a bucket', async () => {
    const { emulator, get } = await fixture();
    const { store } = emulator.storage;
    store.bucket(BUCKET).settings = { website: { mainPageSuffix: 'index.html', notFoundPage: '404.html' } };
    await emulator.storage.put(BUCKET, 'index.html', 'home');
    await emulator.storage.put(BUCKET, 'docs/index.html', 'docs');
    await emulator.storage.put(BUCKET, '404.html', 'lost');
    expect((await get('/')).text).toBe('home');
    expect((await get('/docs/')).text).toBe('docs');
    const redirect = await get('/docs');
    expect([redirect.status, redirect.headers.location]).toEqual([301, '/docs/']);
    const missing = await get('/nowhere');
    expect([missing.status, missing.text]).toEqual([404, 'lost']);
  });

  test('the entry page with 200 for paths of a single-page application', async () => {
    const { get, put } = await fixture(undefined, '/index.html');
    await put('index.html', 'home', { cacheControl: 'no-cache', contentType: 'text/html' });
    const deep = await get('/orders/7');
    expect([deep.status, deep.text, deep.headers['content-type']]).toEqual([200, 'home', 'text/html']);
    await put('index.html', 'new home', { cacheControl: 'no-cache' });
    expect((await get('/orders/7')).text).toBe('new home');
  });

  test('a simple 404 where the entry page is missing too', async () => {
    const { get } = await fixture(undefined, '/index.html');
    expect((await get('/orders/7')).text).toContain('Not Found');
  });
});
