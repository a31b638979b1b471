/**
 * Other sites of the bucket whose prefix lies above or below ours, such as `app` and `app/admin`. Their objects are in our
 * listing, or ours in theirs, so what is overwritten, removed and pruned is checked against them.
 */
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import type { Neighbors } from '../plan/neighboring-sites.ts';
import { type Layout, siteRoot, stateName } from './object-names.ts';
import { readLiveManifests, readReleaseManifests } from './read-manifests.ts';
import { readState } from './read-state.ts';
import type { ReleaseManifest } from './release-manifest.ts';
import type { State } from './site-state.ts';
import type { Store } from './storage-client.ts';
import type { Listing } from './stored-object.ts';

/** `listing` is ours. A site that the account has no permission to read, or that a newer version wrote, is skipped. */
export async function readNeighbors(store: Store, layout: Layout, listing: Promise<Listing>): Promise<Neighbors> {
  const live = new Map<string, string>();
  const add = async (prefix: string) => {
    const site = { ...layout, prefix };
    const names = await namesOf(store, site, (state) => readLiveManifests(store, site, state));
    for (const name of names) if (name.startsWith(layout.prefix)) live.set(name, prefix);
  };
  const [below] = await Promise.all([
    listing.then(async (objects) => {
      const prefixes = nestedPrefixes(layout, objects.keys());
      await Promise.all(prefixes.map(add));
      return prefixes;
    }),
    ...prefixesAbove(layout).map(add),
  ]);
  return { below, live };
}

/** Names that any kept release of a site above ours may need: for pruning. */
export async function readKeptAbove(store: Store, layout: Layout): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const prefix of prefixesAbove(layout)) {
    const site = { ...layout, prefix };
    const read = ({ published }: State) =>
      readReleaseManifests(
        store,
        site,
        published.map(({ release }) => release),
      );
    for (const name of await namesOf(store, site, read)) kept.add(name);
  }
  return kept;
}

/** The prefixes below ours that hold a site of their own. Pure. */
export function nestedPrefixes(layout: Layout, names: Iterable<string>): string[] {
  const state = stateName({ ...layout, prefix: '' });
  const found: string[] = [];
  for (const name of names)
    if (
      name.endsWith(`/${state}`) &&
      name.length > layout.prefix.length + state.length &&
      name.startsWith(layout.prefix)
    )
      found.push(name.slice(0, -state.length));
  return found;
}

/** `a/b/` → ``, `a/`. Pure. */
function prefixesAbove({ prefix }: Layout): string[] {
  const parts = prefix.split('/').slice(0, -1);
  return parts.map((_, i) =>
    parts
      .slice(0, i)
      .map((part) => `${part}/`)
      .join(''),
  );
}

async function namesOf(
  store: Store,
  layout: Layout,
  read: (state: State) => Promise<readonly ReleaseManifest[]>,
): Promise<string[]> {
  try {
    const { state } = await readState(store, layout);
    const manifests = await read(state);
    return manifests.flatMap(({ release, atomic, files, carried }) =>
      [...files.keys(), ...carried].map((path) => siteRoot(layout, release, atomic) + path),
    );
  } catch (error) {
    if (error instanceof OutcomeError || (error instanceof CloudError && error.status === 403)) return [];
    throw error;
  }
}
