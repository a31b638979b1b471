import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createHttpClient,
  type HttpRequest,
  isConnectionFault,
  rememberLookups,
} from '../../../../src/google/http/client.ts';
import { type Clock, systemClock } from '../../../../src/runtime/clock.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A clock on which sleeping takes no time. */
function steppingClock(): Clock & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    ...systemClock,
    slept,
    now: () => now,
    async sleep(ms) {
      slept.push(ms);
      now += ms;
    },
  };
}

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function client(clock: Clock, signal = new AbortController().signal) {
  let minted = 0;
  return createHttpClient({ clock, signal, userAgent: 'test', accessToken: async () => `token-${++minted}` });
}

const get = (url: string): HttpRequest => ({ method: 'GET', url, resource: 'thing x' });

describe('the HTTP client', () => {
  test('repeats an idempotent call after 503 and a cut connection, with a fresh token each time', async () => {
    const tokens: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      tokens.push(request.headers.authorization);
      if (tokens.length === 1) response.writeHead(503).end();
      else if (tokens.length === 2) request.socket.destroy();
      else response.end('{"ok":true}');
    });
    await expect(client(steppingClock()).json(get(url))).resolves.toEqual({ ok: true });
    expect(tokens).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-3']);
  });

  test('requests a new token once if one is refused, also for a POST', async () => {
    const refused: (string | undefined)[] = [];
    let calls = 0;
    const url = await serve((_, response) => {
      calls++;
      response.writeHead(calls === 1 ? 401 : 200).end('{}');
    });
    const http = createHttpClient({
      clock: steppingClock(),
      signal: new AbortController().signal,
      userAgent: 'test',
      accessToken: async (dead) => {
        refused.push(dead);
        return `token-${refused.length}`;
      },
    });
    await expect(http.json({ ...get(url), method: 'POST' })).resolves.toEqual({});
    expect(refused).toEqual([undefined, 'token-1']);
    server?.close();
    const always = await serve((_, response) => response.writeHead(401).end());
    await expect(http.json(get(always))).rejects.toMatchObject({ status: 401 });
    expect(refused).toHaveLength(4);
  });

  test('never repeats a POST, unless it is marked as idempotent', async () => {
    let calls = 0;
    const url = await serve((_, response) => {
      calls++;
      response.writeHead(503).end();
    });
    await expect(client(steppingClock()).json({ ...get(url), method: 'POST' })).rejects.toThrow(CloudError);
    expect(calls).toBe(1);
    await expect(
      client(steppingClock()).json({ ...get(url), method: 'POST', idempotent: true, deadline: 2000 }),
    ).rejects.toThrow();
    expect(calls).toBeGreaterThan(2);
  });

  test('gives up at the deadline with the last response', async () => {
    const url = await serve((_, response) =>
      response.writeHead(503).end('{"error":{"status":"UNAVAILABLE","message":"later"}}'),
    );
    const clock = steppingClock();
    await expect(client(clock).json({ ...get(url), deadline: 5000 })).rejects.toMatchObject({
      status: 503,
      code: 'UNAVAILABLE',
      message: 'later',
    });
    expect(clock.now()).toBeLessThanOrEqual(5000);
    expect(clock.slept.length).toBeGreaterThan(2);
  });

  test('waits as long as Retry-After says', async () => {
    let calls = 0;
    const url = await serve((_, response) =>
      ++calls === 1 ? response.writeHead(429, { 'retry-after': '7' }).end() : response.end('{}'),
    );
    const clock = steppingClock();
    await client(clock).json(get(url));
    expect(clock.slept).toEqual([7000]);
  });

  test('does not repeat what the caller did wrong, and names the permission that the server names', async () => {
    let calls = 0;
    const url = await serve((_, response) => {
      calls++;
      response.writeHead(403).end(
        JSON.stringify({
          error: {
            code: 403,
            status: 'PERMISSION_DENIED',
            message: "Permission 'run.services.get' denied on resource 'x'",
          },
        }),
      );
    });
    await expect(client(steppingClock()).json({ ...get(url), role: 'roles/run.viewer' })).rejects.toMatchObject({
      status: 403,
      permission: 'run.services.get',
      role: 'roles/run.viewer',
      resource: 'thing x',
    });
    expect(calls).toBe(1);
  });

  test('a cancelled step ends the call and its retries', async () => {
    const cancel = new AbortController();
    const url = await serve((_, response) => {
      cancel.abort(new Error('cancelled'));
      response.writeHead(503).end();
    });
    await expect(client(steppingClock(), cancel.signal).json(get(url))).rejects.toThrow('cancelled');
  });

  test('a cancellation in a pause between two tries gives its own reason', async () => {
    const cancel = new AbortController();
    const url = await serve((_, response) => response.writeHead(503).end());
    const clock: Clock = {
      ...systemClock,
      now: () => 0,
      sleep: (ms, signal) => {
        setImmediate(() => cancel.abort(new Error('another run has taken over')));
        return systemClock.sleep(ms, signal);
      },
    };
    await expect(client(clock, cancel.signal).json(get(url))).rejects.toThrow('another run has taken over');
  });

  test('checks before each attempt whether it may start', async () => {
    let requested = 0;
    let calls = 0;
    const url = await serve((_, response) => {
      calls++;
      response.writeHead(503).end();
    });
    const http = createHttpClient({
      clock: steppingClock(),
      signal: new AbortController().signal,
      userAgent: 'test',
      accessToken: async () => 't',
      mayStart: () => {
        if (++requested === 3) throw new Error('not any more');
      },
    });
    await expect(http.json(get(url))).rejects.toThrow('not any more');
    expect(calls).toBe(2);
  });

  test.each(['EMFILE', 'EADDRNOTAVAIL', 'ECONNABORTED', 'ENOBUFS', 'UND_ERR_SOCKET'])(
    '%s is a fault that passes',
    (code) => expect(isConnectionFault(Object.assign(new Error(), { code }))).toBe(true),
  );

  test('resolves an address once for all connections, and again after a failure', async () => {
    const callbacks: ((error: NodeJS.ErrnoException | null, address: string, family: number) => void)[] = [];
    let now = 0;
    const lookup = rememberLookups((_, __, callback) => void callbacks.push(callback as never), { now: () => now });
    const ask = () => new Promise((resolve) => lookup('storage.test', {}, (...found) => resolve(found)));
    const failed = [ask(), ask()];
    expect(callbacks).toHaveLength(1);
    callbacks[0]?.(new Error('no response'), '', 4);
    expect(await Promise.all(failed)).toHaveLength(2);
    const found = [ask(), ask(), ask()];
    expect(callbacks).toHaveLength(2);
    callbacks[1]?.(null, '192.0.2.1', 4);
    expect(await Promise.all([...found, ask()])).toEqual(Array(4).fill([null, '192.0.2.1', 4]));
    expect(callbacks).toHaveLength(2);
    // An address can move, so that it is requested again after half a minute.
    now += 30_001;
    void ask();
    expect(callbacks).toHaveLength(3);
  });

  test('names under .localhost are loopback', async () => {
    const url = await serve((request, response) => response.end(JSON.stringify({ host: request.headers.host })));
    const port = new URL(url).port;
    await expect(client(steppingClock()).json(get(`http://tag---shop.us.run.localhost:${port}/`))).resolves.toEqual({
      host: `tag---shop.us.run.localhost:${port}`,
    });
  });
});

