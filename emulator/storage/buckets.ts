/** Bucket resources. https://cloud.google.com/storage/docs/json_api/v1/buckets */
import type { Core } from '../core.ts';
import { ApiError } from '../errors.ts';
import { type ApiRequest, type Route, route } from '../http.ts';
import { authorize, bad, noBucket } from './errors.ts';
import { selector } from './fields.ts';
import type { Bucket } from './objects.ts';
import type { Store } from './store.ts';

export function bucketRoutes(core: Core, store: Store): readonly Route[] {
  const base = ({ url }: ApiRequest) => url.origin;
  const found = (request: ApiRequest, permission: string): Bucket => {
    const name = request.params.bucket ?? '';
    if (!store.buckets.has(name)) throw noBucket();
    authorize(core, request.principal, permission, name);
    return store.bucket(name);
  };

  return [
    route('GET', '/storage/v1/b/{bucket}', (request) => {
      const bucket = found(request, 'storage.buckets.get');
      return { body: selector(request.query.get('fields'))(bucketResource(bucket, base(request))) };
    }),
    route('GET', '/storage/v1/b', (request) => {
      const number = projectNumber(core, request.query.get('project'));
      const prefix = request.query.get('prefix') ?? '';
      const items = [...store.buckets.values()]
        .filter((bucket) => bucket.projectNumber === number && bucket.name.startsWith(prefix))
        .map((bucket) => bucketResource(bucket, base(request)));
      return { body: selector(request.query.get('fields'))({ kind: 'storage#buckets', items }) };
    }),
    route('POST', '/storage/v1/b', async (request) => {
      const number = projectNumber(core, request.query.get('project'));
      const {
        name = '',
        location,
        website,
      } = await request.json<{ name?: string; location?: string; website?: Bucket['website'] }>();
      if (!/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(name)) throw bad(`Invalid bucket name: '${name}'`);
      if (store.buckets.has(name)) {
        throw new ApiError(409, 'Your previous request to create the named bucket succeeded and you already own it.');
      }
      const bucket = store.createBucket({
        name,
        projectNumber: number,
        ...(location && { location: location.toUpperCase() }),
        ...(website && { website }),
      });
      return { body: bucketResource(bucket, base(request)) };
    }),
    route('PATCH', '/storage/v1/b/{bucket}', async (request) => {
      const bucket = found(request, 'storage.buckets.update');
      const { website } = await request.json<{ website?: Bucket['website'] }>();
      if (website !== undefined) bucket.website = website ?? {};
      return { body: bucketResource(bucket, base(request)) };
    }),
    route('DELETE', '/storage/v1/b/{bucket}', (request) => {
      const bucket = found(request, 'storage.buckets.delete');
      if (bucket.objects.size > 0) throw new ApiError(409, 'The bucket you tried to delete is not empty.');
      store.buckets.delete(bucket.name);
      return { status: 204 };
    }),
    route('GET', '/storage/v1/b/{bucket}/iam/testPermissions', (request) => {
      const { name } = found(request, 'resourcemanager.projects.get');
      const granted = request.query.getAll('permissions').filter((permission) => {
        try {
          authorize(core, request.principal, permission, name);
          return true;
        } catch {
          return false;
        }
      });
      return {
        body: { kind: 'storage#testIamPermissionsResponse', ...(granted.length > 0 && { permissions: granted }) },
      };
    }),
    route('GET', '/storage/v1/b/{bucket}/storageLayout', (request) => {
      const { name, location } = found(request, 'storage.objects.list');
      return { body: { kind: 'storage#storageLayout', bucket: name, location, locationType: 'region' } };
    }),
  ];
}

function projectNumber(core: Core, project: string | null): string {
  if (!project) throw bad('Required parameter: project', 'required');
  const number = core.projects.get(project) ?? [...core.projects.values()].find((one) => one === project);
  if (number === undefined) throw new ApiError(400, `Unknown project id: ${project}`);
  return number;
}

function bucketResource(bucket: Bucket, base: string) {
  const created = new Date(bucket.created).toISOString();
  return {
    kind: 'storage#bucket',
    selfLink: `${base}/storage/v1/b/${bucket.name}`,
    id: bucket.name,
    name: bucket.name,
    projectNumber: bucket.projectNumber,
    generation: String(bucket.created * 1000),
    metageneration: '1',
    location: bucket.location,
    locationType: 'region',
    storageClass: 'STANDARD',
    etag: 'CAE=',
    timeCreated: created,
    updated: created,
    iamConfiguration: {
      uniformBucketLevelAccess: { enabled: true, lockedTime: created },
      publicAccessPrevention: 'inherited',
    },
    ...(Object.keys(bucket.website).length > 0 && { website: bucket.website }),
  };
}
