/** Pins sidecars that are named by tag to the digest behind the tag, so that every instance of a revision runs the same. */
import { pinnedReference, type RegistryClients } from '../container/pinned-reference.ts';
import type { Container } from '../google/run/resources.ts';
import { containersOf } from '../manifest/image.ts';
import { mainIndex } from './rules/containers.ts';
import { isLatest } from './rules/images.ts';
import type { PolicySubject } from './types.ts';

export interface PinnedImages<S extends PolicySubject> {
  readonly subject: S;
  /** A sentence for each image. */
  readonly notes: readonly string[];
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
  const pinned = isLatest(image) ? undefined : await pinnedReference(image, clients);
  if (pinned === undefined) return [];
  container.image = pinned;
  return [`The image of ${name} is pinned: ${image} is ${pinned} now.`];
}
