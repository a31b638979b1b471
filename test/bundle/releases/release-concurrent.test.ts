/** Releases of several services during concurrent changes and regional outages, through the bundle. */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, C, createFleet, expectTogether, FAST, type Fleet, runBothPhases } from './release.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const later = { GITHUB_RUN_ID: '43' };

const run = (commit: string, inputs: Record<string, string>, env?: Record<string, string>) =>
  runBothPhases(fixture, commit, inputs, env);

/** Runs `act` once, as soon as the services are in this state. */
function when(state: () => boolean, act: () => void): () => void {
  let acted = false;
  return fixture.emulator.core.calls.onCall(async () => {
    if (acted || !state()) return;
    acted = true;
    act();
  });
}

describe('concurrent runs', () => {
  const CANARY = { strategy: 'canary', steps: '50,100', 'step-interval': '3s' };
  const isHalf = (fleet: Fleet) => fleet.serves().every((one) => one === 'a=50 b=50');
  const waitAtHalf = (fleet: Fleet, done: () => Promise<unknown> | undefined) =>
    fixture.emulator.core.calls.onCall(async ({ method, query }) => {
      if (method === 'PATCH' && !query.includes('validateOnly') && isHalf(fleet)) await done();
    });

  test.each<[string, (fleet: Fleet, image: string) => Record<string, string>]>([
    ['a deploy of one member', ({ names }, image) => ({ service: names[1] as string, image, 'probe-path': '/health' })],
    [
      'another release',
      ({ names }, image) => ({ services: JSON.stringify(names.map((service) => ({ service, image }))) }),
    ],
  ])('%s is refused while a release is in progress', async (_, of) => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const image = await fixture.image('two');
    let other: Promise<StepResult> | undefined;
    const { promise: watching, resolve } = Promise.withResolvers<void>();
    const onOutput = (text: string) => {
      if (text.includes('Waiting for a minute')) resolve();
    };
    const unhook = when(
      () => isHalf(fleet),
      () => {
        other = fixture.deploy(C, of(fleet, image), { env: later, onOutput });
      },
    );
    const unhold = waitAtHalf(fleet, () => watching);
    const running = await run(B, await fleet.inputs({ ...CANARY, 'step-interval': '1ms' }));
    unhook();
    unhold();
    const refused = (await other) as StepResult;
    expect(running.exitCode, logOf(running)).toBe(0);
    expect(refused.exitCode, logOf(refused)).toBe(1);
    expect(refused.errors[0]?.message).toMatch(/^The deploy of b{12} by octocat .* is in progress on /);
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
    const both = `${logOf(one)}\n${logOf(two)}`;
    expect(both).not.toContain('This is a bug');
    expect(['a', 'b', 'c'], both).toContain(fleet.together());
    expect(fleet.records(), both).toEqual([]);
  });

  test('a rollback ends a release in progress, and restores all', async () => {
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
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(rolledBack.exitCode, logOf(rolledBack)).toBe(0);
    expectTogether(fleet, A, rolledBack);
    expect(fleet.holds()).toHaveLength(2);
  });

  test.each<[string, Record<string, string>]>([
    ['The rollback ends it first', { 'rollback-to': 'previous' }],
    ['The deploy ends it first', { strategy: 'canary' }],
  ])('a dry run during a release says: %s', async (expected, more) => {
    const fleet = await createFleet(fixture, { regions: ['us-central1'] });
    const image = await fixture.image('three');
    const entry = (service: string) => ({ service, ...(more.strategy && { image }) });
    const back = { services: JSON.stringify(fleet.names.map(entry)), ...more };
    let plan: Promise<StepResult> | undefined;
    const unhook = when(
      () => isHalf(fleet),
      () => {
        plan = fixture.deploy(more.strategy ? C : B, { ...back, 'dry-run': 'true' }, { env: later });
      },
    );
    const unhold = waitAtHalf(fleet, () => plan);
    const result = await run(B, await fleet.inputs({ ...CANARY, 'step-interval': '1ms' }));
    unhook();
    unhold();
    const planned = (await plan) as StepResult;
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(planned.exitCode, logOf(planned)).toBe(0);
    expect(planned.log).toContain(expected);
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
    expect(hold.exitCode, logOf(hold)).toBe(0);
    expect(result.exitCode, logOf(result)).toBe(1);
    expectTogether(fleet, A, result);
    expect(moved).toEqual([]);
  });

  test('a release stops if another one has claimed the services first', async () => {
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
    expect(winner.exitCode, logOf(winner)).toBe(0);
    expect(result.exitCode, logOf(result)).toBe(1);
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
    expect(main.exitCode, logOf(main)).toBe(1);
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
    // The last write sets the labels of a service.
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
    expect(post.exitCode, logOf(post)).toBe(0);
    expectTogether(fleet, restored, post);
    const labels = fleet.names.map((name) => fixture.doc(name, 'europe-west1').labels?.team);
    expect(labels).toEqual(fleet.names.map(() => (restored === B ? 'shop' : undefined)));
    const again = await run(B, inputs, { GITHUB_RUN_ATTEMPT: '2' });
    expect(again.exitCode, logOf(again)).toBe(0);
    expectTogether(fleet, B, again);
  });
});

