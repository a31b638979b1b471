/** Handles one request: fault, route, token, query, handler, and Google's error format if the handler throws. */
import type { IncomingHttpHeaders } from 'node:http';
import { Stream } from 'node:stream';
import type { FaultRule } from '../core/faults.ts';
import { ApiError, errorBody } from './errors.ts';
import { selector } from './field-selection.ts';
import { checkQuery } from './query-parameters.ts';
import { type Api, ConnectionCut, type Incoming, type Reply, type Route } from './routes.ts';
import { withoutNulls } from './strip-nulls.ts';

/** The reply, errors included. Throws only `ConnectionCut`, when the caller has disconnected. */
export async function dispatch(api: Api, incoming: Incoming, fault: FaultRule | undefined): Promise<Reply> {
  try {
    return await carryOut(api, incoming, fault);
  } catch (error) {
    if (error instanceof ConnectionCut || incoming.gone?.()) throw new ConnectionCut();
    if (!(error instanceof ApiError)) api.core.report(error);
    const known = error instanceof ApiError ? error : new ApiError(500, String(error));
    const { status, message, details, reason, headers } = known;
    return {
      status,
      headers,
      body: api.options.errorBody?.(known, incoming) ?? errorBody(status, message, details, reason),
    };
  }
}

async function carryOut(api: Api, incoming: Incoming, fault: FaultRule | undefined): Promise<Reply> {
  const { core, options, routes } = api;
  const { method, url, headers, body } = incoming;
  const token = bearer(headers);
  if (fault?.expireToken) core.tokens.expire(token);
  if (fault?.status && fault.body !== undefined) {
    return { status: fault.status, ...(fault.headers && { headers: fault.headers }), body: fault.body };
  }
  if (fault?.status) throw new ApiError(fault.status, fault.message ?? 'Injected fault', fault.headers);
  const found = find(routes, method, url.pathname);
  if (!found) throw new ApiError(404, `Method not found: ${method} ${url.pathname}`);
  const principal = core.tokens.principal(token);
  if (!found.route.open && !principal) {
    const message = 'Request had invalid authentication credentials. Expected OAuth 2 access token.';
    return options.unauthenticated?.(message) ?? { status: 401, body: errorBody(401, message) };
  }
  const { systemParameters: system = true } = options;
  const query = url.searchParams;
  checkQuery(query, found.route.query, system);
  const select = selector(system ? (query.get('fields') ?? query.get('$fields')) : null);
  const reply = await found.route.handler({
    method,
    url,
    path: url.pathname,
    params: found.params,
    query,
    headers,
    get stream() {
      return incoming.stream;
    },
    principal,
    body,
    json: async <T>({ nulls = false } = {}) => {
      const value = parseJson<T>(await body());
      return nulls ? value : (withoutNulls(value) as T);
    },
    inner: (request) => inner(api, request),
  });
  return isResource(reply.body) ? { ...reply, body: select(reply.body) } : reply;
}

/** A request inside a batch: it is logged and subject to faults like a separate request. */
async function inner(api: Api, incoming: Incoming): Promise<Reply> {
  const { core, name } = api;
  const { method, url } = incoming;
  const call = core.calls.begin({ api: name, method, path: url.pathname, query: url.search });
  const fault = core.faults.match(call);
  await core.calls.announce(call);
  const reply = await dispatch(api, incoming, fault);
  core.calls.end(call, reply.status ?? 200);
  return reply;
}

export const bearer = (headers: IncomingHttpHeaders): string =>
  /^(?:Bearer|token) (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

function find(routes: readonly Route[], method: string, path: string) {
  for (const candidate of routes) {
    if (candidate.method !== '*' && candidate.method !== method) continue;
    const match = candidate.pattern.exec(path);
    if (!match) continue;
    const params = Object.fromEntries(candidate.names.map((name, i) => [name, decode(match[i + 1] ?? '')]));
    return { route: candidate, params };
  }
  return undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ApiError(400, `Invalid percent-encoding in ${segment}`);
  }
}

/** The body to send as JSON. */
const isResource = (body: unknown): body is object =>
  typeof body === 'object' && body !== null && !Buffer.isBuffer(body) && !(body instanceof Stream);

function parseJson<T>(bytes: Buffer): T {
  if (bytes.length === 0) return {} as T;
  try {
    return JSON.parse(bytes.toString('utf8')) as T;
  } catch {
    throw new ApiError(400, 'Invalid JSON payload received.');
  }
}
