/**
 * Plans pruning. It never deletes objects that a kept release names, objects outside the prefix, objects in no manifest, and objects
 * that have changed since they were published. Pure.
 */
import { keptName, type Layout, manifestName, releasesIn, replacedName, siteRoot } from '../store/object-names.ts';
import type { ReleaseManifest } from '../store/release-manifest.ts';
import { previousRelease, type State } from '../store/site-state.ts';
import { type Listing, mayHold, type StoredObject } from '../store/stored-object.ts';
import { ALONE, belongsToOther, type Neighbors } from './neighboring-sites.ts';

export interface PruneRules {
  readonly keepReleases: number;
  readonly keepDays: number;
}

const DAY = 86_400_000;

/**
 * The releases to prune, oldest first: those with a manifest that are neither among the newest, nor young, nor live, nor the
 * one before, nor held. Releases that never went live count by age alone.
 */
export function prunedReleases(
  layout: Layout,
  state: State,
  listing: Listing,
  rules: PruneRules,
  now: number,
): string[] {
  const spared = new Set<string | undefined>([
    state.current,
    previousRelease(state),
    state.hold?.release,
    state.unfinished?.to,
    ...(state.unfinished?.from ?? []),
    ...(rules.keepReleases > 0 ? state.published.slice(-rules.keepReleases).map(({ release }) => release) : []),
  ]);
  const published = new Map(state.published.map(({ release, at }) => [release, Date.parse(at)]));
  const madeAt = (release: string) =>
    published.get(release) ?? listing.get(manifestName(layout, release))?.updated ?? now;
  const age = (release: string) => published.get(release) ?? 0;
  return releasesIn(layout, listing.keys())
    .filter((release) => !spared.has(release) && now - madeAt(release) >= rules.keepDays * DAY)
    .sort((a, b) => age(a) - age(b));
}

export interface PrunePlan {
  /** In the order of deletion: a release's manifest after all that only it names, so that nothing is forgotten. */
  readonly remove: readonly StoredObject[];
  /** Releases that no longer exist once all of `remove` is deleted. */
  readonly pruned: readonly string[];
  /** Releases that have lost objects then, and of which others are left for the next run. */
  readonly begun: readonly string[];
  /** Number of objects beyond `maxDelete`. */
  readonly postponed: number;
  /** Objects with names of pruned releases that belong to another site, or have other content: not deleted. */
  readonly foreign: readonly string[];
}

/** `pruned` oldest first; `named` are the objects that kept releases name. */
export function planPrune(
  layout: Layout,
  pruned: readonly ReleaseManifest[],
  named: ReadonlySet<string>,
  listing: Listing,
  maxDelete: number,
  neighbors: Neighbors = ALONE,
): PrunePlan {
  const remove: StoredObject[] = [];
  const seen = new Set<string>();
  const deleted = new Set<string>();
  const foreign = new Set<string>();
  const done: string[] = [];
  const begun: string[] = [];
  let postponed = 0;
  for (const manifest of pruned) {
    let complete = true;
    let touched = false;
    const own = [replacedName, manifestName].map((nameOf) => ({
      name: nameOf(layout, manifest.release),
      md5: undefined,
    }));
    for (const { name, md5 } of [...objectsOf(layout, manifest), ...own]) {
      const object = listing.get(name);
      if (deleted.has(name)) touched = true;
      if (!object || named.has(name) || seen.has(name)) continue;
      if ((md5 !== undefined && !mayHold(object, md5)) || belongsToOther(name, neighbors)) {
        foreign.add(name);
        continue;
      }
      seen.add(name);
      if (remove.length < maxDelete) {
        remove.push(object);
        deleted.add(name);
        touched = true;
      } else {
        postponed++;
        complete = false;
      }
    }
    if (complete) done.push(manifest.release);
    else if (touched) begun.push(manifest.release);
  }
  return { remove, pruned: done, begun, postponed, foreign: [...foreign].filter((name) => !seen.has(name)) };
}

/**
 * All objects that the release needs: its files, live or in a folder of its own, and the contents that it keeps. With the MD5 of
 * the content where others may write under the name.
 */
export function* objectsOf(
  layout: Layout,
  manifest: ReleaseManifest,
): Generator<{ readonly name: string; readonly md5?: string }> {
  const root = siteRoot(layout, manifest.release, manifest.atomic);
  for (const [path, { md5, kept }] of manifest.files) {
    yield { name: root + path, md5 };
    if (kept !== undefined) yield { name: keptName(layout, kept) };
  }
  for (const path of manifest.carried) yield { name: root + path };
}
