/** The SQL migrations of the commit: which are new or late, what is dangerous in them, and whether they take something away. */
import { join } from 'node:path';
import { otherCheckout } from '../../../src/github/checkout.ts';
import { readTextFile } from '../../../src/inputs/read-file.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { InputError, PolicyError, type Problem } from '../../../src/runtime/errors.ts';
import type { MigrateInputs } from '../inputs.ts';
import {
  compareVersions,
  isVersion,
  type MigrationFileName,
  migrationFiles,
  otherFiles,
  plainVersion,
} from './migration-files.ts';
import type { Recorded } from './schema-version.ts';
import { type Finding, inspectSql } from './sql.ts';
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
  readonly contracting: boolean;
}

export interface MigrationFile {
  /** Relative to the workspace. */
  readonly file: string;
  readonly version: string;
  /** Without what goes back. */
  readonly text: string;
}

/**
 * Reads the folder `migrations`, if it was given. Throws `PolicyError` for dangerous statements in new migrations that do
 * not say why they are safe, and for late migrations if the input `out-of-order` refuses them.
 */
export async function checkMigrations(
  inputs: MigrateInputs,
  context: Context,
  known: Recorded,
): Promise<Migrations | undefined> {
  const migrations = listMigrations(inputs, known);
  const contracting = inputs.contracting || (migrations?.contracting ?? false);
  if (inputs.beforeCanary && contracting)
    throw new InputError([
      {
        subject: inputs.contracting ? 'Input contracting' : 'Input migrations',
        message:
          'the migration is incompatible with older code, and old revisions serve until the canary that follows has all traffic. No migration ran. Deploy the new code first; put the contracting migration into a later commit, which deploys without timed steps.',
      },
    ]);
  if (!migrations) return undefined;
  const other = otherCheckout(inputs.commit, context.github);
  if (other) context.log.warning(other);
  const others = otherFiles(inputs.workspace, inputs.migrations ?? '');
  if (others.length > 0)
    context.log.warning(
      `Input migrations: not checked, because their names do not begin with a version such as 000007_ or V7__: ${others.join(', ')}. Rename those that are migrations, and move the others out of the folder.`,
    );
  const { fresh, late, doubtful, twice } = migrations;
  for (const files of twice)
    context.log.warning(
      `${files.join(' and ')} have the same version. Migration tools refuse that, or skip all but one. Give each file a version of its own.`,
      { file: files.at(-1) ?? '' },
    );
  const { outOfOrder } = inputs;
  const problems: Problem[] = [];
  for (const { file, message } of outOfOrder === 'allow' ? [] : namedOutOfOrder(late, doubtful, known.version)) {
    if (outOfOrder === 'refuse')
      problems.push({ subject: 'out-of-order', message: `${message} ${REFUSED}`, location: { file } });
    else context.log.warning(message, { file });
  }
  const strict = outOfOrder === 'allow' ? [...late, ...fresh] : fresh;
  const lenient = outOfOrder === 'allow' ? [] : late;
  for (const { file, finding, reason } of await inspect(strict)) {
    const location = { file, line: finding.line };
    if (finding.rule === 'unreadable' || (finding.lenient && !reason)) context.log.warning(finding.message, location);
    else if (reason) context.log.notice(`${finding.message} Marked as safe: ${reason}`, location);
    else problems.push(toProblem(finding, location));
  }
  // Each group by itself: a table that an old migration creates is not new to a fresh one.
  for (const { file, finding, reason } of [...(await inspect(lenient)), ...(await inspect(doubtful))])
    if (finding.rule !== 'unreadable' && !reason)
      context.log.warning(`${finding.rule}: ${finding.message}`, { file, line: finding.line });
  if (problems.length > 0) throw new PolicyError(problems);
  return migrations;
}

async function inspect(migrations: readonly MigrationFile[]) {
  const reports = await inspectSql(migrations.map(({ text }) => text));
  return migrations.flatMap(({ file, text }, i) =>
    (reports[i] ?? []).map((finding) => ({ file, finding, reason: safeReason(text) })),
  );
}

const REFUSED =
  'Give it a number above that version, or set out-of-order: allow if your migration tool applies such files.';
/** More would hide all else among the annotations of a run. */
const NAMED_AT_MOST = 10;

/** One message for each late file, and one for all whose order is not known. Pure. */
function namedOutOfOrder(
  late: readonly MigrationFile[],
  doubtful: readonly MigrationFile[],
  version: string | undefined,
): { file: string; message: string }[] {
  const messages = late.map(({ file }) => ({
    file,
    message: `The migration ${file} is numbered below version ${version}, which the schema has, and was added later. Many migration tools skip such a file silently.`,
  }));
  const [first] = doubtful;
  if (!first) return messages;
  const names = doubtful.slice(-NAMED_AT_MOST).map(({ file }) => file);
  const more = doubtful.length > names.length ? ` and ${doubtful.length - names.length} more` : '';
  return [
    ...messages,
    {
      file: first.file,
      message: `It is not recorded whether these migrations, numbered below version ${version} of the schema, were there when it was reached: ${names.join(', ')}${more}. One that was added later may have been skipped. This run records the files, so that later runs can tell.`,
    },
  ];
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

function namesIn(workspace: string, folder: string): readonly MigrationFileName[] {
  try {
    return migrationFiles(workspace, folder);
  } catch (error) {
    throw new InputError([{ subject: 'Input migrations', message: (error as Error).message }]);
  }
}

/** Pure but for reading the files. Versions are those that the names begin with. */
export function readMigrations(workspace: string, folder: string, known: Recorded): Migrations {
  const all = namesIn(workspace, folder)
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

const safeReason = (text: string): string | undefined =>
  /^\s*--\s*orchestra:safe[ \t]+(\S.*)$/m.exec(text)?.[1]?.trim();

const toProblem = ({ rule, message }: Finding, location: { file: string; line: number }): Problem => ({
  subject: rule,
  message: `${message} If it is safe, say why in the file: "-- orchestra:safe REASON"; if older code needs what is removed, add "-- orchestra:contracting".`,
  location,
});
