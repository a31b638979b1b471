/**
 * The protocol of a migration, as the program of its step:
 *
 *   read the job → list its executions → (write the plan → read again) → start → follow
 *
 * with another execution waited for, one of the same fingerprint followed, and a successful one taken as applied. A migration that follows the traffic reads the service right before it starts, once its
 * record is written; a rollback reads the record again once its hold is written. So one of the two sees the other. Nothing that a
 * call returned is trusted: after every write, lost response or refusal the step reads and decides again.
 */
import {
  type Execution,
  type MigratedService,
  type MigrateStep,
  type MigrationJob,
  type MigrationSystem,
  withStep,
} from './system.ts';

/** The checks that the protocol rests on. The model is broken on purpose by taking one away. */
export interface MigrationFences {
  /** The job is read before its executions: one that starts in between changes the etag. */
  readonly jobFirst: boolean;
  /** A write of the plan names the etag that was read. */
  readonly writeEtag: boolean;
  /** A start names the etag that was read. */
  readonly startEtag: boolean;
  /** Only a job that has this step's plan is started. */
  readonly plan: boolean;
  /** An execution that runs is waited for. */
  readonly waitForOther: boolean;
  /** A successful execution of the same fingerprint is not repeated. */
  readonly once: boolean;
  /** Only an execution of the same fingerprint counts. */
  readonly fingerprint: boolean;
  /** Only an execution that succeeded counts as applied. */
  readonly success: boolean;
  /** The schema record is written with the plan, before the start. */
  readonly recordFirst: boolean;
  /** A migration that follows the traffic checks right before its start whether its commit has all of it, and no hold stands. */
  readonly checkService: boolean;
  /** A rollback reads the record again once its hold is written. */
  readonly readAfterHold: boolean;
  /** A migration that failed is started again. */
  readonly repeatFailed: boolean;
}

export const ALL_MIGRATION_FENCES: MigrationFences = {
  jobFirst: true,
  writeEtag: true,
  startEtag: true,
  plan: true,
  waitForOther: true,
  once: true,
  fingerprint: true,
  success: true,
  recordFirst: true,
  checkService: true,
  readAfterHold: true,
  repeatFailed: true,
};

/** What the step does once it has the job and its executions. */
export function decideMigration(
  { commit, kind }: MigrateStep,
  job: MigrationJob,
  executions: readonly Execution[],
  fences: MigrationFences,
): Partial<MigrateStep> {
  const isSame = ({ of }: Execution) => of === commit || !fences.fingerprint;
  const own = executions.findIndex((one) => one.state === 'running' && isSame(one));
  if (own >= 0) return { at: 'follow', execution: own };
  const other = executions.findIndex(({ state }) => state === 'running');
  if (other >= 0 && fences.waitForOther) return { at: 'wait', execution: other };
  const applied = executions.some(
    (one) => isSame(one) && (one.state === 'succeeded' || (one.state === 'failed' && !fences.success)),
  );
  if (applied && fences.once) return { at: 'done', outcome: 'applied' };
  if (!fences.repeatFailed && executions.some((one) => isSame(one) && one.state === 'failed'))
    return { at: 'done', outcome: 'failed' };
  const ready = (job.plan === commit || !fences.plan) && (job.recorded.includes(commit) || !fences.recordFirst);
  if (!ready) return { at: 'write' };
  return { at: kind === 'migrate-after' && fences.checkService ? 'check' : 'start' };
}

/** What a migration that follows the traffic does once it has read the service; it removes a record of what never ran. */
export function checkTraffic({ service }: MigrationSystem): Partial<MigrateStep> {
  return { at: service.serves === 'new' && !service.held ? 'start' : 'withdraw' };
}

/** A rollback behind the migration that follows the traffic, one call at a time. */
export function rollBack(system: MigrationSystem, step: MigrateStep, fences: MigrationFences): MigrationSystem {
  const { service, job } = system;
  const next = (change: Partial<MigrateStep>, of: Partial<MigratedService> = {}): MigrationSystem =>
    withStep({ ...system, service: { ...service, ...of } }, step.name, change);
  const contracted = job.recorded.includes(step.commit);
  switch (step.at) {
    case 'plan':
      return next(contracted ? { at: 'done', outcome: 'refused' } : { at: 'hold' });
    case 'hold':
      return next({ at: fences.readAfterHold ? 'look again' : 'move' }, { held: true });
    case 'look again':
      return next({ at: contracted ? 'release' : 'move' });
    case 'release':
      return next({ at: 'done', outcome: 'refused' }, { held: false });
    default:
      return next({ at: 'done', outcome: 'succeeded' }, { serves: 'old' });
  }
}

/** What a step does that follows an execution, or waits for another one; `undefined` while it runs. */
export function followMigration({ executions }: MigrationSystem, step: MigrateStep): Partial<MigrateStep> | undefined {
  const execution = executions[step.execution as number] as Execution;
  if (execution.state === 'running') return undefined;
  if (step.at === 'wait') return { at: 'read', execution: undefined, seen: undefined };
  return { at: 'done', outcome: execution.state === 'succeeded' ? 'succeeded' : 'failed' };
}
