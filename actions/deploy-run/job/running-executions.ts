/**
 * The executions of a release that the step started and that have not ended: the step's end cancels them, because a job that checks a
 * release must not continue beside the next run of it. `post` does so if `main` was killed. Traffic is restored or recorded first.
 */
import { createExecutions, type Executions, isExecutionName, isJobName } from '../../../src/google/run/executions.ts';
import { createJobs, type Jobs } from '../../../src/google/run/jobs.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import type { DeployInputs } from '../plan/request.ts';
import { extraTime } from '../service/clients.ts';
import type { StepContext } from '../service/step-context.ts';
import { readLeft } from './left-state.ts';

/** Name of the state that `main` saves for `post`: full names of executions, and of jobs whose start got no response yet. */
export const EXECUTIONS_STATE = 'executions';

export const jobsOf = ({ http, endpoints }: Cloud): Jobs => createJobs(http, endpoints.run);

export const executionsOf = (
  { http, auth, endpoints }: Cloud,
  waiting: { readonly clock: Clock; readonly signal: AbortSignal },
): Executions => createExecutions(http, { ...waiting, auth }, endpoints.run);

/** Starts an execution that the end of the step cancels, and returns its full name. If `main` is killed meanwhile, `post` knows the job. */
export async function startNoted(step: StepContext, job: string, start: () => Promise<string>): Promise<string> {
  const { runningExecutions } = step;
  runningExecutions.add(job);
  save(step);
  try {
    const execution = await start();
    runningExecutions.add(execution);
    return execution;
  } finally {
    runningExecutions.delete(job);
    save(step);
  }
}

export function noteEnded(step: StepContext, execution: string): void {
  step.runningExecutions.delete(execution);
  save(step);
}

const save = ({ context, runningExecutions }: StepContext): void =>
  context.saveState(EXECUTIONS_STATE, runningExecutions.size > 0 ? [...runningExecutions] : '');

/** Cancels what is still running. Failures are logged, and nothing is thrown. */
export async function cancelRunning(step: StepContext): Promise<void> {
  const { context, inputs, runningExecutions } = step;
  if (runningExecutions.size === 0) return;
  if (await cancelAll([...runningExecutions], context, inputs)) context.saveState(EXECUTIONS_STATE, '');
}

/** `post`: cancels what `main` left running. */
export async function cancelLeft(inputs: DeployInputs, context: Context): Promise<void> {
  const names = readLeft(context, EXECUTIONS_STATE, areNames);
  if (names) await cancelAll(names, context, inputs);
}

const areNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => isJobName(name) || isExecutionName(name));

/** Whether none is left. */
async function cancelAll(names: readonly string[], context: Context, inputs: DeployInputs): Promise<boolean> {
  const own = extraTime(context, inputs, 'Cancelling the jobs');
  const executions = executionsOf(own.clients.cloud, own.context);
  const results = await Promise.all(
    names.map(async (name) => {
      if (!name.includes('/executions/')) {
        warnOfStart(name, context.log);
        return true;
      }
      try {
        await executions.cancel(name);
        context.log.warning(`The execution ${name} is being cancelled.`);
        return true;
      } catch (error) {
        // It has ended, or was cancelled before: https://cloud.google.com/run/docs/execute/jobs#cancel
        if (error instanceof CloudError && (error.status === 404 || error.code === 'FAILED_PRECONDITION')) return true;
        const why = error instanceof CloudError ? describeCloudError(error) : (error as Error).message;
        context.log.warning(
          `The execution ${name} could not be cancelled and may still be running: ${why} ${howToCancel(name)}`,
        );
        return false;
      }
    }),
  );
  return results.every(Boolean);
}

/** The request that starts an execution of the job (full name) may have arrived; which execution it started is unknown. */
export function warnOfStart(name: string, log: Log): void {
  const [, project = '', , region = '', , job = ''] = name.split('/');
  log.warning(
    `An execution of the job ${job} in ${region} may be running: the request that starts it got no response. List its executions with: gcloud run jobs executions list --job ${job} --region ${region} --project ${project}`,
  );
}

/** `name` is the full name. */
export function howToCancel(name: string): string {
  const [, project = '', , region = '', , , , id = ''] = name.split('/');
  return `Cancel it with: gcloud run jobs executions cancel ${id} --region ${region} --project ${project}`;
}
