/** An upstream registry: which requests are serialized. */
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { caller, start } from '../fixture.ts';

const NAME = 'orchestra-dev/orchestra/server';
const OTHER = 'orchestra-dev/orchestra/worker';
const BLOB = `sha256:${'a'.repeat(64)}`;

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A registry that holds each push until it is released, and records its requests. */
async function startSlowRegistry() {
  const requests: string[] = [];
  const held: ServerResponse[] = [];
  const server = createServer((incoming, response) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    incoming.resume();
    if (incoming.method === 'PUT') held.push(response);
    else response.writeHead(200, { 'docker-content-digest': BLOB }).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ends.push(() => server.close().closeAllConnections());
  const release = () => {
    for (const response of held.splice(0)) response.writeHead(201).end();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, release };
}

test.each([
  ['a manifest', `/v2/${NAME}/manifests/v1`, `/v2/${NAME}/manifests/${BLOB}`, `/v2/${OTHER}/manifests/v1`],
  ['tags', `/v2/${NAME}/manifests/v1`, `/v2/${NAME}/tags/list`, `/v2/${OTHER}/tags/list`],
  ['a blob', `/v2/${NAME}/blobs/uploads/1?digest=${BLOB}`, `/v2/${NAME}/blobs/${BLOB}`, `/v2/${OTHER}/blobs/${BLOB}`],
])('%s is not read while it is pushed; another image is', async (_, push, read, elsewhere) => {
  const registry = await startSlowRegistry();
  const emulator = await start({ registry: registry.url });
  const call = caller(emulator, 'registry');
  const pushed = call('PUT', push, { body: '{}' });
  await expect.poll(() => registry.requests, { timeout: 10_000 }).toContain(`PUT ${push}`);
  const found = call('GET', read);
  await call('GET', elsewhere);
  const duringPush = [...registry.requests];
  registry.release();
  await Promise.all([pushed, found]);
  expect(duringPush).not.toContain(`GET ${read}`);
  expect(registry.requests.at(-1)).toBe(`GET ${read}`);
});

test('a push that the client gives up holds nobody up', async () => {
  const registry = await startSlowRegistry();
  const emulator = await start({ registry: registry.url });
  const path = `/v2/${NAME}/blobs/uploads/1?digest=${BLOB}`;
  const headers = { authorization: `Bearer ${emulator.token()}`, 'content-length': 2 };
  const pushed = request(new URL(path, emulator.urls.registry), { method: 'PUT', headers });
  pushed.on('error', () => {});
  pushed.write('1');
  await expect.poll(() => registry.requests, { timeout: 10_000 }).toContain(`PUT ${path}`);
  pushed.destroy();
  expect((await caller(emulator, 'registry')('GET', `/v2/${NAME}/blobs/${BLOB}`)).status).toBe(200);
});
