/** An emulator per test, and a plain HTTP client without retries and decoding. */
import { request } from 'node:http';
import { afterEach } from 'vitest';
import type { Clock } from '../../src/core/clock.ts';
import type { ServerName } from '../../src/emulator.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/start.ts';

const open: Emulator[] = [];
afterEach(async () => {
  for (const emulator of open.splice(0)) await emulator.stop();
});

export async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator(options);
  open.push(emulator);
  return emulator;
}

export interface CallResult {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: responses are looked into freely by tests
  readonly json: any;
}

export interface CallOptions {
  readonly headers?: Record<string, string | number>;
  readonly body?: string | Buffer;
  readonly json?: unknown;
  /** Default: a token of the default service account; `null` for none. */
  readonly token?: string | null;
}

export type Call = (method: string, path: string, options?: CallOptions) => Promise<CallResult>;

/** Calls one server of the emulator; `path` may also be a whole URL. */
export function caller(emulator: Emulator, server: ServerName): Call {
  return (method, path, { headers = {}, body, json, token = emulator.token() } = {}) =>
    new Promise((resolve, reject) => {
      const payload = json === undefined ? body : JSON.stringify(json);
      const outgoing = request(
        new URL(path, emulator.urls[server]),
        {
          method,
          agent: false,
          headers: {
            ...(token !== null && { authorization: `Bearer ${token}` }),
            ...(json !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        async (response) => {
          try {
            const bytes = Buffer.concat(await response.toArray());
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers as Record<string, string>,
              body: bytes,
              text: bytes.toString(),
              get json() {
                return JSON.parse(bytes.toString());
              },
            });
          } catch (error) {
            reject(error);
          }
        },
      );
      outgoing.once('error', reject);
      outgoing.end(payload);
    });
}

/** A clock that only tests advance; sleeps end when it passes their time. */
export function manualClock(start = Date.parse('2026-01-01T00:00:00Z')): Clock & { advance(seconds: number): void } {
  let now = start;
  let sleepers: { until: number; wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => sleepers.push({ until: now + ms, wake })),
    advance(seconds) {
      now += seconds * 1000;
      const due = sleepers.filter(({ until }) => until <= now);
      sleepers = sleepers.filter(({ until }) => until > now);
      for (const { wake } of due) wake();
    },
  };
}
