/** The SQL migrations of the commit: which are new, what is dangerous in them, and whether they take something away. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../src/context.ts';
import { InputError, PolicyError, type Problem } from '../../src/errors.ts';
import type { Inputs } from './inputs.ts';
import { type Finding, inspectSql } from './sql.ts';

export interface Migrations {
  /** Version of the newest file, without leading zeros. */
  readonly newest: string;
  /** Those that are newer than the schema, oldest first. */
  readonly fresh: readonly MigrationFile[];
  readonly contracting: boolean;
}

export interface MigrationFile {
  /** Relative to the workspace. */
  readonly file: string;
  readonly version: bigint;
  readonly text: string;
}

/**
 * Reads the folder `migrations`, if it was given. `known` is the version that the schema has, as far as anything tells.
 * Throws `PolicyError` for dangerous statements in new migrations that do not say why they are safe.
 */
export async function checkMigrations(
  inputs: Inputs,
  context: Context,
  known: string | undefined,
): Promise<Migrations | undefined> {
  const migrations = listMigrations(inputs, known);
  if (!migrations) return undefined;
  const unsafe: Problem[] = [];
  const reports = await inspectSql(migrations.fresh.map(({ text }) => text));
  for (const [i, { file, text }] of migrations.fresh.entries()) {
    const reason = safeReason(text);
    for (const finding of reports[i] ?? []) {
      const location = { file, line: finding.line };
      if (finding.rule === 'unreadable') context.log.warning(finding.message, location);
      else if (reason) context.log.notice(`${finding.message} Said to be safe: ${reason}`, location);
      else unsafe.push(toProblem(finding, location));
    }
  }
  if (unsafe.length > 0) throw new PolicyError(unsafe);
  return migrations;
}

/** The migrations without a check of what is in them. */
export const listMigrations = (inputs: Inputs, known: string | undefined): Migrations | undefined =>
  inputs.migrations === undefined ? undefined : readMigrations(inputs.workspace, inputs.migrations, known);

/** Pure but for reading the files. Versions are the digits that a name begins with, as golang-migrate has them. */
export function readMigrations(workspace: string, folder: string, known: string | undefined): Migrations {
  const names = readdirSync(join(workspace, folder)).filter(
    (name) => /^\d+_.*\.sql$/.test(name) && !name.endsWith('.down.sql'),
  );
  const all = names
    .map((name) => ({ file: join(folder, name), version: BigInt(/^\d+/.exec(name)?.[0] ?? 0) }))
    .sort((a, b) => (a.version < b.version ? -1 : 1));
  const newest = all.at(-1);
  if (!newest)
    throw new InputError([
      {
        subject: 'Input migrations',
        message: `there is no migration in "${folder}". Expected files such as 000001_name.up.sql.`,
      },
    ]);
  const reached = known !== undefined && /^\d+$/.test(known) ? BigInt(known) : -1n;
  const fresh = all
    .filter(({ version }) => version > reached)
    .map((one) => ({ ...one, text: readFileSync(join(workspace, one.file), 'utf8') }));
  return { newest: String(newest.version), fresh, contracting: fresh.some(({ text }) => isContracting(text)) };
}

const isContracting = (text: string): boolean => /^\s*--\s*orchestra:contracting\b/m.test(text);

const safeReason = (text: string): string | undefined =>
  /^\s*--\s*orchestra:safe[ \t]+(\S.*)$/m.exec(text)?.[1]?.trim();

const toProblem = ({ rule, message }: Finding, location: { file: string; line: number }): Problem => ({
  subject: rule,
  message: `${message} If it is safe, say why in the file: "-- orchestra:safe REASON"; if code from before needs what goes, add "-- orchestra:contracting".`,
  location,
});
