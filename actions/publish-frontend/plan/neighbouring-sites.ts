/** Which objects belong to other sites of the bucket. Pure. */

/** Other sites whose prefix contains ours, or is inside it. */
export interface Neighbours {
  /** Prefixes of sites below ours; `''` is never one. */
  readonly below: readonly string[];
  /** Names of the objects of which live releases of other sites consist, with the prefix of the site. */
  readonly live: ReadonlyMap<string, string>;
}

export const ALONE: Neighbours = { below: [], live: new Map() };

/** True if the object belongs to another site or is live in one. It must not be deleted, even if our manifests name it. */
export function belongsToOther(name: string, { below, live }: Neighbours): boolean {
  return live.has(name) || below.some((prefix) => name.startsWith(prefix));
}

/** Of the objects that we are to write, those that are live in another site, with its prefix. */
export function sharedObjects(names: Iterable<string>, { live }: Neighbours): { name: string; prefix: string }[] {
  const shared: { name: string; prefix: string }[] = [];
  if (live.size === 0) return shared;
  for (const name of names) {
    const prefix = live.get(name);
    if (prefix !== undefined) shared.push({ name, prefix });
  }
  return shared;
}
