/** Who gets which share of the requests. Nothing else in the action decides that. */
import {
  LATEST,
  REVISION,
  type Service,
  type TrafficStatus,
  type TrafficTarget,
} from '../../src/google/run/resources.ts';
import { shortName } from '../../src/google/run/revisions.ts';
import { type Rollout, rolloutOf, type Share } from './records.ts';

/** A tag and the revision it names. */
export interface Tag {
  readonly tag: string;
  readonly revision: string;
}

/**
 * What serves: the fact (`trafficStatuses`), not the wish (`traffic`), which differs from it after a failed update. LATEST
 * is resolved to the revision that it stands for. Largest share first.
 */
export function serving(service: Service): Share[] {
  const shares = new Map<string, number>();
  for (const { revision, percent } of facts(service))
    if (percent > 0) shares.set(revision, (shares.get(revision) ?? 0) + percent);
  return [...shares].map(([revision, percent]) => ({ revision, percent })).sort((a, b) => b.percent - a.percent);
}

/** The tags that are in effect, with the revisions that they name now. */
export function tagsInEffect(service: Service): Tag[] {
  return facts(service).flatMap(({ tag, revision }) => (tag ? [{ tag, revision }] : []));
}

/** Tags that were wished for and are not in effect: of a revision that still starts, or of one that failed. */
export function tagsPending(service: Service): Tag[] {
  const effective = new Set(tagsInEffect(service).map(({ tag, revision }) => `${tag} ${revision}`));
  return (service.traffic ?? []).flatMap(({ tag, revision, type }) => {
    const name = revision || (type === LATEST ? shortName(service.latestCreatedRevision ?? '') : '');
    return tag && name && !effective.has(`${tag} ${name}`) ? [{ tag, revision: name }] : [];
  });
}

function facts(service: Service): { revision: string; percent: number; tag: string | undefined }[] {
  return (service.trafficStatuses ?? []).flatMap(({ type, revision, percent = 0, tag }: TrafficStatus) => {
    const name = revision || (type === LATEST ? shortName(service.latestReadyRevision ?? '') : '');
    return name ? [{ revision: name, percent, tag }] : [];
  });
}

/**
 * What served before a rollout, and what to return to. If a rollout was cut short and nobody has moved the traffic since,
 * its record knows; otherwise what serves now. `proven` is false for a service of which no revision ever proved healthy.
 */
export function planBaseline(service: Service | undefined): { shares: readonly Share[]; from: 'record' | 'traffic' } {
  if (!service) return { shares: [], from: 'traffic' };
  const now = serving(service);
  const record = rolloutOf(service);
  if (record && explains(record, now)) return { shares: record.baseline, from: 'record' };
  return { shares: now, from: 'traffic' };
}

/** True if what serves now is what that rollout left behind. */
export function explains(record: Rollout, now: readonly Share[]): boolean {
  const { candidate, baseline, found = [] } = record;
  const known = new Set([candidate, ...found, ...baseline.map(({ revision }) => revision)]);
  return now.every(({ revision }) => known.has(revision));
}

/**
 * The traffic targets for a candidate with `percent` of the requests; what served before keeps the rest in its proportions.
 * With an empty baseline everything goes to the candidate: there is nothing else. Tags stand as entries of their own.
 */
export function planTraffic(plan: {
  baseline: readonly Share[];
  candidate: string;
  percent: number;
  tags: readonly Tag[];
}): TrafficTarget[] {
  const others = plan.baseline.filter(({ revision }) => revision !== plan.candidate);
  const percent = others.length === 0 ? 100 : plan.percent;
  const shares = [...scale(others, 100 - percent), { revision: plan.candidate, percent }];
  return [...targets(shares), ...plan.tags.map(({ tag, revision }) => ({ type: REVISION, revision, tag }))];
}

/** The traffic targets that bring the baseline back. */
export function planRestoredTraffic(baseline: readonly Share[], tags: readonly Tag[]): TrafficTarget[] {
  return [...targets(scale(baseline, 100)), ...tags.map(({ tag, revision }) => ({ type: REVISION, revision, tag }))];
}

const targets = (shares: readonly Share[]): TrafficTarget[] =>
  shares.filter(({ percent }) => percent > 0).map(({ revision, percent }) => ({ type: REVISION, revision, percent }));

/** Shares in the same proportions that sum to `total`, in whole percent: the largest remainders get what is left over. */
export function scale(shares: readonly Share[], total: number): Share[] {
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
