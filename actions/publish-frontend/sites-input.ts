/** The grammar of the input `sites`: a list in YAML or JSON, whose entries have inputs of their own. */
import { type EntryGrammar, type InputEntry, parseEntries, parseEntry } from '../../src/inputs/entries.ts';

/** Inputs that name one site or its folder, and so stand in an entry alone. All others are inherited. */
export const SITE_ONLY = [
  'path',
  'bucket',
  'prefix',
  'host',
  'build-command',
  'working-directory',
  'artifact-digest',
] as const;

const GRAMMAR: EntryGrammar = {
  expected: 'bucket and path. Write for instance:\n- bucket: my-site\n  path: dist',
  whole: 'all sites',
  wide: new Set([
    'sites',
    'project',
    'region',
    'commit',
    'dry-run',
    'timeout',
    'workload-identity-provider',
    'service-account',
    'credentials-json',
    'rollback-to',
    'on-no-earlier-release',
    'reason',
    'release-hold',
    'services',
    'on-canary',
    'switch-staged',
    'force',
    'github-token',
    'on-unknown-history',
  ]),
  labelOf: ({ name, bucket, prefix }) =>
    name ?? (bucket === undefined ? undefined : [bucket, prefix].filter(Boolean).join('/')),
};

export interface SiteEntry extends InputEntry {
  /** For messages, the summary and the output; undefined for `BUCKET/PREFIX`. */
  readonly name: string | undefined;
}

/** Throws an Error with a message for the user. */
export function parseSites(text: string): SiteEntry[] {
  return parseEntries(text, GRAMMAR).map(({ name, ...rest }, i) => {
    if (name !== undefined && name !== null && (typeof name !== 'string' || !/^[^\s]([^\n\r]{0,98}[^\s])?$/.test(name)))
      throw new Error(`entry ${i + 1}: name is up to 100 characters of text on one line, such as dashboard.`);
    const entry = parseEntry(rest, i, GRAMMAR);
    return { ...entry, label: name ?? entry.label, name: name ?? undefined };
  });
}
