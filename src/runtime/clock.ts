/** Time and random values, injected so that tests control them. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits; throws the signal's reason as soon as it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls `work` after `ms`, unless what it gives is called before. Keeps the process alive until then. */
  timer(ms: number, work: () => void): () => void;
  /** A number from 0 to 1 by which pauses differ, so that runs that failed together do not try again together. */
  jitter(): number;
}

/** The longest time that a timer of Node can hold, 24 days; a longer one would end at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Calls `work` every `ms`, until what it gives is called. */
export function every(clock: Pick<Clock, 'timer'>, ms: number, work: () => void): () => void {
  let cancel = () => {};
  const next = () => {
    cancel = clock.timer(ms, () => {
      next();
      work();
    });
  };
  next();
  return () => cancel();
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      // Throws the signal's reason.
      throw signal?.reason ?? error;
    }
  },
  timer: (ms, work) => {
    if (ms > LONGEST_TIMER) return () => {};
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  jitter: () => Math.random(),
};

/** Random ids. Stop words of the runner's protocol are generated separately. */
export interface Random {
  /** So many bytes, as twice as many hexadecimal digits. */
  hex(bytes: number): string;
  uuid(): string;
}

export const systemRandom: Random = {
  hex: (bytes) => randomBytes(bytes).toString('hex'),
  uuid: () => randomUUID(),
};
