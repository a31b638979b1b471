/** Server faults during a publish, through the bundle. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FaultRule } from '../../../../packages/emulator/src/core/faults.ts';
import { commit, createFixture, dashboard, errors, type Fixture, logOf } from '../publish-frontend.fixture.ts';
import { FILE, NEXT, siteAtVersionOne, UPLOAD } from './version-one.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());
const atOne = (name: string) => siteAtVersionOne(fixture, name);
beforeEach(() => {
  fixture.emulator.core.faults.clear();
  fixture.emulator.core.calls.clear();
});

const RULES = { 'cache-control': '*.css=max-age=60' };
const MANIFEST = { ...UPLOAD, path: '^/upload/.*manifest\\.json' };
const COPY = { api: 'storage', method: 'POST', path: 'rewriteTo' } as const;
const LIST = { api: 'storage', method: 'GET', path: '/o\\?' } as const;

/** The step succeeds despite each of these, and the site is version 2. */
const SURVIVED: readonly [name: string, faults: readonly FaultRule[]][] = [
  ['the listing fails with 503', [{ ...LIST, status: 503 }]],
  ['the listing is cut', [{ ...LIST, reset: true }]],
  ['the read of the state fails with 500', [{ api: 'storage', method: 'GET', path: 'state.json', status: 500 }]],
  ['the read of the manifest fails with 502', [{ api: 'storage', method: 'GET', path: 'manifest.json', status: 502 }]],
  ['the first write fails with 429', [{ ...UPLOAD, status: 429 }]],
  ['every second upload fails with 503', [2, 4, 6].map((nth) => ({ ...UPLOAD, nth, status: 503 }))],
  ['three uploads in a row are cut', [{ ...UPLOAD, nth: 2, times: 3, reset: true }]],
  ['the response to the claim is lost', [{ ...UPLOAD, nth: 1, dropResponse: true }]],
  ['the response to the manifest is lost', [{ ...MANIFEST, dropResponse: true }]],
  ['responses to all uploads of files are lost', [{ ...FILE, times: 4, dropResponse: true }]],
  ['the response to the start of the switch is lost', [{ ...UPLOAD, nth: 7, dropResponse: true }]],
  ['the response to the record is lost', [{ ...UPLOAD, nth: 8, dropResponse: true }]],
  ['copies fail with 503', [{ ...COPY, times: 2, status: 503 }]],
  ['responses to all copies are lost', [{ ...COPY, times: 2, dropResponse: true }]],
  ['the response to a change of headers is lost', [{ api: 'storage', method: 'PATCH', dropResponse: true }]],
  ['a change of headers is cut', [{ api: 'storage', method: 'PATCH', reset: true }]],
  ['the response to a deletion is lost', [{ api: 'storage', method: 'DELETE', dropResponse: true }]],
  ['a deletion fails with 500', [{ api: 'storage', method: 'DELETE', status: 500 }]],
  ['the token expires while files are sent', [{ ...UPLOAD, nth: 4, expireToken: true }]],
  ['the read of the URL map fails with 503', [{ api: 'compute', method: 'GET', path: 'urlMaps', status: 503 }]],
  ['the invalidation fails with 503', [{ api: 'compute', method: 'POST', path: 'invalidateCache', status: 503 }]],
  ['the response to the invalidation is lost', [{ api: 'compute', path: 'invalidateCache', dropResponse: true }]],
  ['the token exchange fails with 503', [{ api: 'sts', status: 503 }]],
];

describe('survived', () => {
  test.each(SURVIVED)('%s', async (name, faults) => {
    const site = await atOne(
      `s-${name
        .replace(/[^a-z0-9]+/gi, '-')
        .slice(0, 50)
        .toLowerCase()}`,
    );
    for (const fault of faults) fixture.emulator.core.faults.add(fault);
    const result = await site.publish('b', NEXT, RULES);
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(await site.live()).toEqual({ ...dashboard(1), ...NEXT });
    expect(site.object('style.css')).toMatchObject({ metageneration: 2, metadata: { cacheControl: 'max-age=60' } });
    expect(await site.broken()).toEqual([]);
    expect(await site.state()).toMatchObject({ current: commit('b') });
    expect(await site.state()).not.toHaveProperty('claim');
    expect(result.outputs).toMatchObject({ uploaded: '4', deleted: '1' });
  });
});

