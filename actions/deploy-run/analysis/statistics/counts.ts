/** Counts of events and requests, of candidate and baseline, in the same windows. */

/** Of one revision, or of several pooled. */
export interface EventCounts {
  readonly requests: number;
  /** Number of requests that are events, such as those that ended with 5xx or exceeded the latency threshold. */
  readonly events: number;
}

/** One sampling period. */
export interface WindowCounts {
  /** Index of the traffic step that was in effect during the whole window. */
  readonly step: number;
  /** Percentage of the traffic that the candidate has by its share; undefined if the baseline is of another time. */
  readonly percent?: number | undefined;
  readonly candidate: EventCounts;
  readonly baseline: EventCounts;
}

export const NONE: EventCounts = { requests: 0, events: 0 };

export const addCounts = (a: EventCounts, b: EventCounts): EventCounts => ({
  requests: a.requests + b.requests,
  events: a.events + b.events,
});

export const sumCounts = (all: readonly EventCounts[]): EventCounts => all.reduce(addCounts, NONE);

/** Share of the requests that are events; 0 without requests. */
export const rateOf = ({ requests, events }: EventCounts): number => (requests === 0 ? 0 : events / requests);
