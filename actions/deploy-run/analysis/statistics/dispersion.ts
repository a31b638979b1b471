/**
 * How much events cluster: the median of Pearson's squared residuals of the baseline, window by window, over the median of the
 * chi-squared distribution. 1 for independent requests; retries that fail together make it larger. The median, since an outage or
 * a bot in some windows strikes candidate and baseline alike, and must not blind the test for an hour; one burst on one
 * instance is what the limit per window in `sequential-test.ts` is for.
 */
import { type EventCounts, rateOf, sumCounts } from './counts.ts';

/** Three attempts of a client that fail together for two thirds of the errors come to this; it is the least we assume. */
export const LEAST_DISPERSION = 2;
const MOST_DISPERSION = 10;
/** Median of the chi-squared distribution with one degree of freedom. */
const MEDIAN = 0.455;

/** From windows of the baseline alone, usually its last hour. */
export function estimateDispersion(windows: readonly EventCounts[]): number {
  const used = windows.filter(({ requests }) => requests > 0);
  // The rate of a usual window; with few events that is 0, and the mean has to do.
  const rate = medianOf(used.map(rateOf)) || rateOf(sumCounts(used));
  if (used.length < 10 || rate === 0 || rate === 1) return LEAST_DISPERSION;
  const squares = used.map(({ requests, events }) => (events - requests * rate) ** 2 / (requests * rate * (1 - rate)));
  return Math.min(MOST_DISPERSION, Math.max(LEAST_DISPERSION, medianOf(squares) / MEDIAN));
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
