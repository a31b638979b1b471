/** Builds comparisons from time series and log entries, one for each class and condition. Pure. */
import type { MetricPoint, MetricTiming } from '../../../src/google/monitoring.ts';
import type { AnalysisCondition } from './conditions.ts';
import { type Comparison, TOLERANCE } from './judge.ts';
import { histogramsOf, percentileBound, slowerThan } from './latency.ts';
import type { LogGap } from './log-counter.ts';
import type { EventCounts, WindowCounts } from './statistics/counts.ts';
import { type CanaryView, countIn, historyWindows, isTimely, type SampleWindow, windowsOf } from './windows.ts';

export interface Readings {
  /** `run.googleapis.com/request_count` of all revisions of the service. */
  readonly requests: readonly MetricPoint[];
  /** `run.googleapis.com/request_latencies`, if a condition needs it. */
  readonly latencies: readonly MetricPoint[];
  /** `run.googleapis.com/container/startup_latencies`. */
  readonly startups: readonly MetricPoint[];
  /** Counters of conditions by their names, log entries included. */
  readonly counters: ReadonlyMap<string, readonly MetricPoint[]>;
  /** Times of which too many log entries were there to count them, by the name of the counter. */
  readonly gaps?: ReadonlyMap<string, readonly LogGap[]>;
}

/** Name of the comparison and its counter. */
export const REFUSED = 'no instance';

const isServerError = ({ labels }: MetricPoint): boolean => Number(labels.response_code) >= 500;

/** Classes of responses, each with a comparison of its own. */
export const CLASSES: readonly {
  name: string;
  matches: (code: number) => boolean;
  serverErrors: boolean;
  cold: boolean;
}[] = [
  { name: '5xx', matches: (code) => code >= 500, serverErrors: true, cold: false },
  { name: '4xx', matches: (code) => code >= 400 && code < 500 && code !== 499, serverErrors: false, cold: false },
  // Clients also cancel because of cold starts, which are no regression.
  { name: '499', matches: (code) => code === 499, serverErrors: false, cold: true },
];

const BASELINE = { kind: 'baseline', ...TOLERANCE } as const;

export function compareAll(
  conditions: readonly AnalysisCondition[],
  readings: Readings,
  view: CanaryView,
  timing: MetricTiming,
  now: number,
): Comparison[] {
  const windows = windowsOf(view, timing, readings.requests, now);
  const past = historyWindows(view, timing);
  const allRequests: Weigh = ({ value }) => ({ requests: Number(value), events: 0 });
  const count = (chosen: readonly SampleWindow[], points: readonly MetricPoint[], weigh: Weigh): WindowCounts[] => {
    const candidate = countIn(chosen, points, [view.candidate], weigh);
    const baseline = countIn(chosen, points, view.baseline, weigh);
    return chosen.map(({ step, percent }, i) => ({
      step,
      percent,
      candidate: candidate[i] as EventCounts,
      baseline: baseline[i] as EventCounts,
    }));
  };
  const traffic = {
    windows: count(windows, readings.requests, allRequests),
    history: countIn(past, readings.requests, view.baseline, allRequests),
    timely: isTimely(view, timing, readings.requests),
  };
  // Whatever a revision fails to answer has no other result: one that fails often would have few client errors, and fast responses.
  const answered = (points: readonly MetricPoint[]) => points.filter((point) => !isServerError(point));
  const compare = (
    rest: Omit<Comparison, 'windows' | 'history' | 'traffic'>,
    points: readonly MetricPoint[],
    weigh: Weigh,
    { warm, cold }: SplitWindows = { warm: windows, cold: [] },
  ): Comparison => ({
    ...rest,
    traffic,
    windows: count(warm, points, weigh),
    cold: count(cold, points, weigh),
    history: countIn(past, points, view.baseline, weigh),
  });
  const byColdStarts = () => splitByColdStarts(windows, readings.startups, view);
  /** Without the windows whose log entries could not all be counted. */
  const counted = (name: string) => {
    const gaps = readings.gaps?.get(name) ?? [];
    const known = windows.filter(({ start, end }) => gaps.every(({ from, to }) => end <= from || start >= to));
    return { windows: { warm: known, cold: [] }, uncounted: windows.length - known.length };
  };

  return conditions.flatMap((condition): Comparison[] => {
    switch (condition.kind) {
      case 'errors':
        return CLASSES.map(({ name, matches, serverErrors, cold }) =>
          compare(
            { name, model: BASELINE, restores: true, serverErrors },
            serverErrors ? readings.requests : answered(readings.requests),
            ({ labels, value }) => ({
              requests: Number(value),
              events: matches(Number(labels.response_code)) ? Number(value) : 0,
            }),
            cold ? byColdStarts() : undefined,
          ),
        );
      case 'refused': {
        const refused = readings.counters.get(REFUSED) ?? [];
        const { windows: known, uncounted } = counted(REFUSED);
        return [
          compare(
            { name: REFUSED, model: BASELINE, restores: true, serverErrors: true, uncounted },
            [...readings.requests.map(asRequests), ...refused.map(asEvents)],
            // The metric does not include them, so they are added to its requests.
            ({ labels, value }) => ({
              requests: Number(value),
              events: labels.counts === 'events' ? Number(value) : 0,
            }),
            known,
          ),
        ];
      }
      case 'latency': {
        const latencies = answered(readings.latencies);
        const own = latencies.filter(({ resourceLabels }) =>
          view.baseline.includes(resourceLabels.revision_name ?? ''),
        );
        const cut = percentileBound(histogramsOf(own), condition.percentile) ?? Number.POSITIVE_INFINITY;
        return [
          compare(
            {
              name: `latency p${condition.percentile}`,
              model: { ...BASELINE, absolute: 0 },
              restores: true,
              serverErrors: false,
            },
            latencies,
            (point) => slowerThan(point, cut),
            byColdStarts(),
          ),
        ];
      }
      default: {
        const counters = readings.counters.get(condition.name) ?? [];
        const { windows: known, uncounted } = counted(condition.name);
        return [
          compare(
            { name: condition.name, model: condition.model, restores: true, serverErrors: false, uncounted },
            [...readings.requests.map(asRequests), ...counters.map(asEvents)],
            ({ labels, value }) =>
              labels.counts === 'events'
                ? { requests: 0, events: Number(value) }
                : { requests: Number(value), events: 0 },
            known,
          ),
        ];
      }
    }
  });
}

type Weigh = (point: MetricPoint) => EventCounts;

/** A condition's counter has no number of requests, so its events are related to the requests of the service. */
const asRequests = (point: MetricPoint): MetricPoint => ({ ...point, labels: { counts: 'requests' } });
const asEvents = (point: MetricPoint): MetricPoint => ({ ...point, labels: { counts: 'events' } });

interface SplitWindows {
  readonly warm: readonly SampleWindow[];
  /** Those in which the candidate started instances. */
  readonly cold: readonly SampleWindow[];
}

function splitByColdStarts(
  windows: readonly SampleWindow[],
  startups: readonly MetricPoint[],
  { candidate }: CanaryView,
): SplitWindows {
  const started = countIn(windows, startups, [candidate], ({ value }) => ({
    requests: typeof value === 'number' ? value : value.count,
    events: 0,
  }));
  const isWarm = (_: SampleWindow, i: number) => started[i]?.requests === 0;
  return { warm: windows.filter(isWarm), cold: windows.filter((one, i) => !isWarm(one, i)) };
}
