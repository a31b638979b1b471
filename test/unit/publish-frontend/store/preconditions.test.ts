/** Writes to a bucket that another run or user has changed since it was read, and writes whose response was lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removePreviewFolder } from '../../../../actions/preview/clean-up/objects.ts';
import { createStore, type Store } from '../../../../actions/publish-frontend/store/storage-client.ts';
import { ABSENT, type StoredObject } from '../../../../actions/publish-frontend/store/stored-object.ts';
import { PIECE } from '../../../../actions/publish-frontend/store/upload/resumable-upload.ts';
import { upload, uploadJson } from '../../../../actions/publish-frontend/store/upload/upload.ts';
import { DEFAULTS } from '../../../../packages/emulator/src/defaults.ts';
import { type Emulator, startEmulator } from '../../../../packages/emulator/src/start.ts';
import { createHttpClient } from '../../../../src/google/http/client.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';
import { site } from '../fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'preconditions-'));
let emulator: Emulator;
let store: Store;
beforeAll(async () => {
  emulator = await startEmulator({ seed: false });
  emulator.seed.serviceAccount();
  emulator.seed.bucket();
  const { signal } = new AbortController();
  const token = emulator.token();
  const http = createHttpClient({ clock: systemClock, signal, userAgent: 'test', accessToken: async () => token });
  const endpoint = emulator.urls.storage;
  store = createStore({ http, endpoint, bucket: DEFAULTS.bucket, deadline: () => 60_000, clock: systemClock, signal });
});
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await emulator.stop();
});

const HEADERS = { contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' };
const CHANGED = /was changed by another run or user/;
const REFUSED = /The object has not changed since this step read it/;
let count = 0;

async function send(name: string, content: string, replaces = ABSENT): Promise<StoredObject> {
  const [file] = site({ 'a.html': content });
  writeFileSync(join(root, 'a.html'), content);
  if (!file) throw new Error('no file');
  return await upload(store, root, { name, file, headers: HEADERS, replaces });
}
/** An object as a listing shows it. */
async function stored(content: string): Promise<StoredObject> {
  const { name } = await send(`${++count}.html`, content);
  return (await store.stat(name)) as StoredObject;
}
const json = (name: string, text: string, replaces: string) => uploadJson(store, name, [Buffer.from(text)], replaces);
const textOf = async (name: string) => (await store.readText(name))?.text;

describe('an upload', () => {
  test('does not replace a concurrent write of another run', async () => {
    const { name } = await stored('them');
    await expect(send(name, 'ours')).rejects.toThrow(CHANGED);
    expect(await textOf(name)).toBe('them');
  });
  test('whose response was lost is found by its content', async () => {
    const { name, generation } = await stored('ours');
    expect(await send(name, 'ours')).toMatchObject({ generation });
  });
  test('in pieces does not replace it either', async () => {
    const { name } = await stored('them');
    await expect(send(name, 'x'.repeat(PIECE + 1))).rejects.toThrow(CHANGED);
    expect(await textOf(name)).toBe('them');
  });
  test('of JSON fails with the status by which callers know a concurrent change', async () => {
    const { generation } = await json('state.json', '{"a":1}', ABSENT);
    await expect(json('state.json', '{"a":2}', ABSENT)).rejects.toMatchObject({ status: 412 });
    expect(await json('state.json', '{"a":1}', ABSENT)).toMatchObject({ generation });
    expect(await textOf('state.json')).toBe('{"a":1}');
  });
});

describe('a copy', () => {
  test('does not replace a concurrent write of another run', async () => {
    const [from, to] = [await stored('ours'), await stored('them')];
    await expect(store.copy(from, to.name, HEADERS, ABSENT)).rejects.toThrow(CHANGED);
    expect(await textOf(to.name)).toBe('them');
  });
  test('is not made of an object that was replaced', async () => {
    const from = await stored('ours');
    await send(from.name, 'them', from.generation);
    await expect(store.copy(from, `${++count}.html`, HEADERS, ABSENT)).rejects.toThrow(CHANGED);
    expect(await textOf(`${count}.html`)).toBeUndefined();
  });
  test('whose response was lost is found by its content', async () => {
    const [from, to] = [await stored('ours'), await stored('ours')];
    expect(await store.copy(from, to.name, HEADERS, ABSENT)).toMatchObject({ generation: to.generation });
  });
});

describe('a change of headers', () => {
  const wanted = { ...HEADERS, cacheControl: 'no-store' };

  test('is not made on an object that was replaced, even by one with these headers', async () => {
    const before = await stored('ours');
    await send(before.name, 'them', before.generation);
    await expect(store.patch(before, wanted)).rejects.toThrow(CHANGED);
    await expect(store.patch(before, HEADERS)).rejects.toThrow(CHANGED);
    expect(await store.stat(before.name)).toMatchObject(HEADERS);
  });
  test('does not undo one that another user has made', async () => {
    const before = await stored('ours');
    const theirs = { ...HEADERS, cacheControl: 'max-age=60' };
    await store.patch(before, theirs);
    await expect(store.patch(before, wanted)).rejects.toThrow(CHANGED);
    expect(await store.stat(before.name)).toMatchObject(theirs);
  });
  test('whose response was lost is found by its headers', async () => {
    const before = await stored('ours');
    await store.patch(before, wanted);
    expect(await store.patch(before, wanted)).toMatchObject(wanted);
  });
});

describe('a deletion', () => {
  test('leaves an object that was replaced', async () => {
    const before = await stored('ours');
    await send(before.name, 'them', before.generation);
    await expect(store.remove(before)).rejects.toThrow(CHANGED);
    expect(await textOf(before.name)).toBe('them');
  });
  test('that was carried out before is no error', async () => {
    const before = await stored('ours');
    await store.remove(before);
    await store.remove(before);
    expect(await textOf(before.name)).toBeUndefined();
  });
  test('of the prefix of a preview keeps an object that is concurrently written', async () => {
    const folder = 'previews/1/pr-7/';
    const before = await send(`${folder}a.html`, 'ours');
    const bucket = { endpoint: store.endpoint, bucket: store.bucket, http: { ...store.http } };
    bucket.http.json = async (request) => {
      const page = await store.http.json(request);
      await send(before.name, 'them', before.generation);
      return page as never;
    };
    expect(await removePreviewFolder(bucket, folder)).toBe(0);
    expect(await textOf(before.name)).toBe('them');
  });
});

test.each([CHANGED, REFUSED])('an error says whether the object was changed: %s', async (message) => {
  const before = await stored('ours');
  if (message === CHANGED) await send(before.name, 'them', before.generation);
  // The server refuses for a reason of its own.
  const refusing = createStore({
    ...store,
    http: {
      ...store.http,
      json: async (request) => {
        if (request.method === 'GET') return await store.http.json(request);
        throw new CloudError({ message: 'Constraint violated.', status: 412, resource: 'object' });
      },
    },
  });
  await expect(refusing.patch(before, { ...HEADERS, cacheControl: 'no-store' })).rejects.toThrow(message);
  await expect(refusing.copy(before, `${++count}.html`, HEADERS, ABSENT)).rejects.toThrow(message);
});
