/** Ends work when its signal aborts, with an error that says what it was waiting for. */
import type { Clock } from './clock.ts';
import { TimedOutError } from './errors.ts';

/** The work's result, or the signal's reason as soon as it aborts; what the work still does then is not waited for. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/**
 * The reason of an aborted signal. Where the time of the step is over, it says for what the step was waiting and how that
 * failed last, since a server that does not respond is the usual cause.
 */
export function interrupted(signal: AbortSignal, resource: string, last: Error | undefined): unknown {
  const reason: unknown = signal.reason;
  if (!(reason instanceof TimedOutError)) return reason;
  const detail = last ? `${resource}: ${last.message.replace(/\.?$/, '.')}` : `no response yet about ${resource}.`;
  return new TimedOutError(reason.limit, detail, { cause: last ?? reason });
}

/** Aborts with the same reason `ms` after `signal`: a call that is on its way gets the time to come back. */
export function graceAfter(signal: AbortSignal, ms: number, clock: Pick<Clock, 'timer'>): AbortSignal {
  const grace = new AbortController();
  const abort = () => void clock.timer(ms, () => grace.abort(signal.reason));
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  return grace.signal;
}
