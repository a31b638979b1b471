/** Rollbacks, through the bundle: their targets, refusals, and the live revisions afterwards. */
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, annotationOf, B, back, C, type Case, D, ownerOf, play, type Scenario, tagsOf } from './deploy-run.cases.ts';
import { createFixture, type Fixture } from './deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

/** The record that migrate keeps on its job: B's migration is contracting. */
const contracted = async () => {
  const history = [{ commit: B, contracting: true, state: 'applied', at: '2026-01-02T00:00:00Z' }];
  const response = await fetch(
    `${fixture.emulator.urls.run}/v2/projects/orchestra-dev/locations/us-central1/jobs?jobId=migrate`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        annotations: { 'actions.orchestra.dev/schema': JSON.stringify({ history }) },
        template: { template: { containers: [{ image: await fixture.image('one') }] } },
      }),
    },
  );
  expect(response.status, await response.text()).toBe(200);
};
const forgetJobs = () => fixture.emulator.run.jobs.clear();

/** The hold and the tag of the first write are removed. */
const isRestored = ({ service }: Scenario) => {
  expect(annotationOf(fixture, service, 'hold')).toBeNull();
  expect(tagsOf(fixture, service)).toEqual([]);
};
const SERVES_B = /-b{12}-1 serves s\d+ in us-central1 as before\./;
const NOTHING_CHANGED = /Nothing was changed for s\d+ in us-central1\./;
const RESTORED = { shows: SERVES_B, check: isRestored };
const removeTarget = ({ service, revision }: Scenario) => ownerOf(fixture, service).revisions.delete(revision(A));

