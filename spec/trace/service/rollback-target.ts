/** The target of a rollback to `previous`: the state before the rollout in flight if there is one, else the previous release. Pure. */
import { explains } from '../../rollout/traffic.ts';
import { attemptOf, isReleaseOf, leadOf, memberKey } from './names.ts';
import type { ServiceWrite, WrittenRecord } from './writes.ts';

/** The facts by which a starting rollback is judged. */
export interface RollbackFacts {
  readonly before: ServiceWrite;
  readonly by: string;
  readonly record: WrittenRecord;
  /** All writes so far of each service in the log; the rollback has all of them as members. */
  readonly states: ReadonlyMap<string, readonly ServiceWrite[]>;
  /** A person has moved traffic of one of them. */
  readonly movedByHand: boolean;
  /** Its run has restored another run's deploy. */
  readonly restores: boolean;
  /** Its run has ended another run's rollback of this service, so what that one went back from is live again. */
  readonly undoes: boolean;
  /** One of its writes was refused, so its plan may be older than the last write of the service. */
  readonly repeats: boolean;
  readonly runOf: ((by: string) => string) | undefined;
  readonly ageOf: ((name: string) => number | undefined) | undefined;
}

/** Maximum of combinations of states that are checked; beyond it there is no verdict. */
const MOST = 200;

/** The problem of its candidate, if any. */
export function judgeTarget(facts: RollbackFacts): string | undefined {
  const { before, record, states, movedByHand, runOf, ageOf } = facts;
  const { record: known, service, traffic, holdBy, holdAt } = before;
  const again = attemptOf(record.id).endsWith('-2') && holdBy?.endsWith(`/${runOf?.(record.id)}`);
  if (again)
    return holdAt === undefined || record.candidate === holdAt
      ? undefined
      : `${record.id} rolls back to ${record.candidate}, and its first attempt to ${holdAt}`;
  if (states.size > 1 && movedByHand) return facts.restores ? undefined : judgeCombination(facts);
  const lead = record.release && states.get(leadOf(record, service))?.at(-1);
  if (lead && lead.service !== service && lead.record?.id === record.id) {
    const [here, there] = [record, lead.record].map(({ candidate }) => ageOf?.(candidate));
    return here === there
      ? undefined
      : `${record.id} rolls back to ${record.candidate}, and the lead to another commit`;
  }
  // It has restored a release, and goes to its baseline.
  if (facts.restores || (known && isReleaseOf(known))) return undefined;
  const inFlight = known && explains(known, { serving: traffic, traffic }) ? known : undefined;
  const [first] = Object.keys(inFlight?.baseline ?? {});
  if (inFlight?.kind === 'deploy' && first !== undefined)
    return record.candidate === first
      ? undefined
      : `${record.id} rolls back to ${record.candidate}, and ${first} served before`;
  const current = first ?? largest(traffic) ?? '';
  // A rollout that it found was restored by that rollout's own run.
  if (record.candidate === current && !facts.undoes) return undefined;
  const wanted = earlierRelease(before, current);
  return record.candidate === wanted
    ? undefined
    : `${record.id} rolls back to ${record.candidate}, and not to ${wanted}`;
}

/** The newest release before the live one that was not rolled back from. */
function earlierRelease({ releases, standing }: ServiceWrite, current: string): string | undefined {
  const position = releases.lastIndexOf(current);
  const earlier = position < 0 ? releases : releases.slice(0, position);
  return earlier.findLast((one) => one !== current && standing.includes(one));
}

/**
 * After a person has moved the traffic of one service, the live combination may be new: the rollback goes to the newest combination
 * that ran and was not withdrawn. The log does not show when it read the other services, so it may have seen any of their states so far.
 */
function judgeCombination({ before, record, states, repeats }: RollbackFacts): string | undefined {
  const others = [...states].filter(([service]) => service !== before.service).map(([, writes]) => writes);
  if (others.reduce((count, writes) => count * writes.length, 1) > MOST) return undefined;
  const order = [...states.keys()];
  const wanted = new Set<string | undefined>();
  const own = repeats ? (states.get(before.service) ?? []).slice(-2) : [before];
  for (const seen of choices([own, ...others])) {
    const services = seen.sort((a, b) => order.indexOf(a.service) - order.indexOf(b.service));
    // A release in flight is restored first, and the rollback is relative to it.
    if (services.some((one) => one.record && isReleaseOf(one.record))) return undefined;
    wanted.add(previousCombination(services)?.get(before.service));
  }
  return wanted.has(record.candidate)
    ? undefined
    : `${record.id} rolls back to ${record.candidate}, and the newest combination that ran has ${[...wanted].join(' or ')}`;
}

interface Combination {
  readonly revisions: ReadonlyMap<string, string | undefined>;
  readonly standing: boolean;
}

/** Revisions by service of the newest combination before the live one that was not rolled back from. */
function previousCombination(services: readonly ServiceWrite[]): Combination['revisions'] | undefined {
  const whole = combinationsOf(services).filter(({ revisions }) => services.every((one) => revisions.get(one.service)));
  const serves = ({ revisions }: Combination) =>
    services.every(({ service, traffic }) => revisions.get(service) === largest(traffic));
  return whole.slice(whole.findIndex(serves) + 1).find((one) => one.standing && !serves(one))?.revisions;
}

/** Combinations that ran, newest first: from the record, or by the run or the commit of the first service's releases. */
function combinationsOf(services: readonly ServiceWrite[]): Combination[] {
  const entries = services.flatMap(({ entries }, i) => entries.filter(({ members }) => members || i === 0));
  return [...entries]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .flatMap(({ members, rollout, commit, withdrawn }): Combination[] => {
      const standing = withdrawn === undefined;
      if (!members) {
        const found = services.map(({ service, entries: here }) => {
          const same =
            here.findLast((one) => one.rollout === rollout) ??
            here.findLast((one) => one.commit === commit && one.withdrawn === undefined);
          return [service, same?.revision] as const;
        });
        return [{ revisions: new Map(found), standing }];
      }
      const of = (which: 'revision' | 'before') =>
        new Map(services.map(({ service }) => [service, members[memberKey(service)]?.[which]]));
      return [
        { revisions: of('revision'), standing },
        { revisions: of('before'), standing: true },
      ];
    });
}

/** The Cartesian product of the lists. */
function choices<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((known, list) => known.flatMap((one) => list.map((next) => [...one, next])), [[]]);
}

const largest = (traffic: ServiceWrite['traffic']): string | undefined =>
  Object.entries(traffic).sort((a, b) => b[1] - a[1])[0]?.[0];
