/** Deletes the images that previews pushed. */
import { artifactRegistryRepository, type ImageName, registryPath } from '../../../src/container/image-reference.ts';
import { createRegistry } from '../../../src/container/registry.ts';
import { type ArtifactVersions, createArtifactVersions, type ImageTag } from '../../../src/google/artifact-versions.ts';
import { inParallel } from '../../../src/google/http/in-parallel.ts';
import type { Cloud } from '../../../src/runtime/context.ts';
import {
  attestationsOf,
  attestedImages,
  type GonePreviews,
  type ImageRemoval,
  leftOverCaches,
  planImageRemoval,
} from '../plan/images.ts';
import { AT_A_TIME } from './limits.ts';

/** An image that previews build, and where Artifact Registry has it. */
export interface PreviewImage {
  readonly image: ImageName;
  readonly versions: ArtifactVersions;
  /** Below the repository. */
  readonly name: string;
}

export interface PreviewImageTags extends PreviewImage {
  readonly tags: readonly ImageTag[];
}

/** Undefined for a registry that is not Artifact Registry. */
export function openImage({ http, endpoints }: Cloud, image: ImageName, region: string): PreviewImage | undefined {
  const repository = artifactRegistryRepository(image, region);
  if (!repository) return undefined;
  const id = repository.split('/').at(-1) ?? '';
  const name = registryPath(image).split(`/${id}/`).slice(1).join(`/${id}/`);
  return { image, name, versions: createArtifactVersions(http, endpoints.artifactregistry, repository) };
}

/** The image with all its tags, as they are now; undefined for a registry that is not Artifact Registry. */
export async function readTags(cloud: Cloud, image: ImageName, region: string): Promise<PreviewImageTags | undefined> {
  const opened = openImage(cloud, image, region);
  return opened && { ...opened, tags: await opened.versions.tags(opened.name) };
}

/**
 * Deletes what the previews that are gone pushed, and gives the number of images. `caches`: layers for the next build go, too, where no
 * image is left. Only tags that were read are deleted, and no version that has got another since: a run that reuses it needs it.
 *
 * Once `signal` aborts, it begins no further image, but ends those that it has begun: no later clean-up finds a version without a tag.
 */
export async function removeImages(
  { http }: Cloud,
  opened: PreviewImageTags,
  gone: GonePreviews,
  caches: boolean,
  signal: AbortSignal,
): Promise<number> {
  const { image, name, versions, tags: all } = opened;
  const plan = planImageRemoval(all, gone);
  const registry = createRegistry(http);
  const digests = plan.versions.map(({ digest }) => digest);
  const manifests = await inParallel(digests, AT_A_TIME, (digest) => registry.manifest(image, digest));
  await inParallel(plan.tags, AT_A_TIME, (tag) => versions.removeTag(name, tag));
  const removed = await inParallel(
    plan.versions,
    AT_A_TIME,
    async (version) => !signal.aborted && (await removeTagged(opened, version)),
  );
  // An index goes before its images, and images that another index has, too, stay.
  const tagged = new Set(all.map(({ digest }) => digest));
  const children = manifests
    .filter((_, i) => removed[i])
    .flatMap((manifest) => manifest?.manifests ?? [])
    .map(({ digest }) => digest);
  const orphans = [...new Set(children)].filter((digest) => !tagged.has(digest));
  const lost = await inParallel(orphans, AT_A_TIME, (digest) => versions.removeVersion(name, digest));
  const subjects = [...digests.filter((_, i) => removed[i]), ...orphans.filter((_, i) => lost[i])];
  // A clean-up that was killed, or a policy of the repository, may have deleted an image without its attestations.
  const unseen = attestedImages(all).filter((digest) => !tagged.has(digest) && !subjects.includes(digest));
  const exist = await inParallel(unseen, AT_A_TIME, (digest) => registry.digest(image, digest));
  const attested = [...subjects, ...unseen.filter((_, i) => exist[i] === undefined)];
  await inParallel(attestationsOf(all, attested), AT_A_TIME, (version) => removeTagged(opened, version));
  if (caches && !signal.aborted) {
    const left = all.filter(({ tag, digest }) => !plan.tags.includes(tag) && !digests.includes(digest));
    await inParallel(leftOverCaches(left), AT_A_TIME, (version) => removeTagged(opened, version));
  }
  return removed.filter(Boolean).length;
}

/** False if the version has another tag by now. */
async function removeTagged(
  { name, versions }: PreviewImage,
  { digest, tags }: ImageRemoval['versions'][number],
): Promise<boolean> {
  for (const tag of tags) await versions.removeTag(name, tag);
  return await versions.removeVersion(name, digest);
}
