/**
 * Checks the decisions of runs against the state before each write: holds and freezes block, a release in progress is not taken
 * over, its members agree with its lead, one run at a time moves a canary. This needs a complete log with
 * manual writes and senders.
 */

import { sameShares } from '../../rollout/system.ts';
import { explains, split } from '../../rollout/traffic.ts';
import type { TraceFacts } from '../calls.ts';
import { finishedRollback, undoes } from './finished-rollback.ts';
import { attemptOf, isReleaseOf, leadOf, memberName } from './names.ts';
import { judgeTarget } from './rollback-target.ts';
import type { ServiceWrite, WrittenRecord } from './writes.ts';

/** Milliseconds without a write to the lead after which other runs may take over a release, or the move of a canary. */
const LEASE = 60_000;

/** The history of the log so far. */
export interface History {
  /** The newest write of each service. */
  readonly newest: Map<string, ServiceWrite>;
  /** All writes of each service, oldest first. */
  readonly states: Map<string, ServiceWrite[]>;
  /** Time of the last write of each service's record, which renews the lease; manual writes do not change it. */
  readonly recorded: Map<string, number>;
  /** Services whose traffic was moved manually, with or without a record. */
  readonly movedByHand: Set<string>;
  /** Runs that have restored another run's deploy. */
  readonly restorers: Set<string>;
  /** `RUN SERVICE` of each run that has ended another run's rollback before it was done. */
  readonly undoers: Set<string>;
  /** `SERVICE ID` of each rollout that has started. */
  readonly startedRollouts: Set<string>;
}
type Services = ReadonlyMap<string, ServiceWrite>;

export const newHistory = (): History => ({
  newest: new Map(),
  states: new Map(),
  recorded: new Map(),
  movedByHand: new Set(),
  restorers: new Set(),
  undoers: new Set(),
  startedRollouts: new Set(),
});

/** Adds the write to the history. */
export function remember(
  { newest, states, recorded, movedByHand, restorers, undoers, startedRollouts: begun }: History,
  write: ServiceWrite,
): void {
  const before = newest.get(write.service);
  const known = before?.record;
  const { service, record, traffic, by } = write;
  if (known && !record && !sameShares(traffic, { [known.candidate]: 100 })) {
    if (known.kind === 'deploy') restorers.add(by);
    else undoers.add(`${by} ${service}`);
  }
  if (record?.write === 1) begun.add(`${service} ${record.id}`);
  if (record && (record.id !== known?.id || record.write !== known.write)) recorded.set(service, write.at ?? 0);
  if (before && record?.id === known?.id && record?.write === known?.write && !sameShares(traffic, before.traffic))
    movedByHand.add(service);
  newest.set(service, write);
  states.set(service, [...(states.get(service) ?? []), write]);
}

/** The problem of the write, if any. */
export function judgeDecision(write: ServiceWrite, history: History, facts: TraceFacts): string | undefined {
  const services = history.newest;
  const before = services.get(write.service);
  const known = before?.record;
  const { record } = write;
  const begins = record !== undefined && record.id !== known?.id;
  return (
    (begins ? judgeBegin(before, write, record, history, facts) : undefined) ??
    judgeIncrease(before, write, facts) ??
    judgeHold(before, write, history, facts) ??
    (known && !record ? judgeEnd(before as ServiceWrite, known, write, services, facts) : undefined) ??
    (known && record?.id === known.id ? judgeCanary(history, known, write, record, facts) : undefined) ??
    judgeAbort(history, write, facts) ??
    judgeIdle(before, write) ??
    judgeWaiting(before, write, facts)
  );
}

function judgeBegin(
  before: ServiceWrite | undefined,
  write: ServiceWrite,
  record: WrittenRecord,
  history: History,
  facts: TraceFacts,
): string | undefined {
  const { service, by, at = 0, hold, freeze } = write;
  const known = before?.record;
  const isDeploy = record.kind === 'deploy';
  if (isDeploy && hold !== undefined && !facts.releases?.(by)) return `${record.id} begins under a hold`;
  if (isDeploy && freeze !== undefined && !facts.forced?.(by)) return `${record.id} begins in a freeze`;
  if (known && attemptOf(known.id) === attemptOf(record.id))
    return `${record.id} begins over ${known.id} of the same run`;
  if (history.startedRollouts.has(`${service} ${record.id}`)) return `${record.id} begins twice`;
  const lead = known && history.newest.get(leadOf(known, service));
  const isUndecided = lead?.record?.id === known?.id && !lead?.record?.release?.aborted;
  // An earlier attempt of the same run has ended.
  const isEarlier = known !== undefined && runIn(known.id) === runIn(record.id);
  if (
    known &&
    isDeploy &&
    isReleaseOf(known) &&
    isUndecided &&
    !isEarlier &&
    sinceLastWrite(history, leadOf(known, service), at) < LEASE
  )
    return `${record.id} begins over the release ${known.id}, which is in progress`;
  if (!before) return undefined;
  // The hold of an interrupted rollback goes with it.
  const inheritsHold = !isDeploy && known?.kind === 'rollback' && isOfRun(before.holdBy, known, facts);
  const holdBefore = inheritsHold ? known.holdBefore : before.hold;
  if (record.holdBefore !== holdBefore)
    return `${record.id} would leave the hold ${record.holdBefore}, and before it was ${holdBefore}`;
  const inherited = known && explains(known, { serving: before.traffic, traffic: before.traffic });
  const baselines = inherited ? [known.baseline] : [before.traffic, before.serving];
  const { baseline } = record;
  if (!baselines.some((one) => sameShares(one, baseline)))
    return `${record.id} would return to ${JSON.stringify(baseline)}, and before it was ${JSON.stringify(baselines)}`;
  if (isDeploy || !facts.unforced) return undefined;
  return judgeTarget({
    before,
    by,
    record,
    states: history.states,
    movedByHand: history.movedByHand.size > 0,
    restores: history.restorers.has(by),
    undoes: history.undoers.has(`${by} ${before.service}`),
    repeats: facts.refused?.has(by) ?? false,
    runOf: facts.runOf,
    ageOf: facts.ageOf,
  });
}

