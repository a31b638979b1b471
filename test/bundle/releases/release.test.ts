/** Several services and regions as one release: they go live together or not at all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { createFixture, type Fixture, said } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, C, createFleet, FAST, type Fleet } from './release.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const later = { GITHUB_RUN_ID: '43' };

/** Main and post, as the runner runs them. */
async function run(
  commit: string,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
): Promise<StepResult> {
  const main = await fixture.deploy(commit, inputs, { env });
  const post = await fixture.post(commit, inputs, main.state);
  expect(post.exitCode, `${said(main)}\n${said(post)}`).toBe(0);
  return main;
}

/** Nothing of a release is left: one commit serves everywhere, and no record stands. */
function expectTogether(fleet: Fleet, commit: string, result: StepResult): void {
  expect(fleet.together(), said(result)).toBe(commit[0]);
  expect(fleet.records(), said(result)).toEqual([]);
}

describe('several services', () => {
  test('go live together, with one record and a row for each', async () => {
    const fleet = await createFleet(fixture, { services: 3 });
    const result = await run(B, await fleet.inputs());
    expect(result.exitCode, said(result)).toBe(0);
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
    const before = fleet.names.map((name) => JSON.stringify(fixture.doc(name)));
    const result = await fixture.deploy(B, await fleet.inputs({ 'dry-run': 'true' }));
    expect(result.exitCode, said(result)).toBe(0);
    expect(fleet.names.map((name) => JSON.stringify(fixture.doc(name)))).toEqual(before);
    for (const name of fleet.names) expect(result.log).toContain(`Deploy ${name} in us-central1`);
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
    expect(result.exitCode, said(result)).toBe(0);
    expectTogether(fleet, B, result);
    // At 50 % and at 100 % the first service moves after the third.
    expect(seen.filter((name) => name !== 'b').slice(0, 4)).toEqual(['c', 'a', 'c', 'a']);
  });

  test('the health check of the third fails: all serve the baseline', async () => {
    const fleet = await createFleet(fixture, { services: 3 });
    const sick = await fixture.image('sick');
    fixture.emulator.fakeDriver.setBehaviour(sick, { http: () => 500 });
    const image = await fixture.image('two');
    const services = JSON.stringify(fleet.names.map((service, i) => ({ service, image: i === 2 ? sick : image })));
    const result = await run(B, await fleet.inputs({ services, 'probe-timeout': '300ms' }));
    expect(result.exitCode).toBe(1);
    expectTogether(fleet, A, result);
    expect(result.errors[0]?.message).toContain(`It failed at ${fleet.names[2]}`);
    expect(result.summary).toContain('❌ Deploy failed: 6 services go together or not at all.');
  });

  test('one of them is new, and fails: the others serve the baseline, and the next run releases all', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const [first = ''] = fleet.names;
    const sick = await fixture.image('sick at first');
    let status = 500;
    fixture.emulator.fakeDriver.setBehaviour(sick, { http: () => status });
    const services = JSON.stringify([
      { service: first, image: await fixture.image('two') },
      { service: `${first}new`, image: sick, 'allow-unauthenticated': true },
    ]);
    const inputs = await fleet.inputs({ services, 'probe-timeout': '300ms' });
    const result = await run(B, inputs);
    expect(result.exitCode).toBe(1);
    expect(fleet.serves()[0], said(result)).toBe('a');
    status = 200;
    const again = await run(B, { ...inputs, 'probe-timeout': '10s' }, { GITHUB_RUN_ATTEMPT: '2' });
    expect(again.exitCode, said(again)).toBe(0);
    expect(fleet.serves()[0]).toBe('b');
    expect(fixture.serves(`${first}new`)).toMatch(/-b{12}-\d=100$/);
    expect(fleet.records()).toEqual([]);
  });

  test('one of them cannot be planned: nothing is changed', async () => {
    const fleet = await createFleet(fixture);
    const image = await fixture.image('two');
    const missing = image.replace(/[0-9a-f]{64}$/, '0'.repeat(64));
    const services = JSON.stringify(fleet.names.map((service, i) => ({ service, image: i === 1 ? missing : image })));
    const result = await run(B, await fleet.inputs({ services }));
    expect(result.exitCode).toBe(1);
    expectTogether(fleet, A, result);
  });

  test('problems of all entries are told at once, by entry', async () => {
    const services = JSON.stringify([
      { service: 'One', image: 'x:latest' },
      { service: 'two', imagee: 'x' },
    ]);
    const result = await fixture.deploy(B, { services });
    const said = result.errors.map(({ message }) => message).join('\n');
    expect(said).toContain('Input services, One, service');
    expect(said).toContain('Input services, One, image');
    expect(said).toContain('Input services, two, imagee: is not an input of this action. Did you mean image?');
  });
});

