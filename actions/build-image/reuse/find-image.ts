/** Finds the image that was built from the same inputs, and gives tags to it through the registry. */

import type { ImageName } from '../../../src/container/image-reference.ts';
import type { ImageManifest, Registry } from '../../../src/container/registry.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { keyTag } from '../plan/own-tags.ts';
import { readBuildRecord } from './build-record.ts';
import { CREATED_LABEL, isInFuture, KEY_LABEL, REVISION_LABEL } from './key-label.ts';

export type Lookup =
  | {
      readonly hit: true;
      readonly manifest: ImageManifest;
      readonly commit: string;
      readonly created: Date;
      /** Found by the tag of the commit: the step that pushed it did not add the tag of its inputs. */
      readonly isUnfinished?: true;
    }
  | { readonly hit: false; readonly reason: string; readonly untrusted?: UntrustedImage };

/** An image of the same inputs that is not to be reused, and why. */
export interface UntrustedImage {
  readonly digest: string;
  readonly reason: string;
}

/** `maxAge` and `now` in milliseconds. An image counts only if it says the very same key itself. */
export async function findReusable(
  registry: Registry,
  image: ImageName,
  key: string,
  maxAge: number,
  now: number,
): Promise<Lookup> {
  try {
    const manifest = await registry.manifest(image, keyTag(key));
    if (!manifest) return { hit: false, reason: 'no image was built from these inputs yet' };
    return judgeReuse(manifest, await readBuildRecord(registry, image, manifest), key, maxAge, now);
  } catch (error) {
    // If this look-up fails, the image is built. Missing permissions must be reported, though, and a registry
    // that is unreachable cannot receive the image either.
    if (error instanceof CloudError && ![0, 401, 403].includes(error.status))
      return {
        hit: false,
        reason: `the registry responded with ${error.status}: ${error.message}`,
      };
    throw error;
  }
}

/** Pure: whether an image found under the tag of a key may be reused. */
export function judgeReuse(
  manifest: ImageManifest,
  labels: Readonly<Record<string, string>>,
  key: string,
  maxAge: number,
  now: number,
): Lookup {
  if (labels[KEY_LABEL] !== key) return { hit: false, reason: 'the image found has another reuse key' };
  const created = new Date(labels[CREATED_LABEL] ?? Number.NaN);
  const age = now - created.getTime();
  if (isInFuture(created, now))
    return {
      hit: false,
      reason: `the image found is dated in the future (${created.toISOString()}), so its age is unknown`,
    };
  if (Number.isNaN(age))
    return { hit: false, reason: `the image found has no valid label ${CREATED_LABEL}, so its age is unknown` };
  if (age > maxAge)
    return {
      hit: false,
      reason: `the image found is older than reuse-max-age (${(age / 86_400_000).toFixed(1)} days)`,
    };
  return { hit: true, manifest, commit: labels[REVISION_LABEL] ?? 'unknown', created };
}

/**
 * Points tags at a manifest. In a repository with immutable tags one that is there already is fine if it is this very image.
 * Returns false if something that the manifest refers to is gone, so that it must be built again.
 */
export async function tagAll(
  registry: Registry,
  image: ImageName,
  manifest: ImageManifest,
  tags: readonly string[],
): Promise<boolean> {
  const results = await Promise.allSettled(tags.map((tag) => registry.tag(image, manifest, tag)));
  for (const [i, result] of results.entries()) {
    if (result.status === 'fulfilled') continue;
    const error: unknown = result.reason;
    const tag = tags[i] as string;
    if (!(error instanceof CloudError) || error.status < 400 || error.status >= 500) throw error;
    const present = await registry.digest(image, tag);
    if (present === manifest.digest) continue;
    if (present !== undefined && error.status !== 401 && !error.message.includes('ermission'))
      throw taken(tag, present, error);
    if (/MANIFEST_BLOB_UNKNOWN|MANIFEST_UNKNOWN|BLOB_UNKNOWN/i.test(`${error.code} ${error.message}`)) return false;
    throw error;
  }
  return true;
}

/** An immutable tag that points elsewhere. */
export const taken = (tag: string, digest: string, cause?: unknown): OutcomeError =>
  new OutcomeError(
    `The tag ${tag} exists, points at ${digest}, and cannot be moved: the repository has immutable tags. That image was built from other inputs of the same commit; build from a new commit, or leave the tag out of the input tags.`,
    { cause },
  );
