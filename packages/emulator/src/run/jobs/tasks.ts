/** Tasks of an execution: attempts, retries, timeout, cancellation. */
import { etag, uuid } from '../../core/ids.ts';
import { condition, type Failure } from '../conditions.ts';
import { type Context, now, projectNumber } from '../context.ts';
import type { Exit } from '../drivers/driver.ts';
import { prepare, StartFailure, start, type Workload } from '../instances/runtime.ts';
import type { Location } from '../requests/resource-names.ts';
import { defaultServiceAccount } from '../rules/defaults.ts';
import { seconds } from '../rules/rules.ts';
import type { Execution, Task } from '../types.ts';

/** State that the tasks of an execution share. */
export interface TaskSetting extends Location {
  readonly job: string;
  /** Short name of the execution. */
  readonly id: string;
  readonly doc: Execution;
  readonly resource: Workload['resource'];
  readonly logLabels: Readonly<Record<string, string>>;
  readonly cancelled: Promise<void>;
}

export type Outcome =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Runs a task to completion, with as many attempts as its template allows. */
export async function runTask(context: Context, setting: TaskSetting, task: Task): Promise<Outcome> {
  const { doc, id } = setting;
  const maxRetries = doc.template.maxRetries ?? 3;
  const timeoutMs = (seconds(doc.template.timeout) ?? 600) * context.settings.secondMs;
  task.startTime = now(context);
  const finish = (outcome: Outcome): Outcome => {
    const end = now(context);
    task.completionTime = end;
    delete task.reconciling;
    const failure =
      outcome.kind === 'failed'
        ? outcome.failure
        : outcome.kind === 'cancelled'
          ? { code: 1, message: 'Task was cancelled.', executionReason: 'CANCELLED' }
          : undefined;
    task.conditions = [
      condition('Completed', failure ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', end, failure),
      condition('Started', 'CONDITION_SUCCEEDED', end),
    ];
    return outcome;
  };
  for (let attempt = 0; ; attempt++) {
    if (attempt > 0) task.retried = attempt;
    const result = await runAttempt(context, setting, task, attempt, timeoutMs);
    if (result === 'cancelled') return finish({ kind: 'cancelled' });
    if ('failure' in result) return finish({ kind: 'failed', failure: result.failure });
    const { exit, timedOut } = result;
    const ok = exit.code === 0 && exit.signal === undefined && !timedOut;
    const message = timedOut ? 'The configured timeout was reached.' : 'The container exited with an error.';
    task.lastAttemptResult = {
      status: ok ? {} : { code: timedOut ? 4 : 2, message },
      ...(exit.signal !== undefined ? { termSignal: exit.signal } : exit.code !== 0 && { exitCode: exit.code }),
    };
    task.etag = etag();
    if (ok) return finish({ kind: 'succeeded' });
    if (attempt >= maxRetries) {
      return finish({
        kind: 'failed',
        failure: {
          code: 9,
          ...(timedOut ? { reason: 'PROGRESS_DEADLINE_EXCEEDED' } : { executionReason: 'NON_ZERO_EXIT_CODE' }),
          message: `Task ${id}-task${task.index ?? 0} failed with message: ${message}`,
        },
      });
    }
  }
}

async function runAttempt(
  context: Context,
  setting: TaskSetting,
  task: Task,
  attempt: number,
  timeoutMs: number,
): Promise<{ exit: Exit; timedOut: boolean } | { failure: Failure } | 'cancelled'> {
  const workload = workloadOf(context, setting, task.index ?? 0, attempt);
  let timedOut = false;
  let stopped = false;
  const stop = setting.cancelled.then(() => {
    stopped = true;
    return 'cancelled' as const;
  });
  try {
    const spec = await Promise.race([prepare(context, workload), stop]);
    if (spec === 'cancelled') return 'cancelled';
    const instance = await start(context, workload, spec);
    const timeout = AbortSignal.timeout(Math.min(timeoutMs, 2 ** 31 - 1));
    const expired = new Promise<'expired'>((resolve) => timeout.addEventListener('abort', () => resolve('expired')));
    const first = await Promise.race([instance.exited, stop, expired]);
    timedOut = first === 'expired';
    await instance.stop();
    if (stopped) return 'cancelled';
    return { exit: await instance.exited, timedOut };
  } catch (error) {
    if (stopped) return 'cancelled';
    if (!(error instanceof StartFailure)) throw error;
    return { failure: error.failure };
  }
}

function workloadOf(context: Context, setting: TaskSetting, index: number, attempt: number): Workload {
  const { project, location, id, job, doc, resource, logLabels } = setting;
  const { containers = [], volumes = [], serviceAccount } = doc.template;
  return {
    project,
    location,
    id: `${id}-${index}`,
    containers,
    volumes,
    serviceAccount: serviceAccount ?? defaultServiceAccount(projectNumber(context, project)),
    env: {
      CLOUD_RUN_JOB: job,
      CLOUD_RUN_EXECUTION: id,
      CLOUD_RUN_TASK_INDEX: String(index),
      CLOUD_RUN_TASK_ATTEMPT: String(attempt),
      CLOUD_RUN_TASK_COUNT: String(doc.taskCount),
    },
    takesRequests: false,
    resource,
    logLabels: {
      ...logLabels,
      'run.googleapis.com/task_index': String(index),
      'run.googleapis.com/task_attempt': String(attempt),
    },
  };
}

/** A task that waits because of the parallelism. */
export function newTask(context: Context, { name, job, template }: Execution, execution: string, index: number): Task {
  const at = now(context);
  return {
    name: `${name}/tasks/${execution}-task${index}`,
    uid: uuid(),
    generation: '1',
    createTime: at,
    scheduledTime: at,
    updateTime: at,
    job,
    execution,
    ...template,
    reconciling: true,
    conditions: [condition('Completed', 'CONDITION_RECONCILING', at), condition('Started', 'CONDITION_PENDING', at)],
    ...(index > 0 && { index }),
    etag: etag(),
  };
}
