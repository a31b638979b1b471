/** What our code needs around a call: a client with a fixed token, no retries' waits, and the environment of a step. */
import type { Auth } from '../../src/google/auth.ts';
import { APIS, type Endpoints } from '../../src/google/endpoints.ts';
import { createHttpClient, type HttpClient } from '../../src/google/http/client.ts';
import type { Caller } from '../../src/google/run/clients.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { Cloud } from '../../src/runtime/context.ts';
import type { Log } from '../../src/runtime/log.ts';
import { fixedToken, TOKEN } from './official.ts';

/** Runs the work with a client of ours and closes it. */
export async function withHttp<T>(work: (http: HttpClient) => Promise<T>): Promise<T> {
  const http = createHttpClient({
    clock: systemClock,
    signal: new AbortController().signal,
    userAgent: 'orchestra-actions',
    accessToken: async () => TOKEN,
  });
  try {
    return await work(http);
  } finally {
    await http.close();
  }
}

/** A clock that does not pause, and a signal that never aborts. */
export const NO_PAUSE = {
  clock: { ...systemClock, sleep: async () => {} },
  signal: new AbortController().signal,
};

/** Who we are, for code that uses generated clients. */
const auth: Auth = {
  client: async () => fixedToken(),
  accessToken: async () => TOKEN,
  member: () => undefined,
  jobToken: async () => TOKEN,
};

export const caller = (): Caller => ({ clock: systemClock, signal: new AbortController().signal, auth });

/** All APIs at one address. */
export const endpoints = (url: string): Endpoints =>
  Object.fromEntries(Object.keys(APIS).map((api) => [api, url])) as Endpoints;

/** The clients of a step, all of them with the fixed token. */
export const withCloud = (url: string, work: (cloud: Cloud) => Promise<unknown>): Promise<unknown> =>
  withHttp((http) => work({ auth, http, client: () => http, endpoints: endpoints(url), clock: systemClock }));

export const silentLog: Log = {
  info() {},
  debug() {},
  notice() {},
  warning() {},
  error() {},
  output() {},
  group: (_title, work) => work(),
};
