/** Traffic plans: the baseline that a rollout returns to, and the share of its candidate. */
import type { RevisionName, RolloutRecord, Service, Shares } from './system.ts';

/** What a rollout that begins now returns to. A record that explains the live traffic takes precedence over it. */
export function baselineOf(service: Service): Shares {
  const { rollout, serving } = service;
  return rollout && explains(rollout, service) ? rollout.baseline : serving;
}

/**
 * True if the traffic is as that rollout left it. The requested traffic also counts: the live traffic
 * follows it by seconds.
 */
export function explains(
  record: Pick<RolloutRecord, 'candidate' | 'found' | 'baseline'>,
  { serving, traffic }: Pick<Service, 'serving' | 'traffic'>,
): boolean {
  const known = new Set([record.candidate, ...record.found, ...Object.keys(record.baseline)]);
  return [...Object.keys(serving), ...Object.keys(traffic)].every((revision) => known.has(revision));
}

/** The candidate gets `percent`, the baseline the rest. Where there is no baseline the candidate gets everything. */
export function split(baseline: Shares, candidate: RevisionName, percent: number): Shares {
  const others = Object.keys(baseline).filter((revision) => revision !== candidate);
  if (others.length === 0) return { [candidate]: 100 };
  if (percent === 100) return { [candidate]: 100 };
  // One baseline revision is enough for the protocol; proportions among several are a pure function with tests of its own.
  const [main] = others as [RevisionName];
  return percent === 0 ? { [main]: 100 } : { [main]: 100 - percent, [candidate]: percent };
}