/** A candidate's traffic increases: not in a freeze, nor once its release is aborted. */
function judgeIncrease(before: ServiceWrite | undefined, write: ServiceWrite, facts: TraceFacts): string | undefined {
  const { record, freeze, traffic, by } = write;
  const known = before?.record;
  if (!record || known?.id !== record.id || !before) return undefined;
  const more = (traffic[record.candidate] ?? 0) - (before.traffic[record.candidate] ?? 0);
  // A concurrent hold does not change the record.
  if (known.release?.aborted && (more > 0 || record.write !== known.write))
    return `${record.id} continues although it was aborted`;
  const isMine = facts.runOf?.(record.id) === facts.runOf?.(by);
  if (
    !isMine &&
    record.write !== known.write &&
    isReleaseOf(known) &&
    !known.release?.canary &&
    !record.release?.aborted
  )
    return `${record.id} is continued by ${by}`;
  if (more <= 0) return undefined;
  if (!explains(known, { serving: before.traffic, traffic: before.traffic }))
    return `${record.id} continues although its traffic was moved to ${JSON.stringify(before.traffic)}`;
  if (record.kind === 'deploy' && freeze !== undefined && !facts.forced?.(by))
    return `${record.id} gets ${more} % more in a freeze`;
  const canary = record.release?.canary;
  const owner = canary?.advancing;
  if (canary && canary.at !== 'null' && owner === undefined)
    return `${record.id} is moved by ${by}, which does not say so first`;
  if (owner !== undefined && facts.runOf && facts.runOf(owner) !== facts.runOf(by))
    return `${record.id} is moved by ${by}, and ${owner} advances it`;
  return undefined;
}

/** A hold is set by a rollback or manually. A run that releases it, or the restore of that rollback, removes it. */
function judgeHold(
  before: ServiceWrite | undefined,
  write: ServiceWrite,
  { states }: History,
  facts: TraceFacts,
): string | undefined {
  if (before === undefined || before.hold === write.hold) return undefined;
  if (undoes(write, finishedRollback(states.get(write.service) ?? [], before), facts)) return undefined;
  const known = before.record;
  const { record, hold, by } = write;
  if (hold === undefined || hold === known?.holdBefore) {
    const isOwn = known?.kind === 'rollback' && record === undefined;
    return isOwn || facts.releases?.(by) ? undefined : 'it drops a hold';
  }
  const begins = record?.kind === 'rollback' && record.write === 1 && known?.id !== record.id;
  if (begins) return undefined;
  if (before.hold !== undefined) return 'it replaces the hold that stands';
  const isOnlyChange = record?.id === known?.id && sameShares(write.traffic, before.traffic);
  return isOnlyChange ? undefined : 'it sets a hold beside something else';
}

function judgeEnd(
  before: ServiceWrite,
  known: WrittenRecord,
  write: ServiceWrite,
  services: Services,
  facts: TraceFacts,
): string | undefined {
  const finished = sameShares(write.traffic, { [known.candidate]: 100 }) && !sameShares(known.baseline, write.traffic);
  const alone = !isReleaseOf(known);
  const had = before.traffic[known.candidate] ?? 0;
  const isBoth = sameShares(known.baseline, { [known.candidate]: 100 });
  // The last traffic write of a rollback of one service ends it.
  if (alone && known.kind === 'deploy' && finished && had !== 100)
    return `${known.id} ends with all traffic on its candidate, which had ${had} %`;
  if (
    !finished &&
    !isBoth &&
    known.kind === 'rollback' &&
    isOfRun(before.holdBy, known, facts) &&
    write.hold !== known.holdBefore
  )
    return `${known.id} is restored, and leaves its hold`;
  if (
    !finished &&
    write.mask.includes('traffic') &&
    !explains(known, { serving: before.traffic, traffic: before.traffic })
  )
    return `${known.id} is restored over ${JSON.stringify(before.traffic)}, to which its traffic was moved`;
  if (alone) return undefined;
  const leadName = leadOf(known, write.service);
  if (leadName === write.service) return finished ? judgeCommit(known, write.service, services) : undefined;
  // A member without a new revision ends equally forward and back.
  if (isBoth) return undefined;
  const leading = services.get(leadName);
  const committed = leading?.rollouts.includes(known.id) ?? false;
  const isUndecided = leading?.record?.id === known.id && !leading.record.release?.aborted;
  if (!finished && isUndecided && facts.runOf && facts.runOf(known.id) !== facts.runOf(write.by))
    return `${known.id} is restored on a member, and its lead is undecided`;
  if (finished && !committed) return `${known.id} ends on a member, and its lead has not committed it`;
  return finished || !committed ? undefined : `${known.id} is restored on a member, and its lead has committed it`;
}

