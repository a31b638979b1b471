/**
 * migrate against a real PostgreSQL, in both modes: golang-migrate's program with its own example migrations, and with those
 * of the sample application. In mode job the emulated Cloud Run runs real containers.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDockerDriver } from '../../packages/emulator/src/run/index.ts';
import { type Emulator, startEmulator } from '../../packages/emulator/src/start.ts';
import { type Engine, ensureEngine } from '../../scripts/parts/engine.ts';
import { ensureBaseImages, removeImages } from '../../scripts/parts/images.ts';
import { startPostgres } from '../../scripts/parts/postgres.ts';
import type { Server } from '../../scripts/parts/processes/daemon.ts';
import { cacheGoModules } from '../../scripts/parts/tools.ts';
import { createDockerConfig } from '../../src/container/docker-config.ts';
import { runStep, type StepResult } from '../harness/runner.ts';

const run = promisify(execFile);
/** Environment in which programs reach the engine: that of this process, or that of an engine started here. */
const docker = () => ({
  DOCKER_HOST: process.env.DOCKER_HOST,
  DOCKER_CONFIG: process.env.DOCKER_CONFIG,
  ...engine?.env,
});
const sample = join(import.meta.dirname, '../../examples/orchestra');

const engine: Engine | undefined = await ensureEngine().catch((error: unknown) => {
  if (process.env.CI === 'true') throw error;
  console.log(`Left out: migrations of PostgreSQL, since there is no engine (${(error as Error).message})`);
  return undefined;
});

