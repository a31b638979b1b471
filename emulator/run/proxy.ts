/**
 * Where the URLs of services lead: finds the service (and tag) by host name, enforces ingress and the invoker's permission as
 * Cloud Run does, picks a revision by the traffic split, starts it if nothing runs, and passes the request on.
 * https://cloud.google.com/run/docs/securing/managing-access
 */
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
import type { Context } from './context.ts';
import { ingressIndex } from './defaults.ts';
import type { DualHandlers } from './dual-server.ts';
import { SERVICE } from './kinds.ts';
import type { Owners } from './owner-routes.ts';
import type { Owner } from './owners.ts';
import { serviceHost } from './resource-names.ts';
import { ensureInstance, type RevisionRecord } from './revisions.ts';
import { containerName } from './runtime.ts';

interface Refusal {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly title: string;
  readonly text: string;
}
interface Chosen {
  /** A connection of its own to the instance. */
  readonly socket: Socket;
  readonly protocol: 'http1' | 'h2c';
}

export function createProxy(context: Context, owners: Owners): DualHandlers {
  const random = generator(context.settings.seed);

  async function choose(headers: IncomingHttpHeaders): Promise<Chosen | Refusal> {
    const host = String(headers[':authority'] ?? headers.host ?? '').replace(/:\d+$/, '');
    const found = find(owners, host);
    if (!found) return NOT_FOUND;
    const { owner, tag } = found;
    // Calls through the emulator's front door come from outside.
    if (owner.doc.ingress !== undefined && owner.doc.ingress !== 'INGRESS_TRAFFIC_ALL') return NOT_FOUND;
    const refused = mayInvoke(context, owner, headers);
    if (refused) return refused;
    const revision = pick(owner, tag, random);
    if (!revision) return NOT_FOUND;
    try {
      const instance = await ensureInstance(context, owner, revision);
      const { workload } = revision;
      const index = Math.max(ingressIndex(workload.containers), 0);
      const port = workload.containers[index]?.ports?.[0]?.containerPort ?? 8080;
      return { socket: await instance.dial(containerName(workload, index), port), protocol: revision.protocol };
    } catch {
      return {
        status: 503,
        title: 'Service Unavailable',
        text: 'The service you requested is not available yet.<p>Please try again in 30 seconds.',
      };
    }
  }

  return {
    http1: (request, response) => {
      void choose(request.headers).then((chosen) => {
        if ('status' in chosen) {
          response.writeHead(chosen.status, { 'content-type': 'text/html; charset=UTF-8', ...chosen.headers });
          response.end(page(chosen));
          request.resume();
        } else if (response.destroyed) chosen.socket.destroy();
        else if (chosen.protocol === 'h2c') overHttp2(chosen, request, response);
        else overHttp1(chosen, request, response);
      });
    },
    http2: (stream, headers) => {
      stream.on('error', () => {});
      void choose(headers).then((chosen) => {
        if ('status' in chosen) {
          if (stream.destroyed) return;
          stream.respond({ ':status': chosen.status, 'content-type': 'text/html; charset=UTF-8', ...chosen.headers });
          stream.end(page(chosen));
        } else if (stream.destroyed) chosen.socket.destroy();
        else if (chosen.protocol === 'h2c') passStream(chosen, stream, headers);
        else streamOverHttp1(chosen, stream, headers);
      });
    },
    upgrade: (request, socket, head) => {
      void choose(request.headers).then((chosen) => {
        if ('status' in chosen) socket.end(`HTTP/1.1 ${chosen.status} ${chosen.title}\r\nconnection: close\r\n\r\n`);
        else passSocket(chosen, request, socket, head);
      });
    },
  };
}

const NOT_FOUND: Refusal = {
  status: 404,
  title: 'Page not found',
  text: 'The requested URL was not found on this server.',
};

/** The service, and the tag if there is one, that a host name stands for. */
function find(owners: Owners, host: string): { owner: Owner; tag: string | undefined } | undefined {
  for (const owner of owners.values()) {
    if (owner.kind !== SERVICE || owner.doc.defaultUriDisabled) continue;
    const own = serviceHost(owner, owner.id);
    if (host === own) return { owner, tag: undefined };
    if (host.endsWith(`---${own}`)) return { owner, tag: host.slice(0, -own.length - 3) };
  }
  return undefined;
}

function pick(owner: Owner, tag: string | undefined, random: () => number): RevisionRecord | undefined {
  if (tag !== undefined) {
    const named = owner.routed.find((target) => target.tag === tag)?.revision;
    return named === undefined ? undefined : owner.revisions.get(named);
  }
  let left = random() * 100;
  for (const { revision, percent = 0 } of owner.routed) {
    left -= percent;
    if (left < 0 && revision !== undefined) return owner.revisions.get(revision);
  }
  return undefined;
}

const UNAUTHORIZED =
  'The request was not authenticated. Either allow unauthenticated invocations or set the proper Authorization header.';

