/** The bounds of the exploration of a canary: actors and number of faults. Each is explored until the queue is empty. */
import { type CanarySetup, NO_CANARY_FAULTS } from './model.ts';
import type { CanaryFences } from './protocol.ts';

export interface CanaryBound extends CanarySetup {
  readonly name: string;
}

const advance = (name: string) => ({ name, kind: 'advance' }) as const;
const waits = (name: string) => ({ name, kind: 'wait' }) as const;
const supersedes = (name: string) => ({ name, kind: 'supersede' }) as const;
const rollback = { name: 'rollback', kind: 'rollback' } as const;
const finishStaged = { name: 'finish-staged', kind: 'finish-staged' } as const;
const person = { name: 'person', kind: 'person' } as const;
const one = { ...NO_CANARY_FAULTS, crashes: 1, lostResponses: 1, regressions: 1, ticks: 3 };

/** Explored by every test run. */
export const QUICK_CANARIES: readonly CanaryBound[] = [
  { name: 'two advances at once', actors: [advance('1'), advance('2')], budget: { ...one, slowOwners: 1 } },
  { name: 'an advance, a hold and a freeze', actors: [advance('1'), person], budget: { ...one, freezes: 2 } },
  {
    name: 'an advance and two later commits',
    actors: [advance('1'), waits('B'), waits('C')],
    budget: { ...NO_CANARY_FAULTS, crashes: 1, lostResponses: 1, ticks: 2 },
  },
  { name: 'an advance and a commit that supersedes', actors: [advance('1'), supersedes('B')], budget: one },
  { name: 'an advance and a rollback', actors: [advance('1'), rollback], budget: one },
  {
    name: 'two advances with a later job',
    later: true,
    actors: [advance('1'), advance('2')],
    budget: { ...one, slowOwners: 1 },
  },
  {
    name: 'two advances, and a site that is switched',
    actors: [advance('1'), advance('2'), finishStaged],
    budget: one,
  },
  { name: 'an advance with a later job and a rollback', later: true, actors: [advance('1'), rollback], budget: one },
];

/** Explored by `npm run spec`. */
export const FULL_CANARIES: readonly CanaryBound[] = [
  ...QUICK_CANARIES,
  {
    name: 'three advances in a row: 2 crashes, 1 lost response',
    actors: [advance('1'), advance('2'), advance('3')],
    budget: { ...one, crashes: 2, ticks: 4 },
  },
  {
    name: 'two advances and a rollback',
    actors: [advance('1'), advance('2'), rollback],
    budget: { ...one, slowOwners: 1 },
  },
  {
    name: 'two advances, a hold and a freeze',
    actors: [advance('1'), advance('2'), person],
    budget: { ...one, freezes: 1 },
  },
  {
    name: 'two advances and a later commit',
    actors: [advance('1'), advance('2'), waits('B')],
    budget: { ...one, slowOwners: 1 },
  },
  {
    name: 'two advances, a rollback, and a site that is switched',
    actors: [advance('1'), advance('2'), rollback, finishStaged],
    budget: { ...one, lostResponses: 0 },
  },
  {
    name: 'an advance, a commit that waits and one that supersedes',
    actors: [advance('1'), waits('B'), supersedes('C')],
    budget: one,
  },
];

/** A canary of three steps is complete after two advances. */
const ADVANCES = [advance('1'), advance('2')];

type BrokenCanary = CanaryBound & { readonly without: keyof CanaryFences; readonly caughtBy: string };

const broken = (
  without: keyof CanaryFences,
  caughtBy: string,
  actors: CanarySetup['actors'],
  budget: Partial<CanarySetup['budget']> = {},
): BrokenCanary => ({
  name: `without ${without}`,
  without,
  caughtBy,
  actors,
  budget: { ...one, ...budget },
  ...(without.startsWith('job') && { later: true }),
});

const UNDECIDED = 'no migration runs and nothing else is released while a canary is undecided';
const IN_TIME = 'an increase is planned only once its step is over, and not long after';

/** The protocol without one of its checks, in a setting where that is found, and the property that finds it. */
export const BROKEN_CANARIES: readonly BrokenCanary[] = [
  broken('etag', 'a hold is not lost', [advance('1'), person], { lostResponses: 0, regressions: 0 }),
  broken('judge', 'an increase is planned only while the candidate is no worse', [advance('1')]),
  broken('due', IN_TIME, [advance('1')]),
  broken('overdue', IN_TIME, [advance('1')]),
  broken('hold', 'no increase is planned against a hold', [advance('1'), person]),
  broken('holdAtClaim', 'no increase is planned against a hold', [advance('1'), person]),
  broken('judgedAtClaim', 'one run advances at a time', [advance('1'), advance('2')]),
  broken('freeze', 'no increase is planned against a freeze', [advance('1')], { freezes: 1 }),
  broken('unclaim', 'a run that was blocked leaves no claim', [advance('1'), person]),
  broken('lease', 'one run advances at a time', [advance('1'), advance('2')]),
  broken('wait', UNDECIDED, [advance('1'), waits('B')]),
  broken('newest', 'the commit that waits is the newest', [waits('B'), waits('C')]),
  broken('restoreFirst', UNDECIDED, [advance('1'), supersedes('B')]),
  broken('judgeAlways', 'neither a hold nor a freeze keeps a candidate that is worse', [advance('1'), person]),
  broken(
    'switchLast',
    'the site has the release of the canary only once that is committed, and drops it only if it was restored',
    [advance('1'), finishStaged],
  ),
  broken('jobFirst', 'the candidate is committed only once its later job ran', ADVANCES),
  broken('jobOnce', 'a later job that is recorded as done is not run again', ADVANCES),
  broken('jobLast', 'the later job runs with all traffic, undecided, and by the run that advances', ADVANCES),
  broken('commitLast', 'the candidate is committed only with all traffic', [advance('1')]),
  broken('readBack', 'the outcome is the truth', ADVANCES),
  broken('takeOver', 'advances that come in time decide the canary, and name the commit that waits', [advance('1')]),
  broken('holdWithRestore', 'a rollback ends it at once, with a hold', [advance('1')]),
  broken('judge', 'one advance restores a candidate that is worse, whatever blocks its increase', [advance('1')]),
  broken('etag', 'traffic rises one step at a time, and falls only to the baseline', [advance('1'), person]),
  broken('etag', 'what was decided stays decided', [advance('1'), rollback]),
  broken('switchLast', 'once the canary is decided, one run switches the site or drops what is staged', [
    advance('1'),
    finishStaged,
  ]),
];
