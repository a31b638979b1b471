/** The next freeze, or the end of the current one. Pure. */
import { formatMinute } from '../inputs/duration.ts';
import { isActive, type Occurrence, occurrenceAt } from './occurrences.ts';
import type { FreezeWindow } from './windows.ts';

export interface FreezeTimes {
  /** The active window, else the next one. */
  readonly window: FreezeWindow;
  readonly active: boolean;
  /** Milliseconds since 1970; in the past for an active one. */
  readonly from: number;
  /** When no window is active any more; undefined without a known end. */
  readonly until: number | undefined;
}

/** Maximum number of adjacent windows that are combined; beyond it the end counts as unknown. */
const MOST_IN_A_ROW = 50;

/** The current freeze, else the next one; undefined if none is to come. `now` in milliseconds since 1970. */
export function nextFreeze(windows: readonly FreezeWindow[], now: number): FreezeTimes | undefined {
  const coming = windows.flatMap((window) => {
    const occurrence = occurrenceAt(window, now);
    return occurrence ? [{ window, occurrence }] : [];
  });
  const first =
    coming.find(({ occurrence }) => isActive(occurrence, now)) ??
    coming.toSorted((a, b) => a.occurrence.from - b.occurrence.from)[0];
  if (!first) return undefined;
  const { window, occurrence } = first;
  return {
    window,
    active: isActive(occurrence, now),
    from: occurrence.from,
    until: endOf(windows, occurrence),
  };
}

/** `Deploys are frozen until 2026-11-30 08:00 UTC (Fri 16:00 - Mon 08:00): weekend.` */
export function describeFreezeTimes({ window: { text, reason }, active, from, until }: FreezeTimes): string {
  const end = until === undefined ? 'without a known end' : `until ${formatMinute(until)}`;
  const what = active ? `Deploys are frozen ${end}` : `The next freeze is from ${formatMinute(from)} ${end}`;
  return `${what} (${text}): ${reason.replace(/\.?$/, '.')}`;
}

/** The end of an occurrence, including windows that are active at its end. */
function endOf(windows: readonly FreezeWindow[], { until }: Occurrence): number | undefined {
  let end = until;
  for (let i = 0; i < MOST_IN_A_ROW; i++) {
    const following = windows.map((window) => occurrenceAt(window, end)).find((one) => isActive(one, end));
    if (!following) return end;
    end = following.until;
  }
  return undefined;
}
