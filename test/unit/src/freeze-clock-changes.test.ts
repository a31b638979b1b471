/** Freezes on the days around a clock change: what blocks now and the announced times agree, with edges in any hour. */
import { describe, expect, test } from 'vitest';
import { freezeOn } from '../../../src/freeze/freeze.ts';
import { nextFreeze } from '../../../src/freeze/next-freeze.ts';
import { type FreezeWindow, parseFreezeWindow } from '../../../src/freeze/windows.ts';

const QUARTER = 15 * 60_000;
const DAY = 96 * QUARTER;

const frozen = (window: FreezeWindow, at: number): boolean =>
  freezeOn(undefined, [window], { now: () => at }) !== undefined;

const utc = (at: number) => new Date(at).toISOString().slice(5, 16);

/** All announced freezes from `start` to `end`, each seen from the end of the one before. */
function announced(window: FreezeWindow, start: number, end: number): string[] {
  const all: string[] = [];
  for (let at = start; at < end; ) {
    const next = nextFreeze([window], at);
    if (!next || next.from >= end) break;
    all.push(`${utc(next.from)} - ${utc(next.until ?? end)}`);
    at = next.until ?? end;
  }
  return all;
}

describe('a window with an edge', () => {
  test.each([
    // Berlin: 02:00 becomes 03:00 at 01:00 UTC on 2026-03-29; 03:00 becomes 02:00 at 01:00 UTC on 2026-10-25.
    ['in the skipped hour starts at the change', 'daily 02:30 - 04:00 Europe/Berlin', '2026-03-29', '01:00', '02:00'],
    ['in the skipped hour ends at the change', 'daily 01:30 - 02:30 Europe/Berlin', '2026-03-29', '00:30', '01:00'],
    ['in the repeated hour starts at the first', 'daily 02:30 - 04:00 Europe/Berlin', '2026-10-25', '00:30', '03:00'],
    ['in the repeated hour ends at the second', 'daily 01:30 - 02:30 Europe/Berlin', '2026-10-24', '23:30', '01:30'],
    [
      'and its other edge in the repeated hour is one window',
      'Sun 02:15 - Sun 02:45 Europe/Berlin',
      '2026-10-25',
      '00:15',
      '01:45',
    ],
    [
      'and a date starts at the first',
      '2026-10-25 02:30 - 2026-10-25 12:00 Europe/Berlin',
      '2026-10-25',
      '00:30',
      '11:00',
    ],
    [
      'and a date starts at the change',
      '2026-03-29 02:30 - 2026-03-29 12:00 Europe/Berlin',
      '2026-03-29',
      '01:00',
      '10:00',
    ],
    // New York: 02:00 becomes 03:00 at 07:00 UTC on 2026-03-08; 02:00 becomes 01:00 at 06:00 UTC on 2026-11-01.
    ['in the hour that New York skips', 'Sun 02:30 - Sun 05:00 America/New_York', '2026-03-08', '07:00', '09:00'],
    ['in the hour that New York repeats', 'Sun 01:30 - Sun 05:00 America/New_York', '2026-11-01', '05:30', '10:00'],
    // Lord Howe: 02:00 becomes 02:30 at 15:30 UTC on 2026-10-03; 02:00 becomes 01:30 at 15:00 UTC on 2026-04-04.
    ['in a skipped half hour', 'Sun 02:15 - Sun 05:00 Australia/Lord_Howe', '2026-10-03', '15:30', '18:00'],
    ['in a repeated half hour', 'Sun 01:45 - Sun 05:00 Australia/Lord_Howe', '2026-04-04', '14:45', '18:30'],
  ])('%s: %s', (_, line, day, from, until) => {
    const window = parseFreezeWindow(line);
    const noon = Date.parse(`${day}T12:00Z`);
    const start = Date.parse(`${day}T${from}Z`);
    const end = Date.parse(`${day}T${until}Z`) + (until < from ? DAY : 0);
    expect(nextFreeze([window], Math.min(noon, start) - 6 * 4 * QUARTER)).toMatchObject({ from: start, until: end });
    for (let at = start - QUARTER; at <= end; at += QUARTER)
      expect([utc(at), frozen(window, at)]).toEqual([utc(at), at >= start && at < end]);
  });
});

describe('around the clock change, blocked times and announced times are those of the local clock', () => {
  const edges = ['01:00', '01:30', '01:45', '02:00', '02:15', '02:30', '03:00'];
  test.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['Asia/Tokyo', '2026-03-29'],
  ])('in %s on %s', (zone, day) => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const midnight = Date.parse(`${day}T00:00Z`);
    const instants = Array.from({ length: 5 * 96 }, (_, i) => midnight - 2 * DAY + i * QUARTER);
    const clock = instants.map((at) => format.format(at));
    const date = (days: number) => new Date(midnight + days * DAY).toISOString().slice(0, 10);
    /** From the first instant that shows the start to the last one that shows the end, or the change that skips it. */
    const occurrence = (from: string, to: string) => {
      const start = clock.findIndex((local) => local >= from);
      const shown = clock.lastIndexOf(to);
      const end = shown >= 0 ? shown : clock.findLastIndex((local) => local < to) + 1;
      return (i: number) => i >= start && i < end;
    };
    // From 16 hours before that day to 16 hours after its midnight.
    const quarters = [...instants.keys()].slice(128, 256);
    const first = instants[128] as number;
    const last = instants[255] as number;
    for (const [a, from] of edges.entries())
      for (const to of [edges[(a + 1) % 7], edges[(a + 3) % 7]] as string[]) {
        const over = from > to ? 1 : 0;
        const daily = [-2, -1, 0, 1].map((d) => occurrence(`${date(d)} ${from}`, `${date(d + over)} ${to}`));
        const once = occurrence(`${date(0)} ${from}`, `${date(over)} ${to}`);
        const cases = [
          { line: `daily ${from} - ${to} ${zone}`, isIn: (i: number) => daily.some((isIn) => isIn(i)) },
          { line: `Sun ${from} - ${over ? 'Mon' : 'Sun'} ${to} ${zone}`, isIn: once },
          { line: `${date(0)} ${from} - ${date(over)} ${to} ${zone}`, isIn: once },
        ];
        for (const { line, isIn } of cases) {
          const window = parseFreezeWindow(line);
          const blocked = (is: (i: number) => boolean) =>
            quarters.filter(is).map((i) => `${utc(instants[i] as number)} (${clock[i]})`);
          expect({ line, blocked: blocked((i) => frozen(window, instants[i] as number)) }).toEqual({
            line,
            blocked: blocked(isIn),
          });
          const intervals = announced(window, first, last + 1);
          const within = (i: number) =>
            intervals.some((text) => {
              const [begin = '', end = ''] = text.split(' - ');
              const at = utc(instants[i] as number);
              return begin <= at && at < end;
            });
          expect({ line, announced: blocked(within) }).toEqual({ line, announced: blocked(isIn) });
        }
      }
  });
});