/** Each fails the step with one message that names the refused call and the missing role; pages stay complete. */
const REFUSED: readonly [name: string, permission: string, resource: string, message: RegExp][] = [
  [
    'listing',
    'storage.objects.list',
    '',
    /bucket .*: 403.*Missing permission for .*: storage\.objects\.list.*roles\/storage\.objectUser/,
  ],
  ['reading', 'storage.objects.get', '', /403.*storage\.objects\.get.*roles\/storage\.objectUser/],
  ['writing', 'storage.objects.create', '', /403.*storage\.objects\.create.*roles\/storage\.objectUser/],
  ['overwriting', 'storage.objects.delete', '', /403.*storage\.objects\.delete.*roles\/storage\.objectUser/],
  [
    'the URL map',
    'compute.urlMaps.get',
    '',
    /URL map .*: 403.*compute\.urlMaps\.get.*roles\/compute\.loadBalancerAdmin/,
  ],
  [
    'the backend bucket',
    'compute.backendBuckets.get',
    '',
    /backend bucket .*403.*compute\.backendBuckets\.get.*roles\/compute\.loadBalancerAdmin/,
  ],
];

describe('refused', () => {
  test.each(REFUSED)('%s', async (name, permission, _, message) => {
    const site = await atOne(`r-${name.replace(/[^a-z]+/gi, '-').toLowerCase()}`);
    const before = await site.live();
    fixture.emulator.core.access.deny(permission);
    const result = await site.publish('b', NEXT);
    fixture.emulator.core.access.allow(permission);
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toMatch(message);
    expect(result.errors).toHaveLength(1);
    expect(await site.live()).toEqual(before);
    const again = await site.publish('b', NEXT);
    expect(again.exitCode, logOf(again)).toBe(0);
    expect(await site.live()).toEqual({ ...dashboard(1), ...NEXT });
  });

  test('the invalidation: the step fails and names the role, the site is switched, and a re-run invalidates', async () => {
    const site = await atOne('r-invalidate');
    fixture.emulator.core.access.deny('compute.urlMaps.invalidateCache');
    const result = await site.publish('b', NEXT);
    fixture.emulator.core.access.allow('compute.urlMaps.invalidateCache');
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toMatch(
      /invalidation of .* 403.*compute\.urlMaps\.invalidateCache.*roles\/compute\.loadBalancerAdmin/,
    );
    expect((await site.get('/index.html')).body).toContain('v2');
    expect(result.outputs).toMatchObject({ release: commit('b'), uploaded: '4', invalidated: '[]' });
    expect(result.summary).toContain(`⚠️ Release ${commit('b')} is live, but not all changed paths were invalidated.`);
    const again = await site.publish('b', NEXT);
    expect(again.exitCode, logOf(again)).toBe(0);
    expect(JSON.parse(again.outputs.invalidated ?? '')).toEqual([
      '/',
      '/help/',
      '/help/index.html',
      '/index.html',
      '/old.html',
    ]);
    const third = await site.publish('b', NEXT);
    expect(third.outputs.invalidated).toBe('[]');
  });
});

describe('the timeout of the step', () => {
  test.each<readonly [string, FaultRule]>([
    ['uploads are cut', { ...FILE, reset: true }],
    ['reads are cut', { api: 'storage', method: 'GET', path: '/o', reset: true }],
    ['the load balancer cuts calls', { api: 'compute', reset: true }],
    ['the bucket is silent', { api: 'storage', delayMs: 60_000 }],
    ['the load balancer is silent', { api: 'compute', delayMs: 60_000 }],
    ['the token service is silent', { api: 'sts', delayMs: 60_000 }],
    ['github is silent', { api: 'github', delayMs: 60_000 }],
  ])('ends it while %s; the next run finishes', async (name, fault) => {
    const site = await atOne(`slow-${name.replaceAll(' ', '-')}`);
    fixture.emulator.core.faults.add({ ...fault, times: 1000 });
    const began = performance.now();
    const result = await site.publish('b', NEXT, { timeout: '2s' });
    fixture.emulator.core.faults.clear();
    expect(errors(result)).toContain('timed out after 2.0s (input timeout)');
    expect(performance.now() - began).toBeLessThan(15_000);
    const next = await site.publish('b', NEXT, { timeout: '5m' });
    expect(next.exitCode, logOf(next)).toBe(0);
    expect(await site.live()).toMatchObject(NEXT);
  });
});

