/**
 * Artifact Registry v1: repositories, and their Docker images, packages, versions and tags.
 * https://cloud.google.com/artifact-registry/docs/reference/rest
 */
import { createHash } from 'node:crypto';
import type { Core } from '../core/core.ts';
import { timestamp } from '../core/ids.ts';
import { ApiError, aborted, invalid } from '../http/errors.ts';
import { page as pageOf } from '../http/pagination.ts';
import { wantsNumbers } from '../http/query-parameters.ts';
import { type ApiRequest, type Route, route } from '../http/routes.ts';
import { changedPolicy, heldPermissions, type Policy, shownPolicy } from '../identity/iam-policy.ts';
import { isDigest, type ManifestJson, type RegistryStore } from './types.ts';

export interface Repository {
  /** `projects/PROJECT/locations/LOCATION/repositories/ID`. */
  readonly name: string;
  readonly format: 'DOCKER';
  readonly createTime: string;
  dockerConfig?: { immutableTags?: boolean };
  description?: string;
}

/** In the order of their numbers. https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories#Format */
const FORMATS = ['FORMAT_UNSPECIFIED', 'DOCKER'];

interface Image {
  /** Path in the repository, for instance `server` or `team/server`. */
  readonly image: string;
  readonly digest: string;
  readonly mediaType: string;
  readonly size: number;
  /** Digests of the images of an index. */
  readonly children: readonly string[];
  readonly uploadTime: string;
  updateTime: string;
}

interface Book {
  images: Image[];
  readonly tags: Map<string, string>;
}

export interface ArtifactRegistry {
  readonly routes: readonly Route[];
  create(options: { project: string; location: string; id: string; immutableTags?: boolean }): Repository;
  /** The repository of that id, in any location. */
  find(project: string, id: string): Repository | undefined;
  /** Registers a pushed manifest; `name` is `PROJECT/REPOSITORY/IMAGE`. */
  note(name: string, manifest: Buffer, mediaType: string, tag: string | undefined): void;
  /**
   * Unregisters a tag or digest. Refuses an image that an index refers to, tagged or not
   * (https://github.com/chainguard-dev/terraform-provider-cosign/pull/577).
   */
  forget(name: string, reference: string): void;
}

