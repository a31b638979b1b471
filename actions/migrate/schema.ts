/** The version of the database's schema: read from what a migration tool prints, and remembered on the job. */
import type { SchemaEntry, SchemaRecord } from '../../src/schema-record.ts';

const KEPT = 50;

/** The record with an entry put in, in place of an earlier one of the same commit. A contracting commit stays one. */
export function withEntry(record: SchemaRecord, entry: SchemaEntry): SchemaRecord {
  const earlier = record.history.find(({ commit }) => commit === entry.commit);
  const merged = {
    ...entry,
    contracting: entry.contracting || (earlier?.contracting ?? false),
    at: earlier?.at ?? entry.at,
  };
  const others = record.history.filter(({ commit }) => commit !== entry.commit);
  const history = earlier ? record.history.map((old) => (old === earlier ? merged : old)) : [merged, ...others];
  return { history: history.slice(0, KEPT) };
}

export const entryOf = (record: SchemaRecord, commit: string): SchemaEntry | undefined =>
  record.history.find((entry) => entry.commit === commit);

/** The version that the last applied migration left behind. */
export const recordedVersion = (record: SchemaRecord): string | undefined =>
  record.history.find(({ state, version }) => state === 'applied' && version !== undefined)?.version;

export interface SchemaStatus {
  readonly version: string;
  /** A migration failed half-way, and somebody has to look. */
  readonly dirty: boolean;
}

/**
 * Finds the version in the lines that `status-args` printed: JSON with `version` and maybe `dirty`, or what golang-migrate
 * prints (`7`, `7 (dirty)`, `error: no migration`). The last such line counts.
 */
export function parseStatus(lines: readonly string[]): SchemaStatus | undefined {
  for (const line of lines.toReversed()) {
    const status = parseJson(line) ?? parseText(line);
    if (status) return status;
  }
  return undefined;
}

function parseJson(line: string): SchemaStatus | undefined {
  if (!line.trim().startsWith('{')) return undefined;
  try {
    const { version, dirty } = JSON.parse(line) as { version?: unknown; dirty?: unknown };
    if (typeof version !== 'number' && typeof version !== 'string') return undefined;
    return { version: String(version), dirty: dirty === true };
  } catch {
    return undefined;
  }
}

function parseText(line: string): SchemaStatus | undefined {
  const text = line.trim();
  if (/^error: no migration$|^no migration$/.test(text)) return { version: '0', dirty: false };
  const [, version, dirty] = /^(\d+)( \(dirty\))?$/.exec(text) ?? [];
  return version === undefined ? undefined : { version, dirty: dirty !== undefined };
}

/** What to do about a dirty schema, which golang-migrate and its like never leave by themselves. */
export const dirtyMessage = ({ version }: SchemaStatus): string =>
  `The database is dirty at version ${version}: that migration failed half-way, and no other will run. See what it left behind, mend that by hand, record the version that is true then (for golang-migrate: "force ${version}" if it is fully applied, "force ${previous(version)}" if it is fully undone), and run this step again. If somebody applies it by other means right now, only wait for its end and run this step again.`;

const previous = (version: string): string =>
  /^\d+$/.test(version) ? String(Math.max(0, Number(version) - 1)) : 'the version before';
