/** Silence in the log is broken while something works. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { withHeartbeat } from '../../../../src/runtime/output/heartbeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('every 30 seconds of silence, and not after the end', async () => {
  const lines: string[] = [];
  const end = Promise.withResolvers<string>();
  let printed = () => {};
  const working = withHeartbeat(
    () => 'build-command',
    { log: { info: (line) => lines.push(line) }, clock: systemClock },
    (print) => {
      printed = print;
      return end.promise;
    },
  );
  vi.advanceTimersByTime(65_000);
  expect(lines).toEqual(['build-command: still running, 30 s', 'build-command: still running, 60 s']);
  printed();
  vi.advanceTimersByTime(29_000);
  expect(lines).toHaveLength(2);
  vi.advanceTimersByTime(1_000);
  expect(lines.at(-1)).toBe('build-command: still running, 95 s');
  end.resolve('done');
  expect(await working).toBe('done');
  vi.advanceTimersByTime(100_000);
  expect(lines).toHaveLength(3);
});

test('nor after a failure', async () => {
  const lines: string[] = [];
  const working = withHeartbeat(
    () => 'x',
    { log: { info: (line) => lines.push(line) }, clock: systemClock },
    () => Promise.reject(new Error('no')),
  );
  await expect(working).rejects.toThrow('no');
  vi.advanceTimersByTime(100_000);
  expect(lines).toEqual([]);
});
