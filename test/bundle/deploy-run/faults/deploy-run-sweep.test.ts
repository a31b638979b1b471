/**
 * Every moment is safe: a deploy and a rollback are cancelled (SIGINT) and killed (SIGKILL) at each of their calls, by
 * number. After each, followed by `post` or by a plain re-run, one healthy revision serves, nothing is left half-done, and
 * the next run succeeds. The call at which a process dies is carried out anyway: its response is lost.
 */
import type { ChildProcess } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { StepResult } from '../../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture, logOf } from '../deploy-run.fixture.ts';

const [A, B] = COMMITS;
/** Concurrent fixtures. */
const LANES = 3;
const QUICK = { 'probe-passes': '1', 'probe-interval': '1ms' };

interface Scenario {
  readonly name: string;
  /** Earlier releases, as commits. */
  readonly history: readonly string[];
  readonly inputs: (fixture: Fixture, service: string) => Promise<Record<string, string>>;
  /** Called before each run that is interrupted. */
  readonly arrange?: (fixture: Fixture) => void;
  /** The commit of the run, and the one that must serve at the end. */
  readonly commit: string;
  readonly wanted: string;
}

const manifestInputs = async (fixture: Fixture, service: string): Promise<Record<string, string>> => ({
  ...QUICK,
  manifest: fixture.file(`${service}.yaml`, fixture.manifest({ name: service })),
  image: await fixture.image('two'),
  'allow-unauthenticated': 'true',
});

async function rollbackInputs(_: Fixture, service: string): Promise<Record<string, string>> {
  return { ...QUICK, service, 'rollback-to': A };
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'direct', history: [A], inputs: manifestInputs, commit: B, wanted: B },
  {
    name: 'canary',
    history: [A],
    inputs: async (fixture, service) => ({
      ...(await manifestInputs(fixture, service)),
      strategy: 'canary',
      steps: '50,100',
      'step-interval': '1ms',
    }),
    commit: B,
    wanted: B,
  },
  { name: 'first deploy', history: [], inputs: manifestInputs, commit: B, wanted: B },
  {
    name: 'rollback',
    history: [A, B],
    inputs: rollbackInputs,
    commit: B,
    wanted: A,
  },
];

describe.each(SCENARIOS)('$name', (scenario) => {
  test('cancelled or killed at every call', { timeout: 300_000 }, async () => {
    await atEveryCall(scenario, 0, async (fixture, number) => {
      await killedThenRerun(fixture, scenario, number);
      await endedThenPost(fixture, scenario, number, 'SIGKILL');
      await endedThenPost(fixture, scenario, number, 'SIGINT');
    });
  });
});

describe('a rollback whose image is gone', () => {
  const refused: Scenario = {
    name: 'refused rollback',
    history: [A, B],
    inputs: rollbackInputs,
    arrange: ({ emulator }) =>
      emulator.core.faults.add({ api: 'registry', path: 'manifests', status: 404, times: 1000 }),
    commit: B,
    wanted: B,
  };
  test('killed at every call, then run again: everything is as before', { timeout: 300_000 }, async () => {
    await atEveryCall(refused, 1, async (fixture, number) => {
      await killedThenRefused(fixture, refused, number, 'post');
      await killedThenRefused(fixture, refused, number, 'no post');
    });
  });
});

/** Plays each call of the scenario, a run of which ends with `exitCode`. */
async function atEveryCall(
  scenario: Scenario,
  exitCode: number,
  playCall: (fixture: Fixture, number: number) => Promise<void>,
): Promise<void> {
  const fixtures = await Promise.all(Array.from({ length: LANES }, createFixture));
  try {
    const [first] = fixtures as [Fixture];
    const service = await prepare(first, scenario, 'whole');
    const result = await first.deploy(scenario.commit, await scenario.inputs(first, service));
    expect(result.exitCode, logOf(result)).toBe(exitCode);
    const calls = first.emulator.core.calls.list.length;
    expect(calls).toBeGreaterThan(10);
    const queue = Array.from({ length: calls }, (_, i) => i + 1);
    await Promise.all(
      fixtures.map(async (fixture) => {
        for (let number = queue.shift(); number !== undefined; number = queue.shift()) await playCall(fixture, number);
      }),
    );
  } finally {
    await Promise.all(fixtures.map((fixture) => fixture.stop()));
  }
}

