import { describe, expect, test } from 'vitest';
import { FREEZE_ANNOTATION, freezeOn } from '../../../src/freeze/freeze.ts';
import { activeFreeze } from '../../../src/freeze/occurrences.ts';
import { parseFreezeWindow } from '../../../src/freeze/windows.ts';
import { isReserved } from '../../../src/records/annotations.ts';

const holds = (line: string, at: string): boolean =>
  activeFreeze([parseFreezeWindow(line)], Date.parse(at)) !== undefined;

describe('a freeze', () => {
  test('of the week uses the local time of its time zone, in summer and in winter', () => {
    const weekend = 'Fri 16:00 - Mon 08:00 Europe/Berlin: no deploys at the weekend';
    // In January Berlin is an hour ahead of UTC, in July two.
    expect(holds(weekend, '2026-01-09T14:59:00Z')).toBe(false);
    expect(holds(weekend, '2026-01-09T15:00:00Z')).toBe(true);
    expect(holds(weekend, '2026-01-11T12:00:00Z')).toBe(true);
    expect(holds(weekend, '2026-01-12T06:59:00Z')).toBe(true);
    expect(holds(weekend, '2026-01-12T07:00:00Z')).toBe(false);
    expect(holds(weekend, '2026-07-10T13:59:00Z')).toBe(false);
    expect(holds(weekend, '2026-07-10T14:00:00Z')).toBe(true);
  });

  test('of days holds to the end of the last one', () => {
    expect(holds('Sat - Sun', '2026-01-09T23:59:00Z')).toBe(false);
    expect(holds('Sat - Sun', '2026-01-11T23:59:00Z')).toBe(true);
    expect(holds('Saturday - Sunday', '2026-01-12T00:00:00Z')).toBe(false);
  });

  test('of every day may go over midnight', () => {
    expect(holds('daily 22:00 - 06:00', '2026-01-05T21:59:00Z')).toBe(false);
    expect(holds('daily 22:00 - 06:00', '2026-01-05T23:00:00Z')).toBe(true);
    expect(holds('daily 22:00 - 06:00', '2026-01-06T05:59:00Z')).toBe(true);
    expect(holds('daily 22:00 - 06:00', '2026-01-06T06:00:00Z')).toBe(false);
  });

  test('of the calendar includes its last day, or ends at its time', () => {
    const holidays = '2026-12-20 - 2027-01-02 America/New_York: holidays';
    expect(holds(holidays, '2026-12-20T04:59:00Z')).toBe(false);
    expect(holds(holidays, '2026-12-20T05:00:00Z')).toBe(true);
    expect(holds(holidays, '2027-01-03T04:59:00Z')).toBe(true);
    expect(holds(holidays, '2027-01-03T05:00:00Z')).toBe(false);
    expect(holds('2026-12-20 18:00 - 2026-12-21 08:00', '2026-12-21T08:00:00Z')).toBe(false);
  });

  test.each([
    ['next week', 'is not a freeze window'],
    ['daily 22:00 - Fri 06:00', 'is not a freeze window'],
    ['Fri 16:00 - daily 08:00', 'is not a freeze window'],
    ['2026-02-28 - 2026-02-30: holidays', 'is not a freeze window'],
    ['Fri 16:00 - 2026-12-20', 'is not a freeze window'],
    ['Fri 25:00 - Mon 08:00', 'is not a freeze window'],
    ['Money 10:00 - Tue 11:00', 'is not a freeze window'],
    ['Fri 16:00 - Mon 08:00 Europe/Atlantis', '"Europe/Atlantis" is not a time zone'],
    ['2026-12-20 - 2026-12-19', 'ends before it begins'],
  ])('%s is refused', (line, message) => {
    expect(() => parseFreezeWindow(line)).toThrow(message);
  });

  test('can be set on a service, too; an unreadable one blocks', () => {
    const on = (text: string) =>
      freezeOn({ annotations: { [FREEZE_ANNOTATION]: text } }, [], { now: () => Date.parse('2026-01-10T00:00:00Z') });
    expect(on('Sat - Sun: weekend')).toBe('Deploys are frozen (Sat - Sun): weekend.');
    expect(on('Mon - Tue: release week')).toBeUndefined();
    expect(on('until further notice')).toContain('blocks until it is corrected or removed');
    expect(freezeOn({}, [], { now: () => 0 })).toBeUndefined();
    expect(isReserved('annotations', FREEZE_ANNOTATION)).toBe(false);
  });
});
