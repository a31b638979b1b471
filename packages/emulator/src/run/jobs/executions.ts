/** Executions of jobs: their tasks in parallel, counts and conditions, cancellation. */
import type { Principal } from '../../core/core.ts';
import { etag, uuid } from '../../core/ids.ts';
import { condition, type Failure, logsUrl } from '../conditions.ts';
import { type Context, emailOf, now } from '../context.ts';
import type { Condition, Execution, Job } from '../types.ts';
import type { ExecutionRecord, JobRecord } from './records.ts';
import { newTask, type Outcome, runTask } from './tasks.ts';

/** Starts an execution, which its job shows immediately. */
export function createExecution(
  context: Context,
  job: JobRecord,
  principal: Principal | undefined,
  { id, template }: { id: string; template: NonNullable<Job['template']> },
): ExecutionRecord {
  const at = now(context);
  const { project, location } = job;
  const name = `${job.name}/executions/${id}`;
  const taskCount = template.taskCount ?? 1;
  const logLabels = { 'run.googleapis.com/execution_name': id };
  const resource = { type: 'cloud_run_job', labels: { project_id: project, location, job_name: job.id } };
  const doc: Execution = {
    name,
    uid: uuid(),
    creator: emailOf(principal),
    generation: '1',
    ...(template.labels && { labels: template.labels }),
    ...(template.annotations && { annotations: template.annotations }),
    createTime: at,
    updateTime: at,
    launchStage: job.doc.launchStage ?? 'GA',
    job: job.id,
    parallelism: template.parallelism || taskCount,
    taskCount,
    template: template.template ?? {},
    reconciling: true,
    conditions: [
      condition('Completed', 'CONDITION_RECONCILING', at),
      condition('ResourcesAvailable', 'CONDITION_PENDING', at),
      condition('Started', 'CONDITION_PENDING', at),
    ],
    logUri: logsUrl(project, resource.type, { ...resource.labels, ...logLabels }),
    etag: etag(),
  };
  const tasks = Array.from({ length: taskCount }, (_, index) => newTask(context, doc, id, index));
  const { promise: cancelled, resolve: cancel } = Promise.withResolvers<void>();
  const setting = { project, location, job: job.id, id, doc, resource, logLabels, cancelled };
  let over = false;
  const record: ExecutionRecord = {
    id,
    doc,
    tasks,
    finished: run().finally(() => {
      over = true;
    }),
    cancel: () => {
      if (over) return;
      set(
        condition('Completed', 'CONDITION_RECONCILING', now(context), {
          code: 1,
          message: 'Cancelling execution.',
          executionReason: 'CANCELLING',
        }),
      );
      cancel();
    },
  };
  job.executions.set(id, record);
  job.doc = { ...job.doc, executionCount: (job.doc.executionCount ?? 0) + 1 };
  refer('EXECUTION_RUNNING');
  return record;

  function set(next: Condition): void {
    doc.conditions = doc.conditions?.map((one) => (one.type === next.type ? next : one)) ?? [];
    doc.updateTime = now(context);
    doc.etag = etag();
  }

  /** Shows the execution in its job, which changes the job's etag. */
  function refer(completionStatus: string): void {
    const reference = job.doc.latestCreatedExecution;
    if (reference && reference.name !== name && completionStatus !== 'EXECUTION_RUNNING') return;
    job.doc = {
      ...job.doc,
      latestCreatedExecution: {
        name,
        createTime: at,
        ...(doc.completionTime !== undefined && { completionTime: doc.completionTime }),
        completionStatus,
      },
      etag: etag(),
    };
  }

  async function run(): Promise<Failure | undefined> {
    const { readyDelayMs } = context.settings;
    await Promise.race([context.core.clock.sleep(readyDelayMs), cancelled]);
    set(condition('ResourcesAvailable', 'CONDITION_SUCCEEDED', now(context)));
    set(condition('Started', 'CONDITION_SUCCEEDED', now(context)));
    doc.startTime = now(context);
    const waiting = [...tasks];
    const outcomes: Outcome[] = [];
    const worker = async () => {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        doc.runningCount = (doc.runningCount ?? 0) + 1;
        const outcome = await runTask(context, setting, task);
        doc.runningCount--;
        const count = ({ succeeded: 'succeededCount', failed: 'failedCount', cancelled: 'cancelledCount' } as const)[
          outcome.kind
        ];
        doc[count] = (doc[count] ?? 0) + 1;
        if (task.retried) doc.retriedCount = (doc.retriedCount ?? 0) + 1;
        doc.etag = etag();
        outcomes.push(outcome);
      }
    };
    await Promise.all(Array.from({ length: Math.min(doc.parallelism ?? 1, taskCount) }, worker));
    delete doc.reconciling;
    delete doc.runningCount;
    doc.observedGeneration = '1';
    const end = now(context);
    doc.completionTime = end;
    const failed = outcomes.find((outcome) => outcome.kind === 'failed');
    const wasCancelled = outcomes.some(({ kind }) => kind === 'cancelled');
    if (wasCancelled)
      set(
        condition('Completed', 'CONDITION_FAILED', end, {
          code: 1,
          message: 'Execution was cancelled.',
          executionReason: 'CANCELLED',
        }),
      );
    else if (failed?.kind === 'failed') set(condition('Completed', 'CONDITION_FAILED', end, failed.failure));
    else set(condition('Completed', 'CONDITION_SUCCEEDED', end));
    refer(wasCancelled ? 'EXECUTION_CANCELLED' : failed ? 'EXECUTION_FAILED' : 'EXECUTION_SUCCEEDED');
    return wasCancelled || failed?.kind !== 'failed' ? undefined : failed.failure;
  }
}

/** Cancels an execution and deletes it. */
export async function removeExecution(job: JobRecord, execution: ExecutionRecord): Promise<void> {
  job.executions.delete(execution.id);
  execution.cancel();
  await execution.finished;
}
