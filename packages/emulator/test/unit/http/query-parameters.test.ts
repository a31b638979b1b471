/** No query parameter is ignored, and a field that is null is absent. */
import { expect, test } from 'vitest';
import type { ServerName } from '../../../src/emulator.ts';
import { caller, start } from '../fixture.ts';

const P = 'projects/orchestra-dev';
const L = `${P}/locations/us-central1`;

test.each<[ServerName, string, string]>([
  ['storage', 'GET', '/storage/v1/b/orchestra-dashboard/o'],
  ['storage', 'GET', '/storage/v1/b/orchestra-dashboard'],
  ['storage', 'POST', '/upload/storage/v1/b/orchestra-dashboard/o?uploadType=media&name=x'],
  ['compute', 'GET', `/compute/v1/${P}/global/urlMaps/orchestra-dashboard`],
  ['compute', 'GET', `/compute/v1/${P}/global/operations`],
  ['artifactregistry', 'GET', `/v1/${L}/repositories`],
  ['secretmanager', 'GET', `/v1/${P}/secrets`],
  ['logging', 'POST', '/v2/entries:list'],
  ['monitoring', 'GET', `/v3/${P}/timeSeries`],
  ['run', 'GET', `/v2/${L}/services`],
  ['run', 'GET', `/v2/${L}/operations`],
  ['iamcredentials', 'POST', '/v1/projects/-/serviceAccounts/a@b.c:generateIdToken'],
  ['github', 'GET', '/repos/orchestra/orchestra/issues/1/comments'],
])('%s refuses a parameter that it does not support: %s %s', async (server, method, path) => {
  const emulator = await start();
  const call = caller(emulator, server);
  const body = method === 'POST' ? { json: {} } : {};
  const response = await call(method, `${path}${path.includes('?') ? '&' : '?'}softDelet=true`, body);
  expect(response.status).toBe(400);
  expect(response.text).toContain(`Unknown name \\"softDelet\\": Cannot bind query parameter.`);
});

test.each([
  ['/storage/v1/b/orchestra-dashboard/o', 'softDeleted=true'],
  ['/storage/v1/b/orchestra-dashboard/o', 'filter=contexts.*'],
  ['/storage/v1/b/orchestra-dashboard', 'softDeleted=true'],
  ['/storage/v1/b/orchestra-dashboard/o/x', 'softDeleted=true'],
  ['/storage/v1/b/orchestra-dashboard/o/x', 'alt=proto'],
])('storage refuses what it does not do: %s?%s', async (path, query) => {
  const emulator = await start();
  await emulator.storage.put('orchestra-dashboard', 'x', 'x');
  const call = caller(emulator, 'storage');
  expect((await call('GET', `${path}?${query}`)).status).toBe(400);
  expect((await call('GET', `${path}?${query.replace('true', 'false').replace(/^(filter|alt).*/, '')}`)).status).toBe(
    200,
  );
});

test('system parameters are taken everywhere, and fields selects in every API', async () => {
  const emulator = await start();
  const system = 'alt=json&prettyPrint=false&key=k&quotaUser=u&$.xgafv=2';
  const map = await caller(emulator, 'compute')(
    'GET',
    `/compute/v1/${P}/global/urlMaps/orchestra-dashboard?${system}&fields=name,hostRules(hosts)`,
  );
  expect(map.json).toEqual({ name: 'orchestra-dashboard', hostRules: [{ hosts: ['app.orchestra.localhost'] }] });
  const secrets = await caller(emulator, 'secretmanager')('GET', `/v1/${P}/secrets?${system}&$fields=totalSize`);
  expect(secrets.json).toEqual({ totalSize: 0 });
});

test('null is an absent field: compose, copy, upload, secrets, Cloud Run', async () => {
  const emulator = await start();
  const storage = caller(emulator, 'storage');
  const o = '/storage/v1/b/orchestra-dashboard/o';
  await emulator.storage.put('orchestra-dashboard', 'a', 'a', { contentType: 'text/a' });
  const composed = await storage('POST', `${o}/b/compose`, {
    json: {
      kind: null,
      destination: { contentType: null, metadata: null, bucket: null },
      sourceObjects: [{ name: 'a', generation: null, objectPreconditions: null }],
    },
  });
  expect([composed.status, composed.json.contentType]).toEqual([200, undefined]);
  const copied = await storage('POST', `${o}/a/rewriteTo/b/orchestra-dashboard/o/c`, { json: { contentType: null } });
  expect(copied.json.resource.contentType).toBe('text/a');
  const uploaded = await storage('POST', `/upload${o}?uploadType=resumable`, {
    json: { name: 'd', bucket: null, md5Hash: null, contentType: null },
  });
  expect(uploaded.status).toBe(200);
  const secret = await caller(emulator, 'secretmanager')('POST', `/v1/${P}/secrets?secretId=s`, {
    json: { labels: null, replication: { automatic: null } },
  });
  expect([secret.status, secret.json.labels]).toEqual([200, {}]);
  const service = await caller(emulator, 'run')('POST', `/v2/${L}/services?serviceId=s&validateOnly=true`, {
    json: { template: { containers: [{ image: await emulator.seed.image(), args: null }], scaling: null } },
  });
  expect(service.status).toBe(200);
});

test('a fault responds with headers and a body of its own', async () => {
  const emulator = await start();
  const call = caller(emulator, 'github');
  const rule = { api: 'github', status: 403, headers: { 'retry-after': '7', 'x-ratelimit-remaining': '0' } };
  emulator.core.faults.add({ ...rule, message: 'You have exceeded a secondary rate limit.' });
  const own = await call('GET', '/repos/o/r');
  expect([own.status, own.headers['retry-after'], own.json.message]).toEqual([
    403,
    '7',
    'You have exceeded a secondary rate limit.',
  ]);
  emulator.core.faults.add({
    ...rule,
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<h1>Unicorn!</h1>',
  });
  const page = await call('GET', '/repos/o/r');
  expect([page.status, page.headers['content-type'], page.text]).toEqual([502, 'text/html', '<h1>Unicorn!</h1>']);
  emulator.core.faults.add({ status: 400, body: { error: { message: { deep: true } } } });
  expect((await call('GET', '/repos/o/r')).json).toEqual({ error: { message: { deep: true } } });
});
