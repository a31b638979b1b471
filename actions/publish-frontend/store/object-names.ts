/**
 * Names of all objects in the bucket. docs/adr/0005-release-layout.md explains the layout.
 *
 *     PREFIX/index.html, PREFIX/assets/…         the live site (in place)
 *     PREFIX/releases/ID/…                       the whole site of a release (atomic)
 *     PREFIX/.releases/state.json                what is live, the history, the hold, and who works on it
 *     PREFIX/.releases/ID/manifest.json          what the release consists of
 *     PREFIX/.releases/ID/replaced.json          its manifest before it was published again with other files
 *     PREFIX/.releases/ID/files/HASH             its mutable files, as far as no earlier release has kept them
 */

export interface Layout {
  readonly bucket: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
}

/** Everything that we keep beside the live site starts with this. */
export function releasesRoot({ prefix }: Pick<Layout, 'prefix'>): string {
  return `${prefix}.releases/`;
}

export function stateName(layout: Layout): string {
  return `${releasesRoot(layout)}state.json`;
}

export function manifestName(layout: Layout, release: string): string {
  return `${releasesRoot(layout)}${release}/manifest.json`;
}

export function replacedName(layout: Layout, release: string): string {
  return `${releasesRoot(layout)}${release}/replaced.json`;
}

/** The object that keeps a mutable file; `key` is `ID/files/HASH`, as manifests have it. */
export function keptName(layout: Layout, key: string): string {
  return releasesRoot(layout) + key;
}

/** The start of the names of a release's files: the live site itself, or a folder of the release's own. */
export function siteRoot(layout: Layout, release: string, atomic: boolean): string {
  return atomic ? `${layout.prefix}releases/${release}/` : layout.prefix;
}

/** The releases that have a manifest among the names. */
export function releasesIn(layout: Layout, names: Iterable<string>): string[] {
  const root = releasesRoot(layout);
  const releases: string[] = [];
  for (const name of names) {
    if (!name.startsWith(root) || !name.endsWith('/manifest.json')) continue;
    const release = name.slice(root.length, -'/manifest.json'.length);
    if (!release.includes('/')) releases.push(release);
  }
  return releases;
}

/** Parses a release's id, which becomes part of object names. Throws an Error with a message for the user. */
export function parseReleaseId(text: string): string {
  const id = text.trim();
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id) && id !== 'previous') return id;
  throw new Error(
    `"${text}" is not a valid release name. Use up to 100 letters, digits, ".", "_" or "-", starting with a letter or digit (and not "previous").`,
  );
}

/** Parses `dashboard` or `sites/dashboard` to `dashboard/` or `sites/dashboard/`. Throws an Error with a message for the user. */
export function parsePrefix(text: string): string {
  const parts = text
    .trim()
    .replace(/^\/|\/$/g, '')
    .split('/');
  if (parts.every((part) => /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/.test(part))) return `${parts.join('/')}/`;
  throw new Error(`"${text}" is not a valid prefix. Use folders such as dashboard or sites/dashboard.`);
}

/** Parses a bucket's name (https://cloud.google.com/storage/docs/buckets#naming). Throws an Error with a message for the user. */
export function parseBucket(text: string): string {
  const name = text.trim();
  if (/^(?!goog)[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(name)) return name;
  const bare = name.replace(/^gs:\/\//, '').replace(/\/.*$/, '');
  const hint = name.startsWith('gs://') ? ` Use ${bare}, and put the path after it in the input prefix.` : '';
  throw new Error(
    `"${text}" is not a valid bucket name.${hint || ' Use 3 to 222 lower-case letters, digits, "-", "_" or ".".'}`,
  );
}
