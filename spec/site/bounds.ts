/** The bounds of the exploration of sites: actors and number of faults. Each is explored until the queue is empty. */

import type { SiteFences } from './fences.ts';
import { NO_SITE_FAULTS, type SiteSetup } from './model.ts';

export interface SiteBound extends SiteSetup {
  readonly name: string;
}

const publish = (name: string) => ({ name, kind: 'publish' }) as const;
const stage = { name: 'S', kind: 'stage' } as const;
const finishStaged = { name: 'finish-staged', kind: 'finish-staged' } as const;
const rollback = { name: 'rollback', kind: 'rollback' } as const;
const releaseHold = { name: 'release-hold', kind: 'release-hold' } as const;
const THREE = [publish('B'), publish('C'), publish('old')];
const one = { crashes: 1, lostResponses: 1, slowRuns: 1, cacheFailures: 0 };
const withCaches = { ...one, cacheFailures: 1 };

/** Explored by every test run. */
export const QUICK_SITES: readonly SiteBound[] = [
  { name: 'one publish', runs: [publish('A')], budget: one },
  { name: 'a publish and a rollback', runs: [publish('A'), rollback], budget: one },
  { name: 'a staged release', runs: [stage, finishStaged], budget: withCaches },
];

/** Explored by `npm run spec`. */
export const FULL_SITES: readonly SiteBound[] = [
  ...QUICK_SITES,
  { name: 'a publish while an old release is published again', runs: [publish('A'), publish('old')], budget: one },
  { name: 'a publish without a page of an old release', runs: [publish('B'), publish('old')], budget: one },
  { name: 'a staged release and a rollback', runs: [stage, finishStaged, rollback], budget: withCaches },
  {
    name: 'a staged release while an old release is published again',
    runs: [stage, finishStaged, publish('old')],
    budget: one,
  },
  {
    name: 'a rollback whose hold is released, and a publish',
    runs: [rollback, releaseHold, publish('A')],
    budget: { ...one, slowRuns: 0 },
  },
  {
    name: 'a staged release and a rollback whose hold is released',
    runs: [stage, finishStaged, rollback, releaseHold],
    budget: { ...NO_SITE_FAULTS, crashes: 1 },
  },
  {
    name: 'two publishes while an old release is published again',
    runs: THREE,
    budget: { ...NO_SITE_FAULTS, crashes: 2 },
  },
  {
    name: 'a staged release that two runs finish',
    runs: [stage, finishStaged, { ...finishStaged, name: 'finish-staged 2' }],
    budget: one,
  },
  {
    name: 'a publish that another run finishes, and an old release',
    runs: [publish('A'), finishStaged, publish('old')],
    budget: { ...one, lostResponses: 0 },
  },
  {
    name: 'a staged release and a publish',
    runs: [stage, finishStaged, publish('A')],
    budget: { ...one, slowRuns: 0 },
  },
  { name: 'two publishes', runs: [publish('A'), publish('B')], budget: { ...one, crashes: 2 } },
  {
    name: 'a publish and two rollbacks',
    runs: [publish('A'), rollback, { ...rollback, name: 'rollback 2' }],
    budget: { ...NO_SITE_FAULTS, crashes: 2 },
  },
  {
    name: 'two publishes and a rollback',
    runs: [publish('A'), publish('B'), rollback],
    budget: { ...one, crashes: 2 },
  },
];

type BrokenSite = SiteBound & { readonly without: keyof SiteFences; readonly caughtBy: string };

const broken = (
  without: keyof SiteFences,
  caughtBy: string,
  runs: SiteSetup['runs'] = [publish('A'), publish('B')],
  budget: SiteSetup['budget'] = one,
): BrokenSite => ({ name: `without ${without}`, without, caughtBy, runs, budget });

const LOADS = 'every page that is served loads';
const NAMED = 'every stored file is named by a manifest';
const STAYS = 'a re-run of a rollback stays on its release';
const RERUN = 'every stop ends well after one re-run';
const AT_REST = 'at rest the site is its current release';

/** The protocol without one of its checks, in a setting where that is found, and the property that finds it. */
export const BROKEN_SITES: readonly BrokenSite[] = [
  broken('stateGeneration', 'a claim is taken over only from who does not write any more'),
  broken('objectGeneration', NAMED),
  broken('assetsFirst', LOADS),
  broken('manifestFirst', NAMED),
  broken('recordReleases', RERUN, [publish('A'), publish('B'), rollback], { ...NO_SITE_FAULTS, crashes: 2 }),
  broken('renewedClaim', 'nobody changes or deletes what is there without the claim'),
  broken('contested', AT_REST, [publish('A'), rollback]),
  broken('markPruning', LOADS, [publish('A'), publish('old')]),
  broken('arrivals', LOADS, [publish('B'), publish('old')], { ...NO_SITE_FAULTS, crashes: 1 }),
  broken('removeLeftPages', LOADS, THREE, { ...NO_SITE_FAULTS, crashes: 1 }),
  broken('holdWithClaim', 'a rollback changes pages only under its hold', [publish('A'), rollback]),
  broken('readBack', 'the outcome is the truth'),
  broken('promoted', 'nothing of a staged release is served before its canary is promoted', [stage, finishStaged]),
  broken('dropWithHold', 'under a hold nothing is staged', [stage, rollback]),
  broken('keepMark', LOADS, THREE, { ...NO_SITE_FAULTS, crashes: 2 }),
  broken('keepMarkInSwitch', LOADS, THREE, { ...NO_SITE_FAULTS, crashes: 2 }),
  broken('forgetFirst', 'every release in the history is complete', [publish('A')]),
  broken('keepReleased', STAYS, [stage, finishStaged, rollback, releaseHold], NO_SITE_FAULTS),
  broken('dropRestored', 'one run ends the wait of what is staged, as its canary was decided', [stage]),
  broken('assetsFirst', 'a hold wins: no publish changes a page while one stands', [publish('A'), rollback]),
  broken('stateGeneration', 'no update of the state is lost', [publish('A'), rollback]),
  broken('sparePrevious', 'the release before the newest one can be rolled back to'),
];
