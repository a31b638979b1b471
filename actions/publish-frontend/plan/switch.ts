/** Plans the writes that switch the live site to a release, in an order in which every page always loads completely. Pure. */

import { isPage } from '../site/hashed-names.ts';
import type { Headers } from '../site/headers.ts';
import { keptName, type Layout } from '../store/object-names.ts';
import { type ManifestFile, type ReleaseManifest, sameFile } from '../store/release-manifest.ts';
import type { StoppedWork } from '../store/site-state.ts';
import {
  ABSENT,
  contentMd5,
  type Generation,
  type Listing,
  type StoredObject,
  sameBytes,
  sameHeaders,
} from '../store/stored-object.ts';
import { ALONE, belongsToOther, type Neighbors } from './neighboring-sites.ts';

export type SwitchStep =
  | {
      readonly kind: 'copy';
      readonly path: string;
      readonly from: StoredObject;
      readonly to: string;
      readonly headers: Headers;
      readonly replaces: Generation;
    }
  | { readonly kind: 'patch'; readonly path: string; readonly object: StoredObject; readonly headers: Headers };

export interface SwitchPlan {
  /** Mutable files that pages load: before the pages. */
  readonly loaded: readonly SwitchStep[];
  /** Pages: after all that they load. */
  readonly pages: readonly SwitchStep[];
  /** Pages that the release no longer has. Other files stay until pruning, for pages that are still open. */
  readonly remove: readonly { readonly path: string; readonly object: StoredObject }[];
  /** Pages that the release no longer has, but that belong to another site or were changed by another user: not deleted. */
  readonly foreign: readonly string[];
  /** Number of mutable files that need no change. */
  readonly unchanged: number;
}

/** A run that stopped and whose last writes may still arrive. */
export interface StoppedRun {
  /** The release that it switched to, or had switched to before it pruned. */
  readonly manifest: ReleaseManifest;
  readonly work: StoppedWork['work'];
}

/**
 * `before` are the manifests of all releases that live pages may be of. Every `kept` object of the manifest must be in the
 * listing. Unchanged objects that a stopped run may still change or delete are rewritten: its write names the old generation
 * and is refused. No precondition refuses a late write that creates a page: pages of releases that are `pruned` next are removed.
 */
export function planSwitch(
  layout: Layout,
  manifest: ReleaseManifest,
  before: readonly ReleaseManifest[],
  listing: Listing,
  stopped: readonly StoppedRun[] = [],
  neighbors: Neighbors = ALONE,
  pruned: readonly ReleaseManifest[] = [],
): SwitchPlan {
  const loaded: SwitchStep[] = [];
  const pages: SwitchStep[] = [];
  let unchanged = 0;
  for (const [path, file] of manifest.files) {
    const contested = stopped.some((run) => isContested(run, path, file));
    if (file.kept === undefined) {
      const live = listing.get(layout.prefix + path);
      if (contested && live) loaded.push(renewalOf(path, file, live));
      // Another release may have set other headers: a rollback sets those of its release again.
      else if (live && !sameHeaders(live, file)) loaded.push(patchOf(path, file, live));
      continue;
    }
    const step = stepFor(layout, path, file, file.kept, listing, contested);
    if (!step) unchanged++;
    else (isPage(path, file.contentType) ? pages : loaded).push(step);
  }
  const { remove, foreign } = removedPages(layout, manifest, before, listing, neighbors);
  const left = removedPages(layout, manifest, pruned, listing, neighbors).remove;
  const removed = new Map([...remove, ...left].map((step) => [step.path, step]));
  return { loaded, pages, unchanged, remove: [...removed.values()], foreign };
}

/** Live pages of earlier releases that the manifest no longer has. */
export function removedPages(
  layout: Layout,
  manifest: ReleaseManifest,
  before: readonly ReleaseManifest[],
  listing: Listing,
  neighbors: Neighbors = ALONE,
): Pick<SwitchPlan, 'remove' | 'foreign'> {
  const remove = new Map<string, { path: string; object: StoredObject }>();
  const foreign = new Set<string>();
  for (const old of before) {
    for (const [path, file] of old.files) {
      const object = listing.get(layout.prefix + path);
      if (manifest.files.has(path) || !isPage(path, file.contentType) || !object) continue;
      if (contentMd5(object) === file.md5 && !belongsToOther(object.name, neighbors))
        remove.set(path, { path, object });
      else foreign.add(path);
    }
  }
  return { remove: [...remove.values()], foreign: [...foreign].filter((path) => !remove.has(path)) };
}

/** Pruning deletes what the other run's release does not name; a switch writes the mutable files of its release. */
function isContested({ manifest, work }: StoppedRun, path: string, file: ManifestFile): boolean {
  const theirs = manifest.files.get(path);
  if (!theirs && work !== 'switch') return true;
  if (work === 'prune' || file.kept === undefined) return false;
  return !(theirs && sameFile(theirs, file));
}

/** Writes a new generation of an asset. */
function renewalOf(path: string, headers: Headers, live: StoredObject): SwitchStep {
  return { kind: 'copy', path, from: live, to: live.name, headers, replaces: live.generation };
}

function stepFor(
  layout: Layout,
  path: string,
  file: ManifestFile,
  kept: string,
  listing: Listing,
  contested: boolean,
): SwitchStep | undefined {
  const from = listing.get(keptName(layout, kept));
  if (!from) throw new Error(`${kept} is not in the listing`);
  const to = layout.prefix + path;
  const live = listing.get(to);
  const headers = { contentType: file.contentType, cacheControl: file.cacheControl };
  if (!live || contested || !sameBytes(live, from))
    return { kind: 'copy', path, from, to, headers, replaces: live?.generation ?? ABSENT };
  return sameHeaders(live, headers) ? undefined : patchOf(path, headers, live);
}

function patchOf(path: string, { contentType, cacheControl }: Headers, object: StoredObject): SwitchStep {
  return { kind: 'patch', path, object, headers: { contentType, cacheControl } };
}

/** Paths that differ between the releases that were live and the one that is: for a switch that another run began. */
export function differingPaths(before: readonly ReleaseManifest[], manifest: ReleaseManifest): string[] {
  const paths = new Set<string>();
  for (const old of before) {
    for (const path of [...old.files.keys(), ...manifest.files.keys()]) {
      const [a, b] = [old.files.get(path), manifest.files.get(path)];
      const mutable = [a, b].some((file) => file?.hashed === false);
      // A hashed name that only one of them has was never served otherwise, and in another encoding it has the same content.
      const same = mutable ? a && b && sameFile(a, b) : !(a && b) || (a.md5 === b.md5 && sameHeaders(a, b));
      if (!same) paths.add(path);
    }
  }
  return [...paths];
}

/** Paths that an atomic release serves otherwise than before; all mutable ones if nothing is known to be live. */
export function changedPaths(before: readonly ReleaseManifest[], manifest: ReleaseManifest): string[] {
  if (before.length > 0) return differingPaths(before, manifest);
  return [...manifest.files].filter(([, { hashed }]) => !hashed).map(([path]) => path);
}
