/** The bounds of the exploration of the rollout: actors and number of faults. Each is explored until the queue is empty. */

import type { Setup } from './model.ts';
import type { Fences } from './programs.ts';

export interface Bound extends Setup {
  readonly name: string;
}

const deploy = (name: string) => ({ name, kind: 'deploy' }) as const;
const post = (of: string) => ({ name: `post of ${of}`, kind: 'post' }) as const;
const rollback = { name: 'rollback', kind: 'rollback' } as const;
const second = { name: 'second rollback', kind: 'rollback' } as const;
const person = { name: 'person', kind: 'person' } as const;
const one = { crashes: 1, lostResponses: 1, staleReads: 0, badRevisions: 1, timeouts: 0 };

/** Explored by every test run. */
export const QUICK: readonly Bound[] = [
  { name: 'a deploy that reads what is stale', actors: [deploy('A')], budget: { ...one, staleReads: 2, timeouts: 1 } },
  {
    name: 'a deploy and its post',
    actors: [deploy('A'), post('A')],
    budget: { ...one, crashes: 2, timeouts: 1 },
  },
  { name: 'a deploy, its post and a person', actors: [deploy('A'), post('A'), person], budget: one },
  { name: 'a deploy and a rollback', actors: [deploy('A'), rollback], budget: one },
  {
    name: 'a rollback to a revision that cannot start, and its post',
    actors: [rollback, post('rollback')],
    budget: { ...one, crashes: 2 },
    old: 'cannot start',
  },
  {
    name: 'two rollbacks to a revision that cannot start',
    actors: [rollback, second],
    budget: { ...one, crashes: 2 },
    old: 'cannot start',
  },
  {
    name: 'a rollback and its post',
    actors: [rollback, post('rollback')],
    budget: { ...one, crashes: 2, timeouts: 1 },
  },
];

/** Explored by `npm run spec`. */
export const FULL: readonly Bound[] = [
  ...QUICK,
  { name: 'two deploys', actors: [deploy('A'), deploy('B')], budget: { ...one, crashes: 2, timeouts: 1 } },
  { name: 'two deploys with stale reads', actors: [deploy('A'), deploy('B')], budget: { ...one, staleReads: 1 } },
  { name: 'two deploys and a post', actors: [deploy('A'), post('A'), deploy('B')], budget: one },
  {
    name: 'a deploy, its post and a rollback',
    actors: [deploy('A'), post('A'), rollback],
    budget: { ...one, crashes: 2 },
  },
  { name: 'a deploy, a rollback and a person', actors: [deploy('A'), rollback, person], budget: one },
  { name: 'a rollback that reads what is stale', actors: [rollback], budget: { ...one, staleReads: 2, timeouts: 1 } },
  {
    name: 'a rollback, its post and a person',
    actors: [rollback, post('rollback'), person],
    budget: { ...one, crashes: 2, timeouts: 1 },
  },
  {
    name: 'two rollbacks and a post',
    actors: [rollback, post('rollback'), second],
    budget: { ...one, crashes: 2, timeouts: 1 },
  },
  {
    name: 'a rollback, its post and a deploy',
    actors: [rollback, post('rollback'), deploy('A')],
    budget: { ...one, timeouts: 1 },
  },
  {
    name: 'a deploy, and a rollback to a revision that cannot start',
    actors: [deploy('A'), rollback],
    budget: { ...one, crashes: 2 },
    old: 'cannot start',
  },
  {
    name: 'two deploys and a rollback: 3 actors, 2 crashes, 1 lost response',
    actors: [deploy('A'), deploy('B'), rollback],
    budget: { crashes: 2, lostResponses: 1, staleReads: 0, badRevisions: 0, timeouts: 0 },
  },
];

/** The protocol without one of its checks, in a setting where that is found, and the property that finds it. */
export const BROKEN: readonly (Bound & { readonly without: keyof Fences; readonly caughtBy: string })[] = [
  { without: 'etag', caughtBy: 'who was overtaken writes nothing more', actors: [deploy('A'), deploy('B')] },
  { without: 'owner', caughtBy: 'who was overtaken writes nothing more', actors: [deploy('A'), deploy('B')] },
  {
    without: 'hold',
    caughtBy: 'a hold wins: no deploy that does not know of it gains traffic',
    actors: [deploy('A'), rollback],
  },
  {
    without: 'explains',
    caughtBy: 'traffic that a person moved is left alone',
    actors: [deploy('A'), post('A'), person],
  },
  { without: 'readBack', caughtBy: 'the outcome is the truth', actors: [deploy('A'), rollback] },
  { without: 'healthChecks', caughtBy: 'only revisions that passed their health checks serve', actors: [deploy('A')] },
  {
    without: 'inheritBaseline',
    caughtBy: 'at rest, the newest release serves alone',
    actors: [deploy('A'), deploy('B')],
  },
  {
    without: 'inheritHold',
    caughtBy: 'at rest, no hold is left of a rollback that failed before its last write',
    actors: [rollback, second],
    old: 'cannot start',
  },
  {
    without: 'settled',
    caughtBy: 'at rest, the newest release serves alone',
    actors: [deploy('A'), post('A'), deploy('B')],
  },
  { without: 'recheck', caughtBy: 'at rest, the newest release serves alone', actors: [deploy('A'), deploy('B')] },
  {
    without: 'target',
    caughtBy: 'a rollback gives no traffic to a revision that cannot start',
    actors: [rollback],
    old: 'cannot start',
  },
  { without: 'takeOver', caughtBy: 'every stop ends stable after one re-run', actors: [deploy('A')] },
  {
    without: 'ownHold',
    caughtBy: 'who was overtaken writes nothing more',
    actors: [rollback, post('rollback'), second],
  },
  {
    without: 'ownTraffic',
    caughtBy: 'traffic that a person moved is left alone',
    actors: [rollback, post('rollback'), person],
  },
  {
    without: 'savedUndo',
    caughtBy: '`post` alone restores what a killed run left',
    actors: [rollback, post('rollback')],
  },
  { without: 'etag', caughtBy: 'no update is lost', actors: [deploy('A')] },
  { without: 'etag', caughtBy: 'a hold goes only with the rollback that set it', actors: [rollback, person] },
  { without: 'etag', caughtBy: '`post` alone restores what a killed run left', actors: [deploy('A'), post('A')] },
].map(
  (one_) =>
    ({ ...one_, name: `without ${one_.without}`, budget: one }) as Bound & { without: keyof Fences; caughtBy: string },
);
