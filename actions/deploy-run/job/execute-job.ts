/** Runs a Cloud Run job, and waits for its end. */
import { executionFilter } from '../../../src/google/logging.ts';
import type { ExecutionState, Executions } from '../../../src/google/run/executions.ts';
import type { ContainerOverride, Jobs } from '../../../src/google/run/jobs.ts';
import type { Job } from '../../../src/google/run/resources.ts';
import { CloudError, OutcomeError, TimedOutError } from '../../../src/runtime/errors.ts';
import { poll } from '../../../src/runtime/retry.ts';
import { code, md, plain } from '../../../src/runtime/summary.ts';
import { describeTimeout } from '../../../src/runtime/time-limit.ts';
import type { StepContext } from '../service/step-context.ts';
import { executionsOf, howToCancel, jobsOf, noteEnded, startNoted, warnOfStart } from './running-executions.ts';

/** Clients for jobs and executions. */
export function jobClients({ clients: { cloud }, context, signal }: StepContext): {
  jobs: Jobs;
  executions: Executions;
} {
  return { jobs: jobsOf(cloud), executions: executionsOf(cloud, { clock: context.clock, signal }) };
}

export interface ExecuteOptions {
  readonly overrides?: readonly ContainerOverride[];
  /** The execution continues where the step stops waiting for it. Otherwise the end of the step cancels it. */
  readonly continues?: boolean;
}

/** Runs the job and waits for its end. Throws `OutcomeError` unless all tasks succeed before the step's time is over. */
export async function executeJob(
  name: string,
  step: StepContext,
  { overrides = [], continues = false }: ExecuteOptions = {},
): Promise<void> {
  const { context } = step;
  const { executions } = jobClients(step);
  const { clock, signal } = context;
  const start = () => startJob(name, overrides, step);
  const execution = await (continues ? start() : startNoted(step, name, start));
  context.log.info(`Running ${execution}.`);
  const look = async () => {
    const found = await executions.get(execution);
    if (!found) throw new OutcomeError(`The execution ${execution} was deleted.`);
    return found.ended ? found : undefined;
  };
  let ended: ExecutionState;
  try {
    // The signal ends it: it aborts when the step's time is over.
    ended = await poll(look, { clock, signal, first: 300 });
  } catch (error) {
    if (continues && !(error instanceof OutcomeError))
      context.log.warning(`The execution ${execution} is still running. ${howToCancel(execution)}`);
    if (!(signal.reason instanceof TimedOutError)) throw error;
    throw new OutcomeError(
      `The execution ${execution} timed out after ${describeTimeout(context)}.${continues ? ' It is still running.' : ''}`,
    );
  }
  if (!continues) noteEnded(step, execution);
  await reportExecution(execution, ended, step);
}

async function startJob(name: string, overrides: readonly ContainerOverride[], step: StepContext): Promise<string> {
  try {
    return await jobClients(step).jobs.run(name, undefined, overrides);
  } catch (error) {
    if (!wasRefused(error)) warnOfStart(name, step.context.log);
    throw error;
  }
}

/** Whether the response says that nothing was started. */
const wasRefused = (error: unknown): boolean =>
  error instanceof CloudError && error.status >= 400 && error.status < 500 && error.status !== 408;

async function reportExecution(name: string, execution: ExecutionState, { clients, context }: StepContext) {
  const { taskCount, succeeded, failed, cancelled, completed } = execution;
  const id = name.split('/').at(-1) ?? '';
  const counts = `${succeeded} of ${taskCount} tasks succeeded, ${failed} failed, ${cancelled} were cancelled`;
  context.summary.paragraph(md`${code(id)}: ${plain(counts)}.`);
  const good = succeeded === taskCount && failed === 0 && cancelled === 0;
  if (good && completed?.state === 'CONDITION_SUCCEEDED') return context.log.info(`${counts}.`);
  const lines = await clients.logs.tail(executionFilter(name), 20).catch(() => []);
  if (lines.length > 0)
    await context.log.group(`The last log lines of ${id}`, async () =>
      context.log.output(lines.map(({ text }) => text).join('\n')),
    );
  // Without lines, because of a missing role or because they arrive later, the link leads to them.
  const logs = lines.length === 0 && execution.logUri ? `Its log: ${execution.logUri}` : '';
  const sentences = [`The execution ${id} failed: ${counts}.`, completed?.message ?? '', logs];
  throw new OutcomeError(sentences.filter(Boolean).join(' '));
}

/** The variables in each container of a job that runs as it is. */
export function overridesOf(job: Job | undefined, variables: ReadonlyMap<string, string>): ContainerOverride[] {
  const env = [...variables].map(([name, value]) => ({ name, value }));
  const containers = job?.template?.template?.containers ?? [{}];
  return env.length === 0 ? [] : containers.map((container) => ({ container: container.name, env }));
}