/** The next run takes over what the killed one left, and is refused, too. */
async function killedThenRefused(
  fixture: Fixture,
  scenario: Scenario,
  number: number,
  then: 'post' | 'no post',
): Promise<void> {
  const at = `SIGKILL at call ${number}, then ${then}`;
  const service = await prepare(fixture, scenario, `${then === 'post' ? 'p' : 'n'}${number}`);
  const before = snapshot(fixture, service);
  const records = recordsOf(fixture, service);
  const main = await interrupted(fixture, scenario, service, number, 'SIGKILL');
  if (snapshot(fixture, service) === before) return;
  checkSafe(fixture, scenario, service, at);
  const inputs = await scenario.inputs(fixture, service);
  if (then === 'post') {
    const post = await fixture.post(scenario.commit, inputs, main.state);
    expect(post.exitCode, `${at}\n${logOf(main)}\n${logOf(post)}`).toBe(0);
    expect(recordsOf(fixture, service), at).toEqual(records);
  }
  const next = await fixture.deploy(scenario.commit, inputs, { env: { GITHUB_RUN_ID: '43' } });
  const what = `${at}\n${logOf(main)}\n${logOf(next)}`;
  expect(next.exitCode, what).toBe(1);
  expect(logOf(next), what).toMatch(/does not exist in the registry/);
  await fixture.settled(service);
  expect(recordsOf(fixture, service), what).toEqual(records);
  expect(lastServing(fixture, service), what).toBe(scenario.wanted);
}

async function killedThenRerun(fixture: Fixture, scenario: Scenario, number: number): Promise<void> {
  const at = `SIGKILL at call ${number}, then a re-run`;
  const service = await prepare(fixture, scenario, `r${number}`);
  const before = snapshot(fixture, service);
  await interrupted(fixture, scenario, service, number, 'SIGKILL');
  // The state before the run, so that the next run is like the first.
  if (snapshot(fixture, service) === before) return;
  checkSafe(fixture, scenario, service, at);
  await checkRerun(fixture, scenario, service, at);
}

async function endedThenPost(
  fixture: Fixture,
  scenario: Scenario,
  number: number,
  signal: 'SIGKILL' | 'SIGINT',
): Promise<void> {
  const at = `${signal} at call ${number}, then post`;
  const service = await prepare(fixture, scenario, `${signal === 'SIGINT' ? 'i' : 'k'}${number}`);
  const before = snapshot(fixture, service);
  const records = recordsOf(fixture, service);
  const main = await interrupted(fixture, scenario, service, number, signal);
  if (snapshot(fixture, service) === before && Object.keys(main.state).length === 0) return;
  checkSafe(fixture, scenario, service, at);
  const post = await fixture.post(scenario.commit, await scenario.inputs(fixture, service), main.state);
  expect(post.exitCode, `${at}\n${logOf(main)}\n${logOf(post)}`).toBe(0);
  if (scenario.history.length > 0) {
    expect(fixture.serves(service), `${at}\n${logOf(main)}\n${logOf(post)}`).toMatch(/^\S+=100$/);
    expect(fixture.doc(service).annotations, at).not.toHaveProperty(['actions.orchestra.dev/rollout']);
    // The last write records the success, so a run has succeeded only with it.
    if (lastServing(fixture, service) !== scenario.wanted || !isRecorded(fixture, scenario, service))
      expect(lastServing(fixture, service), at).toBe(scenario.history.at(-1));
    // The last write of a rollback comes before the health checks of the service, and is undone.
    if (scenario.name === 'rollback' && main.exitCode !== 0) expect(recordsOf(fixture, service), at).toEqual(records);
  }
  checkSafe(fixture, scenario, service, at);
  if (signal === 'SIGINT') await checkRerun(fixture, scenario, service, at);
}

/** What a rollback changes. */
function recordsOf(fixture: Fixture, service: string) {
  if (!fixture.emulator.run.services.has(`projects/orchestra-dev/locations/us-central1/services/${service}`)) return {};
  const { annotations, labels, traffic } = fixture.doc(service);
  return { annotations, labels, traffic };
}

/** Everything that a run may change. */
function snapshot(fixture: Fixture, service: string): string {
  const name = `projects/orchestra-dev/locations/us-central1/services/${service}`;
  const found = fixture.emulator.run.services.get(name);
  return JSON.stringify([found?.doc, found?.policy]);
}

