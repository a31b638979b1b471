/**
 * One HTTP client for the JSON APIs: bearer tokens, deadlines, retries of what may be retried, errors with the resource's name.
 * What may be retried: idempotent calls, on 408, 429, 5xx and connection faults (https://cloud.google.com/storage/docs/retry-strategy).
 */
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent, request as send } from 'undici';
import type { Clock } from './clock.ts';
import { cloudError } from './cloud-error.ts';
import { type Connector, createConnector } from './connector.ts';
import { CloudError } from './errors.ts';
import { createExchange, type ExchangeRequest, type TextAnswer } from './exchange.ts';

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
  /** Milliseconds for one attempt until the answer's headers and between its bytes. Default 60 s. */
  readonly attemptTimeout?: number;
  /** Milliseconds for all attempts together. Default 120 s. */
  readonly deadline?: number;
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
  /** Sends a request and gives any answer below 400; throws `CloudError` otherwise. The body must be read or dumped. */
  request(request: HttpRequest): Promise<HttpResponse>;
  /** Like `request`, with the answer read to its end; an answer that breaks off counts as a fault of the connection. */
  text(request: HttpRequest): Promise<TextAnswer>;
  /** The answer's JSON; `{}` for an empty one. */
  json<T>(request: HttpRequest): Promise<T>;
  /** One attempt, any status, no error thrown for it. */
  raw(request: HttpRequest): Promise<HttpResponse>;
  /** Opens so many connections to the origin before requests need them. Does nothing behind a proxy. */
  openAhead(origin: string, count: number): void;
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  /** Called before every attempt, repetitions included; what it throws ends the call. */
  readonly mayStart?: () => void;
  /** A fresh access token; called before every attempt that needs one. `refused` is one that was answered with 401. */
  readonly accessToken: (refused?: string) => Promise<string>;
  /** Who calls, for error messages. */
  readonly member?: () => string | undefined;
  /** Open connections to one host at most. Default 32. */
  readonly connections?: number;
  /** For the proxy variables of the runner: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either case. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const RETRIED_STATUSES = new Set([408, 429, 500, 502, 503, 504]);
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/** The tokens of one call. */
interface Tokens {
  used?: string;
  /** One that was answered with 401. */
  refused?: string;
}

