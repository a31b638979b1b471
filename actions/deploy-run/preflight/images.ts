/** Looks up the images of a template in the registry. */

import { artifactRegistryRepository, formatImageDigest } from '../../../src/container/image-reference.ts';
import type { Registry } from '../../../src/container/registry.ts';
import type { RevisionTemplate } from '../../../src/google/run/resources.ts';
import { allAtOnce, InputError } from '../../../src/runtime/errors.ts';
import { ahead } from '../../../src/runtime/retry.ts';
import { type AcceptedDigests, imageByDigest } from '../plan/image-digests.ts';
import type { NamedImage } from '../plan/request.ts';

/** Starts reading images that are known early. Errors are reported when they are looked up. */
export function prefetchImages(registry: Registry, images: readonly NamedImage[], region: string): void {
  for (const { image } of images)
    if (artifactRegistryRepository(image, region)) void ahead(registry.manifest(image, image.digest));
}

/**
 * Looks up every image by digest in Artifact Registry. Throws `InputError` for those that do not exist. `known` are indexes that
 * were found: what they hold is there as long as they are (https://cloud.google.com/artifact-registry/docs/docker/manage-images#deleting_images).
 */
export async function findImages(
  registry: Registry,
  template: RevisionTemplate,
  region: string,
  known: AcceptedDigests = new Map(),
): Promise<AcceptedDigests> {
  const accepted = new Map<string, ReadonlySet<string>>();
  const images = new Map((template.containers ?? []).flatMap(imageByDigest));
  await allAtOnce(
    [...images].map(async ([text, image]) => {
      // There are no credentials for other registries. Cloud Run reports an image that it cannot pull.
      if (!artifactRegistryRepository(image, region)) return;
      const holder = [...known.values()].find((digests) => digests.has(image.digest));
      if (holder) return void accepted.set(text, holder);
      const manifest = await registry.manifest(image, image.digest);
      if (!manifest)
        throw new InputError([
          {
            subject: 'Image',
            message: `${formatImageDigest(image)} does not exist in the registry. Was it built, and pushed to this repository?`,
          },
        ]);
      accepted.set(text, new Set([image.digest, ...manifest.manifests.map((child) => child.digest)]));
    }),
  );
  return accepted;
}
