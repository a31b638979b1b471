/** Detects that the tag of a commit moves to an image that was built from other inputs. */
import { formatImageName, type ImageName } from '../../../src/container/image-reference.ts';
import type { Registry } from '../../../src/container/registry.ts';
import { InputError, isAbort } from '../../../src/runtime/errors.ts';
import { readBuildRecord } from './build-record.ts';
import { KEY_LABEL } from './key-label.ts';

/** What a tag pointed at before this step. */
export interface TaggedImage {
  readonly tag: string;
  readonly digest: string;
  /** Its reuse key; undefined if the image has none. */
  readonly key: string | undefined;
}

/** The image behind a tag; undefined if there is no such tag. A registry that does not answer only costs the warning. */
export async function readTagged(registry: Registry, image: ImageName, tag: string): Promise<TaggedImage | undefined> {
  try {
    const manifest = await registry.manifest(image, tag);
    if (!manifest) return undefined;
    return { tag, digest: manifest.digest, key: (await readBuildRecord(registry, image, manifest))[KEY_LABEL] };
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
  if (!before || before.digest === digest || (key !== undefined && before.key === key)) return undefined;
  const name = `${formatImageName(image)}:${before.tag}`;
  return `The tag ${name} was moved from ${before.digest} to ${digest}, which was built from other inputs. Give each variant of a commit an image name of its own, and deploy by digest (output image).`;
}
