/**
 * Compares latency percentiles as rates: how many requests of each revision take longer than the baseline's
 * percentile. A histogram has only buckets, so the threshold is the upper bound of the percentile's bucket. Pure.
 */
import type { Histogram, MetricPoint } from '../../../src/google/monitoring.ts';
import type { EventCounts } from './statistics/counts.ts';

/** The upper bound of the bucket of the percentile, in milliseconds; undefined without values. */
export function percentileBound(histograms: readonly Histogram[], percentile: number): number | undefined {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { bounds, counts: inBucket } of histograms)
    for (const [i, bound] of bounds.entries()) {
      const count = inBucket[i] ?? 0;
      if (count === 0) continue;
      counts.set(bound, (counts.get(bound) ?? 0) + count);
      total += count;
    }
  let below = 0;
  for (const [bound, count] of [...counts].sort(([a], [b]) => a - b)) {
    below += count;
    if (below >= (percentile / 100) * total) return bound;
  }
  return undefined;
}

/** All requests, and those in buckets above the threshold. */
export function slowerThan({ value }: MetricPoint, cut: number): EventCounts {
  if (typeof value === 'number') return { requests: 0, events: 0 };
  const events = value.counts.reduce((sum, count, i) => sum + ((value.bounds[i] ?? 0) > cut ? count : 0), 0);
  return { requests: value.count, events };
}

export const histogramsOf = (points: readonly MetricPoint[]): Histogram[] =>
  points.flatMap(({ value }) => (typeof value === 'number' ? [] : [value]));
