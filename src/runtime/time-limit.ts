/** The time that a step has, by its input `timeout`, and the short times beyond it that are for cleaning up. */

import { formatDuration } from '../inputs/duration.ts';
import type { Context } from './context.ts';
import { TimedOutError } from './errors.ts';

/**
 * Milliseconds that restoring what a failed step changed may take beyond the end of the step's time. Nothing else goes on
 * that long after the signal of the step has aborted.
 */
export const RESTORE_GRACE = 20_000;

/** Milliseconds that a call in flight has left when the step ends, so that its outcome is known. */
export const CALL_GRACE = 2500;

/** The longest time that a timer can hold, 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * The context of a step that must end in `ms` milliseconds: its signal aborts then, as it does on a cancellation. `shown` is the
 * value of the input where the step has more time than that.
 */
export function withDeadline(context: Context, ms: number, shown = ms): Context {
  const over = new AbortController();
  if (ms <= LONGEST_TIMER) setTimeout(() => over.abort(new TimedOutError(shown)), ms);
  return {
    ...context,
    signal: AbortSignal.any([context.signal, over.signal]),
    deadline: context.clock.now() + ms,
    timeout: shown,
  };
}

/** `10m (input timeout, for the whole step)`. */
export const describeTimeout = ({ timeout = 0 }: Pick<Context, 'timeout'>): string =>
  `${formatDuration(timeout)} (input timeout, for the whole step)`;

/** A signal that aborts after `ms` with a reason in words. */
export function expiring(ms: number, what: string): AbortSignal {
  const over = new AbortController();
  setTimeout(() => over.abort(new Error(`${what} took longer than ${formatDuration(ms)}`)), ms).unref();
  return over.signal;
}
