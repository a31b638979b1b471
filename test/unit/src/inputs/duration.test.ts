import { describe, expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../../../src/inputs/duration.ts';

describe('durations', () => {
  test.each([
    ['500ms', 500],
    ['90s', 90_000],
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['7d', 604_800_000],
    ['0s', 0],
    [' 2s ', 2000],
    ['1m500ms', 60_500],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(['', '5', '5 m', '-1s', '1.5h', '30m1h', '5min', 's'])('refuses "%s"', (text) => {
    expect(() => parseDuration(text)).toThrow(/is not a duration/);
  });

  test.each([
    [480, '480ms'],
    [1234, '1.2s'],
    [59_960, '1m00s'],
    [125_000, '2m05s'],
    [5_400_000, '1h30m'],
  ])('%d ms is written %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});
