/**
 * The protocol of a release, as what an actor may do next:
 *
 *   claim → check → shift 50 → shift 100 → commit → finish
 *
 * each phase for all members before the next. The claim of the first member, the lead, comes before those of the others; apart
 * from that a phase takes its members in any order. Whatever stops a release, it decides by one write on the lead: back. `post`
 * is that alone. A run that finds another release on a service finishes it first: forward if it was committed, back if it was not.
 */
import {
  decisionOf,
  hasEnded,
  type MemberService,
  mainOf,
  type ReleaseActor,
  type ReleaseReference,
  type ReleaseSystem,
} from './system.ts';

/** The checks that the protocol rests on. The model is broken on purpose by taking one away. */
export interface ReleaseFences {
  /** A write names the etag that was read. */
  readonly etag: boolean;
  /** A write to a member checks whose record stands there. */
  readonly owner: boolean;
  /** Traffic moves only when the candidates of all members passed their health checks. */
  readonly healthOfAll: boolean;
  /** Holds of all members are read before each write of traffic and at the commit point, not only that of the current member. */
  readonly holdsOfAll: boolean;
  /** The commit checks whether every member is this release's, and serves it. */
  readonly everyMember: boolean;
  /** Who goes back reads the commit point before it restores. */
  readonly readDecision: boolean;
  /** The decision to go back is written on the lead before the first member is restored. */
  readonly abortFirst: boolean;
  /** A release that is found on a service is finished before the service is claimed. */
  readonly finishFound: boolean;
  /** A release that was committed is finished on all its members before its lead is claimed. */
  readonly finishFirst: boolean;
  /** A deploy ends another's undecided release only after its lease has expired. */
  readonly lease: boolean;
  /** A release whose run was lost is ended by any run that finds it. */
  readonly takeOver: boolean;
  /** Nothing is decided about a release whose lead does not respond. */
  readonly readLead: boolean;
}

export const ALL_RELEASE_FENCES: ReleaseFences = {
  etag: true,
  owner: true,
  healthOfAll: true,
  holdsOfAll: true,
  everyMember: true,
  readDecision: true,
  abortFirst: true,
  finishFound: true,
  finishFirst: true,
  lease: true,
  takeOver: true,
  readLead: true,
};

/** One thing that an actor may do now. */
export type Act =
  /** Reads, and continues without a write. `passes` and `expires` say what happened beside it. */
  | {
      readonly do: 'go';
      readonly what: string;
      readonly change: Partial<ReleaseActor>;
      readonly passes?: readonly number[];
      readonly fails?: true;
      readonly expires?: string;
    }
  /** Reads a service for a write. */
  | { readonly do: 'read'; readonly what: string; readonly service: number; readonly change?: Partial<ReleaseActor> }
  | {
      readonly do: 'write';
      readonly what: string;
      readonly next: Omit<MemberService, 'etag'>;
      /** The actor once the write was accepted. */
      readonly after: Partial<ReleaseActor>;
    };

const go = (what: string, change: Partial<ReleaseActor>): Act => ({
  do: 'go',
  what,
  change: { seen: undefined, ...change },
});
const without = (todo: readonly number[], service: number): readonly number[] => todo.filter((one) => one !== service);
const isOwner = (actor: ReleaseActor, { record }: MemberService, fences: ReleaseFences): boolean =>
  record !== undefined && (!fences.owner || record.id === mainOf(actor));
/** The transition for everything that stops a release. */
const back = (what: string, outcome: ReleaseActor['outcome']): Act => go(what, { at: 'decide', todo: [], outcome });

/** Everything that the actor may do next. Several acts are several orders of the same phase. */
export function actsOf(system: ReleaseSystem, actor: ReleaseActor, fences: ReleaseFences): readonly Act[] {
  if (actor.seen) return [write(actor, actor.seen.service, actor.seen.state)];
  const reference: ReleaseReference = actor.finishing ?? { id: mainOf(actor), members: actor.members };
  switch (actor.at) {
    case 'claim':
      return claims(system, actor, fences);
    case 'check': {
      const all = fences.healthOfAll ? actor.members : actor.members.slice(0, 1);
      return [
        { ...go('health checks pass', { at: 'shift 50', todo: actor.members }), passes: all } as Act,
        { ...back('a health check fails', 'failed'), fails: true } as Act,
      ];
    }
    case 'shift 50':
    case 'shift 100':
      return actor.todo.map((service) => readForTraffic(system, actor, service, fences));
    case 'commit':
      return [readForTraffic(system, actor, actor.members[0] as number, fences)];
    case 'decide':
      return decide(system, actor, reference, fences);
    case 'finish':
    case 'restore':
      return bringMembers(system, actor, reference, fences);
    default:
      return [];
  }
}

