/** Whether and how long Cloud CDN caches a response, as a pure function of cache mode and response. https://cloud.google.com/cdn/docs/caching */

export type CacheMode = 'CACHE_ALL_STATIC' | 'USE_ORIGIN_HEADERS' | 'FORCE_CACHE_ALL';

/** The `cdnPolicy` of a backend bucket; times in seconds. */
export interface CdnPolicy {
  cacheMode?: CacheMode;
  defaultTtl?: number;
  maxTtl?: number;
  clientTtl?: number;
  negativeCaching?: boolean;
  negativeCachingPolicy?: { code: number; ttl: number }[];
  serveWhileStale?: number;
  bypassCacheOnRequestHeaders?: { headerName: string }[];
}

export interface Cacheability {
  /** Seconds for which the response is fresh in the cache; 0: it is not cached. */
  readonly ttl: number;
  /** The `Cache-Control` of the response to the client. */
  readonly cacheControl: string | undefined;
}

const STATIC =
  /^(text\/css|text\/javascript|application\/javascript|application\/wasm|application\/pdf|application\/(font|x-font)|font\/|image\/|video\/|audio\/)/;
const NEGATIVE: Record<number, number> = {
  300: 600,
  301: 600,
  308: 600,
  404: 120,
  410: 120,
  421: 60,
  451: 120,
  405: 60,
  501: 60,
};
const HOUR = 3600;

export function cacheability(
  policy: CdnPolicy,
  response: { status: number; contentType: string | undefined; cacheControl: string | undefined },
): Cacheability {
  const mode = policy.cacheMode ?? 'CACHE_ALL_STATIC';
  const directives = parseCacheControl(response.cacheControl);
  const success = response.status === 200 || response.status === 206;
  if (!success)
    return { ttl: negativeTtl(policy, mode, response.status, directives), cacheControl: response.cacheControl };

  const defaultTtl = policy.defaultTtl ?? HOUR;
  const clientTtl = policy.clientTtl ?? HOUR;
  if (mode === 'FORCE_CACHE_ALL') {
    return { ttl: defaultTtl, cacheControl: `public, max-age=${Math.min(defaultTtl, clientTtl)}` };
  }
  const forbidden = ['no-store', 'private', 'no-cache'].some((name) => directives.has(name));
  const stated = number(directives.get('s-maxage')) ?? number(directives.get('max-age'));
  if (forbidden) return { ttl: 0, cacheControl: response.cacheControl };
  if (mode === 'USE_ORIGIN_HEADERS') return { ttl: stated ?? 0, cacheControl: response.cacheControl };

  const maxTtl = policy.maxTtl ?? 86_400;
  if (stated !== undefined) {
    const maxAge = number(directives.get('max-age')) ?? stated;
    const cacheControl =
      maxAge > clientTtl ? `public, max-age=${clientTtl}` : (response.cacheControl ?? `public, max-age=${maxAge}`);
    return { ttl: Math.min(stated, maxTtl), cacheControl };
  }
  if (!STATIC.test(response.contentType ?? '')) return { ttl: 0, cacheControl: response.cacheControl };
  return { ttl: defaultTtl, cacheControl: `public, max-age=${Math.min(clientTtl, defaultTtl)}` };
}

/**
 * Errors are cached if negative caching is on. The real service does not cache errors with cache directives, except
 * with FORCE_CACHE_ALL; the response for a missing object of a bucket has none.
 */
function negativeTtl(policy: CdnPolicy, mode: CacheMode, status: number, directives: Map<string, string>): number {
  if (!policy.negativeCaching) return 0;
  if (directives.size > 0 && mode !== 'FORCE_CACHE_ALL') return 0;
  if (policy.negativeCachingPolicy?.length) {
    return policy.negativeCachingPolicy.find(({ code }) => code === status)?.ttl ?? 0;
  }
  return NEGATIVE[status] ?? 0;
}

function parseCacheControl(header: string | undefined): Map<string, string> {
  const directives = new Map<string, string>();
  for (const part of (header ?? '').split(',')) {
    const [name = '', value = ''] = part.trim().split('=');
    if (name !== '') directives.set(name.toLowerCase(), value.replaceAll('"', ''));
  }
  return directives;
}

const number = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
