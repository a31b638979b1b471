/**
 * The driver for tests: no container runs, but each instance is a real server on loopback that answers as it was told for
 * its image. An image of which nothing was said is healthy, and says which revision and version it is.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { ServerHttp2Stream } from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DualServer, dialLoopback, listenDual } from '../../http/dual-server.ts';
import type { ContainerSpec, Driver, Exit, Instance, InstanceSpec } from './driver.ts';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON. */
  readonly body?: unknown;
  readonly delayMs?: number;
  /** Close the connection instead of answering. */
  readonly reset?: boolean;
}

export interface ToldRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly env: Readonly<Record<string, string>>;
  /** How many requests this instance has had for this path, this one included. */
  readonly count: number;
}

/** What a container of a job does; also what happens to a service that `exits`. */
export interface RunResult {
  readonly exitCode?: number;
  /** Number of the signal that ends it, 9 where it outgrew its memory. */
  readonly signal?: number;
  readonly durationMs?: number;
  /** It runs until this is fulfilled, and `durationMs` more. */
  readonly until?: Promise<unknown>;
  readonly logs?: readonly string[];
}

export interface ImageBehaviour {
  /** `exits`: the process ends before it listens; `never`: it runs but never listens. Default `listens`. */
  readonly startup?: 'listens' | 'exits' | 'never';
  /** Time before it listens. */
  readonly startMs?: number;
  /** It listens once this is fulfilled, `startMs` later. */
  readonly startAfter?: Promise<unknown>;
  readonly exitCode?: number;
  /** By path (with a query if given), `*` for the rest; a number is a status. Default: 200 with revision and version. */
  readonly http?: Readonly<Record<string, Answer | number>> | ((request: ToldRequest) => Answer | number);
  /** Answer to the gRPC health check. Default SERVING. */
  readonly grpc?: 'SERVING' | 'NOT_SERVING';
  /** Lines written at the start. */
  readonly logs?: readonly string[] | ((env: Readonly<Record<string, string>>) => readonly string[]);
  /** Environment without which the process ends with exit code 1 at once. */
  readonly requiresEnv?: readonly string[];
  /** For jobs. Default: ends with 0 at once. */
  readonly run?: RunResult | ((task: { args: readonly string[]; env: Readonly<Record<string, string>> }) => RunResult);
}

export interface ToldDriver extends Driver {
  /** Says what an image does: `image` is a digest or any other part of its reference. The last word counts. */
  tell(image: string, behaviour: ImageBehaviour): void;
  /** Ends the containers of all instances of a revision, as if their processes had died. */
  crash(revision: string): void;
  /** What runs now. */
  readonly running: readonly InstanceSpec[];
  /** Everything that was ever started. */
  readonly started: readonly InstanceSpec[];
}

/** A port of loopback on which nothing listens. */
const NOTHING = 1;

export function createToldDriver(): ToldDriver {
  const told: { image: string; behaviour: ImageBehaviour }[] = [];
  const instances = new Map<InstanceSpec, Instance>();
  const started: InstanceSpec[] = [];

  const behaviourOf = ({ image, digest }: ContainerSpec): ImageBehaviour =>
    told.findLast((entry) => image.includes(entry.image) || digest === entry.image)?.behaviour ?? {};

  return {
    tell: (image, behaviour) => {
      told.push({ image, behaviour });
    },
    crash(revision) {
      for (const [spec, instance] of instances) if (spec.labels.revision_name === revision) void instance.stop();
    },
    get running() {
      return [...instances.keys()];
    },
    started,
    async create(spec) {
      started.push(spec);
      const containers = new Map(
        spec.containers.map((container) => [container.name, fakeContainer(spec, container, behaviourOf(container))]),
      );
      const instance: Instance = {
        launch: async (name) => {
          const container = containers.get(name);
          if (!container) throw new Error(`no container ${name}`);
          await container.launch();
          return { exited: container.exited };
        },
        dial: (name) => dialLoopback(containers.get(name)?.port() ?? NOTHING),
        stop: async () => {
          instances.delete(spec);
          await Promise.all([...containers.values()].map((container) => container.stop()));
        },
      };
      instances.set(spec, instance);
      return instance;
    },
    async stop() {
      await Promise.all([...instances.values()].map((instance) => instance.stop()));
    },
  };
}

