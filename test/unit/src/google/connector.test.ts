/** Connections ahead: which request gets which, with connections that arrive, fail or hang when the test says so. */
import { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { describe, expect, test } from 'vitest';
import { createConnector } from '../../../../src/google/http/connections.ts';

const ORIGIN = 'https://storage.test';
const TARGET = { protocol: 'https:', host: 'storage.test', hostname: 'storage.test', port: '' };

function fixture() {
  const opening: buildConnector.Callback[] = [];
  const connector = createConnector((_, callback) => void opening.push(callback));
  return {
    connector,
    /** How many connections were asked for. */
    opened: () => opening.length,
    arrive: (index: number, socket = new Socket()) => {
      opening[index]?.(null, socket);
      return socket;
    },
    fail: (index: number) => opening[index]?.(new Error('timeout'), null),
    /** A request that needs a connection. */
    request() {
      const got: { socket?: Socket; error?: Error } = {};
      connector.connect(TARGET, (error, socket) => {
        if (error) got.error = error;
        if (socket) got.socket = socket;
      });
      return got;
    },
  };
}

describe('a request', () => {
  test('takes one that is ready before one that is still being opened', async () => {
    const it = fixture();
    await it.connector.openAhead(ORIGIN, 2);
    const ready = it.arrive(1);
    expect(it.request().socket).toBe(ready);
    expect(it.opened()).toBe(2);
  });

  test('waits for one that is being opened, the first request for the first to arrive', async () => {
    const it = fixture();
    await it.connector.openAhead(ORIGIN, 2);
    const [one, two] = [it.request(), it.request()];
    expect(it.opened()).toBe(2);
    const late = it.arrive(1);
    expect([one.socket, two.socket]).toEqual([late, undefined]);
    expect(two.socket).toBe(undefined);
    expect(it.arrive(0)).toBe(two.socket);
  });

  test('opens its own when all are spoken for, and when the ready one is dead', async () => {
    const it = fixture();
    await it.connector.openAhead(ORIGIN, 1);
    it.request();
    const third = it.request();
    expect(it.opened()).toBe(2);
    expect(it.arrive(1)).toBe(third.socket);
    it.arrive(0);

    await it.connector.openAhead(ORIGIN, 1);
    it.arrive(2).destroy();
    it.request();
    expect(it.opened()).toBe(4);
  });

  test('hears of a failure at once, and does not wait for a second one as long', async () => {
    const it = fixture();
    await it.connector.openAhead(ORIGIN, 1);
    const request = it.request();
    it.fail(0);
    expect(request.error?.message).toBe('timeout');
    expect(it.opened()).toBe(1);
  });

  test('is spared a failure while another is being opened for it', async () => {
    const it = fixture();
    await it.connector.openAhead(ORIGIN, 2);
    const request = it.request();
    it.fail(0);
    expect(request.error).toBeUndefined();
    expect(it.arrive(1)).toBe(request.socket);
  });
});

test('asked for again, only what is missing is opened; dead ones are', async () => {
  const it = fixture();
  await it.connector.openAhead(ORIGIN, 3);
  it.arrive(0);
  it.arrive(1).destroy();
  await it.connector.openAhead(ORIGIN, 3);
  expect(it.opened()).toBe(4);
});

test('closed, it keeps none, not even those that arrive later', async () => {
  const it = fixture();
  await it.connector.openAhead(ORIGIN, 2);
  const ready = it.arrive(0);
  it.connector.close();
  expect(ready.destroyed).toBe(true);
  expect(it.arrive(1).destroyed).toBe(true);
  await it.connector.openAhead(ORIGIN, 5);
  expect(it.opened()).toBe(2);
});