const ROLLBACKS: readonly Case[] = [
  { name: 'to the previous release', history: [A, B], inputs: back('previous'), ends: 'success', serves: A },
  {
    name: 'previous of three, twice, goes further back',
    history: [A, B, C],
    arrange: ({ run, service }) => run(C, { service, 'rollback-to': 'previous' }),
    inputs: back('previous'),
    ends: 'success',
    serves: A,
  },
  {
    name: 'previous after a rollback and a new deploy skips what was rolled back from',
    history: [A, B],
    arrange: async ({ run, service, manifest, image }) => {
      await run(B, { service, 'rollback-to': 'previous' });
      await run(C, { manifest, image, 'release-hold': 'true' });
      expect(fixture.serves(service)).toContain('cccc');
    },
    inputs: back('previous'),
    ends: 'success',
    serves: A,
  },
  { name: 'to a short commit', history: [A, B, C], inputs: back(B.slice(0, 7)), ends: 'success', serves: B },
  {
    name: 'to a revision by name',
    history: [A, B, C],
    inputs: (scenario) => back(scenario.revision(A))(scenario),
    ends: 'success',
    serves: A,
  },
  {
    name: 'says why, who and where, and holds',
    history: [A, B],
    inputs: back('previous', { reason: 'checkout is broken' }),
    ends: 'success',
    serves: A,
    shows: /Once this rollback has succeeded, automatic deploys are refused until .*checkout is broken/,
    check: ({ service }) => {
      expect(annotationOf(fixture, service, 'hold')).toMatchObject({
        reason: 'checkout is broken',
        by: 'octocat',
        commit: A,
        runUrl: 'https://github.com/acme/shop/actions/runs/42',
      });
      expect(fixture.doc(service).labels?.['commit-sha']).toBe(A);
    },
  },
  {
    name: 'to a revision that is gone',
    history: [A, B],
    arrange: removeTarget,
    inputs: back('previous'),
    ends: 'failure',
    serves: B,
    says: /no longer exists: Cloud Run keeps the newest 1,000\. Deploy its commit a+ again/,
    ...RESTORED,
  },
  {
    name: 'to an image that is gone',
    history: [A, B],
    arrange: () => fixture.emulator.core.faults.add({ api: 'registry', path: 'manifests', status: 404, times: 99 }),
    inputs: back('previous'),
    ends: 'failure',
    serves: B,
    says: /does not exist in the registry/,
    ...RESTORED,
  },
  {
    name: 'to a secret version that is disabled',
    history: [A, B],
    arrange: async (scenario) => {
      await withSecret(scenario);
      fixture.emulator.secrets.setState('orchestra-dev', `${scenario.service}-key`, 1, 'DISABLED');
    },
    inputs: back(C),
    ends: 'failure',
    serves: D,
    says: /version 1, is disabled/,
    check: isRestored,
  },
  {
    name: 'to a secret version that is destroyed',
    history: [A, B],
    arrange: async (scenario) => {
      await withSecret(scenario);
      fixture.emulator.secrets.setState('orchestra-dev', `${scenario.service}-key`, 1, 'DESTROYED');
    },
    inputs: back(C),
    ends: 'failure',
    serves: D,
    says: /version 1, is destroyed/,
    check: isRestored,
  },
  {
    name: 'brings back the secret at the version that the revision had',
    history: [A, B],
    arrange: withSecret,
    inputs: back(C),
    ends: 'success',
    serves: C,
    check: ({ service }) => {
      const instance = fixture.emulator.fakeDriver.running
        .filter(({ labels }) => labels.revision_name?.startsWith(`${service}-cccc`))
        .at(-1);
      expect(instance?.containers[0]?.env.KEY).toBe('old');
    },
  },
  {
    name: 'to a revision that is unhealthy now',
    history: [A, B],
    arrange: async ({ revision }) =>
      fixture.emulator.fakeDriver.setBehavior(await fixture.image('one'), {
        http: ({ env }) => (env.K_REVISION === revision(A) ? 500 : 200),
      }),
    inputs: back('previous', { 'probe-timeout': '2s' }),
    ends: 'failure',
    serves: B,
    says: /50[03], expected 200/,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).toBeNull(),
  },
  {
    name: 'behind a contracting migration',
    history: [A, B],
    arrange: contracted,
    check: forgetJobs,
    inputs: back('previous'),
    ends: 'failure',
    serves: B,
    says: /contracted the database schema.*force: true/,
  },
  {
    name: 'behind a contracting migration, forced',
    history: [A, B],
    arrange: contracted,
    check: forgetJobs,
    inputs: back('previous', { force: 'true' }),
    ends: 'success',
    serves: A,
  },
  {
    name: 'to an unrecorded revision, forced',
    history: [A, B],
    arrange: (scenario) => scenario.change((doc) => ({ ...doc, annotations: {} })),
    inputs: (scenario) => back(scenario.revision(A), { force: 'true' })(scenario),
    ends: 'success',
    serves: A,
  },
  {
    name: 'the response to its first write is lost',
    history: [A, B],
    arrange: ({ writeFault }) => writeFault(1, { dropResponse: true }),
    inputs: back('previous'),
    ends: 'success',
    serves: A,
    shows: /Writing again/,
  },
  {
    name: 'dry run',
    history: [A, B],
    inputs: back('previous', { 'dry-run': 'true' }),
    ends: 'success',
    serves: B,
    shows: /Dry run/,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).toBeNull(),
  },
  {
    name: 'to the live revision: the hold is set',
    history: [A, B],
    inputs: back(B),
    ends: 'success',
    serves: B,
    check: ({ service }) => expect(annotationOf(fixture, service, 'hold')).not.toBeNull(),
  },
  {
    name: 'to a revision that is gone, if Cloud Run refuses the write that names it',
    history: [A, B],
    arrange: (scenario) => {
      removeTarget(scenario);
      scenario.writeFault(1, { status: 400 });
    },
    inputs: back('previous'),
    ends: 'failure',
    serves: B,
    says: /no longer exists: Cloud Run keeps the newest 1,000/,
    shows: /-b{12}-1 serves s\d+ in us-central1\./,
  },
  {
    name: 'to an unrecorded revision that is gone, forced: nothing is changed',
    history: [A, B],
    arrange: async (scenario) => {
      await scenario.change((doc) => ({ ...doc, annotations: {} }));
      removeTarget(scenario);
    },
    inputs: (scenario) => back(scenario.revision(A), { force: 'true' })(scenario),
    ends: 'failure',
    serves: B,
    says: /no longer exists/,
    shows: NOTHING_CHANGED,
  },
  {
    name: 'to a revision that is gone, dry run: nothing is changed',
    history: [A, B],
    arrange: removeTarget,
    inputs: back('previous', { 'dry-run': 'true' }),
    ends: 'failure',
    serves: B,
    says: /no longer exists/,
    shows: NOTHING_CHANGED,
  },
  {
    name: 'to a revision that is not ready',
    history: [A, B],
    arrange: ({ service, revision }) => {
      const { doc } = ownerOf(fixture, service).revisions.get(revision(A)) ?? {};
      const ready = doc?.conditions?.find(({ type }) => type === 'Ready');
      Object.assign(ready ?? {}, { state: 'CONDITION_FAILED', message: 'The zone is down.' });
    },
    inputs: back('previous'),
    ends: 'failure',
    serves: B,
    says: /Input rollback-to: the revision \S+-a{12}-1 is not ready: The zone is down\./,
    ...RESTORED,
  },
  {
    name: 'to an image that is gone, after a run that was lost between its first write and that check',
    history: [A, B],
    arrange: async (scenario) => {
      const { service, before, revision } = scenario;
      fixture.emulator.core.faults.add({ api: 'registry', path: 'manifests', status: 404, times: 99 });
      let kill = async () => {};
      before(/run GET .*\/services\/s\d+$/, () => kill(), 2);
      await fixture.deploy(B, back('previous')(scenario), {
        onStart: (child) => {
          kill = async () => {
            child.kill('SIGKILL');
            await once(child, 'exit');
          };
        },
      });
      expect(annotationOf(fixture, service, 'rollout')).toMatchObject({ candidate: revision(A) });
    },
    inputs: back('previous'),
    ends: 'failure',
    serves: B,
    says: /does not exist in the registry/,
    shows: SERVES_B,
    check: ({ service }) => {
      expect(tagsOf(fixture, service)).toEqual([]);
      for (const record of ['rollout', 'hold']) expect(annotationOf(fixture, service, record)).toBeNull();
    },
  },
];

/** Releases C with version 1 of a secret, and D with version 2. */
async function withSecret({ service, run, manifest, image }: Scenario): Promise<void> {
  fixture.emulator.seed.secret(`${service}-key`, 'old');
  const env = `\n            - name: KEY\n              valueFrom:\n                secretKeyRef:\n                  name: ${service}-key\n                  key: latest`;
  fixture.file(`${service}.yaml`, fixture.manifest({ name: service, env }));
  await run(C, { manifest, image });
  fixture.emulator.seed.secret(`${service}-key`, 'new');
  await run(D, { manifest, image });
  expect(fixture.serves(service)).toContain('dddd');
}
describe('rollback', () => {
  test.each(ROLLBACKS)('$name', (one) => play(fixture, one));
});
