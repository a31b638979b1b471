/**
 * Is the candidate worse? The mixture sequential probability ratio test (Robbins 1970; Johari, Koomen, Pekelis and Walsh, "Always
 * valid inference", https://arxiv.org/abs/1512.04922) on the conditional binomial of the two-sample Poisson problem
 * (Przyborowski and Wilenski 1940): given the total number of events in a window, and because Cloud Run routes each request
 * independently, each event is the candidate's with a probability that depends only on the shares of requests and the ratio of the two
 * rates. So everything that affects both revisions (an outage of a database, a burst, a retry storm) cancels out.
 *
 * The null hypothesis is a tolerated ratio, not equality. The result is an e-value: it reaches `1 / alpha` with probability
 * `alpha` at most, at any number of evaluations (Ville's inequality), and e-values of several steps can be averaged. Four
 * deviations from independent requests are accounted for conservatively:
 * - Overdispersion: log-likelihood ratios are divided by the dispersion, as in quasi-likelihood (Wedderburn 1974).
 * - A burst on one instance: a window contributes at most a third of the evidence that a decision needs.
 * - Requests that have not ended, such as WebSocket connections, are not counted yet, while those that fail at once are: a candidate
 *   counts with at least its share of the requests.
 * - A regression that begins at a later step: the test restarts with each step, and the e-values of all starts are averaged.
 */
import type { WindowCounts } from './counts.ts';

/** The reference of the comparison. */
export type NullModel =
  /** The baseline in the same window. `ratio` times its rate, and `absolute` more, is tolerated. */
  | { readonly kind: 'baseline'; readonly ratio: number; readonly absolute: number }
  /** A rate that the candidate may have. */
  | { readonly kind: 'threshold'; readonly rate: number };

export interface SequentialTest {
  readonly model: NullModel;
  /** Probability of a false alarm over all looks. */
  readonly alpha: number;
  /** Variance of the counts over that of independent requests, at least 1. */
  readonly dispersion: number;
  /** How many steps the rollout has. */
  readonly steps: number;
}

/** Minimum number of windows with events for a decision. */
export const WINDOWS_TO_DECIDE = 3;

/** Alternatives, as multiples of what is tolerated; each has the same weight. */
const ALTERNATIVES = [1.5, 2.5, 5, 12, 40, 200];

/** The logarithm of the e-value: evidence that the candidate is worse than tolerated. */
export function logEvidence(windows: readonly WindowCounts[], test: SequentialTest): number {
  const { steps, dispersion } = test;
  const most = (requiredEvidence(test) + Math.log(steps * ALTERNATIVES.length)) / WINDOWS_TO_DECIDE;
  const paths: number[] = [];
  for (let start = 0; start < steps; start++) {
    const seen = windows.filter(({ step }) => step >= start);
    for (const alternative of ALTERNATIVES)
      paths.push(
        seen.reduce((sum, window) => sum + Math.min(most, logRatio(window, test.model, alternative) / dispersion), 0),
      );
  }
  return logMeanExp(paths);
}

/** Threshold of the logarithm of the e-value above which the candidate is worse. */
export const requiredEvidence = ({ alpha }: Pick<SequentialTest, 'alpha'>): number => Math.log(1 / alpha);

export const isWorse = (windows: readonly WindowCounts[], test: SequentialTest): boolean =>
  // The cap makes three full windows exactly enough.
  logEvidence(windows, test) >= requiredEvidence(test) - 1e-9;

/**
 * The lower confidence bound of how many times the tolerated reference the candidate's rate is (confidence `1 - alpha`, always
 * valid): the largest ratio that the test rejects. 0 if it rejects none. Only against a baseline.
 */
export function ratioBound(windows: readonly WindowCounts[], test: SequentialTest): number {
  const { model } = test;
  if (model.kind !== 'baseline') return 0;
  const rejects = (ratio: number) => isWorse(windows, { ...test, model: { ...model, ratio } });
  let low = 1e-3;
  let high = 1e4;
  if (!rejects(low)) return 0;
  for (let i = 0; i < 40; i++) {
    const middle = Math.sqrt(low * high);
    if (rejects(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Log-likelihood ratio of a window: `alternative` times the tolerated rate against the tolerated rate. */
function logRatio({ candidate, baseline, percent = 0 }: WindowCounts, model: NullModel, alternative: number): number {
  const requests = Math.max(candidate.requests, (baseline.requests * percent) / (100 - percent));
  if (model.kind === 'threshold') {
    const worse = Math.min(model.rate * alternative, (1 + model.rate) / 2);
    return (
      candidate.events * Math.log(worse / model.rate) +
      (requests - candidate.events) * Math.log((1 - worse) / (1 - model.rate))
    );
  }
  if (candidate.requests === 0 || baseline.requests === 0) return 0;
  const events = Math.max(0, candidate.events - model.absolute * requests);
  const share = (ratio: number) => (ratio * requests) / (ratio * requests + baseline.requests);
  const tolerated = share(model.ratio);
  const worse = share(model.ratio * alternative);
  return events * Math.log(worse / tolerated) + baseline.events * Math.log((1 - worse) / (1 - tolerated));
}

function logMeanExp(values: readonly number[]): number {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0) / values.length);
}
