/** A server that keeps every request as it came over the wire and sends canned responses. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorded {
  readonly method: string;
  /** Path and query as sent, percent-encoding included. */
  readonly target: string;
  /** `[name, value]` in the order of the wire, names in their own spelling. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

export interface CannedResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
  /** Sent as JSON; wins over `text`. */
  readonly json?: unknown;
}

/** What the server responds. `url` is the server's base URL; `count` is the number of requests before this one. */
export type Respond = (request: Recorded, url: string, count: number) => CannedResponse;

export interface Recorder {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Runs the work and gives the requests that came meanwhile. */
  during(respond: Respond, work: () => Promise<unknown>): Promise<Recorded[]>;
  stop(): Promise<void>;
}

const NO_RESPONSES: Respond = () => ({ status: 500, text: 'no call is being recorded' });

export async function startRecorder(): Promise<Recorder> {
  let respond = NO_RESPONSES;
  let requests: Recorded[] = [];
  let url = '';
  const server: Server = createServer(async (incoming, response) => {
    // A client can end a request before its end.
    const request = await read(incoming).catch(() => undefined);
    if (!request) return;
    const { status = 200, headers = {}, text = '', json } = respond(request, url, requests.length);
    requests.push(request);
    const body = json === undefined ? text : JSON.stringify(json);
    const type = json === undefined ? {} : { 'content-type': 'application/json; charset=UTF-8' };
    response.writeHead(status, { ...type, ...headers });
    response.end(incoming.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async during(given, work) {
      requests = [];
      respond = given;
      try {
        await work();
        return requests;
      } finally {
        respond = NO_RESPONSES;
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(incoming: IncomingMessage): Promise<Recorded> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers: [string, string][] = [];
  for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2)
    headers.push([incoming.rawHeaders[i] as string, incoming.rawHeaders[i + 1] as string]);
  return { method: incoming.method ?? '', target: incoming.url ?? '', headers, body: Buffer.concat(chunks) };
}
