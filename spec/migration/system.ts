/**
 * The system of migrations: the Cloud Run job that runs them, its executions, and the steps that use it. Everything is plain
 * data, so that a state can be copied, compared and printed.
 */

/** What decides what a migration changes: here the commit represents its fingerprint. */
export type Fingerprint = string;

/** The job as the API shows it. A write and a start name the etag that was read. */
export interface MigrationJob {
  readonly etag: number;
  /** The fingerprint of its configuration, which a start runs. */
  readonly plan: Fingerprint;
  /** Commits whose migration was started, by the schema record. */
  readonly recorded: readonly Fingerprint[];
}

export interface Execution {
  readonly of: Fingerprint;
  readonly state: 'running' | 'succeeded' | 'failed';
  /** A person in the console started it. */
  readonly byHand: boolean;
}

/** `migrate-after` takes something away that older code needs: it runs once its own commit has all traffic. */
export type StepKind = 'migrate' | 'migrate-after' | 'rollback' | 'person';

/** The service that the migrations belong to. */
export interface MigratedService {
  /** Whether the revision of the commit that is migrated has all traffic, or the one before it. */
  readonly serves: 'new' | 'old';
  /** The hold of a rollback. */
  readonly held: boolean;
}

export interface MigrateStep {
  readonly name: string;
  readonly kind: StepKind;
  readonly commit: Fingerprint;
  readonly at:
    | 'read'
    | 'list'
    | 'write'
    | 'check'
    | 'withdraw'
    | 'start'
    | 'wait'
    | 'follow'
    /** Of a rollback: reads the record, sets its hold, reads the record again, and moves the traffic or takes the hold back. */
    | 'plan'
    | 'hold'
    | 'look again'
    | 'move'
    | 'release'
    | 'done'
    | 'crashed';
  /** The job as it was read. */
  readonly seen: MigrationJob | undefined;
  /** The executions, where they were listed before the job was read. */
  readonly listed: readonly Execution[] | undefined;
  /** Index of the execution that is waited for. */
  readonly execution: number | undefined;
  readonly outcome: 'succeeded' | 'applied' | 'failed' | 'refused' | undefined;
}

/** The remaining faults. */
export interface MigrationBudget {
  readonly crashes: number;
  readonly lostResponses: number;
  readonly failures: number;
}

/** A write or a start on the network with an unknown result. */
export interface LateCall {
  readonly by: string;
  readonly kind: 'write' | 'withdraw' | 'start';
  readonly etag: number;
  /** The job that it writes; `undefined` for a start. */
  readonly writes: Pick<MigrationJob, 'plan' | 'recorded'> | undefined;
}

export interface MigrationSystem {
  readonly job: MigrationJob;
  readonly executions: readonly Execution[];
  readonly service: MigratedService;
  readonly steps: readonly MigrateStep[];
  readonly inFlight: readonly LateCall[];
  readonly budget: MigrationBudget;
}

export const isOver = ({ at }: MigrateStep): boolean => at === 'done' || at === 'crashed';

export function withStep(system: MigrationSystem, name: string, change: Partial<MigrateStep>): MigrationSystem {
  return { ...system, steps: system.steps.map((step) => (step.name === name ? { ...step, ...change } : step)) };
}

/** An execution of what the job's plan is now. */
export function started(system: MigrationSystem, byHand: boolean): MigrationSystem {
  const { job, executions } = system;
  return {
    ...system,
    job: { ...job, etag: job.etag + 1 },
    executions: [...executions, { of: job.plan, state: 'running', byHand }],
  };
}
