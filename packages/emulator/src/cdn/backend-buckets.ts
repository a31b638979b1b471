/** Backend buckets. https://cloud.google.com/compute/docs/reference/rest/v1/backendBuckets */
import type { Core } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import { type ApiRequest, type Reply, type Route, route } from '../http/routes.ts';
import type { CdnPolicy } from './cache-policy.ts';
import { listRoute } from './lists.ts';
import type { Operations } from './operations.ts';
import { checkName, GLOBAL, link, may, merge, notFound, numericId } from './resources.ts';
import type { UrlMap } from './url-map.ts';

export interface BackendBucket {
  name: string;
  /** The Cloud Storage bucket. */
  bucketName: string;
  enableCdn?: boolean;
  /** Stored and returned; this CDN does not compress. */
  compressionMode?: 'AUTOMATIC' | 'DISABLED';
  cdnPolicy?: CdnPolicy;
  customResponseHeaders?: string[];
  [other: string]: unknown;
}

export interface BackendBuckets {
  readonly routes: readonly Route[];
  readonly all: Map<string, BackendBucket>;
  put(project: string, backend: BackendBucket): BackendBucket;
}

export function createBackendBuckets(
  core: Core,
  operations: Operations,
  urlMaps: ReadonlyMap<string, UrlMap>,
): BackendBuckets {
  const all = new Map<string, BackendBucket>();
  const nameOf = ({ params }: ApiRequest) => `projects/${params.project}/global/backendBuckets/${params.name}`;
  const find = (request: ApiRequest, verb: string): BackendBucket => {
    may(core, request, `compute.backendBuckets.${verb}`, nameOf(request));
    const found = all.get(request.params.name ?? '');
    if (!found) throw notFound(nameOf(request));
    return found;
  };
  const put = (project: string, backend: BackendBucket): BackendBucket => {
    const stored = {
      kind: 'compute#backendBucket',
      id: numericId(),
      creationTimestamp: new Date(core.clock.now()).toISOString(),
      selfLink: link(project, `backendBuckets/${backend.name}`),
      ...backend,
    };
    all.set(backend.name, stored);
    return stored;
  };
  const change =
    (merging: boolean) =>
    async (request: ApiRequest): Promise<Reply> => {
      const before = find(request, 'update');
      const sent = await request.json({ nulls: merging });
      const { kind, id, selfLink, creationTimestamp, name } = before;
      const after = { ...(merging ? merge(before, sent) : sent), kind, id, selfLink, creationTimestamp, name };
      checkBucketName(after as Record<string, unknown>);
      return operations.begin(request, merging ? 'patch' : 'update', `backendBuckets/${name}`, () => {
        all.set(name, after as unknown as BackendBucket);
      });
    };

  const one = `${GLOBAL}/backendBuckets/{name}`;
  return {
    all,
    put,
    routes: [
      listRoute(core, 'backendBucket', () => [...all.values()]),
      route('GET', one, (request) => ({ body: find(request, 'get') })),
      operations.route('POST', `${GLOBAL}/backendBuckets`, async (request) => {
        const sent = await request.json();
        const name = checkName(sent.name);
        const resource = `projects/${request.params.project}/global/backendBuckets/${name}`;
        may(core, request, 'compute.backendBuckets.create', resource);
        if (all.has(name)) throw alreadyExists(resource);
        checkBucketName(sent);
        return operations.begin(request, 'insert', `backendBuckets/${name}`, () => {
          put(request.params.project ?? '', sent as unknown as BackendBucket);
        });
      }),
      operations.route('PATCH', one, change(true)),
      operations.route('PUT', one, change(false)),
      operations.route('DELETE', one, (request) => {
        const { name, selfLink } = find(request, 'delete');
        const user = [...urlMaps.values()].find((map) => JSON.stringify(map).includes(`"${selfLink}"`));
        if (user) {
          const message = `The backend_bucket resource '${nameOf(request)}' is already being used by '${user.selfLink}'`;
          throw new ApiError(400, message, {}, { reason: 'resourceInUseByAnotherResource' });
        }
        return operations.begin(request, 'delete', `backendBuckets/${name}`, () => all.delete(name));
      }),
    ],
  };
}

export const alreadyExists = (resource: string) =>
  new ApiError(409, `The resource '${resource}' already exists`, {}, { reason: 'alreadyExists' });

function checkBucketName({ bucketName }: { bucketName?: unknown }): void {
  if (typeof bucketName === 'string' && bucketName !== '') return;
  throw new ApiError(
    400,
    `Invalid value for field 'resource.bucketName': ''. A bucket is required.`,
    {},
    { reason: 'required' },
  );
}
