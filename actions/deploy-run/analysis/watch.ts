/**
 * Evaluates a canary during its steps: reads Cloud Monitoring at each look, and decides at the end of a step whether to continue. All
 * services and regions of a rollout are evaluated together, because they share the false-alarm rate.
 */
import type { LogReader } from '../../../src/google/logging.ts';
import type { MetricPoint, MetricReader, MetricTiming } from '../../../src/google/monitoring.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { CloudError } from '../../../src/runtime/errors.ts';
import { isTransient } from '../../../src/runtime/retry.ts';
import { compareAll, REFUSED, type Readings } from './comparisons.ts';
import { type AnalysisOptions, comparisonsOf } from './conditions.ts';
import {
  assessComparison,
  type CanaryVerdict,
  type ComparisonResult,
  decideStep,
  type StepDecision,
  verdictOf,
} from './judge.ts';
import { createLogCounter, type LogCounter, type LogGap } from './log-counter.ts';
import { HISTORY, type StepSpan } from './windows.ts';

/** A candidate in one region. */
export interface WatchedRevision {
  readonly service: string;
  readonly region: string;
  /** Short names of revisions. */
  readonly candidate: string;
  readonly baseline: readonly string[];
}

/** The result of one evaluation of one candidate. */
export interface Observation {
  readonly watched: WatchedRevision;
  readonly percent: number;
  readonly results: readonly ComparisonResult[];
  readonly readings: Readings;
}

export interface Look {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly observations: readonly Observation[];
  readonly verdict: CanaryVerdict;
}

/** Those that the verdict is about; none if it is about all of them. */
export const decisiveObservations = ({ observations, verdict }: Omit<Look, 'at'>): Observation[] =>
  observations.filter(({ results }) =>
    results.some((result) =>
      'results' in verdict
        ? verdict.results.includes(result)
        : verdict.kind === 'no-traffic' && result.restores && result.silent,
    ),
  );

export interface StepOutcome {
  readonly decision: Exclude<StepDecision, 'extend'>;
  readonly last: Look;
}

export interface CanaryWatch {
  /**
   * Watches one step, from when `watched` have their share of the traffic. Until it returns, no probe request must be sent, because it
   * would count as one of a user.
   */
  step(watched: readonly WatchedRevision[], step: WatchedStep): Promise<StepOutcome>;
  /** Evaluates once a step that an earlier run started. `spans` are those of all steps so far. */
  look(watched: readonly WatchedRevision[], step: WatchedStep, spans: readonly StepSpan[]): Promise<Look>;
}

export interface WatchedStep {
  /** Index, and its percentage. */
  readonly index: number;
  readonly percent: number;
  /** Milliseconds. */
  readonly interval: number;
}

export interface WatchOptions {
  readonly options: AnalysisOptions;
  /** How many steps below 100 % the rollout has, and how many candidates: services times regions. */
  readonly steps: number;
  readonly candidates: number;
  readonly timing: MetricTiming;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly metrics: MetricReader;
  readonly logs: Pick<LogReader, 'times'>;
  readonly onLook?: (look: Look, step: WatchedStep) => void;
  /** Called with the error of an evaluation that another one in the same step replaces. */
  readonly onSkip?: (error: CloudError) => void;
}

/** Maximum number of evaluations of a step. */
const LOOKS = 60;

