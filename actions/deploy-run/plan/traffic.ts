/** Who gets which share of the requests. Nothing else in the action decides that. */
import { LATEST, REVISION, type Service, type TrafficTarget } from '../../../src/google/run/resources.ts';
import { shortName } from '../../../src/google/run/revisions.ts';
import { type RolloutRecord, rolloutOf, type TrafficShare } from './records.ts';

/** A tag and the revision it names. */
export interface TrafficTag {
  readonly tag: string;
  readonly revision: string;
}

/**
 * The live revisions: the fact (`trafficStatuses`), not the wish (`traffic`), which differs from it after a failed update. LATEST
 * is resolved to the revision that it represents. Largest share first.
 */
export function serving(service: Service): TrafficShare[] {
  const shares = new Map<string, number>();
  for (const { revision, percent } of facts(service))
    if (percent > 0) shares.set(revision, (shares.get(revision) ?? 0) + percent);
  return [...shares].map(([revision, percent]) => ({ revision, percent })).sort((a, b) => b.percent - a.percent);
}

/** What the last write asked for, whether it is in effect or not. LATEST represents the newest revision. */
export function askedFor(service: Service): TrafficShare[] {
  return named(service.traffic, service.latestCreatedRevision).flatMap(({ revision, percent }) =>
    percent > 0 ? [{ revision, percent }] : [],
  );
}

/** True if both give the same revisions the same shares, in any order. */
export const sameShares = (a: readonly TrafficShare[], b: readonly TrafficShare[]): boolean =>
  shareKey(a) === shareKey(b);

const shareKey = (shares: readonly TrafficShare[]): string =>
  shares
    .map(({ revision, percent }) => `${revision}=${percent}`)
    .sort()
    .join();

/**
 * True if the traffic is on its way to something else, so that it is nothing to return to: a write was made, for instance by
 * another run that restored the traffic, and Cloud Run has not carried it out yet.
 */
export function isMoving(service: Service): boolean {
  const record = rolloutOf(service);
  if (!service.reconciling || (record && explains(record, service))) return false;
  return !sameShares(askedFor(service), serving(service));
}

/** The tags that are in effect, with the revisions that they name now. */
export function tagsInEffect(service: Service): TrafficTag[] {
  return facts(service).flatMap(({ tag, revision }) => (tag ? [{ tag, revision }] : []));
}

/** Tags that were wished for and are not in effect: of a revision that still starts, or of one that failed. */
export function tagsPending(service: Service): TrafficTag[] {
  const effective = new Set(tagsInEffect(service).map(({ tag, revision }) => `${tag} ${revision}`));
  return (service.traffic ?? []).flatMap(({ tag, revision, type }) => {
    const name = revision || (type === LATEST ? shortName(service.latestCreatedRevision ?? '') : '');
    return tag && name && !effective.has(`${tag} ${name}`) ? [{ tag, revision: name }] : [];
  });
}

const facts = (service: Service) => named(service.trafficStatuses, service.latestReadyRevision);

/** The targets, each with the short name of its revision. `latest` is the full name of what LATEST represents. */
function named(
  targets: readonly TrafficTarget[] | undefined,
  latest: string | undefined,
): { revision: string; percent: number; tag: string | undefined }[] {
  return (targets ?? []).flatMap(({ type, revision, percent = 0, tag }) => {
    const name = revision || (type === LATEST ? shortName(latest ?? '') : '');
    return name ? [{ revision: name, percent, tag }] : [];
  });
}

/**
 * What served before a rollout, and what to return to. If a rollout was cut short and no one has moved the traffic since,
 * its record knows; otherwise the live revisions do. `proven` is false for a service of which no revision ever passed its health checks.
 */
export function planBaseline(service: Service | undefined): {
  shares: readonly TrafficShare[];
  from: 'record' | 'traffic';
} {
  if (!service) return { shares: [], from: 'traffic' };
  const now = serving(service);
  const record = rolloutOf(service);
  if (record && explains(record, service)) return { shares: record.baseline, from: 'record' };
  return { shares: now, from: 'traffic' };
}

/** True if the traffic is what that rollout left: no one else has moved it since. */
export const explains = (record: RolloutRecord, service: Service): boolean => movedTo(record, service) === undefined;

/**
 * The revision to which another run or user has moved traffic since that rollout wrote, if there is one. What was asked for counts
 * beside the live revisions until Cloud Run has carried it out; what it could not execute does not.
 */
export function movedTo(record: RolloutRecord, service: Service): string | undefined {
  const { candidate, baseline, found = [] } = record;
  const known = new Set([candidate, ...found, ...baseline.map(({ revision }) => revision)]);
  const shares = [...(service.reconciling ? askedFor(service) : []), ...serving(service)];
  return shares.find(({ revision }) => !known.has(revision))?.revision;
}

/**
 * The traffic targets for a candidate with `percent` of the requests; what served before keeps the rest in its proportions.
 * With an empty baseline everything goes to the candidate: there is nothing else. Tags stand as entries of their own.
 */
export function planTraffic(plan: {
  baseline: readonly TrafficShare[];
  candidate: string;
  percent: number;
  tags: readonly TrafficTag[];
}): TrafficTarget[] {
  const others = plan.baseline.filter(({ revision }) => revision !== plan.candidate);
  const percent = others.length === 0 ? 100 : plan.percent;
  const shares = [...scale(others, 100 - percent), { revision: plan.candidate, percent }];
  return [...targets(shares), ...plan.tags.map(({ tag, revision }) => ({ type: REVISION, revision, tag }))];
}

/** The traffic targets that bring the baseline back. */
export function planRestoredTraffic(baseline: readonly TrafficShare[], tags: readonly TrafficTag[]): TrafficTarget[] {
  return [...targets(scale(baseline, 100)), ...tags.map(({ tag, revision }) => ({ type: REVISION, revision, tag }))];
}

const targets = (shares: readonly TrafficShare[]): TrafficTarget[] =>
  shares.filter(({ percent }) => percent > 0).map(({ revision, percent }) => ({ type: REVISION, revision, percent }));

/** Shares in the same proportions that sum to `total`, in whole percent: the largest remainders get what is left over. */
export function scale(shares: readonly TrafficShare[], total: number): TrafficShare[] {
  const sum = shares.reduce((all, { percent }) => all + percent, 0);
  if (sum === 0 || total === 0) return [];
  const exact = shares.map(({ revision, percent }) => ({ revision, exact: (percent * total) / sum }));
  const result = exact.map(({ revision, exact }) => ({ revision, percent: Math.floor(exact) }));
  let left = total - result.reduce((all, { percent }) => all + percent, 0);
  const byRemainder = exact.map(({ exact }, i) => [exact - Math.floor(exact), i] as const).sort((a, b) => b[0] - a[0]);
  for (const [, i] of byRemainder) {
    if (left-- <= 0) break;
    const share = result[i] as { revision: string; percent: number };
    share.percent++;
  }
  return result.filter(({ percent }) => percent > 0);
}

/** The URL of a tag, once it is in effect. */
export const tagUrl = (service: Service, tag: string): string | undefined =>
  service.trafficStatuses?.find((status) => status.tag === tag)?.uri;
