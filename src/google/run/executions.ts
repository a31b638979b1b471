/**
 * Executions of Cloud Run jobs over the REST API
 * (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs.executions). Their templates come as the
 * server's own JSON, so that two that differ in a field unknown to us are not taken for the same.
 */
import { absent } from '../errors/not-found.ts';
import type { HttpClient } from '../http/client.ts';
import type { Condition, Execution, TaskTemplate } from './resources.ts';

/** What we read of an execution. */
export interface ExecutionState {
  /** `projects/P/locations/L/jobs/J/executions/E`. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** What it runs, overrides included. */
  readonly template: TaskTemplate;
  /** RFC 3339. */
  readonly createTime: string;
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

/** `endpoint` is the base URL of Cloud Run. */
export function createExecutions(http: HttpClient, endpoint: string): Executions {
  const call = (method: 'GET' | 'POST', path: string, name: string, permission: string) => ({
    method,
    url: `${endpoint}/v2/${path}`,
    resource: `execution ${name}`,
    permission,
    role: 'roles/run.developer',
  });
  return {
    async get(name) {
      const found = await absent(http.json<Execution>(call('GET', name, name, 'run.executions.get')));
      return found && toState(found);
    },
    async list(job) {
      const path = `${job}/executions?pageSize=100`;
      const { executions = [] } = await http.json<{ executions?: Execution[] }>(
        call('GET', path, job, 'run.executions.list'),
      );
      return executions.map(toState);
    },
    async cancel(name) {
      await http.json({ ...call('POST', `${name}:cancel`, name, 'run.executions.cancel'), json: {} });
    },
    async taskResults(name) {
      const path = `${name}/tasks?pageSize=100`;
      const { tasks = [] } = await http.json<{ tasks?: Task[] }>(call('GET', path, name, 'run.tasks.list'));
      return tasks.flatMap(({ lastAttemptResult: result }) =>
        result
          ? [{ exitCode: result.exitCode ?? 0, signal: result.termSignal ?? 0, message: result.status?.message ?? '' }]
          : [],
      );
    },
  };
}

/** https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs.executions.tasks#TaskAttemptResult */
interface Task {
  readonly lastAttemptResult?: {
    readonly exitCode?: number;
    readonly termSignal?: number;
    readonly status?: { readonly message?: string };
  };
}

function toState(execution: Execution): ExecutionState {
  const conditions = (execution.conditions ?? []).map(toCondition);
  return {
    name: execution.name ?? '',
    labels: execution.labels ?? {},
    annotations: execution.annotations ?? {},
    template: execution.template ?? {},
    createTime: execution.createTime ?? '',
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

function toCondition(condition: Condition): ConditionState {
  // The three kinds of reason are one field of which one member is set.
  const reason = condition.executionReason ?? condition.reason ?? condition.revisionReason ?? '';
  return {
    type: condition.type ?? '',
    state: condition.state ?? '',
    message: condition.message ?? '',
    reason,
  };
}
