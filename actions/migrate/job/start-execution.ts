/**
 * Updates the job to its plan and starts an execution, each write fenced by the etag that was read. Concurrent changes
 * (another run, a lost response) are found by the next read, and the decision is made again, so nothing starts twice.
 */

import type { Executions, ListedExecution } from '../../../src/google/run/executions.ts';
import { type ContainerOverride, type Jobs, jobProblem } from '../../../src/google/run/jobs.ts';
import type { Job } from '../../../src/google/run/resources.ts';
import { differences } from '../../../src/manifest/index.ts';
import { NAMED_ANNOTATION } from '../../../src/records/annotations.ts';
import { readRecord, SCHEMA_ANNOTATION, type SchemaRecord } from '../../../src/records/schema.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { isTransient, poll, retry } from '../../../src/runtime/retry.ts';
import { type Decision, decide, isSame, type Wanted } from '../plan/decision.ts';
import { DIGEST_ANNOTATION, FINGERPRINT_ANNOTATION, PLAN_ANNOTATION } from '../plan/job.ts';

export interface Starting {
  readonly jobs: Jobs;
  readonly executions: Executions;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: Log;
}

export interface MigrationTarget {
  /** Full name of the job. */
  readonly name: string;
  /** Plans the job from its current state; with `args`, for an execution with other arguments. */
  plan(current: Job | undefined, args?: readonly string[]): Promise<Plan>;
  /** Reads the facts about earlier executions. */
  learn(executions: readonly ListedExecution[]): Promise<void>;
  /** Throws if a migration must not start; called right before it does. */
  checkStart(): Promise<void>;
}

export interface Plan {
  /** To be written. */
  readonly job: Job;
  /** See `databaseOf`. */
  readonly database: string;
  readonly wanted: Wanted;
  /** For a run with other arguments than the job's. */
  readonly override: ContainerOverride | undefined;
}

/** Milliseconds in which a write may be overtaken or refused before it is given up. */
const DEADLINE = 120_000;
/** Maximum number of attempts to update the job. */
const ROUNDS = 10;

export interface Assessment {
  readonly state: Job | undefined;
  readonly plan: Plan;
  readonly executions: readonly ListedExecution[];
  readonly decision: Decision;
}

/**
 * Reads the job and then its executions, and decides. In this order: an execution that starts after the listing has changed the
 * job's etag, so a start with the etag that was read is refused.
 */
export async function assess(
  { jobs, executions }: Starting,
  target: MigrationTarget,
  { args, repeated }: Pick<StartOptions, 'args' | 'repeated'> = {},
): Promise<Assessment> {
  const state = await jobs.get(target.name);
  const plan = await target.plan(state, args);
  const listed = state ? await executions.list(target.name) : [];
  await target.learn(listed);
  return { state, plan, executions: listed, decision: decide(listed, plan.wanted, repeated) };
}

/** True if the job is as planned; `written` is the plan that this step wrote, which the server may have put in other words. */
function isPlanned(state: Job, job: Job, written: string | undefined): boolean {
  const marks = (of: Job) => [DIGEST_ANNOTATION, FINGERPRINT_ANNOTATION].map((key) => of.template?.annotations?.[key]);
  if (JSON.stringify(marks(state)) !== JSON.stringify(marks(job))) return false;
  if (written !== undefined && state.annotations?.[PLAN_ANNOTATION] === written) return true;
  const named = (of: Job) => of.annotations?.[NAMED_ANNOTATION];
  return named(state) === named(job) && differences('Job', state, job).length === 0;
}

async function write({ jobs }: Starting, name: string, job: Job, state: Job | undefined): Promise<void> {
  if (state) await jobs.update(name, job, false);
  else await jobs.create(name, job, false);
}

async function untilReady({ jobs, clock, signal }: Starting, name: string): Promise<void> {
  const look = async () => {
    const state = await jobs.get(name);
    return state && !state.reconciling ? state : undefined;
  };
  if (await poll(look, { clock, signal, until: clock.now() + DEADLINE })) return;
  throw new OutcomeError(`The job ${name} timed out after ${DEADLINE / 1000} s: it was written and is not ready.`);
}

