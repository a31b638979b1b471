/** Reads manifests of releases from the bucket. */
import { OutcomeError } from '../../../src/errors.ts';
import { type Layout, manifestName } from './layout.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import type { Store } from './objects.ts';

/** `undefined` if the release has no manifest. Throws for one that cannot be read. */
export async function readManifest(store: Store, layout: Layout, release: string): Promise<Manifest | undefined> {
  const name = manifestName(layout, release);
  const found = await store.readText(name);
  if (!found) return undefined;
  try {
    return parseManifest(found.text);
  } catch (error) {
    throw new OutcomeError(`Object ${name} is not the manifest of a release: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** Those of the releases that have a manifest. */
export async function readManifests(store: Store, layout: Layout, releases: readonly string[]): Promise<Manifest[]> {
  const manifests = await Promise.all(releases.map((release) => readManifest(store, layout, release)));
  return manifests.filter((manifest) => manifest !== undefined);
}
