/** Faults of writes and of operations, through the bundle: the result of the run, and the live revisions afterwards. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, B, C, CANARY, type Case, ownerOf, play } from '../deploy-run.cases.ts';
import { createFixture, type Fixture } from '../deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const CODE_INTERNAL = { code: 13, message: 'An internal error has occurred.' };
const revisionsOf = (service: string) => [...ownerOf(fixture, service).revisions.keys()];
const releasesOf = (service: string): { commit: string }[] =>
  JSON.parse(fixture.doc(service).annotations?.['actions.orchestra.dev/releases'] ?? '[]');

const WRITES: readonly Case[] = [
  {
    name: 'the response to the write that creates the revision is lost',
    arrange: ({ writeFault }) => writeFault(1, { dropResponse: true }),
    ends: 'success',
    shows: /Writing again/,
    serves: B,
    check: ({ service }) => expect(revisionsOf(service)).toHaveLength(2),
  },
  {
    name: 'the connection is reset before that write',
    arrange: ({ writeFault }) => writeFault(1, { reset: true }),
    ends: 'success',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'that write meets 503',
    arrange: ({ writeFault }) => writeFault(1, { status: 503 }),
    ends: 'success',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'that write meets 429',
    arrange: ({ writeFault }) => writeFault(1, { status: 429 }),
    ends: 'success',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'the response to the write that moves the traffic is lost',
    arrange: ({ writeFault }) => writeFault(2, { dropResponse: true }),
    ends: 'success',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'the write that moves the traffic meets 500 twice',
    arrange: ({ writeFault }) => writeFault(2, { status: 500, times: 2 }),
    ends: 'success',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'the response to the write that records the success is lost',
    arrange: ({ writeFault }) => writeFault(3, { dropResponse: true }),
    ends: 'success',
    shows: /Writing again/,
    serves: B,
    check: ({ service }) => expect(releasesOf(service).map(({ commit }) => commit)).toEqual([A, B]),
  },
  {
    name: 'every response to a write is lost',
    arrange: ({ writeFault }) => writeFault(1, { dropResponse: true, times: 3 }),
    ends: 'success',
    shows: /Writing again/,
    serves: B,
  },
  {
    name: 'all writes fail from the second on, the restoring one as well',
    arrange: ({ writeFault }) => writeFault(2, { status: 500, times: 10 }),
    ends: 'failure',
    serves: A,
    says: /500/,
  },
  {
    name: 'a canary loses its writes in the middle',
    inputs: CANARY,
    arrange: ({ writeFault }) => writeFault(3, { status: 500, times: 5 }),
    ends: 'failure',
    serves: A,
  },
  {
    name: 'the permission to update is taken away in the middle',
    arrange: ({ before, service }) =>
      before(
        new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`),
        () => fixture.emulator.core.access.deny('run.services.update', { resource: service }),
        2,
      ),
    ends: 'failure',
    serves: A,
    says: /Missing permission for serviceAccount:deployer@.*run\.services\.update/,
    unfinished: true,
  },
  {
    name: 'reads meet 500 and resets',
    arrange: ({ service }) => {
      for (const nth of [2, 4, 6])
        fixture.emulator.core.faults.add({
          api: 'run',
          method: 'GET',
          path: `services/${service}`,
          nth,
          ...(nth === 4 ? { reset: true } : { status: 500 }),
        });
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'the access token expires before the write',
    arrange: ({ writeFault }) => writeFault(1, { expireToken: true }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'the access token expires before the traffic moves',
    arrange: ({ writeFault }) => writeFault(2, { expireToken: true }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'another user sets an annotation between our read and our write',
    arrange: ({ before, change, service }) =>
      before(new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`), () =>
        change((doc) => ({ ...doc, annotations: { ...(doc.annotations as object), 'example.com/mine': 'kept' } })),
      ),
    ends: 'success',
    serves: B,
    check: ({ service }) => expect(fixture.doc(service).annotations).toMatchObject({ 'example.com/mine': 'kept' }),
  },
  {
    name: 'another user sets a label between each of our reads and writes',
    arrange: ({ before, change, service }) => {
      for (const nth of [1, 3, 5])
        before(
          new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`),
          () => change((doc) => ({ ...doc, labels: { ...(doc.labels as object), [`l${nth}`]: 'kept' } })),
          nth,
        );
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'the etag is stale each time',
    arrange: ({ writeFault }) => writeFault(1, { status: 409, times: 20 }),
    ends: 'failure',
    serves: A,
    says: /was modified concurrently; gave up after 6 attempts/,
  },
  {
    name: 'the commit has a revision of another configuration already',
    arrange: async ({ run, setBehavior }) => {
      setBehavior({ http: { '/health': 500 } });
      await run(B);
      setBehavior({});
    },
    ends: 'success',
    serves: B,
    check: ({ service, revision }) => expect(revisionsOf(service)).toContain(revision(B, 2)),
  },
];

const OPERATIONS: readonly Case[] = [
  {
    name: 'the operation ends in an error although the revision is ready',
    arrange: ({ service }) =>
      fixture.emulator.run.operations.behave({ method: 'services.update', target: service, error: CODE_INTERNAL }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'the operation never ends although the work is done',
    arrange: ({ service }) =>
      fixture.emulator.run.operations.behave({ method: 'services.update', target: service, never: true }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'no operation ever ends',
    arrange: ({ service }) =>
      fixture.emulator.run.operations.behave({ method: 'services.update', target: service, never: true, times: 9 }),
    ends: 'success',
    serves: B,
  },
  {
    name: 'neither the work nor the operation ends',
    inputs: { timeout: '8s' },
    arrange: ({ service }) =>
      fixture.emulator.run.operations.behave({ method: 'services.update', target: service, stuck: true }),
    ends: 'failure',
    serves: A,
  },
  {
    name: 'the traffic never moves',
    // The revision must become ready in this time, too.
    inputs: { timeout: '8s' },
    arrange: ({ service, before }) =>
      before(/probe-never/, () => {}) ??
      before(
        new RegExp(`run PATCH .*/${service}\\?(?!.*validateOnly)`),
        () => fixture.emulator.run.operations.behave({ method: 'services.update', target: service, stuck: true }),
        2,
      ),
    ends: 'failure',
    serves: A,
    // A poll that has no response when the time is up ends with the step.
    says: /The (traffic was not moved within|step timed out after) 8\.0s/,
  },
  {
    name: 'the operation is forgotten',
    arrange: () => {
      fixture.emulator.run.settings.readyDelayMs = 300;
      fixture.emulator.core.faults.add({ api: 'run', path: '/operations/', status: 404, times: 99 });
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'operations cannot be read',
    arrange: () => {
      fixture.emulator.run.settings.readyDelayMs = 300;
      fixture.emulator.core.faults.add({ api: 'run', path: '/operations/', status: 403, times: 99 });
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'operations are slow',
    arrange: () => {
      fixture.emulator.run.settings.operationDelayMs = 400;
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'the scheduler is slow',
    arrange: () => {
      fixture.emulator.run.settings.readyDelayMs = 400;
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'the proxy continues routing by the old split for a while',
    arrange: () => {
      fixture.emulator.run.settings.trafficDelayMs = 200;
    },
    ends: 'success',
    serves: B,
  },
  {
    name: 'the failure of an earlier deploy is repeated by every operation',
    arrange: async ({ run, setBehavior, service }) => {
      setBehavior({ startup: 'exits' });
      await run(B);
      setBehavior({});
      expect(fixture.doc(service).terminalCondition?.state).toBe('CONDITION_FAILED');
    },
    commit: C,
    ends: 'success',
    serves: C,
  },
  {
    name: 'the service is deleted in the middle',
    inputs: CANARY,
    arrange: ({ before, service }) =>
      before(
        /proxy GET .*\/health/,
        () => {
          fixture.emulator.run.services.delete(`projects/orchestra-dev/locations/us-central1/services/${service}`);
        },
        4,
      ),
    ends: 'failure',
    serves: 'nothing',
    says: /was deleted during this run/,
  },
];

describe('writes', () => {
  test.each(WRITES)('$name', (one) => play(fixture, one));
});

describe('operations', () => {
  test.each(OPERATIONS)('$name', (one) => play(fixture, one));
});
