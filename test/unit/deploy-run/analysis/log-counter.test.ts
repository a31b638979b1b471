/** Log entries are read once, but for the newest minutes. */
import { expect, test } from 'vitest';
import { createLogCounter } from '../../../../actions/deploy-run/analysis/log-counter.ts';

test('each poll reads new entries, and late ones of the last three minutes, once', async () => {
  const minute = 60_000;
  const entries = [1, 4, 6].map((at) => ({ revision: 'new', at: at * minute }));
  const reads: number[][] = [];
  const count = createLogCounter({
    times: async (_, from, to) => {
      reads.push([from / minute, to / minute]);
      return { moments: entries.filter(({ at }) => at >= from && at < to), since: from };
    },
  });
  const moments = async (filter: string, to: number) => (await count(filter, 0, to * minute)).moments;
  expect(await moments('x', 5)).toHaveLength(2);
  entries.push({ revision: 'new', at: 3 * minute });
  expect(await moments('x', 7)).toHaveLength(4);
  expect(await moments('other', 7)).toHaveLength(4);
  expect(reads).toEqual([
    [0, 5],
    [2, 7],
    [0, 7],
  ]);
});

test('where there are too many to read the newest count, and the rest of the time is known as a gap', async () => {
  let since = 0;
  const count = createLogCounter({
    times: async (_, from, to) => ({ moments: [{ revision: 'new', at: to - 1 }], since: Math.max(from, since) }),
  });
  const minute = 60_000;
  expect(await count('x', 0, 0)).toEqual({ moments: [], gaps: [] });
  since = 4 * minute;
  expect((await count('x', 0, 5 * minute)).gaps).toEqual([{ from: 0, to: 4 * minute }]);
  // Read again since 2 minutes before: what is known now is no gap any more.
  since = 0;
  const all = await count('x', 0, 6 * minute);
  expect(all.gaps).toEqual([{ from: 0, to: 2 * minute }]);
  expect(all.moments).toHaveLength(1);
});
