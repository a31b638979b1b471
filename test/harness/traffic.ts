/**
 * Seeded traffic of a service during a canary: bursts, clients that retry, correlated errors (an outage of
 * both revisions, an instance that fails for some seconds), bots that request missing pages, and cold starts of the
 * candidate, which has 5 % of the traffic and a single instance. Written to the emulator's metrics like the proxy.
 */
import type { Logging } from '../../packages/emulator/src/logging/index.ts';
import type { MetricStore } from '../../packages/emulator/src/monitoring/store.ts';

export interface TrafficOptions {
  /** Requests per second, both revisions together. */
  readonly rate: number;
  /** Probability of a 500 response, per revision. */
  readonly errors: { readonly candidate: number; readonly baseline: number };
  /** Probability of a 404 response besides the usual ones, per revision. Default: 0. */
  readonly refused?: { readonly candidate: number; readonly baseline: number };
  /** Probability that a request fails with 200: it counts in the metric `FAILURES`, and has a log entry of that event. Default: 0. */
  readonly failures?: { readonly candidate: number; readonly baseline: number };
  /** Milliseconds after its first share from which every response of the candidate is a 500. Default: never. */
  readonly dies?: number;
  /** The candidate's latency as a multiple of the baseline's. Default: 1. */
  readonly slowdown?: number;
  /** Rate of ten-second instance failures, per instance and hour. Default: 0.02. */
  readonly faults?: number;
  /** Milliseconds that each successful request lasts: those of the candidate are counted so much later. Default: 0. */
  readonly lasts?: number;
  /** Whether the candidate starts an instance in each minute, as a service whose load varies does. Default: false. */
  readonly starts?: boolean;
  /** Whether latencies vary; otherwise each request takes 50 ms. */
  readonly latencies?: boolean;
}

/** A counter, as one based on logs. */
export const FAILURES = 'logging.googleapis.com/user/payment-failures';

export interface Traffic {
  /** Adds the traffic of (`from`, `to`] in milliseconds, with `percent` of it for the candidate. */
  run(from: number, to: number, percent: number): void;
  readonly candidateRequests: number;
}

/** Milliseconds. */
const TICK = 5000;
/** A log-normal distribution with a median of 80 ms and a p95 of about 290 ms. */
const MEDIAN = 80;
const SIGMA = 0.78;
/** Capacity of an instance in requests per second. */
const PER_INSTANCE = 10;

