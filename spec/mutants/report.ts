/** What a run of mutants found, in words. */
import type { Site } from './sites.ts';

export interface Outcome {
  readonly end: 'killed' | 'survived' | 'timeout';
  /** Who noticed, or who did not end. */
  readonly by?: string;
  readonly why?: string;
  /** The detectors that were asked. */
  readonly asked?: string;
  /** The version of the tests that it has survived. */
  readonly tests?: string;
  /** Schedules of the simulation that came by. */
  readonly simulated?: number;
  /** It wrote otherwise than the code does in one of them. */
  readonly changesWrites?: boolean;
  /** What it wrote otherwise first. */
  readonly change?: string;
  /** The trace check alone rejected it. */
  readonly traced?: boolean;
}

/** Prints the report. False if a survivor has no reason, or a reason no site. */
export function report(
  found: readonly { readonly group: readonly Site[]; readonly outcome: Outcome }[],
  reviewed: Readonly<Record<string, string>>,
  sites: readonly Site[],
): boolean {
  const stale = staleReasons(reviewed, sites);
  const counts = new Map<string, number>();
  const of = ({ end, by = 'nothing' }: Outcome) =>
    end === 'killed'
      ? `killed by ${/^test\/(unit|bundle)/.exec(by)?.[1] ?? ''}${by.startsWith('test/') ? ' tests' : by}`
      : end;
  for (const { outcome } of found) counts.set(of(outcome), (counts.get(of(outcome)) ?? 0) + 1);
  console.log(`\n${found.length} mutants: ${[...counts].map(([what, count]) => `${count} ${what}`).join(', ')}.`);
  const writing = found.filter(({ outcome }) => outcome.changesWrites);
  const traced = writing.filter(({ outcome }) => outcome.traced);
  if (writing.length > 0)
    console.log(
      `${writing.length} change writes in the simulation; the trace check alone rejects ${traced.length} of them (${Math.round((100 * traced.length) / writing.length)} %).`,
    );
  const ids = (group: readonly Site[]) => group.map(({ id }) => id);
  for (const { group } of writing.filter((one) => !traced.includes(one)))
    console.log(`  not by the trace check: ${ids(group).join(' and ')}`);
  const open = found.filter(
    ({ group, outcome }) => outcome.end === 'survived' && !ids(group).every((id) => id in reviewed),
  );
  for (const { group, outcome } of found) {
    if (outcome.end === 'killed') continue;
    const [reason] = ids(group).map((id) => reviewed[id]);
    console.log(
      `${outcome.end}${outcome.by ? ` (${outcome.by})` : ''}: ${ids(group).join(' and ')}${reason ? `\n    ${reason}` : ''}`,
    );
  }
  for (const id of stale) console.log(`spec/mutants/reviewed.ts gives a reason for what is not there: ${id}`);
  return open.length === 0 && stale.length === 0;
}

/** Ids with a reason that no site has. */
export const staleReasons = (
  reviewed: Readonly<Record<string, string>>,
  sites: readonly Pick<Site, 'id'>[],
): string[] => Object.keys(reviewed).filter((id) => !sites.some((site) => site.id === id));
