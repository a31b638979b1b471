/** Time series in memory: one value for each sampling period, named by metric, resource and their labels. */
import type { Clock } from '../core/clock.ts';
import {
  addValue,
  type Distribution,
  emptyDistribution,
  KINDS,
  REQUEST_COUNT,
  REQUEST_LATENCIES,
  STARTUP_LATENCIES,
} from './metrics.ts';

export interface Labeled {
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface TimeSeries {
  readonly project: string;
  readonly metric: Labeled;
  readonly resource: Labeled;
  /** By the end of the sampling period, in milliseconds since 1970. */
  readonly points: Map<number, number | Distribution>;
}

/** One request to an instance, or `count` equal ones. */
export interface ServedRequest {
  readonly project: string;
  /** The revision's resource labels, as in logs. */
  readonly resource: Labeled;
  readonly status: number;
  readonly latencyMs: number;
  /** End time. Default: now. */
  readonly at?: number;
  readonly count?: number;
}

export interface MetricStore {
  /** Milliseconds. Documented: 60 s. */
  samplePeriod: number;
  /** Milliseconds after a sampling period until its value is visible. Documented: up to 180 s. */
  ingestionDelay: number;
  readonly series: ReadonlyMap<string, TimeSeries>;
  request(request: ServedRequest): void;
  started(project: string, resource: Labeled, latencyMs: number, at?: number): void;
  /** Adds to a counter of another metric, such as one based on logs. */
  count(project: string, metric: Labeled, resource: Labeled, count: number, at?: number): void;
  clear(): void;
}

/** Maximum of stored points per series, for long-running emulators: one day. */
const KEPT = 1440;

export function createMetricStore(clock: Clock): MetricStore {
  const series = new Map<string, TimeSeries>();
  const slot = (project: string, metric: Labeled, resource: Labeled, at: number) => {
    const key = JSON.stringify([project, metric.type, metric.labels, resource.type, resource.labels]);
    let one = series.get(key);
    if (!one) {
      one = { project, metric, resource, points: new Map() };
      series.set(key, one);
    }
    const end = (Math.floor(at / store.samplePeriod) + 1) * store.samplePeriod;
    if (!one.points.has(end) && one.points.size >= KEPT) one.points.delete(one.points.keys().next().value as number);
    return { points: one.points, end };
  };
  const addCount = (project: string, metric: Labeled, resource: Labeled, count: number, at: number) => {
    const { points, end } = slot(project, metric, resource, at);
    points.set(end, ((points.get(end) as number | undefined) ?? 0) + count);
  };
  const addTo = (project: string, metric: Labeled, resource: Labeled, value: number, count: number, at: number) => {
    const { points, end } = slot(project, metric, resource, at);
    const distribution = (points.get(end) as Distribution | undefined) ?? emptyDistribution();
    addValue(distribution, value, count);
    points.set(end, distribution);
  };
  const store: MetricStore = {
    samplePeriod: 60_000,
    ingestionDelay: 180_000,
    series,
    request({ project, resource, status, latencyMs, at = clock.now(), count = 1 }) {
      const labels = {
        response_code: String(status),
        response_code_class: `${Math.floor(status / 100)}xx`,
        route: resource.labels.service_name ?? '',
      };
      addCount(project, { type: REQUEST_COUNT, labels }, resource, count, at);
      addTo(project, { type: REQUEST_LATENCIES, labels }, resource, latencyMs, count, at);
    },
    started(project, resource, latencyMs, at = clock.now()) {
      addTo(project, { type: STARTUP_LATENCIES, labels: {} }, resource, latencyMs, 1, at);
    },
    count(project, metric, resource, count, at = clock.now()) {
      addCount(project, metric, resource, count, at);
    },
    clear: () => series.clear(),
  };
  return store;
}

export const kindOf = (metric: string) =>
  KINDS[metric] ?? { metricKind: 'DELTA', valueType: 'INT64', unit: '1', description: '', labels: [] };
