/**
 * The proxy for the URLs of services: finds the service (and tag) by host name, enforces ingress and the invoker permission like
 * Cloud Run, picks a revision by the traffic split, starts an instance if none runs, and forwards the request.
 * https://cloud.google.com/run/docs/securing/managing-access
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { DualHandlers } from '../../http/dual-server.ts';
import type { Context } from '../context.ts';
import type { Instance } from '../drivers/driver.ts';
import type { FakeResponse } from '../drivers/image-behavior.ts';
import { containerName } from '../instances/runtime.ts';
import { serviceHost } from '../requests/resource-names.ts';
import { ingressIndex } from '../rules/defaults.ts';
import type { Owner, Owners, RevisionRecord } from '../services/records.ts';
import { SERVICE } from '../services/resource-kinds.ts';
import { ensureInstance } from '../services/revisions.ts';
import { type AccessedRequest, recordAccess } from './access-log.ts';
import { type Destination, overHttp1, overHttp2, passSocket, passStream, streamOverHttp1 } from './forward.ts';

interface Refusal {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly title: string;
  readonly text: string;
}
interface Outcome<T> {
  readonly chosen: { readonly to: T } | Refusal | 'reset';
  /** Call it once the request has ended; status 0 if the client disconnected without a response. */
  readonly ended: (status: number) => void;
}

/** The target of a request, with its data for the request log if it is for a service. */
interface Routed<T> {
  readonly to: { readonly to: T } | Refusal;
  readonly access?: Pick<AccessedRequest, 'owner' | 'revision' | 'reached' | 'refusal'>;
}

/** Reaches the ingress container of an instance, by its name and port. */
type Reach<T> = (instance: Instance, container: string, port: number, revision: RevisionRecord) => Promise<T>;

/** Routes requests. Requests to services are also logged as calls of the API `proxy`, with the host in their path: `//HOST/health`. */
function createChooser<T>(context: Context, owners: Owners, reach: Reach<T>) {
  const { core } = context;
  const random = generator(context.settings.seed);

  async function choose(method: string, path: string, headers: IncomingHttpHeaders): Promise<Outcome<T>> {
    const host = String(headers[':authority'] ?? headers.host ?? '').replace(/:\d+$/, '');
    const { pathname, search } = new URL(path, 'http://localhost');
    const call = core.calls.begin({ api: 'proxy', method, path: `//${host}${pathname}`, query: search });
    const began = core.clock.now();
    const done = (status: number) => core.calls.end(call, status);
    const fault = core.faults.match(call);
    await core.calls.announce(call);
    if (fault?.delayMs) await core.clock.sleep(fault.delayMs);
    if (fault?.reset) return { chosen: 'reset', ended: done };
    if (fault?.status)
      return { chosen: { status: fault.status, title: 'Fault', text: fault.message ?? '' }, ended: done };
    const { to, access } = await destination(host, headers);
    const request = { method, url: `https://${host}${path}`, userAgent: String(headers['user-agent'] ?? ''), began };
    return {
      chosen: to,
      ended: (status) => {
        done(status);
        if (access) recordAccess(context, { ...request, ...access }, status);
      },
    };
  }

  async function destination(host: string, headers: IncomingHttpHeaders): Promise<Routed<T>> {
    const found = find(owners, host);
    if (!found) return { to: NOT_FOUND };
    const { owner, tag } = found;
    const refuse = (to: Refusal, refusal?: string, revision?: RevisionRecord): Routed<T> => ({
      to,
      access: { owner, revision, reached: undefined, ...(refusal !== undefined && { refusal }) },
    });
    // Calls through the emulator's proxy come from the internet.
    if (owner.doc.ingress !== undefined && owner.doc.ingress !== 'INGRESS_TRAFFIC_ALL') return refuse(NOT_FOUND);
    const refused = mayInvoke(context, owner, headers);
    if (refused) return refuse(refused, UNAUTHORIZED);
    const revision = pick(owner, tag, random);
    if (!revision) return refuse(NOT_FOUND);
    try {
      const instance = await ensureInstance(context, owner, revision);
      const { workload } = revision;
      const index = Math.max(ingressIndex(workload.containers), 0);
      const port = workload.containers[index]?.ports?.[0]?.containerPort ?? 8080;
      const to = await reach(instance, containerName(workload, index), port, revision);
      return {
        to: { to },
        access: { owner, revision, reached: core.clock.now() },
      };
    } catch {
      return refuse(NO_INSTANCE, 'The request was aborted because there was no available instance.', revision);
    }
  }

  return choose;
}

