/** Log entries are read once, but for the newest minutes. */
import { expect, test } from 'vitest';
import { createLogCounter } from '../../../../actions/deploy-run/analysis/log-counter.ts';

test('each look reads what is new, and late entries of the last three minutes, once', async () => {
  const minute = 60_000;
  const entries = [1, 4, 6].map((at) => ({ revision: 'new', at: at * minute }));
  const reads: number[][] = [];
  const count = createLogCounter({
    times: async (_, from, to) => {
      reads.push([from / minute, to / minute]);
      return entries.filter(({ at }) => at >= from && at < to);
    },
  });
  expect(await count('x', 0, 5 * minute)).toHaveLength(2);
  entries.push({ revision: 'new', at: 3 * minute });
  expect(await count('x', 0, 7 * minute)).toHaveLength(4);
  expect(await count('other', 0, 7 * minute)).toHaveLength(4);
  expect(reads).toEqual([
    [0, 5],
    [2, 7],
    [0, 7],
  ]);
});
