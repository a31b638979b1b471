/** The report of a run of mutants. */
import type { Review } from '../reviewed.ts';
import type { Site } from '../sites.ts';

export interface Outcome {
  readonly end: 'killed' | 'survived' | 'timeout';
  /** The detector that noticed it, or that timed out. */
  readonly by?: string;
  readonly why?: string;
  /** The detectors that ran. */
  readonly asked?: string;
  /** The version of the tests that it survived. */
  readonly tests?: string;
  /** Schedules of the simulation that reached it. */
  readonly simulated?: number;
  /** Its writes differed from those of the code in one of them. */
  readonly changesWrites?: boolean;
  /** The first difference. */
  readonly change?: string;
  /** The trace check rejected it. */
  readonly traced?: boolean;
}

interface MutantResult {
  /** One mutant, or two at once. */
  readonly group: readonly Site[];
  readonly outcome: Outcome;
}

/** The report, the verdict first. `ok` is false if nothing notices a mutant that has no reason, or a reason has no site. */
export function report(
  played: readonly MutantResult[],
  reviewed: Readonly<Record<string, Review>>,
  sites: readonly Site[],
): { readonly ok: boolean; readonly text: string } {
  const single = played.filter(({ group }) => group.length === 1);
  const pairs = played.filter(({ group }) => group.length > 1);
  const unnoticed = ({ outcome }: MutantResult) => outcome.end !== 'killed';
  const reasonOf = ({ group: [site] }: MutantResult) => reviewed[site?.id ?? '']?.why;
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
    ...traceCheckSummary(single),
  ];
  return { ok: problems.length === 0, text: lines.join('\n') };
}

/** How many of the mutants that change writes the trace check alone rejects. */
function traceCheckSummary(single: readonly MutantResult[]): string[] {
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

const nameOf = ({ group }: MutantResult): string => group.map(({ id }) => id).join(' and ');

const endOf = ({ outcome: { end, by } }: MutantResult): string => {
  if (end === 'timeout') return ` (did not end: ${by})`;
  return by === undefined ? '' : ` (${by})`;
};

/** `trace check: 12`, in the order of the detectors. */
function counted(single: readonly MutantResult[]): string[] {
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

/** Ids in the reasons that no site has. */
export function staleReasons(reviewed: Readonly<Record<string, Review>>, sites: readonly Pick<Site, 'id'>[]): string[] {
  const known = new Set(sites.map(({ id }) => id));
  const named = Object.entries(reviewed).flatMap(([id, { backedUpBy = [] }]) => [id, ...backedUpBy]);
  return [...new Set(named)].filter((id) => !known.has(id));
}
