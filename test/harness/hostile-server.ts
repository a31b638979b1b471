/** Servers with responses that no API sends: endless, one byte at a time, a redirect, or a web page. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as breathe } from 'node:timers/promises';

export type Hostility = 'endless' | 'drip' | 'redirect' | 'page' | 'not-an-object';

export interface HostileServer extends AsyncDisposable {
  readonly url: string;
  readonly host: string;
  /** Requests to the target of the redirects. */
  readonly stolen: IncomingMessage[];
  /** Bytes that were sent. */
  sent(): number;
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );

/** `status` is that of the response; a redirect has its own. */
export async function startHostileServer(hostility: Hostility, status = 200): Promise<HostileServer> {
  const stolen: IncomingMessage[] = [];
  let sent = 0;
  const thief = createServer((request, response) => {
    stolen.push(request);
    response.setHeader('content-type', 'application/json').end('{"access_token":"of-a-thief","value":"of-a-thief"}');
  });
  const elsewhere = await listen(thief);
  const chunk = Buffer.alloc(1_000_000, ' ');
  const respond: Readonly<Record<Hostility, (response: ServerResponse) => void>> = {
    endless: async (response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      while (!response.destroyed) {
        sent += chunk.length;
        response.write(chunk);
        do await breathe();
        while (response.writableNeedDrain && !response.destroyed);
      }
    },
    drip: (response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' ') && sent++, 20);
      response.on('close', () => clearInterval(timer));
    },
    redirect: (response) => response.writeHead(307, { location: `http://${elsewhere}/collect` }).end(),
    page: (response) =>
      response
        .writeHead(status, { 'content-type': 'text/html' })
        .end('<!doctype html><html><head><title>Sign in to continue</title></head><body>Welcome</body></html>'),
    'not-an-object': (response) => response.writeHead(status, { 'content-type': 'application/json' }).end('null'),
  };
  const server = createServer((request, response) => {
    request.resume();
    respond[hostility](response);
  });
  const host = await listen(server);
  return {
    url: `http://${host}`,
    host,
    stolen,
    sent: () => sent,
    async [Symbol.asyncDispose]() {
      for (const one of [server, thief]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
    },
  };
}
