/** Deletions side by side. */

/** Each is a request of its own: so many that a server refuses none for being too many. */
const AT_A_TIME = 24;

/** Does the work for each item, a bounded number at a time, and gives the results in order. The first failure stops the rest. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i] as T);
  };
  const end = () => {
    next = items.length;
  };
  await Promise.all(
    Array.from({ length: Math.min(AT_A_TIME, items.length) }, () =>
      worker().catch((error: unknown) => {
        end();
        throw error;
      }),
    ),
  );
  return results;
}
