/** The time that a step has, by its input `timeout`, and the short times beyond it that are for cleaning up. */

import { formatDuration } from '../inputs/duration.ts';
import type { Clock } from './clock.ts';
import type { Context } from './context.ts';
import { TimedOutError } from './errors.ts';

/**
 * Milliseconds that restoring what a failed step changed may take beyond the end of the step's time. Nothing else continues
 * that long after the signal of the step has aborted.
 */
export const RESTORE_GRACE = 20_000;

/** Milliseconds that a call in flight has left when the step ends, so that its outcome is known. */
export const CALL_GRACE = 2500;

/**
 * The context of a step that must end in `ms` milliseconds: its signal aborts then, as it does on a cancellation. `shown` is the
 * value of the input where the step has more time than that.
 */
export function withDeadline(context: Context, ms: number, shown = ms): Context {
  const over = new AbortController();
  context.clock.timer(ms, () => over.abort(new TimedOutError(shown)));
  return {
    ...context,
    signal: AbortSignal.any([context.signal, over.signal]),
    deadline: context.clock.now() + ms,
    timeout: shown,
  };
}

/** The same context where the step has no input `timeout`. */
export const withTimeLimit = (context: Context, ms: number | undefined): Context =>
  ms === undefined ? context : withDeadline(context, ms);

/** `10m (input timeout, for the whole step)`. */
export const describeTimeout = ({ timeout = 0 }: Pick<Context, 'timeout'>): string =>
  `${formatDuration(timeout)} (input timeout, for the whole step)`;

/** A signal that aborts after `ms` with a reason in words. */
export function expiring(clock: Pick<Clock, 'timer'>, ms: number, what: string): AbortSignal {
  const over = new AbortController();
  clock.timer(ms, () => over.abort(new Error(`${what} took longer than ${formatDuration(ms)}`)));
  return over.signal;
}
