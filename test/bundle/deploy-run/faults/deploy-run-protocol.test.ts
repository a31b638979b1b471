/**
 * The time between a write and its effect, through the bundle: the response to the last write is lost; traffic that other users
 * moved is not yet routed.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, C, type Case, D, play, type Scenario } from '../deploy-run.cases.ts';
import { createFixture, type Fixture } from '../deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const CANARY = { strategy: 'canary', steps: '10,50,100', 'step-interval': '5ms' };
const target = (revision: string, percent: number) => ({
  type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION',
  revision,
  percent,
});
const annotation = (service: string, name: string) =>
  JSON.parse(fixture.doc(service).annotations?.[`actions.orchestra.dev/${name}`] ?? 'null');
const WRITE = ({ service }: Scenario) => new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`);
const READ = ({ service }: Scenario) => new RegExp(`run GET .*/services/${service}$`);

/** Another user moves the traffic, and Cloud Run does not route it. */
const moveAndStay = async (scenario: Scenario, traffic: readonly object[]) => {
  const { operations } = fixture.emulator.run;
  operations.behave({ method: 'services.update', target: scenario.service, stuck: true });
  const { change } = scenario;
  await change((doc) => ({ ...doc, traffic }));
  expect(fixture.doc(scenario.service).reconciling).toBe(true);
};
/** Cloud Run applies the requested state, because another user writes. */
const carryOut = (scenario: Scenario) =>
  scenario.change((doc) => ({ ...doc, labels: { ...(doc.labels as object), other: 'change' } }));

const ENDS: readonly Case[] = [
  {
    name: 'the last response of a rollback is lost: it took effect, and the step succeeds',
    history: [A, C],
    inputs: ({ service }) => ({ service, 'rollback-to': 'previous' }),
    arrange: ({ writeFault }) => writeFault(2, { dropResponse: true }),
    ends: 'success',
    shows: /Writing again/,
    serves: A,
    check: ({ service }) => expect(annotation(service, 'hold')).toMatchObject({ commit: A }),
  },
];

const wishOf = (scenario: Scenario) =>
  fixture
    .doc(scenario.service)
    .traffic?.filter(({ percent = 0 }) => percent > 0)
    .map(({ revision, percent }) => `${revision}=${percent}`)
    .join();

const BY_HAND: readonly Case[] = [
  ...[
    { when: 'before the next step', nth: 3 },
    { when: 'before the success is recorded', nth: 5 },
  ].map(
    ({ when, nth }): Case => ({
      name: `traffic that another user has moved, and that Cloud Run has not routed yet, stays ${when}`,
      history: [A, C],
      commit: D,
      inputs: CANARY,
      arrange: (scenario) =>
        scenario.before(WRITE(scenario), () => moveAndStay(scenario, [target(scenario.revision(A), 100)]), nth),
      ends: 'failure',
      serves: nth === 3 ? 'c=90 d=10' : D,
      says: /The traffic was moved to .*-aaaaaaaaaaaa-1 by another run or user/,
      unfinished: true,
      check: (scenario) => expect(wishOf(scenario)).toBe(`${scenario.revision(A)}=100`),
    }),
  ),
  {
    name: 'and is left alone when the deploy fails',
    history: [A, C],
    commit: D,
    inputs: CANARY,
    arrange: (scenario) => {
      scenario.setBehavior({ http: () => (fixture.serves(scenario.service).includes('dddd') ? 500 : 200) });
      scenario.before(WRITE(scenario), () => moveAndStay(scenario, [target(scenario.revision(A), 100)]), 3);
    },
    ends: 'failure',
    serves: 'c=90 d=10',
    unfinished: true,
    check: (scenario) => expect(wishOf(scenario)).toBe(`${scenario.revision(A)}=100`),
  },
];

/** The traffic right after a restore: half of it is on an older revision until Cloud Run has routed it. */
const halfRestored = async (scenario: Scenario) => {
  const [a, c] = [scenario.revision(A), scenario.revision(C)];
  await scenario.change((doc) => ({ ...doc, traffic: [target(a, 50), target(c, 50)] }));
  await moveAndStay(scenario, [target(a, 100)]);
  expect(fixture.serves(scenario.service)).toBe(`${a}=50 ${c}=50`);
};
const failing = { ...CANARY, 'probe-path': '/deep', 'probe-timeout': '2s' };
const fail = ({ setBehavior }: Scenario) => setBehavior({ http: { '/deep': 500, '*': 200 } });

const AT_REST: readonly Case[] = [
  {
    name: 'a restore that Cloud Run has not routed yet is waited for: a failure returns to it, not to the mixture',
    history: [A, C],
    commit: D,
    inputs: failing,
    arrange: async (scenario) => {
      fail(scenario);
      await halfRestored(scenario);
      scenario.before(READ(scenario), () => carryOut(scenario), 4);
    },
    ends: 'failure',
    serves: A,
    shows: /is being moved from .* \(50 %\) and .* \(50 %\) to .*-aaaaaaaaaaaa-1\. Waiting/,
  },
  {
    name: 'traffic that begins to move just before the first write is waited for, too',
    history: [A, C],
    commit: D,
    inputs: failing,
    arrange: async (scenario) => {
      fail(scenario);
      const [a, c] = [scenario.revision(A), scenario.revision(C)];
      await scenario.change((doc) => ({ ...doc, traffic: [target(a, 50), target(c, 50)] }));
      let moved = false;
      scenario.before(WRITE(scenario), async () => {
        await moveAndStay(scenario, [target(a, 100)]);
        moved = true;
      });
      let reads = 0;
      scenario.before(READ(scenario), () => (moved && ++reads === 3 ? carryOut(scenario) : undefined), 'each');
    },
    ends: 'failure',
    serves: A,
    shows: /Reading s\d+ again/,
  },
  {
    name: 'a rollback waits as well',
    history: [A, C],
    inputs: ({ service }) => ({ service, 'rollback-to': 'previous' }),
    arrange: async (scenario) => {
      await scenario.change((doc) => ({ ...doc, traffic: [target(scenario.revision(A), 100)] }));
      await moveAndStay(scenario, [target(scenario.revision(C), 100)]);
      scenario.before(READ(scenario), () => carryOut(scenario), 5);
    },
    ends: 'success',
    serves: A,
    shows: /Waiting until Cloud Run has done that/,
  },
  {
    name: 'a preview does not undo a restore that Cloud Run has not routed yet',
    history: [A, C],
    commit: D,
    inputs: ({ service, image }) => ({ service, image, tag: 'pr-7', 'no-traffic': 'true' }),
    arrange: halfRestored,
    ends: 'success',
    serves: A,
  },
];

describe.each([
  ['the end', ENDS],
  ['traffic moved by hand', BY_HAND],
  ['traffic that still moves', AT_REST],
] as const)('%s', (_, cases) => {
  test.each(cases)('$name', (one) => play(fixture, one));
});
