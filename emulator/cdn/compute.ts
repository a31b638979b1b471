/**
 * Compute Engine v1, as far as it concerns a site behind the load balancer: URL maps, cache invalidation, backend buckets,
 * global operations. https://cloud.google.com/compute/docs/reference/rest/v1
 */
import { randomBytes, randomInt } from 'node:crypto';
import type { Core } from '../core.ts';
import { ApiError } from '../errors.ts';
import { type ApiRequest, type Reply, type Route, route } from '../http.ts';
import type { CdnPolicy } from './cache-policy.ts';
import { checkUrlMap } from './check-url-map.ts';
import type { UrlMap } from './url-map.ts';

export interface BackendBucket {
  name: string;
  /** The Cloud Storage bucket. */
  bucketName: string;
  enableCdn?: boolean;
  /** Kept and shown; this CDN does not compress. */
  compressionMode?: 'AUTOMATIC' | 'DISABLED';
  cdnPolicy?: CdnPolicy;
  customResponseHeaders?: string[];
  [other: string]: unknown;
}

export interface Compute {
  readonly routes: readonly Route[];
  readonly serveOptions: { errorBody: (error: ApiError) => unknown };
  /** By name. The URL maps with their fingerprints, as the API shows them. */
  readonly urlMaps: Map<string, UrlMap>;
  readonly backendBuckets: Map<string, BackendBucket>;
  putUrlMap(project: string, map: UrlMap): UrlMap;
  putBackendBucket(project: string, backend: BackendBucket): BackendBucket;
  /** The backend bucket behind a service URL of a map. */
  backend(service: string): BackendBucket | undefined;
  onInvalidate(listener: (host: string | undefined, path: string) => void): void;
  /** Milliseconds from a request to the end of its operation. Default 0. */
  operationDelay: number;
  /** Invalidations that one URL map takes in a minute; the real limit is 500. */
  invalidationsPerMinute: number;
}

interface Operation {
  readonly resource: Record<string, unknown>;
  readonly finished: Promise<void>;
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
  const operations = new Map<string, Operation>();
  const listeners: ((host: string | undefined, path: string) => void)[] = [];
  const recent = new Map<string, number[]>();
  const changing = new Set<string>();

  const compute: Compute = {
    urlMaps: new Map(),
    backendBuckets: new Map(),
    operationDelay: 0,
    invalidationsPerMinute: 500,
    serveOptions: {
      errorBody: ({ status, message, reason }) => ({
        error: {
          code: status,
          message,
          errors: [{ message, domain: 'global', reason: reason ?? REASONS[status] ?? 'backendError' }],
        },
      }),
    },
    putUrlMap(project, map) {
      const stored = {
        kind: 'compute#urlMap',
        id: numericId(),
        creationTimestamp: new Date(core.clock.now()).toISOString(),
        selfLink: link(project, `urlMaps/${map.name}`),
        ...map,
        fingerprint: fingerprint(),
      };
      compute.urlMaps.set(map.name, stored);
      return stored;
    },
    putBackendBucket(project, backend) {
      const stored = {
        kind: 'compute#backendBucket',
        id: numericId(),
        creationTimestamp: new Date(core.clock.now()).toISOString(),
        selfLink: link(project, `backendBuckets/${backend.name}`),
        ...backend,
      };
      compute.backendBuckets.set(backend.name, stored);
      return stored;
    },
    backend: (service) => compute.backendBuckets.get(/backendBuckets\/([^/]+)$/.exec(service)?.[1] ?? ''),
    onInvalidate: (listener) => void listeners.push(listener),
    routes: [
      route('GET', '/compute/v1/projects/{project}/global/urlMaps/{name}', (request) => ({
        body: urlMap(request, 'get'),
      })),
      route('PATCH', '/compute/v1/projects/{project}/global/urlMaps/{name}', (request) => change(request, true)),
      route('PUT', '/compute/v1/projects/{project}/global/urlMaps/{name}', (request) => change(request, false)),
      route('POST', '/compute/v1/projects/{project}/global/urlMaps/{name}/invalidateCache', invalidate),
      route('GET', '/compute/v1/projects/{project}/global/backendBuckets/{name}', (request) => {
        const resource = named(request, 'backendBuckets');
        may(request, 'compute.backendBuckets.get', resource);
        const found = compute.backendBuckets.get(request.params.name ?? '');
        if (!found) throw notFound(resource);
        return { body: found };
      }),
      route('GET', '/compute/v1/projects/{project}/global/operations/{name}', (request) => ({
        body: operation(request).resource,
      })),
      route('POST', '/compute/v1/projects/{project}/global/operations/{name}/wait', async (request) => {
        const found = operation(request);
        // The API waits at most two minutes and then answers with the operation as it is.
        await Promise.race([found.finished, core.clock.sleep(120_000)]);
        return { body: found.resource };
      }),
    ],
  };

