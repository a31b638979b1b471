/** Migrates in a Cloud Run job, next to the database. */
import type { ExecutionState } from '../../../src/google/run/executions.ts';
import type { Job } from '../../../src/google/run/resources.ts';
import { requireProvenance } from '../../../src/provenance/require-provenance.ts';
import { readRecord, SCHEMA_ANNOTATION, type SchemaEntry } from '../../../src/records/schema.ts';
import { type Context, connect } from '../../../src/runtime/context.ts';
import { isAbort, OutcomeError } from '../../../src/runtime/errors.ts';
import type { MigrateInputs } from '../inputs.ts';
import { checkMigrations } from '../migrations/check-migrations.ts';
import { listMigrations, type Migrations, versionsToRecord } from '../migrations/read-migrations.ts';
import { entryOf, reaches, recordedOf, withEntry, withoutStart } from '../migrations/schema-version.ts';
import type { SchemaStatus } from '../migrations/status-formats.ts';
import { recordEntry } from '../migrations/write-schema-record.ts';
import { succeeded } from '../plan/decision.ts';
import { describeFailure } from '../report/outcome.ts';
import { type Applied, summarizeMigration } from '../report/summary.ts';
import { checkServices } from '../services.ts';
import { leave } from './cancel-execution.ts';
import { dryRun } from './dry-run.ts';
import { prepareJob, type TimedMigrationSession, withTimeout } from './read-target.ts';
import { askStatus, startAfterOthers } from './schema-version.ts';
import { assess, persist } from './start-execution.ts';
import { followToEnd } from './wait-for-execution.ts';

export async function runJob(inputs: MigrateInputs, context: Context): Promise<void> {
  const cloud = connect(context, inputs.auth);
  if (inputs.services.length > 0) await checkServices(inputs, context, cloud);
  await requireProvenance([inputs.image], inputs.provenance, { http: cloud.http, log: context.log });
  const prepared = await prepareJob(inputs, context, cloud);
  const assessment = await assess(prepared, prepared.target);
  // Without services there is only the freeze of the input, and the read of the job is the first that tells Google's time.
  if (inputs.services.length === 0) await checkServices(inputs, context, cloud);
  const { state, plan, decision, executions } = assessment;
  const { database } = plan;
  const work = withTimeout(prepared, plan.job);
  const record = readRecord(state?.annotations?.[SCHEMA_ANNOTATION]);
  const known = recordedOf(record, database);
  if (inputs.dryRun) return await dryRun(work, assessment, await checkMigrations(inputs, context, known));

  // Earlier executions are repeated with `force`, or if the database does not have their version.
  const earlier = new Set(executions.filter(({ ended }) => ended).map(({ name }) => name));
  let repeated: ReadonlySet<string> | undefined;
  let before: SchemaStatus | undefined;
  if (decision.kind === 'applied' && !inputs.force) {
    const migrations = listMigrations(inputs, known);
    const expected =
      entryOf(record, { commit: inputs.commit, database, ...sideOf(inputs) })?.version ?? migrations?.newest;
    before = await askStatus(work, 'now');
    if (!before || expected === undefined || reaches(before.version, expected)) {
      const version = before?.version ?? expected;
      context.log.info(`Commit ${inputs.commit} is applied already, by ${decision.execution.name}. Nothing to do.`);
      await remember(work, migrations, entry(work, database, migrations, version, 'applied'), state);
      return finish(work, decision.execution, version, before && expected !== undefined ? 'verified' : 'recorded');
    }
    context.log.warning(
      `Commit ${inputs.commit} is recorded as applied with version ${expected}, and the database is at version ${before.version}. The migration runs again.`,
    );
    repeated = earlier;
  } else if (inputs.force) {
    if (decision.kind === 'applied')
      context.log.notice(`Forced: ${decision.execution.name} applied this commit already. The migration runs again.`);
    repeated = earlier;
  }
  // A running execution was checked by the run that started it.
  const resuming = decision.kind === 'resume';
  if (!resuming) before ??= await askStatus(work, 'before');
  const schema = { ...known, version: before?.version ?? known.version };
  const migrations = resuming ? listMigrations(inputs, known) : await checkMigrations(inputs, context, schema);
  const execution = await migrate(work, database, migrations, repeated);
  const after = await askStatus(work, 'after');
  const version = after?.version ?? migrations?.newest ?? before?.version;
  await remember(work, migrations, entry(work, database, migrations, version, 'applied'));
  finish(work, execution, version, undefined);
}

