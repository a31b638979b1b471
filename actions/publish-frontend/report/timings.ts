/** Measures the parts of the run for the summary, and logs the progress of long ones. */

import { formatDuration } from '../../../src/inputs/duration.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';

export interface Timings {
  /** Measures a part by name. Durations with the same name are added. */
  time<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Logs the progress of a long part, at most every few seconds. */
  progress(name: string, total: number): (done: number) => void;
  rows(): readonly (readonly [name: string, duration: string])[];
}

const SAY_EVERY = 5_000;

export function createTimings(clock: Clock, log: Log): Timings {
  const durations = new Map<string, number>();
  return {
    async time(name, work) {
      const start = clock.now();
      try {
        return await work();
      } finally {
        durations.set(name, (durations.get(name) ?? 0) + clock.now() - start);
      }
    },
    progress(name, total) {
      let loggedAt = clock.now();
      return (done) => {
        if (clock.now() - loggedAt < SAY_EVERY || done === total) return;
        loggedAt = clock.now();
        log.info(`${name}: ${done} of ${total}`);
      };
    },
    rows: () => [...durations].map(([name, ms]) => [name, formatDuration(ms)] as const),
  };
}