export function createHttpClient(options: HttpOptions): HttpClient {
  const { clock, signal } = options;
  const { dispatcher, connector } = createDispatcher(options);

  const exchange = createExchange(dispatcher, signal);

  const prepare = async (request: HttpRequest, tokens: Tokens): Promise<ExchangeRequest> => {
    const headers: Record<string, string> = { 'user-agent': options.userAgent, ...request.headers };
    if (request.authenticated !== false) {
      tokens.used = await options.accessToken(tokens.refused);
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
    return { method: request.method, url: request.url, headers, body, timeout: request.attemptTimeout ?? 60_000 };
  };

  const stream = async ({ url, timeout, method, ...rest }: ExchangeRequest): Promise<HttpResponse> => {
    const response = await orAborted(
      send(url, {
        ...rest,
        method: method as Dispatcher.HttpMethod,
        dispatcher,
        signal,
        headersTimeout: timeout,
        bodyTimeout: timeout,
      }),
      signal,
    );
    return { status: response.statusCode, headers: response.headers, body: response.body };
  };

  /** One attempt through one of the two ways to send. */
  const attempt = async <Answer extends HttpResponse | TextAnswer>(
    call: HttpRequest,
    tokens: Tokens,
    way: (request: ExchangeRequest) => Promise<Answer>,
  ): Promise<Answer | CloudError> => {
    try {
      const answer = await way(await prepare(call, tokens));
      if (answer.status < 400) return answer;
      const text = 'text' in answer ? answer.text : await answer.body.text();
      return cloudError(call, answer.status, text, retryAfter(answer), options.member?.());
    } catch (error) {
      signal.throwIfAborted();
      if (!isConnectionFault(error)) throw error;
      return cloudError(
        call,
        0,
        (error as Error).message || String((error as NodeJS.ErrnoException).code),
        undefined,
        options.member?.(),
        error,
      );
    }
  };

  const repeat = async <Answer extends HttpResponse | TextAnswer>(
    call: HttpRequest,
    way: (request: ExchangeRequest) => Promise<Answer>,
  ): Promise<Answer> => {
    const retried = call.idempotent ?? IDEMPOTENT.has(call.method);
    const end = clock.now() + (call.deadline ?? 120_000);
    const tokens: Tokens = {};
    for (let tries = 0; ; tries++) {
      const result = await attempt(call, tokens, way);
      if (!(result instanceof CloudError)) return result;
      // A token may die before its time. Refused is not done, so any call may be repeated, once.
      if (result.status === 401 && tokens.used !== undefined && tokens.refused === undefined) {
        tokens.refused = tokens.used;
        continue;
      }
      const pause = Math.max(backoff(tries), (result as { retryAfterMs?: number }).retryAfterMs ?? 0);
      const again =
        retried && (result.status === 0 || RETRIED_STATUSES.has(result.status)) && clock.now() + pause < end;
      if (!again) throw result;
      // Not the sleep's own words for it: why the signal was aborted.
      await clock.sleep(pause, signal).catch(() => signal.throwIfAborted());
    }
  };

  return {
    raw: async (call) => stream(await prepare(call, {})),
    request: (call) => repeat(call, stream),
    text: (call) => repeat(call, exchange),
    async json<T>(call: HttpRequest): Promise<T> {
      const { text } = await repeat(call, exchange);
      return (text === '' ? {} : JSON.parse(text)) as T;
    },
    openAhead: (origin, count) => void connector?.openAhead(origin, count),
    async close() {
      connector?.close();
      await dispatcher.close();
    },
  };
}

/** Behind a proxy, connections belong to the tunnels, and there is no connector. */
function createDispatcher({ env = {}, connections = 32 }: HttpOptions): {
  dispatcher: Dispatcher;
  connector?: Connector;
} {
  const connect = { lookup: rememberLookups(loopbackAwareLookup), timeout: 20_000 };
  const httpProxy = env.HTTP_PROXY ?? env.http_proxy;
  const httpsProxy = env.HTTPS_PROXY ?? env.https_proxy;
  if (!httpProxy && !httpsProxy) {
    const connector = createConnector(buildConnector(connect));
    return { dispatcher: new Agent({ connections, connect: connector.connect }), connector };
  }
  const dispatcher = new EnvHttpProxyAgent({
    connections,
    connect,
    ...(httpProxy && { httpProxy }),
    ...(httpsProxy && { httpsProxy }),
    noProxy: [env.NO_PROXY ?? env.no_proxy, 'localhost', '.localhost', '127.0.0.1'].filter(Boolean).join(','),
  });
  return { dispatcher };
}

/** A request that waits for its connection hears of no abort: this does. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Exponential pauses with full jitter: up to 0.25 s, 0.5 s, 1 s … 8 s. Milliseconds. */
export function backoff(tries: number): number {
  return (0.5 + Math.random() / 2) * Math.min(8000, 250 * 2 ** tries);
}

/** True for faults of the connection, where no answer came and the request may or may not have been carried out. */
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

/** The system asks for each connection anew, through few threads: hundreds that open at once ask once. */
export function rememberLookups(lookup: LookupFunction): LookupFunction {
  type Answer = Parameters<Parameters<LookupFunction>[2]>;
  const known = new Map<string, Promise<Answer>>();
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname, options]);
    let answer = known.get(key);
    if (!answer) {
      answer = new Promise<Answer>((resolve) => lookup(hostname, options, (...found) => resolve(found)));
      known.set(key, answer);
      const forget = () => known.delete(key);
      void answer.then(([error]) => (error ? forget() : setTimeout(forget, REMEMBERED).unref()));
    }
    void answer.then((found) => callback(...found));
  };
}

function retryAfter(response: Pick<HttpResponse, 'headers'>): number | undefined {
  const seconds = Number(response.headers['retry-after']);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