/** Reads a member for the claim. Another release is finished first, or refuses this one. */
function claims(system: ReleaseSystem, actor: ReleaseActor, fences: ReleaseFences): Act[] {
  const [lead] = actor.members as [number];
  const next = actor.todo.includes(lead) ? [lead] : actor.todo;
  return next.map((service): Act => {
    const state = system.services[service] as MemberService;
    const { record, hold, snapshot, recorded } = state;
    if (system.down === service) return withoutMember(actor, service);
    if (record?.id === actor.name) return go(`has claimed ${service}`, claimed(actor, service, actor.knownHolds));
    if (actor.kind === 'deploy' && hold !== undefined && !actor.knownHolds.includes(hold))
      return back(`is blocked by the hold of ${hold} on ${service}`, 'refused');
    // A release with one member is a rollout, which a newer one takes over with its baseline.
    const found = record && record.members.length > 1 ? { id: record.id, members: record.members } : undefined;
    if (found && fences.finishFound) return go(`finds ${found.id} on ${service}`, { at: 'decide', finishing: found });
    const last = recorded.at(-1) as string;
    const unread = snapshot.find((one) => one === system.down && !actor.silent.includes(one));
    if (unread !== undefined && actor.kind === 'rollback')
      return go(`gets no response from ${unread}`, { silent: [...actor.silent, unread] });
    if (unread !== undefined) return back(`gets no response from ${unread}`, 'failed');
    const unfinished = snapshot.some((one) => !actor.silent.includes(one) && system.services[one]?.record?.id === last);
    if (unfinished && fences.finishFirst)
      return go(`finds ${last} unfinished`, { at: 'decide', finishing: { id: last, members: snapshot } });
    return { do: 'read', what: `reads ${service} for its claim`, service };
  });
}

/** A rollback that has changed nothing leaves a member that does not respond to later runs. Other runs fail. */
function withoutMember(actor: ReleaseActor, service: number): Act {
  const unchanged = actor.todo.length === actor.members.length && actor.members.length > 1;
  if (actor.kind !== 'rollback' || !unchanged) return back(`gets no response from ${service}`, 'failed');
  const members = without(actor.members, service);
  return go(`leaves ${service} out`, { members, todo: members, silent: [...actor.silent, service] });
}

const claimed = (actor: ReleaseActor, service: number, knownHolds: readonly string[]): Partial<ReleaseActor> => {
  const todo = without(actor.todo, service);
  return { todo, knownHolds, seen: undefined, ...(todo.length === 0 && { at: 'check' }) };
};

/** Before each write of traffic, and for the commit: the release is still ours on its lead, and no member is on a new hold. */
function readForTraffic(system: ReleaseSystem, actor: ReleaseActor, service: number, fences: ReleaseFences): Act {
  const [lead] = actor.members as [number];
  const state = system.services[service] as MemberService;
  const commit = actor.at === 'commit';
  if (commit && state.recorded.includes(actor.name)) return go('has committed', finishing(actor));
  if ([lead, ...actor.members].includes(system.down ?? -1)) return back('gets no response from a member', 'failed');
  const checked = fences.holdsOfAll ? actor.members : [service];
  const isNew = (hold: string | undefined) =>
    hold !== undefined && hold !== actor.name && !actor.knownHolds.includes(hold);
  if (checked.some((one) => isNew(system.services[one]?.hold))) return back('meets a new hold', 'failed');
  const atLead = system.services[lead] as MemberService;
  const lost = !isOwner(actor, state, fences) || !isOwner(actor, atLead, fences) || atLead.record?.aborted;
  if (lost) return back('was overtaken', 'failed');
  const serves = (one: number) =>
    system.services[one]?.record?.id === actor.name &&
    system.services[one]?.traffic[state.record?.candidate ?? ''] === 100;
  if (commit && fences.everyMember && !actor.members.every(serves)) return back('has lost a member', 'failed');
  return { do: 'read', what: `reads all for ${actor.at} of ${service}`, service };
}

const finishing = (actor: ReleaseActor): Partial<ReleaseActor> => ({
  at: 'finish',
  todo: actor.members.slice(1),
  seen: undefined,
  outcome: 'succeeded',
});

