/**
 * Executions of Cloud Run jobs, through the official client
 * (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs.executions).
 */
import type { protos } from '@google-cloud/run';
import { CloudError } from '../errors.ts';
import { type Caller, called, clientOptions, once } from './clients.ts';

/** What we read of an execution. */
export interface ExecutionState {
  /** `projects/P/locations/L/jobs/J/executions/E`. */
  readonly name: string;
  readonly etag: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Arguments of its first container, overrides included. */
  readonly args: readonly string[];
  readonly taskCount: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly running: number;
  /** True once it has a completion time. */
  readonly ended: boolean;
  readonly deleted: boolean;
  readonly logUri: string | undefined;
  /** The condition `Completed`, if it is there. */
  readonly completed: ConditionState | undefined;
  readonly conditions: readonly ConditionState[];
}

export interface ConditionState {
  readonly type: string;
  /** `CONDITION_SUCCEEDED`, `CONDITION_FAILED`, … */
  readonly state: string;
  readonly message: string;
  /** Of whichever kind of reason the server gave, for instance `NON_ZERO_EXIT_CODE`. */
  readonly reason: string;
}

/** How the last attempt of a task ended. */
export interface TaskResult {
  readonly exitCode: number;
  /** Signal number, 0 if none. */
  readonly signal: number;
  readonly message: string;
}

export interface Executions {
  get(name: string): Promise<ExecutionState | undefined>;
  /** Newest first, of one job (full name). */
  list(job: string): Promise<ExecutionState[]>;
  cancel(name: string): Promise<void>;
  /** The tasks that have ended with a result. */
  taskResults(name: string): Promise<TaskResult[]>;
}

export async function createExecutions(caller: Caller, endpoint: string): Promise<Executions> {
  const options = await clientOptions(caller.auth, endpoint);
  const client = new (await import('@google-cloud/run/build/src/v2/executions_client.js')).ExecutionsClient(options);
  const facts = (name: string, permission: string) => ({
    resource: `execution ${name}`,
    permission,
    role: 'roles/run.developer',
  });
  return {
    async get(name) {
      try {
        const [execution] = await called(caller, { ...facts(name, 'run.executions.get'), reads: true }, () =>
          client.getExecution({ name }, once()),
        );
        return toState(execution);
      } catch (error) {
        if (error instanceof CloudError && error.status === 404) return undefined;
        throw error;
      }
    },
    async list(job) {
      const [executions] = await called(caller, { ...facts(job, 'run.executions.list'), reads: true }, () =>
        client.listExecutions({ parent: job, pageSize: 100 }, { ...once(), maxResults: 100, autoPaginate: false }),
      );
      return executions.map(toState);
    },
    async cancel(name) {
      await called(caller, facts(name, 'run.executions.cancel'), () => client.cancelExecution({ name }, once()));
    },
    async taskResults(name) {
      const tasks = new (await import('@google-cloud/run/build/src/v2/tasks_client.js')).TasksClient(options);
      const [found] = await called(caller, { ...facts(name, 'run.tasks.list'), reads: true }, () =>
        tasks.listTasks({ parent: name, pageSize: 100 }, { ...once(), autoPaginate: false }),
      );
      return found.flatMap(({ lastAttemptResult: result }) =>
        result
          ? [{ exitCode: result.exitCode ?? 0, signal: result.termSignal ?? 0, message: result.status?.message ?? '' }]
          : [],
      );
    },
  };
}

function toState(execution: protos.google.cloud.run.v2.IExecution): ExecutionState {
  const conditions = (execution.conditions ?? []).map(toCondition);
  return {
    name: execution.name ?? '',
    etag: execution.etag ?? '',
    labels: execution.labels ?? {},
    annotations: execution.annotations ?? {},
    args: execution.template?.containers?.[0]?.args ?? [],
    taskCount: execution.taskCount ?? 0,
    succeeded: execution.succeededCount ?? 0,
    failed: execution.failedCount ?? 0,
    cancelled: execution.cancelledCount ?? 0,
    running: execution.runningCount ?? 0,
    ended: Boolean(execution.completionTime),
    deleted: Boolean(execution.deleteTime),
    logUri: execution.logUri || undefined,
    completed: conditions.find((condition) => condition.type === 'Completed'),
    conditions,
  };
}

function toCondition(condition: protos.google.cloud.run.v2.ICondition): ConditionState {
  // The three kinds of reason are one field of which one member is set; the client gives the others as undefined.
  const reason = condition.executionReason ?? condition.reason ?? condition.revisionReason ?? '';
  return {
    type: condition.type ?? '',
    state: String(condition.state ?? ''),
    message: condition.message ?? '',
    reason: String(reason),
  };
}