/** The URL of a run ends with its number. */
const isOfRun = (page: string | undefined, { id }: WrittenRecord, { runOf }: TraceFacts): boolean =>
  page?.endsWith(`/runs/${runOf?.(id)}`) ?? false;

/** The commit point: the candidates of all members have all traffic. */
function judgeCommit({ id, release }: WrittenRecord, lead: string, services: Services): string | undefined {
  for (const key of release?.members ?? []) {
    const member = services.get(memberName(key, lead));
    const record = member?.record;
    if (record?.id !== id) return `${id} is committed, and its record is not on ${key}`;
    if (!sameShares(member?.traffic ?? {}, { [record.candidate]: 100 }))
      return `${id} is committed, and ${key} has ${JSON.stringify(member?.traffic)}`;
  }
  return undefined;
}

/** A release in progress is ended by its own run, or by a rollback. */
function judgeAbort(
  history: History,
  { service, record, by, at }: ServiceWrite,
  facts: TraceFacts,
): string | undefined {
  const known = history.newest.get(service)?.record;
  if (!record?.release?.aborted || known?.id !== record.id || known.release?.aborted || known.release?.canary)
    return undefined;
  const isOwn = facts.runOf?.(record.id) === facts.runOf?.(by);
  if (isOwn || facts.rollsBack?.(by) || sinceLastWrite(history, service, at ?? 0) >= LEASE) return undefined;
  return `${by} ends the release ${record.id}, which is in progress`;
}

/** One run at a time moves a canary; another takes over after a minute without a write. */
function judgeCanary(
  history: History,
  known: WrittenRecord,
  { service, by, at, hold }: ServiceWrite,
  record: WrittenRecord,
  { runOf }: TraceFacts,
): string | undefined {
  const had = known.release?.canary;
  const has = record.release?.canary;
  if (!had || !has || !runOf) return undefined;
  const isOwn = (owner: string) => runOf(owner) === runOf(by);
  if (has.advancing !== had.advancing && has.advancing !== undefined) {
    if (record.kind === 'deploy' && hold !== undefined && hold !== record.holdBefore)
      return `${by} advances ${record.id} under a hold`;
    if (!isOwn(has.advancing)) return `${by} lets ${has.advancing} advance ${record.id}`;
    if (had.advancing !== undefined && !isOwn(had.advancing) && sinceLastWrite(history, service, at ?? 0) < LEASE)
      return `${by} advances ${record.id}, which ${had.advancing} is advancing`;
  }
  if (has.at !== had.at && had.at !== 'null' && had.advancing !== undefined && !isOwn(had.advancing))
    return `${by} changes the state of ${record.id}, which ${had.advancing} is advancing`;
  return undefined;
}

/** Recorded releases have all traffic, and writes without changes are not sent. */
function judgeIdle(before: ServiceWrite | undefined, write: ServiceWrite): string | undefined {
  if (!before) return undefined;
  const { record, traffic, mask } = write;
  const known = before.record;
  const gained = write.releases.filter((one) => !before.releases.includes(one));
  if (record === undefined && known === undefined && gained.some((one) => (traffic[one] ?? 0) !== 100))
    return `it records ${gained}, and traffic is ${JSON.stringify(traffic)}`;
  const repeated =
    record !== undefined &&
    record.id === known?.id &&
    record.write !== known.write &&
    mask.includes('traffic') &&
    sameShares(traffic, before.traffic) &&
    sameShares(traffic, split(record.baseline, record.candidate, traffic[record.candidate] ?? 0)) &&
    (traffic[record.candidate] ?? 0) > 0;
  return repeated ? `${record.id} shifts traffic to where it is` : undefined;
}

/** A waiting commit is only replaced by a newer one. */
function judgeWaiting(
  before: ServiceWrite | undefined,
  { waiting }: ServiceWrite,
  { ageOf }: TraceFacts,
): string | undefined {
  if (before?.waiting === undefined || waiting === undefined || waiting === before.waiting) return undefined;
  const [had, has] = [before.waiting, waiting].map((commit) => ageOf?.(commit));
  return had !== undefined && has !== undefined && has < had
    ? `${waiting} waits in place of the newer ${before.waiting}`
    : undefined;
}

const sinceLastWrite = ({ recorded }: History, service: string, at: number): number =>
  at - (recorded.get(service) ?? Number.NEGATIVE_INFINITY);

/** The run that a rollout belongs to, by its id. */
const runIn = (id: string): string => id.split('-')[0] ?? '';
