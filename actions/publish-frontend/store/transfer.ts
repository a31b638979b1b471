/** Many transfers at a time, bounded in number and in memory. The first failure stops the rest. */

export interface TransferOptions<T> {
  /** How many at a time. */
  readonly concurrency: number;
  /** Bytes that one takes while it runs. */
  readonly memory?: (item: T) => number;
}

/** Bytes that all running transfers may take together. */
const MEMORY = 64 * 1024 * 1024;

export async function transferAll<T>(
  items: readonly T[],
  { concurrency, memory = () => 0 }: TransferOptions<T>,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  let used = 0;
  let failed = false;
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  const worker = async () => {
    while (next < items.length && !failed) {
      const item = items[next++] as T;
      const size = memory(item);
      // One that is larger than the whole budget runs alone.
      while (used > 0 && used + size > MEMORY && !failed) await new Promise<void>((resolve) => waiting.push(resolve));
      if (failed) return;
      used += size;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      } finally {
        used -= size;
        if (waiting.length > 0) wake();
      }
    }
  };
  const workers = Array.from({ length: Math.min(concurrency, items.length) }, worker);
  const results = await Promise.allSettled(workers);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
