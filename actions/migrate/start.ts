/**
 * Brings the job to its plan and starts an execution, each write fenced by the etag that was read. Whatever comes between
 * (another run, a lost answer) is seen on the next reading, and decided anew: so nothing starts twice.
 */

import type { Clock } from '../../src/clock.ts';
import type { Executions } from '../../src/cloud-run/executions.ts';
import type { JobState, Jobs } from '../../src/cloud-run/jobs.ts';
import type { Job } from '../../src/cloud-run/resources.ts';
import { CloudError, OutcomeError } from '../../src/errors.ts';
import { backoff } from '../../src/http.ts';
import type { Log } from '../../src/log.ts';
import { readRecord, SCHEMA_ANNOTATION, type SchemaRecord } from '../../src/schema-record.ts';
import { PLAN_ANNOTATION } from './job-plan.ts';
import { type Decision, decide, type Wanted } from './once.ts';

export interface Starting {
  readonly jobs: Jobs;
  readonly executions: Executions;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: Log;
}

export interface Target {
  /** Full name of the job. */
  readonly name: string;
  readonly job: Job;
  readonly wanted: Wanted;
}

/** Milliseconds in which a write may be overtaken or refused before it is given up. */
const DEADLINE = 120_000;
/** How often the job is brought to its plan before that is given up. */
const ROUNDS = 10;

export interface Assessment {
  readonly state: JobState | undefined;
  readonly decision: Decision;
}

/**
 * Reads the job and then its executions, and decides. In this order: an execution that starts after the listing has changed the
 * job's etag, so a start with the etag that was read is refused.
 */
export async function assess({ jobs, executions }: Starting, { name, wanted }: Target): Promise<Assessment> {
  const state = await jobs.get(name);
  return { state, decision: decide(state ? await executions.list(name) : [], wanted) };
}

const isPlanned = (state: JobState, job: Job): boolean =>
  state.annotations[PLAN_ANNOTATION] === job.annotations?.[PLAN_ANNOTATION];

/** Writes the job with the schema record `record`. */
async function write({ jobs }: Starting, { name, job }: Target, state: JobState | undefined, record: string) {
  const planned = { ...job, annotations: { ...job.annotations, [SCHEMA_ANNOTATION]: record } };
  if (state) await jobs.update(name, { ...planned, etag: state.etag }, false);
  else await jobs.create(name, planned, false);
}

async function untilReady({ jobs, clock, signal }: Starting, name: string): Promise<void> {
  const end = clock.now() + DEADLINE;
  for (let tries = 0; ; tries++) {
    const state = await jobs.get(name);
    if (state && !state.reconciling) return;
    if (clock.now() > end)
      throw new OutcomeError(`The job ${name} was written and did not become ready in ${DEADLINE / 1000} s.`);
    await clock.sleep(Math.min(2000, 100 * 2 ** tries), signal);
  }
}

export type Start =
  /** Ours, started now or found. */
  | { readonly execution: string; readonly started: boolean }
  /** Another that has to end first. */
  | { readonly other: string };

/**
 * Brings the job to its plan and starts an execution with `args` in place of the planned ones, unless one of ours is there
 * or another runs. `record` changes the schema record that goes with it; what it has changed, it leaves as it is.
 */
export async function startOnce(
  starting: Starting,
  target: Target,
  args: readonly string[] | undefined,
  record: (before: SchemaRecord) => SchemaRecord,
): Promise<Start> {
  const { name, job } = target;
  return await persist(starting, `job ${name}`, async () => {
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const { state, decision } = await assess(starting, target);
      if (decision.kind === 'wait') return { other: decision.execution.name };
      if (decision.kind === 'resume' || (decision.kind === 'applied' && !args))
        return { execution: decision.execution.name, started: false };
      const before = state?.annotations[SCHEMA_ANNOTATION];
      const after = JSON.stringify(record(readRecord(before)));
      const planned = state && isPlanned(state, job) && before === after;
      if (planned && !state.reconciling) {
        if (state.problem) throw new OutcomeError(`The job ${name} cannot run: ${state.problem}`);
        return { execution: await starting.jobs.run(name, state.etag, args), started: true };
      }
      if (!planned) await write(starting, target, state, after);
      await untilReady(starting, name);
    }
    throw new OutcomeError(`Other runs write the job ${name} again and again. Run this step again later.`);
  });
}

/** Repeats `work`, which reads before it writes, as long as its write is overtaken, lost or put off. */
export async function persist<T>(
  { clock, signal, log }: Pick<Starting, 'clock' | 'signal' | 'log'>,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  const end = clock.now() + DEADLINE;
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CloudError) || !passing(error)) throw error;
      const pause = backoff(tries);
      if (clock.now() + pause > end) throw error.status === 429 ? quota(error) : error;
      log.debug(`${what}: ${error.status} ${error.code ?? ''}: ${error.message}; looking again`);
      await clock.sleep(pause, signal);
    }
  }
}

/** Overtaken (409), put off (429), or lost: the next reading tells which. */
const passing = ({ status }: CloudError): boolean => status === 0 || status === 409 || status === 429 || status >= 500;

const quota = (cause: CloudError): OutcomeError =>
  new OutcomeError(
    `Cloud Run did not start the migration: too many executions run in this project and region (429: ${cause.message}). Wait for them, or ask for more quota.`,
    { cause },
  );
