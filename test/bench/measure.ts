/** Medians of alternating runs, so that load of the machine affects both sides. */

export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  readonly ratio: string;
  readonly aim: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Duration of one call in milliseconds. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Medians of `rounds` alternating runs per side, after one warm-up run of each. */
export async function compare(
  rounds: number,
  ours: () => unknown,
  theirs: () => unknown,
): Promise<{ ours: number; theirs: number }> {
  await ours();
  await theirs();
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await time(ours));
    times.theirs.push(await time(theirs));
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

export const ms = (value: number): string =>
  value < 10_000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(1)} s`;

export function printTable(rows: readonly Row[]): void {
  const columns = ['what', 'ours', 'against', 'ratio', 'aim'] as const;
  const header: Row = { what: 'What', ours: 'Ours', against: 'Against', ratio: 'Ratio', aim: 'Aim' };
  const widths = columns.map((column) => Math.max(...[header, ...rows].map((row) => row[column].length)));
  for (const row of [header, ...rows])
    console.log(columns.map((column, i) => row[column].padEnd(widths[i] ?? 0)).join('  '));
}
