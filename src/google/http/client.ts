/**
 * The HTTP client for JSON APIs: bearer tokens, deadlines, retries of safe calls, errors that name the resource.
 * What may be retried: idempotent calls, on 408, 429, 5xx and connection faults (https://cloud.google.com/storage/docs/retry-strategy).
 */
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { Agent, type Dispatcher, EnvHttpProxyAgent, request as send } from 'undici';
import type { Clock } from '../../runtime/clock.ts';
import { CloudError } from '../../runtime/errors.ts';
import { interrupted, orAborted } from '../../runtime/interruption.ts';
import { isTransient, retry } from '../../runtime/retry.ts';
import { cloudError } from '../errors/cloud-error.ts';
import type { TimedResponse } from '../server-clock.ts';
import { parseResponse, redirected, tooLarge } from './invalid-response.ts';
import { readProxies } from './proxies.ts';
import { retryAfter } from './retry-after.ts';
import {
  createExchange,
  type ExchangeRequest,
  LargeResponseError,
  NoResponseError,
  type TextResponse,
} from './text-request.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. A stream cannot be sent twice: give a function for a request that may be retried. */
  readonly body?: string | Buffer | (() => Readable);
  /** Sent as JSON; wins over `body`. */
  readonly json?: unknown;
  /** False for a call without a token. Default true. */
  readonly authenticated?: boolean;
  /** Whether the call may be repeated after a fault. Default: GET, HEAD, PUT, DELETE. */
  readonly idempotent?: boolean;
  /** Milliseconds for one attempt until the response's headers and between its bytes. Default 60 s. */
  readonly attemptTimeout?: number;
  /**
   * Milliseconds for all attempts together, responses included; an upload that is on its way then is not given up, and its
   * response gets as long again. Default 120 s.
   */
  readonly deadline?: number;
  /** Bytes of the response at most. Default 64 MB. */
  readonly maxBytes?: number;
  /** For messages: what the call is about, for instance `bucket my-site`. */
  readonly resource: string;
  /** For messages: the permission that the call needs, and a role that grants it. */
  readonly permission?: string;
  readonly role?: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Dispatcher.ResponseData['body'];
}