describe('the manifest and the files, which are sent at the same time', () => {
  test('a file is refused: the manifest is written before the step ends', async () => {
    const site = await atOne('r-file');
    fixture.emulator.core.faults.add({ ...FILE, status: 400, message: 'not this file' });
    fixture.emulator.core.faults.add({ ...MANIFEST, delayMs: 300 });
    const result = await site.publish('b', NEXT);
    expect(errors(result)).toMatch(/not this file/);
    expect(result.errors).toHaveLength(1);
    expect(site.names()).toContain(`.releases/${commit('b')}/manifest.json`);
    expect(await site.state()).not.toHaveProperty('claim');
  });

  test('the manifest is refused: the files are not waited for', async () => {
    const site = await atOne('r-manifest');
    const before = await site.live();
    fixture.emulator.core.faults.add({ ...MANIFEST, status: 400, message: 'not this manifest' });
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: sent, resolve: allSent } = Promise.withResolvers<void>();
    let files = 0;
    const remove = fixture.emulator.core.calls.onCall(({ path, query }) => {
      if (!path.startsWith('/upload/') || query.includes('state.json')) return undefined;
      if (query.includes('manifest.json')) return sent;
      if (++files === 4) allSent();
      return held;
    });
    const result = await site.publish('b', NEXT);
    letGo();
    remove();
    expect(errors(result)).toMatch(/manifest\.json.*not this manifest/s);
    expect(result.errors).toHaveLength(1);
    expect(await site.live()).toEqual(before);
  });
});

describe('a 412 that none of our preconditions explains', () => {
  const policy = {
    status: 412,
    message: "Request violates constraint 'constraints/storage.secureHttpTransport'",
    times: 99,
  };
  test.each([
    ['the claim', { method: 'POST', path: 'name=.*state\\.json' }, /write object \.releases\/state\.json \(412/],
    ['an upload', { method: 'POST', path: 'name=assets' }, /write object assets\/.* \(412/],
    ['a kept content', { method: 'POST', path: 'name=.*files' }, /write object \.releases\/.*\/files\/.* \(412/],
    ['the switch', { method: 'POST', path: 'rewriteTo' }, /write object .* \(412/],
    ['the removal of a page', { method: 'DELETE' }, /write object old\.html \(412/],
    ['a change of headers', { method: 'PATCH' }, /write object .* \(412/],
  ])('%s: the server’s own reason, and not a concurrent publish', async (name, fault, says) => {
    const site = fixture.site(`unexplained-${name.replaceAll(' ', '-')}`);
    await site.publish('a', dashboard(1, { 'old.html': '<p>' }));
    fixture.emulator.core.faults.add({ api: 'storage', ...fault, ...policy });
    const headers = { 'cache-control': 'favicon.ico=public, max-age=60' };
    const result = await site.publish('b', dashboard(2), name === 'a change of headers' ? headers : {});
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toMatch(says);
    expect(errors(result)).toContain("Request violates constraint 'constraints/storage.secureHttpTransport'");
    expect(errors(result)).toContain('The object has not changed since this step read it');
    expect(errors(result)).not.toMatch(/other runs|took over|was changed/i);
  });
});

describe('behind a proxy', () => {
  /** Not exempt from the proxy. Nothing listens there, so a call that bypasses the proxy fails. */
  const STORAGE = '127.0.0.2:9';

  test('all calls to storage go through it', async () => {
    const site = await atOne('proxied');
    const tunnels: string[] = [];
    const proxy = createServer().on('connect', ({ url = '' }, socket) => {
      tunnels.push(url);
      const requested = new URL(url === STORAGE ? fixture.emulator.urls.storage : `http://${url}`);
      const target = connect(Number(requested.port), requested.hostname, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      for (const end of [target, socket]) end.on('error', () => {});
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    site.build(NEXT);
    const result = await site.run(
      'b',
      { path: site.bucket },
      {
        env: {
          CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: `http://${STORAGE}/`,
          HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
        },
      },
    );
    proxy.close();
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(tunnels).toContain(STORAGE);
    expect(await site.state()).toMatchObject({ current: commit('b') });
  });
});
