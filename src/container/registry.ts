/**
 * The registry's own API (https://github.com/opencontainers/distribution-spec/blob/main/spec.md), as far as we need it:
 * read manifests and small JSON blobs, and give a manifest another tag. Artifact Registry takes an access token as it is
 * (https://cloud.google.com/artifact-registry/docs/reference/docker-api); a registry on loopback is spoken to over plain HTTP.
 */
import { createHash } from 'node:crypto';
import type { HttpClient, HttpRequest, HttpResponse } from '../google/http/client.ts';
import { CloudError, OutcomeError } from '../runtime/errors.ts';
import { formatImageName, type ImageName, isLoopback, registryPath } from './image-reference.ts';

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
  /** The manifest behind a tag or digest; undefined if there is none. Its bytes are checked against its digest. */
  manifest(image: ImageName, reference: string): Promise<ImageManifest | undefined>;
  /** The digest behind a tag or digest without its content; undefined if there is none. */
  digest(image: ImageName, reference: string): Promise<string | undefined>;
  /** Puts the manifest under a tag. What it refers to must already be in the same repository. */
  tag(image: ImageName, manifest: ImageManifest, tag: string): Promise<void>;
  /** The configuration of a single image. */
  config(image: ImageName, manifest: ImageManifest): Promise<ImageConfig>;
}

/** What a manifest may be, as the header `accept`. */
export const MANIFEST_TYPES = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST].join(', ');
const READ = { permission: 'artifactregistry.repositories.downloadArtifacts', role: 'roles/artifactregistry.reader' };
const WRITE = { permission: 'artifactregistry.repositories.uploadArtifacts', role: 'roles/artifactregistry.writer' };

/** A registry that does not answer is said to be down well within half a minute. */
const PATIENCE = { attemptTimeout: 10_000, deadline: 20_000 };

export function createRegistry(client: Pick<HttpClient, 'request'>): Registry {
  const http = {
    request: async (call: HttpRequest): Promise<HttpResponse> => {
      try {
        return await client.request({ ...PATIENCE, ...call });
      } catch (error) {
        if (!(error instanceof CloudError) || error.status !== 0) throw error;
        const { host } = new URL(call.url);
        const message = `the registry ${host} could not be reached: ${error.message}. Check the host in the name of the image, and that this runner can reach it`;
        throw new CloudError({ message, status: 0, resource: error.resource }, { cause: error });
      }
    },
  };
  const base = (image: ImageName) =>
    `${isLoopback(image.host) ? 'http' : 'https'}://${image.host}/v2/${registryPath(image)}`;
  const resource = (image: ImageName, reference: string) => `image ${formatReference(image, reference)}`;

  const read = async (image: ImageName, reference: string, method: 'GET' | 'HEAD') => {
    try {
      return await http.request({
        method,
        url: `${base(image)}/manifests/${reference}`,
        headers: { accept: MANIFEST_TYPES },
        resource: resource(image, reference),
        ...READ,
      });
    } catch (error) {
      if (error instanceof CloudError && error.status === 404) return undefined;
      throw error;
    }
  };

  return {
    async manifest(image, reference) {
      const response = await read(image, reference, 'GET');
      if (!response) return undefined;
      const bytes = Buffer.from(await response.body.arrayBuffer());
      const manifest = parseImageManifest(bytes, String(response.headers['content-type'] ?? ''));
      if (reference.startsWith('sha256:') && manifest.digest !== reference)
        throw new OutcomeError(
          `The registry answered ${formatReference(image, reference)} with content of another digest, ${manifest.digest}.`,
        );
      return manifest;
    },

    async digest(image, reference) {
      const response = await read(image, reference, 'HEAD');
      await response?.body.dump();
      const digest = response?.headers['docker-content-digest'];
      if (!response || typeof digest === 'string') return digest as string | undefined;
      return (await this.manifest(image, reference))?.digest;
    },

    async tag(image, manifest, tag) {
      const response = await http.request({
        method: 'PUT',
        url: `${base(image)}/manifests/${tag}`,
        headers: { 'content-type': manifest.mediaType },
        body: manifest.bytes,
        resource: `tag ${formatReference(image, tag)}`,
        ...WRITE,
      });
      await response.body.dump();
    },

    async config(image, manifest) {
      if (!manifest.config) throw new Error(`${manifest.digest} is an index and has no configuration`);
      const url = `${base(image)}/blobs/${manifest.config.digest}`;
      const call = { method: 'GET', resource: resource(image, manifest.digest), ...READ } as const;
      let response = await http.request({ ...call, url });
      if (response.status >= 300) {
        // Artifact Registry sends blobs from a signed address, which must not see our token.
        const location = String(response.headers.location ?? '');
        await response.body.dump();
        response = await http.request({ ...call, url: new URL(location, url).href, authenticated: false });
      }
      return (await response.body.json()) as ImageConfig;
    },
  };
}

/** Reads a manifest or index. `contentType` is the answer's; the document's own `mediaType` wins. */
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
