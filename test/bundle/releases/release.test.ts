/** Releases of several services, through the bundle: all or nothing, jobs, and rollbacks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownerOf } from '../deploy-run/deploy-run.cases.ts';
import { createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, C, createFleet, expectTogether, type Fleet, runBothPhases } from './release.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const later = { GITHUB_RUN_ID: '43' };

const run = (commit: string, inputs: Record<string, string>, env?: Record<string, string>) =>
  runBothPhases(fixture, commit, inputs, env);

const target = (fleet: Fleet, to: string) => ({
  services: JSON.stringify(fleet.names.map((service) => ({ service }))),
  region: fleet.regions.join('\n'),
  'rollback-to': to,
  'probe-passes': '1',
});

describe('several services', () => {
  test('go live together, with one record and a row for each', async () => {
    const fleet = await createFleet(fixture, { services: 3 });
    const result = await run(B, await fleet.inputs());
    expect(result.exitCode, logOf(result)).toBe(0);
    expectTogether(fleet, B, result);
    const all = JSON.parse(result.outputs.services ?? '[]') as Record<string, unknown>[];
    expect(all.map(({ service, region, commit, changed }) => [service, region, commit, changed])).toEqual(
      fleet.names.flatMap((name) => fleet.regions.map((region) => [name, region, B, true])),
    );
    expect(result.summary).toContain('Deploy: 6 services');
    const [lead = ''] = fleet.names;
    const releases = JSON.parse(fixture.doc(lead).annotations?.['actions.orchestra.dev/releases'] ?? '[]');
    expect(result.outputs.release).toBe(releases.at(-1).rollout);
    expect(result.summary).toContain(`✅ All 6 services are live together, as release \`${result.outputs.release}\`.`);
    expect(Object.keys(releases.at(-1).members)).toEqual(
      fleet.names.flatMap((name) => fleet.regions.map((region) => `${region}/services/${name}`)),
    );
  });

  test('a dry run shows the plan of all and changes nothing', async () => {
    const fleet = await createFleet(fixture);
    const docs = () =>
      fleet.names.flatMap((name) => fleet.regions.map((region) => JSON.stringify(fixture.doc(name, region))));
    const before = docs();
    const result = await fixture.deploy(B, await fleet.inputs({ 'dry-run': 'true' }));
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(docs()).toEqual(before);
    for (const name of fleet.names)
      for (const region of fleet.regions) expect(result.log).toContain(`Deploy ${name} in ${region}`);
    expect(result.summary).toContain('Plan: 4 services');
  });

  test('a canary moves all of them step by step, `after` behind the others', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'], services: 3 });
    const [first, second, third] = fleet.names;
    const image = await fixture.image('two');
    const services = JSON.stringify([
      { service: first, image, after: [third] },
      { service: second, image },
      { service: third, image },
    ]);
    const seen: string[] = [];
    const unhook = fixture.emulator.core.calls.onCall(async ({ method, path, query }) => {
      if (method === 'PATCH' && query.includes('traffic') && !query.includes('template'))
        seen.push(path.at(-1) as string);
    });
    const result = await run(
      B,
      await fleet.inputs({ services, strategy: 'canary', steps: '50,100', 'step-interval': '1ms' }),
    );
    unhook();
    expect(result.exitCode, logOf(result)).toBe(0);
    expectTogether(fleet, B, result);
    // At 50 % and at 100 % the first service moves after the third.
    expect(seen.filter((name) => name !== 'b').slice(0, 4)).toEqual(['c', 'a', 'c', 'a']);
  });

  test('the health check of the third fails: all serve the baseline', async () => {
    const fleet = await createFleet(fixture, { services: 3 });
    const sick = await fixture.image('sick');
    fixture.emulator.fakeDriver.setBehavior(sick, { http: () => 500 });
    const image = await fixture.image('two');
    const services = JSON.stringify(fleet.names.map((service, i) => ({ service, image: i === 2 ? sick : image })));
    const result = await run(B, await fleet.inputs({ services, 'probe-timeout': '2s' }));
    expect(result.exitCode).toBe(1);
    expectTogether(fleet, A, result);
    expect(result.errors[0]?.message).toContain(`It failed at ${fleet.names[2]}`);
    expect(result.summary).toContain('❌ Deploy failed: 6 services are deployed together or not at all.');
  });

  test('one of them is new, and fails: the others serve the baseline, and the next run releases all', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const [first = ''] = fleet.names;
    const sick = await fixture.image('sick at first');
    let status = 500;
    fixture.emulator.fakeDriver.setBehavior(sick, { http: () => status });
    const services = JSON.stringify([
      { service: first, image: await fixture.image('two') },
      { service: `${first}new`, image: sick, 'allow-unauthenticated': true },
    ]);
    const inputs = await fleet.inputs({ services, 'probe-timeout': '2s' });
    const result = await run(B, inputs);
    expect(result.exitCode).toBe(1);
    expect(fleet.serves()[0], logOf(result)).toBe('a');
    status = 200;
    const again = await run(B, { ...inputs, 'probe-timeout': '10s' }, { GITHUB_RUN_ATTEMPT: '2' });
    expect(again.exitCode, logOf(again)).toBe(0);
    expect(fleet.serves()[0]).toBe('b');
    expect(fixture.serves(`${first}new`)).toMatch(/-b{12}-\d=100$/);
    expect(fleet.records()).toEqual([]);
  });

  test('two of them cannot be planned: what is wrong with each is named, and nothing is changed', async () => {
    const fleet = await createFleet(fixture, { services: 3 });
    const image = await fixture.image('two');
    const missing = image.replace(/[0-9a-f]{64}$/, '0'.repeat(64));
    const [one, two, three] = fleet.names;
    const services = JSON.stringify([
      { service: one, image },
      { service: two, image: missing },
      { service: three, image, secrets: { TOKEN: 'nothing' } },
    ]);
    const result = await run(B, await fleet.inputs({ services }));
    expect(result.exitCode).toBe(1);
    const wrong = result.errors.map(({ message }) => message).join('\n');
    expect(wrong).toMatch(
      /Image: .*@sha256:0+ does not exist in the registry[\s\S]*TOKEN: the secret .*\/nothing, version/,
    );
    expect(wrong.match(/does not exist/g)).toHaveLength(2);
    expectTogether(fleet, A, result);
  });

  test('problems of all entries are reported together, by entry', async () => {
    const services = JSON.stringify([
      { service: 'One', image: 'x:latest' },
      { service: 'two', imagee: 'x' },
    ]);
    const result = await fixture.deploy(B, { services });
    const messages = result.errors.map(({ message }) => message).join('\n');
    expect(messages).toContain('Input services, One, service');
    expect(messages).toContain('Input services, One, image');
    expect(messages).toContain('Input services, two, imagee: is not an input of this action. Did you mean image?');
  });

  test('each has its own policy, which weakens no other one', async () => {
    const image = await fixture.image('two');
    const env = '\n            - name: API_PASSWORD\n              value: hunter2hunter2';
    const entries = ['lax', 'strict'].map((name) => ({
      manifest: fixture.file(`${name}.yaml`, fixture.manifest({ name, env })),
      image,
    }));
    const deploy = (...policies: object[]) =>
      fixture.deploy(B, {
        'dry-run': 'true',
        services: JSON.stringify(entries.map((entry, i) => ({ ...entry, ...policies[i] }))),
      });
    const refused = await deploy({ policy: 'warn' });
    expect(refused.exitCode, logOf(refused)).toBe(1);
    expect(refused.errors.map(({ file }) => file)).toEqual(['strict.yaml']);
    const warned = await deploy({ policy: 'warn' }, { policy: 'warn' });
    expect(warned.exitCode, logOf(warned)).toBe(0);
    expect(warned.warnings.map(({ file }) => file)).toEqual(['lax.yaml', 'strict.yaml']);
  });
});

describe('a rollback of several services', () => {
  test('returns to the previous combination, and does not change services that are equal in both', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'], services: 3 });
    const first = await run(B, await fleet.inputs());
    expect(first.exitCode, logOf(first)).toBe(0);
    const [one = '', two = '', three = ''] = fleet.names;
    const image = await fixture.image('three');
    const unchanged = await fixture.image('two');
    const services = JSON.stringify([
      { service: one, image },
      { service: two, image },
      { service: three, image: unchanged },
    ]);
    const second = await run(C, await fleet.inputs({ services }));
    expect(second.exitCode, logOf(second)).toBe(0);
    expect(fleet.serves()).toEqual(['c', 'c', 'b']);
    const before = JSON.stringify(fixture.doc(three));
    const result = await run(C, target(fleet, 'previous'));
    expect(result.exitCode, logOf(result)).toBe(0);
    expectTogether(fleet, B, result);
    expect(JSON.stringify(fixture.doc(three))).toBe(before);
    expect(fleet.holds()).toEqual([`us-central1/${one}`, `us-central1/${two}`]);
    const blocked = await run(C, await fleet.inputs({ services }), later);
    expect(blocked.errors[0]?.message).toContain('is on hold');
  });

  test('by commit, and by the id of the release', async () => {
    const fleet = await createFleet(fixture);
    for (const commit of [B, C]) {
      const image = await fixture.image(`of ${commit}`);
      const services = JSON.stringify(fleet.names.map((service) => ({ service, image })));
      const result = await run(commit, await fleet.inputs({ services }));
      expect(result.exitCode, logOf(result)).toBe(0);
    }
    const releases = JSON.parse(fixture.doc(fleet.names[0]).annotations?.['actions.orchestra.dev/releases'] ?? '[]');
    const byId = await run(C, target(fleet, releases.at(-2).rollout));
    expect(byId.exitCode, logOf(byId)).toBe(0);
    expectTogether(fleet, B, byId);
    const byCommit = await run(C, target(fleet, A.slice(0, 12)));
    expect(byCommit.exitCode, logOf(byCommit)).toBe(0);
    expectTogether(fleet, A, byCommit);
  });

  test('of only one of them says that the others stay', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const released = await run(B, await fleet.inputs());
    expect(released.exitCode, logOf(released)).toBe(0);
    const result = await run(B, { service: fleet.names[1] as string, 'rollback-to': 'previous', 'probe-passes': '1' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(fleet.serves()).toEqual(['b', 'a']);
    expect(result.summary).toContain('was released together with other services');
  });

  test('a combination that never ran is refused', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const [one = '', two = ''] = fleet.names;
    for (const [name, commit] of [
      [one, B],
      [two, C],
    ] as const) {
      const alone = await run(commit, {
        service: name,
        image: await fixture.image(`of ${name}`),
        'probe-path': '/health',
      });
      expect(alone.exitCode, logOf(alone)).toBe(0);
    }
    const result = await run(C, target(fleet, B));
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toMatch(/never ran/);
    expect(fleet.serves()).toEqual(['b', 'c']);
  });

  test('with a region and a service that were new in it: those stay, and the others return together', async () => {
    const fleet = await createFleet(fixture, { services: 1 });
    const [one = ''] = fleet.names;
    const region = [...fleet.regions, 'asia-east1'].join('\n');
    const names = [one, `${one}-new`];
    const image = await fixture.image('two');
    const services = names.map((service) => ({ service, image }));
    const inputs = {
      ...target(fleet, 'previous'),
      region,
      services: JSON.stringify(names.map((service) => ({ service }))),
    };
    const added = await run(B, { ...(await fleet.inputs({ region })), services: JSON.stringify(services) });
    expect(added.exitCode, logOf(added)).toBe(0);
    const refused = await run(B, inputs, later);
    expect(refused.errors[0]?.message).toContain('set on-unknown-combination: warn');
    expect(fleet.together()).toBe('b');
    const back = await run(B, { ...inputs, 'on-unknown-combination': 'warn' }, later);
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(fleet.together()).toBe('a');
    expect(back.log).toContain(`${one} in asia-east1 was released for the first time after the combination`);
    expect(back.summary).toContain(`${one}-new stays on ${one}-new-bbbbbbbbbbbb-1, which the rollback leaves alone.`);
    for (const name of names) expect(fixture.serves(name, 'asia-east1')).toBe(`${name}-bbbbbbbbbbbb-1=100`);
    expect(fixture.serves(`${one}-new`)).toBe(`${one}-new-bbbbbbbbbbbb-1=100`);
    expect(fleet.holds()).toHaveLength(2);
  });

  test('where no combination is recorded, each returns to its own previous release only if the caller says so', async () => {
    const one = await createFleet(fixture, { regions: ['us-central1'], services: 1, history: [A, B] });
    const two = await createFleet(fixture, { regions: ['us-central1'], services: 1, history: ['d'.repeat(40), C] });
    const names = [...one.names, ...two.names];
    const back = {
      services: JSON.stringify(names.map((service) => ({ service }))),
      'rollback-to': 'previous',
      'probe-passes': '1',
    };
    const refused = await run(C, back);
    expect(refused.errors[0]?.message).toContain('no earlier combination of these services is recorded');
    const result = await run(C, { ...back, 'on-unknown-combination': 'warn' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect([...one.serves(), ...two.serves()]).toEqual(['a', 'd']);
    expect(result.summary).toContain('These may never have run together');
  });
});

describe('jobs of a release', () => {
  const MANIFEST = `
apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: NAME
spec:
  template:
    spec:
      template:
        spec:
          containers:
            - image: us-central1-docker.pkg.dev/orchestra-dev/orchestra/server:latest
`;

  /** A job whose image exits with a code; `seen` holds what served and its variables at each run. */
  async function createJob(fleet: Fleet, name: string, exitCode: number) {
    const seen: { serves: string; env: Readonly<Record<string, string>> }[] = [];
    const image = await fixture.image(`image of ${fleet.names[0]} ${name}`);
    fixture.emulator.fakeDriver.setBehavior(image, {
      run: ({ env }) => {
        seen.push({ serves: fleet.together(), env });
        return { exitCode };
      },
    });
    const job = `${fleet.names[0]}-${name}`;
    return { seen, entry: { manifest: fixture.file(`${job}.yaml`, MANIFEST.replace('NAME', job)), image } };
  }

  test('run before and after the traffic moves, with the URLs of the candidates', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const before = await createJob(fleet, 'before', 0);
    const after = await createJob(fleet, 'after', 0);
    const jobs = JSON.stringify([
      { ...before.entry, when: 'before-traffic' },
      { ...after.entry, when: 'after-traffic' },
    ]);
    const result = await run(B, await fleet.inputs({ jobs }));
    expect(result.exitCode, logOf(result)).toBe(0);
    expectTogether(fleet, B, result);
    expect(before.seen.map(({ serves }) => serves)).toEqual(['a']);
    expect(after.seen.map(({ serves }) => serves)).toEqual(['b']);
    for (const name of fleet.names)
      expect(before.seen[0]?.env[`URL_${name.toUpperCase()}`]).toMatch(/^https?:\/\/cb{7}---/);
  });

  test.each<[string, string, object, string]>([
    ['before traffic: all serve the baseline', 'before-traffic', {}, A],
    ['after traffic: the step fails, all serve the new revisions', 'after-traffic', {}, B],
    ['after traffic, to be restored: all serve the baseline', 'after-traffic', { 'on-failure': 'restore' }, A],
  ])('that fail %s', async (_, when, more, serves) => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const { entry } = await createJob(fleet, 'sick', 1);
    const result = await run(B, await fleet.inputs({ jobs: JSON.stringify([{ ...entry, when, ...more }]) }));
    expect(result.exitCode).toBe(1);
    expect(result.errors.map(({ message }) => message).join('\n'), logOf(result)).toContain(
      '0 of 1 tasks succeeded, 1 failed',
    );
    expectTogether(fleet, serves, result);
  });

  test('without a service they are deployed in their order, and a failure fails the step', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const one = await createJob(fleet, 'one', 0);
    const two = await createJob(fleet, 'two', 0);
    const sick = await createJob(fleet, 'sick', 1);
    const entry = (job: typeof one, execute = true) => ({ ...job.entry, when: 'before-traffic', execute });
    const alone = (jobs: object[]) => ({ region: 'us-central1', jobs: JSON.stringify(jobs) });
    const result = await run(B, alone([entry(one), entry(two, false)]));
    expect(result.exitCode, logOf(result)).toBe(0);
    expect([one.seen.length, two.seen.length]).toEqual([1, 0]);
    expect(result.summary).toContain(`${fleet.names[0]}-two`);
    const failed = await run(B, alone([entry(sick), entry(two)]));
    expect(failed.exitCode).toBe(1);
    expect(two.seen).toEqual([]);
    expectTogether(fleet, A, result);
  });

  test('problems of their entries are reported', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const jobs = JSON.stringify([{ manifest: 'job.yaml', when: 'later' }]);
    const result = await fixture.deploy(B, await fleet.inputs({ jobs }));
    expect(result.errors[0]?.message).toContain(
      'Input jobs: job.yaml: when is before-traffic or after-traffic, got later.',
    );
    const back = await fixture.deploy(B, { service: fleet.names[0] as string, 'rollback-to': 'previous', jobs });
    expect(back.errors.map(({ message }) => message).join()).toContain('Input jobs');
  });
});

test('a rollback to a combination of which one revision is gone: all are restored, without a hold', async () => {
  const fleet = await createFleet(fixture, { regions: ['us-central1'] });
  const released = await run(B, await fleet.inputs());
  expect(released.exitCode, logOf(released)).toBe(0);
  const [, two = ''] = fleet.names;
  const gone = `${two}-${A.slice(0, 12)}-1`;
  ownerOf(fixture, two).revisions.delete(gone);
  const result = await run(B, target(fleet, 'previous'));
  expect(result.exitCode, logOf(result)).toBe(1);
  expect(result.errors.map(({ message }) => message).join()).toContain(`the revision ${gone} no longer exists`);
  expect(result.summary).toMatch(/serves \S+ in us-central1 as before\./);
  expectTogether(fleet, B, result);
  expect(fleet.holds()).toEqual([]);
});
