/** Migrates in a Cloud Run job, next to the database. */
import type { ExecutionState } from '../../src/cloud-run/executions.ts';
import { type Context, connect } from '../../src/context.ts';
import { isAbort, OutcomeError } from '../../src/errors.ts';
import { readRecord, SCHEMA_ANNOTATION, type SchemaEntry } from '../../src/schema-record.ts';
import { leave } from './cancel.ts';
import { followToEnd } from './follow.ts';
import type { Inputs } from './inputs.ts';
import { checkMigrations, listMigrations, type Migrations } from './migrations.ts';
import { succeeded } from './once.ts';
import { describeFailure } from './outcome.ts';
import { prepareJob, type Work } from './prepare-job.ts';
import { recordEntry } from './record.ts';
import { entryOf, recordedVersion, withEntry } from './schema.ts';
import { checkServices } from './services.ts';
import { assess, persist } from './start.ts';
import { askStatus, startAfterOthers } from './status.ts';
import { summarize } from './summarize.ts';

export async function runJob(inputs: Inputs, context: Context): Promise<void> {
  const cloud = connect(context, inputs.auth);
  await checkServices(inputs, context, cloud);
  const work = await prepareJob(inputs, context, cloud);
  const { state, decision } = await assess(work, work.target);
  const record = readRecord(state?.annotations[SCHEMA_ANNOTATION]);
  const known = recordedVersion(record);
  if (inputs.dryRun) return await dryRun(work, decision.kind, await checkMigrations(inputs, context, known));

  if (decision.kind === 'applied') {
    context.log.info(`Commit ${inputs.commit} is applied already, by ${decision.execution.name}. Nothing to do.`);
    const migrations = listMigrations(inputs, known);
    const version = entryOf(record, inputs.commit)?.version ?? migrations?.newest;
    await remember(work, entry(work, migrations, version, 'applied'));
    return finish(work, decision.execution, version, true);
  }
  // What runs already was checked by the run that started it.
  const resuming = decision.kind === 'resume';
  const before = resuming ? undefined : await askStatus(work, 'before');
  const migrations = resuming
    ? listMigrations(inputs, known)
    : await checkMigrations(inputs, context, before?.version ?? known);
  const execution = await migrate(work, migrations);
  const after = await askStatus(work, 'after');
  const version = after?.version ?? migrations?.newest ?? before?.version;
  await remember(work, entry(work, migrations, version, 'applied'));
  finish(work, execution, version, false);
}

/** Starts or takes over the execution, and follows it. Throws unless it succeeded. */
async function migrate(work: Work, migrations: Migrations | undefined): Promise<ExecutionState> {
  const { context } = work;
  const { execution: name, started } = await startAfterOthers(work, undefined, (record) =>
    withEntry(record, entry(work, migrations, undefined, 'started')),
  );
  if (!started) work.log.info("This commit's migration runs already; following it.");
  context.saveState('execution', name);
  context.output('execution', name);
  try {
    const first = await work.executions.get(name);
    context.output('log-uri', first?.logUri);
    context.log.info(`Execution ${name}${first?.logUri ? `\nLogs: ${first.logUri}` : ''}`);
    const { execution, lines } = await followToEnd(work, name, work.limit, first?.logUri);
    if (execution && succeeded(execution)) return execution;
    const tasks = execution ? await work.executions.taskResults(name).catch(() => []) : [];
    await remember(work, entry(work, migrations, undefined, 'failed')).catch((error: Error) =>
      context.log.debug(error.message),
    );
    if (lines.length > 0) context.summary.block(lines.slice(-20).join('\n'), 'text');
    throw new OutcomeError(
      `${describeFailure(execution, tasks, work.timeout)} Nothing may be deployed on top. ${first?.logUri ?? ''}`.trim(),
    );
  } catch (error) {
    if (isAbort(error)) await leave(work.inputs, context, name);
    throw error;
  }
}

const entry = (
  work: Work,
  migrations: Migrations | undefined,
  version: string | undefined,
  state: SchemaEntry['state'],
): SchemaEntry => ({
  commit: work.inputs.commit,
  ...(version !== undefined && { version }),
  contracting: work.inputs.contracting || (migrations?.contracting ?? false),
  state,
  at: new Date(work.clock.now()).toISOString(),
});

const remember = (work: Work, entry: SchemaEntry): Promise<void> =>
  persist(work, `job ${work.target.name}`, () => recordEntry(work.cloud, work.target.name, entry));

function finish(
  { inputs, context, target }: Work,
  execution: ExecutionState,
  version: string | undefined,
  applied: boolean,
): void {
  context.output('execution', execution.name);
  context.output('log-uri', execution.logUri);
  context.output('schema-version', version);
  context.output('already-applied', applied);
  summarize(context.summary, {
    inputs,
    job: target.name,
    execution: execution.name,
    logUri: execution.logUri,
    version,
    applied,
  });
}

async function dryRun(work: Work, decision: string, migrations: Migrations | undefined): Promise<void> {
  const { target, context, jobs } = work;
  const state = await jobs.get(target.name);
  if (state) await jobs.update(target.name, { ...target.job, etag: state.etag }, true);
  else await jobs.create(target.name, target.job, true);
  const what = {
    applied: 'Commit is applied already; nothing would run.',
    resume: 'The running execution of this commit would be followed.',
    wait: 'The job would run after the execution that runs now.',
    start: `The job would ${state ? 'be updated' : 'be made'} and run.`,
  }[decision];
  context.log.info(
    `Dry run. ${what}${migrations ? ` New migrations: ${migrations.fresh.map(({ file }) => file).join(', ') || 'none'}.` : ''}`,
  );
  context.summary.heading('Migration: dry run');
  context.summary.paragraph(`${what}`);
  context.summary.block(JSON.stringify(target.job, undefined, 2), 'json');
  context.output('already-applied', decision === 'applied');
}
