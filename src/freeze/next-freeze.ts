/** The next freeze, or the end of the current one. Pure. */
import { formatMinute } from '../inputs/duration.ts';
import { activeFreeze, type FreezeWindow, holdsAt, localTime } from './windows.ts';

export interface FreezeTimes {
  /** The active window, else the next one. */
  readonly window: FreezeWindow;
  readonly active: boolean;
  /** Milliseconds since 1970; in the past for an active one. */
  readonly from: number;
  /** When no window is active any more; undefined without a known end. */
  readonly until: number | undefined;
}

const MINUTE = 60_000;
const DAY = 24 * 60;
const WEEK = 7 * DAY;
/** Maximum number of adjacent windows that are combined; beyond it the end counts as unknown. */
const MOST_IN_A_ROW = 50;

/** The current freeze, else the next one; undefined if none is to come. `now` in milliseconds since 1970. */
export function nextFreeze(windows: readonly FreezeWindow[], now: number): FreezeTimes | undefined {
  const current = activeFreeze(windows, now);
  if (current) return { window: current, active: true, from: now, until: endOf(windows, current, now) };
  const coming = windows
    .flatMap((window) => {
      const from = startOf(window, now);
      return from === undefined ? [] : [{ window, from }];
    })
    .toSorted((a, b) => a.from - b.from);
  const [first] = coming;
  return first && { ...first, active: false, until: endOf(windows, first.window, first.from) };
}

/** `Deploys are frozen until 2026-11-30 08:00 UTC (Fri 16:00 - Mon 08:00): weekend.` */
export function describeFreezeTimes({ window: { text, reason }, active, from, until }: FreezeTimes): string {
  const end = until === undefined ? 'without a known end' : `until ${formatMinute(until)}`;
  const what = active ? `Deploys are frozen ${end}` : `The next freeze is from ${formatMinute(from)} ${end}`;
  return `${what} (${text}): ${reason.replace(/\.?$/, '.')}`;
}

/** The end of the window, including windows that are active at its end. */
function endOf(windows: readonly FreezeWindow[], first: FreezeWindow, at: number): number | undefined {
  let window: FreezeWindow | undefined = first;
  let end = at;
  for (let i = 0; i < MOST_IN_A_ROW; i++) {
    end = ownEnd(window, end);
    window = activeFreeze(windows, end);
    if (!window) return end;
  }
  return undefined;
}

/** End of a window that is active at this time. */
function ownEnd({ from, to, zone }: FreezeWindow, at: number): number {
  if (from.kind === 'date' || to.kind === 'date') return to.kind === 'date' ? instantOf(parse(to.text), zone) : at;
  const span = from.day === undefined ? DAY : WEEK;
  const minutes = minutesUntil(to.minute, localTime(at, zone).minute, span);
  return later(at, minutes, zone);
}

/** Next start of a window that is not active; undefined if it is over. */
function startOf(window: FreezeWindow, now: number): number | undefined {
  const { from, zone } = window;
  if (from.kind === 'date') {
    const start = instantOf(parse(from.text), zone);
    return start > now ? start : undefined;
  }
  const span = from.day === undefined ? DAY : WEEK;
  const minutes = minutesUntil(from.minute, localTime(now, zone).minute, span);
  const start = later(now, minutes, zone);
  // A clock change can move it out of that day, or skip it.
  const starts = [start, later(start, 60, zone), later(now, minutes + span, zone)];
  return starts.find((one) => holdsAt(window, one)) ?? start;
}

/** At least one: the same time recurs after the whole span. */
const minutesUntil = (moment: number, now: number, span: number): number =>
  (((moment - now) % span) + span) % span || span;

/** Adds minutes in local time of the zone. */
const later = (at: number, minutes: number, zone: string): number =>
  instantOf(parse(localTime(at, zone).date) + minutes * MINUTE, zone);

/** Converts a local time, given as if it were UTC. A time that a clock change skips is an hour off. */
function instantOf(local: number, zone: string): number {
  const shown = (at: number) => parse(localTime(at, zone).date);
  const guess = local - (shown(local) - local);
  return guess - (shown(guess) - local);
}

/** `2026-12-20 18:00`, or `24:00` for the end of a day. */
function parse(text: string): number {
  const [, day = '', hour = 0, minutes = 0] = /^(\S+) (\d\d):(\d\d)$/.exec(text) ?? [];
  return Date.parse(`${day}T00:00:00Z`) + (Number(hour) * 60 + Number(minutes)) * MINUTE;
}