describe('a response that is read completely', () => {
  test('and breaks off is a fault of the connection, and is requested again', async () => {
    let calls = 0;
    const url = await serve((request, response) => {
      calls++;
      response.writeHead(200, { 'content-length': '11', 'X-Kind': 'test' });
      response.write('{"ok"');
      if (calls === 1) request.socket.destroy();
      else response.end(':true}');
    });
    const http = client(steppingClock());
    await expect(http.text(get(url))).resolves.toMatchObject({
      status: 200,
      text: '{"ok":true}',
      headers: { 'x-kind': 'test' },
    });
    expect(calls).toBe(2);
  });

  test.each(['json', 'text', 'raw'] as const)(
    'that waits for its connection ends with the step, too (%s)',
    async (way) => {
      const cancel = new AbortController();
      // A proxy that takes connections and never opens a tunnel.
      const proxy = createNetServer().listen(0, '127.0.0.1');
      await once(proxy, 'listening');
      const { port } = proxy.address() as AddressInfo;
      const http = createHttpClient({
        clock: steppingClock(),
        signal: cancel.signal,
        userAgent: 'test',
        accessToken: async () => 't',
        env: { HTTP_PROXY: `http://127.0.0.1:${port}` },
      });
      const ended = http[way]({ ...get('http://nowhere.test/'), deadline: 0 });
      proxy.once('connection', () => cancel.abort(new Error('cancelled')));
      await expect(ended).rejects.toThrow('cancelled');
      proxy.close();
    },
  );

  // Plain HTTP is allowed for these, so a proxy would see their tokens.
  test.each(['localhost', 'run.localhost', '127.0.0.1', '[::1]'])('%s is not reached through a proxy', async (host) => {
    let connections = 0;
    const proxy = createNetServer((socket) => {
      connections++;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const http = createHttpClient({
      clock: steppingClock(),
      signal: new AbortController().signal,
      userAgent: 'test',
      accessToken: async () => 't',
      env: { HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
    });
    await expect(http.text({ ...get(`http://${host}:9/`), deadline: 0 })).rejects.toThrow(CloudError);
    proxy.close();
    expect(connections).toBe(0);
  });

  test('ends immediately when the step is cancelled', async () => {
    const cancel = new AbortController();
    const url = await serve(() => cancel.abort(new Error('cancelled')));
    await expect(client(steppingClock(), cancel.signal).json(get(url))).rejects.toThrow('cancelled');
    await expect(client(steppingClock(), cancel.signal).json(get(url))).rejects.toThrow('cancelled');
  });
});