describe('other runs meanwhile', () => {
  const CANARY = { strategy: 'canary', steps: '50,100', 'step-interval': '3s' };
  const isHalf = (fleet: Fleet) => fleet.serves().every((one) => one === 'a=50 b=50');

  /** Acts once, as soon as the services are so. */
  function when(state: () => boolean, act: () => void): () => void {
    let acted = false;
    return fixture.emulator.core.calls.onCall(async () => {
      if (acted || !state()) return;
      acted = true;
      act();
    });
  }

  test.each<[string, (fleet: Fleet, image: string) => Record<string, string>]>([
    ['a deploy of one member', ({ names }, image) => ({ service: names[1] as string, image, 'probe-path': '/health' })],
    [
      'another release',
      ({ names }, image) => ({ services: JSON.stringify(names.map((service) => ({ service, image }))) }),
    ],
  ])('%s is refused while a release is under way', async (_, of) => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const image = await fixture.image('two');
    let other: Promise<StepResult> | undefined;
    const { promise: watching, resolve } = Promise.withResolvers<void>();
    const onOutput = (text: string) => {
      if (text.includes('Watching for a minute')) resolve();
    };
    const unhook = when(
      () => isHalf(fleet),
      () => {
        other = fixture.deploy(C, of(fleet, image), { env: later, onOutput });
      },
    );
    // The release goes on once the other one has found it.
    const unhold = fixture.emulator.core.calls.onCall(async ({ method, query }) => {
      if (method === 'PATCH' && !query.includes('validateOnly') && isHalf(fleet)) await watching;
    });
    const running = await run(B, await fleet.inputs({ ...CANARY, 'step-interval': '1ms' }));
    unhook();
    unhold();
    const refused = (await other) as StepResult;
    expect(running.exitCode, said(running)).toBe(0);
    expect(refused.exitCode, said(refused)).toBe(1);
    expect(refused.errors[0]?.message).toMatch(/^The deploy of b{12} by octocat .* is under way on /);
    expectTogether(fleet, B, refused);
  });

  test('two releases that begin at the same moment leave one commit, and nothing of the other', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const reversed = [...fleet.names].reverse();
    const image = await fixture.image('three');
    const services = JSON.stringify(reversed.map((service) => ({ service, image })));
    const [one, two] = await Promise.all([
      fixture.deploy(B, await fleet.inputs(), { env: { GITHUB_RUN_ID: '1' } }),
      fixture.deploy(C, await fleet.inputs({ services }), { env: { GITHUB_RUN_ID: '2' } }),
    ]);
    const both = `${said(one)}\n${said(two)}`;
    expect(both).not.toContain('This is a bug');
    expect(['a', 'b', 'c'], both).toContain(fleet.together());
    expect(fleet.records(), both).toEqual([]);
  });

  test('a rollback ends a release that is under way, and all serve what was before', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const back = { services: JSON.stringify(fleet.names.map((service) => ({ service }))), 'rollback-to': 'previous' };
    let rollback: Promise<StepResult> | undefined;
    const unhook = when(
      () => isHalf(fleet),
      () => {
        rollback = fixture.deploy(B, back, { env: later });
      },
    );
    const result = await run(B, await fleet.inputs(CANARY));
    unhook();
    const rolledBack = (await rollback) as StepResult;
    expect(result.exitCode, said(result)).toBe(1);
    expect(rolledBack.exitCode, said(rolledBack)).toBe(0);
    expectTogether(fleet, A, rolledBack);
    expect(fleet.holds()).toHaveLength(2);
  });

  test('a dry run beside a release that is under way says that the rollback ends it first', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const back = { services: JSON.stringify(fleet.names.map((service) => ({ service }))), 'rollback-to': 'previous' };
    let plan: Promise<StepResult> | undefined;
    const unhook = when(
      () => isHalf(fleet),
      () => {
        plan = fixture.deploy(B, { ...back, 'dry-run': 'true' }, { env: later });
      },
    );
    const result = await run(B, await fleet.inputs(CANARY));
    unhook();
    const planned = (await plan) as StepResult;
    expect(result.exitCode, said(result)).toBe(0);
    expect(planned.exitCode, said(planned)).toBe(0);
    expect(planned.log).toContain('The rollback ends it first');
    expect(planned.summary).toContain('Dry run: nothing was changed');
    expect(fleet.holds()).toEqual([]);
  });

  test('a hold on one member stops all of them, those before it, too', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const [first = '', second = ''] = fleet.names;
    const image = await fixture.image('two');
    const services = JSON.stringify([
      { service: first, image },
      { service: second, image, after: [first] },
    ]);
    let held: Promise<StepResult> | undefined;
    const unhook = when(
      () => isHalf(fleet),
      () => {
        held = fixture.deploy(B, { service: second, hold: 'true', reason: 'freeze' }, { env: later });
      },
    );
    const moved: string[] = [];
    const unwatch = fixture.emulator.core.calls.onCall(async () => {
      if (fleet.serves()[0] === 'b') moved.push(first);
    });
    const result = await run(B, await fleet.inputs({ ...CANARY, services }));
    unhook();
    unwatch();
    const hold = (await held) as StepResult;
    expect(hold.exitCode, said(hold)).toBe(0);
    expect(result.exitCode, said(result)).toBe(1);
    expectTogether(fleet, A, result);
    expect(moved).toEqual([]);
  });

  test('the claim of a release that another one was faster than stops it', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const [lead = ''] = fleet.names;
    const image = await fixture.image('three');
    const services = JSON.stringify(fleet.names.map((service) => ({ service, image })));
    const faster = await fleet.inputs({ ...CANARY, services });
    let other: Promise<StepResult> | undefined;
    const unhook = fixture.emulator.core.calls.onCall(async ({ method, path, query }) => {
      const claims = method === 'PATCH' && path.endsWith(lead) && !query.includes('validateOnly');
      if (!claims || other) return;
      other = fixture.deploy(C, faster, { env: later });
      while (fleet.records().length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    });
    const result = await run(B, await fleet.inputs());
    unhook();
    const winner = (await other) as StepResult;
    expect(winner.exitCode, said(winner)).toBe(0);
    expect(result.exitCode, said(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(/^The deploy of c{12} by octocat .* has taken over .* meanwhile/);
    expectTogether(fleet, C, result);
  });

  test('cancelled between the steps of two services: all serve the baseline', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'], services: 3 });
    const image = await fixture.image('two');
    const services = JSON.stringify(
      fleet.names.map((service, i) => ({ service, image, after: fleet.names.slice(0, i).slice(-1) })),
    );
    let cancel = () => {};
    const unhook = when(
      () => fleet.serves().join() === 'b,a,a',
      () => cancel(),
    );
    const main = await fixture.deploy(B, await fleet.inputs({ services }), {
      onStart: (child) => {
        cancel = () => child.kill('SIGINT');
      },
    });
    unhook();
    expect(main.exitCode, said(main)).toBe(1);
    expect(main.errors[0]?.message).toContain('was cancelled');
    expectTogether(fleet, A, main);
  });

  test.each<[string, (fleet: Fleet) => boolean, string]>([
    [
      'before the commit point: all go back, and the re-run releases all',
      (fleet) => fleet.serves().includes('a=50 b=50'),
      A,
    ],
    ['after the commit point: all go forward', (fleet) => fleet.together() === 'b' && fleet.records().length === 3, B],
  ])('killed %s', async (_, state, restored) => {
    const fleet = await createFleet(fixture);
    const image = await fixture.image('two');
    // Labels of a service are set by the last write.
    const services = JSON.stringify(fleet.names.map((service) => ({ service, image, labels: { team: 'shop' } })));
    const inputs = await fleet.inputs({ services, strategy: 'canary', steps: '50,100', 'step-interval': '1ms' });
    let kill = () => {};
    const unhook = when(
      () => state(fleet),
      () => kill(),
    );
    const main = await fixture.deploy(B, inputs, {
      onStart: (child) => {
        kill = () => child.kill('SIGKILL');
      },
    });
    unhook();
    expect(main.signal).toBe('SIGKILL');
    await fleet.settled();
    const post = await fixture.post(B, inputs, main.state);
    expect(post.exitCode, said(post)).toBe(0);
    expectTogether(fleet, restored, post);
    const labels = fleet.names.map((name) => fixture.doc(name, 'europe-west1').labels?.team);
    expect(labels).toEqual(fleet.names.map(() => (restored === B ? 'shop' : undefined)));
    const again = await run(B, inputs, { GITHUB_RUN_ATTEMPT: '2' });
    expect(again.exitCode, said(again)).toBe(0);
    expectTogether(fleet, B, again);
  });
});

