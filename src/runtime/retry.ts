/**
 * The only module with retries and polling: `retry` repeats work after transient errors, `poll` repeats a read until it returns
 * a value. Both stop when the signal aborts or the time is over.
 */
import type { Clock } from './clock.ts';
import { CloudError } from './errors.ts';
import { interrupted } from './interruption.ts';

/**
 * Statuses of transient errors (https://cloud.google.com/storage/docs/retry-strategy); 0 represents no response. Whether a call
 * can be repeated is a separate question: a call with a lost response may have been executed.
 */
const TRANSIENT = new Set([0, 408, 429, 500, 502, 503, 504]);

/** True for a transient cloud error. */
export const isTransient = (error: unknown): error is CloudError =>
  error instanceof CloudError && !error.final && TRANSIENT.has(error.status);

/** Exponential pauses with jitter: up to 0.25 s, 0.5 s, 1 s … 8 s. Milliseconds; `attempt` counts from 0. */
export function backoff(attempt: number, clock: Pick<Clock, 'jitter'>): number {
  return (0.5 + clock.jitter() / 2) * Math.min(8000, 250 * 2 ** attempt);
}

interface Waiting {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface RetryOptions extends Waiting {
  /** What the work is about, for the message where the signal aborts in a pause. */
  readonly resource?: string;
  /** Whether an error of the attempt (counted from 0) is worth another. Default: `isTransient`. */
  readonly mayPass?: (error: unknown, attempt: number) => boolean;
  /** Attempts at most. */
  readonly attempts?: number;
  /** Milliseconds since 1970 after which no attempt begins. */
  readonly until?: number;
  /** Milliseconds of the pause after an attempt (counted from 0). Default: `backoff`. */
  readonly pauseAfter?: (attempt: number) => number;
  /** Called before each pause, for the log. */
  readonly onRetry?: (error: Error, pause: number) => void;
}

/**
 * Repeats `work` until it succeeds or its error is final, which is then thrown. A server's `retry-after` is the shortest pause.
 * Throws the signal's reason if it aborts in a pause.
 */
export async function retry<T>(work: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const { clock, signal, mayPass = isTransient, attempts = Infinity, until = Infinity } = options;
  const { pauseAfter = (attempt) => backoff(attempt, clock) } = options;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      const required = error instanceof CloudError ? (error.retryAfterMs ?? 0) : 0;
      const pause = Math.max(pauseAfter(attempt), required);
      if (!mayPass(error, attempt) || attempt + 1 >= attempts || clock.now() + pause > until) throw error;
      options.onRetry?.(error as Error, pause);
      await clock.sleep(pause, signal).catch(() => {
        throw interrupted(signal, options.resource ?? 'the last attempt', error as Error);
      });
    }
  }
}

export interface PollOptions extends Waiting {
  /** Milliseconds since 1970 after which polling stops. Default: only the signal stops it. */
  readonly until?: number;
  /** Milliseconds of the first pause and of the longest; each is half as long again as the one before. */
  readonly first?: number;
  readonly longest?: number;
}

/** Repeats `look` until it returns a value, which is returned; with `until`, undefined when the time is over. */
export function poll<T>(
  look: () => Promise<T | undefined>,
  options: PollOptions & { readonly until: number },
): Promise<T | undefined>;
export function poll<T>(
  look: () => Promise<T | undefined>,
  options: PollOptions & { readonly until?: never },
): Promise<T>;
export async function poll<T>(look: () => Promise<T | undefined>, options: PollOptions): Promise<T | undefined> {
  const { clock, signal, until = Infinity, first = 100, longest = 3000 } = options;
  for (let pause = first; ; pause = Math.min(longest, pause * 1.5)) {
    const found = await look();
    if (found !== undefined) return found;
    if (clock.now() + pause > until) return undefined;
    await clock.sleep(pause, signal);
  }
}

/** Work that is begun before its result is needed: the same promise. An error counts where the result is awaited, or not at all. */
export function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}
