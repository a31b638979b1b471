/**
 * Compute Engine v1, limited to sites behind the load balancer: URL maps, cache invalidation, backend buckets,
 * global operations. https://cloud.google.com/compute/docs/reference/rest/v1
 */
import type { Core } from '../core/core.ts';
import type { ApiError } from '../http/errors.ts';
import type { Route } from '../http/routes.ts';
import { type BackendBucket, createBackendBuckets } from './backend-buckets.ts';
import { createOperations } from './operations.ts';
import type { UrlMap } from './url-map.ts';
import { createUrlMaps } from './url-maps.ts';

export interface Compute {
  readonly routes: readonly Route[];
  readonly serveOptions: { errorBody: (error: ApiError) => unknown };
  /** URL maps by name, with their fingerprints, as the API returns them. */
  readonly urlMaps: Map<string, UrlMap>;
  readonly backendBuckets: Map<string, BackendBucket>;
  putUrlMap(project: string, map: UrlMap): UrlMap;
  putBackendBucket(project: string, backend: BackendBucket): BackendBucket;
  /** The backend bucket behind a service URL of a map. */
  backend(service: string): BackendBucket | undefined;
  onInvalidate(listener: (host: string | undefined, path: string) => void): void;
  /** Milliseconds from a request to the end of its operation. Default 0. */
  operationDelay: number;
  /** Limit of invalidations per URL map and minute; the real limit is 500. */
  invalidationsPerMinute: number;
}

const REASONS: Record<number, string> = {
  400: 'invalid',
  401: 'required',
  403: 'forbidden',
  404: 'notFound',
  412: 'conditionNotMet',
  429: 'rateLimitExceeded',
  503: 'backendError',
};

export function createCompute(core: Core): Compute {
  const operations = createOperations(core);
  const urlMaps = new Map<string, UrlMap>();
  const backends = createBackendBuckets(core, operations, urlMaps);
  const backend = (service: string) => backends.all.get(/backendBuckets\/([^/]+)$/.exec(service)?.[1] ?? '');
  const maps = createUrlMaps(core, operations, urlMaps, (service) => backend(service) !== undefined);
  return {
    urlMaps,
    backendBuckets: backends.all,
    putUrlMap: maps.put,
    putBackendBucket: backends.put,
    backend,
    onInvalidate: maps.onInvalidate,
    get operationDelay() {
      return operations.delay;
    },
    set operationDelay(milliseconds) {
      operations.delay = milliseconds;
    },
    get invalidationsPerMinute() {
      return maps.invalidationsPerMinute;
    },
    set invalidationsPerMinute(limit) {
      maps.invalidationsPerMinute = limit;
    },
    serveOptions: {
      errorBody: ({ status, message, reason }) => ({
        error: {
          code: status,
          message,
          errors: [{ message, domain: 'global', reason: reason ?? REASONS[status] ?? 'backendError' }],
        },
      }),
    },
    routes: [...maps.routes, ...backends.routes, ...operations.routes],
  };
}
