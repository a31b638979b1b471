/** Computes traffic targets. No other module does. */
import { LATEST, REVISION, type Service, type TrafficTarget } from '../../../src/google/run/resources.ts';
import { shortName } from '../../../src/google/run/revisions.ts';
import { type RolloutRecord, rolloutOf, type TrafficShare } from './records.ts';

/** A tag and the revision it names. */
export interface TrafficTag {
  readonly tag: string;
  readonly revision: string;
}

/**
 * The live revisions, from `trafficStatuses` and not from `traffic`, which differs from it after a failed update. LATEST
 * is resolved to its revision. Largest share first.
 */
export function serving(service: Service): TrafficShare[] {
  const shares = new Map<string, number>();
  for (const { revision, percent } of inEffect(service))
    if (percent > 0) shares.set(revision, (shares.get(revision) ?? 0) + percent);
  return [...shares].map(([revision, percent]) => ({ revision, percent })).sort((a, b) => b.percent - a.percent);
}

/** The traffic of the last write, in effect or not. LATEST is the newest revision. */
export function requestedTraffic(service: Service): TrafficShare[] {
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
 * True if Cloud Run has not yet executed the last write of the traffic, for instance that of
 * another run that restored it. Such traffic cannot be a baseline.
 */
export function isMoving(service: Service): boolean {
  const record = rolloutOf(service);
  if (!service.reconciling || (record && explains(record, service))) return false;
  return !sameShares(requestedTraffic(service), serving(service));
}

/** The tags in effect, with their revisions. */
export function tagsInEffect(service: Service): TrafficTag[] {
  return inEffect(service).flatMap(({ tag, revision }) => (tag ? [{ tag, revision }] : []));
}

/** Tags that are not in effect yet: their revision is starting, or failed. */
export function tagsPending(service: Service): TrafficTag[] {
  const effective = new Set(tagsInEffect(service).map(({ tag, revision }) => `${tag} ${revision}`));
  return (service.traffic ?? []).flatMap(({ tag, revision, type }) => {
    const name = revision || (type === LATEST ? shortName(service.latestCreatedRevision ?? '') : '');
    return tag && name && !effective.has(`${tag} ${name}`) ? [{ tag, revision: name }] : [];
  });
}

/** The targets that Cloud Run applies. */
const inEffect = (service: Service) => named(service.trafficStatuses, service.latestReadyRevision);

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
 * The baseline of a rollout: that of an interrupted rollout whose traffic has not been moved since, else the live revisions. Empty
 * if no revision of the service ever passed its health checks.
 */
export function planBaseline(service: Service | undefined): readonly TrafficShare[] {
  if (!service) return [];
  const record = rolloutOf(service);
  return record && explains(record, service) ? record.baseline : serving(service);
}

/** True if the traffic is unchanged since the last write of that rollout. */
export const explains = (record: RolloutRecord, service: Service): boolean => movedTo(record, service) === undefined;

/**
 * The revision to which another run or user has moved traffic since the last write of that rollout. Requested traffic counts
 * like live traffic until Cloud Run has executed the write; a failed write does not count.
 */
export function movedTo(record: RolloutRecord, service: Service): string | undefined {
  const { candidate, baseline, found = [] } = record;
  const known = new Set([candidate, ...found, ...baseline.map(({ revision }) => revision)]);
  const shares = [...(service.reconciling ? requestedTraffic(service) : []), ...serving(service)];
  return shares.find(({ revision }) => !known.has(revision))?.revision;
}

/**
 * The traffic targets for a candidate with `percent` of the requests; the baseline shares the rest in proportion.
 * With an empty baseline the candidate gets all traffic. Tags are separate targets.
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

/** The traffic targets that restore the baseline. */
export function planRestoredTraffic(baseline: readonly TrafficShare[], tags: readonly TrafficTag[]): TrafficTarget[] {
  return [...targets(scale(baseline, 100)), ...tags.map(({ tag, revision }) => ({ type: REVISION, revision, tag }))];
}

const targets = (shares: readonly TrafficShare[]): TrafficTarget[] =>
  shares.filter(({ percent }) => percent > 0).map(({ revision, percent }) => ({ type: REVISION, revision, percent }));

/** Scales shares to whole percents with the sum `total`, by the largest remainder method. */
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
