/** A container of the fake driver: a server on loopback with the behavior that is set for its image. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { ServerHttp2Stream } from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DualServer, listenDual } from '../../http/dual-server.ts';
import type { ContainerSpec, Exit, InstanceSpec } from './driver.ts';
import type { FakeResponse, ImageBehavior } from './image-behavior.ts';

export function fakeContainer(spec: InstanceSpec, container: ContainerSpec, behavior: ImageBehavior) {
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
    log(typeof behavior.logs === 'function' ? behavior.logs(container.env) : behavior.logs);
    const missing = (behavior.requiresEnv ?? []).filter((name) => !container.env[name]);
    if (missing.length > 0) {
      spec.log(container.name, 'stderr', `missing environment: ${missing.join(', ')}`);
      return end(1);
    }
    if (isJob) {
      const { args, env } = container;
      const result = typeof behavior.run === 'function' ? behavior.run({ args, env }) : (behavior.run ?? {});
      log(result.logs);
      void pause(result.until, result.durationMs).then(
        () => end(result.exitCode ?? 0, result.signal),
        () => {},
      );
      return;
    }
    if (behavior.startup === 'exits') return end(behavior.exitCode ?? 1);
    if (behavior.startup === 'never') return;
    const serve = async () => {
      server = await listenDual(serverOf(container, behavior));
      if (stopping.signal.aborted) await server.close();
    };
    const { startAfter, startMs } = behavior;
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

function serverOf(container: ContainerSpec, behavior: ImageBehavior) {
  const counts = new Map<string, number>();
  const { env } = container;
  const respond = (method: string, path: string, headers: IncomingHttpHeaders): FakeResponse => {
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const { http } = behavior;
    const found =
      typeof http === 'function'
        ? http({ method, path, headers, env, count })
        : (http?.[path] ?? http?.[path.split('?')[0] ?? ''] ?? http?.['*'] ?? healthy(container));
    return typeof found === 'number' ? { status: found, body: String(found) } : found;
  };
  const payload = ({ body = '' }: FakeResponse) =>
    typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return {
    http1: (request: IncomingMessage, response: ServerResponse) => {
      request.resume();
      const reply = respond(request.method ?? 'GET', request.url ?? '/', request.headers);
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
        stream.end(Buffer.from([0, 0, 0, 0, 2, 0x08, behavior.grpc === 'NOT_SERVING' ? 2 : 1]));
        return;
      }
      const reply = respond(String(headers[':method'] ?? 'GET'), path, headers);
      stream.respond({ ':status': reply.status ?? 200, ...reply.headers });
      stream.end(payload(reply));
    },
  };
}

function healthy({ image, env }: ContainerSpec): FakeResponse {
  return { body: { service: env.K_SERVICE, revision: env.K_REVISION, version: env.APP_VERSION, image } };
}
