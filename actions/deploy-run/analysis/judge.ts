/**
 * The verdict of an evaluation of a canary. Pure. Each comparison (5xx, other 4xx, 499, latency, conditions of the user) of each service
 * and region is `worse`, `fine` or `undecided`:
 * - worse: the sequential test rejects the hypothesis that the candidate is within the tolerance.
 * - fine: the windows of this step rule out a regression of the size `EFFECT`.
 * - undecided: neither, which is not success.
 * The false-alarm rate applies to the whole rollout: comparisons share it (Bonferroni); the test covers evaluations and steps.
 */
import { type EventCounts, rateOf, sumCounts, type WindowCounts } from './statistics/counts.ts';
import { estimateDispersion } from './statistics/dispersion.ts';
import { lowerRate, requiredRequests, upperRate } from './statistics/rate-bounds.ts';
import { isWorse, type NullModel, ratioBound, WINDOWS_TO_DECIDE } from './statistics/sequential-test.ts';

/** All requests, whatever their result. */
export interface VisibleTraffic {
  readonly windows: readonly WindowCounts[];
  /** Of the baseline before the rollout. */
  readonly history: readonly EventCounts[];
  /** Whether the health checks of the candidate right before this step are visible: then its metric is not late. */
  readonly timely: boolean;
}

/** A comparison and its observations. */
export interface Comparison {
  /** For readers, for instance `5xx` or `latency p95`. */
  readonly name: string;
  readonly model: NullModel;
  /** False for one that only warns. */
  readonly restores: boolean;
  /** Whether its events are errors of the server, for `on-inconclusive`. */
  readonly serverErrors: boolean;
  readonly windows: readonly WindowCounts[];
  /** Windows in which the candidate started instances: they never show that it is worse, but can show that it is not. */
  readonly cold?: readonly WindowCounts[];
  /** How many windows are left out, since they had more log entries than are read. */
  readonly uncounted?: number;
  /** The baseline before the rollout, window by window. */
  readonly history: readonly EventCounts[];
  readonly traffic: VisibleTraffic;
}

export interface ComparisonResult {
  readonly name: string;
  readonly result: 'worse' | 'fine' | 'undecided';
  readonly restores: boolean;
  readonly serverErrors: boolean;
  /** Of the current step. */
  readonly candidate: EventCounts;
  readonly baseline: EventCounts;
  /** True if the baseline had no requests in the step, so that its last hour counts. */
  readonly fromHistory: boolean;
  /** Lower confidence bound of the ratio of the rates, if `worse` than the baseline. */
  readonly ratio: number;
  /** The rate that the candidate must stay under, and its upper confidence bound. */
  readonly limit: number;
  readonly upper: number;
  /** Requests that the candidate needs in a step for a verdict, at the baseline's rate. */
  readonly required: number;
  readonly dispersion: number;
  /** The rate that the candidate may have, where it is compared with a threshold. */
  readonly threshold: number | undefined;
  /** All windows, of earlier steps too. */
  readonly windows: readonly WindowCounts[];
  readonly uncounted: number;
  /** How many windows of the step are not in the counts, because the candidate started instances. */
  readonly cold: number;
  /** More than 0 if a request of either revision is visible in the step. */
  readonly visible: number;
  /** True if there are such windows, and neither revision had a request in them. */
  readonly silent: boolean;
  /** True if no request of the candidate is visible in the step, although its share of the visible ones would be many. */
  readonly missing: boolean;
  /** Requests of all revisions in the hour before the step. */
  readonly before: number;
  readonly timely: boolean;
}

export interface JudgeOptions {
  /** For the whole rollout, for instance 0.01. */
  readonly falseAlarmRate: number;
  /** How many comparisons share the rate: those that restore, over all services and regions. */
  readonly comparisons: number;
  readonly steps: number;
  /** Index of the current step, and the percentage of the candidate. */
  readonly step: number;
  readonly percent: number;
}

