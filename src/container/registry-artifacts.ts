/**
 * Artifacts that are kept beside an image in its repository: lists tags and referrers, reads and pushes small blobs and manifests
 * (https://github.com/opencontainers/distribution-spec/blob/main/spec.md).
 */
import { createHash } from 'node:crypto';
import { absent } from '../google/errors/not-found.ts';
import { type HttpClient, locationOf } from '../google/http/client.ts';
import { parseResponse, redirected } from '../google/http/invalid-response.ts';
import { CloudError } from '../runtime/errors.ts';
import { formatImageName, type ImageName } from './image-reference.ts';
import { type Descriptor, OCI_MANIFEST } from './registry.ts';
import { createRegistryCalls, READ, WRITE } from './registry-calls.ts';

export interface RegistryArtifacts {
  /** Tags that begin with `prefix`, which has characters of tags alone. */
  tags(image: ImageName, prefix: string): Promise<string[]>;
  /** Digests of manifests that name the image as their subject; empty where the registry has no such list. */
  referrers(image: ImageName, digest: string, artifactType: string): Promise<string[]>;
  /** A blob whose content has its digest; undefined if it is gone. */
  blob(image: ImageName, digest: string, maxBytes: number): Promise<Buffer | undefined>;
  /** Pushes a blob; pushing it again changes nothing. */
  pushBlob(image: ImageName, mediaType: string, content: Buffer): Promise<Descriptor>;
  /** Puts a manifest under a tag. */
  pushManifest(image: ImageName, tag: string, manifest: Buffer): Promise<void>;
}

/** Tags that one response names. A registry may give fewer, or all. */
const PAGE = 1000;
const MOST_PAGES = 1000;
/** Bytes of a list; Artifact Registry names each manifest in it, too. */
const MOST_LIST = 256_000_000;

export const sha256Digest = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export function createRegistryArtifacts(client: Pick<HttpClient, 'text'>): RegistryArtifacts {
  const calls = createRegistryCalls(client);
  const resource = (image: ImageName) => `image ${formatImageName(image)}`;
  return {
    async tags(image, prefix) {
      const found: string[] = [];
      // Tags that sort after the text before the prefix: a registry that knows `last` leaves out all before.
      let url: string | undefined = calls.url(image, `/tags/list?n=${PAGE}&last=${prefix.slice(0, -1)}`);
      for (let pages = 0; url !== undefined && pages < MOST_PAGES; pages++) {
        const at: string = url;
        const response = await absent(
          calls.send({ method: 'GET', url: at, resource: resource(image), maxBytes: MOST_LIST, ...READ }),
        );
        if (!response) return [];
        const about = { resource: resource(image), url: at, status: response.status };
        const { tags } = parseResponse<{ tags?: unknown }>(about, response.text);
        const page = (Array.isArray(tags) ? tags : []).filter((tag): tag is string => typeof tag === 'string');
        found.push(...page.filter((tag) => tag.startsWith(prefix)));
        const next = locationOf(at, /<([^>]+)>; *rel="?next"?/.exec(response.headers.link ?? '')?.[1]);
        if (next !== undefined && new URL(next).origin !== new URL(at).origin) throw redirected(about, next);
        // Lists are sorted, so that one which is past the prefix is the last of interest.
        const past = page.length > 0 && (page.at(-1) as string) > `${prefix}\uffff` && isSorted(page);
        url = past ? undefined : next;
      }
      return [...new Set(found)];
    },

    async referrers(image, digest, artifactType) {
      const url = calls.url(image, `/referrers/${digest}?artifactType=${encodeURIComponent(artifactType)}`);
      try {
        const response = await calls.send({
          method: 'GET',
          url,
          resource: resource(image),
          maxBytes: MOST_LIST,
          ...READ,
        });
        const about = { resource: resource(image), url, status: response.status };
        const { manifests } = parseResponse<{ manifests?: readonly { readonly digest?: unknown }[] }>(
          about,
          response.text,
        );
        return (Array.isArray(manifests) ? manifests : []).flatMap(({ digest: one }) =>
          typeof one === 'string' ? [one] : [],
        );
      } catch (error) {
        // Registries without the list respond in different ways.
        if (error instanceof CloudError && error.status >= 200 && error.status < 500) return [];
        throw error;
      }
    },

    async blob(image, digest, maxBytes) {
      const response = await absent(calls.blob(image, digest, maxBytes, resource(image)));
      return response && sha256Digest(response.bytes) === digest ? response.bytes : undefined;
    },

    async pushBlob(image, mediaType, content) {
      const digest = sha256Digest(content);
      const about = { resource: resource(image), ...WRITE };
      const descriptor = { mediaType, digest, size: content.length };
      const begin = calls.url(image, '/blobs/uploads/');
      const started = await calls.send({ ...about, method: 'POST', url: begin, idempotent: true });
      const session = locationOf(begin, started.headers.location);
      if (session === undefined || new URL(session).origin !== new URL(begin).origin)
        throw redirected({ ...about, url: begin, status: started.status }, session);
      const put = new URL(session);
      put.searchParams.set('digest', digest);
      await calls.send({
        ...about,
        method: 'PUT',
        url: put.href,
        headers: { 'content-type': 'application/octet-stream' },
        body: content,
      });
      return descriptor;
    },

    async pushManifest(image, tag, manifest) {
      await calls.send({
        method: 'PUT',
        url: calls.url(image, `/manifests/${tag}`),
        headers: { 'content-type': OCI_MANIFEST },
        body: manifest,
        resource: `tag ${formatImageName(image)}:${tag}`,
        ...WRITE,
      });
    },
  };
}

const isSorted = (texts: readonly string[]): boolean =>
  texts.every((text, i) => i === 0 || (texts[i - 1] ?? '') <= text);
