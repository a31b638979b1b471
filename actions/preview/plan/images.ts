/** Which versions and tags of an image belong to previews that are gone. Pure. */
import type { ImageTag } from '../../../src/google/artifact-versions.ts';
import { ATTESTATION_TAG, attestationTagPrefix, attestedImage } from '../../../src/provenance/attestation-tag.ts';
import { type PreviewImageTag, parsePreviewImageTag } from '../../../src/records/preview-names.ts';

export interface ImageRemoval {
  /** Versions to delete, each with all its tags. The last is the preview's own, by which a later clean-up finds what this one left. */
  readonly versions: readonly { readonly digest: string; readonly tags: readonly string[] }[];
  /** Tags to delete from versions that stay. */
  readonly tags: readonly string[];
}

/** Previews that are gone. */
export interface GonePreviews {
  readonly repositoryId: string;
  readonly numbers: ReadonlySet<number>;
  /** Commits that pull requests became on the base branch by fast-forward: production may run images of them. */
  readonly merged: ReadonlySet<string>;
}

/**
 * A version goes if previews that are gone explain each of its tags: their own, those of the commits that they name, and that of its
 * inputs. A version with any other tag stays and loses only what names these previews.
 */
export function planImageRemoval(all: readonly ImageTag[], gone: GonePreviews): ImageRemoval {
  const byDigest = Map.groupBy(all, ({ digest }) => digest);
  const plans = [...byDigest].map(([digest, tags]) =>
    planVersion(
      digest,
      tags.map(({ tag }) => tag),
      gone,
    ),
  );
  return { versions: plans.flatMap(({ versions }) => versions), tags: plans.flatMap(({ tags }) => tags) };
}

function planVersion(digest: string, tags: readonly string[], gone: GonePreviews): ImageRemoval {
  const previews = tags.flatMap((tag) => {
    const parsed = parsePreviewImageTag(tag);
    return parsed ? [{ tag, ...parsed }] : [];
  });
  const mine = previews.filter((one) => isGone(one, gone));
  if (mine.length === 0) return { versions: [], tags: [] };
  const kept = previews.filter((one) => !mine.includes(one)).map(({ commit }) => commit);
  const commits = mine.map(({ commit }) => commit).filter((commit) => !kept.includes(commit));
  const free = commits.filter((commit) => !gone.merged.has(commit));
  const own = new Set([...mine.map(({ tag }) => tag), ...free.flatMap(tagsOfCommit)]);
  const others = tags.filter((tag) => !own.has(tag) && !/^inputs-[0-9a-f]{40}$/.test(tag));
  if (others.length > 0) return { versions: [], tags: tags.filter((tag) => own.has(tag)) };
  const last = mine.map(({ tag }) => tag);
  return { versions: [{ digest, tags: [...tags.filter((tag) => !last.includes(tag)), ...last] }], tags: [] };
}

const isGone = ({ repositoryId, number }: PreviewImageTag, gone: GonePreviews): boolean =>
  repositoryId === gone.repositoryId && gone.numbers.has(number);

/** As build-image tags an image. */
const tagsOfCommit = (commit: string): string[] => [commit, commit.slice(0, 7)];

/** Digests of the images that have attestations. */
export const attestedImages = (all: readonly ImageTag[]): string[] => [
  ...new Set(all.map(({ tag }) => attestedImage(tag)).filter((digest) => digest !== undefined)),
];

/** Attestations of images that were deleted, each with the tags that name these images. One that names another image stays. */
export function attestationsOf(all: readonly ImageTag[], images: readonly string[]): ImageRemoval['versions'] {
  const prefixes = new Set(images.map(attestationTagPrefix));
  return byVersion(all.filter(({ tag }) => prefixes.has(tag.slice(0, tag.lastIndexOf('-') + 1))));
}

/** Versions with only the build cache and attestations, which are unused if no image is left. */
export function leftOverCaches(all: readonly ImageTag[]): ImageRemoval['versions'] {
  const isCache = ({ tag }: ImageTag) => tag.startsWith('buildcache-') || tag.startsWith(ATTESTATION_TAG);
  return all.every(isCache) ? byVersion(all) : [];
}

const byVersion = (tags: readonly ImageTag[]): ImageRemoval['versions'] =>
  [...Map.groupBy(tags, ({ digest }) => digest)].map(([digest, of]) => ({ digest, tags: of.map(({ tag }) => tag) }));
