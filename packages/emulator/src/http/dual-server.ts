/** A server on one port, of loopback by default, for HTTP/1.1 and, if the client starts with its preface, cleartext HTTP/2 (gRPC). */
import { createServer as createHttp1, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface DualHandlers {
  http1(request: IncomingMessage, response: ServerResponse): void;
  http2(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void;
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface DualServer {
  readonly port: number;
  /** Closes open connections. */
  close(): Promise<void>;
}

export async function listenDual(handlers: DualHandlers, port = 0, address = '127.0.0.1'): Promise<DualServer> {
  const http1 = createHttp1({ keepAliveTimeout: 60_000, requestTimeout: 0 }, handlers.http1);
  if (handlers.upgrade) http1.on('upgrade', handlers.upgrade);
  const http2 = createHttp2();
  http2.on('stream', handlers.http2);
  http2.on('sessionError', () => {});
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const chunk = socket.read() as Buffer | null;
      if (chunk === null) return socket.destroy();
      socket.unshift(chunk);
      // The HTTP/2 preface starts with a method that no HTTP/1.1 client uses.
      (chunk.subarray(0, 3).toString('latin1') === 'PRI' ? http2 : http1).emit('connection', socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A connection to a port of loopback; rejects if nothing listens there. */
export function dialLoopback(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      // Errors must not end the process before a user of the connection listens for them.
      socket.on('error', () => {});
      resolve(socket);
    });
    socket.once('error', reject);
  });
}
