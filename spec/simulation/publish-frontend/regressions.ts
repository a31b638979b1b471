/** Errors of sites that the simulation has found, each as its smallest schedule. */
import { type SiteAction, type SiteActor, type SiteSchedule, type SiteSettings, STAGED_COMMIT } from './schedule.ts';

const SITE: SiteSettings = {
  shape: 'in-place',
  keepReleases: 1,
  maxDelete: 1000,
  wait: false,
  cachedPages: false,
  operationMs: 0,
};

const actor = (name: string, action: SiteAction, at: number): SiteActor => ({
  name,
  action,
  at,
  skew: 0,
  runnerLost: false,
});
const publish = (commit: number, variant = false): SiteAction => ({ kind: 'publish', commit, variant });

export const SITE_REGRESSIONS: readonly { readonly name: string; readonly schedule: SiteSchedule }[] = [
  {
    name: 'a rollback from a folder of its own to a site in place: caches forget what the folder had',
    schedule: {
      seed: 63,
      site: { ...SITE, shape: 'mixed', cachedPages: true },
      actors: [actor('B-rollback', { kind: 'rollback' }, 54_206)],
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
      actors: [actor('B-publish', publish(2), 5661), actor('C-rollback', { kind: 'rollback' }, 51_938)],
      faults: [{ actor: 'B-publish', call: 24, kind: 'kill before the answer' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'the re-run of a first publish that was cancelled: caches forget that there was no such page',
    schedule: {
      seed: 1,
      site: { shape: 'fresh', keepReleases: 2, maxDelete: 1000, wait: true, cachedPages: true, operationMs: 500 },
      actors: [actor('A-publish', publish(3), 600_000)],
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
      actors: [
        actor('B-rollback', { kind: 'rollback' }, 41_203),
        actor('C-release-hold', { kind: 'release-hold' }, 59_877),
      ],
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
      actors: [actor('A-publish', publish(1, true), 2000)],
      faults: [{ actor: 'A-publish', call: 4, kind: 'stale' }],
      newest: false,
    },
  },
  {
    name: 'a publish of an older commit on a new site, after a newer one that was killed before it stored its manifest',
    schedule: {
      seed: 41_292,
      site: { ...SITE, shape: 'fresh', keepReleases: 2 },
      actors: [actor('A-publish', publish(3), 2000), actor('B-publish', publish(1), 33_021)],
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
        actor('A-publish', publish(2), 2000),
        actor('B-rollback', { kind: 'rollback' }, 5355),
        actor('C-rollback', { kind: 'rollback' }, 35_424),
      ],
      faults: [{ actor: 'A-publish', call: 27, kind: 'kill before the answer' }],
      newest: false,
      fixedLatency: true,
    },
  },
  {
    name: 'a release that a killed run has pruned in part is no longer in the history: rollbacks go to complete ones',
    schedule: {
      seed: 6_202_084,
      site: { ...SITE, wait: true },
      actors: [
        actor('A-publish-releasing', { kind: 'publish', commit: 4, variant: false, releaseHold: true }, 2000),
        actor('B-rollback', { kind: 'rollback' }, 2059),
        actor('C-publish-releasing', { kind: 'publish', commit: 1, variant: false, releaseHold: true }, 14_597),
      ],
      faults: [{ actor: 'A-publish-releasing', call: 34, kind: 'kill before the answer' }],
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
        actor('A-publish', publish(2, true), 2000),
        actor('B-publish', publish(1), 61_073),
        actor('C-publish', publish(2), 44_948),
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
      actors: [
        actor('A-publish-releasing', { kind: 'publish', commit: 3, variant: false, releaseHold: true }, 2000),
        actor('B-rollback', { kind: 'rollback' }, 6720),
      ],
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
        { ...actor('A-publish', publish(3), 2000), runnerLost: true },
        actor('B-publish', { kind: 'publish', commit: 4, variant: false, releaseHold: true }, 10_000),
      ],
      faults: [
        { actor: 'A-publish', call: 27, kind: 'kill before the answer' },
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
      actors: [actor('A-rollback', { kind: 'rollback' }, 600_000)],
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
        actor('A-publish', publish(2), 2000),
        actor('B-rollback', { kind: 'rollback' }, 599_500),
        actor('C-rollback', { kind: 'rollback' }, 600_000),
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
      actors: [
        actor('A-stage', { kind: 'stage', commit: STAGED_COMMIT }, 2000),
        actor('B-decide', { kind: 'decide' }, 2016),
      ],
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
        actor('A-stage', { kind: 'stage', commit: STAGED_COMMIT }, 2000),
        actor('B-decide', { kind: 'decide' }, 300_000),
        actor('C-switch-staged', { kind: 'switch-staged' }, 600_000),
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
        actor('A-stage', { kind: 'stage', commit: STAGED_COMMIT }, 2000),
        actor('B-switch-staged', { kind: 'switch-staged' }, 55_028),
        actor('C-decide', { kind: 'decide' }, 4526),
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
        actor('A-decide', { kind: 'decide' }, 1000),
        actor('B-stage', { kind: 'stage', commit: STAGED_COMMIT, publishes: true }, 2000),
      ],
      faults: [],
      newest: true,
      fixedLatency: true,
    },
  },
];
