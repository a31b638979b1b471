/**
 * The last traffic write of a rollback of one service also removes its record. If the service then fails its health checks, the step
 * undoes that write, unless another run or user has changed something since.
 */
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
  hold,
  play,
  type Scenario,
  share,
} from '../deploy-run.cases.ts';
import { createFixture, type Fixture, logOf } from '../deploy-run.fixture.ts';

let fixture: Fixture;
/** Revisions that respond with an error, and those of them that were requested since. */
const broken = new Set<string>();
const requested = new Set<string>();

beforeAll(async () => {
  fixture = await createFixture();
  fixture.emulator.fakeDriver.setBehavior(await fixture.image('one'), {
    http: ({ env: { K_REVISION: revision = '' } }) => {
      if (!broken.has(revision)) return 200;
      requested.add(revision);
      return 500;
    },
  });
});
afterAll(() => fixture.stop());

const toA = (more: Record<string, string> = {}) => back(A, { 'probe-timeout': '1s', ...more });
const write = ({ service }: Scenario) => new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`);

/** The service fails its health checks once its last traffic write, the n-th, is there. */
function breakAtWrite(scenario: Scenario, nth = 2): void {
  scenario.before(write(scenario), () => broken.add(scenario.revision(A)), nth);
}

/** Calls `act` after the failed health checks, before the step reads the service to undo its write. */
function beforeUndo(scenario: Scenario, act: () => Promise<unknown>): void {
  let acted = false;
  scenario.before(
    new RegExp(`run GET .*/${scenario.service}(\\?|$)`),
    async () => {
      if (acted || !requested.has(scenario.revision(A))) return;
      acted = true;
      broken.clear();
      await act();
    },
    'each',
  );
}

/** What a rollback changes. */
function recordsOf(service: string) {
  const { annotations, labels, traffic } = fixture.doc(service);
  return { annotations, labels, traffic };
}

const asBefore = (arrange: (scenario: Scenario) => Promise<unknown> = async () => {}, nth?: number): Partial<Case> => {
  let before: object;
  return {
    history: [A, B, C],
    arrange: async (scenario) => {
      await arrange(scenario);
      before = recordsOf(scenario.service);
      breakAtWrite(scenario, nth);
    },
    ends: 'failure',
    says: /500, expected 200/,
    check: ({ service, revision }, { summary }) => {
      expect(requested).toContain(revision(A));
      expect(recordsOf(service)).toEqual(before);
      const held = annotationOf(fixture, service, 'hold') as { reason: string } | null;
      expect(summary.includes('is on hold')).toBe(held !== null);
      expect(summary).toContain(held?.reason ?? '');
    },
  };
};

const meanwhile = (act: (scenario: Scenario) => Promise<unknown>): Partial<Case> => ({
  history: [A, B, C],
  inputs: toA(),
  arrange: (scenario) => {
    breakAtWrite(scenario);
    beforeUndo(scenario, () => act(scenario));
  },
  ends: 'failure',
  says: /500, expected 200/,
});

async function another(commit: string, inputs: Record<string, string>): Promise<void> {
  const result = await fixture.deploy(commit, inputs, { env: { GITHUB_RUN_ID: '43' } });
  expect(result.exitCode, logOf(result)).toBe(0);
}

const CASES: readonly Case[] = [
  { name: 'everything is as before', ...asBefore(), inputs: toA(), ends: 'failure', serves: C },
  {
    name: 'after a rollback, its hold and its reason come back',
    ...asBefore(async ({ service }) => {
      await another(C, { service, 'rollback-to': 'previous', reason: 'incident' });
      expect(fixture.serves(service)).toContain('bbbb');
    }),
    inputs: toA({ reason: 'still broken' }),
    ends: 'failure',
    serves: B,
  },
  {
    name: 'at the end of its steps',
    ...asBefore(undefined, 4),
    inputs: toA(CANARY),
    ends: 'failure',
    serves: C,
  },
  {
    name: 'the response to its last write was lost',
    ...asBefore(async ({ writeFault }) => writeFault(2, { dropResponse: true })),
    inputs: toA(),
    ends: 'failure',
    serves: C,
  },
  {
    name: 'a user has moved the traffic since: it stays',
    ...meanwhile(({ change, revision }) => change((doc) => ({ ...doc, traffic: [share(revision(B), 100)] }))),
    ends: 'failure',
    serves: B,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).toMatchObject({ commit: A }),
  },
  {
    name: 'a user has set another hold since: it stays, and so does the traffic',
    ...meanwhile(hold),
    ends: 'failure',
    serves: A,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).toMatchObject({ by: 'ann' }),
  },
  {
    name: 'the hold was released since: the traffic stays',
    ...meanwhile(({ service }) => another(C, { service, 'release-hold': 'true' })),
    ends: 'failure',
    serves: A,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).toBeNull(),
  },
  {
    name: 'another rollback has finished since: it stays',
    ...meanwhile(({ service }) => another(C, { service, 'rollback-to': B })),
    ends: 'failure',
    serves: B,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).toMatchObject({ commit: B }),
  },
  {
    name: 'another rollback to the same revision has finished since: it stays',
    ...meanwhile(({ service }) => another(C, { service, 'rollback-to': A })),
    ends: 'failure',
    serves: A,
  },
  {
    name: 'a deploy has finished since: it stays',
    ...meanwhile(({ manifest, image }) => another(D, { manifest, image, 'release-hold': 'true' })),
    ends: 'failure',
    serves: D,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).toBeNull(),
  },
];

describe('a rollback whose service fails its health checks', () => {
  test.each(CASES)('$name', async (one) => {
    broken.clear();
    requested.clear();
    await play(fixture, one);
  });
});
