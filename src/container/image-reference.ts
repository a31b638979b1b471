/** Names of container images, parsed once: `HOST/PROJECT/REPOSITORY/NAME`, with a digest where one is required. */
import { isLoopback } from '../google/http/loopback.ts';

/** An image repository path such as `europe-west1-docker.pkg.dev/acme/apps/server`, without tag or digest. */
export interface ImageName {
  /** Registry host, with port if any: `us-central1-docker.pkg.dev`, `127.0.0.1:5000`. */
  readonly host: string;
  /** Path below the host: `PROJECT/REPOSITORY/NAME`. */
  readonly path: string;
}

/** An image by digest. */
export interface ImageDigest extends ImageName {
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
}

const HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+)$/;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const PROJECT_DOMAIN = /^[a-z0-9.-]+:[a-z0-9-]+$/;
export const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** Parses an image without tag and digest. Throws an Error with a message for the user. */
export function parseImageName(text: string): ImageName {
  const expected = 'Write HOST/PROJECT/REPOSITORY/NAME, for instance us-central1-docker.pkg.dev/acme/apps/server';
  const value = text.trim();
  if (value.includes('@')) throw new Error(`"${text}" has a digest. ${expected}; the digest is what the build makes.`);
  const scheme = /^[a-z]+:\/\//.exec(value)?.[0];
  if (scheme !== undefined)
    throw new Error(`"${text}" starts with ${scheme}, which is no part of a name. ${expected}.`);
  const slash = value.indexOf('/');
  const host = slash < 0 ? '' : value.slice(0, slash);
  if (!HOST.test(host)) throw new Error(`"${text}" contains no registry. ${expected}.`);
  const path = value.slice(slash + 1);
  if (path.split('/').at(-1)?.includes(':'))
    throw new Error(`"${text}" has a tag. ${expected}, and tags in the input tags.`);
  const components = path.split('/');
  const bad = components.find(
    (component, i) => !COMPONENT.test(component) && !(i === 0 && PROJECT_DOMAIN.test(component)),
  );
  if (bad !== undefined) {
    const hint = bad !== bad.toLowerCase() ? ` "${bad}" must be in lower case.` : '';
    throw new Error(`"${text}" is not an image name.${hint} ${expected}.`);
  }
  return { host, path };
}

/** Parses `NAME@sha256:…` (a tag before the digest is dropped). Throws an Error with a message for the user. */
export function parseImageDigest(text: string): ImageDigest {
  const value = text.trim();
  const at = value.indexOf('@');
  const advice = 'Pass the output "image" of build-image, which is NAME@sha256:…';
  if (at < 0) {
    const tag = tagOf(value);
    if (tag === 'latest')
      throw new Error(`"${text}" is the tag latest, which can point to another image at any time. ${advice}.`);
    if (tag !== undefined)
      throw new Error(`"${text}" is a tag, and a tag can be moved. A digest is required here. ${advice}.`);
    throw new Error(`"${text}" has no digest. ${advice}.`);
  }
  const digest = value.slice(at + 1);
  if (!DIGEST.test(digest))
    throw new Error(`"${text}" has a malformed digest. Expected sha256: and 64 hexadecimal digits. ${advice}.`);
  const name = value.slice(0, at).replace(/:[^/:]+$/, '');
  return { ...parseImageName(name), digest };
}

/**
 * The name in any image reference, as docker reads it: without a registry it is of Docker Hub
 * (https://github.com/distribution/reference/blob/main/normalize.go). Undefined for what is no reference.
 */
export function imageNameOf(text: string): ImageName | undefined {
  const [, name = ''] = /^([^@]*?)(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/.exec(text.trim()) ?? [];
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hub = first !== 'localhost' && !/[.:]/.test(first);
  const full = hub ? `docker.io/${slash < 0 ? 'library/' : ''}${name}` : name;
  try {
    return parseImageName(full);
  } catch {
    return undefined;
  }
}

/** The tag at the end of a reference; undefined without one, and for a reference with a digest, which decides alone. */
export const tagOf = (text: string): string | undefined =>
  text.includes('@') ? undefined : /:([^/:]+)$/.exec(text)?.[1];

/** True for a whole reference by digest, `NAME@sha256:…` with 64 hexadecimal digits, of any registry. */
export const isDigestReference = (text: string): boolean =>
  /^\S+@sha256:[0-9a-f]{64}$/.test(text) && imageNameOf(text) !== undefined;

/**
 * The path as registries and docker know it: the project of a domain is two components there, `example.com/project`
 * (https://cloud.google.com/artifact-registry/docs/docker/names#domain).
 */
export const registryPath = ({ path }: Pick<ImageName, 'path'>): string => path.replace(/^([^/:]+):/, '$1/');

export const formatImageName = (image: ImageName): string => `${image.host}/${registryPath(image)}`;
export const formatImageDigest = (image: ImageDigest): string => `${formatImageName(image)}@${image.digest}`;

/** The project id in the path, `example.com:project` for that of a domain, and what follows it. Ids have no dots. */
export function splitPath(image: Pick<ImageName, 'path'>): {
  readonly project: string;
  readonly rest: readonly string[];
} {
  const [first = '', ...rest] = registryPath(image).split('/');
  if (!first.includes('.')) return { project: first, rest };
  return { project: `${first}:${rest[0] ?? ''}`, rest: rest.slice(1) };
}

/**
 * Where the image lives in Artifact Registry, or undefined for another registry that is not on loopback.
 * `region` serves a registry whose host does not say its location (the local one).
 */
export function artifactRegistryRepository(image: ImageName, region: string | undefined): string | undefined {
  const location =
    /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(image.host)?.[1] ?? (isLoopback(image.host) ? region : undefined);
  const { project, rest } = splitPath(image);
  const [repository, name] = rest;
  if (!location || !repository || !name) return undefined;
  return `projects/${project}/locations/${location}/repositories/${repository}`;
}
