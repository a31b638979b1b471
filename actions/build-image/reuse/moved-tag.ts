/** Detects that the tag of a commit moves to an image that was built from other inputs. */
import { formatImageName, type ImageName } from '../../../src/container/image-reference.ts';
import type { ImageManifest, Registry } from '../../../src/container/registry.ts';
import { InputError, isAbort } from '../../../src/runtime/errors.ts';
import { readBuildRecord } from './build-record.ts';
import { KEY_LABEL } from './key-label.ts';

/** What a tag pointed at before this step. */
export interface TaggedImage {
  readonly tag: string;
  readonly manifest: ImageManifest;
  readonly labels: Readonly<Record<string, string>>;
}

/** The image behind a tag; undefined if there is no such tag. A registry that does not respond only costs the warning. */
export async function readTagged(registry: Registry, image: ImageName, tag: string): Promise<TaggedImage | undefined> {
  try {
    const manifest = await registry.manifest(image, tag);
    if (!manifest) return undefined;
    return { tag, manifest, labels: await readBuildRecord(registry, image, manifest) };
  } catch (error) {
    if (isAbort(error) || error instanceof InputError) throw error;
    return undefined;
  }
}

/** The warning for a tag that moves to the image `digest` with `key`; undefined if the inputs are the same. */
export function describeMove(
  image: ImageName,
  before: TaggedImage | undefined,
  digest: string,
  key: string | undefined,
): string | undefined {
  if (!before || before.manifest.digest === digest || (key !== undefined && before.labels[KEY_LABEL] === key))
    return undefined;
  const name = `${formatImageName(image)}:${before.tag}`;
  return `The tag ${name} was moved from ${before.manifest.digest} to ${digest}, which was built from other inputs. Use a separate image name for each variant of a commit, and deploy by digest (output image).`;
}
