/** URL maps: routing of requests, and the map's own rules. */
import { describe, expect, test } from 'vitest';
import { destinationOf, errorPage, type UrlMap } from '../../../src/cdn/url-map.ts';
import { caller } from '../fixture.ts';
import { BUCKET, fixture, HOST, invalidate } from './fixture.ts';

describe('routing', () => {
  const map: UrlMap = {
    name: 'm',
    defaultService: 'd',
    defaultRouteAction: { urlRewrite: { pathPrefixRewrite: '/root/' } },
    hostRules: [
      { hosts: ['*.example.com'], pathMatcher: 'wild' },
      { hosts: ['app.example.com'], pathMatcher: 'app' },
    ],
    pathMatchers: [
      { name: 'wild', defaultService: 'w' },
      {
        name: 'app',
        defaultService: 'a',
        defaultRouteAction: { urlRewrite: { pathPrefixRewrite: '/releases/1/' } },
        pathRules: [
          { paths: ['/static/*'], service: 's', routeAction: { urlRewrite: { pathPrefixRewrite: '/shared/' } } },
          { paths: ['/static/deep/*', '/exact'], service: 'x' },
        ],
      },
    ],
  };
  test.each([
    ['app.example.com', '/index.html', 'a', '/releases/1/index.html'],
    ['app.example.com', '/', 'a', '/releases/1/'],
    ['app.example.com', '/static/a.js', 's', '/shared/a.js'],
    ['app.example.com', '/static/deep/a.js', 'x', '/static/deep/a.js'],
    ['app.example.com', '/exact', 'x', '/exact'],
    ['app.example.com', '/exact/not', 'a', '/releases/1/exact/not'],
    ['other.example.com', '/x', 'w', '/x'],
    ['elsewhere', '/x', 'd', '/root/x'],
  ])('%s%s → %s %s', (host, path, service, rewritten) => {
    expect(destinationOf(map, host, path)).toMatchObject({ service, path: rewritten });
  });

  test('route rules go by priority', () => {
    const rules: UrlMap = {
      name: 'm',
      defaultService: 'd',
      hostRules: [{ hosts: ['*'], pathMatcher: 'p' }],
      pathMatchers: [
        {
          name: 'p',
          defaultService: 'd',
          routeRules: [
            { priority: 2, matchRules: [{ prefixMatch: '/' }], service: 'late' },
            {
              priority: 1,
              matchRules: [{ prefixMatch: '/a/' }],
              service: 'early',
              routeAction: { urlRewrite: { pathPrefixRewrite: '/b/' } },
            },
          ],
        },
      ],
    };
    expect(destinationOf(rules, 'h', '/a/x')).toMatchObject({ service: 'early', path: '/b/x' });
    expect(destinationOf(rules, 'h', '/x')).toMatchObject({ service: 'late', path: '/x' });
  });

  test('an exact status of an error policy wins over its class, a lower level over a higher', () => {
    const policies = [
      {
        errorResponseRules: [
          { matchResponseCodes: ['4xx'], path: '/any.html' },
          { matchResponseCodes: ['404'], path: '/404.html', overrideResponseCode: 200 },
        ],
      },
      { errorService: 'e', errorResponseRules: [{ matchResponseCodes: ['404', '5xx'], path: '/top.html' }] },
    ];
    expect(errorPage(policies, 404)).toEqual({ service: 'e', path: '/404.html', status: 200 });
    expect(errorPage(policies, 403)).toEqual({ service: 'e', path: '/any.html', status: 403 });
    expect(errorPage(policies, 503)).toEqual({ service: 'e', path: '/top.html', status: 503 });
    expect(errorPage([], 404)).toBeUndefined();
  });
});

describe('URL maps', () => {
  const path = `/compute/v1/projects/orchestra-dev/global/urlMaps/${BUCKET}`;

  test('a patch with the fingerprint switches the site; without it, or with an old one, it is 412', async () => {
    const { emulator, get, put } = await fixture();
    await put('releases/1/index.html', 'one', { cacheControl: 'no-cache' });
    await put('releases/2/index.html', 'two', { cacheControl: 'no-cache' });
    const call = caller(emulator, 'compute');
    const release = async (id: number, fingerprint?: string) => {
      const { json: map } = await call('GET', path);
      const [matcher] = map.pathMatchers;
      const pathMatchers = [
        { ...matcher, defaultRouteAction: { urlRewrite: { pathPrefixRewrite: `/releases/${id}/` } } },
      ];
      return call('PATCH', path, {
        json: { pathMatchers, ...(fingerprint !== '' && { fingerprint: fingerprint ?? map.fingerprint }) },
      });
    };
    const { fingerprint: old } = (await call('GET', path)).json;
    expect((await release(1)).status).toBe(200);
    expect((await get('/index.html')).text).toBe('one');
    const late = await release(2, old);
    expect([late.status, late.json.error.errors[0].reason]).toEqual([412, 'conditionNotMet']);
    expect((await release(2, '')).status).toBe(412);
    expect((await get('/index.html')).text).toBe('one');
    await release(2);
    expect((await get('/index.html')).text).toBe('two');
    expect((await call('GET', path)).json.hostRules).toEqual([{ hosts: [HOST], pathMatcher: 'site' }]);
  });

  test('the second of two changes at once is refused', async () => {
    const { emulator } = await fixture();
    emulator.compute.operationDelay = 1000;
    const call = caller(emulator, 'compute');
    const { fingerprint } = (await call('GET', path)).json;
    expect((await call('PATCH', path, { json: { fingerprint, description: 'a' } })).status).toBe(200);
    const second = await call('PATCH', path, { json: { fingerprint, description: 'b' } });
    expect([second.status, second.json.error.errors[0].reason]).toEqual([400, 'resourceNotReady']);
  });

  test.each([
    ['a service that does not exist', { defaultService: 'projects/p/global/backendBuckets/nope' }],
    ['a path matcher that does not exist', { hostRules: [{ hosts: ['x'], pathMatcher: 'nope' }] }],
    ['a rewrite without its slash', { defaultRouteAction: { urlRewrite: { pathPrefixRewrite: 'releases/' } } }],
    [
      'an error page without its slash',
      { defaultCustomErrorResponsePolicy: { errorResponseRules: [{ path: 'index.html' }] } },
    ],
  ])('refuses %s', async (_, change) => {
    const { emulator } = await fixture();
    const call = caller(emulator, 'compute');
    const { fingerprint } = (await call('GET', path)).json;
    expect((await call('PATCH', path, { json: { fingerprint, ...change } })).status).toBe(400);
  });

  test('what does not exist is 404, what is forbidden 403, in the words of the service', async () => {
    const { emulator } = await fixture();
    const call = caller(emulator, 'compute');
    expect((await call('GET', `${path}x`)).json.error.message).toBe(
      `The resource 'projects/orchestra-dev/global/urlMaps/${BUCKET}x' was not found`,
    );
    expect(
      (await call('GET', `/compute/v1/projects/orchestra-dev/global/backendBuckets/${BUCKET}`)).json,
    ).toMatchObject({
      bucketName: BUCKET,
      enableCdn: true,
      cdnPolicy: { cacheMode: 'USE_ORIGIN_HEADERS' },
    });
    emulator.core.access.deny('compute.urlMaps.invalidateCache');
    const refused = await invalidate(emulator, { path: '/*' });
    expect(refused.json.error.message).toBe(
      `Required 'compute.urlMaps.invalidateCache' permission for 'projects/orchestra-dev/global/urlMaps/${BUCKET}'`,
    );
  });
});
