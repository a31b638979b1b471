/**
 * The server of every emulated API: reads requests, applies faults, and writes the call log and the responses.
 * An API is a list of routes; `serveApi` gives it a separate port, since each API has its own host on Google Cloud.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable, Stream } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '../core/core.ts';
import { dispatch } from './dispatch.ts';
import { type Api, ConnectionCut, type Reply, type Route, type ServeOptions } from './routes.ts';

export interface ApiServer {
  /** Base URL without a trailing slash, for instance `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Listens, on loopback by default, and serves `routes` as the API `name` (its name in faults and the call log). */
export async function serveApi(
  core: Core,
  name: string,
  routes: readonly Route[],
  options: ServeOptions = {},
): Promise<ApiServer> {
  const api = { core, name, routes, options };
  return listen((request, response) => respond(api, request, response), options.port ?? 0, options.address);
}

/** Starts a plain HTTP server, on loopback by default, that closes open connections when it stops. */
export async function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port: number,
  address = '127.0.0.1',
): Promise<ApiServer & { readonly server: Server }> {
  const sockets = new Set<Socket>();
  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (request, response) => {
    handler(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  server.on('connection', (socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    server,
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function respond(api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { core } = api;
  // A message that was read completely can lose its socket.
  const { socket } = request;
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const method = request.method ?? 'GET';
  const call = core.calls.begin({ api: api.name, method, path: url.pathname, query: url.search });
  const fault = core.faults.match(call);
  let bytes: Buffer | undefined;
  const stream = fault?.resetAfterBytes === undefined ? request : cut(request, fault.resetAfterBytes);
  const body = async () => {
    bytes ??= await readAll(stream);
    return bytes;
  };
  let reply: Reply;
  try {
    await core.calls.announce(call);
    if (fault?.delayMs) await core.clock.sleep(fault.delayMs);
    if (fault?.reset) {
      socket.destroy();
      core.calls.end(call, 0);
      return;
    }
    const gone = () => socket.destroyed;
    reply = await dispatch(api, { method, url, headers: request.headers, stream, body, gone }, fault);
  } catch (error) {
    if (!(error instanceof ConnectionCut)) throw error;
    core.calls.end(call, 0);
    return;
  }
  // The body must be read completely, else a kept-alive connection passes the rest to the next request.
  if (!request.readableEnded && bytes === undefined) request.resume();
  core.calls.end(call, reply.status ?? 200);
  if (fault?.dropResponse) {
    socket.destroy();
    return;
  }
  // The `date` header has the time of the emulator's clock, which tests can set.
  response.setHeader('date', new Date(core.clock.now()).toUTCString());
  await send(response, reply);
}

/** The body up to `limit` bytes; then the connection is closed, like by a network failure. */
function cut(request: IncomingMessage, limit: number): Readable {
  return Readable.from(
    (async function* () {
      let left = limit;
      for await (const chunk of request as AsyncIterable<Buffer>) {
        if (chunk.length >= left) {
          yield chunk.subarray(0, left);
          request.socket.destroy();
          throw new ConnectionCut();
        }
        left -= chunk.length;
        yield chunk;
      }
    })(),
    { objectMode: false },
  );
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  const status = reply.status ?? 200;
  const headers = { ...reply.headers };
  if (reply.body instanceof Stream) {
    response.writeHead(status, headers);
    await pipeline(reply.body as Readable, response).catch(() => response.destroy());
    return;
  }
  if (reply.body === undefined || reply.body === null || status === 204 || status === 304) {
    response.writeHead(status, headers).end();
    return;
  }
  const raw = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  const payload = raw ? (reply.body as string | Buffer) : `${JSON.stringify(reply.body)}\n`;
  if (!raw) headers['content-type'] ??= 'application/json; charset=UTF-8';
  headers['content-length'] ??= Buffer.byteLength(payload);
  response.writeHead(status, headers).end(payload);
}
