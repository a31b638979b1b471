/** A lost run (`post` included) leaves a record and split traffic: what later runs of the same service do. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, annotationOf, B, C, type Case, D, hold, play, type Scenario, share, tagsOf } from '../deploy-run.cases.ts';
import { createFixture, type Fixture, logOf } from '../deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

/** Rollout ids start with the run and its attempt; tests are attempt 1 of run 42. */
const EARLIER = '42-0-lost';
const FREEZE = '2020-01-01 - 2999-01-01: holidays';

/** The state of a canary of `of` that was lost at 50 %. `more` overrides fields of its record, `traffic` its traffic. */
async function lose(
  { change, revision, service }: Scenario,
  of: string,
  { traffic, ...more }: { traffic?: readonly object[] } & Record<string, unknown> = {},
): Promise<void> {
  const split = [share(revision(A), 50), share(revision(of), 50), { ...share(revision(of), 0), tag: 'lost' }];
  await change((doc) => ({
    ...doc,
    template: { ...(doc.template as object), revision: revision(of), labels: { 'commit-sha': of } },
    traffic: traffic ?? split,
    annotations: {
      ...(doc.annotations as object),
      'actions.orchestra.dev/rollout': JSON.stringify({
        id: 'lost',
        kind: 'deploy',
        commit: of,
        candidate: revision(of),
        tag: 'lost',
        baseline: [{ revision: revision(A), percent: 100 }],
        write: 2,
        runUrl: 'https://example.com/41',
        actor: 'ann',
        startedAt: '2026-01-01T00:00:00Z',
        ...more,
      }),
    },
  }));
  if (!traffic) expect(fixture.serves(service)).toContain('=50');
}

const CASES: readonly Case[] = [
  {
    name: 'the next commit continues',
    commit: C,
    arrange: (scenario) => lose(scenario, B),
    ends: 'success',
    serves: C,
    check: ({ service }) => expect(tagsOf(fixture, service)).toEqual([]),
  },
  {
    name: 'the next commit fails: the baseline is restored',
    commit: C,
    arrange: async (scenario) => {
      await lose(scenario, B);
      scenario.setBehavior({ startup: 'exits' });
    },
    ends: 'failure',
    serves: A,
  },
  {
    name: 'a hold was set since: the next commit restores the baseline, and says why it goes no further',
    commit: C,
    arrange: async (scenario) => {
      await lose(scenario, B);
      await hold(scenario);
    },
    ends: 'failure',
    serves: A,
    says: /is on hold\. ann put .* No new release was started\. The deploy of b{12} by ann \(https:\/\/example\.com\/41\) was interrupted: s\d+-a{12}-1 serves s\d+ in us-central1 as before it\. To release it/,
    check: ({ service }) => {
      expect(annotationOf(fixture, service, 'hold')).toMatchObject({ by: 'ann' });
      expect(tagsOf(fixture, service)).toEqual([]);
    },
  },
  {
    name: 'a freeze began since: its own re-run restores the baseline',
    commit: B,
    inputs: { freeze: FREEZE },
    arrange: (scenario) => lose(scenario, B, { id: EARLIER }),
    ends: 'failure',
    serves: A,
    says: /Deploys are frozen .*holidays.* No new release was started\. The deploy of b{12} .* was interrupted: .* serves/,
  },
  {
    name: 'a hold was set since: a dry run restores nothing',
    commit: C,
    inputs: { 'dry-run': 'true' },
    arrange: async (scenario) => {
      await lose(scenario, B);
      await hold(scenario);
    },
    ends: 'failure',
    serves: 'a=50 b=50',
    says: /is on hold\. .* Nothing was changed\./,
    unfinished: true,
  },
  {
    name: 'a user has moved the traffic since: an older commit than the lost one is deployed',
    history: [A, B],
    commit: C,
    arrange: (scenario) => {
      const { revision } = scenario;
      const baseline = [{ revision: revision(B), percent: 100 }];
      return lose(scenario, D, { baseline, traffic: [share(revision(A), 100)] });
    },
    ends: 'success',
    serves: C,
  },
  {
    name: 'it may be in progress: an older commit is refused',
    commit: B,
    arrange: (scenario) => lose(scenario, C),
    ends: 'failure',
    serves: 'a=50 c=50',
    says: /Commit b{12} is older than c{12}, which is already being deployed\. Nothing was changed/,
    unfinished: true,
  },
];

describe('a run that was lost', () => {
  test.each(CASES)('$name', (one) => play(fixture, one));

  test('with a hold on another of its services: all are restored', async () => {
    const services = ['lead', 'other'];
    for (const service of services) await fixture.release(service, [A]);
    const member = (service: string) => `us-central1/services/${service}`;
    const image = await fixture.image('two');
    const record = (service: string) => ({
      id: EARLIER,
      kind: 'deploy',
      commit: B,
      candidate: `${service}-${B.slice(0, 12)}-1`,
      baseline: [{ revision: `${service}-${A.slice(0, 12)}-1`, percent: 100 }],
      // The trace check starts at the first write in the log.
      write: 0,
      runUrl: 'https://example.com/41',
      actor: 'ann',
      startedAt: '2026-01-01T00:00:00Z',
      release: {
        format: 2,
        members: services.map(member),
        end: { kind: 'deploy', image, before: {}, after: {} },
      },
    });
    const held = { at: '2026-01-01', by: 'ann', reason: 'incident', runUrl: 'x', revision: 'x', commit: A };
    await annotate('lead', 'rollout', record('lead'));
    await annotate('other', 'hold', held);
    const list = JSON.stringify(services.map((service) => ({ service, image })));
    const result = await fixture.deploy(B, { services: list });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors.map(({ message }) => message).join()).toMatch(/other in us-central1 is on hold\. ann put/);
    expect(fixture.serves('lead')).toMatch(/^lead-a{12}-1=100$/);
    expect(annotationOf(fixture, 'lead', 'rollout')).toBeNull();
  });
});

async function annotate(service: string, name: string, value: object): Promise<void> {
  const { emulator } = fixture;
  const { annotations } = fixture.doc(service);
  const response = await fetch(
    `${emulator.urls.run}/v2/projects/orchestra-dev/locations/us-central1/services/${service}?updateMask=annotations`,
    {
      method: 'PATCH',
      headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        annotations: { ...annotations, [`actions.orchestra.dev/${name}`]: JSON.stringify(value) },
      }),
    },
  );
  expect(response.status, await response.text()).toBe(200);
  await fixture.settled(service);
}