describe('a rollback of several services', () => {
  const target = (fleet: Fleet, to: string) => ({
    services: JSON.stringify(fleet.names.map((service) => ({ service }))),
    region: fleet.regions.join('\n'),
    'rollback-to': to,
    'probe-passes': '1',
  });

  test('returns to the combination before, and leaves alone what is the same in both', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'], services: 3 });
    const first = await run(B, await fleet.inputs());
    expect(first.exitCode, said(first)).toBe(0);
    const [one = '', two = '', three = ''] = fleet.names;
    const image = await fixture.image('three');
    const unchanged = await fixture.image('two');
    const services = JSON.stringify([
      { service: one, image },
      { service: two, image },
      { service: three, image: unchanged },
    ]);
    const second = await run(C, await fleet.inputs({ services }));
    expect(second.exitCode, said(second)).toBe(0);
    expect(fleet.serves()).toEqual(['c', 'c', 'b']);
    const before = JSON.stringify(fixture.doc(three));
    const result = await run(C, target(fleet, 'previous'));
    expect(result.exitCode, said(result)).toBe(0);
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
      expect(result.exitCode, said(result)).toBe(0);
    }
    const releases = JSON.parse(fixture.doc(fleet.names[0]).annotations?.['actions.orchestra.dev/releases'] ?? '[]');
    const byId = await run(C, target(fleet, releases.at(-2).rollout));
    expect(byId.exitCode, said(byId)).toBe(0);
    expectTogether(fleet, B, byId);
    const byCommit = await run(C, target(fleet, A.slice(0, 12)));
    expect(byCommit.exitCode, said(byCommit)).toBe(0);
    expectTogether(fleet, A, byCommit);
  });

  test('of one of them alone says that the others stay', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const released = await run(B, await fleet.inputs());
    expect(released.exitCode, said(released)).toBe(0);
    const result = await run(B, { service: fleet.names[1] as string, 'rollback-to': 'previous', 'probe-passes': '1' });
    expect(result.exitCode, said(result)).toBe(0);
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
      expect(alone.exitCode, said(alone)).toBe(0);
    }
    const result = await run(C, target(fleet, B));
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toMatch(/never ran/);
    expect(fleet.serves()).toEqual(['b', 'c']);
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
    expect(result.exitCode, said(result)).toBe(0);
    expect([...one.serves(), ...two.serves()]).toEqual(['a', 'd']);
    expect(result.summary).toContain('These may never have run together');
  });
});

