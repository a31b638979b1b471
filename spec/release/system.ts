/**
 * The system of a release: several services (each in one region), and those who act on them. A service is named by its number; a
 * revision by the release that made it. Routing, health in detail and traffic moved by hand are the model of one rollout (`../rollout`).
 */

export type Percent = Readonly<{ [revision: string]: number }>;

/** The record on each member of a release. That on the lead, the first member, carries the decision. */
export interface MemberRecord {
  readonly id: string;
  readonly kind: 'deploy' | 'rollback';
  /** The first is the lead. */
  readonly members: readonly number[];
  readonly candidate: string;
  readonly baseline: Percent;
  readonly holdBefore: string | undefined;
  /** On the lead alone: the decision to go back. Without it, while the record stands, the release is undecided. */
  readonly aborted: boolean;
}

/** A service as the API shows it. */
export interface MemberService {
  /** Changes with every write; a write that names another one is refused. */
  readonly etag: number;
  readonly traffic: Percent;
  readonly record: MemberRecord | undefined;
  /** Ids recorded as successful, oldest first. On the lead an entry is the decision to go forward. */
  readonly recorded: readonly string[];
  /** Members of the newest entry, where this service was their lead. */
  readonly snapshot: readonly number[];
  readonly hold: string | undefined;
}

export type ReleaseActorKind = MemberRecord['kind'] | 'post' | 'person';

/** The release of a phase: the actor's own, or an interrupted one that it found. */
export interface ReleaseReference {
  readonly id: string;
  readonly members: readonly number[];
}

export interface ReleaseActor {
  readonly name: string;
  readonly kind: ReleaseActorKind;
  /** The first is the lead. Without those that a rollback leaves out. */
  readonly members: readonly number[];
  /** All that it was started for. */
  readonly named: readonly number[];
  /** Services that did not respond to this rollback, which leaves them to later runs. */
  readonly silent: readonly number[];
  readonly at: ReleasePhase;
  /** Members that the phase has not done yet. */
  readonly todo: readonly number[];
  /** A service as read for the next write. */
  readonly seen: { readonly service: number; readonly state: MemberService } | undefined;
  /** Another release, which is finished before the actor continues with its own. */
  readonly finishing: ReleaseReference | undefined;
  /** Holds that stood when this actor claimed the services. */
  readonly knownHolds: readonly string[];
  /** `unknown`: the lead did not respond. */
  readonly outcome: 'succeeded' | 'failed' | 'refused' | 'unknown' | undefined;
}

export type ReleasePhase =
  | 'waiting'
  | 'claim'
  | 'check'
  | 'shift 50'
  | 'shift 100'
  | 'commit'
  /** Reads the decision of a release that ended, or makes it: back. */
  | 'decide'
  | 'finish'
  | 'restore'
  | 'done'
  | 'crashed';

/** The remaining faults. */
export interface ReleaseBudget {
  readonly crashes: number;
  readonly lostResponses: number;
  readonly badRevisions: number;
  /** Leases that another actor sees expire although their owner continues. */
  readonly slowOwners: number;
  /** Services that stop responding, for longer than a run tries. */
  readonly outages?: number;
}

export interface ReleaseSystem {
  readonly services: readonly MemberService[];
  /** Candidates that passed their health checks, `RELEASE@SERVICE`. */
  readonly healthChecked: readonly string[];
  readonly actors: readonly ReleaseActor[];
  /** Writes with an unknown result: each can arrive at any later time, or never. */
  readonly inFlight: readonly ReleaseWrite[];
  /** Releases whose owner was considered lost. */
  readonly expired: readonly string[];
  /** The service that does not respond now. */
  readonly down: number | undefined;
  readonly budget: ReleaseBudget;
}

export interface ReleaseWrite {
  readonly by: string;
  readonly service: number;
  readonly etag: number;
  readonly next: Omit<MemberService, 'etag'>;
}

export type Decision = 'undecided' | 'committed' | 'aborted';

/** The decision about a release, as its lead shows it. */
export function decisionOf({ record, recorded }: Pick<MemberService, 'record' | 'recorded'>, id: string): Decision {
  if (recorded.includes(id)) return 'committed';
  return record?.id === id && !record.aborted ? 'undecided' : 'aborted';
}

export const hasEnded = ({ at }: ReleaseActor): boolean => at === 'done' || at === 'crashed';

/** Name of the release whose `post` an actor is. */
export const mainOf = ({ name, kind }: Pick<ReleaseActor, 'name' | 'kind'>): string =>
  kind === 'post' ? name.slice('post of '.length) : name;

export function withReleaseActor(system: ReleaseSystem, name: string, change: Partial<ReleaseActor>): ReleaseSystem {
  return { ...system, actors: system.actors.map((actor) => (actor.name === name ? { ...actor, ...change } : actor)) };
}

/** The system after a write that was accepted. */
export function afterWrite(system: ReleaseSystem, { service, next }: ReleaseWrite): ReleaseSystem {
  return {
    ...system,
    services: system.services.map((state, i) => (i === service ? { ...next, etag: state.etag + 1 } : state)),
  };
}
