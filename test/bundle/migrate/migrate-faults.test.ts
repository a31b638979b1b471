/** Faults around a migration, through the bundle: it runs once, or not at all, and the step says why. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../packages/emulator/src/core/faults.ts';
import type { StepResult } from '../../harness/runner.ts';
import { createFixture, type Fixture, gate, JOB } from './migrate.fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

const errorsOf = (result: StepResult): string => result.errors.map(({ message }) => message).join('\n');
const api = (method: string, path: string): Promise<Response> =>
  fetch(`${fixture.emulator.urls.run}/v2/${path}`, {
    method,
    headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
    ...(method === 'POST' && { body: '{}' }),
  });

/** Calls of a migration, as faults name them. */
const RUN = { api: 'run', method: 'POST', path: 'migrate:run' };
const CREATE = { api: 'run', method: 'POST', path: 'jobs\\?jobId' };
const UPDATE = { api: 'run', method: 'PATCH', path: 'jobs/migrate' };
const READ_JOB = { api: 'run', method: 'GET', path: 'jobs/migrate$' };
const READ = { api: 'run', method: 'GET', path: 'executions/migrate-' };
const LIST = { api: 'run', method: 'GET', path: 'migrate/executions' };

const PASSING: readonly (readonly [name: string, rule: FaultRule])[] = [
  ['the response to the start is lost', { ...RUN, dropResponse: true }],
  ['the start is reset before it is carried out', { ...RUN, reset: true }],
  ['the start fails with 503', { ...RUN, status: 503 }],
  ['the start fails with 500', { ...RUN, status: 500 }],
  ['the start is put off by quota twice', { ...RUN, status: 429, times: 2 }],
  ['the start is overtaken', { ...RUN, status: 409, message: 'etag mismatch' }],
  ['the response to the creation of the job is lost', { ...CREATE, dropResponse: true }],
  ['the creation of the job is reset', { ...CREATE, reset: true }],
  ['the creation of the job fails with 503', { ...CREATE, status: 503 }],
  ['the job cannot be read for a moment', { ...READ_JOB, status: 503, times: 2 }],
  ['the executions cannot be listed for a moment', { ...LIST, status: 500 }],
  ['the execution cannot be read for a moment', { ...READ, status: 503, times: 3 }],
  ['reading the execution is reset', { ...READ, reset: true, nth: 2 }],
  ['reading the execution is slow', { ...READ, delayMs: 1500, nth: 2 }],
  ['the access token expires while it runs', { ...READ, expireToken: true, nth: 2 }],
  ['the record of the schema is overtaken', { ...UPDATE, status: 409 }],
  ['the response to the record of the schema is lost', { ...UPDATE, dropResponse: true }],
  ['the token service is down for a moment', { api: 'sts', status: 503 }],
  ['the log cannot be read for a moment', { api: 'logging', status: 503, times: 2 }],
];

describe('the migration runs exactly once although', () => {
  it.each(PASSING)('%s', async (_name, rule) => {
    fixture.program({ durationMs: 300 });
    fixture.fault(rule);
    const result = await fixture.step();
    expect(result.exitCode, result.log).toBe(0);
    expect(fixture.migrations()).toEqual([result.outputs.execution]);
    // Otherwise the fault did not occur and the test shows nothing.
    expect(fixture.hits()).toBeGreaterThan(0);
  });

  it('two runs start it at the same moment', async () => {
    fixture.program({ exitCode: 1 });
    await fixture.step();
    const seen = gate();
    fixture.program({ until: seen.released });
    // Both have read the job before either starts it: only the etag prevents a second start.
    const both = gate();
    let starts = 0;
    fixture.emulator.core.calls.onCall(async ({ method, path }) => {
      if (method !== RUN.method || !path.endsWith(RUN.path)) return;
      if (++starts === 2) both.release();
      await both.released;
    });
    const step = () => fixture.step({ onOutput: seen.releaseAt('is already running; following it') });
    const results = await Promise.all([step(), step()]);
    expect(
      results.map(({ exitCode }) => exitCode),
      results.map(({ log }) => log).join('\n'),
    ).toEqual([0, 0]);
    expect(starts).toBe(2);
    expect(fixture.migrations()).toHaveLength(2);
  });

  it('two commits start at the same moment', async () => {
    fixture.program({ durationMs: 300 });
    const results = await Promise.all([fixture.step(), fixture.step({ commit: 'b'.repeat(40) })]);
    expect(
      results.map(({ exitCode }) => exitCode),
      results.map(({ log }) => log).join('\n'),
    ).toEqual([0, 0]);
    expect(fixture.migrations()).toHaveLength(2);
    expect(new Set(results.map(({ outputs }) => outputs.execution)).size).toBe(2);
  });

  it('the right to read logs is missing: there is a link and one line', async () => {
    fixture.emulator.core.access.deny('logging.logEntries.list');
    const result = await fixture.step();
    expect(result.exitCode, result.log).toBe(0);
    expect(result.notices.map(({ message }) => message).join()).toMatch(
      /logging.logEntries.list.*roles\/logging.viewer.*console.cloud.google.com/,
    );
  });
});

