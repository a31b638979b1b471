/** Reads a pushed image back from the registry, adds its tags, and reports its size. */

import { formatImageName, type ImageName } from '../../../src/container/image-reference.ts';
import {
  type Descriptor,
  formatPlatform,
  type ImageManifest,
  isAttestation,
  type Registry,
} from '../../../src/container/registry.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { tagAll } from '../reuse/find-image.ts';

/** One platform of an image. */
export interface PlatformImage {
  /** `linux/amd64`. */
  readonly platform: string;
  readonly digest: string;
  readonly layers: readonly Layer[];
}

export interface Layer {
  readonly digest: string;
  /** Bytes as stored, that is compressed. */
  readonly size: number;
  /** The instruction that made it, if the image says so. */
  readonly instruction: string | undefined;
}

/** The image as the registry has it. Throws if it is not there. */
export async function readBack(registry: Registry, image: ImageName, digest: string): Promise<ImageManifest> {
  const manifest = await registry.manifest(image, digest);
  if (manifest) return manifest;
  throw new OutcomeError(`The registry has no ${formatImageName(image)}@${digest}, though the push reported it.`);
}

/**
 * Adds the tags to an image that is reused, and reads what the report says of it meanwhile. Returns false if a part of it is gone, so
 * that it must be built again.
 */
export async function tagReused(
  registry: Registry,
  image: ImageName,
  manifest: ImageManifest,
  tags: readonly string[],
): Promise<boolean> {
  const whole = async () => {
    try {
      await readPlatforms(registry, image, manifest, { instructions: false });
      return true;
    } catch (error) {
      if (error instanceof OutcomeError) return false;
      throw error;
    }
  };
  const parts = await Promise.all([tagAll(registry, image, manifest, tags), whole()]);
  return parts.every(Boolean);
}

/**
 * Adds to a pushed image the tags `added`. Throws if one of the tags that were `pushed` with it points elsewhere by now: what
 * others deploy by this step's outputs must be what was built.
 */
export async function completeTags(
  registry: Registry,
  image: ImageName,
  manifest: ImageManifest,
  pushed: readonly string[],
  added: readonly string[],
): Promise<void> {
  const name = formatImageName(image);
  const { digest } = manifest;
  const [complete, found] = await Promise.all([
    tagAll(registry, image, manifest, added),
    Promise.all(pushed.map((tag) => registry.digest(image, tag))),
  ]);
  if (!complete)
    throw new OutcomeError(
      `The registry has lost parts of ${name}@${digest}, though the push reported it. Run this step again.`,
    );
  for (const [i, tag] of pushed.entries()) {
    if (found[i] !== digest)
      throw new OutcomeError(
        `The tag ${name}:${tag} was modified concurrently: it points at ${found[i] ?? 'nothing'} and not at ${digest}, which this step pushed. Run this step again.`,
      );
  }
}

/** The images of an index, or the image itself, without attestations. `instructions` costs one more read for each of an index. */
export async function readPlatforms(
  registry: Registry,
  image: ImageName,
  manifest: ImageManifest,
  { instructions }: { readonly instructions: boolean } = { instructions: true },
): Promise<PlatformImage[]> {
  const entries = manifest.config ? [undefined] : manifest.manifests.filter((entry) => !isAttestation(entry));
  return await Promise.all(entries.map((entry) => readPlatform(registry, image, manifest, entry, instructions)));
}

async function readPlatform(
  registry: Registry,
  image: ImageName,
  manifest: ImageManifest,
  entry: Descriptor | undefined,
  withInstructions: boolean,
): Promise<PlatformImage> {
  const single = entry ? await registry.manifest(image, entry.digest) : manifest;
  if (!single)
    throw new OutcomeError(`The index ${manifest.digest} names ${entry?.digest}, which the registry does not have.`);
  const config = withInstructions || !entry?.platform ? await registry.config(image, single) : {};
  const instructions = (config.history ?? []).filter((step) => !step.empty_layer).map((step) => step.created_by);
  return {
    platform: formatPlatform(entry?.platform ?? config),
    digest: single.digest,
    layers: single.layers.map(({ digest, size }, i) => ({ digest, size, instruction: instructions[i] })),
  };
}

export const totalSize = (platform: PlatformImage): number => platform.layers.reduce((sum, { size }) => sum + size, 0);
