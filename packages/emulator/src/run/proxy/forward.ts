/** Forwards a request to an instance: HTTP/1.1 or HTTP/2 on either side, trailers and upgrades included. */
import {
  request as http1Request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { connect as connectHttp2, type ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import type { Duplex, Readable, Writable } from 'node:stream';

export interface Destination {
  /** A separate connection to the instance. */
  readonly socket: Socket;
  readonly protocol: 'http1' | 'h2c';
}

/** Hop-by-hop headers, which a proxy does not forward. */
const HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade', 'http2-settings']);

function passable(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.has(name) && !name.startsWith(':')));
}

const forwarded = (headers: IncomingHttpHeaders) => ({
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '127.0.0.1',
  ...(headers[':authority'] !== undefined && { host: String(headers[':authority']) }),
});

export function overHttp1(to: Destination, request: IncomingMessage, response: ServerResponse): void {
  const upstream = http1Request(
    {
      createConnection: () => to.socket,
      method: request.method,
      path: request.url,
      headers: { ...passable(request.headers), ...forwarded(request.headers) },
    },
    (reply) => {
      response.writeHead(reply.statusCode ?? 502, passable(reply.headers));
      reply.pipe(response);
      reply.once('error', () => response.destroy());
    },
  );
  upstream.once('error', () => {
    if (response.headersSent) return void response.destroy();
    response.writeHead(503, { 'content-type': 'text/plain' });
    response.end('upstream connect error or disconnect/reset before headers. reset reason: connection termination');
  });
  response.once('close', () => upstream.destroy());
  request.pipe(upstream);
}

export function streamOverHttp1(to: Destination, stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
  const upstream = http1Request(
    {
      createConnection: () => to.socket,
      method: String(headers[':method']),
      path: String(headers[':path']),
      headers: { ...passable(headers), ...forwarded(headers) },
    },
    (reply) => {
      // The client can have disconnected at its deadline.
      if (stream.destroyed) return void reply.destroy();
      stream.respond({ ':status': reply.statusCode ?? 502, ...passable(reply.headers) });
      reply.pipe(stream);
    },
  );
  upstream.once('error', () => refuseStream(stream));
  stream.once('close', () => upstream.destroy());
  stream.pipe(upstream);
}

export function overHttp2(to: Destination, request: IncomingMessage, response: ServerResponse): void {
  pass(
    to,
    {
      ...passable(request.headers),
      host: undefined,
      ':method': request.method ?? 'GET',
      ':path': request.url ?? '/',
      ':authority': request.headers.host ?? '',
    },
    request,
    response,
    {
      respond: (status, headers) => response.writeHead(status, headers),
      fail: () => {
        if (!response.headersSent) response.writeHead(503);
        response.end();
      },
    },
  );
}

export function passStream(to: Destination, stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
  let trailers: OutgoingHttpHeaders = {};
  stream.once('wantTrailers', () => stream.sendTrailers(trailers));
  const pseudo = { ':method': headers[':method'], ':path': headers[':path'], ':authority': headers[':authority'] };
  pass(to, { ...passable(headers), ...pseudo }, stream, stream, {
    respond: (status, head) => {
      if (!stream.destroyed) stream.respond({ ':status': status, ...head }, { waitForTrailers: true });
    },
    trailers: (last) => {
      trailers = last;
    },
    fail: () => refuseStream(stream),
  });
}

/** One request over a separate cleartext HTTP/2 connection. */
function pass(
  to: Destination,
  headers: OutgoingHttpHeaders,
  from: Readable,
  into: Writable,
  on: {
    respond(status: number, headers: OutgoingHttpHeaders): void;
    trailers?(headers: OutgoingHttpHeaders): void;
    fail(): void;
  },
): void {
  const session = connectHttp2('http://localhost', { createConnection: () => to.socket });
  let responded = false;
  const fail = () => {
    session.destroy();
    if (responded) into.destroy();
    else on.fail();
    responded = true;
  };
  session.once('error', fail);
  const upstream = session.request(
    Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
  );
  upstream.once('error', fail);
  upstream.once('response', (reply) => {
    responded = true;
    const { ':status': status, ...rest } = reply;
    on.respond(Number(status), passable(rest));
    upstream.pipe(into);
  });
  upstream.once('trailers', (trailers) => on.trailers?.(passable(trailers)));
  upstream.once('close', () => session.close());
  into.once('close', () => upstream.close());
  from.pipe(upstream);
}

function refuseStream(stream: ServerHttp2Stream): void {
  if (stream.destroyed) return;
  if (stream.headersSent) stream.close();
  else {
    stream.respond({ ':status': 503 });
    stream.end();
  }
}

/** WebSockets: after the upgrade, bytes are forwarded unchanged. */
export function passSocket(
  { socket: upstream }: Destination,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = [`${request.method} ${request.url} HTTP/1.1`];
  for (let i = 0; i < request.rawHeaders.length; i += 2)
    lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
  upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
  if (head.length > 0) upstream.write(head);
  upstream.pipe(socket).pipe(upstream);
  upstream.once('error', () => socket.destroy());
  socket.once('error', () => upstream.destroy());
}
