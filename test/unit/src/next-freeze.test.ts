/** When the next freeze begins and ends. */
import { describe, expect, test } from 'vitest';
import { describeFreezeTimes, nextFreeze } from '../../../src/freeze/next-freeze.ts';
import { activeFreeze } from '../../../src/freeze/occurrences.ts';
import { parseFreezeWindow } from '../../../src/freeze/windows.ts';

const say = (lines: readonly string[], now: string) => {
  const next = nextFreeze(lines.map(parseFreezeWindow), Date.parse(now));
  return next && describeFreezeTimes(next);
};

describe('the next freeze', () => {
  test.each([
    // 2026-12-02 is a Wednesday.
    [
      'Fri 16:00 - Mon 08:00: weekend',
      '2026-12-02T12:34:56Z',
      'is from 2026-12-04 16:00 UTC until 2026-12-07 08:00 UTC (Fri 16:00 - Mon 08:00): weekend.',
    ],
    [
      'Fri 16:00 - Mon 08:00 Europe/Berlin',
      '2026-12-02T12:00:00Z',
      'is from 2026-12-04 15:00 UTC until 2026-12-07 07:00 UTC',
    ],
    ['daily 22:00 - 06:00', '2026-12-02T12:00:00Z', 'is from 2026-12-02 22:00 UTC until 2026-12-03 06:00 UTC'],
    [
      '2026-12-20 18:00 - 2027-01-02: holidays',
      '2026-12-02T12:00:00Z',
      'is from 2026-12-20 18:00 UTC until 2027-01-03 00:00 UTC',
    ],
    // Clocks go forward on 2026-03-29 in Berlin, and back on 2026-10-25.
    [
      'Sat 12:00 - Mon 08:00 Europe/Berlin',
      '2026-03-27T12:00:00Z',
      'is from 2026-03-28 11:00 UTC until 2026-03-30 06:00 UTC',
    ],
    [
      'Sun 12:00 - Mon 08:00 Europe/Berlin',
      '2026-10-23T12:00:00Z',
      'is from 2026-10-25 11:00 UTC until 2026-10-26 07:00 UTC',
    ],
  ])('of %s, seen at %s', (line, now, said) => {
    expect(say([line], now)).toContain(`The next freeze ${said}`);
  });
  test.each([
    [
      ['Fri 16:00 - Mon 08:00: weekend'],
      '2026-12-05T00:00:00Z',
      'until 2026-12-07 08:00 UTC (Fri 16:00 - Mon 08:00): weekend.',
    ],
    [['2026-12-20 - 2027-01-02'], '2026-12-24T00:00:00Z', 'until 2027-01-03 00:00 UTC'],
    // Each at the end of the one before.
    [
      ['Fri 16:00 - Mon 08:00', 'Mon 07:00 - Mon 12:00', '2026-12-07 11:00 - 2026-12-07 13:00'],
      '2026-12-05T00:00:00Z',
      'until 2026-12-07 13:00 UTC',
    ],
    [['Mon - Sun'], '2026-12-05T00:00:00Z', 'without a known end'],
    [['daily 00:00 - 00:00'], '2026-12-05T00:00:00Z', 'without a known end'],
  ])('holds already: %j at %s', (lines, now, said) => {
    expect(say(lines, now)).toContain(`Deploys are frozen ${said}`);
  });
  test('is the first of several, and none once all dates are over', () => {
    const lines = ['Fri 16:00 - Mon 08:00', 'Thu 10:00 - Thu 11:00', '2026-11-01 - 2026-11-02'];
    expect(say(lines, '2026-12-02T12:00:00Z')).toContain('2026-12-03 10:00 UTC until 2026-12-03 11:00 UTC (Thu');
    expect(say(['2026-11-01 - 2026-11-02'], '2026-12-02T12:00:00Z')).toBeUndefined();
    expect(say([], '2026-12-02T12:00:00Z')).toBeUndefined();
  });
  test('is that of the next day where a clock change skips the first', () => {
    const gap = 'daily 02:30 - 02:45 Europe/Berlin';
    expect(say([gap], '2026-03-29T00:00:00Z')).toContain('from 2026-03-30 00:30 UTC until 2026-03-30 00:45 UTC');
  });
  test('agrees with what holds, minute by minute', () => {
    const windows = ['Fri 16:00 - Mon 08:00 America/New_York', 'daily 01:30 - 02:30 America/New_York'].map(
      parseFreezeWindow,
    );
    // Until after the day on which clocks go back there, in steps of half an hour.
    const start = Date.parse('2026-10-28T00:00:00Z');
    for (let at = start; at < start + 6 * 86_400_000; at += 1_800_000) {
      const next = nextFreeze(windows, at);
      expect(next?.active).toBe(activeFreeze(windows, at) !== undefined);
      if (!next) continue;
      expect(activeFreeze(windows, next.from)).toBeDefined();
      if (!next.active) expect(activeFreeze(windows, next.from - 60_000)).toBeUndefined();
      expect(activeFreeze(windows, next.until as number)).toBeUndefined();
      expect(activeFreeze(windows, (next.until as number) - 60_000)).toBeDefined();
    }
  });
});
