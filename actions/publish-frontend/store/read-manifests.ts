/** Reads manifests of releases from the bucket. */
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { type Layout, manifestName, replacedName } from './object-names.ts';
import { parseReleaseManifest, type ReleaseManifest } from './release-manifest.ts';
import { liveReleases, type State } from './site-state.ts';
import type { Store } from './storage-client.ts';

/** `undefined` if the release has no manifest. Throws for one that cannot be read. */
export async function readReleaseManifest(
  store: Store,
  layout: Layout,
  release: string,
): Promise<ReleaseManifest | undefined> {
  return read(store, manifestName(layout, release));
}

/** Those of the releases that have a manifest. */
export async function readReleaseManifests(
  store: Store,
  layout: Layout,
  releases: readonly string[],
): Promise<ReleaseManifest[]> {
  return readAll(
    store,
    releases.map((release) => manifestName(layout, release)),
  );
}

/** All that live pages may be of. A release that is half published again may have pages of both its manifests. */
export async function readLiveManifests(store: Store, layout: Layout, state: State): Promise<ReleaseManifest[]> {
  const { unfinished } = state;
  return readAll(store, [
    ...liveReleases(state).map((release) => manifestName(layout, release)),
    ...(unfinished ? [replacedName(layout, unfinished.to)] : []),
  ]);
}

async function readAll(store: Store, names: readonly string[]): Promise<ReleaseManifest[]> {
  const manifests = await Promise.all(names.map((name) => read(store, name)));
  return manifests.filter((manifest) => manifest !== undefined);
}

async function read(store: Store, name: string): Promise<ReleaseManifest | undefined> {
  const found = await store.readText(name);
  if (!found) return undefined;
  try {
    return parseReleaseManifest(found.text);
  } catch (error) {
    throw new OutcomeError(`Object ${name} is not a valid release manifest: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}
