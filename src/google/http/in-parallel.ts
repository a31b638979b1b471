/** Requests for many items at a time, bounded in number. */

/** Does the work for each item, at most `limit` at a time, and gives the results in order. The first failure stops the rest. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i] as T);
  };
  const end = () => {
    next = items.length;
  };
  await Promise.all(
    Array.from({ length: Math.min(limit, items.length) }, () =>
      worker().catch((error: unknown) => {
        end();
        throw error;
      }),
    ),
  );
  return results;
}