function mayInvoke(context: Context, owner: Owner, headers: IncomingHttpHeaders): Refusal | undefined {
  if (owner.doc.invokerIamDisabled) return undefined;
  const members = (owner.policy.bindings ?? [])
    .filter(({ role }) => role === 'roles/run.invoker')
    .flatMap((binding) => binding.members ?? []);
  if (members.includes('allUsers')) return undefined;
  const token = /^Bearer (.+)$/i.exec(
    String(headers['x-serverless-authorization'] ?? headers.authorization ?? ''),
  )?.[1];
  const forbidden: Refusal = {
    status: 403,
    title: 'Forbidden',
    text: 'Your client does not have permission to get URL <code>/</code> from this server.',
  };
  if (token === undefined) return forbidden;
  const invalid = (description: string): Refusal => ({
    status: 401,
    title: 'Unauthorized',
    text: `Your client does not have permission to the requested URL. ${UNAUTHORIZED}`,
    headers: { 'www-authenticate': `Bearer error="invalid_token" error_description="${description}"` },
  });
  const identity = context.deps.identity.verify(token);
  if (!identity) return invalid('The access token could not be verified');
  // The audience is the service's URL for its tags too.
  const audiences = [owner.doc.uri, ...(owner.doc.urls ?? []), ...(owner.doc.customAudiences ?? [])];
  if (!audiences.includes(identity.audience.replace(/\/$/, '')))
    return invalid('The audience of the token does not match the service');
  const known = [`serviceAccount:${identity.email}`, `user:${identity.email}`, 'allAuthenticatedUsers'];
  const inherited = context.settings.projectInvokers;
  return known.some((member) => members.includes(member) || inherited.includes(member)) ? undefined : forbidden;
}

const page = ({ status, title, text }: Refusal) =>
  `\n<html><head>\n<meta http-equiv="content-type" content="text/html;charset=utf-8">\n<title>${status} ${title}</title>\n</head>\n<body text=#000000 bgcolor=#ffffff>\n<h1>Error: ${title}</h1>\n<h2>${text}</h2>\n<h2></h2>\n</body></html>\n`;

/** A seeded generator of numbers in [0, 1) (mulberry32), so that a split can be repeated. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Headers of one connection only, which a proxy does not pass on. */
const HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade', 'http2-settings']);

function passable(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.has(name) && !name.startsWith(':')));
}

const forwarded = (headers: IncomingHttpHeaders) => ({
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '127.0.0.1',
  ...(headers[':authority'] !== undefined && { host: String(headers[':authority']) }),
});

function overHttp1(to: Chosen, request: IncomingMessage, response: ServerResponse): void {
  const upstream = http1Request(
    {
      createConnection: () => to.socket,
      method: request.method,
      path: request.url,
      headers: { ...passable(request.headers), ...forwarded(request.headers) },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, passable(answer.headers));
      answer.pipe(response);
      answer.once('error', () => response.destroy());
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

function streamOverHttp1(to: Chosen, stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
  const upstream = http1Request(
    {
      createConnection: () => to.socket,
      method: String(headers[':method']),
      path: String(headers[':path']),
      headers: { ...passable(headers), ...forwarded(headers) },
    },
    (answer) => {
      stream.respond({ ':status': answer.statusCode ?? 502, ...passable(answer.headers) });
      answer.pipe(stream);
    },
  );
  upstream.once('error', () => refuseStream(stream));
  stream.pipe(upstream);
}

function overHttp2(to: Chosen, request: IncomingMessage, response: ServerResponse): void {
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

function passStream(to: Chosen, stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
  let trailers: OutgoingHttpHeaders = {};
  stream.once('wantTrailers', () => stream.sendTrailers(trailers));
  const pseudo = { ':method': headers[':method'], ':path': headers[':path'], ':authority': headers[':authority'] };
  pass(to, { ...passable(headers), ...pseudo }, stream, stream, {
    respond: (status, head) => stream.respond({ ':status': status, ...head }, { waitForTrailers: true }),
    trailers: (last) => {
      trailers = last;
    },
    fail: () => refuseStream(stream),
  });
}

/** One request over a cleartext HTTP/2 connection of its own. */
function pass(
  to: Chosen,
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
  let answered = false;
  const fail = () => {
    session.destroy();
    if (answered) into.destroy();
    else on.fail();
    answered = true;
  };
  session.once('error', fail);
  const upstream = session.request(
    Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
  );
  upstream.once('error', fail);
  upstream.once('response', (answer) => {
    answered = true;
    const { ':status': status, ...rest } = answer;
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

/** WebSockets: after the upgrade, bytes are bytes. */
function passSocket({ socket: upstream }: Chosen, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const lines = [`${request.method} ${request.url} HTTP/1.1`];
  for (let i = 0; i < request.rawHeaders.length; i += 2)
    lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
  upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
  if (head.length > 0) upstream.write(head);
  upstream.pipe(socket).pipe(upstream);
  upstream.once('error', () => socket.destroy());
  socket.once('error', () => upstream.destroy());
}
