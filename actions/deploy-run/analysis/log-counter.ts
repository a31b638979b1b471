/**
 * Counts log entries. Each evaluation reads the entries since the previous one, and the last minutes again, because entries can
 * arrive late. So a long step does not read all its entries again each minute.
 */
import type { LoggedMoment, LogReader } from '../../../src/google/logging.ts';

/** Milliseconds within which an entry arrives. Windows of the metric count only once they are older. */
const LATE = 180_000;

export type LogCounter = (filter: string, from: number, to: number) => Promise<readonly LoggedMoment[]>;

export function createLogCounter(logs: Pick<LogReader, 'times'>): LogCounter {
  const seen = new Map<string, { readonly until: number; readonly moments: readonly LoggedMoment[] }>();
  return async (filter, from, to) => {
    const before = seen.get(filter);
    const start = Math.max(from, (before?.until ?? from) - LATE);
    const kept = (before?.moments ?? []).filter(({ at }) => at < start);
    const moments = [...kept, ...(await logs.times(filter, start, to))];
    seen.set(filter, { until: to, moments });
    return moments;
  };
}