describe.skipIf(!engine)('PostgreSQL', () => {
  let folder: string;
  let emulator: Emulator;
  let postgres: Server;
  let image: string;

  const env = () => ({ ...process.env, ...engine?.env }) as Record<string, string>;
  const name = () => `${emulator.registryHost}/orchestra-dev/orchestra/e2e-migrate`;

  /** An image with golang-migrate, its examples, the sample's migrations, and one that fails half-way. */
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'migrate-'));
    await ensureBaseImages(engine as Engine, ['alpine']);
    emulator = await startEmulator({
      driver: await createDockerDriver({ host: (engine as Engine).dockerHost, graceSeconds: 2 }),
    });
    await cacheGoModules(process.env);
    const build = { ...process.env, CGO_ENABLED: '0' };
    const go = ['-trimpath', '-ldflags=-s -w', '-tags', 'pgx5'];
    await run(
      'go',
      ['build', ...go, '-o', join(folder, 'migrate'), 'github.com/golang-migrate/migrate/v4/cmd/migrate'],
      { cwd: sample, env: build },
    );
    const { stdout } = await run('go', ['list', '-m', '-f', '{{.Dir}}', 'github.com/golang-migrate/migrate/v4'], {
      cwd: sample,
    });
    cpSync(join(stdout.trim(), 'database/postgres/examples/migrations'), join(folder, 'examples'), {
      recursive: true,
      mode: 0,
    });
    cpSync(join(sample, 'database/migrations'), join(folder, 'sample'), { recursive: true });
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken/000001_a.up.sql'), 'CREATE TABLE a (id int);');
    writeFileSync(join(folder, 'broken/000002_b.up.sql'), 'CREATE TABLE b (id int); SELECT nonsense FROM nowhere;');
    writeFileSync(
      join(folder, 'up'),
      '#!/bin/sh\nexec /migrate -path "/$1" -database "pgx5${DATABASE_URL#postgres}" "$2"\n',
      { mode: 0o755 },
    );
    writeFileSync(
      join(folder, 'Dockerfile'),
      'FROM alpine:3.20\nCOPY . /\nRUN chmod -R a+rX /examples\nENTRYPOINT ["/up"]\n',
    );
    await run('chmod', ['-R', 'u+w', join(folder, 'examples')]);
    const args = [
      'buildx',
      'build',
      '--network',
      'none',
      '--provenance',
      'false',
      // A base image may have zstd layers, which Docker's media types do not include.
      '--output',
      'type=image,oci-mediatypes=true',
      '--tag',
      `${name()}:1`,
      '--push',
      folder,
    ];
    const login = await createDockerConfig(emulator.registryHost, env(), folder, process.pid, async () =>
      emulator.token(),
    );
    await run('docker', args, { env: { ...env(), ...login.env } });
    login.close(false);
    image = `${name()}@${(await emulator.registry.find(`${name()}:1`))?.digest}`;
  }, 900_000);
  afterAll(async () => {
    await emulator?.stop();
    if (emulator) await removeImages(engine as Engine, emulator.registryHost);
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    postgres = await startPostgres(engine ? { engine } : {});
    emulator.seed.secret('database-url', postgres.url);
  });
  afterEach(() => postgres.stop());

  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client(postgres.url);
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const tables = async () =>
    (await query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).map(
      ({ tablename }) => tablename,
    );
  let count = 0;
  const migrate = (
    mode: 'job' | 'docker',
    which: string,
    given: Record<string, string> = {},
    commit = (++count).toString(16).padStart(40, '0'),
  ): Promise<StepResult> =>
    runStep('migrate', {
      env: { ...emulator.env, ...docker(), GITHUB_SHA: commit },
      with: {
        mode,
        image,
        project: 'orchestra-dev',
        args: `${which}\nup`,
        'status-args': `${which}\nversion`,
        'workload-identity-provider':
          'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
        'service-account': 'deployer@orchestra-dev.iam.gserviceaccount.com',
        ...(mode === 'job'
          ? { job: `migrate-${which}`, region: 'us-central1', secrets: 'DATABASE_URL=database-url:latest' }
          : { env: `DATABASE_URL=${postgres.url}` }),
        ...given,
      },
    });

  describe.each(['job', 'docker'] as const)('in mode %s', (mode) => {
    it("takes golang-migrate's own migrations, and says the version", async () => {
      const result = await migrate(mode, 'examples');
      expect(result.exitCode, result.log).toBe(0);
      expect(result.outputs['schema-version']).toBe('1885849751');
      expect(await tables()).toEqual(['books', 'movies', 'schema_migrations', 'users']);
      expect(result.log).toContain('version 0');
    });

    it("takes the sample's migrations, and nothing is left to do the second time", async () => {
      const first = await migrate(mode, 'sample');
      expect(first.exitCode, first.log).toBe(0);
      expect(await tables()).toContain('projects');
      const rows = await query('SELECT version, dirty FROM schema_migrations');
      expect(first.outputs['schema-version']).toBe(String(rows[0]?.version));
      const second = await migrate(mode, 'sample');
      expect(second.exitCode, second.log).toBe(0);
      expect(second.outputs['schema-version']).toBe(first.outputs['schema-version']);
    });

    it('stops at a migration that fails half-way, and the next run names the way out', async () => {
      const first = await migrate(mode, 'broken');
      expect(first.exitCode).toBe(1);
      expect(first.errors.map(({ message }) => message).join()).toContain('failed with exit code 1');
      expect(first.log).toContain('relation "nowhere" does not exist');
      expect(await query('SELECT version, dirty FROM schema_migrations')).toEqual([{ version: '2', dirty: true }]);
      const second = await migrate(mode, 'broken');
      expect(second.errors.map(({ message }) => message).join()).toMatch(/dirty at version 2.*"force 2".*"force 1"/);
    });

    it('shows no secret', async () => {
      const result = await migrate(mode, 'sample');
      const password = new URL(postgres.url).password;
      expect(result.log.replaceAll(/^::add-mask::.*$/gm, '') + result.summary).not.toContain(password);
    });
  });

  it('of two concurrent runs of one commit runs once', async () => {
    const commit = 'e'.repeat(40);
    const results = await Promise.all([
      migrate('job', 'examples', { 'status-args': '' }, commit),
      migrate('job', 'examples', { 'status-args': '' }, commit),
    ]);
    expect(
      results.map(({ exitCode }) => exitCode),
      results.map(({ log }) => log).join('\n'),
    ).toEqual([0, 0]);
    expect(results[0]?.outputs.execution).toBe(results[1]?.outputs.execution);
  });

  /** Running containers of the image. The engine's list lags behind, so each container is inspected. */
  const running = async () => {
    const { stdout } = await run('docker', ['ps', '--quiet', '--filter', `ancestor=${image}`], { env: env() });
    const ids = stdout.split('\n').filter(Boolean);
    const states = await Promise.all(
      ids.map((id) =>
        run('docker', ['inspect', '--format', '{{.State.Running}}', id], { env: env() }).then(
          (shown) => shown.stdout.trim(),
          (error: { stderr: string }) => {
            if (/no such (object|container)/i.test(error.stderr)) return 'false';
            throw error;
          },
        ),
      ),
    );
    return ids.filter((_, i) => states[i] === 'true');
  };

  it('stops a container on the runner that takes too long', async () => {
    const result = await migrate('docker', 'x', { command: 'sleep', args: '60', 'status-args': '', timeout: '2s' });
    expect(result.errors.map(({ message }) => message).join()).toContain('timed out after 2 s');
    expect(await running()).toEqual([]);
  });

  it('stops a container on the runner when the step is cancelled', async () => {
    const result = await runStep('migrate', {
      env: { ...emulator.env, ...docker(), GITHUB_SHA: 'f'.repeat(40) },
      with: {
        mode: 'docker',
        image,
        command: 'sleep',
        args: '60',
        // Of the container, not of the docker program.
        env: 'HOME=/app\nDOCKER_HOST=tcp://127.0.0.1:1',
        'workload-identity-provider':
          'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
        'service-account': 'deployer@orchestra-dev.iam.gserviceaccount.com',
      },
      onStart: (child) => {
        const poll = async () => {
          while ((await running()).length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
          child.kill('SIGINT');
        };
        void poll();
      },
    });
    expect(result.exitCode).toBe(1);
    expect(await running()).toEqual([]);
  });
});
