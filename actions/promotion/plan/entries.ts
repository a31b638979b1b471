/** What the entries of the lists say about the source. Pure. */

/** An entry of a list, as its JSON object. */
export type PromotedEntry = Readonly<Record<string, unknown>>;

/** For a name that is given and that no entry has. */
export const unknownName = (name: string, entries: readonly PromotedEntry[]): string =>
  `names ${name}, which is not in the list. It has: ${entries.map((entry) => entry.name).join(', ') || 'nothing'}.`;

/** `BUCKET` or `BUCKET/PREFIX`, with or without `gs://`. */
export function placeOf(text: string): { bucket: string; prefix: string } {
  const [bucket = '', ...folders] = text
    .replace(/^gs:\/\//, '')
    .split('/')
    .filter((part) => part !== '');
  return { bucket, prefix: folders.length > 0 ? `${folders.join('/')}/` : '' };
}

/**
 * The name of the source's job that migrates: `job`, or as migrate names it by default, `SERVICE-migrate` of the service in
 * `from-service`. That may be the path of a manifest, which the job `source` does not have; then it is that of an entry.
 * Undefined where nothing says it.
 */
export function migrationJobOf(
  { job, 'from-service': from }: PromotedEntry,
  services: readonly PromotedEntry[],
  sourceName: (entry: PromotedEntry) => string,
): string | undefined {
  if (job !== undefined) return String(job);
  if (from === undefined) return undefined;
  const entry = services.find(({ manifest, service }) => manifest === from || service === from);
  return entry && `${sourceName(entry)}-migrate`;
}
