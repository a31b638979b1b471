/**
 * The simulated network between the actors and the emulator: each call takes its time, and has the fault that the schedule names
 * for it. There are no connections; a request is carried out by the emulator's own handlers.
 */
import { Readable } from 'node:stream';
import { Dispatcher } from 'undici';
import type { InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import { type Actor, actorNamed } from './actors.ts';
import { randomFor } from './random.ts';
import type { Scheduler } from './scheduler.ts';

export const FAULTS = [
  'kill before it is sent',
  'kill before the response',
  'cancel',
  'lose the request',
  'lose the response',
  'delay the request',
  'delay the response',
  'duplicate',
  '429',
  '503',
  '503 after the work',
  'stale',
  'stall',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** All pairs of a fault and a call, as `KIND: CALL`. Only reads can be stale, and not those of Cloud Storage. */
export const pairsOf = (
  calls: readonly string[],
): { readonly call: string; readonly kind: FaultKind; readonly pair: string }[] =>
  calls
    .flatMap((call) => FAULTS.map((kind) => ({ call, kind, pair: `${kind}: ${call}` })))
    .filter(({ call, kind }) => kind !== 'stale' || (call.startsWith('GET') && !call.startsWith('GET storage')));

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** When an actor has sent it. */
  readonly sent?: number;
}

interface SimulatedResponse {
  readonly status: number;
  readonly headers: readonly string[];
  readonly bytes: Buffer;
}

export interface NetworkOptions {
  readonly scheduler: Scheduler;
  readonly cloud: InProcessEmulator;
  readonly seed: number;
  /** All calls take the same time, so that a schedule is easier to read. */
  readonly fixedLatency: boolean;
  faultOf(actor: Actor, call: number): FaultKind | undefined;
  /** Whether an API is down, or down in the region of this path, and refuses every call. */
  isDown(api: string, path: string): boolean;
  /** Called once a fault hits a call; `name` is the call without the names of resources. */
  onFault(kind: FaultKind, name: string): void;
  /** Called for each call that an actor makes. */
  onCall(name: string, actor: Actor, fault: FaultKind | undefined): void;
  trace(line: string): void;
  /** Called around each request that the server handles, with the actor that sent it; `work` resolves to the status. */
  carriedOut(actor: Actor | undefined, request: Request, work: () => Promise<number>): Promise<void>;
}

export interface Network {
  transport(actor: Actor): Dispatcher;
  /** `fetch` for libraries. The suffix of the token names the actor. */
  readonly fetch: typeof fetch;
  /** A call by no actor: immediate, without faults. */
  direct(method: string, url: string, body?: object): Promise<{ status: number; json: unknown }>;
}

const HOSTS: Readonly<Record<string, Parameters<InProcessEmulator['call']>[0]>> = {
  'run.googleapis.com': 'run',
  'storage.googleapis.com': 'storage',
  'compute.googleapis.com': 'compute',
  'artifactregistry.googleapis.com': 'artifactregistry',
  'us-central1-docker.pkg.dev': 'registry',
  'secretmanager.googleapis.com': 'secretmanager',
  'iamcredentials.googleapis.com': 'iamcredentials',
  'logging.googleapis.com': 'logging',
  'monitoring.googleapis.com': 'monitoring',
  'cloudkms.googleapis.com': 'cloudkms',
  'token.actions.githubusercontent.com': 'oidc',
  'api.github.com': 'github',
  'app.orchestra.localhost': 'cdn',
};

/** Address of an API as the actions know it. */
export const addressOf = (name: string): string => {
  const host = Object.entries(HOSTS).find(([, api]) => api === name)?.[0];
  if (name === 'registry') return `http://${host}`;
  return host === undefined ? `https://${name}.invalid` : `https://${host}`;
};

export const apiOf = ({ hostname }: URL): string => HOSTS[hostname] ?? 'service';

/** Separates the token of an API from the name of the actor that uses it. */
export const TOKEN_OF = '.of.';

class ConnectionLost extends Error {
  readonly code = 'ECONNRESET';
  constructor() {
    super('read ECONNRESET');
  }
}

export function createNetwork(options: NetworkOptions): Network {
  const { scheduler, cloud, seed, fixedLatency, trace } = options;
  /** Earlier responses to each read, the newest last. */
  const seen = new Map<string, SimulatedResponse[]>();

  async function carryOut(actor: Actor | undefined, request: Request): Promise<SimulatedResponse> {
    let response: SimulatedResponse = { status: 0, headers: [], bytes: Buffer.alloc(0) };
    await options.carriedOut(actor, request, async () => {
      const work = handle(cloud, request);
      // Signing runs on real threads.
      if (['iamcredentials', 'oidc'].includes(HOSTS[request.url.hostname] ?? '')) scheduler.pauseFor(work);
      response = await work;
      return response.status;
    });
    if (request.method === 'GET' && response.status === 200) {
      const known = seen.get(request.url.href) ?? [];
      known.push(response);
      seen.set(request.url.href, known);
    }
    return response;
  }

  /** Sends a request; `done` gets the response, or a connection error. Returns a function that ends the wait. */
  function send(
    actor: Actor,
    request: Request,
    done: (result: SimulatedResponse | Error) => void,
  ): (error: Error) => void {
    const number = ++actor.calls;
    const sent = scheduler.now();
    const name = callName(request);
    const line = (text: string) => trace(`${actor.name} #${number} ${request.method} ${request.url.pathname} ${text}`);
    const kind = options.faultOf(actor, number);
    const fault = kind === 'stale' && !mayBeStale(request) ? undefined : kind;
    options.onCall(name, actor, fault);
    if (fault) options.onFault(fault, name);
    const time = (part: string, low: number, high: number) =>
      fixedLatency ? low : low + randomFor(seed, `${actor.name} ${number} ${part}`) ** 3 * (high - low);
    let over = false;
    const end = (result: SimulatedResponse | Error) => {
      if (over) return;
      over = true;
      line(result instanceof Error ? `✗ ${result.message}` : `→ ${result.status}`);
      if (!actor.dead) done(result);
    };
    const later = (ms: number, result: SimulatedResponse | Error) => scheduler.after(ms, () => end(result), actor);
    const requestMs = time('request', 5, 400);
    // The name decides the random number, and thereby what a seed plays.
    const responseMs = time('answer', 5, 400);
    const delayMs = time('slow', 20_000, 100_000);
    const work = (after: number, then: (response: SimulatedResponse) => void) =>
      scheduler.after(after, () => {
        const down = options.isDown(apiOf(request.url), request.url.pathname);
        line(fault ? `(${fault})` : down ? '(outage)' : '');
        if (down) then(errorResponse(503));
        else void carryOut(actor, { ...request, sent }).then(then);
      });
    switch (fault) {
      case 'kill before it is sent':
        actor.kill();
        break;
      case 'kill before the response':
        work(requestMs, () => actor.kill());
        break;
      case 'stall':
        actor.stall(delayMs);
        work(requestMs, (response) => later(responseMs, response));
        break;
      case 'cancel':
        actor.cancel();
        work(requestMs, (response) => later(responseMs, response));
        break;
      case 'lose the request':
        later(requestMs + responseMs, new ConnectionLost());
        break;
      case 'lose the response':
        work(requestMs, () => later(responseMs, new ConnectionLost()));
        break;
      case 'delay the request':
        work(requestMs + delayMs, (response) => later(responseMs, response));
        break;
      case 'delay the response':
        work(requestMs, (response) => later(responseMs + delayMs, response));
        break;
      case 'duplicate':
        work(requestMs, (response) => later(responseMs, response));
        work(requestMs + time('duplicate', 1, 30_000), () => {});
        break;
      case '429':
      case '503':
        later(requestMs + responseMs, errorResponse(Number(fault)));
        break;
      case '503 after the work':
        work(requestMs, () => later(responseMs, errorResponse(503)));
        break;
      case 'stale': {
        const known = seen.get(request.url.href) ?? [];
        // The one before the newest, where there was one.
        const stale = known.at(-2) ?? known.at(-1);
        if (stale) later(requestMs + responseMs, stale);
        else work(requestMs, (response) => later(responseMs, response));
        break;
      }
      default:
        work(requestMs, (response) => later(responseMs, response));
    }
    return end;
  }

  return {
    transport: (actor) => new Transport((request, done) => send(actor, request, done)),
    async fetch(input, init = {}) {
      const url = new URL(String(input instanceof globalThis.Request ? input.url : input));
      const headers = Object.fromEntries(
        [...new Headers(init.headers)].map(([key, value]) => [key.toLowerCase(), value]),
      );
      const [token = '', name] = (headers.authorization ?? '').split(TOKEN_OF);
      const actor = name === undefined ? undefined : actorNamed(name);
      if (token !== '') headers.authorization = token;
      const request = { method: init.method ?? 'GET', url, headers, body: bytesOf(init.body) };
      const response = await new Promise<SimulatedResponse>((resolve, reject) => {
        if (!actor) return void carryOut(undefined, request).then(resolve, reject);
        const end = send(actor, request, (result) => (result instanceof Error ? reject(result) : resolve(result)));
        init.signal?.addEventListener('abort', () => end(init.signal?.reason as Error), { once: true });
      });
      const pairs: [string, string][] = [];
      for (let i = 0; i + 1 < response.headers.length; i += 2)
        pairs.push([response.headers[i] as string, response.headers[i + 1] as string]);
      const body = [204, 304].includes(response.status) ? null : new Uint8Array(response.bytes);
      return Object.defineProperty(new Response(body, { status: response.status, headers: pairs }), 'url', {
        value: url.href,
      });
    },
    async direct(method, url, body) {
      const { mediaType = 'application/json' } = (body ?? {}) as { mediaType?: string };
      const headers = { authorization: `Bearer ${cloud.emulator.token()}`, 'content-type': mediaType };
      const request = { method, url: new URL(url), headers, body: Buffer.from(body ? JSON.stringify(body) : '') };
      let response: SimulatedResponse | undefined;
      await options.carriedOut(undefined, request, async () => {
        response = await handle(cloud, request);
        return response.status;
      });
      return { status: response?.status ?? 0, json: JSON.parse(response?.bytes.toString() || '{}') };
    },
  };
}

/** Reads; those of Cloud Storage are strongly consistent, lists too: https://cloud.google.com/storage/docs/consistency */
const mayBeStale = ({ method, url }: Pick<Request, 'method' | 'url'>): boolean =>
  method === 'GET' && HOSTS[url.hostname] !== 'storage';

type Send = (request: Request, done: (result: SimulatedResponse | Error) => void) => (error: Error) => void;

/** The transport of our HTTP client, in place of connections. */
class Transport extends Dispatcher {
  readonly #send: Send;

  constructor(send: Send) {
    super();
    this.#send = send;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandlers): boolean {
    const headers = Object.fromEntries(
      Object.entries(options.headers ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)]),
    );
    const url = new URL(options.path, String(options.origin));
    // The client adds the `host` header itself.
    headers.host ??= url.host;
    let over = false;
    const fail = (error: Error) => {
      if (over) return;
      over = true;
      handler.onError?.(error);
    };
    const request = { method: options.method, url, headers, body: bytesOf(options.body) };
    const end = this.#send(request, (result) => {
      if (over) return;
      if (result instanceof Error) return fail(result);
      handler.onHeaders?.(
        result.status,
        result.headers.map((text) => Buffer.from(text)),
        () => {},
        '',
      );
      if (result.bytes.length > 0) handler.onData?.(result.bytes);
      over = true;
      handler.onComplete?.([]);
    });
    handler.onConnect?.((error) => {
      const reason = error ?? new Error('aborted');
      end(reason);
      fail(reason);
    });
    return true;
  }

  override async close(): Promise<void> {}
}

