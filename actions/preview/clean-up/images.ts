/** Deletes the images that previews pushed. */
import { artifactRegistryRepository, type ImageName, registryPath } from '../../../src/container/image-reference.ts';
import { createRegistry } from '../../../src/container/registry.ts';
import { type ArtifactVersions, createArtifactVersions } from '../../../src/google/artifact-versions.ts';
import { inParallel } from '../../../src/google/http/in-parallel.ts';
import type { Cloud } from '../../../src/runtime/context.ts';
import { type GonePreviews, leftOverCaches, planImageRemoval } from '../plan/images.ts';
import { AT_A_TIME } from './limits.ts';

/** An image that previews build, and where Artifact Registry has it. */
export interface PreviewImage {
  readonly image: ImageName;
  readonly versions: ArtifactVersions;
  /** Below the repository. */
  readonly name: string;
}

/** Undefined for a registry that is not Artifact Registry. */
export function openImage({ http, endpoints }: Cloud, image: ImageName, region: string): PreviewImage | undefined {
  const repository = artifactRegistryRepository(image, region);
  if (!repository) return undefined;
  const id = repository.split('/').at(-1) ?? '';
  const name = registryPath(image).split(`/${id}/`).slice(1).join(`/${id}/`);
  return { image, name, versions: createArtifactVersions(http, endpoints.artifactregistry, repository) };
}

/**
 * Deletes what the previews that are gone pushed, and gives the number of images. `caches`: layers for the next build go, too, where no
 * image is left.
 */
export async function removeImages(
  { http }: Cloud,
  { image, versions, name }: PreviewImage,
  gone: GonePreviews,
  caches: boolean,
): Promise<number> {
  const all = await versions.tags(name);
  const plan = planImageRemoval(all, gone);
  const registry = createRegistry(http);
  const manifests = await inParallel(plan.versions, AT_A_TIME, (digest) => registry.manifest(image, digest));
  await inParallel(plan.tags, AT_A_TIME, (tag) => versions.removeTag(name, tag));
  await inParallel(plan.versions, AT_A_TIME, (digest) => versions.removeVersion(name, digest));
  // An index goes before its images, and images that another index has, too, stay.
  const tagged = new Set(all.map(({ digest }) => digest));
  const children = manifests.flatMap((manifest) => manifest?.manifests ?? []).map(({ digest }) => digest);
  const orphans = [...new Set(children)].filter((digest) => !tagged.has(digest));
  await inParallel(orphans, AT_A_TIME, (digest) => versions.removeVersion(name, digest));
  if (caches) {
    const left = all.filter(({ tag, digest }) => !plan.tags.includes(tag) && !plan.versions.includes(digest));
    await inParallel(leftOverCaches(left), AT_A_TIME, (digest) => versions.removeVersion(name, digest));
  }
  return plan.versions.length;
}
