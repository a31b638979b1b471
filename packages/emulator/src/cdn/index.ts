/**
 * The load balancer with Cloud CDN for backend buckets: routes by URL map, caches responses by cache mode, headers and
 * TTLs until they expire or are invalidated, and applies the custom error response policy.
 */
import { createGunzip } from 'node:zlib';
import type { Core } from '../core/core.ts';
import { ANY_QUERY } from '../http/query-parameters.ts';
import { type ApiRequest, type Reply, type Route, route } from '../http/routes.ts';
import { asStream, type Content } from '../storage/content/content.ts';
import type { Storage } from '../storage/index.ts';
import type { BackendBucket } from './backend-buckets.ts';
import { cacheability } from './cache-policy.ts';
import type { Compute } from './compute.ts';
import { fetchFromBucket, type OriginResponse } from './origin.ts';
import { destinationOf, errorPage, namesHost, type UrlMap } from './url-map.ts';

export interface Cdn {
  readonly routes: readonly Route[];
  /** Cached addresses (`host/path`) that are still fresh. */
  cached(): string[];
}

interface Entry {
  readonly response: OriginResponse;
  readonly cacheControl: string | undefined;
  /** Milliseconds since 1970. */
  readonly stored: number;
  readonly freshUntil: number;
  /** Can be served until then while it is revalidated. */
  readonly staleUntil: number;
}

type Lookup = Pick<Entry, 'response' | 'cacheControl'> & {
  cache: 'hit' | 'miss' | 'stale' | 'uncacheable';
  age: number;
};

export function createCdn(core: Core, storage: Storage, compute: Compute): Cdn {
  const entries = new Map<string, Entry>();
  const drop = (key: string) => {
    const entry = entries.get(key);
    if (entry && !Buffer.isBuffer(entry.response.content)) entry.response.content.release();
    entries.delete(key);
  };
  compute.onInvalidate((host, path) => {
    for (const key of entries.keys()) {
      const slash = key.indexOf('/');
      const matches = path.endsWith('/*') ? key.slice(slash).startsWith(path.slice(0, -1)) : key.slice(slash) === path;
      if (matches && (host === undefined || key.slice(0, slash) === host)) drop(key);
    }
  });

  /** `key` is host and path as requested, before any rewrite; query strings are not part of the key for buckets. */
  function lookUp(key: string, backend: BackendBucket, path: string, request: ApiRequest): Lookup {
    const fetch = () => fetchFromBucket(storage, backend.bucketName, path);
    const policy = backend.cdnPolicy ?? {};
    const bypass = policy.bypassCacheOnRequestHeaders?.some(
      ({ headerName }) => headerName.toLowerCase() in request.headers,
    );
    if (!backend.enableCdn || bypass) {
      const response = fetch();
      return { response, cacheControl: response.headers['cache-control'], cache: 'uncacheable', age: 0 };
    }
    const now = core.clock.now();
    const held = entries.get(key);
    if (held && now < held.freshUntil) return { ...held, cache: 'hit', age: Math.floor((now - held.stored) / 1000) };
    const response = fetch();
    const { ttl, cacheControl } = cacheability(policy, {
      status: response.status,
      contentType: response.headers['content-type'],
      cacheControl: response.headers['cache-control'],
    });
    const stale = held && now < held.staleUntil ? held : undefined;
    const served: Lookup = stale
      ? { ...stale, cache: 'stale', age: Math.floor((now - stale.stored) / 1000) }
      : { response, cacheControl, cache: 'miss', age: 0 };
    drop(key);
    if (ttl > 0) {
      const kept = Buffer.isBuffer(response.content) ? response : { ...response, content: response.content.retain() };
      const freshUntil = now + ttl * 1000;
      const staleUntil = freshUntil + (policy.serveWhileStale ?? 0) * 1000;
      entries.set(key, { response: kept, cacheControl, stored: now, freshUntil, staleUntil });
    }
    return served;
  }

  function serve(request: ApiRequest): Reply {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const map = mapFor(compute.urlMaps.values(), host);
    const destination = map && destinationOf(map, host, request.path);
    const backend = destination && compute.backend(destination.service);
    if (!destination || !backend) return { status: 404, headers: { 'content-type': 'text/html' }, body: NOT_FOUND };
    let found = lookUp(`${host}${request.path}`, backend, destination.path, request);
    let status = found.response.status;
    if (status >= 400) {
      const page = errorPage(destination.errorPolicies, status);
      const pageBackend = page && compute.backend(page.service);
      if (page && pageBackend) {
        found = lookUp(`${host}${page.path}`, pageBackend, page.path, request);
        status = page.status;
        if (found.response.status !== 200) return { status, headers: { 'content-type': 'text/html' }, body: NOT_FOUND };
      }
    }
    return reply(request, found, status, backend);
  }

  return {
    routes: [
      route('GET', '{path=**}', serve, { open: true, query: ANY_QUERY }),
      route('HEAD', '{path=**}', serve, { open: true, query: ANY_QUERY }),
    ],
    cached: () => [...entries].filter(([, entry]) => core.clock.now() < entry.freshUntil).map(([key]) => key),
  };
}

const NOT_FOUND = '<html><title>404</title><body>Not Found</body></html>';

/** The map that names the host; otherwise the first, whose default matches every host. */
function mapFor(maps: Iterable<UrlMap>, host: string): UrlMap | undefined {
  const all = [...maps];
  return all.find((map) => namesHost(map, host)) ?? all[0];
}

function reply(
  request: ApiRequest,
  { response, cacheControl, cache, age }: Lookup,
  status: number,
  backend: BackendBucket,
): Reply {
  const acceptsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const inflate = response.gzip && !acceptsGzip && !response.noTransform;
  const headers: Record<string, string | number> = { ...response.headers, via: '1.1 google' };
  if (cacheControl === undefined) delete headers['cache-control'];
  else headers['cache-control'] = cacheControl;
  if (cache === 'hit' || cache === 'stale') headers.age = age;
  for (const header of backend.customResponseHeaders ?? []) {
    const [name = '', value = ''] = header.split(/:\s*/, 2);
    headers[name.toLowerCase()] = value.replaceAll('{cdn_cache_status}', cache);
  }
  if (response.gzip) headers.vary = 'Accept-Encoding';
  if (inflate) delete headers['content-encoding'];

  if (status === 200 && notModified(request, headers)) return { status: 304, headers };
  const { content } = response;
  if (inflate) {
    const plain = asStream(Buffer.isBuffer(content) ? content : content.read()).pipe(createGunzip());
    return { status, headers, body: request.method === 'HEAD' ? undefined : plain };
  }
  const size = Buffer.isBuffer(content) ? content.length : content.size;
  headers['content-length'] = size;
  return { status, headers, body: request.method === 'HEAD' || size === 0 ? undefined : bytesOf(content) };
}

const bytesOf = (content: Content | Buffer) => (Buffer.isBuffer(content) ? content : content.read());

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1 */
function notModified(request: ApiRequest, headers: Record<string, string | number>): boolean {
  const wanted = request.headers['if-none-match'];
  if (wanted !== undefined) {
    return wanted.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === headers.etag);
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return since >= Date.parse(String(headers['last-modified']));
}