export interface HttpClient {
  /**
   * Sends a request, and gives any response below 400, read to its end; throws `CloudError` otherwise. A response that breaks off
   * or does not end in time counts as a fault of the connection. A redirect is a response, and not followed.
   */
  text(request: HttpRequest): Promise<TextResponse>;
  /** The response's JSON; `{}` for an empty one. Throws `CloudError` for a redirect, and for a response that is no JSON object. */
  json<T>(request: HttpRequest): Promise<T>;
  /** One attempt, any status, no error thrown for it. The body must be read or destroyed. */
  raw(request: HttpRequest): Promise<HttpResponse>;
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  /** Called before every attempt, repetitions included; what it throws ends the call. */
  readonly mayStart?: () => void;
  /** Called with each response, whatever its status. */
  readonly onResponse?: (response: TimedResponse) => void;
  /** A fresh access token; called before every attempt that needs one. `refused` is one that got 401. */
  readonly accessToken: (refused?: string) => Promise<string>;
  /** Who calls, for error messages. */
  readonly member?: () => string | undefined;
  /** Open connections to one host at most. Default 32. */
  readonly connections?: number;
  /** Carries the requests, in place of connections of our own. */
  readonly transport?: Dispatcher;
  /** For the proxy variables of the runner: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either case. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const DEADLINE = 120_000;
const MAX_BYTES = 64_000_000;
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/** The tokens of one call. */
interface Tokens {
  used?: string;
  /** One that got 401. */
  refused?: string;
}

export function createHttpClient(options: HttpOptions): HttpClient {
  const { clock, signal } = options;
  const dispatcher = createDispatcher(options);

  const exchange = createExchange(dispatcher, signal, clock);

  const prepare = async (
    request: HttpRequest,
    tokens: Tokens,
    left = Number.POSITIVE_INFINITY,
  ): Promise<ExchangeRequest> => {
    const headers: Record<string, string> = { 'user-agent': options.userAgent, ...request.headers };
    if (request.authenticated !== false) {
      tokens.used = await orAborted(options.accessToken(tokens.refused), signal);
      headers.authorization = `Bearer ${tokens.used}`;
    }
    options.mayStart?.();
    let body: ExchangeRequest['body'] = null;
    if (request.json !== undefined) {
      headers['content-type'] = 'application/json';
      body = JSON.stringify(request.json);
    } else if (request.body !== undefined) {
      body = typeof request.body === 'function' ? request.body() : request.body;
    }
    const timeout = request.attemptTimeout ?? 60_000;
    // A large body may take longer than any deadline, and is cut off by the pauses between its bytes alone.
    const patience = body === null ? (left > 0 ? Math.min(timeout, left) : timeout) : undefined;
    const bodyTime = body === null && left > 0 ? Math.min(left, DEADLINE) : (request.deadline ?? DEADLINE);
    const maxBytes = request.maxBytes ?? MAX_BYTES;
    return { method: request.method, url: request.url, headers, body, timeout, patience, bodyTime, maxBytes };
  };

  const stream = async ({ url, timeout, patience, method, headers, body }: ExchangeRequest): Promise<HttpResponse> => {
    const response = await within(clock, patience, (enough) =>
      orAborted(
        send(url, {
          headers,
          body,
          method: method as Dispatcher.HttpMethod,
          dispatcher,
          signal: enough ? AbortSignal.any([signal, enough]) : signal,
          headersTimeout: timeout,
          bodyTimeout: timeout,
        }),
        signal,
      ),
    );
    return { status: response.statusCode, headers: response.headers, body: response.body };
  };

  const attempt = async (
    call: HttpRequest,
    tokens: Tokens,
    left: number,
    last: CloudError | undefined,
  ): Promise<TextResponse | CloudError> => {
    const member = options.member?.();
    try {
      const exchanged = await prepare(call, tokens, left);
      const sent = clock.now();
      const response = await exchange(exchanged);
      options.onResponse?.({ url: call.url, sent, received: clock.now(), date: response.headers.date });
      if (response.status < 400) return response;
      const { status, headers, text: body } = response;
      return cloudError(call, { status, body, retryAfterMs: retryAfter(headers, clock.now()), member });
    } catch (error) {
      if (signal.aborted) throw interrupted(signal, call.resource, last);
      if (error instanceof LargeResponseError) throw tooLarge({ ...call, status: error.status }, error.limit);
      if (!isConnectionFault(error)) throw error;
      const body = (error as Error).message || String((error as NodeJS.ErrnoException).code);
      return cloudError(call, { status: 0, body, member, cause: error });
    }
  };

  const repeat = (call: HttpRequest): Promise<TextResponse> => {
    const { resource, idempotent = IDEMPOTENT.has(call.method) } = call;
    const end = clock.now() + (call.deadline ?? DEADLINE);
    const tokens: Tokens = {};
    let last: CloudError | undefined;
    const work = async (): Promise<TextResponse> => {
      const result = await attempt(call, tokens, end - clock.now(), last);
      if (!(result instanceof CloudError)) return result;
      last = result;
      // A token can be revoked early. A refused call was not executed, so any call can be repeated, once.
      if (result.status === 401 && tokens.used !== undefined && tokens.refused === undefined) {
        tokens.refused = tokens.used;
        return await work();
      }
      throw result;
    };
    return retry(work, { clock, signal, resource, until: end, mayPass: (error) => idempotent && isTransient(error) });
  };

  return {
    raw: async (call) => stream(await prepare(call, {})),
    text: repeat,
    async json<T>(call: HttpRequest): Promise<T> {
      const { status, headers, text } = await repeat(call);
      const response = { resource: call.resource, url: call.url, status };
      if (status >= 300) throw redirected(response, locationOf(call.url, headers.location));
      return parseResponse<T>(response, text);
    },
    close: () => dispatcher.close(),
  };
}

/** Where a redirect leads, as a whole address. */
export const locationOf = (url: string, location: string | undefined): string | undefined =>
  location !== undefined && URL.canParse(location, url) ? new URL(location, url).href : undefined;

function createDispatcher({ env = {}, connections = 32, clock, transport }: HttpOptions): Dispatcher {
  if (transport) return transport;
  const connect = { lookup: rememberLookups(loopbackAwareLookup, clock), timeout: 20_000 };
  const { http: httpProxy, https: httpsProxy } = readProxies(env);
  if (!httpProxy && !httpsProxy) return new Agent({ connections, connect });
  return new EnvHttpProxyAgent({
    connections,
    connect,
    ...(httpProxy && { httpProxy }),
    ...(httpsProxy && { httpsProxy }),
    noProxy: [env.NO_PROXY ?? env.no_proxy, 'localhost', '.localhost', '127.0.0.1', '[::1]'].filter(Boolean).join(','),
  });
}

/** Ends the work with `NoResponseError` after so many milliseconds; without them, when it ends by itself. */
async function within<T>(
  clock: Pick<Clock, 'timer'>,
  ms: number | undefined,
  work: (enough?: AbortSignal) => Promise<T>,
): Promise<T> {
  if (ms === undefined) return await work();
  const enough = new AbortController();
  const cancel = clock.timer(ms, () => enough.abort(new NoResponseError(ms)));
  try {
    return await orAborted(work(enough.signal), enough.signal);
  } finally {
    cancel();
  }
}

/** True for faults of the connection, where no response came and whether the request was executed is unknown. */
export function isConnectionFault(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  return (
    code.startsWith('UND_ERR_') ||
    [
      'ECONNRESET',
      'ECONNREFUSED',
      'ETIMEDOUT',
      'EPIPE',
      'ENOTFOUND',
      'EAI_AGAIN',
      'ENETUNREACH',
      'EHOSTUNREACH',
      'EADDRNOTAVAIL',
      'ECONNABORTED',
      'ENOBUFS',
      // Too many open files: others are done soon.
      'EMFILE',
      'ENFILE',
    ].includes(code)
  );
}

/** Names under `.localhost` are loopback (RFC 6761, section 6.3), whatever the system's resolver knows. */
export const loopbackAwareLookup: LookupFunction = (hostname, options, callback) => {
  if (hostname.endsWith('.localhost')) {
    if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
    else callback(null, '127.0.0.1', 4);
    return;
  }
  systemLookup(hostname, options, callback);
};

/** How long an address is taken from memory. Milliseconds. */
const REMEMBERED = 30_000;

/**
 * Looks up a host name once for all connections that open at the same time, instead of hundreds of times through the few threads of
 * the system's resolver: 384 lookups take 40 ms even from the hosts file.
 */
export function rememberLookups(lookup: LookupFunction, clock: Pick<Clock, 'now'>): LookupFunction {
  type Found = Parameters<Parameters<LookupFunction>[2]>;
  const known = new Map<string, { readonly result: Promise<Found>; readonly until: number }>();
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname, options]);
    let found = known.get(key);
    if (!found || clock.now() > found.until) {
      const result = new Promise<Found>((resolve) => lookup(hostname, options, (...all) => resolve(all)));
      found = { result, until: clock.now() + REMEMBERED };
      known.set(key, found);
      void result.then(([error]) => error && known.delete(key));
    }
    void found.result.then((all) => callback(...all));
  };
}
