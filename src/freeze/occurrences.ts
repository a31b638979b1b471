/**
 * A freeze window runs from the first instant at which clocks in its time zone show the start to the last at which they show the
 * end. A time that a clock change skips is the instant of the change. Pure.
 */
import type { FreezeWindow } from './windows.ts';

/** Milliseconds since 1970. */
export interface Occurrence {
  readonly from: number;
  readonly until: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;
/** A Monday in 1970: weeks of local times begin there. */
const MONDAY = 4 * DAY;

/** The occurrence that contains `now`, else the next one; undefined if none is to come. */
export function occurrenceAt(window: FreezeWindow, now: number): Occurrence | undefined {
  for (const [start, end] of localOccurrences(window, now)) {
    const from = instantsOf(start, window.zone).first;
    const until = instantsOf(end, window.zone).last;
    if (from < until && now < until) return { from, until };
  }
  return undefined;
}

/** Start and end in local time: the last start, and the next ones. */
function localOccurrences({ from, to, zone }: FreezeWindow, now: number): (readonly [start: number, end: number])[] {
  if (from.kind === 'date') return to.kind === 'date' ? [[from.local, to.local]] : [];
  if (to.kind === 'date') return [];
  const span = from.day === undefined ? DAY : WEEK;
  const since = (later: number, earlier: number) => (((later - earlier) % span) + span) % span;
  const length = since(to.minute * MINUTE, from.minute * MINUTE) || span;
  const local = localTime(now, zone);
  const last = local - since(local, MONDAY + from.minute * MINUTE);
  // If clocks went back, the next one may have begun. If they go forward, they may skip it.
  return [last, last + span, last + 2 * span].map((start) => [start, start + length]);
}

/** The first window that is active at this time, in milliseconds since 1970. */
export const activeFreeze = (windows: readonly FreezeWindow[], now: number): FreezeWindow | undefined =>
  windows.find((window) => isActive(occurrenceAt(window, now), now));

export const isActive = (occurrence: Occurrence | undefined, now: number): boolean =>
  occurrence !== undefined && occurrence.from <= now;

/** The instants at which clocks show a local time: two if a change repeats it, and the instant of the change if one skips it. */
function instantsOf(local: number, zone: string): { readonly first: number; readonly last: number } {
  // By the offsets of the day before and the day after, of which a change makes one wrong, or both.
  const [before = 0, after = 0] = [local - DAY, local + DAY].map((at) => local - (localTime(at, zone) - at));
  const shown = [before, after].filter((at) => localTime(at, zone) === local);
  if (shown.length > 0) return { first: Math.min(...shown), last: Math.max(...shown) };
  const change = changeBetween(after, before, local, zone);
  return { first: change, last: change };
}

/** The first minute that shows a later local time than this one, which is skipped. */
function changeBetween(early: number, late: number, local: number, zone: string): number {
  if (late - early <= MINUTE) return late;
  const middle = early + Math.floor((late - early) / MINUTE / 2) * MINUTE;
  return localTime(middle, zone) < local
    ? changeBetween(middle, late, local, zone)
    : changeBetween(early, middle, local, zone);
}

/** Kept, since making one takes longer than all else. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks show at this instant, to the minute, in milliseconds as if it were UTC. */
function localTime(at: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(zone, format);
  // 25/10/2026, 02:30
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = (format.format(at).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
}
