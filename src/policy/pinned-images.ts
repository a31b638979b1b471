/** Pins sidecars that are named by tag to the digest behind the tag, so that every instance of a revision runs the same. */
import {
  formatImageDigest,
  type ImageName,
  imageNameOf,
  isDigestReference,
  isLoopback,
} from '../container/image-reference.ts';
import { publicDigest } from '../container/public-registry.ts';
import type { Registry } from '../container/registry.ts';
import { type HttpClient, isConnectionFault } from '../google/http/client.ts';
import type { Container } from '../google/run/resources.ts';
import { containersOf } from '../manifest/image.ts';
import { CloudError, isAbort } from '../runtime/errors.ts';
import { mainIndex } from './rules/containers.ts';
import { isLatest } from './rules/images.ts';
import type { PolicySubject } from './types.ts';

export interface PinnedImages<S extends PolicySubject> {
  readonly subject: S;
  /** A sentence for each image. */
  readonly notes: readonly string[];
}

interface RegistryClients {
  readonly registry: Pick<Registry, 'digest'>;
  readonly cloud: { readonly http: Pick<HttpClient, 'raw'> };
}

/**
 * The subject with its sidecars by digest. What cannot be looked up stays by tag, which the rule digest-only refuses; so does
 * `latest`, which says nothing about what is wanted.
 */
export async function withPinnedImages<S extends PolicySubject>(
  subject: S,
  clients: RegistryClients,
): Promise<PinnedImages<S>> {
  const resource = structuredClone(subject.resource);
  const main = mainIndex(subject);
  const notes = await Promise.all(
    containersOf(resource).map(async (container, i) => (i === main ? [] : await pin(container, clients))),
  );
  const flat = notes.flat();
  return { subject: flat.length > 0 ? ({ ...subject, resource } as S) : subject, notes: flat };
}

/** Puts the digest into the container. */
async function pin(container: Container, clients: RegistryClients): Promise<string[]> {
  const { image = '', name = 'a sidecar' } = container;
  if (image === '' || isDigestReference(image) || image.includes('@') || isLatest(image)) return [];
  const [, repository = '', tag = ''] = /^(.+):([^/:]+)$/.exec(image) ?? [];
  const named = imageNameOf(repository);
  if (!named) return [];
  try {
    const digest = await digestBehind(named, tag, clients);
    if (digest === undefined) return [];
    const pinned = formatImageDigest({ ...named, digest });
    if (!isDigestReference(pinned)) return [];
    container.image = pinned;
    return [`The image of ${name} is pinned: ${image} is ${pinned} now.`];
  } catch (error) {
    // A registry that is down, or shows the image to others only: the policy says what to do.
    if (isAbort(error) || !(error instanceof CloudError || isConnectionFault(error))) throw error;
    return [];
  }
}

/** Our token is for Google's own registry, and no other is to see it. */
const digestBehind = (image: ImageName, tag: string, { registry, cloud }: RegistryClients) =>
  image.host.endsWith('-docker.pkg.dev') || isLoopback(image.host)
    ? registry.digest(image, tag)
    : publicDigest(cloud.http, image, tag);
