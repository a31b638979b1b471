/** The dry run of a migration in a job. */
import { differences } from '../../../src/manifest/index.ts';
import { code, md, plain } from '../../../src/runtime/summary.ts';
import type { Migrations } from '../migrations/read-migrations.ts';
import type { TimedMigrationSession } from './read-target.ts';
import type { Assessment } from './start-execution.ts';

const AFTER_TRAFFIC =
  'It runs after traffic: once the release of this commit has all traffic of its services. From then on the release only rolls forward: a rollback to an earlier one is refused unless forced.';

/** Validates the write with the server, and shows the decision and each change of the job. */
export async function dryRun(
  work: TimedMigrationSession,
  { state, plan, decision }: Assessment,
  migrations: Migrations | undefined,
): Promise<void> {
  const { target, context, jobs, inputs, notes } = work;
  if (state) await jobs.update(target.name, plan.job, true);
  else await jobs.create(target.name, plan.job, true);
  const applied = decision.kind === 'applied' && !inputs.force;
  const what = applied
    ? 'The commit is applied already; nothing would run.'
    : {
        applied: 'The commit is applied already, and the migration would run again (force).',
        resume: 'The running execution of this commit would be followed.',
        wait: `The job would ${state ? 'be updated' : 'be created'} and run after the execution that runs now.`,
        start: `The job would ${state ? 'be updated' : 'be created'} and run.`,
      }[decision.kind];
  const fresh = migrations?.fresh.map(({ file }) => file).join(', ') || 'none';
  const changes = differences('Job', state, plan.job);
  context.log.info(`Dry run. ${what}${migrations ? ` New migrations: ${fresh}.` : ''}`);
  for (const { field, before, after } of changes)
    context.log.info(`  ${field}: ${before || '(not set)'} → ${after || '(removed)'}`);
  context.summary.heading(md`Migration: dry run`);
  const { summary } = context;
  summary.paragraph(plain(what));
  if (inputs.when === 'after-traffic') {
    context.log.info(AFTER_TRAFFIC);
    summary.paragraph(plain(AFTER_TRAFFIC));
  }
  for (const note of notes) context.summary.paragraph(md`> ${plain(note)}`);
  if (migrations) context.summary.paragraph(md`New migrations: ${plain(fresh)}.`);
  if (changes.length > 0)
    context.summary.table(
      [`Setting of job ${target.name.split('/').at(-1)}`, 'Before', 'After'],
      changes.map(({ field, before, after }) => [code(field), code(before), code(after)]),
    );
  else context.summary.paragraph(md`The job would not change.`);
  context.output('already-applied', applied);
}
