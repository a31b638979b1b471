/** The plan that a reviewer reads before the approval: the steps, the live revisions, and what would block the release. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { runStep, type StepResult } from '../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';

const [A, B, C] = COMMITS;
const LISTS = {
  services: JSON.stringify([
    { name: 'server', service: 'web' },
    { name: 'worker', manifest: 'worker.yaml', region: ['us-central1', 'europe-west4'] },
  ]),
  frontends: '[{"name": "shop", "path": "dist", "bucket": "acme-shop", "prefix": "app"}]',
};
const READER = {
  'workload-identity-provider': DEFAULTS.provider,
  'service-account': DEFAULTS.serviceAccount,
  project: DEFAULTS.project,
};
let fixture: Fixture;

beforeAll(async () => {
  fixture = await createFixture();
  await fixture.release('web', [A, B]);
  await fixture.release('worker', [C]);
  fixture.file('Dockerfile', 'FROM scratch\n');
  fixture.file('worker.yaml', fixture.manifest({ name: 'worker' }));
  fixture.emulator.seed.bucket('acme-shop');
  mkdirSync(join(fixture.workspace, 'dist'));
  writeFileSync(join(fixture.workspace, 'dist/index.html'), '<p>shop');
  const published = await runStep('publish-frontend', {
    workspace: fixture.workspace,
    with: {
      ...READER,
      bucket: 'acme-shop',
      prefix: 'app',
      path: 'dist',
      'github-token': fixture.emulator.github.token,
    },
    env: { ...fixture.emulator.env, GITHUB_SHA: B },
  });
  expect(published.exitCode, logOf(published)).toBe(0);
});
afterAll(() => fixture.stop());

const plan = (inputs: Record<string, string>): Promise<StepResult> =>
  runStep('pipeline', {
    workspace: fixture.workspace,
    with: { ...LISTS, region: DEFAULTS.region, ...inputs },
    env: { ...fixture.emulator.env, GITHUB_SHA: C },
  });

test('without an account it reads nothing of the target', async () => {
  const before = fixture.emulator.core.calls.list.length;
  const result = await plan({ project: DEFAULTS.project });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(result.summary).toContain('Deploy together');
  expect(result.summary).not.toContain('| Live |');
  expect(fixture.emulator.core.calls.list.slice(before)).toEqual([]);
});

test.each([
  ['of a release', { deploy: true }, 'The live state is not shown: the plan has no account.', true],
  ['of a pull request', { deploy: false }, 'This run only checks and builds (deploy: false).', false],
])('without an account, the plan %s says so and shows what it can', async (_, more, note, frozen) => {
  const before = fixture.emulator.core.calls.list.length;
  const inputs = { ...LISTS, region: DEFAULTS.region, project: DEFAULTS.project, ...more };
  const freeze = '2026-01-01 - 2099-01-01: the audit';
  const result = await plan({
    project: DEFAULTS.project,
    freeze,
    services: `[{"name": "server", "service": "web", "image": "us-docker.pkg.dev/p/r/web@sha256:${'a'.repeat(64)}"}]`,
    call: JSON.stringify(inputs),
  });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(result.summary).toContain('Deploy together');
  expect(result.summary).toContain(note);
  expect(result.summary.includes('the audit')).toBe(frozen);
  expect(fixture.emulator.core.calls.list.slice(before)).toEqual([]);
});

test.each([
  ['workflow_run', { workflow_run: { head_sha: A } }],
  ['pull_request_target', { pull_request: { head: { sha: A } } }],
])('an event about a commit that the workflow does not check out is refused: %s', async (name, event) => {
  const result = await runStep('pipeline', {
    workspace: fixture.workspace,
    event,
    with: {
      ...LISTS,
      region: DEFAULTS.region,
      call: JSON.stringify({ ...LISTS, region: DEFAULTS.region, project: DEFAULTS.project, deploy: false }),
    },
    env: { ...fixture.emulator.env, GITHUB_SHA: C, GITHUB_EVENT_NAME: name },
  });
  expect(result.exitCode).toBe(1);
  expect(logOf(result)).toContain(`Event: ${name} is about commit ${A.slice(0, 12)}, but the workflow checks out`);
  expect(logOf(result)).toContain('Nothing was changed.');
});

test('where the runner gives no identity, as in a pull request from a fork, the plan shows the lists and says why', async () => {
  const result = await runStep('pipeline', {
    workspace: fixture.workspace,
    with: { ...LISTS, ...READER, region: DEFAULTS.region },
    env: {
      ...fixture.emulator.env,
      GITHUB_SHA: C,
      ACTIONS_ID_TOKEN_REQUEST_URL: '',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: '',
    },
  });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(result.summary).toContain('Deploy together');
  expect(result.summary).toMatch(/Not read: .*a pull request from a fork never gets one/);
});

test('it refuses all that the actions would, at once and without a call', async () => {
  const before = fixture.emulator.core.calls.list.length;
  const lists = {
    ...LISTS,
    services:
      '[{"name": "server", "service": "web", "image": "NAME", "probe-passes": 0, "steps": "9", "strategy": "canary"}]',
    migration: '{"image": "server", "job": "migrate", "timeout": "8d"}',
  };
  const inputs = { ...lists, project: DEFAULTS.project, region: DEFAULTS.region, deploy: true };
  const refused = await plan({ ...READER, ...lists, call: JSON.stringify(inputs) });
  expect(refused.exitCode).toBe(1);
  const messages = refused.errors.map(({ message }) => message).join('\n');
  for (const pattern of [/server takes the image NAME/, /server has steps/, /migration: timeout/, /web, probe-passes/])
    expect(messages).toMatch(pattern);
  expect(refused.summary).toContain('Nothing was changed');
  // A call without a deploy need not name its target, and is refused for all else.
  const checks = { ...inputs, deploy: false, region: '', project: '' };
  const built = await plan({ ...LISTS, call: JSON.stringify({ ...checks, ...LISTS, migration: '' }) });
  expect(built.exitCode, logOf(built)).toBe(0);
  const early = await plan({ ...lists, call: JSON.stringify(checks) });
  expect(early.errors.map(({ message }) => message).join('\n')).toMatch(/web, probe-passes/);
  expect(fixture.emulator.core.calls.list.slice(before)).toEqual([]);
});

test('it shows the live revision of each service and the release of each site, with what changes since', async () => {
  const result = await plan(READER);
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(result.warnings).toEqual([]);
  const row = (start: string) => result.summary.split('\n').find((line) => line.startsWith(`| ${start}`));
  expect(row('web in us-central1')).toMatch(
    /`web-b{12}-1` \| `b{12}` \| \[b{12} to c{12}\]\(\S+\/compare\/b{40}\.\.\.c{40}\) \|$/,
  );
  expect(row('worker in us-central1')).toMatch(/`worker-c{12}-1` \| `c{12}` \| nothing: this commit is live \|$/);
  expect(row('worker in europe-west4')).toMatch(/nothing yet \| {2}\| it is new \|$/);
  expect(row('site shop in ')).toMatch(/acme-shop.*app.* \| `b{40}` \| `b{12}` \| \[b{12} to c{12}\]/);
  expect(result.summary).not.toContain('⚠️');
});

test('it says first what would stop the release, or what it would replace: a hold, a freeze, a staged frontend', async () => {
  const held = await fixture.deploy(B, { service: 'web', hold: 'true', reason: 'slow' });
  expect(held.exitCode, logOf(held)).toBe(0);
  const { storage } = fixture.emulator;
  const name = 'app/.releases/state.json';
  const state = JSON.parse(String(await storage.read('acme-shop', name)));
  const staged = {
    release: 'v7',
    commit: A,
    at: '2026-03-01T10:00:00.000Z',
    run: 'https://github.com/acme/shop/actions/runs/7',
    canary: { release: 'r', lead: `projects/${DEFAULTS.project}/locations/us-central1/services/web` },
  };
  await storage.put('acme-shop', name, JSON.stringify({ ...state, staged }));
  const result = await plan({ ...READER, freeze: '2026-01-01 - 2099-01-01: the audit' });
  expect(result.exitCode, logOf(result)).toBe(0);
  const [before = ''] = result.summary.slice(result.summary.indexOf('Before the release')).split('| Live |');
  expect(before).toMatch(/⚠️ web in us-central1 is on hold\. .*slow/);
  expect(before.match(/⚠️ .*the audit/g)).toHaveLength(1);
  expect(before).toMatch(
    /⚠️ The site shop in .*: release v7 \(commit a{12}\) has been staged since 2026-03-01 10:00 UTC/,
  );
});

// The runner passes every input of action.yml, also empty ones.
test.each(['plan', 'select', 'entry', 'release', 'result', 'rollback', 'rollback-plan', 'rollback-result'])(
  'the task %s takes every input of the manifest',
  async (task) => {
    const { inputs } = parse(readFileSync('actions/pipeline/action.yml', 'utf8')) as {
      inputs: Record<string, { default?: string }>;
    };
    const all = Object.entries(inputs).map(([name, { default: value = '' }]) => [name, value]);
    const result = await runStep('pipeline', {
      workspace: fixture.workspace,
      with: { ...Object.fromEntries(all), task },
      env: { ...fixture.emulator.env, GITHUB_SHA: C },
    });
    expect(result.log).not.toContain('is not an input of this action');
  },
);

test('what cannot be read is a warning, and the rest is shown', async () => {
  const { faults } = fixture.emulator.core;
  faults.add({ api: 'run', method: 'GET', path: '/services/web', status: 403 });
  const result = await plan({
    ...READER,
    services: JSON.stringify([
      { name: 'server', service: 'web' },
      { name: 'worker', manifest: 'worker.yaml' },
      { name: 'other', manifest: 'gone.yaml' },
    ]),
  });
  faults.clear();
  expect(result.exitCode, logOf(result)).toBe(0);
  const warnings = result.warnings.map(({ message }) => message).join('\n');
  expect(warnings).toMatch(/does not show all of the live state: .*run\.services\.get/);
  expect(warnings).toMatch(/gone\.yaml/);
  expect(result.summary).toContain('worker in us-central1');
});
