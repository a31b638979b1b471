/** Tags that build-image sets for its own use, beside those of the commit. */
import { ATTESTATION_TAG } from '../../../src/provenance/attestation-tag.ts';

/** The tag under which an image of these inputs is found again. */
export const keyTag = (key: string): string => `inputs-${key.slice(0, 40)}`;

/** Followed by the platforms; the registry cache of an image. */
export const CACHE_TAG = 'buildcache-';

/** Platforms in a tag, such as `linux-amd64`. */
export const dashed = (platforms: readonly string[]): string =>
  platforms.map((platform) => platform.replaceAll('/', '-')).join('-');

/** The tag of the build cache. */
export const cacheTag = (platforms: readonly string[]): string => CACHE_TAG + dashed(platforms);

/** The tag of the image with the content of cache mounts. */
export const cacheMountsTag = (platforms: readonly string[]): string => cacheTag(['mounts', ...platforms]);

/** Followed by a random number; see `unsignedTag`. */
const UNSIGNED_TAG = 'unsigned-';

/**
 * The tag by which an image is pushed that must be signed and whose tags cannot be moved: it gets the others once it is signed, so a
 * step that is interrupted in between leaves none of them to an image that no later step may use. Docker's own builder cannot push by
 * digest alone.
 */
export const unsignedTag = (random: string): string => UNSIGNED_TAG + random;

/** The purpose of a tag that this action sets itself, for the error if a user requests it; undefined for any other. */
export function purposeOf(tag: string): string | undefined {
  if (tag.startsWith(CACHE_TAG)) return 'the build cache';
  if (tag.startsWith(UNSIGNED_TAG)) return 'images that are not signed yet';
  if (tag.startsWith(ATTESTATION_TAG)) return 'attestations of images';
  return /^inputs-[0-9a-f]{40}$/.test(tag) ? 'images that are found again by their inputs' : undefined;
}
