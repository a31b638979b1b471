/** The parts of an emulated API: routes, requests to handlers, and their replies. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Core, Principal } from '../core/core.ts';
import type { ApiError } from './errors.ts';
import type { KnownQuery } from './query-parameters.ts';

/** One request to an emulated API, with its path parameters decoded. */
export interface ApiRequest {
  readonly method: string;
  readonly url: URL;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The raw body, for handlers that stream. Use either this or `body`/`json`, and only once. */
  readonly stream: Readable;
  /** The caller, from the bearer token; undefined on routes without authentication. */
  readonly principal: Principal | undefined;
  body(): Promise<Buffer>;
  /**
   * The body as JSON; an empty body is `{}`; malformed JSON is INVALID_ARGUMENT. A field that is `null` is absent, unless
   * `nulls` keeps it for a merge patch, where it removes.
   */
  json<T = Record<string, unknown>>(options?: { nulls?: boolean }): Promise<T>;
  /** Executes another request to the same API, as part of a batch. */
  inner(request: Incoming): Promise<Reply>;
}

/** The reply of a handler. `body` is sent as JSON unless it is text, bytes or a stream. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string | number | string[]>;
  readonly body?: unknown;
}

export type Handler = (request: ApiRequest) => Reply | Promise<Reply>;

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly open: boolean;
  readonly query: KnownQuery;
  readonly handler: Handler;
}

export interface RouteOptions {
  /** Requires no token. */
  readonly open?: boolean;
  /** The query parameters that the route supports, in addition to the system parameters. Default: none. */
  readonly query?: KnownQuery;
}

/**
 * A route for a path template such as `/v2/projects/{project}/services/{service}:getIamPolicy`.
 * `{name}` matches one segment without a colon (`{project}` also a project of a domain, `example.com:proj`), `{name=*}` one that may
 * have colons, `{name=**}` the rest including slashes and colons. Method `*` matches all.
 */
export function route(
  method: string,
  template: string,
  handler: Handler,
  { open = false, query = [] }: RouteOptions = {},
): Route {
  return { method, ...compiled(template), open, query, handler };
}

/** Compiled patterns by template: a simulation starts thousands of emulators in a process, and each would take 3 ms to compile its own. */
const PATTERNS = new Map<string, Pick<Route, 'pattern' | 'names'>>();

function compiled(template: string): Pick<Route, 'pattern' | 'names'> {
  const known = PATTERNS.get(template);
  if (known) return known;
  const names: string[] = [];
  const source = template.replace(/\{(\w+)(=\*\*?)?\}|[.*+?^$()|[\]\\]/g, (match, name?: string, wild?: string) => {
    if (name === undefined) return `\\${match}`;
    names.push(name);
    if (wild) return wild === '=**' ? '(.+)' : '([^/]+)';
    return name === 'project' ? '((?:[^/:]+\\.[^/:]+:)?[^/:]+)' : '([^/:]+)';
  });
  const pattern = { pattern: new RegExp(`^${source}$`), names };
  PATTERNS.set(template, pattern);
  return pattern;
}

export interface ServeOptions {
  readonly port?: number;
  /** The address to listen on. Default 127.0.0.1. */
  readonly address?: string;
  /** The response to a call without a valid token. */
  readonly unauthenticated?: (message: string) => Reply;
  /** The body of an error, if the API does not use Google's common format. */
  readonly errorBody?: (error: ApiError, request: Pick<Incoming, 'url'>) => unknown;
  /** Whether it takes the system parameters of Google's APIs (`fields`, `alt`, …). Default true. */
  readonly systemParameters?: boolean;
}

export interface Api {
  readonly core: Core;
  /** Its name in faults and in the call log. */
  readonly name: string;
  readonly routes: readonly Route[];
  readonly options: ServeOptions;
}

export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly stream: Readable;
  body(): Promise<Buffer>;
  /** Whether the caller has disconnected. */
  gone?(): boolean;
}

/** Thrown into a handler whose caller disconnected while it read the body. */
export class ConnectionCut extends Error {}
