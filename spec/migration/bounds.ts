/** The bounds of the exploration of migrations: actors and number of faults. Each is explored until the queue is empty. */
import type { MigrationSetup } from './model.ts';
import type { MigrationFences } from './protocol.ts';

export interface MigrationBound extends MigrationSetup {
  readonly name: string;
}

const migrate = (name: string, commit = name) => ({ name, kind: 'migrate', commit }) as const;
const after = (name: string, commit = name) => ({ name, kind: 'migrate-after', commit }) as const;
const rollback = (commit: string) => ({ name: 'rollback', kind: 'rollback', commit }) as const;
const person = { name: 'person', kind: 'person', commit: '' } as const;
const one = { crashes: 1, lostResponses: 1, failures: 1 };

/** Explored by every test run. */
export const QUICK_MIGRATIONS: readonly MigrationBound[] = [
  { name: 'one commit', steps: [migrate('A')], budget: { ...one, lostResponses: 2 } },
  { name: 'one commit by two runs', steps: [migrate('A'), migrate('A again', 'A')], budget: one },
  { name: 'one after the traffic and a rollback', steps: [after('A'), rollback('A')], budget: { ...one, crashes: 2 } },
];

/** Explored by `npm run spec`. */
export const FULL_MIGRATIONS: readonly MigrationBound[] = [
  ...QUICK_MIGRATIONS,
  { name: 'two commits', steps: [migrate('A'), migrate('B')], budget: { ...one, crashes: 2 } },
  { name: 'two commits and a person', steps: [migrate('A'), migrate('B'), person], budget: { ...one, crashes: 2 } },
  {
    name: 'two commits, one of them twice',
    steps: [migrate('A'), migrate('A again', 'A'), migrate('B')],
    budget: { ...one, crashes: 2 },
  },
  {
    name: 'one after the traffic, twice, and a rollback',
    steps: [after('A'), after('A again', 'A'), rollback('A')],
    budget: { ...one, crashes: 2 },
  },
  {
    name: 'one before and one after the traffic, and a rollback',
    steps: [migrate('B'), after('A'), rollback('A')],
    budget: one,
  },
];

type BrokenMigration = MigrationBound & { readonly without: keyof MigrationFences; readonly caughtBy: string };

const broken = (
  without: keyof MigrationFences,
  caughtBy: string,
  steps: MigrationSetup['steps'] = [migrate('A'), migrate('B')],
): BrokenMigration => ({ name: `without ${without}`, without, caughtBy, steps, budget: one });

const NO_OVERLAP = 'no two migrations run at the same time';
const NO_REPETITION = 'a migration that succeeded is not run again';
const TRUE_OUTCOME = 'the outcome is the truth';
const CONTRACTED = 'old code never meets a schema that was contracted after the traffic';
const WANTED = 'what starts is what a step wants';

/** The protocol without one of its checks, in a setting where that is found, and the property that finds it. */
export const BROKEN_MIGRATIONS: readonly BrokenMigration[] = [
  broken('jobFirst', NO_OVERLAP),
  broken('writeEtag', 'no record is lost'),
  broken('startEtag', WANTED),
  broken('plan', WANTED),
  broken('waitForOther', NO_OVERLAP),
  broken('once', NO_REPETITION, [migrate('A'), migrate('A again', 'A')]),
  broken('fingerprint', TRUE_OUTCOME),
  broken('success', TRUE_OUTCOME),
  broken('recordFirst', 'what runs is recorded'),
  broken('checkService', CONTRACTED, [after('A'), rollback('A')]),
  broken('readAfterHold', CONTRACTED, [after('A'), rollback('A')]),
  broken('repeatFailed', 'every stop ends applied after one re-run', [migrate('A')]),
];