export interface StartOptions {
  /** In place of the planned arguments: reads the schema's version and migrates nothing. */
  readonly args?: readonly string[] | undefined;
  /** Changes the schema record that goes with the job; what it has changed, it leaves as it is. */
  readonly record: (before: SchemaRecord) => SchemaRecord;
  /** The record where the start was refused after all; `ran` says that something of this migration ran before. */
  readonly withdrawn?: (record: SchemaRecord, ran: boolean) => SchemaRecord;
  /** Full names of executions that are to be repeated. */
  readonly repeated?: ReadonlySet<string>;
}

export type Start =
  /** Ours, started now or found. */
  | { readonly execution: string; readonly started: boolean }
  /** Another that has to end first. */
  | { readonly other: string };

/** Brings the job to its plan and starts an execution, unless one of ours is there or another runs. */
export async function startOnce(starting: Starting, target: MigrationTarget, options: StartOptions): Promise<Start> {
  const { name } = target;
  let written: string | undefined;
  const work = async (): Promise<Start> => {
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const { state, plan, decision } = await assess(starting, target, options);
      if (decision.kind === 'wait') return { other: decision.execution.name };
      if (decision.kind === 'resume' || (decision.kind === 'applied' && !options.args))
        return { execution: decision.execution.name, started: false };
      const before = state?.annotations?.[SCHEMA_ANNOTATION];
      const after = JSON.stringify(options.record(readRecord(before)));
      const planned = state && before === after && isPlanned(state, plan.job, written);
      if (planned && !state.reconciling) {
        const problem = jobProblem(state);
        if (problem) throw new OutcomeError(`The job ${name} cannot run: ${problem}`);
        if (!options.args) await checkStart(starting, target, options);
        return {
          execution: await starting.jobs.run(name, state.etag ?? '', plan.override && [plan.override]),
          started: true,
        };
      }
      if (!planned) {
        const job = { ...plan.job, annotations: { ...plan.job.annotations, [SCHEMA_ANNOTATION]: after } };
        written = plan.job.annotations?.[PLAN_ANNOTATION];
        await write(starting, name, job, state);
      }
      await untilReady(starting, name);
    }
    throw new OutcomeError(
      `The job ${name} was modified concurrently; gave up after ${ROUNDS} attempts. Run this step again.`,
    );
  };
  try {
    return await persist(starting, `job ${name}`, work);
  } catch (error) {
    throw error instanceof CloudError && error.status === 429 ? quota(error) : error;
  }
}

/** Checks again whether it may start, after the record is written. If not, the record is restored. */
async function checkStart(starting: Starting, target: MigrationTarget, options: StartOptions): Promise<void> {
  try {
    await target.checkStart();
  } catch (error) {
    await withdraw(starting, target, options).catch(({ message }: Error) => starting.log.debug(message));
    throw error;
  }
}

/** Only what no execution represents is removed: another run of the same commit may have started one meanwhile. */
async function withdraw(starting: Starting, target: MigrationTarget, options: StartOptions): Promise<void> {
  const { withdrawn } = options;
  if (!withdrawn) return;
  await persist(starting, `job ${target.name}`, async () => {
    const { state, plan, decision, executions } = await assess(starting, target, options);
    if (!state || decision.kind === 'resume' || decision.kind === 'applied') return;
    const before = state.annotations?.[SCHEMA_ANNOTATION];
    const ran = executions.some((execution) => isSame(execution, plan.wanted));
    const after = JSON.stringify(withdrawn(readRecord(before), ran));
    if (before !== after)
      await starting.jobs.update(
        target.name,
        { ...state, annotations: { ...state.annotations, [SCHEMA_ANNOTATION]: after } },
        false,
      );
  });
}

/** Repeats `work`, which reads before it writes, as long as its write is overtaken, lost or put off. */
export async function persist<T>(
  { clock, signal, log }: Pick<Starting, 'clock' | 'signal' | 'log'>,
  resource: string,
  work: () => Promise<T>,
): Promise<T> {
  return await retry(work, {
    clock,
    signal,
    resource,
    until: clock.now() + DEADLINE,
    mayPass: (error) =>
      isTransient(error) || (error instanceof CloudError && (error.status === 409 || error.status > 500)),
    onRetry: ({ message }) => log.debug(`${resource}: ${message}; looking again`),
  });
}

const quota = (cause: CloudError): OutcomeError =>
  new OutcomeError(
    `Cloud Run did not start the migration: too many executions run in this project and region (429: ${cause.message}). Wait for them, or request more quota.`,
    { cause },
  );