function bytesOf(body: unknown): Buffer {
  if (body === null || body === undefined) return Buffer.alloc(0);
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body);
  if (body instanceof URLSearchParams) return Buffer.from(body.toString());
  throw new Error('the simulated network takes no streams');
}

const errorResponse = (status: number): SimulatedResponse => ({
  status,
  headers: ['content-type', 'application/json'],
  bytes: Buffer.from(JSON.stringify({ error: { code: status, message: 'Injected fault', status: 'UNAVAILABLE' } })),
});

async function handle({ emulator, call }: InProcessEmulator, request: Request): Promise<SimulatedResponse> {
  const { method, url, headers, body } = request;
  const api = HOSTS[url.hostname];
  if (api === undefined) {
    if (!url.hostname.endsWith('.run.localhost')) throw new Error(`no server for ${url.href}`);
    const path = url.pathname + url.search;
    const reply = await emulator.run.send({ method, path, headers: { ...headers, host: url.hostname } });
    return responseWith(reply.status ?? 200, reply.headers ?? {}, reply.body);
  }
  const reply = await call(api, { method, url, headers, body });
  const content = reply.body instanceof Readable ? Buffer.concat(await reply.body.toArray()) : reply.body;
  return responseWith(reply.status ?? 200, reply.headers ?? {}, content);
}

