/**
 * Sends probe requests to a revision until N consecutive ones succeed. No failure ends the check early: the URL of a new tag returns 404
 * until the load balancers know it, and an application may still be starting.
 */

import { formatDuration } from '../../../src/inputs/duration.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { ProbeRecord } from '../service/outcome.ts';

export interface ProbeResponse {
  readonly healthy: boolean;
  /** For a reader: `200 in 12ms`, `500, expected 200`. */
  readonly detail: string;
  /** True if the request timed out. */
  readonly timedOut?: boolean;
}

export interface ProbeLimits {
  /** Consecutive successes that are needed. */
  readonly passes: number;
  /** Milliseconds between two requests. */
  readonly interval: number;
  /** Time limit of the health check, including a cold start. Milliseconds. */
  readonly timeout: number;
}

/** Timeout of one request, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;
/** Milliseconds between two progress lines in the log. */
const PROGRESS_INTERVAL = 10_000;

/**
 * Throws `OutcomeError` if the health check timed out. `request` gets its timeout in milliseconds; `onProgress` a line at the first
 * failure, and then one every 10 s.
 */
export async function probeUntilHealthy(
  url: string,
  request: (timeout: number) => Promise<ProbeResponse>,
  patience: ProbeLimits,
  clock: Clock,
  signal: AbortSignal,
  onProgress: (line: string) => void,
): Promise<ProbeRecord> {
  const start = clock.now();
  const end = start + patience.timeout;
  let passes = 0;
  let lastResponse = '';
  let progressAt = start;
  for (let attempts = 1; ; attempts++) {
    signal.throwIfAborted();
    const limit = Math.max(1, Math.min(REQUEST_TIMEOUT, end - clock.now()));
    const { healthy, detail, timedOut = false } = await request(limit);
    // The last request only has the remaining time. Its timeout says nothing about the revision.
    const cutShort = timedOut && limit < REQUEST_TIMEOUT;
    if (!cutShort || lastResponse === '') lastResponse = detail;
    passes = healthy ? passes + 1 : 0;
    if (passes >= patience.passes) return { url, passes, attempts, took: clock.now() - start, lastResponse };
    if (clock.now() + patience.interval >= end) {
      const requests = attempts === 1 ? '1 probe request' : `${attempts} probe requests`;
      throw new OutcomeError(
        `${url} failed its health check: ${requests} in ${formatDuration(clock.now() - start)}, ${passes} of ${patience.passes} consecutive successes. The last response: ${lastResponse}.`,
      );
    }
    if (!healthy && clock.now() >= progressAt) {
      progressAt = clock.now() + PROGRESS_INTERVAL;
      onProgress(
        `Health check of ${url} not passed yet: ${lastResponse}. Probing until it passes or probe-timeout (${formatDuration(patience.timeout)}) is over; ${formatDuration(clock.now() - start)} used.`,
      );
    }
    await clock.sleep(patience.interval, signal);
  }
}
