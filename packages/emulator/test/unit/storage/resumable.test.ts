/** Resumable uploads: sessions, chunks, queries, broken connections, large files with constant memory. */
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { seededBytes } from '../../../../../test/harness/seeded.ts';
import type { EmulatorOptions } from '../../../src/start.ts';
import { type CallOptions, caller, start } from '../fixture.ts';

const START = '/upload/storage/v1/b/orchestra-dashboard/o?uploadType=resumable&name=big';
const K256 = 256 * 1024;
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('base64');

async function session(options: EmulatorOptions = {}, startOptions: CallOptions = {}, query = '') {
  const emulator = await start(options);
  const call = caller(emulator, 'storage');
  const started = await call('POST', START + query, { json: {}, ...startOptions });
  const url = started.headers.location ?? '';
  // The session's URL needs no token.
  const put = (range: string | undefined, body?: Buffer, headers: CallOptions['headers'] = {}) =>
    call('PUT', url, {
      token: null,
      headers: { ...(range && { 'content-range': range }), ...headers },
      ...(body && { body }),
    });
  return { emulator, call, begun: started, url, put };
}

test('chunk by chunk: 308 with what is persisted, then the object', async () => {
  const { put, begun } = await session();
  expect(begun.status).toBe(200);
  const bytes = seededBytes('1', 2 * K256 + 100);
  const none = await put('bytes */*');
  expect([none.status, none.headers.range]).toEqual([308, undefined]);
  const first = await put(`bytes 0-${K256 - 1}/*`, bytes.subarray(0, K256));
  expect([first.status, first.headers.range]).toEqual([308, `bytes=0-${K256 - 1}`]);
  const rest = await put(`bytes ${K256}-${bytes.length - 1}/${bytes.length}`, bytes.subarray(K256));
  expect(rest.status).toBe(200);
  expect(rest.json).toMatchObject({ name: 'big', size: String(bytes.length), md5Hash: md5(bytes) });
  // A query after the end returns the object again, since the first response can have been lost.
  expect((await put(`bytes */${bytes.length}`)).json.generation).toBe(rest.json.generation);
});

test('all in one request, without a range', async () => {
  const { put } = await session();
  expect((await put(undefined, Buffer.from('hello'))).json.size).toBe('5');
});

test('an empty object ends with a query of its length', async () => {
  const { put } = await session();
  expect((await put('bytes */0')).json.size).toBe('0');
});

test('a connection that breaks in a chunk keeps whole multiples of 256 KiB, and the upload continues from there', async () => {
  const { emulator, put } = await session();
  const bytes = seededBytes('2', 5 * K256 + 7);
  emulator.core.faults.add({ api: 'storage', method: 'PUT', resetAfterBytes: 3 * K256 + 1000 });
  await expect(put(`bytes 0-${bytes.length - 1}/${bytes.length}`, bytes)).rejects.toThrow(
    /ECONNRESET|EPIPE|socket hang up/,
  );
  const requested = await put(`bytes */${bytes.length}`);
  expect([requested.status, requested.headers.range]).toEqual([308, `bytes=0-${3 * K256 - 1}`]);
  const done = await put(`bytes ${3 * K256}-${bytes.length - 1}/${bytes.length}`, bytes.subarray(3 * K256));
  expect(done.json.md5Hash).toBe(md5(bytes));
});

test('bytes that were persisted before are skipped', async () => {
  const { put } = await session();
  const bytes = seededBytes('3', 2 * K256);
  await put(`bytes 0-${K256 - 1}/*`, bytes.subarray(0, K256));
  expect((await put(`bytes 0-${bytes.length - 1}/${bytes.length}`, bytes)).json.md5Hash).toBe(md5(bytes));
});

describe('refuses', () => {
  test('a chunk that leaves a hole', async () => {
    const { put } = await session();
    expect((await put(`bytes ${K256}-${2 * K256 - 1}/*`, seededBytes('4', K256))).status).toBe(400);
  });
  test('a chunk before the last that is no multiple of 256 KiB', async () => {
    const { put } = await session();
    expect((await put('bytes 0-99/*', seededBytes('5', 100))).status).toBe(400);
  });
  test('a wrong hash that was announced at the start', async () => {
    const { put, emulator } = await session({}, { json: { md5Hash: md5(Buffer.from('other')) } });
    expect((await put(undefined, Buffer.from('hello'))).status).toBe(400);
    expect(await emulator.storage.read('orchestra-dashboard', 'big')).toBeUndefined();
  });
  test('a lost race, at the end', async () => {
    const { put, emulator } = await session({}, {}, '&ifGenerationMatch=0');
    await emulator.storage.put('orchestra-dashboard', 'big', 'another user');
    expect((await put(undefined, Buffer.from('hello'))).status).toBe(412);
  });
  test('a range that is none', async () => {
    const { put } = await session();
    expect((await put('bytes x-y/z', Buffer.from('hello'))).status).toBe(400);
  });
  test('an unknown session, and a cancelled one', async () => {
    const { put, call, url } = await session();
    const unknown = url.replace(/upload_id=.*/, 'upload_id=nope');
    expect((await call('PUT', unknown, { token: null, body: 'x' })).status).toBe(404);
    expect((await call('DELETE', url, { token: null })).status).toBe(499);
    expect((await put(undefined, Buffer.from('hello'))).status).toBe(499);
  });
});

test('memory stays flat while hundreds of megabytes arrive', async () => {
  const { emulator, url } = await session({ keepLargeObjects: false });
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const total = 200;
  const before = process.memoryUsage().rss;
  let peak = before;
  await new Promise<void>((resolve, reject) => {
    const outgoing = request(
      url,
      { method: 'PUT', agent: false, headers: { 'content-length': total * chunk.length } },
      (response) => {
        response.resume().once('end', resolve);
      },
    );
    outgoing.once('error', reject);
    let sent = 0;
    const more = () => {
      peak = Math.max(peak, process.memoryUsage().rss);
      if (sent++ === total) outgoing.end();
      else if (outgoing.write(chunk)) setImmediate(more);
      else outgoing.once('drain', more);
    };
    more();
  });
  expect(emulator.storage.store.object('orchestra-dashboard', 'big').content.size).toBe(total * chunk.length);
  expect(peak - before).toBeLessThan(120 * 1024 * 1024);
}, 30_000);
