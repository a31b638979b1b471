/**
 * Executions of Cloud Run jobs (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs.executions).
 * The official client reads, cancels and lists tasks. Only the listing of a job's executions is the server's own JSON: two
 * templates that differ in a field that the client does not know must not count as equal.
 */
import type { protos } from '@google-cloud/run';
import { absent } from '../errors/not-found.ts';
import type { HttpClient } from '../http/client.ts';
import { type Caller, type CallFacts, called, clientOptions, once } from './clients.ts';
import type { Condition, Execution, TaskTemplate } from './resources.ts';

/** Progress of an execution. */
export interface ExecutionState {
  /** `projects/P/locations/L/jobs/J/executions/E`. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
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

/** An execution with what decides whether it is the same migration as another. */
export interface ListedExecution extends ExecutionState {
  /** What it runs, overrides included, as the server's own JSON. */
  readonly template: TaskTemplate;
  /** RFC 3339. */
  readonly createTime: string;
}

export interface ConditionState {
  readonly type: string;
  /** `CONDITION_SUCCEEDED`, `CONDITION_FAILED`, … */
  readonly state: string;
  readonly message: string;
  /** Of whichever kind of reason the server gave, for instance `NON_ZERO_EXIT_CODE`. */
  readonly reason: string;
}

/** Result of the last attempt of a task. */
export interface TaskResult {
  readonly exitCode: number;
  /** Signal number, 0 if none. */
  readonly signal: number;
  readonly message: string;
}

export interface Executions {
  /** Undefined if it does not exist. `name` is the execution's full name. */
  get(name: string): Promise<ExecutionState | undefined>;
  /** Newest first, of one job (full name). */
  list(job: string): Promise<ListedExecution[]>;
  cancel(name: string): Promise<void>;
  /** The tasks that have ended with a result. */
  taskResults(name: string): Promise<TaskResult[]>;
}

const JOB_NAME = /^projects\/[\w.:-]+\/locations\/[a-z0-9-]+\/jobs\/[a-z0-9-]+$/;

/** Whether a text is the full name of a job. The state of a step may come from elsewhere. */
export const isJobName = (text: unknown): text is string => typeof text === 'string' && JOB_NAME.test(text);

/** Whether a text is the full name of an execution. */
export function isExecutionName(text: unknown): text is string {
  const [job, id = '', ...rest] = typeof text === 'string' ? text.split('/executions/') : [];
  return isJobName(job) && /^[a-z0-9-]+$/.test(id) && rest.length === 0;
}

/** Milliseconds in which a read is repeated. A migration runs on while Cloud Run's API is unavailable. */
const READ_DEADLINE = 120_000;

/**
 * `endpoint` is the base URL of Cloud Run. The client is loaded by the first call that needs it and not at start-up: a step that
 * finds its inputs wrong or its work done never does.
 */
export function createExecutions(http: HttpClient, caller: Caller, endpoint: string): Executions {
  const facts = (name: string, permission: string): CallFacts => ({
    resource: `execution ${name}`,
    permission,
    role: 'roles/run.developer',
  });
  const reading = (name: string, permission: string): CallFacts => ({
    ...facts(name, permission),
    reads: true,
    deadline: READ_DEADLINE,
  });
  const load = async () => {
    const { ExecutionsClient } = await import('@google-cloud/run/build/src/v2/executions_client.js');
    return new ExecutionsClient(await clientOptions(caller.auth, endpoint));
  };
  let loaded: ReturnType<typeof load> | undefined;
  const executionsClient = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    async get(name) {
      const client = await executionsClient();
      const found = await absent(
        called(caller, reading(name, 'run.executions.get'), async () => await client.getExecution({ name }, once())),
      );
      return found && toState(found[0]);
    },
    async list(job) {
      const { executions = [] } = await http.json<{ executions?: Execution[] }>({
        method: 'GET',
        url: `${endpoint}/v2/${job}/executions?pageSize=100`,
        ...facts(job, 'run.executions.list'),
      });
      return executions.map((execution) => ({
        ...toState(execution),
        template: execution.template ?? {},
        createTime: execution.createTime ?? '',
      }));
    },
    async cancel(name) {
      const client = await executionsClient();
      await called(
        caller,
        facts(name, 'run.executions.cancel'),
        async () => await client.cancelExecution({ name }, once()),
      );
    },
    async taskResults(name) {
      const { TasksClient } = await import('@google-cloud/run/build/src/v2/tasks_client.js');
      const tasks = new TasksClient(await clientOptions(caller.auth, endpoint));
      const [found] = await called(
        caller,
        reading(name, 'run.tasks.list'),
        async () => await tasks.listTasks({ parent: name, pageSize: 100 }, { ...once(), autoPaginate: false }),
      );
      return found.flatMap(({ lastAttemptResult: result }) =>
        result
          ? [{ exitCode: result.exitCode ?? 0, signal: result.termSignal ?? 0, message: result.status?.message ?? '' }]
          : [],
      );
    },
  };
}

/** The fields of an execution that both ways of reading return. */
function toState(execution: protos.google.cloud.run.v2.IExecution | Execution): ExecutionState {
  const conditions = (execution.conditions ?? []).map(toCondition);
  return {
    name: execution.name ?? '',
    labels: execution.labels ?? {},
    annotations: execution.annotations ?? {},
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

function toCondition(condition: protos.google.cloud.run.v2.ICondition | Condition): ConditionState {
  // The three kinds of reason are one field of which one member is set.
  const reason = condition.executionReason ?? condition.reason ?? condition.revisionReason ?? '';
  return {
    type: condition.type ?? '',
    state: String(condition.state ?? ''),
    message: condition.message ?? '',
    reason: String(reason),
  };
}
