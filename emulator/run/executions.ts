/** Executions of jobs: tasks with their attempts, retries, timeout and cancellation. */
import type { Principal } from '../core.ts';
import { type ApiRequest, type Route, route } from '../http.ts';
import { etag, uuid } from '../ids.ts';
import { condition, type Failure, logsUrl } from './conditions.ts';
import { type Context, emailOf, now, projectNumber } from './context.ts';
import { defaultServiceAccount } from './defaults.ts';
import type { Exit } from './driver.ts';
import type { JobRecord, Jobs } from './jobs.ts';
import { wantsNumbers } from './operations.ts';
import { checkEtag, failedPrecondition, onlyQuery, page } from './requests.ts';
import { doesNotExist, locationOf, parentOf } from './resource-names.ts';
import { seconds } from './rules.ts';
import { prepare, StartFailure, start, type Workload } from './runtime.ts';
import type { Condition, Execution, Job, Task } from './types.ts';

export interface ExecutionRecord {
  readonly id: string;
  readonly doc: Execution;
  readonly tasks: Task[];
  /** Resolves when the execution is over: to why it failed, or nothing (a cancelled one is no error of the operation). */
  readonly finished: Promise<Failure | undefined>;
  cancel(): void;
}

type Outcome =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure };

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
  const cancelled = Promise.withResolvers<void>();
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
      cancelled.resolve();
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
    await Promise.race([context.core.clock.sleep(readyDelayMs), cancelled.promise]);
    set(condition('ResourcesAvailable', 'CONDITION_SUCCEEDED', now(context)));
    set(condition('Started', 'CONDITION_SUCCEEDED', now(context)));
    doc.startTime = now(context);
    const waiting = [...tasks];
    const outcomes: Outcome[] = [];
    const worker = async () => {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        doc.runningCount = (doc.runningCount ?? 0) + 1;
        const outcome = await runTask(task);
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

  async function runTask(task: Task): Promise<Outcome> {
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
      const result = await runAttempt(task, attempt, timeoutMs);
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
    task: Task,
    attempt: number,
    timeoutMs: number,
  ): Promise<{ exit: Exit; timedOut: boolean } | { failure: Failure } | 'cancelled'> {
    const index = task.index ?? 0;
    const workload: Workload = {
      project,
      location,
      id: `${id}-${index}`,
      containers: doc.template.containers ?? [],
      volumes: doc.template.volumes ?? [],
      serviceAccount: doc.template.serviceAccount ?? defaultServiceAccount(projectNumber(context, project)),
      env: {
        CLOUD_RUN_JOB: job.id,
        CLOUD_RUN_EXECUTION: id,
        CLOUD_RUN_TASK_INDEX: String(index),
        CLOUD_RUN_TASK_ATTEMPT: String(attempt),
        CLOUD_RUN_TASK_COUNT: String(taskCount),
      },
      takesRequests: false,
      resource,
      logLabels: {
        ...logLabels,
        'run.googleapis.com/task_index': String(index),
        'run.googleapis.com/task_attempt': String(attempt),
      },
    };
    let timedOut = false;
    let stopped = false;
    const stop = cancelled.promise.then(() => {
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
}

export async function removeExecution(job: JobRecord, execution: ExecutionRecord): Promise<void> {
  job.executions.delete(execution.id);
  execution.cancel();
  await execution.finished;
}

function newTask(context: Context, { name, job, template }: Execution, execution: string, index: number): Task {
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

export function executionRoutes(context: Context, jobs: Jobs): Route[] {
  const { core, schema, operations } = context;
  const base = '/v2/projects/{project}/locations/{location}/jobs/{id}/executions';
  const one = `${base}/{execution}`;
  const jobName = ({ params }: ApiRequest) => `${parentOf(locationOf(core, params))}/jobs/${params.id}`;
  const find = (request: ApiRequest, permission: string) => {
    const name = `${jobName(request)}/executions/${request.params.execution}`;
    core.access.check(request.principal, `run.${permission}`, name);
    const job = jobs.get(jobName(request));
    const execution = job?.executions.get(request.params.execution ?? '');
    if (!job || !execution) throw doesNotExist('EXECUTION', name);
    return { job, execution };
  };
  const numbers = (request: ApiRequest) => wantsNumbers(request.query);
  return [
    route('GET', base, (request) => {
      onlyQuery(request, 'pageSize', 'pageToken', 'showDeleted');
      core.access.check(request.principal, 'run.executions.list', jobName(request));
      const job = jobs.get(jobName(request));
      if (!job) throw doesNotExist('JOB', jobName(request));
      const { items, ...token } = page(request, [...job.executions.values()].reverse());
      const docs = items.map(({ doc }) => schema.render('Execution', doc, numbers(request)));
      return { body: { ...(docs.length > 0 && { executions: docs }), ...token } };
    }),
    route('GET', one, (request) => {
      onlyQuery(request);
      return { body: schema.render('Execution', find(request, 'executions.get').execution.doc, numbers(request)) };
    }),
    route('DELETE', one, (request) => {
      onlyQuery(request, 'validateOnly', 'etag');
      const { job, execution } = find(request, 'executions.delete');
      checkEtag(request.query.get('etag') ?? undefined, execution.doc.etag, execution.id);
      const operation = operations.start(
        'executions.delete',
        'Execution',
        job.name,
        () => execution.doc,
        async () => {
          await removeExecution(job, execution);
          return undefined;
        },
      );
      return { body: operations.render(operation, numbers(request)) };
    }),
    route('POST', `${one}:cancel`, async (request) => {
      onlyQuery(request);
      const { etag: given } = schema.parse(
        'CancelExecutionRequest',
        await request.json(),
        'cancel_execution_request',
      ) as { etag?: string };
      const { job, execution } = find(request, 'executions.cancel');
      checkEtag(given, execution.doc.etag, execution.id);
      if (execution.doc.completionTime !== undefined)
        throw failedPrecondition(`Execution '${execution.id}' is already completed and cannot be cancelled.`);
      execution.cancel();
      const operation = operations.start(
        'executions.cancel',
        'Execution',
        job.name,
        () => execution.doc,
        async () => {
          await execution.finished;
          return undefined;
        },
      );
      return { body: operations.render(operation, numbers(request)) };
    }),
    route('GET', `${one}/tasks`, (request) => {
      onlyQuery(request, 'pageSize', 'pageToken', 'showDeleted');
      const { execution } = find(request, 'tasks.list');
      const { items, ...token } = page(request, execution.tasks);
      return { body: { tasks: items.map((task) => schema.render('Task', task, numbers(request))), ...token } };
    }),
    route('GET', `${one}/tasks/{task}`, (request) => {
      onlyQuery(request);
      const { execution } = find(request, 'tasks.get');
      const task = execution.tasks.find(({ name }) => name?.endsWith(`/${request.params.task}`));
      if (!task) throw doesNotExist('TASK', `${execution.doc.name}/tasks/${request.params.task}`);
      return { body: schema.render('Task', task, numbers(request)) };
    }),
  ];
}