test.each([
  ['a re-run', { GITHUB_RUN_ATTEMPT: '2' }],
  ['another rollback', { GITHUB_RUN_ID: '44' }],
])('a rollback that was killed between two services is done by %s', async (_, env) => {
  const fleet = await createFleet(fixture, { regions: ['us-central1'], history: [A, B] });
  const back = { services: JSON.stringify(fleet.names.map((service) => ({ service }))), 'rollback-to': 'previous' };
  let kill = () => {};
  const unhook = when(
    () => fleet.serves().includes('a'),
    () => kill(),
  );
  const onStart = (child: ChildProcess) => {
    kill = () => child.kill('SIGKILL');
  };
  const main = await fixture.deploy(B, back, { env: later, onStart });
  unhook();
  expect(main.signal).toBe('SIGKILL');
  await fleet.settled();
  const again = await run(B, back, { ...later, ...env });
  expect(again.exitCode, logOf(again)).toBe(0);
  expectTogether(fleet, A, again);
  expect(fleet.holds()).toHaveLength(2);
});

describe('one region is down', () => {
  test.each<[string, string]>([
    ['that of the lead', 'us-central1'],
    ['another one', 'europe-west1'],
  ])('%s, from 50 %% on: the others are restored at once, and `post` restores it', async (_, down) => {
    const fleet = await createFleet(fixture);
    // Ten seconds: its clock runs twenty times as fast.
    const inputs = await fleet.inputs({ strategy: 'canary', steps: '50,100', 'step-interval': '1ms', timeout: '200s' });
    let failing = false;
    const unhook = fixture.emulator.core.calls.onCall(async () => {
      if (failing || !fleet.serves().every((one) => one === 'a=50 b=50')) return;
      failing = true;
      fixture.emulator.core.faults.add({ api: 'run', path: `locations/${down}/`, status: 503, times: -1 });
    });
    const main = await fixture.deploy(B, inputs, { env: FAST });
    unhook();
    expect(main.exitCode, logOf(main)).toBe(1);
    const up = fleet.regions.find((region) => region !== down) as string;
    for (const name of fleet.names) {
      expect(fixture.serves(name, up), logOf(main)).toMatch(/-a{12}-1=100$/);
      expect(main.errors.map(({ message }) => message).join('\n'), logOf(main)).toContain(
        `The traffic of ${name} in ${down} could not be restored`,
      );
      expect(main.summary).toMatch(new RegExp(`\\| ${name} \\| ${down} \\| .* \\| unknown \\|`));
    }
    // The records of the others have ended.
    expect(fleet.records().toSorted()).toEqual(fleet.names.map((name) => `${down}/${name}`));
    fixture.emulator.core.faults.clear();
    const post = await fixture.post(B, inputs, main.state);
    expect(post.exitCode, logOf(post)).toBe(0);
    expectTogether(fleet, A, post);
  });

  const down = (region: string) =>
    fixture.emulator.core.faults.add({ api: 'run', path: `locations/${region}/`, status: 503, times: -1 });
  const all = (fleet: Fleet, more: Record<string, string>) => ({
    services: JSON.stringify(fleet.names.map((service) => ({ service }))),
    region: fleet.regions.join('\n'),
    'probe-passes': '1',
    ...more,
  });
  const inRegion = (fleet: Fleet, region: string) => fleet.names.map((name) => `${region}/${name}`);

  test.each<[string, string]>([
    ['that of the lead', 'us-central1'],
    ['another one', 'europe-west1'],
  ])('%s, before a rollback: the others go back, and a second rollback takes it along', async (_, silent) => {
    const fleet = await createFleet(fixture);
    const [first = ''] = fleet.names;
    const up = fleet.regions.find((region) => region !== silent) as string;
    const released = await run(B, await fleet.inputs());
    expect(released.exitCode, logOf(released)).toBe(0);
    down(silent);
    const back = all(fleet, { 'rollback-to': 'previous', reason: 'Checkout is broken', timeout: '20m' });
    const result = await fixture.deploy(B, back, { env: { ...FAST, ...later } });
    fixture.emulator.core.faults.clear();
    expect(result.exitCode, logOf(result)).toBe(1);
    for (const name of fleet.names) {
      expect(fixture.serves(name, up), logOf(result)).toMatch(/-a{12}-1=100$/);
      expect(fixture.serves(name, silent)).toMatch(/-b{12}-1=100$/);
      expect(result.summary).toContain(`${name} in ${silent} was not rolled back: it did not respond.`);
    }
    const [error = { message: '' }] = result.errors;
    expect(error.message).toMatch(
      / did not respond, and were not rolled back\. The others were\. .*Run the rollback again/,
    );
    expect(fleet.holds()).toEqual(inRegion(fleet, up).toSorted((a, b) => (a.slice(-1) < b.slice(-1) ? -1 : 1)));
    // Its record names them, too.
    expect(fixture.doc(first, up).annotations?.['actions.orchestra.dev/hold']).toContain(
      `Checkout is broken (${fleet.names.map((name) => `${name} in ${silent}`).join(', ')} did not respond, and were not rolled back)`,
    );
    const again = await run(B, back, { GITHUB_RUN_ID: '44' });
    expect(again.exitCode, logOf(again)).toBe(0);
    expectTogether(fleet, A, again);
    expect(fleet.holds()).toHaveLength(4);
  });

  test('a hold and its release go on in the others, and say what they left out', async () => {
    const fleet = await createFleet(fixture);
    const [silent, up] = fleet.regions as [string, string];
    const hold = all(fleet, { hold: 'true', reason: 'incident' });
    const play = async (inputs: Record<string, string>) => {
      down(silent);
      const result = await fixture.deploy(A, inputs, { env: { ...FAST, ...later } });
      fixture.emulator.core.faults.clear();
      expect(result.exitCode, logOf(result)).toBe(1);
      return result.errors.map(({ message }) => message).join('\n');
    };
    expect(await play(hold)).toMatch(
      /a in us-central1, \w+b in us-central1 did not respond, and were not put on hold\./,
    );
    expect(fleet.holds()).toEqual(inRegion(fleet, up));
    // What is on hold is left, and the others follow.
    const again = await run(A, hold);
    expect(again.exitCode, logOf(again)).toBe(0);
    expect(fleet.holds()).toHaveLength(4);
    const release = all(fleet, { 'release-hold': 'true' });
    expect(await play(release)).toMatch(/did not respond, and were not released from hold\. .*Release the hold again/);
    expect(fleet.holds()).toEqual(inRegion(fleet, silent));
    const released = await run(A, release);
    expect(released.exitCode, logOf(released)).toBe(0);
    expect(fleet.holds()).toEqual([]);
  });

  test.each<[string, string]>([
    ['that of the lead', 'us-central1'],
    ['another one', 'europe-west1'],
  ])('%s, in the middle of a rollback: all stay, and a second one leaves it out', async (_, silent) => {
    const fleet = await createFleet(fixture);
    const released = await run(B, await fleet.inputs());
    expect(released.exitCode, logOf(released)).toBe(0);
    const unhook = when(
      () => fleet.holds().length === 4,
      () => down(silent),
    );
    const back = all(fleet, { 'rollback-to': 'previous', reason: 'Checkout is broken', timeout: '5m' });
    const result = await fixture.deploy(B, back, { env: { ...FAST, ...later } });
    unhook();
    expect(result.exitCode, logOf(result)).toBe(1);
    expectServes(fleet, 'b', 'b', result);
    for (const name of fleet.names)
      expect(result.summary).toMatch(new RegExp(`\\| ${name} \\| ${silent} \\| .* \\| unknown \\|`));
    expect(result.errors.map(({ message }) => message).join('\n')).toContain('What to do: Run the rollback again now');
    const second = await fixture.deploy(B, back, { env: { ...FAST, GITHUB_RUN_ID: '44' } });
    fixture.emulator.core.faults.clear();
    expect(second.errors[0]?.message, logOf(second)).toMatch(/did not respond, and were not rolled back/);
    expectServes(fleet, 'a', 'b', second);
    const third = await run(B, back, { GITHUB_RUN_ID: '45' });
    expect(third.exitCode, logOf(third)).toBe(0);
    expectTogether(fleet, A, third);

    function expectServes({ names, regions }: Fleet, others: string, same: string, { log }: StepResult): void {
      for (const name of names)
        for (const region of regions)
          expect(fixture.serves(name, region), log).toMatch(`-${(region === silent ? same : others).repeat(12)}-1=100`);
    }
  });
});
