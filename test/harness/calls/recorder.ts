/**
 * Records the calls of steps to the servers of this process, with their bodies. It observes the emulator from outside, through
 * Node's diagnostics channels of HTTP servers (https://nodejs.org/api/diagnostics_channel.html#http).
 * Off until `startRecording`, so runs without call logs have no cost.
 */
import { subscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { seededRandom } from '../seeded.ts';

/** Maximum of recorded bytes per body. No JSON document of the actions is longer. */
const KEPT_BYTES = 256 * 1024;

export interface RecordedCall {
  /** The port that was called; `Recording.apis` says whose it is. */
  readonly port: number;
  readonly method: string;
  /** As sent: path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The first `KEPT_BYTES` of the body. */
  body(): Buffer;
  /** Length of the whole body. */
  bytes(): number;
  /** HTTP status of the response; undefined if the connection ended without one. */
  status(): number | undefined;
}

/** A phase of an action that was started. */
export interface RecordedStep {
  readonly action: string;
  readonly phase: string;
  /** The bucket of the site that it works on, if it has one. */
  readonly site?: string;
}

export type RecordedEvent =
  | { readonly kind: 'step'; readonly step: RecordedStep }
  | { readonly kind: 'call'; readonly call: RecordedCall }
  /** A server, or one site, was reset to an earlier state. */
  | { readonly kind: 'reset'; readonly site?: string };

export interface Recording {
  readonly events: readonly RecordedEvent[];
  /** Names of APIs by port, as the environments of the steps gave them. */
  readonly apis: ReadonlyMap<number, string>;
  /** Folders of steps, which bodies may contain. */
  readonly folders: ReadonlySet<string>;
}

let events: RecordedEvent[] | undefined;
const apis = new Map<number, string>();
const folders = new Set<string>();
/**
 * The user agent of steps names the action or the authentication library; that of fixtures and stand-ins neither. That of GitHub's client is
 * left out: tests compare its few writes themselves, and a stored attestation differs in each run.
 */
const AGENT = /^(orchestra-actions|google-api-nodejs-client)\b/;

/** Starts to record, once for a process. */
export function startRecording(): void {
  if (events) return;
  events = [];
  const delays = process.env.CALL_DELAYS;
  if (delays) delayCalls(delays);
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (!isOfStep(request)) return;
    const event: RecordedEvent = { kind: 'call', call: record(request, response) };
    if (delays) arrivals.set(request, () => events?.push(event));
    else events?.push(event);
  });
}

const isOfStep = ({ headers }: IncomingMessage): boolean => AGENT.test(headers['user-agent'] ?? '');

/** The longest delay of `CALL_DELAYS`, in milliseconds. Most calls wait a few. */
const LONGEST_DELAY = 250;
const arrivals = new WeakMap<IncomingMessage, () => void>();

/**
 * With `CALL_DELAYS=SEED`, each call of a step waits for a random time before the server sees it, as on a busy machine. Parallel calls
 * then arrive in another order for each seed, and tests that depend on that order fail.
 */
function delayCalls(seed: string): void {
  const random = seededRandom(`delays ${seed}`);
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    const [request] = args;
    if (event !== 'request' || !isOfStep(request as IncomingMessage))
      return Reflect.apply(emit, this, [event, ...args]);
    const arrive = () => {
      arrivals.get(request as IncomingMessage)?.();
      Reflect.apply(emit, this, [event, ...args]);
    };
    setTimeout(arrive, LONGEST_DELAY * random() ** 8);
    return true;
  };
}

function record(request: IncomingMessage, response: ServerResponse): RecordedCall {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const push = request.push.bind(request);
  // Intercepted here, since a listener would start the stream before the server reads it.
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk) {
      if (bytes < KEPT_BYTES) chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
    }
    return push(chunk, encoding);
  };
  return {
    port: request.socket.localPort ?? 0,
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: () => Buffer.concat(chunks).subarray(0, KEPT_BYTES),
    bytes: () => bytes,
    status: () => (response.writableFinished ? response.statusCode : undefined),
  };
}

/** Registers a step at its start: its name, and the API endpoints of its environment. */
export function recordStep(action: string, phase: string, env: Readonly<Record<string, string | undefined>>): void {
  if (!events) return;
  const { INPUT_BUCKET: site } = env;
  events.push({ kind: 'step', step: { action, phase, ...(site && { site }) } });
  for (const name of ['GITHUB_WORKSPACE', 'RUNNER_TEMP']) if (env[name]) folders.add(env[name]);
  for (const [name, value = ''] of Object.entries(env)) {
    const api = API_OF[name] ?? /^CLOUDSDK_API_ENDPOINT_OVERRIDES_(\w+)$/.exec(name)?.[1]?.toLowerCase();
    const port = /^(?:http:\/\/)?127\.0\.0\.1:(\d+)/.exec(value)?.[1];
    if (api && port) apis.set(Number(port), api);
  }
}

/** Registers that a site was reset to an earlier state: later calls do not continue earlier ones. */
export function recordReset(site: string): void {
  events?.push({ kind: 'reset', site });
}

const API_OF: Readonly<Record<string, string>> = {
  GITHUB_API_URL: 'github',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'oidc',
  ORCHESTRA_REGISTRY: 'registry',
};

/** The recording since the last call. */
export function takeRecording(): Recording {
  const taken = events ?? [];
  if (events) events = [];
  return { events: taken, apis, folders };
}
