/** Images in a registry: reads manifests and configurations, and gives a manifest another tag. */
import { createHash } from 'node:crypto';
import { absent } from '../google/errors/not-found.ts';
import type { HttpClient } from '../google/http/client.ts';
import { parseResponse } from '../google/http/invalid-response.ts';
import { OutcomeError } from '../runtime/errors.ts';
import { formatImageName, type ImageName } from './image-reference.ts';
import { createRegistryCalls, READ, WRITE } from './registry-calls.ts';

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';

/** https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An image manifest or an image index, with the bytes that its digest covers. */
export interface ImageManifest {
  readonly mediaType: string;
  readonly digest: string;
  readonly bytes: Buffer;
  readonly annotations: Readonly<Record<string, string>>;
  /** The images of an index; empty for a single image. */
  readonly manifests: readonly Descriptor[];
  /** The configuration of a single image. */
  readonly config: Descriptor | undefined;
  readonly layers: readonly Descriptor[];
}

/** The parts of an image's configuration that we read. */
export interface ImageConfig {
  readonly created?: string;
  readonly os?: string;
  readonly architecture?: string;
  readonly variant?: string;
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> | null };
  readonly history?: readonly { readonly created_by?: string; readonly empty_layer?: boolean }[];
}

export interface Registry {
  /** The manifest behind a tag or digest; undefined if it does not exist. Its bytes are checked against its digest. */
  manifest(image: ImageName, reference: string): Promise<ImageManifest | undefined>;
  /** The digest behind a tag or digest without its content; undefined if it does not exist. */
  digest(image: ImageName, reference: string): Promise<string | undefined>;
  /** Puts the manifest under a tag. What it refers to must already be in the same repository. */
  tag(image: ImageName, manifest: ImageManifest, tag: string): Promise<void>;
  /** The configuration of a single image. */
  config(image: ImageName, manifest: ImageManifest): Promise<ImageConfig>;
}

/** What a manifest may be, as the header `accept`. */
export const MANIFEST_TYPES = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST].join(', ');

/** Bytes of a manifest: registries take 4 MiB (https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests). */
const MOST_MANIFEST = 4 * 1024 * 1024;
/** Bytes of an image's configuration, which names each layer's instruction. */
const MOST_CONFIG = 16_000_000;

export function createRegistry(client: Pick<HttpClient, 'text'>): Registry {
  const once = rememberFound();
  const calls = createRegistryCalls(client);
  const resource = (image: ImageName, reference: string) => `image ${formatReference(image, reference)}`;

  const read = (image: ImageName, reference: string, method: 'GET' | 'HEAD') =>
    absent(
      calls.send({
        method,
        url: calls.url(image, `/manifests/${reference}`),
        headers: { accept: MANIFEST_TYPES },
        resource: resource(image, reference),
        maxBytes: MOST_MANIFEST,
        ...READ,
      }),
    );

  const readManifest = async (image: ImageName, reference: string): Promise<ImageManifest | undefined> => {
    const response = await read(image, reference, 'GET');
    if (!response) return undefined;
    const { bytes, status, headers } = response;
    const about = { resource: resource(image, reference), url: calls.url(image, ''), status };
    parseResponse(about, response.text || 'nothing');
    const manifest = parseImageManifest(bytes, headers['content-type'] ?? '');
    if (reference.startsWith('sha256:') && manifest.digest !== reference)
      throw new OutcomeError(
        `For ${formatReference(image, reference)}, the registry returned content with another digest, ${manifest.digest}.`,
      );
    return manifest;
  };

  return {
    manifest: (image, reference) =>
      reference.startsWith('sha256:')
        ? once(formatReference(image, reference), () => readManifest(image, reference))
        : readManifest(image, reference),

    async digest(image, reference) {
      const response = await read(image, reference, 'HEAD');
      const digest = response?.headers['docker-content-digest'];
      if (!response || digest) return digest;
      return (await this.manifest(image, reference))?.digest;
    },

    async tag(image, manifest, tag) {
      await calls.send({
        method: 'PUT',
        url: calls.url(image, `/manifests/${tag}`),
        headers: { 'content-type': manifest.mediaType },
        body: manifest.bytes,
        resource: `tag ${formatReference(image, tag)}`,
        ...WRITE,
      });
    },

    async config(image, manifest) {
      if (!manifest.config) throw new Error(`${manifest.digest} is an index and has no configuration`);
      const about = resource(image, manifest.digest);
      const { digest } = manifest.config;
      return await once(`config of ${formatReference(image, digest)}`, async () => {
        const { text, status } = await calls.blob(image, digest, MOST_CONFIG, about);
        return parseResponse<ImageConfig>({ resource: about, url: calls.url(image, ''), status }, text);
      });
    },
  };
}

/** Caches reads by digest, since their content does not change. Missing ones are not cached. */
function rememberFound(): <T>(key: string, read: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<unknown>>();
  return (key, read) => {
    const found = (known.get(key) as ReturnType<typeof read> | undefined) ?? read();
    known.set(key, found);
    const forget = () => void (known.get(key) === found && known.delete(key));
    found.then((value) => value === undefined && forget(), forget);
    return found;
  };
}

/** Reads a manifest or index. `contentType` is the response's; the document's own `mediaType` wins. */
export function parseImageManifest(bytes: Buffer, contentType: string): ImageManifest {
  const document = JSON.parse(bytes.toString('utf8')) as {
    mediaType?: string;
    annotations?: Record<string, string>;
    manifests?: Descriptor[];
    config?: Descriptor;
    layers?: Descriptor[];
  };
  return {
    mediaType: document.mediaType ?? contentType.split(';')[0]?.trim() ?? OCI_MANIFEST,
    digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    bytes,
    annotations: document.annotations ?? {},
    manifests: document.manifests ?? [],
    config: document.config,
    layers: document.layers ?? [],
  };
}

/** True for the entry of an index that holds provenance or an SBOM (https://docs.docker.com/build/metadata/attestations/attestation-storage/). */
export const isAttestation = (entry: Descriptor): boolean =>
  entry.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';

/** The labels of an image, or of the first image of an index. */
export async function imageLabels(
  registry: Registry,
  image: ImageName,
  manifest: ImageManifest,
): Promise<Readonly<Record<string, string>>> {
  const first = manifest.config ? undefined : manifest.manifests.find((entry) => !isAttestation(entry));
  const single = first ? await registry.manifest(image, first.digest) : manifest;
  return single?.config ? ((await registry.config(image, single)).config?.Labels ?? {}) : {};
}

/** `linux/amd64`, `linux/arm/v7`. */
export const formatPlatform = (platform: { os?: string; architecture?: string; variant?: string }): string =>
  [platform.os, platform.architecture, platform.variant].filter(Boolean).join('/');

/** `NAME@sha256:…` or `NAME:TAG`. */
export const formatReference = (image: ImageName, reference: string): string =>
  `${formatImageName(image)}${reference.startsWith('sha256:') ? '@' : ':'}${reference}`;