function responseWith(status: number, given: object, body: unknown): SimulatedResponse {
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  const bytes = body === undefined ? Buffer.alloc(0) : Buffer.from(raw ? body : JSON.stringify(body));
  const headers = Object.entries(given).flatMap(([key, value]) => [key, String(value)]);
  // Google's servers send the time with each response.
  headers.push('date', new Date().toUTCString());
  if (!raw && !('content-type' in given)) headers.push('content-type', 'application/json; charset=UTF-8');
  return { status, headers, bytes };
}

/** A call without the names of resources: `PATCH run /v2/projects/…/services/… mask`. */
function callName({ method, url }: Pick<Request, 'method' | 'url'>): string {
  const api = HOSTS[url.hostname] ?? (url.hostname.includes('---') ? 'tag' : 'service');
  const uploaded = url.searchParams.get('name');
  const path = (uploaded === null ? url.pathname : `${url.pathname}/${encodeURIComponent(uploaded)}`)
    .replace(
      /(?<=\/)(projects|locations|services|revisions|operations|jobs|executions|workerPools|repos|b|urlMaps|backendBuckets|keyRings|cryptoKeys|cryptoKeyVersions)\/[^/:]+/g,
      '$1/*',
    )
    .replace(/\/blobs\/uploads\/[^/]+$/, '/blobs/uploads/*')
    .replace(/^\/v2\/.*\/(?=manifests|blobs)/, '/v2/*/')
    .replace(/\/runs\/\d+/, '/runs/*')
    .replace(/\/serviceAccounts\/[^/:]+/, '/serviceAccounts/*')
    .replace(/\/manifests\/[0-9a-f]{7}$/, '/manifests/short')
    .replace(/\/attestation-[0-9a-f]+-[0-9a-f]+$/, '/attestation')
    .replace(/\/unsigned-[0-9a-f-]+$/, '/unsigned')
    .replace(/\/o\/[^/]+/g, (name) => `/o/${objectKind(decodeURIComponent(name.slice(3)))}`)
    .replace(/sha256:[0-9a-f]+|[0-9a-f]{40}/g, '*');
  return `${method} ${api} ${path}${url.searchParams.has('validateOnly') ? ' validateOnly' : ''}`;
}

/** The kind of an object of a site, by its name. */
function objectKind(name: string): string {
  const own = /\.releases\/(?:[^/]+\/)?(state|manifest|replaced)\.json$/.exec(name)?.[1];
  if (own !== undefined) return own;
  if (name.includes('.releases/')) return 'kept';
  return name.endsWith('.html') ? 'page' : 'file';
}
