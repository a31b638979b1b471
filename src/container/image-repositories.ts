/** The input `image-repositories`: where images may come from. Without it, an image may come from anywhere. */

import type { InputReader } from '../runtime/inputs.ts';
import {
  formatImageDigest,
  formatImageName,
  type ImageDigest,
  type ImageName,
  parseImageName,
  registryPath,
} from './image-reference.ts';

/**
 * Reads the input `image-repositories` (`HOST/PROJECT/REPOSITORY` one per line) and adds a problem of the input `image` for
 * each image that is in none of them.
 */
export function checkImageRepositories(reader: InputReader, images: readonly ImageDigest[]): void {
  const allowed = reader.parseList('image-repositories', parseRepository);
  if (allowed.length === 0) return;
  for (const image of images) {
    if (allowed.some((repository) => isIn(image, repository))) continue;
    reader.problem(
      'image',
      `${formatImageDigest(image)} is not in ${allowed.map(formatImageName).join(' or ')}. Pass an image from there, or add its repository to image-repositories.`,
    );
  }
}

/** Pure: whether an image is in a repository, or in a folder of it. */
export const isIn = (image: ImageName, repository: ImageName): boolean =>
  image.host === repository.host && registryPath(image).startsWith(`${registryPath(repository)}/`);

function parseRepository(text: string): ImageName {
  try {
    return parseImageName(text.trim().replace(/\/+$/, ''));
  } catch {
    throw new Error(
      `"${text}" is not a repository. Write HOST/PROJECT/REPOSITORY without tag and digest, for instance us-central1-docker.pkg.dev/acme/apps.`,
    );
  }
}
