/** The digests that a revision can run: those of the images in its template. Pure. */
import {
  formatImageName,
  type ImageDigest,
  imageNameOf,
  parseImageDigest,
} from '../../../src/container/image-reference.ts';
import type { Container, Revision, RevisionTemplate } from '../../../src/google/run/resources.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { NamedImage } from './request.ts';

/** The digests that each image may be reported as: its own, and those of the images in it if it is an index. */
export type AcceptedDigests = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A template as it was read from a revision, with images spelled as in `wanted` where they are the same: a Revision names
 * the image of its platform, and not the requested index. `running` is the revision that the template made: it
 * tells the digest of an image that the template names by tag.
 */
export function withKnownImages(
  template: RevisionTemplate,
  wanted: RevisionTemplate,
  accepted: AcceptedDigests,
  running?: Pick<Revision, 'containers'>,
): RevisionTemplate {
  const spelled = (image: string | undefined, i: number) => {
    const requested = wanted.containers?.[i]?.image ?? '';
    const runs = image?.includes('@') ? image : (running?.containers?.[i]?.image ?? image);
    return image !== requested && accepted.get(requested)?.has(digestOf(runs)) ? requested : image;
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
    const [entry] = imageByDigest(container);
    if (!entry) return;
    const [text, image] = entry;
    const running = twin(revision, container, i)?.image ?? '';
    const known = accepted.get(text) ?? new Set([image.digest]);
    if (!known.has(digestOf(running)))
      throw new OutcomeError(
        `The revision runs ${running || 'no image'} in the container ${container.name ?? i}, not ${text}. Another tool or run created it. Run this step again.`,
      );
  });
}

const twin = (revision: Revision, container: Container, i: number): Container | undefined =>
  (revision.containers ?? []).find(({ name }) => name !== undefined && name === container.name) ??
  revision.containers?.[i];

/** The image of a container with its text, if it is given by digest. */
export function imageByDigest({ image = '' }: Container): [string, ImageDigest][] {
  try {
    return [[image, parseImageDigest(image)]];
  } catch {
    return [];
  }
}

/** A sentence for each container that stays on another digest of an image that this deploy brings, such as a worker beside the server. */
export function leftBehind(template: RevisionTemplate, images: readonly NamedImage[]): string[] {
  return (template.containers ?? []).flatMap((container) => {
    const known = imageNameOf(container.image ?? '');
    const name = known && formatImageName(known);
    const [newer] = images.filter(({ image }) => formatImageName(image) === name).map(({ image }) => image);
    if (!newer || images.some(({ image }) => digestOf(container.image) === image.digest)) return [];
    const whose = container.name ? `The container ${container.name}` : 'A container without a name';
    return `${whose} also runs ${name}, and stays on another version of it. To deploy the same image to both, add the line ${container.name ?? 'CONTAINER'}=IMAGE to the input image.`;
  });
}
