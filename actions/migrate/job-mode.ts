/** Migrates in a Cloud Run job, next to the database. */
import { createExecutions, type ExecutionState } from '../../src/cloud-run/executions.ts';
import { createJobs } from '../../src/cloud-run/jobs.ts';
import { type Cloud, type Context, connect } from '../../src/context.ts';
import { InputError, isAbort, OutcomeError } from '../../src/errors.ts';
import { createLogReader } from '../../src/logging.ts';
import { readManifest } from '../../src/manifest/index.ts';
import { readRecord, SCHEMA_ANNOTATION, type SchemaEntry, type SchemaRecord } from '../../src/schema-record.ts';
import { leave } from './cancel.ts';
import { type Following, followToEnd, waitForEnd } from './follow.ts';
import { DEFAULT_TIMEOUT, type Inputs } from './inputs.ts';
import { planJob } from './job-plan.ts';
import { checkMigrations, listMigrations, type Migrations } from './migrations.ts';
import { succeeded } from './once.ts';
import { describeFailure } from './outcome.ts';
import { recordEntry } from './record.ts';
import { dirtyMessage, entryOf, parseStatus, recordedVersion, type SchemaStatus, withEntry } from './schema.ts';
import { manifestSource, readSource } from './source.ts';
import { assess, persist, type Starting, startOnce, type Target } from './start.ts';
import { summarize } from './summarize.ts';

interface Work extends Following, Starting {
  readonly inputs: Inputs;
  readonly context: Context;
  readonly cloud: Cloud;
  readonly target: Target;
  /** Milliseconds that a migration may take, by its own timeout and for the start of its container. */
  readonly limit: number;
  readonly timeout: string;
}

/** Milliseconds for scheduling and pulling the image. */
const START_UP = 300_000;

export async function runJob(inputs: Inputs, context: Context): Promise<void> {
  const cloud = connect(context, inputs.auth);
  const work = await prepare(inputs, context, cloud);
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

async function prepare(inputs: Inputs, context: Context, cloud: Cloud): Promise<Work> {
  const caller = { clock: context.clock, signal: context.signal, auth: cloud.auth };
  const manifest = inputs.manifest && readManifest(manifestSource(inputs, inputs.manifest));
  if (manifest && manifest.kind !== 'Job')
    throw new InputError([
      {
        subject: 'Input manifest',
        message: `is a ${manifest.kind}. A Job is due here.`,
        location: { file: inputs.manifest?.file ?? '' },
      },
    ]);
  for (const warning of manifest?.warnings ?? [])
    context.log.warning(`${warning.subject}: ${warning.message}`, warning.location);
  if (manifest && inputs.job && inputs.job !== manifest.name)
    throw new InputError([
      {
        subject: 'Input job',
        message: `is ${inputs.job}, and the manifest is of ${manifest.name}. Leave one of the two out.`,
      },
    ]);
  const job = planJob(
    inputs,
    await readSource(inputs, cloud),
    manifest?.kind === 'Job' ? manifest.resource : undefined,
  );
  const name = `projects/${inputs.project}/locations/${inputs.region}/jobs/${manifest?.name ?? inputs.job}`;
  const timeout = job.template?.template?.timeout ?? `${DEFAULT_TIMEOUT / 1000}s`;
  const args = job.template?.template?.containers?.[0]?.args ?? [];
  return {
    inputs,
    context,
    cloud,
    clock: context.clock,
    signal: context.signal,
    log: context.log,
    jobs: await createJobs(caller, context.endpoints.run),
    executions: await createExecutions(caller, context.endpoints.run),
    logs: createLogReader({
      http: cloud.http,
      endpoints: context.endpoints,
      clock: context.clock,
      project: inputs.project,
    }),
    target: { name, job, wanted: { commit: inputs.commit, digest: inputs.image.digest, args } },
    limit: Number.parseInt(timeout, 10) * 1000 + START_UP,
    timeout,
  };
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
  const first = await work.executions.get(name);
  context.output('log-uri', first?.logUri);
  context.log.info(`Execution ${name}${first?.logUri ? `\nLogs: ${first.logUri}` : ''}`);
  try {
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

/** Starts an execution as soon as no other runs in the job. */
async function startAfterOthers(
  work: Work,
  args: readonly string[] | undefined,
  record: (before: SchemaRecord) => SchemaRecord,
): Promise<{ execution: string; started: boolean }> {
  const end = work.clock.now() + work.limit;
  const target = args ? { ...work.target, wanted: { ...work.target.wanted, args } } : work.target;
  for (;;) {
    const start = await startOnce(work, target, args, record);
    if ('execution' in start) return start;
    work.log.info(`Waiting for ${start.other}, which runs in the same job.`);
    await waitForEnd(work, start.other, Math.max(0, end - work.clock.now()));
  }
}

/** Runs the program with `status-args` in the same job. A dirty schema ends the step. Undefined if no line says the version. */
async function askStatus(work: Work, when: string): Promise<SchemaStatus | undefined> {
  const { statusArgs } = work.inputs;
  if (statusArgs.length === 0) return undefined;
  const { execution: name } = await startAfterOthers(work, statusArgs, (record) => record);
  const quiet = { ...work, log: { ...work.log, info: work.log.debug } };
  const { execution, lines } = await followToEnd(quiet, name, work.limit, undefined);
  const status = parseStatus(lines);
  if (status?.dirty) throw new OutcomeError(dirtyMessage(status));
  if (status) work.log.info(`Schema ${when}: version ${status.version}`);
  else if (!execution || !succeeded(execution)) {
    const failure = describeFailure(execution, await work.executions.taskResults(name).catch(() => []), work.timeout);
    throw new OutcomeError(`status-args failed ${when} the migration. ${failure}`);
  } else {
    work.log.warning(
      'The version of the schema is unknown: no line of status-args says it, or the lines may not be read.',
    );
  }
  return status;
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