export function createTraffic(
  { monitoring: store, logging }: { readonly monitoring: MetricStore; readonly logging: Pick<Logging, 'write'> },
  revision: (name: 'candidate' | 'baseline') => { type: string; labels: Record<string, string> },
  options: TrafficOptions,
  random: () => number,
): Traffic {
  const { rate, slowdown = 1, dies = Number.POSITIVE_INFINITY } = options;
  const resources = { candidate: revision('candidate'), baseline: revision('baseline') };
  const project = resources.candidate.labels.project_id ?? '';
  const until = { burst: 0, outage: 0, bot: 0 };
  const faults = { candidate: 0, baseline: 0 };
  let warm = 0;
  let percentBefore = 0;
  let candidateRequests = 0;
  let firstShare = Number.POSITIVE_INFINITY;

  const happens = (perHour: number) => random() < (perHour * TICK) / 3_600_000;
  const record = (who: 'candidate' | 'baseline', status: number, count: number, at: number, cold: boolean) => {
    if (count === 0) return;
    const send = (latencyMs: number, times: number) =>
      store.request({ project, resource: resources[who], status, latencyMs, at, count: times });
    if (!options.latencies) return send(50, count);
    const factor = (who === 'candidate' ? slowdown : 1) * (cold ? 4 : 1);
    // Rounded to an eighth of a standard deviation, so that one call represents many requests.
    const drawn = new Map<number, number>();
    for (let i = 0; i < count; i++) {
      const deviation = Math.round(8 * normal(random)) / 8;
      drawn.set(deviation, (drawn.get(deviation) ?? 0) + 1);
    }
    for (const [deviation, times] of drawn) send(MEDIAN * factor * Math.exp(SIGMA * deviation), times);
  };

  function fail(who: 'candidate' | 'baseline', count: number, at: number): void {
    if (count > 0) store.count(project, { type: FAILURES, labels: {} }, resources[who], count, at);
    for (let i = 0; i < count; i++)
      logging.write({
        logName: `projects/${project}/logs/run.googleapis.com%2Fstdout`,
        resource: resources[who],
        timestamp: new Date(at).toISOString(),
        jsonPayload: { event: 'payment-failed' },
      });
  }

  function tick(at: number, percent: number): void {
    if (percent > percentBefore) {
      // Each increase of the share starts new instances of the candidate.
      warm = at + 20_000;
      store.started(project, resources.candidate, 3000, at);
    }
    percentBefore = percent;
    if (options.starts && percent > 0 && at % 60_000 === 0) store.started(project, resources.candidate, 3000, at);
    if (percent > 0) firstShare = Math.min(firstShare, at);
    const errors = at >= firstShare + dies ? { ...options.errors, candidate: 1 } : options.errors;
    if (happens(20)) until.burst = at + 5000 + 15_000 * random();
    if (happens(1)) until.outage = at + 10_000 + 20_000 * random();
    if (happens(6)) until.bot = at + 15_000;
    const arrivals = poisson((rate * (at < until.burst ? 4 : 1) * TICK) / 1000, random);
    let candidate = binomial(arrivals, percent / 100, random);
    let baseline = arrivals - candidate;
    const share = (who: 'candidate' | 'baseline') => (who === 'candidate' ? percent / 100 : 1 - percent / 100);
    const outage = at < until.outage ? 0.15 : 0;
    const failed = { candidate: 0, baseline: 0 };
    for (const who of ['candidate', 'baseline'] as const) {
      const requests = who === 'candidate' ? candidate : baseline;
      const instances = Math.max(1, Math.ceil((rate * share(who)) / PER_INSTANCE));
      if (requests > 0 && happens(instances * (options.faults ?? 0.02))) faults[who] = at + 2 * TICK;
      const faulty = at < faults[who] ? binomial(Math.ceil(requests / instances), 0.6, random) : 0;
      failed[who] = Math.min(requests, binomial(requests, errors[who] + outage, random) + faulty);
    }
    // Clients retry at most twice. A retry is routed independently; half of the errors depend on the request, not on the revision.
    let retries = binomial(failed.candidate + failed.baseline, 0.8, random);
    for (let attempt = 0; attempt < 2 && retries > 0; attempt++) {
      const toCandidate = binomial(retries, percent / 100, random);
      const toBaseline = retries - toCandidate;
      const again = {
        candidate: binomial(toCandidate, Math.max(0.5, errors.candidate), random),
        baseline: binomial(toBaseline, 0.5, random),
      };
      candidate += toCandidate;
      baseline += toBaseline;
      failed.candidate += again.candidate;
      failed.baseline += again.baseline;
      retries = binomial(again.candidate + again.baseline, 0.8, random);
    }
    candidateRequests += candidate;
    for (const who of ['candidate', 'baseline'] as const) {
      const cold = who === 'candidate' && at < warm;
      let left = (who === 'candidate' ? candidate : baseline) - failed[who];
      const missing = binomial(left, Math.max(at < until.bot ? 0.3 : 0.02, options.refused?.[who] ?? 0), random);
      const gone = binomial(left - missing, cold ? 0.03 : 0.002, random);
      left -= missing + gone;
      record(who, 500, failed[who], at, cold);
      if (options.failures) fail(who, binomial(left, options.failures[who], random), at);
      record(who, 404, missing, at, false);
      record(who, 499, gone, at, cold);
      record(who, 200, left, who === 'candidate' ? at + (options.lasts ?? 0) : at, cold);
    }
  }

  return {
    run(from, to, percent) {
      for (let at = Math.ceil(from / TICK) * TICK; at < to; at += TICK) tick(at, percent);
    },
    get candidateRequests() {
      return candidateRequests;
    },
  };
}

/** Successes in `n` trials, sampled by the gaps between them. */
function binomial(n: number, p: number, random: () => number): number {
  if (p <= 0 || n <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(n, 1 - p, random);
  const log = Math.log(1 - p);
  let count = -1;
  for (let at = 0; at <= n; count++) at += Math.floor(Math.log(1 - random()) / log) + 1;
  return count;
}

/** With a normal approximation for large means. */
function poisson(mean: number, random: () => number): number {
  if (mean <= 0) return 0;
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  let count = -1;
  for (let product = 1, end = Math.exp(-mean); product > end; count++) product *= random();
  return count;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
