/** Sampling periods of a canary: those within one traffic step, and the counts in each. Pure. */
import type { MetricPoint, MetricTiming } from '../../../src/google/monitoring.ts';
import type { EventCounts } from './statistics/counts.ts';

/** The time in which a step's shares were in effect and we sent no probe request, in milliseconds since 1970. */
export interface StepSpan {
  readonly step: number;
  readonly percent: number;
  readonly from: number;
  /** Undefined while it lasts. */
  readonly to: number | undefined;
}

export interface SampleWindow {
  readonly step: number;
  readonly percent: number;
  readonly start: number;
  readonly end: number;
}

/** A candidate and what it is compared with, by the short names of their revisions. */
export interface CanaryView {
  readonly candidate: string;
  /** Pooled. */
  readonly baseline: readonly string[];
  readonly spans: readonly StepSpan[];
}

/** How long before the rollout the history of the baseline starts. */
export const HISTORY = 3_600_000;

/**
 * The complete windows within a step: values older than the ingestion delay are visible. `points` show where
 * in the minute a sampling period ends.
 */
export function windowsOf(
  { spans }: Pick<CanaryView, 'spans'>,
  { samplePeriod, ingestDelay }: MetricTiming,
  points: readonly MetricPoint[],
  now: number,
): SampleWindow[] {
  const phase = (points[0]?.end ?? 0) % samplePeriod;
  const visible = now - ingestDelay;
  return spans.flatMap(({ step, percent, from, to }) => {
    const windows: SampleWindow[] = [];
    const first = Math.ceil((from - phase) / samplePeriod) * samplePeriod + phase;
    for (let start = first; start + samplePeriod <= Math.min(to ?? visible, visible); start += samplePeriod)
      windows.push({ step, percent, start, end: start + samplePeriod });
    return windows;
  });
}

/** Milliseconds before the first step in which its health checks are looked for. */
const CHECKED_BEFORE = 600_000;

/** Whether requests to the candidate right before the current step are visible: its health checks, if it has any. */
export function isTimely(
  { spans, candidate }: Pick<CanaryView, 'spans' | 'candidate'>,
  { samplePeriod }: MetricTiming,
  points: readonly MetricPoint[],
): boolean {
  const current = spans.at(-1);
  if (!current) return false;
  const since = spans.at(-2)?.to ?? current.from - CHECKED_BEFORE;
  return points.some(
    ({ resourceLabels, end }) =>
      resourceLabels.revision_name === candidate && end > since && end <= current.from + samplePeriod,
  );
}

/** Windows of the hour before the first step, oldest first. */
export function historyWindows({ spans }: Pick<CanaryView, 'spans'>, { samplePeriod }: MetricTiming): SampleWindow[] {
  const until = spans[0]?.from ?? 0;
  const count = Math.floor(HISTORY / samplePeriod);
  return Array.from({ length: count }, (_, i) => {
    const end = Math.floor(until / samplePeriod - i) * samplePeriod;
    return { step: -1, percent: 0, start: end - samplePeriod, end };
  }).reverse();
}

/** Index of the first of the rising numbers that is `value` or more; their count if none is. */
function firstAtLeast(rising: readonly number[], value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each window, oldest first, the sum of what `weigh` takes from the points of the revisions. */
export function countIn(
  windows: readonly SampleWindow[],
  points: readonly MetricPoint[],
  revisions: readonly string[],
  weigh: (point: MetricPoint) => EventCounts,
): EventCounts[] {
  const chosen = points.filter(({ resourceLabels }) => revisions.includes(resourceLabels.revision_name ?? ''));
  const byEnd = new Map<number, { requests: number; events: number }>();
  const ends = windows.map(({ end }) => end);
  const period = (windows[0]?.end ?? 0) - (windows[0]?.start ?? 0);
  for (const point of chosen) {
    // Sampling times of series can differ slightly.
    const end = ends[firstAtLeast(ends, point.end)];
    if (end === undefined || point.end <= end - period) continue;
    const sum = byEnd.get(end) ?? { requests: 0, events: 0 };
    const { requests, events } = weigh(point);
    sum.requests += requests;
    sum.events += events;
    byEnd.set(end, sum);
  }
  return ends.map((end) => byEnd.get(end) ?? { requests: 0, events: 0 });
}
