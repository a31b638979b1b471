/** A sign of life in the log while a program works in silence. */
import type { Log } from '../log.ts';

/** Milliseconds of silence after which the log says that the work goes on. */
const SILENCE = 30_000;

/**
 * Runs `work` and says "still running, N s" for every 30 seconds in which it printed nothing.
 * @param what What works: its name, asked for each time.
 * @param work Is handed a function to call whenever something was printed.
 */
export async function withHeartbeat<T>(
  what: () => string,
  log: Pick<Log, 'info'>,
  work: (printed: () => void) => Promise<T>,
): Promise<T> {
  const began = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const waitAgain = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      log.info(`${what()}: still running, ${Math.round((Date.now() - began) / 1000)} s`);
      waitAgain();
    }, SILENCE);
  };
  waitAgain();
  try {
    return await work(waitAgain);
  } finally {
    clearTimeout(timer);
  }
}
