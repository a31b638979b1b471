/** Which objects belong to other sites of the bucket. Pure. */

import { releasesRoot } from '../store/object-names.ts';

/** Other sites whose prefix contains ours, or is inside it. */
export interface Neighbors {
  /** Prefixes of sites below ours; `''` is never one. */
  readonly below: readonly string[];
  /** Names of the objects of which live releases of other sites consist, with the prefix of the site. */
  readonly live: ReadonlyMap<string, string>;
}

export const ALONE: Neighbors = { below: [], live: new Map() };

/** True if the object belongs to another site or is live in one. It must not be deleted, even if our manifests name it. */
export function belongsToOther(name: string, { below, live }: Neighbors): boolean {
  return live.has(name) || below.some((prefix) => name.startsWith(prefix));
}

/** Of the objects that we are to write, those that are live in another site, with its prefix. */
export function sharedObjects(names: Iterable<string>, { live }: Neighbors): { name: string; prefix: string }[] {
  const shared: { name: string; prefix: string }[] = [];
  if (live.size === 0) return shared;
  for (const name of names) {
    const prefix = live.get(name);
    if (prefix !== undefined) shared.push({ name, prefix });
  }
  return shared;
}

/** Of the objects that we are to write, the first that a site below ours keeps as a record, with the prefix of the site. */
export function recordOfOther(
  names: Iterable<string>,
  { below }: Neighbors,
): { name: string; prefix: string } | undefined {
  if (below.length === 0) return undefined;
  for (const name of names) {
    const prefix = below.find((one) => name.startsWith(releasesRoot({ prefix: one })));
    if (prefix !== undefined) return { name, prefix };
  }
  return undefined;
}
