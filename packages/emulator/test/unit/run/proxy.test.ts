import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { digest, PARENT, service, startFixture } from './fixture.ts';

const probe = { periodSeconds: 1, failureThreshold: 2 };
const engine = { ports: [{ name: 'h2c', containerPort: 50051 }], startupProbe: { grpc: { service: '' }, ...probe } };

test('a gRPC service becomes ready by its health response, and gRPC passes through with its trailers', async () => {
  const { settle, openToAll, proxyPort } = await startFixture();
  const { response, error } = await settle(
    'POST',
    `${PARENT}/services?serviceId=engine`,
    service('a', { container: engine }),
  );
  expect(error).toBeUndefined();
  await openToAll('engine');
  const session = connectHttp2(`http://127.0.0.1:${proxyPort}`);
  const stream = session.request({
    ':method': 'POST',
    ':path': '/grpc.health.v1.Health/Check',
    ':authority': new URL(response.uri).host,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  stream.end(Buffer.alloc(5));
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [headers, trailers] = await Promise.all([
    new Promise<Record<string, unknown>>((resolve) => stream.on('response', resolve)),
    new Promise<Record<string, unknown>>((resolve) => stream.on('trailers', resolve)),
    new Promise((resolve) => stream.on('end', resolve)),
  ]);
  session.close();
  expect(headers[':status']).toBe(200);
  expect([...Buffer.concat(chunks)]).toEqual([0, 0, 0, 0, 2, 8, 1]);
  expect(trailers['grpc-status']).toBe('0');
});

test('an HTTP/1.1 client reaches a container that speaks HTTP/2 only', async () => {
  const { settle, openToAll, visit } = await startFixture();
  const { response } = await settle('POST', `${PARENT}/services?serviceId=engine`, service('a', { container: engine }));
  await openToAll('engine');
  expect(await visit(`${response.uri}/x`)).toMatchObject({ status: 200, body: expect.stringContaining('engine') });
});

test('a gRPC service that is not serving is not ready', async () => {
  const { settle, driver, logs } = await startFixture();
  driver.setBehavior(digest('a'), { grpc: 'NOT_SERVING' });
  const operation = await settle('POST', `${PARENT}/services?serviceId=engine`, service('a', { container: engine }));
  expect(operation.error.message).toContain('failed the configured startup probe checks');
  expect(logs.map(({ textPayload }) => textPayload)).toContainEqual(
    expect.stringContaining('gRPC health status 2, not SERVING'),
  );
});

test.each([
  ['a container that hangs', { http: { '/health': { delayMs: 5_000 } } }, 'DEADLINE_EXCEEDED'],
  ['a container that never listens', { startup: 'never' as const }, 'ERROR_CONNECTION_FAILED'],
  ['a redirect passes', { http: { '/health': 302 } }, undefined],
])('the HTTP probe: %s', async (_, behavior, cause) => {
  // Only a hanging container needs the whole time of an attempt; a refusal on a busy machine can take more than 50 ms.
  const { settle, driver, logs } = await startFixture(cause === 'DEADLINE_EXCEEDED' ? { minProbeTimeoutMs: 50 } : {});
  driver.setBehavior(digest('a'), behavior);
  const operation = await settle(
    'POST',
    `${PARENT}/services?serviceId=server`,
    service('a', { container: { startupProbe: { httpGet: { path: '/health' }, ...probe } } }),
  );
  if (cause === undefined) return expect(operation.error).toBeUndefined();
  expect(operation.error.code).toBe(9);
  expect(logs.map(({ textPayload }) => textPayload)).toContainEqual(expect.stringContaining(cause));
});

test('a slow start is waited for', async () => {
  const { settle, driver } = await startFixture();
  driver.setBehavior(digest('a'), { startMs: 60 });
  const operation = await settle(
    'POST',
    `${PARENT}/services?serviceId=server`,
    service('a', { container: { startupProbe: { httpGet: {}, periodSeconds: 1, failureThreshold: 200 } } }),
  );
  expect(operation.error).toBeUndefined();
});

test('an instance that breaks off is a 503; the next request finds a new one', async () => {
  const { settle, openToAll, visit, driver } = await startFixture();
  driver.setBehavior(digest('a'), {
    http: ({ path, count }) => (path === '/crash' && count === 1 ? { reset: true } : 200),
  });
  const { response } = await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  await openToAll('server');
  expect((await visit(`${response.uri}/crash`)).status).toBe(503);
  expect((await visit(`${response.uri}/crash`)).status).toBe(200);
});

test('an unknown host is a 404', async () => {
  const { visit, proxyPort } = await startFixture();
  expect((await visit(`http://nobody.europe-west1.run.localhost:${proxyPort}/`)).status).toBe(404);
});

test('a refused upgrade gets a response and is not left hanging', async () => {
  const { settle, proxyPort } = await startFixture();
  const { response } = await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  const text = await new Promise<string>((resolve) => {
    const socket = connect(proxyPort, '127.0.0.1');
    socket.write(
      `GET /ws HTTP/1.1\r\nHost: ${new URL(response.uri).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('close', () => resolve(received));
  });
  expect(text).toMatch(/^HTTP\/1\.1 403 /);
});

test('requests to services are in the call log, and faults hit them', async () => {
  const { settle, openToAll, visit, core } = await startFixture();
  const { response } = await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  await openToAll('server');
  core.faults.add({ api: 'proxy', path: '/health', status: 503 });
  core.faults.add({ api: 'proxy', path: '/reset', reset: true });
  expect((await visit(`${response.uri}/health?x=1`)).status).toBe(503);
  expect((await visit(`${response.uri}/health`)).status).toBe(200);
  await expect(visit(`${response.uri}/reset`)).rejects.toThrow();
  const host = new URL(response.uri).hostname;
  const calls = () =>
    core.calls.list.filter(({ api }) => api === 'proxy').map(({ path, query, status }) => [path, query, status]);
  await expect.poll(calls).toEqual([
    [`//${host}/health`, '?x=1', 503],
    [`//${host}/health`, '', 200],
    [`//${host}/reset`, '', 0],
  ]);
});
