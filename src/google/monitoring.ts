/**
 * Cloud Monitoring v3: the values of a metric as they were sampled, and how often and how late it is sampled.
 * https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.timeSeries/list
 */

import { parseSeconds } from '../inputs/duration.ts';
import type { HttpClient } from './http/client.ts';
import { parseResponse } from './http/invalid-response.ts';
import { type NextPage, pagesOf } from './http/pages.ts';

/** One value of one time series: what was counted from `start` to `end`, in milliseconds since 1970. */
export interface MetricPoint {
  readonly labels: Readonly<Record<string, string>>;
  readonly resourceLabels: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  readonly value: number | Histogram;
}

/** A distribution: how many values lie between two neighbors of `bounds`; the first and the last bucket are open. */
export interface Histogram {
  readonly count: number;
  /** Upper bound of each bucket; the last is `Infinity`. */
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
}

/** In milliseconds. */
export interface MetricTiming {
  /** From one value to the next. */
  readonly samplePeriod: number;
  /** After this time a value is visible. */
  readonly ingestDelay: number;
  /** `DELTA`, `GAUGE` or `CUMULATIVE`, and `INT64`, `DOUBLE`, `DISTRIBUTION` or another type; undefined where the descriptor does not say. */
  readonly metricKind?: string | undefined;
  readonly valueType?: string | undefined;
}

export interface MetricReader {
  /** All values that end in (`from`, `to`], of all series that match the filter, which names one metric type. */
  read(filter: string, from: number, to: number, options?: ReadOptions): Promise<MetricPoint[]>;
  /** Whether any series that matches the filter has a value in (`from`, `to`]. */
  exists(filter: string, from: number, to: number): Promise<boolean>;
  timing(metric: string): Promise<MetricTiming>;
}

export interface ReadOptions {
  /** Values of a cumulative counter as what was counted in each period of so many milliseconds, a whole minute or more. */
  readonly deltasOf?: number | undefined;
}

const VIEWER = 'roles/monitoring.viewer';

/** What Google says of its own metrics where the descriptor says nothing. */
const DOCUMENTED: MetricTiming = { samplePeriod: 60_000, ingestDelay: 180_000 };

export function createMetricReader(cloud: {
  http: HttpClient;
  endpoints: { monitoring: string };
  project: string;
}): MetricReader {
  const { http, endpoints, project } = cloud;
  const list = (filter: string, from: number, to: number, more: NextPage | Readonly<Record<string, string>>) => {
    const interval = {
      'interval.startTime': new Date(from).toISOString(),
      'interval.endTime': new Date(to).toISOString(),
    };
    return http.json<ListResponse>({
      method: 'GET',
      url: `${endpoints.monitoring}/v3/projects/${project}/timeSeries?${new URLSearchParams({ filter, ...interval, ...more })}`,
      deadline: 30_000,
      resource: `metrics of project ${project}`,
      permission: 'monitoring.timeSeries.list',
      role: VIEWER,
    });
  };
  return {
    async read(filter, from, to, { deltasOf } = {}) {
      const points: MetricPoint[] = [];
      // https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies#Aligner
      const deltas = deltasOf !== undefined && {
        'aggregation.alignmentPeriod': `${deltasOf / 1000}s`,
        'aggregation.perSeriesAligner': 'ALIGN_DELTA',
      };
      for await (const { timeSeries = [] } of pagesOf((next) => list(filter, from, to, { ...deltas, ...next })))
        for (const series of timeSeries) points.push(...pointsOf(series));
      return points;
    },

    async exists(filter, from, to) {
      const { timeSeries = [], nextPageToken } = await list(filter, from, to, { view: 'HEADERS', pageSize: '1' });
      return timeSeries.length > 0 || Boolean(nextPageToken);
    },

    async timing(metric) {
      const url = `${endpoints.monitoring}/v3/projects/${project}/metricDescriptors/${metric}`;
      const { status, text } = await http.text({
        method: 'GET',
        url,
        deadline: 30_000,
        resource: `metric ${metric} of project ${project}`,
        permission: 'monitoring.metricDescriptors.get',
        role: VIEWER,
      });
      const { metadata, metricKind, valueType } = parseResponse<MetricDescriptor>(
        { resource: `metric ${metric} of project ${project}`, url, status },
        text,
      );
      return {
        metricKind,
        valueType,
        samplePeriod: parseSeconds(metadata?.samplePeriod) ?? DOCUMENTED.samplePeriod,
        ingestDelay: parseSeconds(metadata?.ingestDelay) ?? DOCUMENTED.ingestDelay,
      };
    },
  };
}

/** https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.metricDescriptors */
interface MetricDescriptor {
  readonly metricKind?: string;
  readonly valueType?: string;
  readonly metadata?: { readonly samplePeriod?: string; readonly ingestDelay?: string };
}

interface ListResponse {
  readonly timeSeries?: readonly Series[];
  readonly nextPageToken?: string;
}

interface Series {
  readonly metric?: { readonly labels?: Record<string, string> };
  readonly resource?: { readonly labels?: Record<string, string> };
  readonly points?: readonly {
    readonly interval?: { readonly startTime?: string; readonly endTime?: string };
    readonly value?: {
      readonly int64Value?: string;
      readonly doubleValue?: number;
      readonly distributionValue?: Distribution;
    };
  }[];
}

/** https://cloud.google.com/monitoring/api/ref_v3/rest/v3/TypedValue#Distribution */
interface Distribution {
  readonly count?: string;
  readonly bucketOptions?: {
    readonly linearBuckets?: { readonly numFiniteBuckets?: number; readonly width?: number; readonly offset?: number };
    readonly exponentialBuckets?: {
      readonly numFiniteBuckets?: number;
      readonly growthFactor?: number;
      readonly scale?: number;
    };
    readonly explicitBuckets?: { readonly bounds?: readonly number[] };
  };
  readonly bucketCounts?: readonly string[];
}

function pointsOf({ metric, resource, points = [] }: Series): MetricPoint[] {
  return points.map(({ interval, value = {} }) => {
    const end = Date.parse(interval?.endTime ?? '');
    return {
      labels: metric?.labels ?? {},
      resourceLabels: resource?.labels ?? {},
      start: Date.parse(interval?.startTime ?? '') || end,
      end,
      value: value.distributionValue
        ? histogram(value.distributionValue)
        : Number(value.int64Value ?? value.doubleValue ?? 0),
    };
  });
}

/** Counts after the last bucket that has any may be left out. */
function histogram({ count = '0', bucketOptions = {}, bucketCounts = [] }: Distribution): Histogram {
  const bounds = [...upperBounds(bucketOptions), Number.POSITIVE_INFINITY];
  return { count: Number(count), bounds, counts: bounds.map((_, i) => Number(bucketCounts[i] ?? 0)) };
}

function upperBounds({
  linearBuckets,
  exponentialBuckets,
  explicitBuckets,
}: NonNullable<Distribution['bucketOptions']>): number[] {
  const rising = (buckets: number, bound: (i: number) => number) =>
    Array.from({ length: buckets + 1 }, (_, i) => bound(i));
  if (linearBuckets) {
    const { numFiniteBuckets = 0, width = 1, offset = 0 } = linearBuckets;
    return rising(numFiniteBuckets, (i) => offset + width * i);
  }
  if (exponentialBuckets) {
    const { numFiniteBuckets = 0, growthFactor = 2, scale = 1 } = exponentialBuckets;
    return rising(numFiniteBuckets, (i) => scale * growthFactor ** i);
  }
  return [...(explicitBuckets?.bounds ?? [])];
}
