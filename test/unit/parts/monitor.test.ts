/** What is shown of a program that takes its time. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMonitor } from '../../../scripts/parts/processes/monitor.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function monitored() {
  const lines: string[] = [];
  return { lines, monitor: createMonitor('pnpm install', (line) => lines.push(line)) };
}

test('a quick program shows nothing', () => {
  const { lines, monitor } = monitored();
  monitor.write('resolving\n');
  vi.advanceTimersByTime(19_000);
  monitor.end();
  vi.advanceTimersByTime(100_000);
  expect(lines).toEqual([]);
});

test('after 20 seconds its last lines are shown, and each further one', () => {
  const { lines, monitor } = monitored();
  for (let index = 0; index < 30; index++) monitor.write(`line ${index}\n`);
  monitor.write('10 %\r20 %\r90 %\nhalf a');
  vi.advanceTimersByTime(20_000);
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('pnpm install: still running, 20 s. Its last lines:');
  expect(lines.at(-1)).toBe('pnpm install | 90 %');
  monitor.write(' line\n');
  expect(lines.at(-1)).toBe('pnpm install | half a line');
  monitor.end();
});

test('silence is broken every 30 seconds', () => {
  const { lines, monitor } = monitored();
  vi.advanceTimersByTime(110_000);
  const running = (seconds: number) => `pnpm install: still running, ${seconds} s`;
  expect(lines).toEqual([20, 50, 80, 110].map(running));
  monitor.end();
});
