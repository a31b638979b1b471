/** Many transfers at a time, bounded in number and in memory. The first failure stops the rest. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';

export interface TransferOptions<T> {
  /** How many at a time, at most. */
  readonly concurrency: number;
  /** Bytes that one takes while it runs. */
  readonly memory?: (item: T) => number;
}

/** How many start before the event loop gets its turn. */
const START_TOGETHER = 8;

/** Bytes that all running transfers may take together. */
const MEMORY = 64 * 1024 * 1024;

/**
 * How many of `count` transfers to run at a time. Each connection costs a handshake, measured at 0.8 ms of work with TLS, and
 * saves its share of the waiting, about 70 ms a transfer: count/c × 70 + c × 0.8 is least near 10 √count.
 */
export function atATime(count: number, concurrency: number): number {
  return Math.min(concurrency, count, Math.ceil(10 * Math.sqrt(count)));
}

export async function transferAll<T>(
  items: readonly T[],
  { concurrency, memory = () => 0 }: TransferOptions<T>,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  let used = 0;
  let failure: { readonly reason: unknown } | undefined;
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  const worker = async () => {
    while (next < items.length && !failure) {
      const item = items[next++] as T;
      const size = memory(item);
      // One that is larger than the whole budget runs alone.
      while (used > 0 && used + size > MEMORY && !failure) await new Promise<void>((resolve) => waiting.push(resolve));
      if (failure) return;
      used += size;
      try {
        await work(item);
      } catch (reason) {
        failure ??= { reason };
      } finally {
        used -= size;
        if (waiting.length > 0) wake();
      }
    }
  };
  const workers: Promise<void>[] = [];
  const width = atATime(items.length, concurrency);
  while (workers.length < width && next < items.length && !failure) {
    workers.push(worker());
    // What is prepared leaves while the next are prepared.
    if (workers.length % START_TOGETHER === 0) await yieldToEventLoop();
  }
  await Promise.all(workers);
  if (failure) throw failure.reason;
}
