/**
 * The system of a rollout: one Cloud Run service, its revisions, and those who act on it. Everything is plain data, so that
 * a state can be copied, compared and printed.
 */

/** Name of a revision: `old`, or the actor that made it. */
export type RevisionName = string;

/** Revision to percent; only shares above zero stand here. */
export type Shares = Readonly<Record<RevisionName, number>>;

/**
 * The state of a revision after its start: healthy, ready without passing health checks, or not ready. One that `cannot start` again,
 * because its image or a secret is gone, is still ready and passes them.
 */
export type Health = 'starting' | 'healthy' | 'cannot start' | 'unhealthy' | 'failed';

/** The rollout record: who owns the traffic, for which candidate, and what to return to. */
export interface RolloutRecord {
  readonly owner: string;
  readonly kind: 'deploy' | 'rollback';
  readonly candidate: RevisionName;
  readonly baseline: Shares;
  /** Revisions that served when the rollout began and are not its baseline: what a lost rollout left behind. */
  readonly found: readonly RevisionName[];
  /** Counts the owner's writes, so that a lost response can be recognized. */
  readonly write: number;
  /** The hold to which a failed rollback returns. */
  readonly holdBefore: string | undefined;
}

/** The service as the API shows it. */
export interface Service {
  /** Changes with every write; a write that names another one is refused. */
  readonly etag: number;
  /** The traffic that the last write requested. */
  readonly traffic: Shares;
  /** The live traffic: follows `traffic` once Cloud Run has routed it. */
  readonly serving: Shares;
  /** True until Cloud Run has routed the last write, or given up. */
  readonly reconciling: boolean;
  readonly lastModifier: string;
  readonly rollout: RolloutRecord | undefined;
  /** Revisions recorded as successful, oldest first. */
  readonly releases: readonly RevisionName[];
  /** Who set the hold. */
  readonly hold: string | undefined;
}

export type ActorKind = 'deploy' | 'rollback' | 'post' | 'person';

/** An actor: its phase and its state. */
export interface Actor {
  readonly name: string;
  readonly kind: ActorKind;
  /** The phase of the program; `done` and `crashed` are ends, `waiting` has not started. */
  readonly at: string;
  /** The service as read for the next write. */
  readonly seen: Service | undefined;
  /** True after a lost response: the next read first checks whether the write was executed. */
  readonly unsure: boolean;
  /** The facts on which preflight decided. */
  readonly known: Known | undefined;
  /** Number of the next write, for the record. */
  readonly write: number;
  /** A rollback has planned its last write, and saved for `post` what undoes it: the record that the write removes. */
  readonly undo: RolloutRecord | undefined;
  readonly outcome: 'succeeded' | 'failed' | 'overtaken' | 'refused' | undefined;
}

export interface Known {
  readonly candidate: RevisionName;
  readonly baseline: Shares;
  readonly found: readonly RevisionName[];
  readonly hold: string | undefined;
}

/** The remaining faults. */
export interface Budget {
  readonly crashes: number;
  readonly lostResponses: number;
  readonly staleReads: number;
  readonly badRevisions: number;
  /** Waits that end by their time limit, whatever the system does later. */
  readonly timeouts: number;
}

export interface System {
  readonly service: Service;
  /** The service before the last write: what a stale read shows. */
  readonly before: Service | undefined;
  readonly revisions: Readonly<{ [name: RevisionName]: Health }>;
  /** Revisions that passed health checks of an actor. */
  readonly healthChecked: readonly RevisionName[];
  readonly actors: readonly Actor[];
  /** Sent writes with an unknown result: each can arrive at any later time, or never. */
  readonly inFlight: readonly SentWrite[];
  /** Revisions to which a person moved traffic, which need no health checks. */
  readonly chosenByHand: readonly RevisionName[];
  readonly budget: Budget;
}

export interface SentWrite {
  readonly by: string;
  /** The etag that the write names. */
  readonly etag: number;
  readonly next: ServiceChange;
  /** A revision that the write makes. */
  readonly makes: RevisionName | undefined;
}

/** The writable fields of a service. */
export type ServiceChange = Omit<Service, 'etag' | 'serving' | 'reconciling' | 'lastModifier'>;

export const ENDS = new Set(['done', 'crashed']);

export const sameShares = (a: Shares, b: Shares): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
};

/** The system with one actor changed. */
export function withActor(system: System, name: string, change: Partial<Actor>): System {
  return {
    ...system,
    actors: system.actors.map((actor) => (actor.name === name ? { ...actor, ...change } : actor)),
  };
}

/** The system after a write to the service, which may make a revision. */
export function written(system: System, by: string, next: ServiceChange, makes: RevisionName | undefined): System {
  const { service, revisions } = system;
  return {
    ...system,
    before: service,
    service: { ...next, serving: service.serving, reconciling: true, lastModifier: by, etag: service.etag + 1 },
    revisions: makes === undefined || makes in revisions ? revisions : { ...revisions, [makes]: 'starting' },
  };
}
