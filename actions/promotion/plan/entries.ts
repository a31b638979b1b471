/** What the entries of the lists say about the source. Pure. */

/** An entry of a list, as its JSON object. */
export type PromotedEntry = Readonly<Record<string, unknown>>;

/** For a name that is given and that no entry has. */
export const unknownName = (name: string, entries: readonly PromotedEntry[]): string =>
  `names ${name}, which is not in the list. It has: ${entries.map((entry) => entry.name).join(', ') || 'nothing'}.`;

/** Regions of the source in which the service or job of an entry is read: its own, a text or a list, or else `usual`. */
export function sourceRegions({ region }: PromotedEntry, usual: readonly string[]): readonly string[] {
  const own = [region ?? ''].flat().flatMap((text) => String(text).split(/\s+/));
  const named = own.filter((one) => one !== '');
  return named.length > 0 ? named : usual;
}

/** Names of the source, where the caller did not give them. */
export interface SourceNames {
  /** Of the service or job of an entry. */
  readonly ofEntry: (entry: PromotedEntry) => string;
  /** Of what a manifest describes; undefined if it cannot be read. */
  readonly ofManifest: (entry: PromotedEntry) => string | undefined;
}

/**
 * The name of the source's job that migrates: `job`, that of its `manifest`, or as migrate names it by default, `SERVICE-migrate` of the
 * service in `from-service`, which may be the path of a manifest. Undefined where nothing says it.
 */
export function migrationJobOf(
  { job, manifest, 'from-service': from }: PromotedEntry,
  services: readonly PromotedEntry[],
  { ofEntry, ofManifest }: SourceNames,
): string | undefined {
  if (job !== undefined) return String(job);
  if (manifest !== undefined) return ofManifest({ manifest });
  if (from === undefined) return undefined;
  const entry = services.find((one) => one.manifest === from || one.service === from);
  const service = entry ? ofEntry(entry) : /[/.]/.test(String(from)) ? ofManifest({ manifest: from }) : String(from);
  return service && `${service}-migrate`;
}