/** The smallest regression that matters: the rate doubles and rises by five percentage points. */
export const EFFECT = { ratio: 2, absolute: 0.05 };
/** Tolerance: a colder cache and fewer instances are no regression. */
export const TOLERANCE = { ratio: 1.5, absolute: 0.0005 };
/** Probability that a step misses a regression of the size `EFFECT`. */
export const MISS_RATE = 0.01;

/**
 * With so many requests in the hour before, a step without any may say that Cloud Monitoring is late, rather than that users are gone. Health
 * checks of an earlier deploy are fewer. The same if so many of the step should be the candidate's.
 */
export const UNSEEN = 300;

export function assessComparison(comparison: Comparison, options: JudgeOptions): ComparisonResult {
  const { name, model, restores, serverErrors, history, cold = [], uncounted = 0, traffic } = comparison;
  const { falseAlarmRate, comparisons, steps, step, percent } = options;
  const dispersion = estimateDispersion([...history, ...comparison.windows.map(({ baseline }) => baseline)]);
  const inStep = (windows: readonly WindowCounts[]) => windows.filter((window) => window.step === step);
  const here = inStep(comparison.windows);
  const coldHere = inStep(cold);
  const warm = countStep(here, comparison, dispersion);
  // A service that starts instances all the time has no other windows.
  const all = coldHere.length === 0 ? warm : countStep([...here, ...coldHere], comparison, dispersion);
  const { candidate, baseline, fromHistory, limit, upper, fine } = !warm.fine && all.fine ? all : warm;
  const seen = inStep(traffic.windows);
  // Those of the comparison, too: a request that no instance took is not in the metric.
  const ofCandidate = sumCounts(seen.map((window) => window.candidate)).requests + all.candidate.requests;
  const ofBaseline = sumCounts(seen.map((window) => window.baseline)).requests;
  const visible = ofCandidate + ofBaseline + all.served.requests;
  const windows = warm.fromHistory ? withHistory(comparison.windows, step, warm.baseline) : comparison.windows;
  const test = { model, alpha: falseAlarmRate / comparisons, dispersion, steps };
  const worse = isWorse(windows, test);
  const before = [
    ...traffic.history.map(({ requests }) => requests),
    ...traffic.windows
      .filter((window) => window.step < step)
      .map((window) => window.candidate.requests + window.baseline.requests),
  ].slice(-Math.max(1, traffic.history.length));
  return {
    name,
    result: worse ? 'worse' : fine ? 'fine' : 'undecided',
    restores,
    serverErrors,
    candidate,
    baseline,
    fromHistory,
    ratio: worse ? ratioBound(windows, test) : 0,
    limit,
    upper,
    required: requiredRequests(expectedRate(model, baseline), limit, MISS_RATE, dispersion),
    dispersion,
    threshold: model.kind === 'threshold' ? model.rate : undefined,
    windows: comparison.windows,
    uncounted,
    cold: !warm.fine && all.fine ? 0 : coldHere.length,
    missing:
      uncounted === 0 && ofCandidate === 0 && !traffic.timely && (ofBaseline * percent) / (100 - percent) >= UNSEEN,
    visible,
    silent: seen.length > 0 && uncounted === 0 && visible === 0,
    before: before.reduce((sum, requests) => sum + requests, 0),
    timely: traffic.timely,
  };
}

/** The counts of these windows of a step, and whether they rule out a regression of the size `EFFECT`. */
function countStep(here: readonly WindowCounts[], { model, history, serverErrors }: Comparison, dispersion: number) {
  const candidate = sumCounts(here.map((window) => window.candidate));
  const served = sumCounts(here.map(({ baseline }) => baseline));
  const past = sumCounts(history);
  const fromHistory = model.kind === 'baseline' && served.requests === 0 && past.requests > 0;
  const baseline = fromHistory ? past : served;
  const reference = model.kind === 'threshold' ? model.rate : lowerRate(baseline, MISS_RATE, dispersion);
  const limit = model.kind === 'threshold' ? model.rate * EFFECT.ratio : limitOver(reference, serverErrors);
  const upper = upperRate(candidate, MISS_RATE, dispersion);
  const comparable = model.kind === 'threshold' || baseline.requests > 0;
  // Windows without a request of the candidate tell nothing about it: it may have died, or the metric may be late.
  const seen = here.filter((window) => window.candidate.requests > 0);
  const fine = comparable && seen.length >= WINDOWS_TO_DECIDE && upper < limit;
  return { candidate, served, baseline, fromHistory, limit, upper, fine };
}

