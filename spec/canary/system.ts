/**
 * The system of a canary whose steps last longer than a run: one service (the lead of a release; how its members move together is
 * the model in `../release`), the record of the canary on it, time, and those who act. Between two runs nobody holds a runner.
 */

/** Index of the share that the candidate has: 0 %, then each step; the last is 100 %. */
export type Share = number;

/** Percentages of the steps, for readers. The canary begins at the first. */
export const SHARES = [0, 5, 25, 100] as const;
export const FIRST: Share = 1;
export const LAST: Share = SHARES.length - 1;
/** Duration of a step in ticks, and ticks after its end until it is overdue. */
export const STEP_TICKS = 1;
export const GRACE_TICKS = 1;

/** The record on the service while the canary is undecided. */
export interface CanaryRecord {
  /** The step that the canary has reached. */
  readonly step: Share;
  /** When it was reached. */
  readonly since: number;
  /** The run that moves it to its next step; others leave it alone until its lease expires. */
  readonly advancing: string | undefined;
  /** The newest commit that waits for the decision. Commits are named by letters, in their order. */
  readonly next: string | undefined;
  /** Whether the plan has a job that runs once the candidate has all traffic, and whether it has run. */
  readonly job: 'none' | 'due' | 'done';
}

export interface CanaryService {
  /** Changes with every write; a write that names another one is refused. */
  readonly etag: number;
  readonly share: Share;
  readonly canary: CanaryRecord | undefined;
  /** Decided releases: `A`, the candidate, or `base`; then those of later runs. */
  readonly recorded: readonly string[];
  readonly hold: boolean;
}

export type CanaryActorKind =
  /** Analyzes and continues: a scheduled run, or any later one. */
  | 'advance'
  /** A later commit, `on-canary: wait` and `supersede`. */
  | 'wait'
  | 'supersede'
  | 'rollback'
  /** Switches the site to the release that is staged for the canary, or drops it (how: the model in `../site`). */
  | 'finish-staged'
  /** Sets a hold. */
  | 'person';

export type CanaryPhase =
  | 'look'
  | 'claim'
  | 'unclaim'
  | 'shift'
  | 'job'
  | 'park'
  | 'restore'
  | 'next'
  | 'migrate'
  | 'release'
  | 'hold'
  | 'switch'
  | 'drop'
  | 'done'
  | 'crashed';

export interface CanaryActor {
  readonly name: string;
  readonly kind: CanaryActorKind;
  readonly at: CanaryPhase;
  /** The service as read for the next write. */
  readonly seen: CanaryService | undefined;
  /** The canary as it was judged, until it is claimed. */
  readonly judged: Pick<CanaryRecord, 'step' | 'since' | 'advancing' | 'job'> | undefined;
  readonly outcome:
    | 'decided'
    | 'moved'
    | 'waiting'
    | 'early'
    | 'blocked'
    | 'overdue'
    | 'refused'
    | 'released'
    | undefined;
  /** The newest waiting commit, as named by the run that decided. */
  readonly announced: string | undefined;
  /** It has run the later job, and has not yet written that down. */
  readonly ran: boolean;
}

/** The remaining faults and changes. */
export interface CanaryBudget {
  readonly crashes: number;
  readonly lostResponses: number;
  /** The candidate gets worse while it has traffic. */
  readonly regressions: number;
  readonly ticks: number;
  /** A freeze begins or ends. */
  readonly freezes: number;
  /** Leases that another run sees expire although their owner continues. */
  readonly slowOwners: number;
}

export interface CanarySystem {
  readonly service: CanaryService;
  readonly time: number;
  readonly frozen: boolean;
  /** Whether the candidate is worse than its baseline. */
  readonly worse: boolean;
  /** Commits whose migration ran. */
  readonly migrated: readonly string[];
  /** How often the later job ran. */
  readonly jobRuns: number;
  /** The site's release for this canary. */
  readonly site: 'staged' | 'live' | 'dropped';
  readonly actors: readonly CanaryActor[];
  /** Writes with an unknown result: each can arrive at any later time, or never. */
  readonly inFlight: readonly CanaryWrite[];
  /** Runs whose lease another run has seen expire. */
  readonly expired: readonly string[];
  readonly budget: CanaryBudget;
}

export interface CanaryWrite {
  readonly by: string;
  readonly etag: number;
  readonly next: Omit<CanaryService, 'etag'>;
}

export const hasStopped = ({ at }: CanaryActor): boolean => at === 'done' || at === 'crashed';
export const isDue = ({ since }: CanaryRecord, time: number): boolean => time >= since + STEP_TICKS;
export const isOverdue = ({ since }: CanaryRecord, time: number): boolean => time > since + STEP_TICKS + GRACE_TICKS;

export function withCanaryActor(system: CanarySystem, name: string, change: Partial<CanaryActor>): CanarySystem {
  return { ...system, actors: system.actors.map((actor) => (actor.name === name ? { ...actor, ...change } : actor)) };
}
