/** Errors of sites that the simulation has found, each as its smallest schedule. */
import { actorAt } from '../engine/schedule.ts';
import { type SiteAction, type SiteActor, type SiteSchedule, type SiteSettings, STAGED_COMMIT } from './schedule.ts';

const SITE: SiteSettings = {
  shape: 'in-place',
  keepReleases: 1,
  maxDelete: 1000,
  wait: false,
  cachedPages: false,
  operationMs: 0,
};

/** A publish of a commit that releases the hold. */
const releasing = (at: number, letter: string, commit: number): SiteActor => ({
  ...actorAt(at, letter, { kind: 'publish', commit, variant: false, releaseHold: true }),
  name: `${letter}-publish-releasing`,
});
const publish = (commit: number, variant = false): SiteAction => ({ kind: 'publish', commit, variant });

/** A run is killed while its write of a page is on the network. */
const LATE_PAGE: SiteSchedule['faults'] = [
  { actor: 'B-publish', call: 18, kind: 'delay the request' },
  { actor: 'B-publish', call: 19, kind: 'kill before the response' },
];

export const SITE_REGRESSIONS: readonly { readonly name: string; readonly schedule: SiteSchedule }[] = [
  {
    name: 'a rollback from a folder of its own to a site in place: caches forget what the folder had',
    schedule: {
      seed: 63,
      site: { ...SITE, shape: 'mixed', cachedPages: true },
      actors: [actorAt(54_206, 'B', { kind: 'rollback' })],
      faults: [],
      newest: true,
      fixedLatency: true,
    },
  },
  {
    name: 'a rollback after the first atomic publish, which was killed once it had moved the route',
    schedule: {
      seed: 1429,
      site: { ...SITE, shape: 'mixed', keepReleases: 2 },
      actors: [actorAt(5661, 'B', publish(2)), actorAt(51_938, 'C', { kind: 'rollback' })],
      faults: [{ actor: 'B-publish', call: 24, kind: 'kill before the response' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'the re-run of a first publish that was cancelled: caches forget that there was no such page',
    schedule: {
      seed: 1,
      site: { shape: 'fresh', keepReleases: 2, maxDelete: 1000, wait: true, cachedPages: true, operationMs: 500 },
      actors: [actorAt(600_000, 'A', publish(3))],
      faults: [{ actor: 'A-publish', call: 20, kind: 'cancel' }],
      newest: true,
      reaches: 3,
    },
  },
  {
    name: 'the re-run of a release-hold that was killed releases its claim',
    schedule: {
      seed: 3165,
      site: { ...SITE, keepReleases: 2, wait: true },
      actors: [actorAt(41_203, 'B', { kind: 'rollback' }), actorAt(59_877, 'C', { kind: 'release-hold' })],
      faults: [{ actor: 'C-release-hold', call: 3, kind: 'kill before it is sent' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'another build of the live commit is refused, though the URL map was read as it was before',
    schedule: {
      seed: 831,
      site: { ...SITE, shape: 'atomic', wait: true },
      actors: [actorAt(2000, 'A', publish(1, true))],
      faults: [{ actor: 'A-publish', call: 4, kind: 'stale' }],
      newest: false,
    },
  },
  {
    name: 'a publish of an older commit on a new site, after a newer one that was killed before it stored its manifest',
    schedule: {
      seed: 41_292,
      site: { ...SITE, shape: 'fresh', keepReleases: 2 },
      actors: [actorAt(2000, 'A', publish(3)), actorAt(33_021, 'B', publish(1))],
      faults: [{ actor: 'A-publish', call: 6, kind: 'kill before it is sent' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'a rollback of two sites, of which a killed publish switched only one, goes back to what both served together',
    schedule: {
      seed: 804_925,
      site: { ...SITE, shape: 'sites', keepReleases: 2 },
      actors: [
        actorAt(2000, 'A', publish(2)),
        actorAt(5355, 'B', { kind: 'rollback' }),
        actorAt(35_424, 'C', { kind: 'rollback' }),
      ],
      faults: [{ actor: 'A-publish', call: 27, kind: 'kill before the response' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'a release that a killed run has pruned in part is no longer in the history: rollbacks go to complete ones',
    schedule: {
      seed: 6_202_084,
      site: { ...SITE, wait: true },
      actors: [releasing(2000, 'A', 4), actorAt(2059, 'B', { kind: 'rollback' }), releasing(14_597, 'C', 1)],
      faults: [{ actor: 'A-publish-releasing', call: 34, kind: 'kill before the response' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'another build of the live commit is cancelled before it has stored its manifest, and its re-run finishes it',
    schedule: {
      seed: 6_202_012,
      site: { ...SITE, shape: 'sites', keepReleases: 2, wait: true },
      actors: [
        actorAt(2000, 'A', publish(2, true)),
        actorAt(61_073, 'B', publish(1)),
        actorAt(44_948, 'C', publish(2)),
      ],
      faults: [{ actor: 'C-publish', call: 24, kind: 'cancel' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'a rollback whose machine pauses while it waits for a publish does not take over its claim, which was renewed',
    schedule: {
      seed: 38_601_433,
      site: { ...SITE, shape: 'mixed', keepReleases: 2, wait: true },
      actors: [releasing(2000, 'A', 3), actorAt(6720, 'B', { kind: 'rollback' })],
      faults: [
        { actor: 'A-publish-releasing', call: 31, kind: 'delay the request' },
        { actor: 'B-rollback', call: 20, kind: 'stall' },
      ],
      newest: false,
    },
  },
  {
    name: 'late deletions of a run that died while it pruned: contents that the next release has in common with a pruned one stay',
    schedule: {
      seed: 3,
      site: SITE,
      actors: [
        actorAt(2000, 'A', publish(3), { runnerLost: true }),
        actorAt(10_000, 'B', { kind: 'publish', commit: 4, variant: false, releaseHold: true }),
      ],
      faults: [
        { actor: 'A-publish', call: 27, kind: 'kill before the response' },
        { actor: 'A-publish', call: 24, kind: 'delay the request' },
      ],
      newest: true,
    },
  },
  {
    name: 'a rollback that reads the URL map as it was before the last publish: the old route is not taken for the new one',
    schedule: {
      seed: 1,
      site: { ...SITE, shape: 'atomic', keepReleases: 2, wait: true, cachedPages: true, operationMs: 500 },
      actors: [actorAt(600_000, 'A', { kind: 'rollback' })],
      faults: [{ actor: 'A-rollback', call: 3, kind: 'stale' }],
      newest: true,
    },
  },
  {
    name: 'of two rollbacks at the same time, the second leaves no hold if only one of the sites has an earlier release',
    schedule: {
      seed: 1,
      site: { ...SITE, shape: 'uneven', keepReleases: 3 },
      actors: [
        actorAt(2000, 'A', publish(2)),
        actorAt(599_500, 'B', { kind: 'rollback' }),
        actorAt(600_000, 'C', { kind: 'rollback' }),
      ],
      faults: [],
      newest: true,
      fixedLatency: true,
    },
  },
  {
    name: 'a canary is restored while a step that only stages checks the site: nothing of its release is served',
    schedule: {
      seed: 1,
      site: { ...SITE, keepReleases: 2, wait: true, canary: 'restored' },
      actors: [actorAt(2000, 'A', { kind: 'stage', commit: STAGED_COMMIT }), actorAt(2016, 'B', { kind: 'decide' })],
      faults: [],
      newest: true,
      fixedLatency: true,
    },
  },
  {
    name: 'a step is killed once it has dropped the staged release: its re-run releases its claim',
    schedule: {
      seed: 1,
      site: { ...SITE, keepReleases: 2, wait: true, canary: 'restored' },
      actors: [
        actorAt(2000, 'A', { kind: 'stage', commit: STAGED_COMMIT }),
        actorAt(300_000, 'B', { kind: 'decide' }),
        actorAt(600_000, 'C', { kind: 'switch-staged' }),
      ],
      faults: [{ actor: 'C-switch-staged', call: 4, kind: 'kill before it is sent' }],
      newest: true,
      reaches: 1,
    },
  },
  {
    name: 'a switch to a staged release stops before all caches are invalidated: its re-run invalidates them',
    schedule: {
      seed: 911_184,
      site: { ...SITE, operationMs: 500, canary: 'promoted' },
      actors: [
        actorAt(2000, 'A', { kind: 'stage', commit: STAGED_COMMIT }),
        actorAt(55_028, 'B', { kind: 'switch-staged' }),
        actorAt(4526, 'C', { kind: 'decide' }),
      ],
      faults: [{ actor: 'B-switch-staged', call: 15, kind: 'stall' }],
      newest: false,
    },
  },
  {
    name: 'a canary is restored after its deploy and before the step that publishes: nothing of its release is served',
    schedule: {
      seed: 1,
      site: { ...SITE, keepReleases: 2, wait: true, canary: 'restored' },
      actors: [
        actorAt(1000, 'A', { kind: 'decide' }),
        actorAt(2000, 'B', { kind: 'stage', commit: STAGED_COMMIT, publishes: true }),
      ],
      faults: [],
      newest: true,
      fixedLatency: true,
    },
  },
  {
    name: 'a page of a killed publish is created after the next one has listed the bucket: its assets are not pruned yet',
    schedule: {
      seed: 14,
      site: { ...SITE, wait: true, operationMs: 5000 },
      actors: [
        actorAt(2000, 'A', publish(2)),
        actorAt(30_000, 'B', publish(3)),
        actorAt(43_411, 'C', publish(4, true)),
      ],
      faults: LATE_PAGE,
      newest: false,
    },
  },
  {
    name: 'a page that a killed publish created late is removed before its assets are pruned',
    schedule: {
      seed: 14,
      site: { ...SITE, wait: true, operationMs: 5000 },
      actors: [
        actorAt(2000, 'A', publish(2)),
        actorAt(30_000, 'B', publish(3)),
        actorAt(43_411, 'C', publish(4, true)),
        actorAt(120_000, 'D', publish(4, true)),
      ],
      faults: [...LATE_PAGE, { actor: 'D-publish', call: 22, kind: 'delay the request' }],
      newest: false,
    },
  },
  {
    name: 'a deletion of a run that was killed while it pruned arrives after the next one was killed in its switch',
    schedule: {
      seed: 459,
      site: SITE,
      actors: [actorAt(2000, 'A', publish(3)), actorAt(4129, 'B', publish(4)), actorAt(53_129, 'C', publish(4))],
      faults: [
        { actor: 'A-publish', call: 28, kind: 'delay the request' },
        { actor: 'A-publish', call: 31, kind: 'kill before it is sent' },
        { actor: 'B-publish', call: 57, kind: 'kill before it is sent' },
      ],
      newest: false,
    },
  },
  {
    name: 'a rollback while the route of a publish that was cancelled still changes: it waits, and moves the route back',
    schedule: {
      seed: 7_341_825,
      site: { ...SITE, shape: 'atomic', keepReleases: 2, wait: true, operationMs: 5000 },
      actors: [actorAt(12_883, 'B', publish(4)), actorAt(15_341, 'D', { kind: 'rollback' })],
      faults: [{ actor: 'B-publish', call: 27, kind: 'cancel' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'of two sites, a rollback keeps the one whose live release was being published again: that publish stays unfinished',
    schedule: {
      seed: 7_341_364,
      site: { ...SITE, shape: 'uneven', keepReleases: 3 },
      actors: [actorAt(2000, 'A', publish(1, true)), actorAt(36_784, 'C', { kind: 'rollback', keep: true })],
      faults: [{ actor: 'A-publish', call: 30, kind: 'cancel' }],
      newest: false,
      fixedLatency: true,
    },
  },
];