export function createProxy(context: Context, owners: Owners): DualHandlers {
  const choose = createChooser<Destination>(context, owners, async (instance, container, port, { protocol }) => ({
    socket: await instance.dial(container, port),
    protocol,
  }));
  return {
    http1: (request, response) => {
      void choose(request.method ?? 'GET', request.url ?? '/', request.headers).then(({ chosen, ended }) => {
        if (response.closed) ended(0);
        else response.once('close', () => ended(response.headersSent ? response.statusCode : 0));
        if (chosen === 'reset') request.socket.destroy();
        else if ('status' in chosen) {
          response.writeHead(chosen.status, { 'content-type': 'text/html; charset=UTF-8', ...chosen.headers });
          response.end(page(chosen));
          request.resume();
        } else if (response.destroyed) chosen.to.socket.destroy();
        else if (chosen.to.protocol === 'h2c') overHttp2(chosen.to, request, response);
        else overHttp1(chosen.to, request, response);
      });
    },
    http2: (stream, headers) => {
      stream.on('error', () => {});
      void choose(String(headers[':method']), String(headers[':path']), headers).then(({ chosen, ended }) => {
        if (stream.closed) ended(0);
        else stream.once('close', () => ended(Number(stream.sentHeaders?.[':status'] ?? 0)));
        if (chosen === 'reset') stream.close();
        else if ('status' in chosen) {
          if (stream.destroyed) return;
          stream.respond({ ':status': chosen.status, 'content-type': 'text/html; charset=UTF-8', ...chosen.headers });
          stream.end(page(chosen));
        } else if (stream.destroyed) chosen.to.socket.destroy();
        else if (chosen.to.protocol === 'h2c') passStream(chosen.to, stream, headers);
        else streamOverHttp1(chosen.to, stream, headers);
      });
    },
    upgrade: (request, socket, head) => {
      void choose(request.method ?? 'GET', request.url ?? '/', request.headers).then(({ chosen, ended }) => {
        ended(typeof chosen === 'object' && 'status' in chosen ? chosen.status : 101);
        if (chosen === 'reset') socket.destroy();
        else if ('status' in chosen)
          socket.end(`HTTP/1.1 ${chosen.status} ${chosen.title}\r\nconnection: close\r\n\r\n`);
        else passSocket(chosen.to, request, socket, head);
      });
    },
  };
}

/** A request to the URL of a service, without a connection. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  /** With `host`. */
  readonly headers: IncomingHttpHeaders;
}

/** The same proxy for drivers without connections. A reply with `reset` ends the connection. */
export function createMemoryProxy(
  context: Context,
  owners: Owners,
): (request: ServiceRequest) => Promise<FakeResponse> {
  const choose = createChooser(context, owners, async (instance, container) => {
    return (request: ServiceRequest) => {
      if (!instance.send) throw new Error('the driver needs connections');
      return instance.send(container, request);
    };
  });
  return async (request) => {
    const { chosen, ended } = await choose(request.method, request.path, request.headers);
    const response = await responseOf(chosen, request).catch((): FakeResponse => ({ status: 503 }));
    ended(response.reset ? 0 : (response.status ?? 200));
    return response;
  };
}

async function responseOf(
  chosen: { readonly to: (request: ServiceRequest) => Promise<FakeResponse> } | Refusal | 'reset',
  request: ServiceRequest,
): Promise<FakeResponse> {
  if (chosen === 'reset') return { reset: true };
  if ('status' in chosen) return { status: chosen.status, ...(chosen.headers && { headers: chosen.headers }) };
  return await chosen.to(request);
}

/** https://cloud.google.com/run/docs/troubleshooting#no-available-instance */
const NO_INSTANCE: Refusal = {
  status: 503,
  title: 'Service Unavailable',
  text: 'The service you requested is not available yet.<p>Please try again in 30 seconds.',
};

const NOT_FOUND: Refusal = {
  status: 404,
  title: 'Page not found',
  text: 'The requested URL was not found on this server.',
};

/** The service, and the tag if there is one, that a host name represents. */
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

/** A seeded generator of numbers in [0, 1) (mulberry32), so that splits are reproducible. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
