/** The version of the database's schema: read from what a migration tool prints, and remembered on the job. */
import type { SchemaEntry, SchemaRecord } from '../../../src/records/schema.ts';
import { compareVersions, isVersion } from './migration-files.ts';
import { type SchemaStatus, statusOf } from './status-formats.ts';

const KEPT = 50;

/** How many databases' files are remembered. */
const KEPT_FILES = 10;

/**
 * The record with an entry put in, in place of an earlier one of the same commit, database and side of the traffic. A contracting commit stays
 * one. `files` are the versions of the migration files that the database has been migrated with.
 */
export function withEntry(record: SchemaRecord, entry: SchemaEntry, files?: readonly string[]): SchemaRecord {
  const earlier = record.history.find((old) => isFor(old, entry));
  const merged = {
    ...entry,
    contracting: entry.contracting || (earlier?.contracting ?? false),
    at: earlier?.at ?? entry.at,
  };
  const history = earlier ? record.history.map((old) => (old === earlier ? merged : old)) : [merged, ...record.history];
  const { database = '' } = entry;
  const others = (record.files ?? []).filter((old) => old.database !== database);
  const known = files ? [{ database, versions: files }, ...others].slice(0, KEPT_FILES) : record.files;
  return { history: history.slice(0, KEPT), ...(known && { files: known }) };
}

/** What an entry is about. */
export type EntryKey = Pick<SchemaEntry, 'commit' | 'database' | 'when'>;

/** Version 1.0 did not tell databases apart: its entry is for any. */
const isFor = (entry: SchemaEntry, { commit, database, when }: EntryKey): boolean =>
  entry.commit === commit && entry.when === when && (entry.database === undefined || entry.database === database);

export const entryOf = (record: SchemaRecord, key: EntryKey): SchemaEntry | undefined =>
  record.history.find((entry) => isFor(entry, key));

/** The record once a migration that was announced did not start: `ran` says that an earlier attempt of it had, and failed. */
export function withoutStart(record: SchemaRecord, key: EntryKey, ran: boolean): SchemaRecord {
  const announced = entryOf(record, key);
  if (announced?.state !== 'started') return record;
  const history = ran
    ? record.history.map((entry) => (entry === announced ? { ...entry, state: 'failed' as const } : entry))
    : record.history.filter((entry) => entry !== announced);
  return { ...record, history };
}

/** What the record tells of a database; where it has nothing of it, what it tells of the last one that the job migrated. */
export interface Recorded {
  /** The version that the last applied migration left behind. */
  readonly version: string | undefined;
  /** Versions of the files that were there then; undefined if that was not recorded. */
  readonly files: ReadonlySet<string> | undefined;
}

export function recordedOf(record: SchemaRecord, database: string): Recorded {
  const applied = record.history.filter(({ state, version }) => state === 'applied' && version !== undefined);
  const own = applied.find((entry) => entry.database === undefined || entry.database === database) ?? applied[0];
  const files = record.files?.find((one) => one.database === database) ?? record.files?.[0];
  return {
    version: own?.version,
    files: files && new Set(files.versions),
  };
}

/**
 * Whether a schema at `version` has what made it `expected`. Versions that are no numbers are only the same or not: the
 * schema of a later commit counts as behind, which repeats a migration and loses nothing.
 */
export const reaches = (version: string, expected: string): boolean =>
  isVersion(version) && isVersion(expected) ? compareVersions(version, expected) >= 0 : version === expected;

/**
 * Finds the version in the lines that `status-args` printed: JSON with `version` and maybe `dirty`, of which the last counts, or
 * the output of a known migration tool (see `status-formats.ts`).
 */
export function parseStatus(lines: readonly string[]): SchemaStatus | undefined {
  for (const line of lines.toReversed()) {
    const status = parseJson(line);
    if (status) return status;
  }
  return parseJson(documentIn(lines)) ?? statusOf(lines);
}

/** A JSON document of several lines, without the lines around it. */
function documentIn(lines: readonly string[]): string {
  const start = lines.findIndex((line) => line.startsWith('{'));
  const end = lines.findLastIndex((line) => line.startsWith('}'));
  return start < 0 ? '' : lines.slice(start, end + 1).join('\n');
}

interface StatusJson {
  readonly version?: unknown;
  readonly dirty?: unknown;
  /** Flyway, with `-outputType=json`. */
  readonly schemaVersion?: unknown;
  readonly initialSchemaVersion?: unknown;
  readonly targetSchemaVersion?: unknown;
  readonly migrations?: readonly { readonly state?: unknown }[];
  /** Atlas, with `--format '{{ json . }}'`. */
  readonly Current?: unknown;
  readonly Status?: unknown;
  readonly Error?: unknown;
}

function parseJson(text: string): SchemaStatus | undefined {
  if (!text.trim().startsWith('{')) return undefined;
  let json: StatusJson;
  try {
    json = JSON.parse(text) as StatusJson;
  } catch {
    return undefined;
  }
  const { version, dirty, migrations, Current, Status } = json;
  // `migrate` names the version before and after; the latter only if it applied a migration.
  const schemaVersion = json.schemaVersion ?? json.targetSchemaVersion ?? json.initialSchemaVersion;
  if (isLogLine(json) && /^v?\d+\.\d+\.\d+/.test(String(version))) return undefined;
  if (typeof version === 'number' || typeof version === 'string')
    return { version: String(version), dirty: dirty === true };
  if (Array.isArray(migrations) && schemaVersion !== undefined)
    return {
      version: String(schemaVersion || '0'),
      dirty: migrations.some(({ state }) => /^Failed/.test(String(state))),
    };
  if (typeof Status === 'string' && typeof Current === 'string')
    return {
      version: /^No migration/i.test(Current) ? '0' : Current,
      dirty: typeof json.Error === 'string' && json.Error !== '',
    };
  return undefined;
}

/** A line of a structured log: a version like 1.2.3 in it is that of the program. */
const isLogLine = (json: object): boolean => ['level', 'severity', 'msg', 'message'].some((key) => key in json);

/** What to do about a dirty schema, which golang-migrate and its like never leave by themselves. */
export const dirtyMessage = ({ version }: SchemaStatus): string =>
  `The database is dirty at version ${version}: that migration failed halfway, and no other runs until this is fixed. Check what it left behind, fix that manually, record the resulting version (for golang-migrate: "force ${version}" if it is fully applied, "force ${previous(version)}" if it is fully undone), and run this step again. If another process is applying it right now, wait until it has ended, then run this step again.`;

const previous = (version: string): string =>
  /^\d+$/.test(version) ? String(Math.max(0, Number(version) - 1)) : 'the version before';
