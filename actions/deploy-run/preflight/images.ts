/** Images of a template: they exist, and what a revision runs is what we asked for. */

import {
  artifactRegistryRepository,
  formatImageDigest,
  type ImageDigest,
  parseImageDigest,
} from '../../../src/container/image-reference.ts';
import type { Registry } from '../../../src/container/registry.ts';
import type { Container, Revision, RevisionTemplate } from '../../../src/google/run/resources.ts';
import { InputError, OutcomeError, type Problem } from '../../../src/runtime/errors.ts';

/** The digests that each image may be reported as: its own, and those of the images in it if it is an index. */
export type AcceptedDigests = ReadonlyMap<string, ReadonlySet<string>>;

/** Looks up every image by digest in Artifact Registry. Throws `InputError` for those that do not exist. */
export async function findImages(
  registry: Registry,
  template: RevisionTemplate,
  region: string,
): Promise<AcceptedDigests> {
  const problems: Problem[] = [];
  const accepted = new Map<string, ReadonlySet<string>>();
  const images = new Map((template.containers ?? []).flatMap(byDigest));
  await Promise.all(
    [...images].map(async ([text, image]) => {
      // Of other registries we know no credentials; Cloud Run will say if it cannot pull.
      if (!artifactRegistryRepository(image, region)) return;
      const manifest = await registry.manifest(image, image.digest);
      if (manifest) accepted.set(text, new Set([image.digest, ...manifest.manifests.map((child) => child.digest)]));
      else
        problems.push({
          subject: 'Image',
          message: `${formatImageDigest(image)} does not exist in the registry. Was it built, and pushed to this repository?`,
        });
    }),
  );
  if (problems.length > 0) throw new InputError(problems);
  return accepted;
}

/**
 * A template as it was read from a revision, with images spelled as in `wanted` where they are the same: a Revision names
 * the image of its platform, and not the index that was asked for.
 */
export function withKnownImages(
  template: RevisionTemplate,
  wanted: RevisionTemplate,
  accepted: AcceptedDigests,
): RevisionTemplate {
  const spelled = (image: string | undefined, i: number) => {
    const asked = wanted.containers?.[i]?.image ?? '';
    return image !== asked && accepted.get(asked)?.has(digestOf(image)) ? asked : image;
  };
  const containers = template.containers?.map((container, i) => {
    const image = spelled(container.image, i);
    return { ...container, ...(image !== undefined && { image }) };
  });
  return { ...template, ...(containers && { containers }) };
}

const digestOf = (image = ''): string => image.slice(image.indexOf('@') + 1);

/** Throws `OutcomeError` if the revision runs other images than the template named. */
export function checkDigests(template: RevisionTemplate, revision: Revision, accepted: AcceptedDigests): void {
  (template.containers ?? []).forEach((container, i) => {
    const [entry] = byDigest(container);
    if (!entry) return;
    const [text, image] = entry;
    const running = twin(revision, container, i)?.image ?? '';
    const known = accepted.get(text) ?? new Set([image.digest]);
    if (!known.has(digestOf(running)))
      throw new OutcomeError(
        `The revision runs ${running || 'no image'} in the container ${container.name ?? i}, not ${text}: it was made by something else.`,
      );
  });
}

const twin = (revision: Revision, container: Container, i: number): Container | undefined =>
  (revision.containers ?? []).find(({ name }) => name !== undefined && name === container.name) ??
  revision.containers?.[i];

function byDigest({ image = '' }: Container): [string, ImageDigest][] {
  try {
    return [[image, parseImageDigest(image)]];
  } catch {
    return [];
  }
}
