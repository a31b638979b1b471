/** The methods of buckets. https://cloud.google.com/storage/docs/json_api/v1/buckets */
import type { Core } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import { type ApiRequest, type Reply, type Route, route } from '../http/routes.ts';
import { heldPermissions } from '../identity/iam-policy.ts';
import { bucketResource, readBucket } from './bucket-fields.ts';
import { authorize, bad, noBucket } from './errors.ts';
import { decodeToken, encodeToken, pageSize } from './list.ts';
import { bucketPolicy, setBucketPolicy } from './policy.ts';
import { check, METAGENERATION, preconditions } from './preconditions.ts';
import type { Bucket } from './records.ts';
import type { Store } from './store.ts';

const PROJECTION = ['projection=noacl', 'projection=full'];

export function bucketRoutes(core: Core, store: Store): readonly Route[] {
  const found = (request: ApiRequest, permission: string): Bucket => {
    const name = request.params.bucket ?? '';
    if (!store.buckets.has(name)) throw noBucket();
    authorize(core, request.principal, permission, name);
    return store.bucket(name);
  };
  const show = (request: ApiRequest, bucket: Bucket): Reply => ({ body: bucketResource(bucket, request.url.origin) });
  const one = '/storage/v1/b/{bucket}';
  const conditional = { query: [...METAGENERATION, ...PROJECTION] };

  function update(keep: boolean) {
    return async (request: ApiRequest): Promise<Reply> => {
      const bucket = found(request, 'storage.buckets.update');
      check(preconditions(request.query), bucket);
      const sent = await request.json({ nulls: true });
      bucket.settings = readBucket(sent, keep ? bucket.settings : {});
      bucket.metageneration++;
      bucket.updated = core.clock.now();
      return show(request, bucket);
    };
  }

  return [
    route(
      'GET',
      one,
      (request) => {
        const bucket = found(request, 'storage.buckets.get');
        check(preconditions(request.query), bucket, true);
        return show(request, bucket);
      },
      { query: [...conditional.query, 'softDeleted=false'] },
    ),
    route('GET', '/storage/v1/b', (request) => listBuckets(core, store, request), {
      query: ['project', 'prefix', 'maxResults', 'pageToken', 'softDeleted=false', ...PROJECTION],
    }),
    route(
      'POST',
      '/storage/v1/b',
      async (request) => {
        const number = projectNumber(core, request.query.get('project'));
        const { name = '', location, ...sent } = await request.json<{ name?: string; location?: string }>();
        if (!/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(name)) throw bad(`Invalid bucket name: '${name}'`);
        if (store.buckets.has(name)) {
          throw new ApiError(409, 'Your previous request to create the named bucket succeeded and you already own it.');
        }
        const bucket = store.createBucket({
          name,
          projectNumber: number,
          ...(location && { location: location.toUpperCase() }),
          settings: readBucket(sent),
        });
        return show(request, bucket);
      },
      { query: ['project', 'enableObjectRetention=false', ...PROJECTION] },
    ),
    route('PATCH', one, update(true), conditional),
    route('PUT', one, update(false), conditional),
    route(
      'DELETE',
      one,
      (request) => {
        const bucket = found(request, 'storage.buckets.delete');
        check(preconditions(request.query), bucket);
        if (bucket.objects.size > 0) throw new ApiError(409, 'The bucket you tried to delete is not empty.');
        store.buckets.delete(bucket.name);
        return { status: 204 };
      },
      { query: METAGENERATION },
    ),
    route('GET', `${one}/iam`, (request) => ({ body: bucketPolicy(found(request, 'storage.buckets.getIamPolicy')) }), {
      query: ['optionsRequestedPolicyVersion'],
    }),
    route('PUT', `${one}/iam`, async (request) => {
      const bucket = found(request, 'storage.buckets.setIamPolicy');
      return { body: setBucketPolicy(bucket, await request.json()) };
    }),
    route(
      'GET',
      `${one}/iam/testPermissions`,
      (request) => {
        const { name } = found(request, 'resourcemanager.projects.get');
        const permissions = request.query.getAll('permissions');
        if (permissions.length === 0) throw bad('Required parameter: permissions', 'required');
        const held = heldPermissions(core, request.principal, permissions, `projects/_/buckets/${name}`);
        return { body: { kind: 'storage#testIamPermissionsResponse', ...held } };
      },
      { query: ['permissions'] },
    ),
    route(
      'GET',
      `${one}/storageLayout`,
      (request) => {
        const { name, location } = found(request, 'storage.objects.list');
        return { body: { kind: 'storage#storageLayout', bucket: name, location, locationType: 'region' } };
      },
      { query: ['prefix'] },
    ),
  ];
}

function listBuckets(core: Core, store: Store, { query, url, principal }: ApiRequest): Reply {
  const number = projectNumber(core, query.get('project'));
  core.access.check(principal, 'storage.buckets.list', `projects/${query.get('project')}`);
  const prefix = query.get('prefix') ?? '';
  const after = decodeToken(query.get('pageToken'));
  const all = [...store.buckets.values()]
    .filter(({ projectNumber, name }) => projectNumber === number && name.startsWith(prefix) && name > after)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = all.slice(0, pageSize(query.get('maxResults')));
  return {
    body: {
      kind: 'storage#buckets',
      ...(page.length > 0 && { items: page.map((bucket) => bucketResource(bucket, url.origin)) }),
      ...(page.length < all.length && { nextPageToken: encodeToken(page.at(-1)?.name ?? '') }),
    },
  };
}

function projectNumber(core: Core, project: string | null): string {
  if (!project) throw bad('Required parameter: project', 'required');
  const number = core.projects.get(project) ?? [...core.projects.values()].find((one) => one === project);
  if (number === undefined) throw new ApiError(400, `Unknown project id: ${project}`);
  return number;
}
