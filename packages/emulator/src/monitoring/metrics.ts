/**
 * Metrics of Cloud Run, counted from the requests that the proxy routed. Kinds, labels and sampling:
 * https://cloud.google.com/monitoring/api/metrics_gcp_p_z#gcp-run
 * ("Sampled every 60 seconds. After sampling, data is not visible for up to 180 seconds.")
 */
export const REQUEST_COUNT = 'run.googleapis.com/request_count';
export const REQUEST_LATENCIES = 'run.googleapis.com/request_latencies';
export const STARTUP_LATENCIES = 'run.googleapis.com/container/startup_latencies';

/** The descriptor of a metric: https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.metricDescriptors */
export interface MetricKind {
  readonly metricKind: 'DELTA' | 'GAUGE';
  readonly valueType: 'INT64' | 'DOUBLE' | 'DISTRIBUTION';
  readonly unit: string;
  readonly description: string;
  readonly labels: readonly string[];
}

export const KINDS: Readonly<Record<string, MetricKind>> = {
  [REQUEST_COUNT]: {
    metricKind: 'DELTA',
    valueType: 'INT64',
    unit: '1',
    description:
      'Number of requests reaching the revision. Excludes requests that are not reaching your container instances (e.g. unauthorized requests or when maximum number of instances is reached). Captured at the end of the request lifecycle.',
    labels: ['response_code', 'response_code_class', 'route'],
  },
  [REQUEST_LATENCIES]: {
    metricKind: 'DELTA',
    valueType: 'DISTRIBUTION',
    unit: 'ms',
    description:
      'Distribution of request latency in milliseconds reaching the revision. Latency is measured from when the request reaches the running container to when it exits. Notably, it does not include container startup latency.',
    labels: ['response_code', 'response_code_class', 'route'],
  },
  [STARTUP_LATENCIES]: {
    metricKind: 'DELTA',
    valueType: 'DISTRIBUTION',
    unit: 'ms',
    description: 'Distribution of time spent starting a new container instance in milliseconds.',
    labels: [],
  },
};

/** Growth factor of the buckets' upper bounds, from 1 ms on. The documentation names no bounds; clients read them from the response. */
const BUCKETS = { numFiniteBuckets: 64, growthFactor: 1.4, scale: 1 };

/** Counts per bucket: underflow first, overflow last. https://cloud.google.com/monitoring/api/ref_v3/rest/v3/TypedValue#Distribution */
export interface Distribution {
  count: number;
  sum: number;
  squares: number;
  readonly buckets: number[];
}

export const emptyDistribution = (): Distribution => ({
  count: 0,
  sum: 0,
  squares: 0,
  buckets: new Array<number>(BUCKETS.numFiniteBuckets + 2).fill(0),
});

export function addValue(to: Distribution, value: number, times: number): void {
  to.count += times;
  to.sum += value * times;
  to.squares += value * value * times;
  const bucket = value < 1 ? 0 : Math.floor(Math.log(value) / Math.log(BUCKETS.growthFactor)) + 1;
  const at = Math.min(bucket, BUCKETS.numFiniteBuckets + 1);
  to.buckets[at] = (to.buckets[at] ?? 0) + times;
}

export function merge(all: readonly Distribution[]): Distribution {
  const merged = emptyDistribution();
  for (const { count, sum, squares, buckets } of all) {
    merged.count += count;
    merged.sum += sum;
    merged.squares += squares;
    for (const [i, times] of buckets.entries()) merged.buckets[i] = (merged.buckets[i] ?? 0) + times;
  }
  return merged;
}

/** As JSON; 64-bit numbers are strings, and trailing zero counts are omitted. */
export function distributionJson({ count, sum, squares, buckets }: Distribution): object {
  const last = buckets.findLastIndex((times) => times > 0);
  return {
    count: String(count),
    ...(count > 0 && { mean: sum / count, sumOfSquaredDeviation: Math.max(0, squares - (sum * sum) / count) }),
    bucketOptions: { exponentialBuckets: BUCKETS },
    bucketCounts: buckets.slice(0, last + 1).map(String),
  };
}