/** Reads the commit point of a release, and decides to go back if it is undecided. */
function decide(system: ReleaseSystem, actor: ReleaseActor, reference: ReleaseReference, fences: ReleaseFences): Act[] {
  const { id, members } = reference;
  const [lead] = members as [number];
  const state = system.services[lead] as MemberService;
  const decision = decisionOf(state, id);
  const restoring = { at: 'restore', todo: members } as const;
  if (!fences.readDecision && !actor.finishing) return [go('restores', restoring)];
  if (lead === system.down && !fences.readLead) return [go(`restores ${id}`, restoring)];
  if (lead === system.down) return [go('gets no response from the lead', { at: 'done', outcome: 'unknown' })];
  if (decision === 'committed')
    return [
      go(`${id} was committed`, {
        at: 'finish',
        todo: members.slice(1),
        ...(!actor.finishing && { outcome: 'succeeded' }),
      }),
    ];
  if (decision === 'aborted') return [go(`${id} is not to go forward`, restoring)];
  const mine = id === mainOf(actor);
  const mark: Act = fences.abortFirst
    ? { do: 'read', what: `reads ${lead} to abort ${id}`, service: lead }
    : go(`restores ${id}`, restoring);
  if (mine || actor.kind === 'rollback' || !fences.lease) return [mark];
  const owner = system.actors.find(({ name }) => name === id);
  const refuse = go(`${id} is in progress`, { at: 'decide', finishing: undefined, outcome: 'refused' });
  const isLost = owner === undefined || hasEnded(owner) || system.expired.includes(id);
  if (isLost) return fences.takeOver ? [mark] : [refuse];
  if (system.budget.slowOwners === 0) return [refuse];
  return [refuse, { ...go(`the lease of ${id} expires`, {}), expires: id } as Act];
}

/** Applies the decision to one member after the other. The lead, which stores an abort, is restored last. */
function bringMembers(
  system: ReleaseSystem,
  actor: ReleaseActor,
  { id, members }: ReleaseReference,
  fences: ReleaseFences,
): Act[] {
  if (actor.todo.length === 0) {
    if (actor.finishing) return [go(`has finished ${id}`, { at: 'claim', finishing: undefined, todo: actor.members })];
    return [go('ends', { at: 'done', outcome: actor.outcome ?? 'failed' })];
  }
  const others = without(actor.todo, members[0] as number);
  return (others.length > 0 ? others : actor.todo).map((service): Act => {
    const { record } = system.services[service] as MemberService;
    if (service === system.down) {
      // The record of a member stays, and says what whoever reads it next has to do.
      if (!actor.finishing || (actor.kind === 'rollback' && service !== members[0]) || !fences.readLead)
        return go(`leaves ${service} to later runs`, { todo: without(actor.todo, service) });
      return go(`gets no response from ${service}`, { at: 'done', outcome: 'refused' });
    }
    const theirs = record === undefined || (fences.owner && record.id !== id);
    if (theirs) return go(`has nothing to ${actor.at} on ${service}`, { todo: without(actor.todo, service) });
    return { do: 'read', what: `reads ${service} to ${actor.at} ${id}`, service };
  });
}

/** The next write, planned from what was read. */
function write(actor: ReleaseActor, service: number, { etag: _, ...state }: MemberService): Act {
  const { record } = state;
  const what = `writes ${actor.at} of ${service}`;
  const rest = { seen: undefined, todo: without(actor.todo, service) };
  if (actor.at === 'claim') {
    const own: MemberService['record'] = {
      id: actor.name,
      kind: actor.kind as 'deploy' | 'rollback',
      members: actor.members,
      candidate: actor.kind === 'rollback' ? 'older' : actor.name,
      baseline: record?.baseline ?? state.traffic,
      holdBefore: state.hold,
      aborted: false,
    };
    const hold = actor.kind === 'rollback' ? actor.name : state.hold;
    const known = state.hold === undefined ? actor.knownHolds : [...new Set([...actor.knownHolds, state.hold])];
    return { do: 'write', what, next: { ...state, record: own, hold }, after: claimed(actor, service, known) };
  }
  if (!record) throw new Error(`${actor.name} has no record to ${actor.at}`);
  const gone = { ...state, record: undefined };
  const id = (actor.finishing ?? { id: mainOf(actor) }).id;
  switch (actor.at) {
    case 'shift 50':
    case 'shift 100': {
      const half = actor.at === 'shift 50';
      const [main = 'older'] = Object.keys(record.baseline);
      const traffic =
        half && main !== record.candidate ? { [main]: 50, [record.candidate]: 50 } : { [record.candidate]: 100 };
      const last = rest.todo.length === 0;
      const then = half ? { at: 'shift 100', todo: actor.members } : { at: 'commit', todo: [] };
      return {
        do: 'write',
        what,
        next: { ...state, traffic },
        after: { ...rest, ...((last ? then : {}) as Partial<ReleaseActor>) },
      };
    }
    case 'commit':
      return {
        do: 'write',
        what,
        next: { ...gone, recorded: [...state.recorded, id], snapshot: actor.members },
        after: finishing(actor),
      };
    case 'finish':
      return { do: 'write', what, next: { ...gone, recorded: [...state.recorded, id], snapshot: [] }, after: rest };
    case 'decide':
      return {
        do: 'write',
        what: `aborts ${id}`,
        next: { ...state, record: { ...record, aborted: true } },
        after: { seen: undefined, at: 'restore', todo: (actor.finishing ?? actor).members },
      };
    default: {
      const hold = record.kind === 'rollback' ? record.holdBefore : state.hold;
      return { do: 'write', what, next: { ...gone, traffic: record.baseline, hold }, after: rest };
    }
  }
}
