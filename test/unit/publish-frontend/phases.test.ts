/** Times of a run's parts, how far a long one is, and how long its calls may be retried. */
import { expect, test } from 'vitest';
import { createDeadline } from '../../../actions/publish-frontend/clients.ts';
import { createTimings } from '../../../actions/publish-frontend/report/timings.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';

test('a call is retried for up to two minutes, a large one longer, and none beyond one hour of the run', () => {
  let now = 5_000;
  const deadline = createDeadline({ ...systemClock, now: () => now, sleep: async () => {} });
  expect([deadline(), deadline(600_000)]).toEqual([120_000, 600_000]);
  now += 59 * 60_000;
  expect([deadline(), deadline(600_000)]).toEqual([60_000, 60_000]);
  now += 61_000;
  expect([deadline(), deadline(600_000)]).toEqual([0, 0]);
});

function fixture() {
  let now = 1_000;
  const messages: string[] = [];
  const pass = (ms: number) => {
    now += ms;
  };
  const clock = { ...systemClock, now: () => now, sleep: async () => {} };
  const log = { info: (message: string) => void messages.push(message) } as Partial<Log> as Log;
  return { phases: createTimings(clock, log), said: messages, pass };
}

test('a part that comes again adds up, one that fails counts too', async () => {
  const { phases, pass } = fixture();
  await phases.time('Send', async () => pass(1_500));
  await expect(
    phases.time('Switch', async () => {
      pass(250);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await phases.time('Send', async () => pass(500));
  expect(phases.rows()).toEqual([
    ['Send', '2.0s'],
    ['Switch', '250ms'],
  ]);
});

test('reports progress every few seconds, not for each chunk and not at the end', () => {
  const { phases, said, pass } = fixture();
  const progress = phases.progress('Sent', 4);
  progress(1);
  pass(6_000);
  progress(2);
  progress(3);
  pass(6_000);
  progress(4);
  expect(said).toEqual(['Sent: 2 of 4']);
});
