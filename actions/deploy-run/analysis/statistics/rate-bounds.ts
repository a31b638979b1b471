/**
 * Confidence bounds of a rate, by the Chernoff bound in its relative-entropy form (Hoeffding 1963): the true rate lies above the
 * upper bound with probability `miss` at most. Without events it is the exact bound of Clopper and Pearson.
 */
import { type EventCounts, rateOf } from './counts.ts';

/** Relative entropy of two Bernoulli distributions, in nats. */
function relativeEntropy(p: number, q: number): number {
  const term = (a: number, b: number) => (a === 0 ? 0 : a * Math.log(a / b));
  return term(p, q) + term(1 - p, 1 - q);
}

/** The largest rate that the counts do not rule out. 1 without requests. */
export function upperRate(counts: EventCounts, miss: number, dispersion: number): number {
  return bound(counts, miss, dispersion, 1);
}

/** The smallest rate that the counts do not rule out. */
export function lowerRate(counts: EventCounts, miss: number, dispersion: number): number {
  return bound(counts, miss, dispersion, 0);
}

function bound(counts: EventCounts, miss: number, dispersion: number, end: 0 | 1): number {
  if (counts.requests === 0) return end;
  const rate = rateOf(counts);
  const most = (dispersion * Math.log(1 / miss)) / counts.requests;
  let inside = rate;
  let outside: number = end;
  for (let i = 0; i < 50; i++) {
    const middle = (inside + outside) / 2;
    if (relativeEntropy(rate, middle) <= most) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Number of requests that are needed to show that a candidate with the rate `expected` stays below `limit`. */
export function requiredRequests(expected: number, limit: number, miss: number, dispersion: number): number {
  if (expected >= limit || limit >= 1) return Infinity;
  return Math.ceil((dispersion * Math.log(1 / miss)) / relativeEntropy(expected, limit));
}
