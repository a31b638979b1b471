/**
 * Counts log entries. Each evaluation reads the entries since the previous one, and the last minutes again, because entries can
 * arrive late. So a long step does not read all its entries again each minute.
 */
import type { LoggedMoment, LogReader } from '../../../src/google/logging.ts';

/** Milliseconds within which an entry arrives. Windows of the metric count only once they are older. */
const LATE = 180_000;

/** Entries that were counted, and the times of which there were too many to read. */
export interface CountedLogs {
  readonly moments: readonly LoggedMoment[];
  readonly gaps: readonly LogGap[];
}

/** In milliseconds since 1970. */
export interface LogGap {
  readonly from: number;
  readonly to: number;
}

export type LogCounter = (filter: string, from: number, to: number) => Promise<CountedLogs>;

export function createLogCounter(logs: Pick<LogReader, 'times'>): LogCounter {
  const seen = new Map<string, CountedLogs & { readonly until: number }>();
  return async (filter, from, to) => {
    const before = seen.get(filter);
    const start = Math.max(from, (before?.until ?? from) - LATE);
    const kept = (before?.moments ?? []).filter(({ at }) => at < start);
    // Nothing is visible yet.
    if (to <= start) return before ?? { moments: [], gaps: [] };
    const { moments, since } = await logs.times(filter, start, to);
    const gaps = (before?.gaps ?? []).map((gap) => ({ ...gap, to: Math.min(gap.to, start) }));
    if (since > start) gaps.push({ from: start, to: since });
    const counted = { moments: [...kept, ...moments], gaps: gaps.filter((gap) => gap.to > gap.from) };
    seen.set(filter, { until: to, ...counted });
    return counted;
  };
}
