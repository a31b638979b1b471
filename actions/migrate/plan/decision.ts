/** Decides from the executions of the job whether a migration must run, so that it runs once. Pure. */
import type { ExecutionState, ListedExecution } from '../../../src/google/run/executions.ts';
import { COMMIT_LABEL } from '../../../src/records/annotations.ts';
import type { SecretFacts } from '../job/secrets.ts';
import { configurationOf, usedTodaysSecrets } from './fingerprint.ts';
import { DIGEST_ANNOTATION, FINGERPRINT_ANNOTATION } from './job.ts';

export type Decision =
  /** This commit's migrations were applied by this image, in this configuration. */
  | { readonly kind: 'applied'; readonly execution: ListedExecution }
  /** They are being applied. */
  | { readonly kind: 'resume'; readonly execution: ListedExecution }
  /** Another execution runs in the job, and must end first. */
  | { readonly kind: 'wait'; readonly execution: ListedExecution }
  | { readonly kind: 'start' };

export interface Wanted {
  readonly commit: string;
  readonly digest: string;
  readonly project: string;
  /** See `fingerprintOf`. */
  readonly fingerprint: string;
  /** See `configurationOf`; its arguments tell a migration from a question for the schema's version. */
  readonly configuration: string;
  readonly facts: SecretFacts;
}

/**
 * `executions` newest first. A failed or cancelled execution of ours is no reason not to try again; one of `repeated` (full
 * names) counts as if it had not ended well.
 */
export function decide(
  executions: readonly ListedExecution[],
  wanted: Wanted,
  repeated: ReadonlySet<string> = new Set(),
): Decision {
  const alive = executions.filter((execution) => !execution.deleted);
  const running = alive.filter((execution) => !execution.ended);
  const own = running.find((execution) => isSame(execution, wanted));
  if (own) return { kind: 'resume', execution: own };
  if (running[0]) return { kind: 'wait', execution: running[0] };
  const applied = alive.find(
    (execution) => succeeded(execution) && !repeated.has(execution.name) && isSame(execution, wanted),
  );
  return applied ? { kind: 'applied', execution: applied } : { kind: 'start' };
}

/** True for an execution of the same commit and image; it may have run in another configuration. */
export const isOfCommit = (
  execution: ListedExecution,
  { commit, digest }: Pick<Wanted, 'commit' | 'digest'>,
): boolean => execution.labels[COMMIT_LABEL] === commit && execution.annotations[DIGEST_ANNOTATION] === digest;

/** An execution of version 1.0 carries no fingerprint: what it ran is read from the execution itself. */
export const isUnmarked = ({ annotations }: ListedExecution): boolean =>
  annotations[FINGERPRINT_ANNOTATION] === undefined;

/** True for an execution of this migration: commit, image and configuration are the same. */
export function isSame(execution: ListedExecution, wanted: Wanted): boolean {
  const { project, facts, fingerprint, configuration } = wanted;
  return (
    isOfCommit(execution, wanted) &&
    // The annotation alone is not enough, because other users can change and run the job.
    configurationOf(execution.template, project, facts) === configuration &&
    (isUnmarked(execution)
      ? usedTodaysSecrets(execution, project, facts)
      : execution.annotations[FINGERPRINT_ANNOTATION] === fingerprint)
  );
}

/** The whole predicate: completed, all tasks succeeded, none failed or was cancelled. */
export const succeeded = (execution: ExecutionState): boolean =>
  execution.ended &&
  execution.completed?.state === 'CONDITION_SUCCEEDED' &&
  execution.succeeded === execution.taskCount &&
  execution.failed === 0 &&
  execution.cancelled === 0;