export function createCanaryWatch(setup: WatchOptions): CanaryWatch {
  const { options, steps, candidates, timing, clock, signal } = setup;
  const countLogs = createLogCounter(setup.logs);
  const spans = new Map<string, StepSpan[]>();
  const keyOf = ({ region, service, candidate }: WatchedRevision) => `${region}/${service}/${candidate}`;
  const judging = {
    falseAlarmRate: options.falseAlarmRate,
    comparisons: comparisonsOf(options.conditions) * candidates,
    steps,
  };

  async function look(watched: readonly WatchedRevision[], step: WatchedStep): Promise<Look> {
    const at = clock.now();
    const observations = await Promise.all(
      watched.map(async (one): Promise<Observation> => {
        const view = { ...one, spans: spans.get(keyOf(one)) ?? [] };
        const times = { from: (view.spans[0]?.from ?? at) - HISTORY, to: at };
        const readings = await read(setup, countLogs, one, times);
        const comparisons = compareAll(options.conditions, readings, view, timing, at);
        const results = comparisons.map((comparison) =>
          assessComparison(comparison, { ...judging, step: step.index, percent: step.percent }),
        );
        return { watched: one, percent: step.percent, results, readings };
      }),
    );
    const verdict = verdictOf(observations.flatMap(({ results }) => results));
    const seen = { at, observations, verdict };
    setup.onLook?.(seen, step);
    return seen;
  }

  return {
    async look(watched, step, all) {
      for (const one of watched) spans.set(keyOf(one), [...all]);
      return await look(watched, step);
    },

    async step(watched, step) {
      const began = clock.now();
      for (const one of watched) {
        const span = { step: step.index, percent: step.percent, from: began, to: undefined };
        spans.set(keyOf(one), [...(spans.get(keyOf(one)) ?? []), span]);
      }
      const finish = (outcome: StepOutcome): StepOutcome => {
        for (const own of spans.values())
          for (const [i, span] of own.entries()) if (span.to === undefined) own[i] = { ...span, to: clock.now() };
        return outcome;
      };
      const pause = Math.max(timing.samplePeriod, step.interval / LOOKS);
      for (let interval = 1; ; interval++) {
        const end = began + interval * step.interval;
        const mayExtend = interval === 1 && options.onInconclusive === 'extend';
        let last: Look | undefined;
        let unread = false;
        while (clock.now() < end) {
          await clock.sleep(Math.min(pause, end - clock.now()), signal);
          // No window is visible yet.
          if (clock.now() < end && clock.now() < began + timing.samplePeriod + timing.ingestDelay) continue;
          last = await look(watched, step).catch((error: unknown) => {
            // The next evaluation reads these windows, too.
            if (!isTransient(error) || (clock.now() >= end && !mayExtend)) throw error;
            setup.onSkip?.(error);
            return undefined;
          });
          unread = last === undefined;
          if (last?.verdict.kind === 'worse') return finish({ decision: 'restore', last });
        }
        if (unread) continue;
        last ??= await look(watched, step);
        const decision = decideStep(last.verdict, options.onInconclusive, interval > 1);
        if (decision !== 'extend') return finish({ decision, last });
      }
    },
  };
}

export const REQUEST_COUNT = 'run.googleapis.com/request_count';
const LATENCIES = 'run.googleapis.com/request_latencies';
/** https://cloud.google.com/monitoring/api/metrics_gcp_p_z#gcp-run */
const STARTUPS = 'run.googleapis.com/container/startup_latencies';

/** https://cloud.google.com/run/docs/troubleshooting#no-available-instance */
export const REFUSED_FILTER = 'log_id("run.googleapis.com/requests") AND textPayload:"no available instance"';

/**
 * So that what follows applies to all of a user's filter, also with OR. A comment at its end ends with the line
 * (https://cloud.google.com/logging/docs/view/logging-query-language#comments).
 */
export const inParentheses = (filter: string): string => `(${filter}\n)`;

/** Metrics and logs of a service. */
export const ofService = (service: string, region: string): string =>
  `resource.type="cloud_run_revision" AND resource.labels.service_name="${service}" AND resource.labels.location="${region}"`;

async function read(
  { options: { conditions }, metrics, timing }: WatchOptions,
  countLogs: LogCounter,
  { service, region, candidate, baseline }: WatchedRevision,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Readings> {
  const place = ofService(service, region);
  const list = (metric: string) => metrics.read(`metric.type="${metric}" AND ${place}`, from, to);
  const needs = (kind: string) => conditions.some((condition) => condition.kind === kind);
  const gaps = new Map<string, readonly LogGap[]>();
  const events = async (name: string, filter: string): Promise<MetricPoint[]> => {
    const revisions = [candidate, ...baseline].map((name) => `"${name}"`).join(' OR ');
    // Reading an hour of logs takes many calls, so conditions on logs have no history.
    const began = from + HISTORY;
    const entries = await countLogs(
      `${inParentheses(filter)} AND ${place} AND resource.labels.revision_name=(${revisions})`,
      began,
      // No window is newer.
      to - timing.ingestDelay,
    );
    gaps.set(name, entries.gaps);
    return entries.moments.map(({ revision, at }) => ({
      labels: {},
      resourceLabels: { revision_name: revision },
      start: at,
      end: at,
      value: 1,
    }));
  };
  const custom = conditions.flatMap((condition) => {
    if (condition.kind === 'refused') return [{ name: REFUSED, points: events(REFUSED, REFUSED_FILTER) }];
    if (condition.kind === 'log') return [{ name: condition.name, points: events(condition.name, condition.filter) }];
    if (condition.kind !== 'metric') return [];
    const { deltasOf } = condition;
    const filter = `${inParentheses(condition.filter)} AND ${place}`;
    return [{ name: condition.name, points: metrics.read(filter, from, to, { deltasOf }) }];
  });
  const [requests, latencies, startups, ...counters] = await Promise.all([
    list(REQUEST_COUNT),
    needs('latency') ? list(LATENCIES) : [],
    list(STARTUPS),
    ...custom.map(({ points }) => points),
  ]);
  return {
    requests,
    latencies,
    startups,
    counters: new Map(custom.map(({ name }, i) => [name, counters[i] ?? []])),
    gaps,
  };
}
