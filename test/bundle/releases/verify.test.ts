/** The input `verify` through the bundle: jobs that check the new revisions at their own URLs before they get traffic. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { StepOptions } from '../../harness/runner.ts';
import { createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';
import { A, B } from './release.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

interface Run {
  readonly serves: string;
  readonly env: Readonly<Record<string, string>>;
}

const JOBS = 'projects/orchestra-dev/locations/us-central1/jobs';
const jobs = () => [...fixture.emulator.run.jobs.keys()].map((name) => name.replace(`${JOBS}/`, ''));

/** A service that serves commit A, and an image whose jobs exit with a code. */
async function createScenario(service: string, exitCode = 0) {
  await fixture.release(service, [A]);
  const image = await fixture.image(`image of ${service}`);
  const runs: Run[] = [];
  fixture.emulator.fakeDriver.setBehavior(image, {
    http: () => ({ body: 'well' }),
    run: ({ env }) => {
      runs.push({ serves: fixture.serves(service), env });
      return { exitCode, logs: [exitCode === 0 ? 'checked' : 'the cart is empty'] };
    },
  });
  const deploy = (verify: object | undefined, more: Record<string, string> = {}) =>
    fixture.deploy(B, {
      service,
      image,
      'probe-path': '/health',
      'probe-passes': '1',
      'probe-interval': '1ms',
      ...(verify !== undefined && { verify: JSON.stringify(verify) }),
      ...more,
    });
  const serves = (commit: string) => expect(fixture.serves(service)).toBe(`${service}-${commit.slice(0, 12)}-1=100`);
  return { service, image, runs, deploy, serves };
}

