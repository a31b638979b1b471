/** Logs that a program without output is still running. */
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

/** Milliseconds of silence after which the log says that the work continues. */
const SILENCE = 30_000;

/**
 * Runs `work` and says "still running, N s" for every 30 seconds in which it printed nothing.
 * @param what What works: its name, read each time.
 * @param work Is handed a function to call whenever something was printed.
 */
export async function withHeartbeat<T>(
  what: () => string,
  { log, clock }: { readonly log: Pick<Log, 'info'>; readonly clock: Pick<Clock, 'now' | 'timer'> },
  work: (printed: () => void) => Promise<T>,
): Promise<T> {
  const began = clock.now();
  let cancel = () => {};
  const waitAgain = () => {
    cancel();
    cancel = clock.timer(SILENCE, () => {
      log.info(`${what()}: still running, ${Math.round((clock.now() - began) / 1000)} s`);
      waitAgain();
    });
  };
  waitAgain();
  try {
    return await work(waitAgain);
  } finally {
    cancel();
  }
}
