/** The SQL migrations of the commit: which are new or late, and whether they are incompatible with older code. */
import { join } from 'node:path';
import { readTextFile } from '../../../src/inputs/read-file.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import type { MigrateInputs } from '../inputs.ts';
import {
  compareVersions,
  isVersion,
  listMigrationFolder,
  type MigrationFolder,
  plainVersion,
} from './migration-files.ts';
import type { Recorded } from './schema-version.ts';
import { forwardOnly } from './up-sections.ts';

export interface Migrations {
  /** Version of the newest file, without leading zeros. */
  readonly newest: string;
  /** Versions of all files, ascending. */
  readonly versions: readonly string[];
  /** Those that are newer than the schema, oldest first. */
  readonly fresh: readonly MigrationFile[];
  /** Those that came after the schema had passed their number, oldest first. */
  readonly late: readonly MigrationFile[];
  /** Those that may be late: nothing was recorded of what was there when the schema passed their number. */
  readonly doubtful: readonly MigrationFile[];
  /** Groups of files with the same version. */
  readonly twice: readonly (readonly string[])[];
  /** SQL files whose names have no version, within the folder. Their content is not read. */
  readonly unversioned: readonly string[];
  readonly contracting: boolean;
}

export interface MigrationFile {
  /** Relative to the workspace. */
  readonly file: string;
  readonly version: string;
  /** Without what goes back. */
  readonly text: string;
}

/** The migrations without a check of what is in them. */
export function listMigrations(inputs: MigrateInputs, known: Recorded): Migrations | undefined {
  if (inputs.migrations === undefined) return undefined;
  const migrations = readMigrations(inputs.workspace, inputs.migrations, known);
  // Nothing is recorded in mode docker, so every file would be doubtful in every run.
  return inputs.mode === 'docker' ? { ...migrations, doubtful: [] } : migrations;
}

/** What to record of the files: a late one that the tool skips stays late. */
export const versionsToRecord = ({ versions, late }: Migrations, outOfOrder: MigrateInputs['outOfOrder']): string[] => {
  const skipped = new Set(outOfOrder === 'allow' ? [] : late.map(({ version }) => version));
  return versions.filter((version) => !skipped.has(version));
};

function readMigration(workspace: string, file: string): string {
  try {
    // A byte order mark, as editors on Windows write it, is no SQL.
    return forwardOnly(readTextFile(join(workspace, file)).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError([
      {
        subject: 'Input migrations',
        message: `${file} cannot be read: ${(error as Error).message}.`,
        location: { file },
      },
    ]);
  }
}

function listFolder(workspace: string, folder: string): MigrationFolder {
  try {
    return listMigrationFolder(workspace, folder);
  } catch (error) {
    throw new InputError([{ subject: 'Input migrations', message: (error as Error).message }]);
  }
}

/** Pure but for reading the files. Versions are those that the names begin with. */
export function readMigrations(workspace: string, folder: string, known: Recorded): Migrations {
  const { files: names, unversioned } = listFolder(workspace, folder);
  const all = names
    .map(({ name, version }) => ({ file: join(folder, name), version }))
    .sort((a, b) => compareVersions(a.version, b.version));
  const newest = all[all.length - 1] as (typeof all)[number];
  const { files } = known;
  const counted = newest.file.endsWith('/migration.sql');
  const inFolders = counted || newest.file.endsWith('/up.sql');
  const reached = reachedBy(known, all, counted);
  const isBelow = (version: string) => reached !== undefined && compareVersions(version, reached) < 0;
  const isFresh = ({ version }: { version: string }) =>
    // Such tools apply each that is missing, in whatever order they came.
    inFolders && files ? !files.has(version) : reached === undefined || compareVersions(version, reached) > 0;
  const read = (one: { file: string; version: string }): MigrationFile => ({
    ...one,
    text: readMigration(workspace, one.file),
  });
  const fresh = all.filter(isFresh).map(read);
  const below = all.filter((one) => isBelow(one.version) && !isFresh(one) && !files?.has(one.version)).map(read);
  const late = files ? below : [];
  return {
    newest: newest.version,
    versions: all.map((one) => one.version),
    fresh,
    late,
    doubtful: files ? [] : below,
    // Prisma tells migrations apart by their whole names.
    twice: counted ? [] : sameVersion(all),
    unversioned,
    contracting: [...fresh, ...late].some(({ text }) => isContracting(text)),
  };
}

function sameVersion(all: readonly { readonly file: string; readonly version: string }[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { file, version } of all) groups.set(version, [...(groups.get(version) ?? []), file]);
  return [...groups.values()].filter((files) => files.length > 1);
}

/** The version that the schema has, of those that files have; undefined if none of them is known to be applied. */
function reachedBy({ version }: Recorded, all: readonly { version: string }[], counted: boolean): string | undefined {
  if (version === undefined || !isVersion(version)) return undefined;
  // Prisma's status says how many are applied.
  if (counted && Number(version) <= all.length) return all[Number(version) - 1]?.version;
  return plainVersion(version);
}

const isContracting = (text: string): boolean => /^\s*--\s*orchestra:contracting\b/m.test(text);
