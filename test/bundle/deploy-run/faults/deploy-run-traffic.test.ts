/** Faults during traffic steps, through the bundle: the result of the run, and the live revisions afterwards. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, B, C, CANARY, type Case, D, play } from '../deploy-run.cases.ts';
import { createFixture, type Fixture } from '../deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const nameOf = (service: string) => `projects/orchestra-dev/locations/us-central1/services/${service}`;
const REVISION = 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION';
const target = (revision: string, percent: number) => ({ type: REVISION, revision, ...(percent && { percent }) });

const TRAFFIC: readonly Case[] = [
  {
    name: 'all of the traffic is on LATEST',
    arrange: ({ change }) =>
      change((doc) => ({ ...doc, traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }] })),
    ends: 'success',
    serves: B,
    check: ({ service }) => expect(fixture.doc(service).traffic?.[0]).toMatchObject({ revision: expect.any(String) }),
  },
  {
    name: 'the traffic is on LATEST and the new revision fails',
    arrange: async ({ change, setBehavior }) => {
      await change((doc) => ({ ...doc, traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }] }));
      setBehavior({ startup: 'exits' });
    },
    ends: 'failure',
    serves: A,
  },
  {
    name: 'a manual split is restored as it was',
    history: [A, C],
    commit: D,
    arrange: async ({ change, setBehavior, revision }) => {
      await change((doc) => ({ ...doc, traffic: [target(revision(A), 70), target(revision(C), 30)] }));
      setBehavior({ http: { '/deep': 500, '*': 200 } });
    },
    inputs: { ...CANARY, 'probe-path': '/deep' },
    ends: 'failure',
    serves: 'a=70 c=30',
  },
  {
    name: 'a manual split gives way in proportion',
    history: [A, C],
    commit: D,
    arrange: async ({ change, setBehavior, revision, service }) => {
      await change((doc) => ({ ...doc, traffic: [target(revision(A), 70), target(revision(C), 30)] }));
      setBehavior({ http: () => (fixture.serves(service).includes('dddd') ? 500 : 200) });
    },
    inputs: CANARY,
    ends: 'failure',
    serves: 'a=70 c=30',
  },
  {
    name: 'wish and fact differ after an update that failed',
    arrange: async ({ change, setBehavior, service, image, revision }) => {
      setBehavior({ startup: 'exits' });
      await change((doc) => ({
        ...doc,
        template: { ...(doc.template as object), revision: `${service}-00002-bad`, containers: [{ image }] },
        traffic: [target(revision(A), 50), target(`${service}-00002-bad`, 50)],
      }));
      setBehavior({});
      expect(fixture.serves(service)).toBe(`${revision(A)}=100`);
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'an earlier deploy went out without traffic',
    arrange: ({ change, service, revision }) =>
      change((doc) => ({
        ...doc,
        template: { ...(doc.template as object), revision: `${service}-00002-dark` },
        traffic: [target(revision(A), 100), { ...target(`${service}-00002-dark`, 0), tag: 'dark' }],
      })),
    ends: 'success',
    serves: B,
    check: ({ service }) =>
      expect(fixture.doc(service).traffic).toContainEqual({
        type: REVISION,
        revision: `${service}-00002-dark`,
        tag: 'dark',
      }),
  },
  {
    name: 'a tag on LATEST does not jump to the new revision',
    arrange: ({ change, revision }) =>
      change((doc) => ({
        ...doc,
        traffic: [target(revision(A), 100), { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', tag: 'stable' }],
      })),
    ends: 'success',
    serves: B,
    check: ({ service, revision }) =>
      expect(fixture.doc(service).trafficStatuses).toContainEqual(
        expect.objectContaining({ tag: 'stable', revision: revision(A) }),
      ),
  },
  {
    name: 'the tag of a revision that failed does not poison the deploy',
    arrange: async ({ change, setBehavior, service, image, revision }) => {
      setBehavior({ startup: 'exits' });
      await change((doc) => ({
        ...doc,
        template: { ...(doc.template as object), revision: `${service}-00002-bad`, containers: [{ image }] },
        traffic: [target(revision(A), 100), { ...target(`${service}-00002-bad`, 0), tag: 'pr-7' }],
      }));
      setBehavior({});
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'the first deploy was killed: no revision has passed its health checks, and the next deploy finishes',
    history: [],
    arrange: async ({ service, change: _, run, setBehavior, fixture: { emulator } }) => {
      setBehavior({ http: { '/deep': 500, '*': 200 } });
      const first = await run(B, {
        manifest: `${service}.yaml`,
        image: await fixture.image(`image of ${service}`),
        'probe-path': '/deep',
        'probe-timeout': '2s',
      });
      expect(first.exitCode).toBe(1);
      expect(emulator.run.services.get(nameOf(service))?.policy.bindings ?? []).toEqual([]);
      setBehavior({});
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'success',
    serves: B,
    check: ({ service }) => expect(fixture.isPublic(service)).toBe(true),
  },
  {
    name: 'the first deploy fails its probe: the service stays closed',
    history: [],
    arrange: ({ setBehavior }) => setBehavior({ http: { '/deep': 500, '*': 200 } }),
    inputs: { 'allow-unauthenticated': 'true', 'probe-path': '/deep', 'probe-timeout': '2s' },
    ends: 'failure',
    serves: B,
    says: /nothing to restore/,
    unfinished: true,
    check: ({ service }) => expect(fixture.isPublic(service)).toBe(false),
  },
  {
    name: 'the response to the creation is lost',
    history: [],
    arrange: ({ service }) =>
      fixture.emulator.core.faults.add({
        api: 'run',
        method: 'POST',
        path: `serviceId=${service}$`,
        dropResponse: true,
      }),
    ends: 'success',
    serves: B,
  },
];

describe('traffic', () => {
  test.each(TRAFFIC)('$name', (one) => play(fixture, one));
});
