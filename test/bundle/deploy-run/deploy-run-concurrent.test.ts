/** Concurrent changes of the same service by other runs and users, through the bundle; the live revisions afterwards. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  A,
  annotationOf,
  B,
  back,
  C,
  CANARY,
  type Case,
  D,
  during,
  hold,
  play,
  type Scenario,
} from './deploy-run.cases.ts';
import { createFixture, type Fixture, logOf } from './deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
  fixture.emulator.github.commit('0'.repeat(40));
  fixture.emulator.github.commit(A, ['0'.repeat(40)]);
  fixture.emulator.github.commit(FORK, ['0'.repeat(40)]);
});
afterAll(() => fixture.stop());

/** Shares no line with the others. */
const FORK = '9'.repeat(40);
const OTHER_APP = { slug: 'other-ci', name: 'Other CI' };

const freeze = ({ change }: Scenario) =>
  change((doc) => ({
    ...doc,
    annotations: {
      ...(doc.annotations as object),
      'actions.orchestra.dev/freeze': '2020-01-01 - 2999-01-01: holidays',
    },
  }));

const OTHERS: readonly Case[] = [
  {
    name: 'a rollback during a canary wins; the deploy stops, and its post undoes nothing',
    history: [A, B],
    commit: C,
    inputs: CANARY,
    arrange: (scenario) =>
      during(scenario, async () => {
        const rollback = await fixture.deploy(
          B,
          { service: scenario.service, 'rollback-to': A },
          { env: { GITHUB_RUN_ID: '43' } },
        );
        expect(rollback.exitCode, logOf(rollback)).toBe(0);
      }),
    ends: 'failure',
    serves: A,
    says: /Another run has ended this rollout\.|has taken the service over|put the service on hold/,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).toMatchObject({ commit: A }),
  },
  {
    name: 'previous during a canary means what served before it',
    history: [A, B],
    commit: C,
    inputs: CANARY,
    arrange: (scenario) =>
      during(scenario, async () => {
        const rollback = await fixture.deploy(B, { service: scenario.service, 'rollback-to': 'previous' });
        expect(rollback.exitCode, logOf(rollback)).toBe(0);
      }),
    ends: 'failure',
    serves: B,
  },
  {
    name: 'a newer deploy during a canary wins',
    commit: B,
    inputs: CANARY,
    arrange: (scenario) =>
      during(scenario, async () => {
        const other = await fixture.deploy(C, { manifest: scenario.manifest, image: await fixture.image('three') });
        expect(other.exitCode, logOf(other)).toBe(0);
      }),
    ends: 'failure',
    serves: C,
  },
  {
    name: 'another run has just started: this one and its post change nothing',
    commit: B,
    inputs: CANARY,
    arrange: (scenario) =>
      during(scenario, () =>
        scenario.change((doc) => ({
          ...doc,
          annotations: {
            ...(doc.annotations as object),
            'actions.orchestra.dev/rollout': JSON.stringify({
              id: 'other',
              kind: 'deploy',
              commit: C,
              candidate: scenario.revision(C),
              baseline: [{ revision: scenario.revision(A), percent: 100 }],
              write: 1,
              runUrl: 'https://example.com/9',
              actor: 'ann',
              startedAt: 'now',
            }),
          },
        })),
      ),
    ends: 'failure',
    serves: 'a=90 b=10',
    says: /The deploy of c{12} by ann \(https:\/\/example\.com\/9\) has taken the service over\. This run stopped and made no further changes/,
    unfinished: true,
    check: ({ service }) => expect(annotationOf(fixture, service, 'rollout')).toMatchObject({ id: 'other', write: 1 }),
  },
  {
    name: 'an older deploy during a canary is refused',
    commit: C,
    inputs: CANARY,
    arrange: (scenario) =>
      during(scenario, async () => {
        const other = await fixture.deploy(B, { manifest: scenario.manifest, image: await fixture.image('three') });
        expect(other.exitCode, logOf(other)).toBe(1);
        expect(other.errors[0]?.message).toContain('is older than');
      }),
    ends: 'success',
    serves: C,
  },
  {
    name: 'a hold that is set during a canary',
    inputs: CANARY,
    arrange: (scenario) =>
      during(scenario, () =>
        scenario.change((doc) => ({
          ...doc,
          annotations: {
            ...(doc.annotations as object),
            'actions.orchestra.dev/hold': JSON.stringify({ at: 'now', by: 'ann', reason: 'freeze', runUrl: 'x' }),
          },
        })),
      ),
    ends: 'failure',
    serves: A,
    says: /ann put the service on hold/,
  },
  {
    name: 'a freeze that begins during a canary',
    inputs: CANARY,
    arrange: (scenario) => during(scenario, () => freeze(scenario)),
    ends: 'failure',
    serves: A,
    says: /Deploys are frozen.*holidays.* It has begun during this deploy, so its share of the traffic was not increased\. .* serves s\d+ in us-central1 as before/,
  },
  {
    name: 'a freeze that begins during a canary, and force',
    inputs: { ...CANARY, force: 'true' },
    arrange: (scenario) => during(scenario, () => freeze(scenario)),
    ends: 'success',
    serves: B,
  },
  {
    name: 'a freeze does not stop a rollback',
    history: [A, B],
    inputs: back('previous'),
    arrange: freeze,
    ends: 'success',
    serves: A,
  },
  {
    name: 'another user moves the traffic during a canary',
    history: [A, C],
    commit: D,
    inputs: CANARY,
    arrange: (scenario) =>
      during(scenario, () =>
        scenario.change((doc) => ({
          ...doc,
          traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: scenario.revision(A), percent: 100 }],
        })),
      ),
    ends: 'failure',
    serves: A,
    says: /The traffic was moved to .*-aaaaaaaaaaaa-1 by another run or user/,
    unfinished: true,
  },
  {
    name: 'a preview during a canary moves nothing',
    inputs: CANARY,
    arrange: (scenario) =>
      during(scenario, async () => {
        const preview = await fixture.deploy(D, {
          service: scenario.service,
          image: await fixture.image('preview'),
          tag: 'pr-12',
          'no-traffic': 'true',
        });
        expect(preview.exitCode, logOf(preview)).toBe(0);
      }),
    ends: 'success',
    serves: B,
    check: ({ service }) =>
      expect(fixture.doc(service).trafficStatuses).toContainEqual(expect.objectContaining({ tag: 'pr-12' })),
  },
  {
    name: 'a commit older than the live revision',
    history: [B],
    commit: A,
    ends: 'failure',
    serves: B,
    says: /Commit a{12} is older than b{12}, which is already live/,
  },
  {
    name: 'an older commit, forced',
    history: [B],
    commit: A,
    inputs: { force: 'true' },
    ends: 'success',
    serves: A,
    shows: /It is deployed because force is true/,
  },
  {
    name: 'a commit that GitHub does not know',
    commit: 'f'.repeat(40),
    ends: 'success',
    serves: 'f',
    shows: /Whether commit f{12,40} is older than .*, is unknown: GitHub does not know both commits/,
  },
  {
    name: 'a commit that GitHub does not know, where that is refused',
    commit: 'f'.repeat(40),
    inputs: { 'on-unknown-history': 'refuse' },
    ends: 'failure',
    serves: A,
    says: /GitHub does not know both commits.*Nothing was changed, because on-unknown-history is refuse.*force: true/,
  },
  {
    name: 'a commit of a history that has diverged',
    commit: FORK,
    ends: 'success',
    serves: FORK,
    shows: /have diverged, so neither is older/,
  },
  {
    name: 'a commit of a history that has diverged, where that is refused',
    commit: FORK,
    inputs: { 'on-unknown-history': 'refuse' },
    ends: 'failure',
    serves: A,
    says: /have diverged, so neither is older\. Commit \w+ may lack changes of \w+\. Nothing was changed/,
  },
  {
    name: 'a token without access to commits',
    arrange: () => fixture.emulator.core.faults.add({ api: 'github', status: 403, times: 99 }),
    ends: 'success',
    serves: B,
    shows: /GitHub refused the github-token \(403.*contents: read/,
  },
  {
    name: 'no access to commits, which is refused',
    inputs: { 'on-unknown-history': 'refuse' },
    arrange: () => fixture.emulator.core.faults.add({ api: 'github', status: 403, times: 99 }),
    ends: 'failure',
    serves: A,
    says: /GitHub refused the github-token/,
  },
  {
    name: 'GitHub has a fault once',
    arrange: () => fixture.emulator.core.faults.add({ api: 'github', status: 502 }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'GitHub does not respond',
    arrange: () => fixture.emulator.core.faults.add({ api: 'github', status: 500, times: 99 }),
    ends: 'failure',
    serves: A,
    says: /commits of acme\/shop: 500/,
  },
  {
    name: 'no token for GitHub',
    inputs: { 'github-token': '' },
    ends: 'success',
    serves: B,
    shows: /there is no github-token/,
  },
  {
    name: 'a required check that has not run',
    inputs: { 'required-checks': 'test' },
    ends: 'failure',
    serves: A,
    says: /required-checks: .*test/,
  },
  {
    name: 'a required check that failed',
    inputs: { 'required-checks': 'lint' },
    arrange: () =>
      fixture.emulator.github.setCheckRuns(B, [{ name: 'lint', status: 'completed', conclusion: 'failure' }]),
    ends: 'failure',
    serves: A,
    says: /required-checks: .*lint/,
  },
  {
    name: 'a required check that succeeded',
    inputs: { 'required-checks': 'lint' },
    arrange: () =>
      fixture.emulator.github.setCheckRuns(B, [{ name: 'lint', status: 'completed', conclusion: 'success' }]),
    ends: 'success',
    serves: B,
  },
  {
    name: 'a required check that only another app has reported',
    inputs: { 'required-checks': 'lint @ github-actions' },
    arrange: () => {
      fixture.emulator.github.setCheckRuns(B, [
        { name: 'lint', status: 'completed', conclusion: 'success', app: OTHER_APP },
      ]);
      fixture.emulator.github.setStatus(B, 'lint', 'success');
    },
    ends: 'failure',
    serves: A,
    says: /required-checks: .*lint @ github-actions" does not exist/,
  },
  {
    name: 'a required check of a named app',
    inputs: { 'required-checks': 'lint @ Other CI' },
    arrange: () =>
      fixture.emulator.github.setCheckRuns(B, [
        { name: 'lint', status: 'completed', conclusion: 'success', app: OTHER_APP },
        { name: 'lint', status: 'completed', conclusion: 'failure' },
      ]),
    ends: 'success',
    serves: B,
  },
  {
    name: 'a required check by name alone that another app has satisfied',
    inputs: { 'required-checks': 'e2e' },
    arrange: () =>
      fixture.emulator.github.setCheckRuns(B, [
        { name: 'e2e', status: 'completed', conclusion: 'success', app: OTHER_APP },
      ]),
    ends: 'success',
    serves: B,
    shows: /"e2e" was satisfied by the app other-ci, .* "e2e @ other-ci"/,
  },
  {
    name: 'a required check by name alone that a commit status has satisfied',
    inputs: { 'required-checks': 'audit' },
    arrange: () => fixture.emulator.github.setStatus(B, 'audit', 'success'),
    ends: 'success',
    serves: B,
    shows: /"audit" was satisfied by a commit status, .* "audit @ github-actions"/,
  },
  {
    name: 'a hold',
    arrange: hold,
    ends: 'failure',
    serves: A,
    says: /is on hold\. ann put the service on hold.*freeze.*Nothing was changed\..*release-hold: true; .*force: true/,
  },
  {
    name: 'a hold, and force: the hold stays',
    arrange: hold,
    inputs: { force: 'true' },
    ends: 'success',
    serves: B,
    shows: /Forced: the hold was overridden and is still set/,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).not.toBeNull(),
  },
  {
    name: 'a hold, released by the deploy',
    arrange: hold,
    inputs: { 'release-hold': 'true' },
    ends: 'success',
    serves: B,
    shows: /This deploy releases the hold/,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).toBeNull(),
  },
  {
    name: 'a hold, released by a deploy that fails: it stays',
    arrange: async (scenario) => {
      await hold(scenario);
      scenario.setBehavior({ startup: 'exits' });
    },
    inputs: { 'release-hold': 'true' },
    ends: 'failure',
    serves: A,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).not.toBeNull(),
  },
];
describe('concurrent runs and users', () => {
  test.each(OTHERS)('$name', (one) => play(fixture, one));
});