describe('one region is down', () => {
  test.each<[string, string]>([
    ['that of the lead', 'us-central1'],
    ['another one', 'europe-west1'],
  ])('%s, from 50 %% on: the others go back at once, and `post` brings it back', async (_, down) => {
    const fleet = await createFleet(fixture);
    const inputs = await fleet.inputs({ strategy: 'canary', steps: '50,100', 'step-interval': '1ms', timeout: '60s' });
    let failing = false;
    const unhook = fixture.emulator.core.calls.onCall(async () => {
      if (failing || !fleet.serves().every((one) => one === 'a=50 b=50')) return;
      failing = true;
      fixture.emulator.core.faults.add({ api: 'run', path: `locations/${down}/`, status: 503, times: -1 });
    });
    const main = await fixture.deploy(B, inputs, { env: FAST });
    unhook();
    expect(main.exitCode, said(main)).toBe(1);
    const up = fleet.regions.find((region) => region !== down) as string;
    for (const name of fleet.names) {
      expect(fixture.serves(name, up), said(main)).toMatch(/-a{12}-1=100$/);
      expect(main.errors.map(({ message }) => message).join('\n'), said(main)).toContain(
        `The traffic of ${name} in ${down} could not be restored`,
      );
      expect(main.summary).toMatch(new RegExp(`\\| ${name} \\| ${down} \\| .* \\| unknown \\|`));
    }
    fixture.emulator.core.faults.clear();
    const post = await fixture.post(B, inputs, main.state);
    expect(post.exitCode, said(post)).toBe(0);
    expectTogether(fleet, A, post);
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

  /** A job whose image exits with a code; `seen` is what served, and its variables, whenever it ran. */
  async function createJob(fleet: Fleet, name: string, exitCode: number) {
    const seen: { serves: string; env: Readonly<Record<string, string>> }[] = [];
    const image = await fixture.image(`image of ${fleet.names[0]} ${name}`);
    fixture.emulator.fakeDriver.setBehaviour(image, {
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
    expect(result.exitCode, said(result)).toBe(0);
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
    expect(result.errors.map(({ message }) => message).join('\n'), said(result)).toContain(
      '0 of 1 tasks succeeded, 1 failed',
    );
    expectTogether(fleet, serves, result);
  });

  test('without a service they are deployed alone, in their order, and a failure fails the step', async () => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const one = await createJob(fleet, 'one', 0);
    const two = await createJob(fleet, 'two', 0);
    const sick = await createJob(fleet, 'sick', 1);
    const entry = (job: typeof one, execute = true) => ({ ...job.entry, when: 'before-traffic', execute });
    const alone = (jobs: object[]) => ({ region: 'us-central1', jobs: JSON.stringify(jobs) });
    const result = await run(B, alone([entry(one), entry(two, false)]));
    expect(result.exitCode, said(result)).toBe(0);
    expect([one.seen.length, two.seen.length]).toEqual([1, 0]);
    expect(result.summary).toContain(`${fleet.names[0]}-two`);
    const failed = await run(B, alone([entry(sick), entry(two)]));
    expect(failed.exitCode).toBe(1);
    expect(two.seen).toEqual([]);
    expectTogether(fleet, A, result);
  });

  test('problems of their entries are told', async () => {
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
