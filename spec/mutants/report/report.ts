/** What a run of mutants found, in words. */
import type { Review } from '../reviewed.ts';
import type { Site } from '../sites.ts';

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

interface Played {
  /** One mutant, or two at once. */
  readonly group: readonly Site[];
  readonly outcome: Outcome;
}

/** The report, the verdict first. `ok` is false if nothing notices a mutant that has no reason, or a reason has no site. */
export function report(
  played: readonly Played[],
  reviewed: Readonly<Record<string, Review>>,
  sites: readonly Site[],
): { readonly ok: boolean; readonly text: string } {
  const single = played.filter(({ group }) => group.length === 1);
  const pairs = played.filter(({ group }) => group.length > 1);
  const unnoticed = ({ outcome }: Played) => outcome.end !== 'killed';
  const reasonOf = ({ group: [site] }: Played) => reviewed[site?.id ?? '']?.why;
  const open = [...single.filter((one) => unnoticed(one) && !reasonOf(one)), ...pairs.filter(unnoticed)];
  const explained = single.filter((one) => unnoticed(one) && reasonOf(one));
  const stale = staleReasons(reviewed, sites);
  const problems = [
    ...(open.length > 0 ? [`nothing noticed ${count(open.length, 'mutant')} without a reason`] : []),
    ...(stale.length > 0 ? [`${count(stale.length, 'reason')} without a check`] : []),
  ];
  const lines = [
    problems.length === 0
      ? `OK: of ${count(single.length, 'mutant')}, ${single.length - explained.length} were noticed, and ${explained.length} ${explained.length === 1 ? 'has' : 'have'} a reason.`
      : `FAILED: ${problems.join('; ')}.`,
    ...section('Noticed by', counted(single)),
    ...section(
      'Not noticed, without a reason',
      open.map((one) => `${nameOf(one)}${endOf(one)}`),
    ),
    ...section(
      'Not noticed, with a reason',
      explained.map((one) => `${nameOf(one)}\n    ${reasonOf(one)}`),
    ),
    ...section(
      'Checks that back each other up, removed together',
      pairs.filter((one) => !unnoticed(one)).map((one) => `${nameOf(one)}\n    noticed by ${one.outcome.by}`),
    ),
    ...section('Reasons in spec/mutants/reviewed.ts for checks that do not exist', stale),
    ...aboutTrace(single),
  ];
  return { ok: problems.length === 0, text: lines.join('\n') };
}

/** How many of those that change writes the trace check alone rejects. */
function aboutTrace(single: readonly Played[]): string[] {
  const writing = single.filter(({ outcome }) => outcome.changesWrites);
  const missed = writing.filter(({ outcome }) => !outcome.traced);
  if (writing.length === 0) return [];
  const rejected = writing.length - missed.length;
  const percent = Math.round((100 * rejected) / writing.length);
  return [
    '',
    `Trace check alone: of ${writing.length} that change writes in the simulation, it rejects ${rejected} (${percent} %). Not these:`,
    ...missed.map((one) => `  ${nameOf(one)}`),
  ];
}

const nameOf = ({ group }: Played): string => group.map(({ id }) => id).join(' and ');

const endOf = ({ outcome: { end, by } }: Played): string => {
  if (end === 'timeout') return ` (did not end: ${by})`;
  return by === undefined ? '' : ` (${by})`;
};

/** `12 trace check`, in the order in which they were asked. */
function counted(single: readonly Played[]): string[] {
  const counts = new Map<string, number>();
  for (const { outcome } of single) {
    if (outcome.end !== 'killed') continue;
    const [, tier] = /^test\/(unit|bundle)\//.exec(outcome.by ?? '') ?? [];
    const who = tier ? `${tier} tests` : (outcome.by ?? '');
    counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return [...counts].map(([who, times]) => `${who}: ${times}`);
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Ids with a reason, or named in one, that no site has. */
export function staleReasons(reviewed: Readonly<Record<string, Review>>, sites: readonly Pick<Site, 'id'>[]): string[] {
  const known = new Set(sites.map(({ id }) => id));
  const named = Object.entries(reviewed).flatMap(([id, { backedUpBy = [] }]) => [id, ...backedUpBy]);
  return [...new Set(named)].filter((id) => !known.has(id));
}