function limitOver(rate: number, serverErrors: boolean): number {
  const limit = Math.max(rate * EFFECT.ratio, rate + EFFECT.absolute);
  // A rate that is high already cannot double: then half of the successes would be lost.
  return serverErrors ? Math.min(limit, 1 - (1 - rate) / EFFECT.ratio) : limit;
}

const expectedRate = (model: NullModel, baseline: EventCounts): number =>
  model.kind === 'threshold' ? model.rate / 2 : rateOf(baseline);

/** The past is distributed over the windows of the step, so that its events count once. */
function withHistory(windows: readonly WindowCounts[], step: number, past: EventCounts): WindowCounts[] {
  const here = windows.filter((window) => window.step === step).length;
  const baseline = { requests: past.requests / here, events: past.events / here };
  return windows.map((window) => (window.step === step ? { ...window, percent: undefined, baseline } : window));
}

export type CanaryVerdict =
  | { readonly kind: 'worse'; readonly results: readonly ComparisonResult[] }
  | { readonly kind: 'fine' }
  | {
      readonly kind: 'inconclusive';
      readonly results: readonly ComparisonResult[];
      /** Of the candidates, in these comparisons. */
      readonly serverErrors: number;
      /** No request is visible where there should be some, so nothing is known about errors. */
      readonly unseen?: true;
    }
  /** Neither revision had a request in the step, of any candidate or of some; the others are fine. */
  | { readonly kind: 'no-traffic' };

/** The verdict of all comparisons that can restore. */
export function verdictOf(results: readonly ComparisonResult[]): CanaryVerdict {
  const counted = results.filter(({ restores }) => restores);
  const worse = counted.filter(({ result }) => result === 'worse');
  if (worse.length > 0) return { kind: 'worse', results: worse };
  const quiet = counted.filter(({ visible, uncounted }) => uncounted === 0 && visible === 0);
  const unseen = counted.filter(
    (one) => one.missing || (quiet.includes(one) && one.silent && !one.timely && one.before >= UNSEEN),
  );
  if (unseen.length > 0) return { kind: 'inconclusive', results: unseen, serverErrors: 0, unseen: true };
  if (quiet.length === counted.length) return { kind: 'no-traffic' };
  // A service or region without traffic does not keep the others waiting.
  const undecided = counted.filter(({ result, silent }) => result === 'undecided' && !silent);
  if (undecided.length === 0) return { kind: counted.some(({ silent }) => silent) ? 'no-traffic' : 'fine' };
  // Errors of a comparison without a regression are those of the baseline, too.
  const errors = undecided.filter(({ serverErrors }) => serverErrors).map(({ candidate }) => candidate.events);
  return { kind: 'inconclusive', results: undecided, serverErrors: errors.reduce((sum, count) => sum + count, 0) };
}

export type OnInconclusive = 'extend' | 'restore' | 'proceed';

export type StepDecision = 'restore' | 'proceed' | 'proceed-with-warning' | 'extend';

/** What to do at the end of an interval of a step. `extended` is true in the second interval. */
export function decideStep(verdict: CanaryVerdict, policy: OnInconclusive, extended: boolean): StepDecision {
  switch (verdict.kind) {
    case 'worse':
      return 'restore';
    case 'fine':
      return 'proceed';
    case 'no-traffic':
      return policy === 'restore' ? 'restore' : 'proceed-with-warning';
    case 'inconclusive':
      if (policy === 'proceed') return 'proceed-with-warning';
      if (policy === 'restore') return 'restore';
      if (!extended) return 'extend';
      return verdict.serverErrors > 0 || verdict.unseen ? 'restore' : 'proceed-with-warning';
  }
}