export function createArtifactRegistry(core: Core, store: RegistryStore): ArtifactRegistry {
  const repositories = new Map<string, Repository>();
  const policies = new Map<string, Policy>();
  /** `PROJECT/REPOSITORY` → images and `IMAGE:TAG` → digest. */
  const books = new Map<string, Book>();
  const book = ({ name }: Repository): Book => {
    const { project, id } = placeOf(name);
    return books.get(`${project}/${id}`) ?? { images: [], tags: new Map<string, string>() };
  };
  const now = () => timestamp(core.clock.now());

  function locate(request: ApiRequest, permission: string): Repository {
    const { project, location, repository } = request.params;
    const name = `projects/${project}/locations/${location}/repositories/${repository}`;
    core.access.check(request.principal, `artifactregistry.${permission}`, name);
    const found = repositories.get(name);
    if (!found) throw new ApiError(404, `Repository "${name}" not found.`);
    return found;
  }
  function page<T>(request: ApiRequest, key: string, list: readonly T[]) {
    const { items, nextPageToken = '' } = pageOf(request, list);
    return { body: { [key]: items, nextPageToken } };
  }
  const repositoryBody = ({ query }: ApiRequest, repository: Repository) => ({
    ...repository,
    format: wantsNumbers(query) ? FORMATS.indexOf(repository.format) : repository.format,
  });
  const imageBody = (repository: Repository, { image, digest, mediaType, size, uploadTime, updateTime }: Image) => {
    const { project, location, id } = placeOf(repository.name);
    return {
      name: `${repository.name}/dockerImages/${encodeURIComponent(image)}@${digest}`,
      uri: `${location}-docker.pkg.dev/${project}/${id}/${image}@${digest}`,
      tags: tagsOf(repository, image)
        .filter((tag) => tag.digest === digest)
        .map(({ tag }) => tag),
      imageSizeBytes: String(size),
      mediaType,
      uploadTime,
      updateTime,
    };
  };
  const tagsOf = (repository: Repository, image: string) =>
    [...book(repository).tags]
      .filter(([key]) => key.startsWith(`${image}:`))
      .map(([key, digest]) => ({ tag: key.slice(image.length + 1), digest }));
  const packageName = (repository: Repository, image: string) =>
    `${repository.name}/packages/${encodeURIComponent(image)}`;
  const registryName = ({ name }: Repository, image: string) => {
    const { project, id } = placeOf(name);
    return `${project}/${id}/${image}`;
  };
  const tagBody = (repository: Repository, image: string, { tag, digest }: { tag: string; digest: string }) => ({
    name: `${packageName(repository, image)}/tags/${tag}`,
    version: `${packageName(repository, image)}/versions/${digest}`,
  });
  const imagesOf = (repository: Repository) => [...new Set(book(repository).images.map(({ image }) => image))];
  const packageOf = (repository: Repository, image: string) => {
    if (imagesOf(repository).includes(image)) return image;
    throw new ApiError(404, `Package "${packageName(repository, image)}" was not found.`);
  };

  const parent = '/v1/projects/{project}/locations/{location}/repositories';
  const one = `${parent}/{repository}`;
  const artifacts: ArtifactRegistry = {
    create({ project, location, id, immutableTags }) {
      const repository: Repository = {
        name: `projects/${project}/locations/${location}/repositories/${id}`,
        format: 'DOCKER',
        createTime: now(),
        ...(immutableTags !== undefined && { dockerConfig: { immutableTags } }),
      };
      repositories.set(repository.name, repository);
      return repository;
    },
    find: (project, id) =>
      [...repositories.values()].find(({ name }) => {
        const place = placeOf(name);
        return place.project === project && place.id === id;
      }),
    note(name, bytes, mediaType, tag) {
      const [project, id, ...rest] = name.split('/');
      const image = rest.join('/');
      const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      const entry = books.get(`${project}/${id}`) ?? { images: [], tags: new Map<string, string>() };
      books.set(`${project}/${id}`, entry);
      if (tag !== undefined) entry.tags.set(`${image}:${tag}`, digest);
      const known = entry.images.find((other) => other.image === image && other.digest === digest);
      if (known) {
        known.updateTime = now();
        return;
      }
      const json = JSON.parse(bytes.toString()) as ManifestJson;
      const size = [json.config, ...(json.layers ?? []), ...(json.manifests ?? [])].reduce(
        (sum, part) => sum + (part?.size ?? 0),
        0,
      );
      const children = (json.manifests ?? []).map((child) => child.digest);
      entry.images.push({ image, digest, mediaType, size, children, uploadTime: now(), updateTime: now() });
    },
    forget(name, reference) {
      const [project, id, ...rest] = name.split('/');
      const image = rest.join('/');
      const entry = books.get(`${project}/${id}`);
      if (!entry) return;
      if (!isDigest(reference)) {
        entry.tags.delete(`${image}:${reference}`);
        return;
      }
      if (entry.images.some((other) => other.image === image && other.children.includes(reference)))
        throw new ApiError(
          400,
          'GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE: Manifest is still referenced by one or more parent images',
          {},
          { reason: 'FAILED_PRECONDITION' },
        );
      entry.images = entry.images.filter((one) => one.image !== image || one.digest !== reference);
      for (const [key, digest] of entry.tags)
        if (digest === reference && key.startsWith(`${image}:`)) entry.tags.delete(key);
    },
    routes: [
      route(
        'GET',
        parent,
        (request) => {
          const { project, location } = request.params;
          const prefix = `projects/${project}/locations/${location}`;
          core.access.check(request.principal, 'artifactregistry.repositories.list', prefix);
          return page(
            request,
            'repositories',
            [...repositories.values()]
              .filter(({ name }) => name.startsWith(`${prefix}/`))
              .map((repository) => repositoryBody(request, repository)),
          );
        },
        { query: ['pageSize', 'pageToken'] },
      ),
      route(
        'POST',
        parent,
        async (request) => {
          const { project = '', location = '' } = request.params;
          const id = request.query.get('repositoryId') ?? '';
          core.access.check(
            request.principal,
            'artifactregistry.repositories.create',
            `projects/${project}/locations/${location}`,
          );
          if (!/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(id)) throw invalid(`Invalid repository id "${id}".`);
          if (repositories.has(`projects/${project}/locations/${location}/repositories/${id}`)) {
            throw new ApiError(409, 'the repository already exists');
          }
          const { dockerConfig } = await request.json<Partial<Repository>>();
          const response = artifacts.create({
            project,
            location,
            id,
            immutableTags: dockerConfig?.immutableTags ?? false,
          });
          return {
            body: {
              name: `projects/${project}/locations/${location}/operations/${crypto.randomUUID()}`,
              done: true,
              response: {
                '@type': 'type.googleapis.com/google.devtools.artifactregistry.v1.Repository',
                ...repositoryBody(request, response),
              },
            },
          };
        },
        { query: ['repositoryId'] },
      ),
      route('GET', one, (request) => ({ body: repositoryBody(request, locate(request, 'repositories.get')) })),
      route(
        'GET',
        `${one}:getIamPolicy`,
        (request) => {
          return { body: shownPolicy(policies.get(locate(request, 'repositories.getIamPolicy').name) ?? {}) };
        },
        { query: ['options.requestedPolicyVersion'] },
      ),
      route('POST', `${one}:setIamPolicy`, async (request) => {
        const { name } = locate(request, 'repositories.setIamPolicy');
        const { policy } = await request.json<{ policy?: Policy }>();
        if (!policy) throw invalid('The policy is required.');
        const conflict = () =>
          aborted('There were concurrent policy changes. Please retry the whole read-modify-write.');
        const changed = changedPolicy(policies.get(name) ?? {}, policy, { conflict });
        policies.set(name, changed);
        return { body: shownPolicy(changed) };
      }),
      route('POST', `${one}:testIamPermissions`, async (request) => {
        const { project, location, repository } = request.params;
        const name = `projects/${project}/locations/${location}/repositories/${repository}`;
        if (!repositories.has(name)) throw new ApiError(404, `Repository "${name}" not found.`);
        const { permissions = [] } = await request.json<{ permissions?: string[] }>();
        const foreign = permissions.find((permission) => !permission.startsWith('artifactregistry.'));
        if (foreign !== undefined) throw invalid(`Permission ${foreign} is not valid for this resource.`);
        return { body: heldPermissions(core, request.principal, permissions, name) };
      }),
      route(
        'GET',
        `${one}/dockerImages`,
        (request) => {
          const repository = locate(request, 'dockerimages.list');
          return page(
            request,
            'dockerImages',
            book(repository).images.map((image) => imageBody(repository, image)),
          );
        },
        { query: ['pageSize', 'pageToken'] },
      ),
      route('GET', `${one}/dockerImages/{image=*}`, async (request) => {
        const repository = locate(request, 'dockerimages.get');
        const [image = '', reference = ''] = (request.params.image ?? '').split('@');
        const found = book(repository).images.find((one) => one.image === image && one.digest === reference);
        if (found) return { body: imageBody(repository, found) };
        return { body: imageBody(repository, await unbooked(repository, image, reference)) };
      }),
      route(
        'GET',
        `${one}/packages`,
        (request) => {
          const repository = locate(request, 'packages.list');
          return page(
            request,
            'packages',
            imagesOf(repository).map((image) => ({ name: packageName(repository, image) })),
          );
        },
        { query: ['pageSize', 'pageToken'] },
      ),
      route('GET', `${one}/packages/{package=*}`, (request) => {
        const repository = locate(request, 'packages.get');
        return { body: { name: packageName(repository, packageOf(repository, request.params.package ?? '')) } };
      }),
      route(
        'GET',
        `${one}/packages/{package=*}/versions`,
        (request) => {
          const repository = locate(request, 'versions.list');
          const image = packageOf(repository, request.params.package ?? '');
          const versions = book(repository).images.filter((one) => one.image === image);
          return page(
            request,
            'versions',
            versions.map(({ digest, uploadTime }) => ({
              name: `${packageName(repository, image)}/versions/${digest}`,
              createTime: uploadTime,
            })),
          );
        },
        { query: ['pageSize', 'pageToken'] },
      ),
      route(
        'GET',
        `${one}/packages/{package=*}/tags`,
        (request) => {
          const repository = locate(request, 'tags.list');
          const image = packageOf(repository, request.params.package ?? '');
          return page(
            request,
            'tags',
            tagsOf(repository, image).map((tag) => tagBody(repository, image, tag)),
          );
        },
        { query: ['pageSize', 'pageToken'] },
      ),
      // https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories.packages.versions/delete
      route(
        'DELETE',
        `${one}/packages/{package=*}/versions/{version=*}`,
        async (request) => {
          const repository = locate(request, 'versions.delete');
          const image = packageOf(repository, request.params.package ?? '');
          const digest = request.params.version ?? '';
          const version = `${packageName(repository, image)}/versions/${digest}`;
          if (!book(repository).images.some((other) => other.image === image && other.digest === digest))
            throw new ApiError(404, `Version "${version}" was not found.`);
          const tagged = tagsOf(repository, image).some((tag) => tag.digest === digest);
          if (tagged && request.query.get('force') !== 'true')
            throw new ApiError(400, `Version "${version}" is tagged.`, {}, { reason: 'FAILED_PRECONDITION' });
          artifacts.forget(registryName(repository, image), digest);
          await store.remove(registryName(repository, image), digest);
          return {
            body: {
              name: `${repository.name.split('/repositories/')[0]}/operations/${crypto.randomUUID()}`,
              done: true,
              response: { '@type': 'type.googleapis.com/google.protobuf.Empty' },
            },
          };
        },
        { query: ['force'] },
      ),
      // https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories.packages.tags/delete
      route('DELETE', `${one}/packages/{package=*}/tags/{tag}`, async (request) => {
        const repository = locate(request, 'tags.delete');
        const { package: image = '', tag = '' } = request.params;
        if (!tagsOf(repository, image).some((other) => other.tag === tag))
          throw new ApiError(404, `Tag "${packageName(repository, image)}/tags/${tag}" was not found.`);
        if (repository.dockerConfig?.immutableTags)
          throw new ApiError(400, `Tag "${tag}" is immutable.`, {}, { reason: 'FAILED_PRECONDITION' });
        artifacts.forget(registryName(repository, image), tag);
        await store.remove(registryName(repository, image), tag);
        return { body: {} };
      }),
      route('GET', `${one}/packages/{package=*}/tags/{tag}`, (request) => {
        const repository = locate(request, 'tags.get');
        const { package: image = '', tag = '' } = request.params;
        const found = tagsOf(repository, image).find((one) => one.tag === tag);
        if (!found) throw new ApiError(404, `Tag "${packageName(repository, image)}/tags/${tag}" was not found.`);
        return { body: tagBody(repository, image, found) };
      }),
    ],
  };

  /** An image in the store that was not pushed through the emulator, for instance one pushed to the upstream registry before. */
  async function unbooked(repository: Repository, image: string, digest: string): Promise<Image> {
    const name = registryName(repository, image);
    const found = isDigest(digest) ? await store.manifest(name, digest) : undefined;
    if (!found)
      throw new ApiError(404, `DockerImage "${repository.name}/dockerImages/${image}@${digest}" was not found.`);
    artifacts.note(name, found.bytes, found.mediaType, undefined);
    return book(repository).images.find((one) => one.image === image && one.digest === digest) as Image;
  }

  return artifacts;
}

/** The parts of a repository's name. */
function placeOf(name: string) {
  const [, project, , location, , id] = name.split('/');
  return { project, location, id };
}