function fakeContainer(spec: InstanceSpec, container: ContainerSpec, behaviour: ImageBehaviour) {
  const { promise: exited, resolve } = Promise.withResolvers<Exit>();
  const stopping = new AbortController();
  let server: DualServer | undefined;
  const isJob = container.env.CLOUD_RUN_JOB !== undefined;
  const end = (code: number, signal?: number) =>
    resolve({ container: container.name, code, ...(signal !== undefined && { signal }) });
  const log = (lines: readonly string[] = []) => {
    for (const line of lines) spec.log(container.name, 'stdout', line);
  };
  /** Rejects once the container is stopped. */
  const pause = async (event?: Promise<unknown>, ms = 0) => {
    await event;
    await sleep(ms, undefined, { signal: stopping.signal });
  };

  async function launch(): Promise<void> {
    log(typeof behaviour.logs === 'function' ? behaviour.logs(container.env) : behaviour.logs);
    const missing = (behaviour.requiresEnv ?? []).filter((name) => !container.env[name]);
    if (missing.length > 0) {
      spec.log(container.name, 'stderr', `missing environment: ${missing.join(', ')}`);
      return end(1);
    }
    if (isJob) {
      const { args, env } = container;
      const result = typeof behaviour.run === 'function' ? behaviour.run({ args, env }) : (behaviour.run ?? {});
      log(result.logs);
      void pause(result.until, result.durationMs).then(
        () => end(result.exitCode ?? 0, result.signal),
        () => {},
      );
      return;
    }
    if (behaviour.startup === 'exits') return end(behaviour.exitCode ?? 1);
    if (behaviour.startup === 'never') return;
    const serve = async () => {
      server = await listenDual(answering(container, behaviour));
      if (stopping.signal.aborted) await server.close();
    };
    const { startAfter, startMs } = behaviour;
    if (startAfter || startMs) void pause(startAfter, startMs).then(serve, () => {});
    else await serve();
  }

  return {
    launch,
    exited,
    port: () => server?.port,
    async stop() {
      stopping.abort();
      end(0, 15);
      await server?.close();
    },
  };
}

function answering(container: ContainerSpec, behaviour: ImageBehaviour) {
  const counts = new Map<string, number>();
  const { env } = container;
  const answer = (method: string, path: string, headers: IncomingHttpHeaders): Answer => {
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const { http } = behaviour;
    const found =
      typeof http === 'function'
        ? http({ method, path, headers, env, count })
        : (http?.[path] ?? http?.[path.split('?')[0] ?? ''] ?? http?.['*'] ?? healthy(container));
    return typeof found === 'number' ? { status: found, body: String(found) } : found;
  };
  const payload = ({ body = '' }: Answer) =>
    typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return {
    http1: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => {
      request.resume();
      const reply = answer(request.method ?? 'GET', request.url ?? '/', request.headers);
      const send = () => {
        if (reply.reset) return void request.socket.destroy();
        response.writeHead(reply.status ?? 200, {
          'content-type': typeof reply.body === 'object' ? 'application/json' : 'text/plain',
          ...reply.headers,
        });
        response.end(payload(reply));
      };
      if (reply.delayMs) setTimeout(send, reply.delayMs).unref();
      else send();
    },
    http2: (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
      stream.on('error', () => {});
      stream.resume();
      const path = String(headers[':path'] ?? '/');
      if (path === '/grpc.health.v1.Health/Check') {
        stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
        stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
        stream.end(Buffer.from([0, 0, 0, 0, 2, 0x08, behaviour.grpc === 'NOT_SERVING' ? 2 : 1]));
        return;
      }
      const reply = answer(String(headers[':method'] ?? 'GET'), path, headers);
      stream.respond({ ':status': reply.status ?? 200, ...reply.headers });
      stream.end(payload(reply));
    },
  };
}

function healthy({ image, env }: ContainerSpec): Answer {
  return { body: { service: env.K_SERVICE, revision: env.K_REVISION, version: env.APP_VERSION, image } };
}
