/** The job summary of migrate. */
import { shortCommit } from '../../../src/github/commit.ts';
import { type RunLinks, runLinks, writeLinks } from '../../../src/github/run-links.ts';
import { code, link, md, plain, type Summary } from '../../../src/runtime/summary.ts';
import type { MigrateInputs } from '../inputs.ts';

/** Evidence that the migrations were applied before: the version in the database, or the job's record. */
export type Applied = 'verified' | 'recorded';

export interface MigrationFacts {
  readonly inputs: MigrateInputs;
  /** Exceptions to policy rules and pinned images, one sentence each. */
  readonly notes: readonly string[];
  /** Full name of the job; undefined on the runner. */
  readonly job: string | undefined;
  readonly execution: string | undefined;
  readonly logUri: string | undefined;
  readonly version: string | undefined;
  /** Undefined if they were applied now. */
  readonly applied: Applied | undefined;
  readonly run: RunLinks;
}

export function summarizeMigration(
  summary: Summary,
  { inputs, notes, job, execution, logUri, version, applied, run }: MigrationFacts,
): void {
  const commit = code(shortCommit(inputs.commit));
  const at = version === undefined ? md`` : md` at version ${code(version)}`;
  summary.heading(md`Migration`);
  summary.paragraph(
    {
      now: md`✅ The migrations of commit ${commit} are applied.`,
      verified: md`✅ The migrations of commit ${commit} were applied before, and the database is${at}; nothing ran.`,
      recorded: md`✅ The migrations of commit ${commit} are recorded as applied before (recorded, not verified); nothing ran.`,
    }[applied ?? 'now'],
  );
  writeLinks(summary, runLinks(run, inputs.commit));
  if (applied === 'recorded')
    summary.paragraph(
      md`The database itself was not checked. Set the input \`status-args\` to compare its version, or \`force: true\` to run the migrations again.`,
    );
  if (inputs.when === 'after-traffic')
    summary.paragraph(
      md`⚠️ From now on this release only rolls forward: a rollback to a release before ${commit} is refused unless forced.`,
    );
  for (const note of notes) summary.paragraph(md`> ${plain(note)}`);
  summary.table(
    ['', ''],
    [
      [md`Image`, code(inputs.image.digest)],
      ...(job ? [[md`Job`, code(job)]] : []),
      ...(execution ? [[md`Execution`, code(execution.split('/').at(-1) ?? '')]] : []),
      ...(version !== undefined ? [[md`Schema version`, code(version)]] : []),
      ...(logUri ? [[md`Logs`, link('Cloud Logging', logUri)]] : []),
    ],
  );
}
