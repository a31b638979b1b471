/**
 * Copies an image by digest from one repository to another, with the attestations that are kept beside it: bytes as they are, so
 * that every digest stays (https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push). Within one registry the
 * layers are mounted and no byte of them moves.
 */
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatImageName, type ImageName, registryPath } from '../../../src/container/image-reference.ts';
import {
  createRegistry,
  type Descriptor,
  formatReference,
  type ImageManifest,
} from '../../../src/container/registry.ts';
import { createRegistryArtifacts } from '../../../src/container/registry-artifacts.ts';
import { createRegistryCalls, READ, WRITE } from '../../../src/container/registry-calls.ts';
import { absent } from '../../../src/google/errors/not-found.ts';
import { type HttpClient, locationOf } from '../../../src/google/http/client.ts';
import { attestationTagPrefix } from '../../../src/provenance/attestation-tag.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';

/** Milliseconds in which one layer must be there. */
const LAYER_DEADLINE = 30 * 60_000;

export interface CopiedImage {
  /** False for an image that was there. */
  readonly copied: boolean;
  /** Attestations that were not there. */
  readonly attestations: number;
}

/** Within one repository it only checks that the image is there. */
export async function copyImage(
  http: HttpClient,
  from: ImageName,
  to: ImageName,
  digest: string,
): Promise<CopiedImage> {
  const registry = createRegistry(http);
  const artifacts = createRegistryArtifacts(http);
  const there = (await registry.digest(to, digest)) !== undefined;
  if (!there) await copyManifest(digest);
  if (formatImageName(from) === formatImageName(to)) return { copied: false, attestations: 0 };
  const prefix = attestationTagPrefix(digest);
  const [tags, known] = await Promise.all([artifacts.tags(from, prefix), artifacts.tags(to, prefix)]);
  const missing = tags.filter((tag) => !known.includes(tag));
  for (const tag of missing) {
    const manifest = await registry.manifest(from, tag);
    if (!manifest) continue;
    await copyBlobs(manifest);
    await artifacts.pushManifest(to, tag, manifest.bytes);
  }
  return { copied: !there, attestations: missing.length };

  /** What a manifest refers to goes before it. */
  async function copyManifest(reference: string): Promise<void> {
    const manifest = await registry.manifest(from, reference);
    if (!manifest)
      throw new OutcomeError(
        `The image ${formatReference(from, reference)} no longer exists. Nothing was deployed. Release it at the source again.`,
      );
    for (const child of manifest.manifests) await copyManifest(child.digest);
    await copyBlobs(manifest);
    await registry.tag(to, manifest, reference);
  }

  async function copyBlobs({ config, layers }: ImageManifest): Promise<void> {
    const blobs = new Map([...(config ? [config] : []), ...layers].map((blob) => [blob.digest, blob]));
    await Promise.all([...blobs.values()].map((blob) => copyBlob(http, from, to, blob)));
  }
}

async function copyBlob(http: HttpClient, from: ImageName, to: ImageName, blob: Descriptor): Promise<void> {
  const calls = createRegistryCalls(http);
  const about = { resource: `image ${formatImageName(to)}`, ...WRITE };
  const there = await absent(
    calls.send({ ...about, ...READ, method: 'HEAD', url: calls.url(to, `/blobs/${blob.digest}`) }),
  );
  if (there) return;
  const mount = from.host === to.host ? `?mount=${blob.digest}&from=${encodeURIComponent(registryPath(from))}` : '';
  const begin = calls.url(to, `/blobs/uploads/${mount}`);
  const started = await calls.send({ ...about, method: 'POST', url: begin, idempotent: true });
  if (started.status === 201) return;
  const session = locationOf(begin, started.headers.location);
  if (session === undefined || new URL(session).origin !== new URL(begin).origin)
    throw new OutcomeError(`The registry ${to.host} returned no upload URL on its own host for a layer.`);
  const put = new URL(session);
  put.searchParams.set('digest', blob.digest);
  await calls.send({
    ...about,
    method: 'PUT',
    url: put.href,
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(blob.size) },
    body: () => streamOf(http, from, blob),
    deadline: LAYER_DEADLINE,
    attemptTimeout: LAYER_DEADLINE,
  });
}

/** The content of a blob. A registry may send it from a signed address, which must not see our token. */
function streamOf(http: HttpClient, image: ImageName, { digest }: Descriptor): Readable {
  const content = new PassThrough();
  const calls = createRegistryCalls(http);
  const url = calls.url(image, `/blobs/${digest}`);
  const about = { method: 'GET', resource: `image ${formatImageName(image)}`, ...READ } as const;
  const read = async () => {
    const response = await http.raw({ ...about, url });
    const location = response.status < 300 ? undefined : locationOf(url, String(response.headers.location ?? ''));
    if (location !== undefined) await response.body.dump();
    const found = location === undefined ? response : await http.raw({ ...about, url: location, authenticated: false });
    if (found.status >= 300) {
      await found.body.dump();
      throw new OutcomeError(`A layer of ${formatImageName(image)} could not be read: status ${found.status}.`);
    }
    await pipeline(found.body, content);
  };
  read().catch((error: Error) => content.destroy(error));
  return content;
}
