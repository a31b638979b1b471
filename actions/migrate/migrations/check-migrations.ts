/** Checks the SQL migrations of the commit: dangerous statements, late files, and files that cannot be ordered. */
import { warnOfOtherCheckout } from '../../../src/github/checkout.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { InputError, PolicyError, type Problem } from '../../../src/runtime/errors.ts';
import type { MigrateInputs } from '../inputs.ts';
import { listMigrations, type MigrationFile, type Migrations } from './read-migrations.ts';
import type { Recorded } from './schema-version.ts';
import { type Finding, inspectSql } from './sql.ts';

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
  warnOfOtherCheckout(inputs.commit, context.github, context.log);
  const { fresh, late, doubtful, twice, unversioned } = migrations;
  if (unversioned.length > 0)
    context.log.warning(
      `Input migrations: not checked, because their names do not begin with a version such as 000007_ or V7__: ${unversioned.join(', ')}. Rename those that are migrations, and move the others out of the folder.`,
    );
  for (const files of twice)
    context.log.warning(
      `${files.join(' and ')} have the same version. Migration tools refuse that, or skip all but one. Use a different version for each file.`,
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
  'Use a number above that version, or set out-of-order: allow if your migration tool applies such files.';
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

const safeReason = (text: string): string | undefined =>
  /^\s*--\s*orchestra:safe[ \t]+(\S.*)$/m.exec(text)?.[1]?.trim();

const toProblem = ({ rule, message }: Finding, location: { file: string; line: number }): Problem => ({
  subject: rule,
  message: `${message} If it is safe, say why in the file: "-- orchestra:safe REASON"; if older code needs what is removed, add "-- orchestra:contracting".`,
  location,
});
