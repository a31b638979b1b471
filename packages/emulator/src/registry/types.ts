/** Types of the registry's front, its stores and the Artifact Registry API. */
import { ApiError } from '../http/errors.ts';
import type { ApiRequest, Reply } from '../http/routes.ts';

export interface Manifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A store of blobs and manifests. `name` is a whole repository name: `PROJECT/REPOSITORY/IMAGE`. */
export interface RegistryStore {
  /** Executes an authorized request of the distribution protocol. */
  handle(request: ApiRequest, target: Target): Promise<Reply>;
  /** By tag or digest; undefined if it does not exist. */
  manifest(name: string, reference: string): Promise<Manifest | undefined>;
  /** Deletes a tag, or a manifest by its digest with all its tags. A store that allows no deletion keeps them. */
  remove(name: string, reference: string): Promise<void>;
  close(): Promise<void>;
}

/** A parsed path of the protocol. */
export interface Target {
  readonly name: string;
  readonly kind: 'blobs' | 'uploads' | 'manifests' | 'tags' | 'referrers';
  /** Digest, tag or upload id; empty for a new upload and for the tags' list. */
  readonly reference: string;
}

const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);

/** Parses a path; throws NAME_INVALID, or 404 for a path that is not part of the protocol. */
export function parseTarget(path: string): Target {
  const match =
    /^\/v2\/(.+?)\/(?:(blobs)\/(uploads)\/?([^/]*)|(blobs|manifests|referrers)\/([^/]+)|(tags)\/list)$/.exec(path);
  if (!match) throw new ApiError(404, 'page not found', {}, { reason: 'NOT_FOUND' });
  const [, name = '', , uploads, upload = '', kind, reference = '', tags] = match;
  // Google's project ids with a domain, such as `example.com:project`, come as `example.com/project`.
  if (!NAME.test(name) || name.length > 255) throw ociError(400, 'NAME_INVALID', `invalid repository name: ${name}`);
  if (uploads) return { name, kind: 'uploads', reference: upload };
  if (tags) return { name, kind: 'tags', reference: '' };
  return { name, kind: kind as Target['kind'], reference: decodeURIComponent(reference) };
}

/** An error in the distribution specification's shape; `code` is one of its codes. */
export const ociError = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  new ApiError(status, message, headers, { reason: code });

export const ociErrorBody = ({ status, message, reason }: ApiError) => ({
  errors: [
    { code: reason ?? (status === 429 ? 'TOOMANYREQUESTS' : status >= 500 ? 'UNAVAILABLE' : 'UNKNOWN'), message },
  ],
});

export const isDigest = (reference: string): boolean => /^sha256:[0-9a-f]{64}$/.test(reference);

export const INDEX_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

/** The used fields of a manifest or index. */
export interface ManifestJson {
  mediaType?: string;
  artifactType?: string;
  config?: Descriptor;
  layers?: Descriptor[];
  manifests?: Descriptor[];
  subject?: Descriptor;
  annotations?: Record<string, string>;
}

export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
  platform?: { os?: string; architecture?: string };
  annotations?: Record<string, string>;
}
