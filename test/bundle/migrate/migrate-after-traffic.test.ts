/** `when: after-traffic`: a migration that runs once its commit has all traffic, and its effect on rollbacks. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { runStep, type StepOptions } from '../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture } from '../deploy-run/deploy-run.fixture.ts';

const [A, B, C] = COMMITS;
const JOB = `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/jobs/web-contract`;

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
  fixture.file('web.yaml', fixture.manifest());
});
afterEach(() => fixture.stop());

const migrate = async (
  commit: string,
  content: string,
  inputs: Record<string, string> = {},
  options: StepOptions = {},
) =>
  runStep('migrate', {
    ...options,
    env: { ...fixture.emulator.env, GITHUB_SHA: commit },
    with: {
      image: await fixture.image(content),
      job: 'web-contract',
      when: 'after-traffic',
      services: 'web',
      project: DEFAULTS.project,
      region: DEFAULTS.region,
      'workload-identity-provider': DEFAULTS.provider,
      'service-account': DEFAULTS.serviceAccount,
      ...inputs,
    },
  });
const deploy = async (commit: string, content: string, inputs: Record<string, string> = {}) => {
  const image = await fixture.image(content);
  const result = await fixture.deploy(commit, { manifest: 'web.yaml', image, ...inputs });
  expect(result.exitCode, result.log).toBe(0);
};
const job = () => fixture.emulator.run.jobs.get(JOB);
const history = (): { commit: string; state: string; when?: string; contracting: boolean }[] =>
  JSON.parse(job()?.doc.annotations?.['actions.orchestra.dev/schema'] ?? '{"history":[]}').history;
const messages = ({ errors }: { errors: readonly { message: string }[] }) =>
  errors.map(({ message }) => message).join();

/** Calls `change` once, right before the server handles the next call of that kind. */
function before(method: string, path: RegExp, change: () => void): void {
  const { faults } = fixture.emulator.core;
  const match = faults.match;
  faults.match = (call) => {
    if (call.method === method && path.test(call.path)) {
      faults.match = match;
      change();
    }
    return match(call);
  };
}

it('runs once the release has all traffic, and from then on the release only rolls forward', async () => {
  await deploy(A, 'a');
  await deploy(B, 'b');
  const early = await migrate(C, 'c');
  expect(early.exitCode).toBe(1);
  expect(messages(early)).toMatch(
    /service web in us-central1 .* is on web-b+-1, which is commit b{12}\..*No migration ran/,
  );
  expect(job()).toBeUndefined();
  const planned = await migrate(C, 'c', { 'dry-run': 'true' });
  expect(planned.exitCode, planned.log).toBe(0);
  expect(planned.summary).toContain('only rolls forward');
  expect(job()).toBeUndefined();

  await deploy(C, 'c');
  const migrated = await migrate(C, 'c');
  expect(migrated.exitCode, migrated.log).toBe(0);
  expect(migrated.summary).toContain('only rolls forward');
  expect(history()).toMatchObject([{ commit: C, state: 'applied', when: 'after-traffic', contracting: true }]);
  const again = await migrate(C, 'c');
  expect(again.outputs['already-applied']).toBe('true');

  const back = (force: string) => fixture.deploy(C, { service: 'web', 'rollback-to': 'previous', force });
  const refused = await back('false');
  expect(messages(refused)).toContain('once it had all traffic, and since then it only rolls forward');
  expect(fixture.serves()).toMatch(/c{12}-1=100$/);
  const forced = await back('true');
  expect(forced.exitCode, forced.log).toBe(0);
  // The commit was rolled back, so its migration does not run again.
  const held = await migrate(C, 'c', { force: 'true' });
  expect(messages(held)).toMatch(/is on web-b+-1/);
});

it('that failed still blocks a rollback, since half of it may be applied', async () => {
  await deploy(A, 'a');
  await deploy(B, 'b');
  fixture.emulator.fakeDriver.setBehavior(await fixture.image('b'), { run: () => ({ exitCode: 1, logs: ['half'] }) });
  expect((await migrate(B, 'b')).exitCode).toBe(1);
  expect(history()).toMatchObject([{ state: 'failed' }]);
  expect(messages(await fixture.deploy(B, { service: 'web', 'rollback-to': A }))).toContain('only rolls forward');
});

it('is refused while a canary of the service is undecided, and in a release that did not end', async () => {
  await deploy(A, 'a');
  await deploy(B, 'b', { strategy: 'canary', steps: '5@1h,100', analysis: 'off' });
  expect(messages(await migrate(B, 'b'))).toContain('is undecided. No migration ran');
  expect(messages(await migrate(A, 'a'))).toContain('is undecided. No migration ran');
  expect(job()).toBeUndefined();
});

it('needs services, a job, and no canary of hours', async () => {
  const { log } = await migrate(A, 'a', { services: '', 'before-canary': 'true' });
  expect(log).toMatch(/services.*is missing/);
  expect(log).toMatch(/after-traffic cannot be combined with a canary of hours or days/);
  const docker = await migrate(A, 'a', { mode: 'docker', job: '', region: '', services: 'us-central1/web' });
  expect(docker.log).toMatch(/after-traffic requires mode: job/);
});

it('that meets a rollback right before its start does not run, and leaves no record', async () => {
  await deploy(A, 'a');
  await deploy(B, 'b');
  before('POST', /\/jobs$/, () => {
    const hold = { reason: 'broken', by: 'jane', at: new Date().toISOString(), runUrl: 'https://example.com' };
    Object.assign(fixture.doc().annotations ?? {}, { 'actions.orchestra.dev/hold': JSON.stringify(hold) });
  });
  const refused = await migrate(B, 'b');
  expect(messages(refused)).toContain('is on hold');
  expect(job()?.executions.size).toBe(0);
  expect(history()).toEqual([]);
});

it('that begins while a rollback does stops the rollback, which gives its hold back', async () => {
  await deploy(A, 'a');
  await deploy(B, 'b');
  await migrate(B, 'b', { when: 'before-traffic' });
  before('PATCH', /\/services\/web$/, () => {
    const entry = {
      commit: B,
      contracting: true,
      when: 'after-traffic',
      state: 'started',
      at: new Date().toISOString(),
    };
    Object.assign(job()?.doc.annotations ?? {}, {
      'actions.orchestra.dev/schema': JSON.stringify({ history: [entry, ...history()] }),
    });
  });
  const stopped = await fixture.deploy(B, { service: 'web', 'rollback-to': A });
  expect(stopped.exitCode).toBe(1);
  expect(messages(stopped)).toContain('began to contract the database schema meanwhile');
  expect(fixture.serves()).toMatch(/b{12}-1=100$/);
  expect(fixture.doc().annotations?.['actions.orchestra.dev/hold']).toBeUndefined();
});
