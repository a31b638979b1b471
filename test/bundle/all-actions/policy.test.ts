/** Each action checks its images and manifests by the same policy; an exception applies to one resource; sidecars by tag are pinned. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as build from '../build-image/build-image.fixture.ts';
import { COMMITS, createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';
import * as migrate from '../migrate/migrate.fixture.ts';

let fixture: Fixture;
let one: string;
beforeAll(async () => {
  fixture = await createFixture();
  one = await fixture.image('one');
});
afterAll(() => fixture.stop());

const [A, B] = COMMITS;
/** Assembled from parts, so that secret scanners do not report it. */
const LIVE = ['sk', 'live', '0123456789abcdefghij'].join('_');
const FIREBASE = 'AIzaSyTESTTESTTESTTESTTESTTESTTESTTESTT';
const UNTIL = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const WHY = 'a restricted key of the public demo';
const RULE = 'actions.orchestra.dev/policy-exception.no-plain-secrets';

const env = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `\n            - name: ${name}\n              value: ${JSON.stringify(value)}`)
    .join('');
const messages = (result: { errors: readonly { message: string }[] }) =>
  result.errors.map(({ message }) => message).join('\n');

describe('deploy-run', () => {
  const deploy = (parts: Parameters<Fixture['manifest']>[0], inputs: Record<string, string> = {}, options = {}) => {
    fixture.file('m.yaml', fixture.manifest(parts));
    return fixture.deploy(A, { manifest: 'm.yaml', image: one, 'dry-run': 'true', ...inputs }, options);
  };

  test('accepts keys that browsers receive, and names of resources', async () => {
    const result = await deploy({
      env: env({
        NEXT_PUBLIC_FIREBASE_API_KEY: FIREBASE,
        ENCRYPTION_KEY: 'projects/p/locations/l/keyRings/r/cryptoKeys/k',
        DB_PASSWORD_SECRET: 'db-password',
      }),
    });
    expect(result.exitCode, logOf(result)).toBe(0);
  });

  test('an exception of 1.0 for the whole rule does not let a live key pass', async () => {
    const parts = {
      annotations: `\n    ${RULE}: the Firebase web key is public`,
      env: env({ FIREBASE_KEY: FIREBASE, STRIPE_KEY: LIVE }),
    };
    const result = await deploy(parts);
    expect(result.exitCode).toBe(1);
    expect(result.errors).toHaveLength(1);
    expect(messages(result)).toMatch(/^no-plain-secrets: The variable STRIPE_KEY looks like a secret/);
    // The printed annotation replaces the old one, so it keeps its reason.
    const [, printed = ''] =
      /(actions\.orchestra\.dev\/policy-exception\.\S+: ".*?[^\\]")/.exec(messages(result)) ?? [];
    expect(printed).toContain(`${RULE}: "the Firebase web key is public\\nSTRIPE_KEY until `);
    const pasted = await deploy({ ...parts, annotations: `\n    ${printed.replace('REASON', WHY)}` });
    expect(pasted.exitCode, logOf(pasted)).toBe(0);
    expect(logOf(result)).not.toContain(LIVE);
    const warnings = result.warnings.map(({ message }) => message).join('\n');
    expect(warnings).toContain(`${RULE}: "FIREBASE_KEY until `);
  });

  test('an exception that names the variable lets it pass, and is in the summary', async () => {
    const exception = `STRIPE_KEY until ${UNTIL}: ${WHY}`;
    const parts = { annotations: `\n    ${RULE}: "${exception}"`, env: env({ STRIPE_KEY: LIVE }) };
    const result = await deploy(parts);
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.summary).toContain(`Exception to no-plain-secrets for STRIPE\\_KEY until ${UNTIL}`.replace('\\', ''));
  });

  test('a service without a manifest takes it from the input', async () => {
    await fixture.release('plain', [A]);
    const image = await fixture.image('two');
    const inputs = { service: 'plain', image, env: `STRIPE_KEY=${LIVE}`, 'dry-run': 'true' };
    const refused = await fixture.deploy(B, inputs);
    expect(messages(refused)).toContain('write in the input policy-exceptions: no-plain-secrets STRIPE_KEY until ');
    const exception = `no-plain-secrets STRIPE_KEY until ${UNTIL}: ${WHY}`;
    const result = await fixture.deploy(B, { ...inputs, 'policy-exceptions': exception });
    expect(result.exitCode, logOf(result)).toBe(0);
  });

  test('with exceptions: base, a pull request cannot excuse itself', async () => {
    const parts = {
      annotations: `\n    ${RULE}: "STRIPE_KEY until ${UNTIL}: ${WHY}"`,
      env: env({ STRIPE_KEY: LIVE }),
    };
    const pull = (sha: string) => ({ event: { pull_request: { number: 5, head: { sha: B }, base: { sha } } } });
    const refused = await deploy(parts, { exceptions: 'base' }, pull(A));
    expect(refused.exitCode).toBe(1);
    expect(messages(refused)).toMatch(/^no-plain-secrets: The variable STRIPE_KEY/);
    expect(refused.warnings.map(({ message }) => message).join('\n')).toContain('are not in it and do not apply');
    fixture.emulator.github.file(A, 'm.yaml', fixture.manifest(parts));
    const merged = await deploy(parts, { exceptions: 'base' }, pull(A));
    expect(merged.exitCode, logOf(merged)).toBe(0);
    const pushed = await deploy(parts, { exceptions: 'base' });
    expect(pushed.exitCode, logOf(pushed)).toBe(0);
  });

  test('a missing startup probe is a warning where the deploy checks the health, else a refusal', async () => {
    const parts = { name: 'unprobed', probe: '            tcpSocket:\n              port: 3000' };
    const probed = await deploy(parts, { 'probe-path': '/health' });
    expect(probed.exitCode, logOf(probed)).toBe(0);
    expect(probed.warnings.map(({ message }) => message).join('\n')).toContain('startup-probe: ');
    const alone = await deploy(parts, { probe: 'startup' });
    expect(messages(alone)).toMatch(/^startup-probe: /);
  });

  test('a sidecar by tag is pinned, one by latest refused', async () => {
    const sidecar = await fixture.emulator.seed.image({ name: 'proxy', content: 'proxy', tags: ['v1', 'latest'] });
    const name = sidecar.slice(0, sidecar.indexOf('@'));
    const extra = (tag: string) => `        - name: proxy\n          image: ${name}:${tag}\n`;
    const refused = await deploy({ name: 'sided', extra: extra('latest') });
    expect(messages(refused)).toMatch(/^no-latest: The image .*:latest of the container proxy/);
    const missing = await deploy({ name: 'sided', extra: extra('v2') });
    expect(messages(missing)).toMatch(/^digest-only: The image .*:v2 of the container proxy/);
    const result = await deploy({ name: 'sided', extra: extra('v1') }, { 'dry-run': 'false' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(fixture.doc('sided').template?.containers?.map(({ image }) => image)).toEqual([one, sidecar]);
    expect(result.notices.map(({ message }) => message).join('\n')).toContain(
      `The image of proxy is pinned: ${name}:v1`,
    );
  });
});

const JOB = `apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: migrate
  annotations: {ANNOTATIONS}
spec:
  template:
    spec:
      template:
        spec:
          containers:
            - image: x
              args: ["up", "--password", "hunter2"]
              env:
                - {name: STRIPE_KEY, value: ${LIVE}}
`;

test('migrate judges a manifest, its environment and arguments', async () => {
  const migrated = await migrate.createFixture();
  const run = (annotations: object) => {
    fixture.file('job.yaml', JOB.replace('{ANNOTATIONS}', JSON.stringify(annotations)));
    return migrated.step({
      workspace: fixture.workspace,
      with: { job: '', args: '', manifest: 'job.yaml', 'dry-run': 'true' },
    });
  };
  const refused = await run({});
  expect(refused.errors.map(({ message }) => message.split(' (')[0])).toEqual([
    'no-plain-secrets: The variable STRIPE_KEY looks like a secret',
    'no-plain-secrets: One of the arguments looks like a secret',
  ]);
  expect(refused.errors[0]).toMatchObject({ file: 'job.yaml', line: expect.any(Number) });
  const lines = [`STRIPE_KEY until ${UNTIL}: ${WHY}`, `containers[0]/args until ${UNTIL}: ${WHY}`];
  const result = await run({ [RULE]: lines.join('\n') });
  await migrated.emulator.stop();
  expect(result.exitCode, result.log).toBe(0);
  expect(result.summary).toContain('Exception to no-plain-secrets for');
});

test('migrate reads exceptions of the base branch, too, and warns of secrets that it takes over from a service', async () => {
  const migrated = await migrate.createFixture();
  const { github } = migrated.emulator;
  github.commit(A);
  const lines = [`STRIPE_KEY until ${UNTIL}: ${WHY}`, `containers[0]/args until ${UNTIL}: ${WHY}`];
  const text = JOB.replace('{ANNOTATIONS}', JSON.stringify({ [RULE]: lines.join('\n') }));
  fixture.file('job.yaml', text);
  const inputs = { job: '', args: '', manifest: './job.yaml', exceptions: 'base', 'dry-run': 'true' };
  const run = () =>
    migrated.step({
      workspace: fixture.workspace,
      with: { ...inputs, 'github-token': github.token },
      event: { pull_request: { number: 5, head: { sha: B }, base: { sha: A } } },
    });
  expect((await run()).errors).toHaveLength(2);
  github.file(A, 'job.yaml', text);
  const result = await run();
  expect(result.exitCode, result.log).toBe(0);
  fixture.file('web.yaml', fixture.manifest({ env: env({ STRIPE_KEY: LIVE }) }));
  const from = { job: '', 'from-service': 'web.yaml', 'dry-run': 'true' };
  const taken = await migrated.step({ workspace: fixture.workspace, with: from });
  await migrated.emulator.stop();
  expect(taken.exitCode, taken.log).toBe(0);
  expect(taken.warnings.map(({ message }) => message).join('\n')).toMatch(/STRIPE_KEY.*takes it over from the service/);
});

test('migrate judges what its inputs name', async () => {
  const migrated = await migrate.createFixture();
  const result = await migrated.step({ with: { env: `STRIPE_KEY=${LIVE}`, args: '--password\nhunter2' } });
  await migrated.emulator.stop();
  expect(result.errors.map(({ message }) => message.split(' looks')[0])).toEqual([
    'Input env: The variable STRIPE_KEY',
    'Input args: One of the arguments',
  ]);
  expect(result.log).not.toContain('hunter2');
});

test('build-image judges build arguments', async () => {
  const built = await build.createFixture();
  built.docker({});
  const args = `NEXT_PUBLIC_FIREBASE_API_KEY=${FIREBASE}\nSTRIPE_KEY=${LIVE}`;
  const refused = await built.step({ with: { 'build-args': args } });
  const exception = `no-plain-secrets STRIPE_KEY until ${UNTIL}: ${WHY}`;
  const result = await built.step({ with: { 'build-args': args, 'policy-exceptions': exception } });
  await built[Symbol.asyncDispose]();
  expect(refused.errors).toHaveLength(1);
  expect(messages(refused)).toMatch(/^Input build-args: STRIPE_KEY looks like a secret/);
  expect(result.exitCode, result.log).toBe(0);
  expect(result.summary).toContain('Exception to no-plain-secrets for');
});
