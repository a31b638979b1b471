/**
 * How much events cluster: the median of Pearson's squared residuals of the baseline, window by window, over the median of the
 * chi-squared distribution. 1 for independent requests; retries that fail together increase it. The median, because an outage or
 * a bot in some windows affects both revisions and must not desensitize the test for an hour. The limit per window in
 * `sequential-test.ts` covers a burst on one instance.
 */
import { type EventCounts, rateOf, sumCounts } from './counts.ts';

/** The minimum: it corresponds to clients that make three attempts, of which all fail, for two thirds of the errors. */
export const LEAST_DISPERSION = 2;
const MOST_DISPERSION = 10;
/** Median of the chi-squared distribution with one degree of freedom. */
const MEDIAN = 0.455;

/** From windows of the baseline only, usually its last hour. */
export function estimateDispersion(windows: readonly EventCounts[]): number {
  const used = windows.filter(({ requests }) => requests > 0);
  // The rate of a typical window. With few events the median is 0, so the mean is used.
  const rate = medianOf(used.map(rateOf)) || rateOf(sumCounts(used));
  if (used.length < 10 || rate === 0 || rate === 1) return LEAST_DISPERSION;
  const squares = used.map(({ requests, events }) => (events - requests * rate) ** 2 / (requests * rate * (1 - rate)));
  return Math.min(MOST_DISPERSION, Math.max(LEAST_DISPERSION, medianOf(squares) / MEDIAN));
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