  function may(request: ApiRequest, permission: string, resource: string) {
    const { project = '' } = request.params;
    if (!core.projects.has(project)) throw notFound(`projects/${project}`);
    try {
      core.access.check(request.principal, permission, resource);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ApiError(403, `Required '${permission}' permission for '${resource}'`);
    }
  }

  function urlMap(request: ApiRequest, verb: string): UrlMap {
    const resource = named(request, 'urlMaps');
    may(request, `compute.urlMaps.${verb}`, resource);
    const found = compute.urlMaps.get(request.params.name ?? '');
    if (!found) throw notFound(resource);
    return found;
  }

  async function change(request: ApiRequest, merging: boolean): Promise<Reply> {
    const before = urlMap(request, 'update');
    const sent = await request.json<Record<string, unknown>>();
    if (sent.fingerprint !== before.fingerprint) throw new ApiError(412, 'Invalid fingerprint.');
    const resource = named(request, 'urlMaps');
    if (changing.has(resource)) {
      throw new ApiError(400, `The resource '${resource}' is not ready`, {}, { reason: 'resourceNotReady' });
    }
    const { kind, id, selfLink, creationTimestamp } = before;
    const after = {
      ...(merging ? merge(before, sent) : sent),
      kind,
      id,
      selfLink,
      creationTimestamp,
      name: before.name,
    } as UrlMap;
    checkUrlMap(after, (service) => compute.backend(service) !== undefined);
    changing.add(resource);
    return begin(request, 'update', () => {
      changing.delete(resource);
      compute.urlMaps.set(before.name, { ...after, fingerprint: fingerprint() });
    });
  }

  async function invalidate(request: ApiRequest): Promise<Reply> {
    const { name } = urlMap(request, 'invalidateCache');
    const { path, host } = await request.json<{ path?: string; host?: string }>();
    if (!path?.startsWith('/') || /[?#]/.test(path) || /\*(?!$)|[^/]\*$/.test(path) || path.length > 1024) {
      throw new ApiError(
        400,
        `Invalid value for field 'resource.path': '${path ?? ''}'. Path must start with '/', and may only have a '*' at its end, after a '/'.`,
      );
    }
    if (host !== undefined && !/^[a-z0-9*]([a-z0-9.*-]*[a-z0-9])?$/i.test(host)) {
      throw new ApiError(400, `Invalid value for field 'resource.host': '${host}'.`);
    }
    const now = core.clock.now();
    const lately = (recent.get(name) ?? []).filter((time) => time > now - 60_000);
    if (lately.length >= compute.invalidationsPerMinute) {
      throw new ApiError(429, `Rate Limit Exceeded: cache invalidations of URL map ${name}`, { 'retry-after': '60' });
    }
    recent.set(name, [...lately, now]);
    return begin(request, 'invalidateCache', () => {
      for (const listener of listeners) listener(host, path);
    });
  }

  /** An operation that takes effect when it ends. */
  function begin(request: ApiRequest, operationType: string, effect: () => void): Reply {
    const name = `operation-${core.clock.now()}-${randomBytes(6).toString('hex')}`;
    const { project = '' } = request.params;
    const started = new Date(core.clock.now()).toISOString();
    const resource: Record<string, unknown> = {
      kind: 'compute#operation',
      id: numericId(),
      name,
      operationType,
      targetLink: link(project, `urlMaps/${request.params.name}`),
      status: 'RUNNING',
      user: request.principal?.member.replace(/^serviceAccount:/, ''),
      progress: 0,
      insertTime: started,
      startTime: started,
      selfLink: link(project, `operations/${name}`),
    };
    const first = { ...resource };
    const finish = () => {
      effect();
      Object.assign(resource, { status: 'DONE', progress: 100, endTime: new Date(core.clock.now()).toISOString() });
    };
    const finished =
      compute.operationDelay === 0 ? Promise.resolve(finish()) : core.clock.sleep(compute.operationDelay).then(finish);
    operations.set(name, { resource, finished });
    return { body: first };
  }

  function operation(request: ApiRequest): Operation {
    const resource = `projects/${request.params.project}/global/operations/${request.params.name}`;
    may(request, 'compute.globalOperations.get', resource);
    const found = operations.get(request.params.name ?? '');
    if (!found) throw notFound(resource);
    return found;
  }

  return compute;
}

const named = ({ params }: ApiRequest, kind: string) => `projects/${params.project}/global/${kind}/${params.name}`;
const notFound = (resource: string) => new ApiError(404, `The resource '${resource}' was not found`);
const link = (project: string, path: string) =>
  `https://www.googleapis.com/compute/v1/projects/${project}/global/${path}`;
const fingerprint = () => randomBytes(8).toString('base64');
const numericId = () => String(randomInt(2 ** 47));

/** JSON merge patch (RFC 7396), which PATCH follows: objects merge, lists and values replace, null removes. */
function merge(target: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const result = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    const before = result[key];
    if (value === null) delete result[key];
    else if (isObject(value) && isObject(before)) result[key] = merge(before, value);
    else result[key] = value;
  }
  return result;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
