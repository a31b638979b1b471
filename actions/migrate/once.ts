/** Decides from the executions of the job what is left to do, so that a migration runs once. Pure. */
import type { ExecutionState } from '../../src/cloud-run/executions.ts';
import { COMMIT_LABEL, DIGEST_ANNOTATION } from './job-plan.ts';

export type Decision =
  /** This commit's migrations were applied by this image. */
  | { readonly kind: 'applied'; readonly execution: ExecutionState }
  /** They are being applied. */
  | { readonly kind: 'resume'; readonly execution: ExecutionState }
  /** Something else runs in the job, and must end first. */
  | { readonly kind: 'wait'; readonly execution: ExecutionState }
  | { readonly kind: 'start' };

export interface Wanted {
  readonly commit: string;
  readonly digest: string;
  /** Arguments of a migration; an execution with others only asked for the schema's version. */
  readonly args: readonly string[];
}

/** `executions` newest first. A failed or cancelled execution of ours is no reason not to try again. */
export function decide(executions: readonly ExecutionState[], wanted: Wanted): Decision {
  const isOurs = (execution: ExecutionState) =>
    execution.labels[COMMIT_LABEL] === wanted.commit &&
    execution.annotations[DIGEST_ANNOTATION] === wanted.digest &&
    sameArgs(execution.args, wanted.args);
  const alive = executions.filter((execution) => !execution.deleted);
  const running = alive.filter((execution) => !execution.ended);
  const own = running.find(isOurs);
  if (own) return { kind: 'resume', execution: own };
  if (running[0]) return { kind: 'wait', execution: running[0] };
  const applied = alive.find((execution) => isOurs(execution) && succeeded(execution));
  return applied ? { kind: 'applied', execution: applied } : { kind: 'start' };
}

const sameArgs = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((arg, i) => arg === b[i]);

/** The whole predicate: completed, all tasks succeeded, none failed or was cancelled. */
export const succeeded = (execution: ExecutionState): boolean =>
  execution.ended &&
  execution.completed?.state === 'CONDITION_SUCCEEDED' &&
  execution.succeeded === execution.taskCount &&
  execution.failed === 0 &&
  execution.cancelled === 0;