describe('the step fails and names the cause when', () => {
  it('the program fails, with its last lines', async () => {
    fixture.program({ exitCode: 3, logs: ['connecting', 'relation "users" does not exist'] });
    const result = await fixture.step();
    expect(errorsOf(result)).toContain('The migration failed with exit code 3');
    expect(result.summary).toContain('relation "users" does not exist');
    expect(fixture.migrations()).toHaveLength(1);
  });

  it('the program takes longer than its timeout', async () => {
    fixture.emulator.run.settings.secondMs = 20;
    fixture.program({ durationMs: 60_000 });
    const result = await fixture.step({ with: { timeout: '2s' } });
    expect(errorsOf(result)).toContain('The migration timed out after 2s');
  });

  it.each([
    ['is killed, as Cloud Run does when memory runs out', { signal: 9 }],
    ['is killed below the shell that started it', { exitCode: 137 }],
  ])('the program %s', async (_, end) => {
    fixture.program(end);
    const result = await fixture.step();
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toMatch(/most likely because it ran out of memory.*resources\.limits/);
    expect(fixture.migrations()).toHaveLength(1);
  });

  it('another user cancels the execution', async () => {
    fixture.program({ durationMs: 60_000 });
    const step = fixture.step();
    await fixture.until(() => fixture.migrations().length === 1);
    await api('POST', `${fixture.migrations()[0]}:cancel`);
    expect(errorsOf(await step)).toContain('was cancelled while it ran');
  });

  it('another user deletes the execution', async () => {
    fixture.program({ durationMs: 60_000 });
    const step = fixture.step();
    await fixture.until(() => fixture.migrations().length === 1);
    await api('DELETE', fixture.migrations()[0] as string);
    expect(errorsOf(await step)).toMatch(/was deleted while it ran|was cancelled while it ran/);
  });

  it('the image is not in the registry', async () => {
    const result = await fixture.step({
      with: { image: fixture.image.replace(/sha256:.*/, `sha256:${'0'.repeat(64)}`) },
    });
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toMatch(/[Ii]mage|not found/);
    expect(fixture.migrations().length).toBeLessThanOrEqual(1);
  });

  it('the secret does not exist', async () => {
    const result = await fixture.step({ with: { secrets: 'DATABASE_URL=no-such-secret:1' } });
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toContain('no-such-secret');
  });

  it('the service to copy from does not exist', async () => {
    const result = await fixture.step({ with: { 'from-service': 'shop' } });
    expect(errorsOf(result)).toMatch(
      /the service shop was not found in us-central1 of orchestra-dev.*path of its manifest/,
    );
  });

  it('the schema is dirty: the fix is named and nothing runs', async () => {
    fixture.program({}, () => '{"version":7,"dirty":true}');
    const result = await fixture.step({ with: { 'status-args': 'status' } });
    expect(errorsOf(result)).toMatch(/The database is dirty at version 7.*"force 7"/);
    expect(fixture.migrations()).toEqual([]);
  });

  it('the schema is dirty afterwards', async () => {
    let dirty = false;
    fixture.program(
      () => {
        dirty = true;
        return {};
      },
      () => `{"version":8,"dirty":${dirty}}`,
    );
    const result = await fixture.step({ with: { 'status-args': 'status' } });
    expect(errorsOf(result)).toContain('dirty at version 8');
  });

  it('the manifest has an unknown key, at its line', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'manifest-'));
    writeFileSync(
      join(workspace, 'job.yaml'),
      'apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata:\n  name: migrate\nspec:\n  template:\n    spec:\n      tasks: 1\n',
    );
    const result = await fixture.step({ workspace, with: { manifest: 'job.yaml', args: '' } });
    rmSync(workspace, { recursive: true });
    expect(result.errors).toContainEqual(
      expect.objectContaining({ file: 'job.yaml', line: 8, message: expect.stringContaining('tasks') }),
    );
  });

  it('the manifest names another project by its number', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'manifest-'));
    const spec = 'spec: {template: {spec: {template: {spec: {containers: [{image: "x"}]}}}}}\n';
    writeFileSync(
      join(workspace, 'job.yaml'),
      `apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata:\n  name: migrate\n  namespace: 987654321098\n${spec}`,
    );
    const result = await fixture.step({ workspace, with: { manifest: 'job.yaml', args: '' } });
    rmSync(workspace, { recursive: true });
    expect(result.errors).toContainEqual(
      expect.objectContaining({ file: 'job.yaml', line: 5, message: expect.stringContaining('is 123456789012') }),
    );
    expect(fixture.emulator.run.jobs.size).toBe(0);
  });

  it('it is cancelled before the start: nothing runs', async () => {
    fixture.fault({ ...READ_JOB, delayMs: 1500 });
    const result = await fixture.step({
      onStart: (child) =>
        void fixture
          .until(() => fixture.emulator.core.calls.list.some(({ api: name }) => name === 'run'))
          .then(() => child.kill('SIGINT')),
    });
    expect(errorsOf(result)).toContain('was cancelled');
    expect(fixture.migrations()).toEqual([]);
  });
});