/** Runs main until its n-th call, and ends it there. */
async function interrupted(
  fixture: Fixture,
  scenario: Scenario,
  service: string,
  number: number,
  signal: 'SIGKILL' | 'SIGINT',
): Promise<StepResult> {
  const inputs = await scenario.inputs(fixture, service);
  let child: ChildProcess | undefined;
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const unhook = fixture.emulator.core.calls.onCall(async (call) => {
    if (call.number !== number || !child) return;
    child.kill(signal);
    if (signal === 'SIGKILL') await gone;
  });
  const result = await fixture.deploy(scenario.commit, inputs, {
    onStart: (process) => {
      child = process;
      process.once('exit', () => resolve());
    },
  });
  unhook();
  await fixture.settled(service);
  return result;
}

/** The live revision is healthy: released before, or checked by this run. A service without a checked revision is not public. */
function checkSafe(fixture: Fixture, scenario: Scenario, service: string, at: string): void {
  const shares = fixture.serves(service);
  if (scenario.history.length > 0) {
    for (const share of shares.split(' ')) expect(share, at).toMatch(new RegExp(`^${service}-(?:a{12}|b{12})-\\d+=`));
    return;
  }
  if (shares === 'nothing') return;
  const requested = fixture.probes.filter((probe) => probe.service === service && probe.token);
  if (fixture.isPublic(service)) expect(requested.length, at).toBeGreaterThan(0);
}

/** The state before a re-run, without names and times: each distinct state is tested once. */
const tried = new Set<string>();

function state(fixture: Fixture, scenario: Scenario, service: string): string {
  const name = `projects/orchestra-dev/locations/us-central1/services/${service}`;
  const owner = fixture.emulator.run.services.get(name);
  const { template, traffic, trafficStatuses, annotations, labels, conditions } = owner?.doc ?? {};
  const revisions = [...(owner?.revisions.values() ?? [])].map(({ name: revision, state: is }) => [revision, is]);
  const all = { template, traffic, trafficStatuses, annotations, labels, conditions, revisions, policy: owner?.policy };
  return `${scenario.name} ${JSON.stringify(all)}`
    .replaceAll(service, 'SERVICE')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/42-1-[0-9a-f]{8}/g, 'ID')
    .replace(/:\d{4,5}\b/g, ':PORT')
    .replace(/"etag":"[^"]*"/g, '');
}

async function checkRerun(fixture: Fixture, scenario: Scenario, service: string, at: string): Promise<void> {
  const from = state(fixture, scenario, service);
  if (tried.has(from)) return;
  tried.add(from);
  const again = await fixture.deploy(scenario.commit, await scenario.inputs(fixture, service));
  const what = `${at}\n${logOf(again)}`;
  expect(again.exitCode, what).toBe(0);
  expect(fixture.serves(service), what).toMatch(/^\S+=100$/);
  expect(lastServing(fixture, service), what).toBe(scenario.wanted);
  const { annotations = {}, traffic = [] } = fixture.doc(service);
  expect(annotations, what).not.toHaveProperty(['actions.orchestra.dev/rollout']);
  expect(
    traffic.filter(({ tag }) => tag !== undefined),
    what,
  ).toEqual([]);
  expect(fixture.isPublic(service), what).toBe(true);
  expect(Object.hasOwn(annotations, 'actions.orchestra.dev/hold'), what).toBe(scenario.name === 'rollback');
}

/** True if the run recorded its success. */
function isRecorded(fixture: Fixture, scenario: Scenario, service: string): boolean {
  const annotations = fixture.doc(service).annotations ?? {};
  if (scenario.name === 'rollback') return Object.hasOwn(annotations, 'actions.orchestra.dev/hold');
  return annotations['actions.orchestra.dev/releases']?.includes(scenario.wanted) ?? false;
}

const lastServing = (fixture: Fixture, service: string): string =>
  (new RegExp(`^${service}-([ab])`).exec(fixture.serves(service))?.[1] ?? '').repeat(40);

/** A new service with the scenario's history, and an empty call log. */
async function prepare(fixture: Fixture, scenario: Scenario, id: string): Promise<string> {
  const service = `w${id}`;
  await fixture.release(service, scenario.history);
  await scenario.inputs(fixture, service);
  scenario.arrange?.(fixture);
  fixture.emulator.core.calls.clear();
  return service;
}
