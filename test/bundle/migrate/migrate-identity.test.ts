/** Which changes make a new migration, and which count as applied, through the bundle. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixture, type Fixture, JOB } from './migrate.fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

const STAGING = { env: 'TARGET=staging', secrets: 'DATABASE_URL=database-url:latest' };
const messagesOf = (list: readonly { message: string }[]) => list.map(({ message }) => message).join('\n');

/** Runs a step that must succeed; returns whether the migration was already applied. */
async function applied(given: Record<string, string> = {}, commit?: string): Promise<boolean> {
  const result = await fixture.step({ with: given, ...(commit && { commit }) });
  expect(result.exitCode, result.log).toBe(0);
  return result.outputs['already-applied'] === 'true';
}

describe('a migration of the same commit and image runs again when', () => {
  it('another database is meant, by secret and environment; each counts from then on', async () => {
    fixture.emulator.seed.secret('database-url-production', 'postgres://production');
    const production = { env: 'TARGET=production', secrets: 'DATABASE_URL=database-url-production:latest' };
    expect(await applied(STAGING)).toBe(false);
    expect(await applied(production)).toBe(false);
    expect(await applied(STAGING)).toBe(true);
    expect(await applied(production)).toBe(true);
    expect(fixture.migrations()).toHaveLength(2);
  });

  it.each<[string, Record<string, string>]>([
    ['the command is another', { command: 'node' }],
    ['the arguments are others', { args: 'migrate\nup' }],
    ['an instance of Cloud SQL is another', { 'cloudsql-instances': 'orchestra-dev:us-central1:other' }],
    ['the service account is another', { 'runtime-service-account': 'deployer@orchestra-dev.iam.gserviceaccount.com' }],
    ['it is forced', { force: 'true' }],
  ])('%s', async (_name, change) => {
    await applied(STAGING);
    expect(await applied({ ...STAGING, ...change })).toBe(false);
    expect(fixture.migrations()).toHaveLength(2);
  });

  it('a secret was rotated, or deleted and made again', async () => {
    await applied(STAGING);
    fixture.emulator.seed.secret('database-url', 'postgres://rotated');
    expect(await applied(STAGING)).toBe(false);
    expect(await applied(STAGING)).toBe(true);
    fixture.emulator.secrets.delete('orchestra-dev', 'database-url');
    fixture.emulator.seed.secret('database-url', 'postgres://one');
    fixture.emulator.seed.secret('database-url', 'postgres://two');
    expect(await applied(STAGING)).toBe(false);
    expect(fixture.migrations()).toHaveLength(3);
  });
});

describe('a migration of the same commit and image does not run again when', () => {
  it('only limits or the timeout changed', async () => {
    await applied(STAGING);
    expect(await applied({ ...STAGING, timeout: '20m' })).toBe(true);
    expect(fixture.migrations()).toHaveLength(1);
  });

  it('versions of secrets cannot be read: the step warns and names the role', async () => {
    fixture.emulator.core.access.deny('secretmanager.versions.get');
    expect(await applied(STAGING)).toBe(false);
    const again = await fixture.step({ with: STAGING });
    expect(again.outputs['already-applied'], again.log).toBe('true');
    expect(messagesOf(again.warnings)).toMatch(/secretmanager\.versions\.get.*roles\/secretmanager\.viewer/);
    expect(again.summary).toContain('recorded, not verified');
  });

  it('it is forced by two runs at once: they start one execution', async () => {
    await applied();
    fixture.program({ durationMs: 2000 });
    const results = await Promise.all([
      fixture.step({ with: { force: 'true' } }),
      fixture.step({ with: { force: 'true' } }),
    ]);
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(new Set(results.map(({ outputs }) => outputs.execution)).size).toBe(1);
    expect(fixture.migrations()).toHaveLength(2);
  });
});

describe('with status-args', () => {
  it('"applied" is compared with the database, and a restored one is migrated again', async () => {
    let version = 6;
    fixture.program(
      () => {
        version = 7;
        return {};
      },
      () => `{"version":${version},"dirty":false}`,
    );
    const given = { 'status-args': 'migrate\nstatus' };
    await applied(given);
    const verified = await fixture.step({ with: given });
    expect(verified.outputs).toMatchObject({ 'already-applied': 'true', 'schema-version': '7' });
    expect(verified.summary).toMatch(/were applied before, and the database is at version `7`/);
    version = 5;
    const restored = await fixture.step({ with: given });
    expect(restored.outputs).toMatchObject({ 'already-applied': 'false', 'schema-version': '7' });
    expect(messagesOf(restored.warnings)).toContain('the database is at version 5');
    expect(fixture.migrations()).toHaveLength(2);
  });
});

