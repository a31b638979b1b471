/** URL maps and cache invalidation. https://cloud.google.com/compute/docs/reference/rest/v1/urlMaps */
import type { Core } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import { type ApiRequest, type Reply, type Route, route } from '../http/routes.ts';
import { alreadyExists } from './backend-buckets.ts';
import { checkUrlMap } from './check-url-map.ts';
import { listRoute } from './lists.ts';
import type { Operations } from './operations.ts';
import { checkName, fingerprint, GLOBAL, link, may, merge, notFound, numericId } from './resources.ts';
import type { UrlMap } from './url-map.ts';

export interface UrlMaps {
  readonly routes: readonly Route[];
  put(project: string, map: UrlMap): UrlMap;
  onInvalidate(listener: (host: string | undefined, path: string) => void): void;
  /** Limit of invalidations per URL map and minute. https://cloud.google.com/cdn/quotas */
  invalidationsPerMinute: number;
}

/** `all` holds the maps by name; `exists` returns whether a service URL refers to a resource. */
export function createUrlMaps(
  core: Core,
  operations: Operations,
  all: Map<string, UrlMap>,
  exists: (service: string) => boolean,
): UrlMaps {
  const listeners: ((host: string | undefined, path: string) => void)[] = [];
  const recent = new Map<string, number[]>();
  const changing = new Set<string>();

  const nameOf = ({ params }: ApiRequest) => `projects/${params.project}/global/urlMaps/${params.name}`;
  function find(request: ApiRequest, verb: string): UrlMap {
    may(core, request, `compute.urlMaps.${verb}`, nameOf(request));
    const found = all.get(request.params.name ?? '');
    if (!found) throw notFound(nameOf(request));
    return found;
  }
  function put(project: string, map: UrlMap): UrlMap {
    const stored = {
      kind: 'compute#urlMap',
      id: numericId(),
      creationTimestamp: new Date(core.clock.now()).toISOString(),
      selfLink: link(project, `urlMaps/${map.name}`),
      ...map,
      fingerprint: fingerprint(),
    };
    all.set(map.name, stored);
    return stored;
  }

  async function insert(request: ApiRequest): Promise<Reply> {
    const sent = (await request.json()) as unknown as UrlMap;
    const name = checkName(sent.name);
    const resource = `projects/${request.params.project}/global/urlMaps/${name}`;
    may(core, request, 'compute.urlMaps.create', resource);
    if (all.has(name)) throw alreadyExists(resource);
    checkUrlMap(sent, exists);
    return operations.begin(request, 'insert', `urlMaps/${name}`, () => put(request.params.project ?? '', sent));
  }

  const change =
    (merging: boolean) =>
    async (request: ApiRequest): Promise<Reply> => {
      const before = find(request, 'update');
      const sent = await request.json({ nulls: merging });
      if (sent.fingerprint !== before.fingerprint) throw new ApiError(412, 'Invalid fingerprint.');
      const resource = nameOf(request);
      if (changing.has(resource)) {
        throw new ApiError(400, `The resource '${resource}' is not ready`, {}, { reason: 'resourceNotReady' });
      }
      const { kind, id, selfLink, creationTimestamp, name } = before;
      const after = {
        ...(merging ? merge(before, sent) : sent),
        kind,
        id,
        selfLink,
        creationTimestamp,
        name,
      } as UrlMap;
      checkUrlMap(after, exists);
      changing.add(resource);
      return operations.begin(request, 'update', `urlMaps/${name}`, () => {
        changing.delete(resource);
        all.set(name, { ...after, fingerprint: fingerprint() });
      });
    };

  async function invalidate(request: ApiRequest): Promise<Reply> {
    const { name } = find(request, 'invalidateCache');
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
    if (lately.length >= maps.invalidationsPerMinute) {
      throw new ApiError(429, `Rate Limit Exceeded: cache invalidations of URL map ${name}`, { 'retry-after': '60' });
    }
    recent.set(name, [...lately, now]);
    return operations.begin(request, 'invalidateCache', `urlMaps/${name}`, () => {
      for (const listener of listeners) listener(host, path);
    });
  }

  const one = `${GLOBAL}/urlMaps/{name}`;
  const maps: UrlMaps = {
    invalidationsPerMinute: 500,
    put,
    onInvalidate: (listener) => void listeners.push(listener),
    routes: [
      listRoute(core, 'urlMap', () => [...all.values()]),
      route('GET', one, (request) => ({ body: find(request, 'get') })),
      operations.route('POST', `${GLOBAL}/urlMaps`, insert),
      operations.route('PATCH', one, change(true)),
      operations.route('PUT', one, change(false)),
      operations.route('DELETE', one, (request) => {
        const { name } = find(request, 'delete');
        return operations.begin(request, 'delete', `urlMaps/${name}`, () => all.delete(name));
      }),
      operations.route('POST', `${one}/invalidateCache`, invalidate),
    ],
  };
  return maps;
}