/** A job that another tool made. */
async function createJob(name: string, image: string, metadata: object = {}): Promise<void> {
  const response = await fetch(`${fixture.emulator.urls.run}/v2/${JOBS}?jobId=${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...metadata,
      template: { template: { containers: [{ image, env: [{ name: 'MODE', value: 'smoke' }] }], maxRetries: 0 } },
    }),
  });
  expect(response.status, await response.text()).toBe(200);
}

const CANDIDATE = /^http:\/\/cb{7}---/;

describe('before traffic', () => {
  test('a job that exists gets the URL of the new revision, and is not changed', async () => {
    const { image, runs, deploy, serves } = await createScenario('v-existing');
    await createJob('v-smoke', image);
    const before = structuredClone(fixture.emulator.run.jobs.get(`${JOBS}/v-smoke`)?.doc.template);
    const result = await deploy([{ job: 'v-smoke' }]);
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(runs).toHaveLength(1);
    expect(runs[0]?.serves).toBe('v-existing-aaaaaaaaaaaa-1=100');
    expect(runs[0]?.env).toMatchObject({ MODE: 'smoke', URL_V_EXISTING: expect.stringMatching(CANDIDATE) });
    expect(fixture.emulator.run.jobs.get(`${JOBS}/v-smoke`)?.doc.template).toEqual(before);
    serves(B);
  });

  test('a command runs in the new image, as the account of the service and without its variables', async () => {
    const { service, image, runs, deploy, serves } = await createScenario('v-command');
    const account = 'runtime@orchestra-dev.iam.gserviceaccount.com';
    const more = { 'runtime-service-account': account, env: 'CART=full' };
    const result = await deploy([{ command: ['npm', 'run', 'smoke'], args: ['--all'] }], more);
    expect(result.exitCode, logOf(result)).toBe(0);
    const task = fixture.emulator.run.jobs.get(`${JOBS}/${service}-verify`)?.doc.template?.template;
    expect(task).toMatchObject({
      serviceAccount: account,
      maxRetries: 0,
      containers: [{ image, command: ['npm', 'run', 'smoke'], args: ['--all'] }],
    });
    expect(runs.map(({ serves: before }) => before)).toEqual(['v-command-aaaaaaaaaaaa-1=100']);
    expect(runs[0]?.env.URL_V_COMMAND).toMatch(CANDIDATE);
    expect(runs[0]?.env.CART).toBeUndefined();
    serves(B);
  });

  test('a command names its service as the list does, which need not be the name in Cloud Run', async () => {
    const { service, image, runs, serves } = await createScenario('v-named');
    const deploy = (name: string) =>
      fixture.deploy(B, {
        services: JSON.stringify([{ name: 'web', service, image, 'probe-path': '/health', 'probe-passes': 1 }]),
        jobs: JSON.stringify([{ command: ['smoke'], service: name, when: 'before-traffic' }]),
      });
    const unknown = await deploy('shop');
    expect(unknown.errors[0]?.message).toMatch(/expected one of web, v-named, whose new image .* got shop/);
    const result = await deploy('web');
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(runs).toHaveLength(1);
    serves(B);
  });

  test('a failure leaves the baseline, and shows the last lines', async () => {
    const { deploy, serves } = await createScenario('v-sick', 1);
    const result = await deploy([{ command: 'smoke' }]);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(/The execution v-sick-verify-\S+ failed: 0 of 1 tasks succeeded/);
    expect(result.log).toContain('the cart is empty');
    serves(A);
  });

  test('a failure whose lines cannot be read links to its log', async () => {
    const { deploy } = await createScenario('v-unread', 1);
    fixture.emulator.core.faults.add({ api: 'logging', status: 403, times: Number.POSITIVE_INFINITY });
    const result = await deploy([{ command: 'smoke' }]);
    fixture.emulator.core.faults.clear();
    expect(result.errors[0]?.message).toMatch(
      /v-unread-verify-\S+ failed: .* Its log: https:\/\/\S+ \S+ serves v-unread/,
    );
  });

  test('a dry run runs nothing', async () => {
    const { runs, deploy, serves } = await createScenario('v-dry');
    const result = await deploy([{ command: 'smoke' }], { 'dry-run': 'true' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.log).toContain('The job v-dry-verify would run smoke.');
    expect([runs, jobs()]).toEqual([[], expect.not.arrayContaining(['v-dry-verify'])]);
    serves(A);
  });
});

describe('after traffic', () => {
  test.each([
    ['fail', B],
    ['restore', A],
  ])('on-failure: %s', async (onFailure, commit) => {
    const { runs, deploy, serves } = await createScenario(`v-after-${onFailure}`, 1);
    const result = await deploy([{ command: 'smoke', when: 'after-traffic', 'on-failure': onFailure }]);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(runs[0]?.serves).toMatch(/-bbbbbbbbbbbb-1=100$/);
    serves(commit);
  });
});

/** The emulator stops a cancelled execution shortly after its response. */
const PATIENT = { timeout: 60_000 };

/** Minutes of the input `timeout`. The step's clock jumps by it while its job hangs. */
const TIMEOUT = 10;

describe('a job that has not ended', () => {
  const executions = () =>
    [...fixture.emulator.run.jobs.values()].flatMap((job) =>
      [...job.executions.values()].map(({ doc }) => ({ job: job.id, cancelled: doc.cancelledCount ?? 0 })),
    );
  const ofJob = (service: string) => executions().filter(({ job }) => job === service || job === `${service}-verify`);

  let forget = () => {};
  afterEach(() => forget());

  /** `createScenario` with a job that hangs: `meanwhile` is called once with the step's process, which is waiting for the job. */
  async function hanging(service: string, meanwhile: (step: ChildProcess) => void) {
    const it = await createScenario(service);
    // The task timeout is ten real minutes, not ten of the emulator's fast minutes.
    fixture.emulator.run.settings.secondMs = 1000;
    let step: ChildProcess | undefined;
    let hangs = false;
    const runs: string[] = [];
    forget = fixture.emulator.core.calls.onCall(({ method, path }) => {
      if (!hangs || !step || method !== 'GET' || !path.includes(`/executions/${service}`)) return;
      hangs = false;
      meanwhile(step);
    });
    fixture.emulator.fakeDriver.setBehavior(it.image, {
      http: () => ({ body: 'well' }),
      run: ({ args }) => {
        runs.push(args.join(' '));
        if (args.includes('quick')) return { exitCode: 0 };
        hangs = true;
        return { until: new Promise(() => {}) };
      },
    });
    const options: Partial<StepOptions> = {
      env: {
        NODE_OPTIONS: `--require ${join(import.meta.dirname, '../../harness/fast-clock.cjs')}`,
        CLOCK_JUMP: String(TIMEOUT * 60_000),
        // The grace period at the end of the step leaves room for a busy machine.
        CLOCK_FACTOR: '0.4',
      },
      onStart: (process) => {
        step = process;
      },
    };
    const inputs = (verify: object): Record<string, string> => ({
      service,
      image: it.image,
      'probe-path': '/health',
      'probe-passes': '1',
      'probe-interval': '1ms',
      timeout: `${TIMEOUT}m`,
      verify: JSON.stringify(verify),
    });
    const deploy = (verify: object) => fixture.deploy(B, inputs(verify), options);
    return { ...it, runs, deploy, inputs, options };
  }
  const timeIsOver = (step: ChildProcess) => step.kill('SIGUSR2');

  test('before traffic when the time of the step is over is cancelled, and nothing moves', async () => {
    const { service, deploy, serves } = await hanging('v-slow', timeIsOver);
    const result = await deploy([{ command: 'smoke' }]);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(
      /v-slow-verify-\S+ timed out after 10m00s .* serves v-slow in .* as before/,
    );
    expect(result.warnings.map(({ message }) => message).join('\n')).toMatch(/v-slow-verify-\S+ is being cancelled/);
    await expect.poll(() => ofJob(service), PATIENT).toEqual([{ job: 'v-slow-verify', cancelled: 1 }]);
    expect(result.state.executions).toBe('');
    serves(A);
  });

  test('after traffic has failed: with on-failure: fail the release stays and is recorded', async () => {
    const { service, runs, deploy, serves } = await hanging('v-late', timeIsOver);
    const job = { command: 'smoke', when: 'after-traffic' };
    const result = await deploy([
      { ...job, args: ['quick'] },
      { ...job, args: ['slow'] },
      { ...job, args: ['never'] },
    ]);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(/timed out after 10m00s/);
    expect(result.errors[0]?.message).not.toMatch(/as before/);
    await expect.poll(() => ofJob(service).map(({ cancelled }) => cancelled), PATIENT).toEqual([0, 1]);
    expect(runs).toEqual(['quick', 'slow']);
    serves(B);
    const { annotations = {} } = fixture.doc(service);
    expect(annotations['actions.orchestra.dev/releases']).toContain(B);
    expect(annotations['actions.orchestra.dev/rollout']).toBeUndefined();
  });

  test('after traffic has failed: with on-failure: restore of it, or of one that could not begin, the baseline serves', async () => {
    const { service, runs, deploy, serves } = await hanging('v-back', timeIsOver);
    const job = { command: 'smoke', when: 'after-traffic' };
    const result = await deploy([
      { ...job, args: ['slow'] },
      { ...job, args: ['never'], 'on-failure': 'restore' },
    ]);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(/serves v-back in us-central1 as before/);
    await expect.poll(() => ofJob(service).map(({ cancelled }) => cancelled), PATIENT).toEqual([1]);
    expect(runs).toEqual(['slow']);
    serves(A);
  });

  test('when the step is cancelled is cancelled after the traffic is back', async () => {
    const { service, deploy, serves } = await hanging('v-cancel', (step) => step.kill('SIGINT'));
    const result = await deploy([{ command: 'smoke', when: 'after-traffic' }]);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(/cancelled.* serves v-cancel in us-central1 as before/);
    await expect.poll(() => ofJob(service).map(({ cancelled }) => cancelled), PATIENT).toEqual([1]);
    serves(A);
  });

  test('when the step is killed is cancelled by post', async () => {
    const { service, deploy, inputs, serves } = await hanging('v-killed', (step) => step.kill('SIGKILL'));
    const verify = [{ command: 'smoke', when: 'after-traffic' }];
    const killed = await deploy(verify);
    expect(killed.signal).toBe('SIGKILL');
    expect(ofJob(service).map(({ cancelled }) => cancelled)).toEqual([0]);
    const ended = await fixture.post(B, inputs(verify), killed.state);
    expect(ended.exitCode, logOf(ended)).toBe(0);
    await expect.poll(() => ofJob(service).map(({ cancelled }) => cancelled), PATIENT).toEqual([1]);
    serves(A);
  });

  test('of a Job that is deployed without a service continues, and the step says how to cancel it', async () => {
    const { image, options } = await hanging('v-alone', timeIsOver);
    const manifest = fixture.file(
      'alone.yaml',
      `apiVersion: run.googleapis.com/v1
kind: Job
metadata: { name: v-alone }
spec: { template: { spec: { template: { spec: { maxRetries: 0, containers: [{ image: x }] } } } } }
`,
    );
    const result = await fixture.deploy(B, { manifest, image, execute: 'true', timeout: `${TIMEOUT}m` }, options);
    expect(result.errors[0]?.message, logOf(result)).toMatch(/timed out after 10m00s .* It is still running\./);
    const text = result.warnings.map(({ message }) => message).join('\n');
    expect(text).toMatch(/gcloud run jobs executions cancel v-alone-\S+ --region us-central1 --project orchestra-dev/);
    expect(ofJob('v-alone').map(({ cancelled }) => cancelled)).toEqual([0]);
  });
});

test('a command on the runner: staged under a tag, then the same revision gets the traffic', async () => {
  const { service, deploy, serves } = await createScenario('v-staged');
  const staged = await deploy(undefined, { 'no-traffic': 'true', tag: 'next' });
  expect(staged.exitCode, logOf(staged)).toBe(0);
  serves(A);
  const { status } = await fixture.fetch(`${staged.outputs['tag-url']}/health`);
  expect(status).toBe(200);
  const finished = await deploy(undefined);
  expect(finished.exitCode, logOf(finished)).toBe(0);
  serves(B);
  expect(finished.outputs.revision).toBe(staged.outputs.revision);
  const owner = fixture.emulator.run.services.get(`projects/orchestra-dev/locations/us-central1/services/${service}`);
  expect([...(owner?.revisions.keys() ?? [])]).toEqual(['v-staged-aaaaaaaaaaaa-1', 'v-staged-bbbbbbbbbbbb-1']);
});

describe('is refused, and nothing was changed', () => {
  beforeAll(() => fixture.release('v-refused', [A]));

  test.each<[string, object, Record<string, string>, RegExp]>([
    [
      'a job that does not exist',
      { job: 'v-none' },
      {},
      /verify, v-none, job: there is no Cloud Run job v-none in us-c/,
    ],
    [
      'a service of another release',
      { command: 'smoke', service: 'other' },
      {},
      /expected one of v-refused, .* got other/,
    ],
    ['a line of a shell', { command: 'npm run smoke' }, {}, /command is a list of words, for instance \["npm"/],
    ['two kinds', { command: 'smoke', job: 'x' }, {}, /expected one of manifest, job and command/],
    ['a key of another kind', { job: 'x', args: ['a'] }, {}, /x: args cannot be combined with job/],
    ['no URL of its own', { command: 'smoke' }, { probe: 'startup', 'probe-path': '' }, /Input verify: needs a URL/],
    [
      'a rollback',
      { command: 'smoke' },
      { 'rollback-to': 'previous', image: '' },
      /Input verify: is only allowed with a deploy/,
    ],
  ])('%s', async (_, entry, more, message) => {
    const image = await fixture.image('two');
    const inputs = { service: 'v-refused', image, 'probe-path': '/health', verify: JSON.stringify([entry]), ...more };
    const result = await fixture.deploy(B, inputs);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors.map(({ message: text }) => text).join('\n')).toMatch(message);
    expect(fixture.serves('v-refused')).toBe('v-refused-aaaaaaaaaaaa-1=100');
  });

  test('a job of another tool with the name of the command', async () => {
    const { service, image, deploy, serves } = await createScenario('v-taken');
    await createJob(`${service}-verify`, image);
    const result = await deploy([{ command: 'smoke' }]);
    expect(result.errors[0]?.message, logOf(result)).toMatch(
      /v-taken-verify in us-central1 was created by another tool/,
    );
    serves(A);
  });

  const labels = { 'managed-by': 'github-actions', 'commit-sha': A };
  const record = { 'actions.orchestra.dev/named': '[]', 'actions.orchestra.dev/schema': '{"history":[]}' };
  test.each([
    ['deploy-cloudrun, which sets the labels of a deploy', 'v-tool', { labels }],
    ['migrate', 'v-schema', { labels, annotations: record }],
  ])('a job of %s', async (_, name, metadata) => {
    const { service, image, deploy, serves } = await createScenario(name);
    await createJob(`${service}-verify`, image, metadata);
    const result = await deploy([{ command: 'smoke' }]);
    expect(result.errors[0]?.message, logOf(result)).toContain(
      `${name}-verify in us-central1 was created by another tool`,
    );
    serves(A);
  });
});
