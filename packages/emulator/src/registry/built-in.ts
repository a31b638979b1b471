/** A built-in OCI registry: https://github.com/opencontainers/distribution-spec/blob/main/spec.md */
import { createHash } from 'node:crypto';
import type { ApiRequest, Reply } from '../http/routes.ts';
import { type Blobs, createBlobs } from './blobs.ts';
import {
  INDEX_TYPES,
  isDigest,
  type Manifest,
  type ManifestJson,
  ociError,
  type RegistryStore,
  type Target,
} from './types.ts';

/** The manifests and tags of one repository name. */
interface Repository {
  readonly manifests: Map<string, Manifest>;
  readonly tags: Map<string, string>;
}

const MANIFEST_LIMIT = 4 * 1024 * 1024;

export function createBuiltInRegistry(blobs: Blobs = createBlobs()): RegistryStore {
  const repositories = new Map<string, Repository>();
  /** `PROJECT/REPOSITORY@digest`: images of one Artifact Registry repository share blobs, other repositories must mount them. */
  const linked = new Set<string>();
  const link = (name: string, digest: string) => `${name.split('/').slice(0, 2).join('/')}@${digest}`;

  const repository = (name: string): Repository => {
    const found = repositories.get(name) ?? { manifests: new Map(), tags: new Map() };
    repositories.set(name, found);
    return found;
  };
  const find = (name: string, reference: string): Manifest | undefined => {
    const { manifests, tags } = repositories.get(name) ?? {};
    return manifests?.get(isDigest(reference) ? reference : (tags?.get(reference) ?? ''));
  };
  const created = (name: string, digest: string, headers: Record<string, string> = {}): Reply => ({
    status: 201,
    headers: { location: `/v2/${name}/${digest}`, 'docker-content-digest': digest, 'content-length': 0, ...headers },
  });

  async function blob(request: ApiRequest, { name, reference: digest }: Target): Promise<Reply> {
    const size = linked.has(link(name, digest)) ? await blobs.size(digest) : undefined;
    if (request.method === 'DELETE') throw ociError(405, 'UNSUPPORTED', 'The operation is unsupported.');
    if (size === undefined) throw ociError(404, 'BLOB_UNKNOWN', `blob unknown to registry: ${digest}`);
    const headers = {
      'content-type': 'application/octet-stream',
      'docker-content-digest': digest,
      'accept-ranges': 'bytes',
    };
    if (request.method === 'HEAD') return { headers: { ...headers, 'content-length': size } };
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (!range) return { headers: { ...headers, 'content-length': size }, body: await blobs.read(digest) };
    const start = Number(range[1]);
    const end = Math.min(range[2] ? Number(range[2]) : size - 1, size - 1);
    if (start > end) throw ociError(416, 'RANGE_INVALID', 'The requested range cannot be satisfied.');
    return {
      status: 206,
      headers: { ...headers, 'content-length': end - start + 1, 'content-range': `bytes ${start}-${end}/${size}` },
      body: await blobs.read(digest, start, end),
    };
  }

  async function upload(request: ApiRequest, { name, reference: id }: Target): Promise<Reply> {
    const digest = request.query.get('digest');
    if (request.method === 'POST') {
      const mount = request.query.get('mount');
      const from = request.query.get('from');
      if (mount && from && linked.has(link(from, mount))) {
        linked.add(link(name, mount));
        return created(`${name}/blobs`, mount);
      }
      const fresh = await blobs.begin();
      if (digest) return finish(request, name, fresh, digest);
      return progress(202, name, fresh.id, fresh.size);
    }
    const found = blobs.upload(id);
    if (!found) throw ociError(404, 'BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
    if (request.method === 'GET') return progress(204, name, id, found.size);
    if (request.method === 'DELETE') {
      await found.cancel();
      return { status: 204 };
    }
    const start = /^(?:bytes )?(\d+)-\d+/.exec(request.headers['content-range'] ?? '')?.[1];
    if (start !== undefined && Number(start) !== found.size) {
      throw ociError(416, 'RANGE_INVALID', 'The chunk does not continue the upload.', { range: `0-${found.size - 1}` });
    }
    if (request.method === 'PUT') {
      if (!digest) throw ociError(400, 'DIGEST_INVALID', 'digest missing');
      return finish(request, name, found, digest);
    }
    if (request.method !== 'PATCH') throw ociError(405, 'UNSUPPORTED', 'The operation is unsupported.');
    await found.append(request.stream as AsyncIterable<Buffer>);
    return progress(202, name, id, found.size);
  }

  const progress = (status: number, name: string, id: string, size: number): Reply => ({
    status,
    headers: {
      location: `/v2/${name}/blobs/uploads/${id}`,
      'docker-upload-uuid': id,
      range: `0-${Math.max(0, size - 1)}`,
      'content-length': 0,
    },
  });

  async function finish(
    request: ApiRequest,
    name: string,
    upload: Awaited<ReturnType<typeof blobs.begin>>,
    digest: string,
  ) {
    await upload.append(request.stream as AsyncIterable<Buffer>);
    if (!(await upload.finish(digest))) {
      throw ociError(400, 'DIGEST_INVALID', `provided digest did not match uploaded content: ${digest}`);
    }
    linked.add(link(name, digest));
    return created(`${name}/blobs`, digest);
  }

  async function manifest(request: ApiRequest, { name, reference }: Target): Promise<Reply> {
    if (request.method === 'PUT') return putManifest(request, name, reference);
    const found = find(name, reference);
    if (!found) throw ociError(404, 'MANIFEST_UNKNOWN', `Failed to fetch "${reference}"`);
    if (request.method === 'DELETE') {
      remove(name, reference);
      return { status: 202, headers: { 'content-length': 0 } };
    }
    const headers = {
      'content-type': found.mediaType,
      'docker-content-digest': found.digest,
      'content-length': found.bytes.length,
    };
    return { headers, body: request.method === 'HEAD' ? undefined : found.bytes };
  }

  function remove(name: string, reference: string): void {
    const { manifests, tags } = repository(name);
    if (isDigest(reference)) {
      manifests.delete(reference);
      for (const [tag, digest] of tags) if (digest === reference) tags.delete(tag);
    } else tags.delete(reference);
  }

  async function putManifest(request: ApiRequest, name: string, reference: string): Promise<Reply> {
    const bytes = await request.body();
    if (bytes.length > MANIFEST_LIMIT) throw ociError(413, 'SIZE_INVALID', 'manifest too large');
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const byDigest = reference.includes(':');
    if (byDigest && reference !== digest)
      throw ociError(400, 'DIGEST_INVALID', `provided digest did not match: ${reference}`);
    if (!byDigest && !/^\w[\w.-]{0,127}$/.test(reference))
      throw ociError(400, 'TAG_INVALID', `invalid tag: ${reference}`);
    let json: ManifestJson;
    try {
      json = JSON.parse(bytes.toString()) as ManifestJson;
    } catch {
      throw ociError(400, 'MANIFEST_INVALID', 'manifest is not JSON');
    }
    const mediaType = request.headers['content-type'] ?? json.mediaType ?? 'application/vnd.oci.image.manifest.v1+json';
    if (json.mediaType !== undefined && json.mediaType !== mediaType) {
      throw ociError(
        400,
        'MANIFEST_INVALID',
        `mediaType ${json.mediaType} does not agree with Content-Type ${mediaType}`,
      );
    }
    const { manifests, tags } = repository(name);
    for (const child of json.manifests ?? []) {
      if (!manifests.has(child.digest))
        throw ociError(400, 'MANIFEST_BLOB_UNKNOWN', `manifest unknown: ${child.digest}`);
    }
    for (const part of [json.config, ...(json.layers ?? [])]) {
      if (!part || linked.has(link(name, part.digest))) continue;
      throw ociError(400, 'MANIFEST_BLOB_UNKNOWN', `blob unknown to registry: ${part.digest}`);
    }
    manifests.set(digest, { digest, mediaType, bytes });
    if (!byDigest) tags.set(reference, digest);
    return created(`${name}/manifests`, digest, json.subject ? { 'oci-subject': json.subject.digest } : {});
  }

  function tagList({ query }: ApiRequest, name: string): Reply {
    const found = repositories.get(name);
    if (!found) throw ociError(404, 'NAME_UNKNOWN', `repository name not known to registry: ${name}`);
    const last = query.get('last');
    const all = [...found.tags.keys()].sort().filter((tag) => last === null || tag > last);
    const size = query.get('n') === null ? all.length : Number(query.get('n'));
    const tags = all.slice(0, size);
    const next = `</v2/${name}/tags/list?n=${size}&last=${encodeURIComponent(tags.at(-1) ?? '')}>; rel="next"`;
    return { ...(tags.length < all.length && { headers: { link: next } }), body: { name, tags } };
  }

  function referrers({ query }: ApiRequest, { name, reference }: Target): Reply {
    const wanted = query.get('artifactType');
    const manifests = [...(repositories.get(name)?.manifests.values() ?? [])].flatMap(
      ({ digest, mediaType, bytes }) => {
        const json = JSON.parse(bytes.toString()) as ManifestJson;
        if (json.subject?.digest !== reference) return [];
        const artifactType = json.artifactType ?? json.config?.mediaType;
        if (wanted !== null && artifactType !== wanted) return [];
        return [{ mediaType, digest, size: bytes.length, artifactType, annotations: json.annotations }];
      },
    );
    return {
      headers: {
        'content-type': INDEX_TYPES[0] ?? '',
        ...(wanted !== null && { 'oci-filters-applied': 'artifactType' }),
      },
      body: { schemaVersion: 2, mediaType: INDEX_TYPES[0], manifests },
    };
  }

  return {
    async handle(request, target) {
      if (target.kind === 'blobs') return blob(request, target);
      if (target.kind === 'uploads') return upload(request, target);
      if (target.kind === 'manifests') return manifest(request, target);
      return target.kind === 'tags' ? tagList(request, target.name) : referrers(request, target);
    },
    manifest: async (name, reference) => find(name, reference),
    remove: async (name, reference) => remove(name, reference),
    close: () => blobs.close(),
  };
}