describe('missing permissions: the step names the permission and a role that grants it when', () => {
  it.each([
    ['run.jobs.get', 'roles/run.developer'],
    ['run.jobs.create', 'roles/run.developer'],
    ['run.jobs.run', 'roles/run.developer'],
    ['run.executions.get', 'roles/run.developer'],
    ['run.executions.list', 'roles/run.developer'],
  ])('%s is missing', async (permission, role) => {
    if (permission === 'run.executions.list') await fixture.step();
    fixture.emulator.core.access.deny(permission);
    const result = await fixture.step({ commit: 'b'.repeat(40) });
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toContain(permission);
    expect(errorsOf(result)).toContain(role);
  });
});

describe('identity: the step says what is wrong when', () => {
  it('the runner offers no token', async () => {
    const result = await fixture.step({ env: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined } });
    expect(errorsOf(result)).toContain('the runner offers no OIDC token');
    expect(errorsOf(result)).toContain('id-token: write');
  });

  it('the provider does not exist', async () => {
    const result = await fixture.step({
      with: {
        'workload-identity-provider':
          'projects/123456789012/locations/global/workloadIdentityPools/github/providers/other',
      },
    });
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toContain('providers/other');
  });

  it("the runner's token has expired", async () => {
    fixture.emulator.oidc.lifetimeSeconds = -60;
    const result = await fixture.step();
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toMatch(/workload identity provider projects\/123456789012.*providers\/github: 4\d\d/);
  });

  it("the runner's token is for another audience", async () => {
    const { token } = fixture.emulator.oidc;
    fixture.emulator.oidc.token = (_audience, claims) => token('https://example.com', claims);
    const result = await fixture.step();
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toMatch(/workload identity provider .*audience/);
  });

  it('the service account cannot be impersonated', async () => {
    fixture.emulator.seed.serviceAccount({ users: [] });
    const result = await fixture.step();
    expect(errorsOf(result)).toMatch(/the impersonated service account.*403/);
  });

  it('the project does not exist', async () => {
    const result = await fixture.step({ with: { project: 'no-such-project' } });
    expect(errorsOf(result)).toContain('projects/no-such-project/locations/us-central1/jobs/migrate');
  });
});

describe('the job of another', () => {
  it('is not changed back by our record', async () => {
    const { released, release } = gate();
    fixture.program({ until: released });
    const step = fixture.step();
    await fixture.until(() => fixture.migrations().length === 1);
    const path = `${fixture.emulator.urls.run}/v2/${JOB}`;
    const headers = { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' };
    const doc = (await (await fetch(path, { headers })).json()) as { template: { template: { timeout: string } } };
    doc.template.template.timeout = '77s';
    expect((await fetch(path, { method: 'PATCH', headers, body: JSON.stringify(doc) })).status).toBe(200);
    release();
    expect((await step).exitCode).toBe(0);
    expect(fixture.emulator.run.jobs.get(JOB)?.doc.template?.template?.timeout).toBe('77s');
    expect(fixture.emulator.run.jobs.get(JOB)?.doc.annotations?.['actions.orchestra.dev/schema']).toContain('applied');
  });
});
