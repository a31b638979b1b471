/** The inputs `image-repositories` and `image-repositories-scope`: allowed repositories, and the images that they apply to. */

import { InputError, type Location, type Problem } from '../runtime/errors.ts';
import type { InputReader } from '../runtime/inputs.ts';
import type { Log } from '../runtime/log.ts';
import {
  formatImageDigest,
  formatImageName,
  type ImageDigest,
  type ImageName,
  imageNameOf,
  parseImageName,
  registryPath,
} from './image-reference.ts';

/**
 * Reads the inputs (`HOST/PROJECT/REPOSITORY` one per line) and adds a problem of the input `image` for each image that is in none
 * of the repositories.
 */
export function readImageRepositories(reader: InputReader, images: readonly ImageDigest[]): ImageRepositories {
  const allowed = reader.parseList('image-repositories', parseRepository);
  const scope = reader.oneOf('image-repositories-scope', ['all', 'inputs'], 'all');
  if (allowed.length === 0) return { allowed, scope };
  for (const image of images) {
    if (allowed.some((repository) => isIn(image, repository))) continue;
    reader.problem('image', refusal(formatImageDigest(image), allowed));
  }
  return { allowed, scope };
}

/** Allowed repositories. */
export interface ImageRepositories {
  /** None means anywhere. */
  readonly allowed: readonly ImageName[];
  /** `inputs`: an image that no input chose is a warning instead of an error. */
  readonly scope: 'all' | 'inputs';
}

/** A container of Cloud Run, with the base image that replaces its lowest layers, if any. */
interface ImageHolder {
  readonly name?: string;
  readonly image?: string;
  readonly baseImageUri?: string;
}

/**
 * Throws `InputError` with every image of the containers that is in none of the repositories, sidecars included: also those
 * that a manifest names, and those that are deployed and stay; with the scope `inputs` it warns. `locate` finds the container at
 * an index in its file.
 */
export function checkContainerImages(
  containers: readonly ImageHolder[],
  { allowed, scope }: ImageRepositories,
  log: Pick<Log, 'warning'>,
  locate: (index: number) => Location | undefined = () => undefined,
): void {
  if (allowed.length === 0) return;
  const problems = containers.flatMap(({ name, image, baseImageUri }, i) => {
    const location = locate(i);
    return [image, baseImageUri].flatMap((text): Problem[] => {
      const parsed = text === undefined ? undefined : imageNameOf(text);
      if (text === undefined || (parsed && allowed.some((repository) => isIn(parsed, repository)))) return [];
      const subject = `Image of container ${name ?? i + 1}`;
      return [{ subject, message: refusal(text, allowed), ...(location && { location }) }];
    });
  });
  if (problems.length > 0 && scope === 'all') throw new InputError(problems);
  for (const { subject, message, location } of problems) log.warning(`${subject}: ${message}`, location);
}

const refusal = (image: string, allowed: readonly ImageName[]): string =>
  `${image} is not in ${allowed.map(formatImageName).join(' or ')}. Pass an image from there, or add its repository to image-repositories.`;

/** Pure: whether an image is in a repository, or in a folder of it; each part of the path as a whole. */
function isIn(image: ImageName, repository: ImageName): boolean {
  const parts = registryPath(image).split('/');
  const folder = registryPath(repository).split('/');
  return image.host === repository.host && parts.length > folder.length && folder.every((part, i) => part === parts[i]);
}

function parseRepository(text: string): ImageName {
  try {
    return parseImageName(text.trim().replace(/\/+$/, ''));
  } catch {
    throw new Error(
      `"${text}" is not a repository. Write HOST/PROJECT/REPOSITORY without tag and digest, for instance us-central1-docker.pkg.dev/acme/apps.`,
    );
  }
}
