/** The rules no-latest and digest-only. */
import { isDigestReference, tagOf } from '../../container/image-reference.ts';
import type { PolicyFinding, PolicySubject } from '../types.ts';
import { forContainers } from './containers.ts';

export const latestImages = (subject: PolicySubject): PolicyFinding[] =>
  forImages(subject, (image) =>
    isLatest(image) && !isPlaceholder(image) ? 'can be another image at any time' : undefined,
  );

export const imagesByTag = (subject: PolicySubject): PolicyFinding[] =>
  forImages(subject, (image) => {
    if (isPlaceholder(image)) return 'is a placeholder, and neither the input image nor substitutions replace it';
    if (isDigestReference(image) || isLatest(image)) return undefined;
    return image.includes('@')
      ? 'has no valid digest, which is sha256: and 64 hexadecimal digits after a whole name'
      : 'is a tag, and a tag can be moved';
  });

/** What a template or a workflow puts an image into: `${IMAGE}`, `{{ image }}`, `$IMAGE`. */
const isPlaceholder = (image: string): boolean => /\$|\{\{|\s/.test(image);

/** `find` completes the sentence `The image X of container Y …`. */
function forImages(subject: PolicySubject, find: (image: string) => string | undefined): PolicyFinding[] {
  return forContainers(subject, ({ container: { name, image }, path, target }) => {
    const wrong = image === undefined ? undefined : find(image);
    if (wrong === undefined) return [];
    const whose = name === undefined ? '' : ` of the container ${name}`;
    const message = `The image ${image}${whose} ${wrong}. Name it by its digest: NAME@sha256:…, which is the output "image" of build-image.`;
    return [{ message, path: [...path, 'image'], targets: [target] }];
  });
}

/** By tag or without any; with a digest the tag says nothing. */
export const isLatest = (image: string): boolean => !image.includes('@') && (tagOf(image) ?? 'latest') === 'latest';
