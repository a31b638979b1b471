/** What an image says about the build that made it. */
import type { ImageName } from '../../../src/container/image-reference.ts';
import { type ImageManifest, imageLabels, type Registry } from '../../../src/container/registry.ts';
import { INDEX_ANNOTATIONS, KEY_LABEL } from './key-label.ts';

/**
 * Under the names of the labels: from the annotations of its index, or else (built by an earlier
 * version, or without an index) from the labels in its configuration, which take two more reads.
 */
export async function readBuildRecord(
  registry: Registry,
  image: ImageName,
  manifest: ImageManifest,
): Promise<Readonly<Record<string, string>>> {
  const { annotations } = manifest;
  if (annotations[KEY_LABEL] === undefined) return await imageLabels(registry, image, manifest);
  return Object.fromEntries(
    [...INDEX_ANNOTATIONS].flatMap(([label, annotation]) => {
      const value = annotations[annotation];
      return value === undefined ? [] : [[label, value]];
    }),
  );
}
