/** Internal state of jobs and executions, in addition to the resources of the API. */
import type { Policy } from '../../identity/iam-policy.ts';
import type { Failure } from '../conditions.ts';
import type { Location } from '../requests/resource-names.ts';
import type { Execution, Job, Task } from '../types.ts';

export interface ExecutionRecord {
  readonly id: string;
  readonly doc: Execution;
  readonly tasks: Task[];
  /** Resolves at the end of the execution to its failure, if any (a cancellation is no error of the operation). */
  readonly finished: Promise<Failure | undefined>;
  cancel(): void;
}

export interface JobRecord extends Location {
  readonly id: string;
  readonly name: string;
  doc: Job;
  generation: number;
  policy: Policy;
  readonly executions: Map<string, ExecutionRecord>;
}

/** By full resource name. */
export type Jobs = Map<string, JobRecord>;