/** Starts or takes over the execution, and follows it. Throws unless it succeeded. */
async function migrate(
  work: TimedMigrationSession,
  database: string,
  migrations: Migrations | undefined,
  repeated: ReadonlySet<string> | undefined,
): Promise<ExecutionState> {
  const { context } = work;
  const { execution: name, started } = await startAfterOthers(work, {
    record: (record) => withEntry(record, entry(work, database, migrations, undefined, 'started')),
    withdrawn: (record, ran) => withoutStart(record, entry(work, database, migrations, undefined, 'started'), ran),
    ...(repeated && { repeated }),
  });
  if (!started) work.log.info("This commit's migration is already running; following it.");
  context.output('execution', name);
  try {
    const first = await work.executions.get(name);
    context.output('log-uri', first?.logUri);
    context.log.info(`Execution ${name}${first?.logUri ? `\nLogs: ${first.logUri}` : ''}`);
    const { execution, lines } = await followToEnd(work, name, work.limit, first?.logUri);
    if (execution && succeeded(execution)) return execution;
    const tasks = execution ? await work.executions.taskResults(name).catch(() => []) : [];
    await remember(work, undefined, entry(work, database, migrations, undefined, 'failed')).catch((error: Error) =>
      context.log.debug(error.message),
    );
    if (lines.length > 0) context.summary.block(lines.slice(-20).join('\n'), 'text');
    throw new OutcomeError(
      `${describeFailure(execution, tasks, work.timeout)} Do not deploy this commit. ${first?.logUri ?? ''}`.trim(),
    );
  } catch (error) {
    if (isAbort(error)) await leave(work.inputs, context, name);
    throw error;
  }
}

/** As the record has it. */
const sideOf = ({ when }: MigrateInputs): Pick<SchemaEntry, 'when'> => (when === 'after-traffic' ? { when } : {});

const entry = (
  work: TimedMigrationSession,
  database: string,
  migrations: Migrations | undefined,
  version: string | undefined,
  state: SchemaEntry['state'],
): SchemaEntry => ({
  commit: work.inputs.commit,
  database,
  ...sideOf(work.inputs),
  ...(version !== undefined && { version }),
  contracting: work.inputs.contracting || (migrations?.contracting ?? false),
  state,
  at: new Date(work.clock.now()).toISOString(),
});

/** `migrations` are those that are applied now. `known` is the job if it was read before. */
const remember = (
  work: TimedMigrationSession,
  migrations: Migrations | undefined,
  entry: SchemaEntry,
  known?: Job,
): Promise<void> => {
  const files = migrations && versionsToRecord(migrations, work.inputs.outOfOrder);
  return persist(work, `job ${work.target.name}`, () => recordEntry(work.jobs, work.target.name, entry, files, known));
};

function finish(
  { inputs, context, target, notes }: TimedMigrationSession,
  execution: ExecutionState,
  version: string | undefined,
  applied: Applied | undefined,
): void {
  context.output('execution', execution.name);
  context.output('log-uri', execution.logUri);
  context.output('schema-version', version);
  context.output('already-applied', applied !== undefined);
  summarizeMigration(context.summary, {
    run: context.github,
    inputs,
    notes,
    job: target.name,
    execution: execution.name,
    logUri: execution.logUri,
    version,
    applied,
  });
}