describe('what version 1.0 recorded', () => {
  const OLD = {
    command: 'node',
    env: 'TARGET=staging',
    secrets: 'DATABASE_URL=database-url:latest',
    'cloudsql-instances': 'orchestra-dev:us-central1:db',
    'runtime-service-account': 'deployer@orchestra-dev.iam.gserviceaccount.com',
  };
  const migrations = () => fixture.migrations().length;
  beforeEach(() => fixture.load('1.0.0/migrate-applied.json'));

  it('counts as applied where the configuration is the same', async () => {
    expect(await applied(OLD)).toBe(true);
    expect(migrations()).toBe(1);
  });

  it('counts by the name of the secret where it cannot be read', async () => {
    fixture.emulator.core.access.deny('secretmanager.versions.get');
    expect(await applied(OLD)).toBe(true);
  });

  it.each<[string, Record<string, string>]>([
    ['another environment', { env: 'TARGET=production' }],
    ['another version of a secret', { secrets: 'DATABASE_URL=database-url:2' }],
    ['another database', { 'cloudsql-instances': 'orchestra-dev:us-central1:other' }],
  ])('does not count for %s', async (_name, change) => {
    fixture.emulator.seed.secret('database-url', 'postgres://other');
    expect(await applied({ ...OLD, ...change })).toBe(false);
    expect(migrations()).toBe(2);
  });

  it('does not count where its secret was rotated since', async () => {
    fixture.emulator.seed.secret('database-url', 'postgres://rotated');
    expect(await applied(OLD)).toBe(false);
    expect(await applied(OLD)).toBe(true);
  });

  it('does not count where it used a version that was destroyed since', async () => {
    fixture.emulator.seed.secret('database-url', 'postgres://destroyed');
    fixture.emulator.secrets.setState('orchestra-dev', 'database-url', 2, 'DESTROYED');
    expect(await applied(OLD)).toBe(false);
  });
});

describe('a late migration', () => {
  let workspace: string;
  const write = (name: string, text: string) => writeFileSync(join(workspace, 'db', name), text);
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'late-'));
    mkdirSync(join(workspace, 'db'));
    write('000007_b.up.sql', 'CREATE TABLE a (id int);');
  });
  afterEach(() => rmSync(workspace, { recursive: true }));
  const STATUS = { 'status-args': 'status' };
  const step = (commit: string, given: Record<string, string> = {}) =>
    fixture.step({ workspace, commit: commit.repeat(40), with: { migrations: 'db', ...given } });

  it.each<[string, Record<string, string>]>([
    ['with', STATUS],
    ['without', {}],
  ])('is named and judged %s status-args, at each run until it is renumbered', async (_name, given) => {
    fixture.program({}, () => '7');
    expect((await step('a', given)).warnings).toEqual([]);
    write('000005_late.up.sql', 'DROP TABLE users;');
    for (const commit of ['b', 'c']) {
      const result = await step(commit, given);
      expect(result.exitCode, result.log).toBe(0);
      expect(result.warnings).toMatchObject([
        { file: 'db/000005_late.up.sql', message: expect.stringMatching(/is numbered below version 7.*added later/) },
        { file: 'db/000005_late.up.sql', line: 1, message: expect.stringContaining('DROP TABLE users') },
      ]);
    }
    const ran = fixture.migrations().length;
    const refused = await step('d', { ...given, 'out-of-order': 'refuse' });
    expect(refused.exitCode).toBe(1);
    expect(messagesOf(refused.errors)).toContain('Use a number above that version');
    const judged = await step('d', { ...given, 'out-of-order': 'allow' });
    expect(judged.exitCode).toBe(1);
    expect(messagesOf(judged.errors)).toContain('DROP TABLE users');
    expect(fixture.migrations()).toHaveLength(ran);
    write('000005_late.up.sql', '-- orchestra:safe Empty.\n-- orchestra:contracting\nDROP TABLE users;');
    expect((await step('d', { ...given, 'out-of-order': 'allow' })).exitCode).toBe(0);
    const annotation = fixture.emulator.run.jobs.get(JOB)?.doc.annotations?.['actions.orchestra.dev/schema'];
    expect(JSON.parse(annotation ?? '{}').history[0]).toMatchObject({ commit: 'd'.repeat(40), contracting: true });
    expect((await step('e', given)).warnings).toEqual([]);
  });

  it('cannot be distinguished at the first run: all below the version are named once', async () => {
    fixture.program({}, () => '7');
    write('000005_late.up.sql', 'DROP TABLE users;');
    const result = await step('a', STATUS);
    expect(result.exitCode, result.log).toBe(0);
    expect(messagesOf(result.warnings)).toMatch(/not recorded.*db\/000005_late\.up\.sql[\s\S]*DROP TABLE users/);
    expect((await step('b', STATUS)).warnings).toEqual([]);
  });
});
