/**
 * Google's clock, by the header `Date` of its responses (https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1). A runner's clock may be
 * minutes off: windows of a metric would then lie where nothing is visible yet, a step of a canary would end early or late, and a freeze
 * would be missed.
 */
import { formatDuration } from '../inputs/duration.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';

/** One response of a server. Times in milliseconds since 1970, by the runner's clock. */
export interface TimedResponse {
  readonly url: string;
  readonly sent: number;
  readonly received: number;
  /** The header `Date`; undefined for a response without one. */
  readonly date: string | undefined;
}

export interface ServerClock {
  /** Google's time, and the runner's for waiting. While both differ by less than 10 s, the runner's. Warns once where they differ by more. */
  readonly clock: Clock;
  /** Learns from a response; those of other servers are left out. */
  hear(response: TimedResponse): void;
}

/** Less may be the time that the response took. Milliseconds. */
const TOLERATED = 10_000;

/** `servers` are base URLs of Google's. */
export function createServerClock(clock: Clock, servers: readonly string[], log: Pick<Log, 'warning'>): ServerClock {
  const origins = new Set(servers.map((url) => new URL(url).origin));
  let ahead = 0;
  let warned = false;
  return {
    clock: {
      ...clock,
      now() {
        if (ahead !== 0 && !warned) {
          warned = true;
          log.warning(
            `The runner's clock is ${formatDuration(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} Google's, so Google's is used. Synchronize the runner's clock.`,
          );
        }
        return clock.now() - ahead;
      },
    },
    hear({ url, sent, received, date = '' }) {
      const time = Date.parse(date);
      if (!Number.isFinite(time) || !origins.has(new URL(url).origin)) return;
      // The least that explains when the server responded, between the request and its response.
      const found = sent > time ? sent - time : Math.min(0, received - time);
      // A header has whole seconds: the clock does not follow each of them.
      if (Math.abs(found - ahead) >= TOLERATED) ahead = Math.abs(found) < TOLERATED ? 0 : found;
    },
  };
}
