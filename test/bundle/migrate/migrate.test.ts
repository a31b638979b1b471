/** The migrate bundle against the local Google Cloud: each migration runs once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixture, type Fixture, gate, JOB } from './migrate.fixture.ts';

let fixture: Fixture;
let workspace: string;
beforeEach(async () => {
  fixture = await createFixture();
  workspace = mkdtempSync(join(tmpdir(), 'migrate-'));
});
afterEach(async () => {
  await fixture[Symbol.asyncDispose]();
  rmSync(workspace, { recursive: true });
});

const jobDoc = () => fixture.emulator.run.jobs.get(JOB)?.doc;
const recordOf = () => JSON.parse(jobDoc()?.annotations?.['actions.orchestra.dev/schema'] ?? '{}');

describe('a migration', () => {
  it('runs in a job of one task without retries, by digest, and its lines are shown', async () => {
    const result = await fixture.step({ with: { secrets: 'DATABASE_URL=database-url:latest' } });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.log).toContain('applied 000007');
    expect(result.outputs).toMatchObject({ execution: fixture.migrations()[0], 'already-applied': 'false' });
    expect(result.outputs['log-uri']).toContain('console.cloud.google.com');
    expect(jobDoc()?.template).toMatchObject({
      taskCount: 1,
      template: {
        maxRetries: 0,
        containers: [
          {
            image: fixture.image,
            args: ['migrate'],
            env: [{ name: 'DATABASE_URL', valueSource: { secretKeyRef: { secret: 'database-url', version: '1' } } }],
          },
        ],
      },
    });
    expect(jobDoc()?.template?.template?.maxRetries).toBe(0);
    expect(result.summary).toContain('are applied');
  });

  it('is not repeated for the same commit', async () => {
    await fixture.step();
    const before = fixture.emulator.core.calls.list.length;
    const again = await fixture.step();
    expect(again.outputs).toMatchObject({ 'already-applied': 'true', execution: fixture.migrations()[0] });
    expect(fixture.migrations()).toHaveLength(1);
    // Its record is in the job that was read first, which is not read again.
    const calls = fixture.emulator.core.calls.list.slice(before);
    expect(calls.filter(({ path }) => path.endsWith('/jobs/migrate'))).toHaveLength(1);
  });

  it('is run again after a failure', async () => {
    fixture.program({ exitCode: 1 });
    expect((await fixture.step()).exitCode).toBe(1);
    fixture.program({});
    expect((await fixture.step()).outputs['already-applied']).toBe('false');
    expect(fixture.migrations()).toHaveLength(2);
  });

  it('of two runs at once runs once', async () => {
    fixture.program({ durationMs: 400 });
    const results = await Promise.all([fixture.step(), fixture.step(), fixture.step()]);
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(fixture.migrations()).toHaveLength(1);
  });

  it('of another commit is waited for, and both images run', async () => {
    const { released, releaseAt } = gate();
    fixture.program({ until: released });
    const first = fixture.step();
    await fixture.until(() => fixture.migrations().length === 1);
    const second = await fixture.step({ commit: 'b'.repeat(40), onOutput: releaseAt('Waiting for') });
    expect(second.exitCode, second.log).toBe(0);
    expect(second.log).toContain('Waiting for');
    expect((await first).exitCode).toBe(0);
    expect(fixture.migrations()).toHaveLength(2);
    expect(
      recordOf().history.map(({ commit, state }: { commit: string; state: string }) => [commit[0], state]),
    ).toEqual([
      ['b', 'applied'],
      ['a', 'applied'],
    ]);
  });

  it('reports the version of the schema before and after', async () => {
    let version = 6;
    fixture.program(
      () => {
        version = 7;
        return {};
      },
      () => `{"version":${version},"dirty":false}`,
    );
    const result = await fixture.step({ with: { 'status-args': 'migrate\nstatus' } });
    expect(result.outputs['schema-version']).toBe('7');
    expect(result.log).toContain('Schema before: version 6');
    expect(recordOf().history[0]).toMatchObject({ version: '7', contracting: false, state: 'applied' });
  });

  it('that takes something away is remembered as such', async () => {
    await fixture.step({ with: { contracting: 'true' } });
    expect(recordOf().history[0]).toMatchObject({ contracting: true, state: 'applied' });
  });

  it('takes what a service has', async () => {
    const { emulator, image } = fixture;
    const base = `${emulator.urls.run}/v2/projects/orchestra-dev/locations/us-central1/services`;
    const created = await fetch(`${base}?serviceId=shop`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        template: {
          serviceAccount: 'deployer@orchestra-dev.iam.gserviceaccount.com',
          containers: [
            {
              image,
              ports: [{ containerPort: 3000 }],
              env: [{ name: 'DATABASE_URL', valueSource: { secretKeyRef: { secret: 'database-url', version: '1' } } }],
              volumeMounts: [{ name: 'sql', mountPath: '/cloudsql' }],
            },
          ],
          volumes: [{ name: 'sql', cloudSqlInstance: { instances: ['orchestra-dev:us-central1:db'] } }],
        },
      }),
    });
    expect(created.status).toBe(200);
    const result = await fixture.step({ with: { 'from-service': 'shop', job: '' } });
    expect(result.exitCode, result.log).toBe(0);
    expect(emulator.run.jobs.get(`${JOB.replace(/migrate$/, 'shop-migrate')}`)?.doc.template?.template).toMatchObject({
      serviceAccount: 'deployer@orchestra-dev.iam.gserviceaccount.com',
      volumes: [{ name: 'sql', cloudSqlInstance: { instances: ['orchestra-dev:us-central1:db'] } }],
      containers: [{ env: [{ name: 'DATABASE_URL' }], volumeMounts: [{ mountPath: '/cloudsql' }] }],
    });
  });

  it('names a missing secret at its place in the manifest of the service', async () => {
    const env = '{ name: KEY, valueFrom: { secretKeyRef: { name: gone, key: latest } } }';
    writeFileSync(
      join(workspace, 'web.yaml'),
      `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      containers:\n        - image: r/i\n          env:\n            - ${env}\n`,
    );
    const refused = await fixture.step({ workspace, with: { 'from-service': 'web.yaml' } });
    const message = expect.stringContaining('KEY: the secret projects/orchestra-dev/secrets/gone');
    expect(refused.errors).toEqual([expect.objectContaining({ file: 'web.yaml', line: 10, message })]);
  });

  it('is checked for what destroys data before it runs', async () => {
    mkdirSync(join(workspace, 'db'));
    writeFileSync(join(workspace, 'db/000001_a.up.sql'), 'SELECT 1;\nDROP TABLE users;');
    const refused = await fixture.step({ workspace, with: { migrations: 'db' } });
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContainEqual(
      expect.objectContaining({
        file: 'db/000001_a.up.sql',
        line: 2,
        message: expect.stringContaining('DROP TABLE users'),
      }),
    );
    expect(fixture.migrations()).toEqual([]);

    writeFileSync(
      join(workspace, 'db/000001_a.up.sql'),
      '-- orchestra:safe It is empty.\n-- orchestra:contracting\nDROP TABLE users;',
    );
    const allowed = await fixture.step({ workspace, with: { migrations: 'db' } });
    expect(allowed.exitCode, allowed.log).toBe(0);
    expect(allowed.outputs['schema-version']).toBe('1');
    expect(recordOf().history[0]).toMatchObject({ contracting: true, version: '1' });
  });

  it('in a dry run changes nothing', async () => {
    const result = await fixture.step({ with: { 'dry-run': 'true' } });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.log).toContain('would be created and run');
    expect(jobDoc()).toBeUndefined();
  });
});

describe('a cancelled step', () => {
  let seen: ReturnType<typeof gate>;
  beforeEach(() => {
    seen = gate();
    fixture.program({ until: seen.released });
  });
  /** A step that is cancelled while the migration runs. */
  const ended = (signal: NodeJS.Signals, extra = {}) =>
    fixture.step({
      with: extra,
      onStart: (child) => void fixture.until(() => fixture.migrations().length === 1).then(() => child.kill(signal)),
    });
  /** The next run; the migration ends once that run has found it running. */
  const follow = () => fixture.step({ onOutput: seen.releaseAt('is already running; following it') });

  it('leaves the migration running and says so; the next run follows it', async () => {
    const result = await ended('SIGINT');
    expect(result.exitCode).toBe(1);
    expect(result.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('of this commit waits for it'),
    );
    const next = await follow();
    expect(next.exitCode, next.log).toBe(0);
    expect(next.log).toContain('is already running; following it');
    expect(fixture.migrations()).toHaveLength(1);
  });

  it('cancels the migration if cancel-execution is set, and post waits for its end', async () => {
    const result = await ended('SIGINT', { 'cancel-execution': 'true' });
    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('is being cancelled');
    const post = await fixture.step({ phase: 'post', state: result.state, with: { 'cancel-execution': 'true' } });
    expect(post.exitCode, post.log).toBe(0);
    expect(post.log).toContain('was cancelled while it ran');
    const [execution] = fixture.emulator.run.jobs.get(JOB)?.executions.values() ?? [];
    expect(execution?.doc).toMatchObject({ cancelledCount: 1, completionTime: expect.any(String) });
  });

  it('that an input error ended leaves nothing to post, which does not repeat the error', async () => {
    const main = await fixture.step({ with: { image: '' } });
    expect(main.log).toContain('Input image: is missing');
    const post = await fixture.step({ phase: 'post', state: main.state, with: { image: '' } });
    expect({ exitCode: post.exitCode, errors: post.errors }, post.log).toEqual({ exitCode: 0, errors: [] });
  });

  it('that is killed loses nothing', async () => {
    await ended('SIGKILL');
    const next = await follow();
    expect(next.exitCode, next.log).toBe(0);
    expect(next.log).toContain('is already running; following it');
    expect(fixture.migrations()).toHaveLength(1);
  });
});
