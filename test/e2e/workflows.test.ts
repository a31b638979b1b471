/**
 * The sample's own workflows, from end to end: `act` runs them, the release tree answers to `orchestra/actions@v1`, and the
 * local Google Cloud builds, migrates, deploys and serves for real. Each case says what serves afterwards.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../emulator/seed.ts';
import { fetchText } from '../../scripts/demo/pipeline.ts';
import { createRepository, type Repository } from '../../scripts/demo/repository.ts';
import { startWorld, type World } from '../../scripts/demo/world.ts';
import { localDir, projectDir, run } from '../../scripts/parts/local.ts';
import { ensureAct, ensureGolangciLint } from '../../scripts/parts/tools.ts';
import { type ActOptions, type ActResult, assembleRelease, runAct } from './act.ts';

let world: World;
let repository: Repository;
let act: string;
let path: string;
const scratch = mkdtempSync(join(tmpdir(), 'e2e-'));
/** Caches that outlive a run of this suite. */
const caches = join(localDir, 'e2e');

beforeAll(async () => {
  const [program, linter] = await Promise.all([ensureAct(), ensureGolangciLint()]);
  act = program;
  world = await startWorld(() => {});
  const { emulator } = world;
  emulator.seed.repository({ id: 'orchestra-preview' });
  emulator.seed.serviceAccount({ email: `preview@${DEFAULTS.project}.iam.gserviceaccount.com` });
  for (const name of ['database-url', 'redis-url', 'jwt-secret']) emulator.seed.secret(`preview-${name}`, secret(name));
  repository = createRepository(join(projectDir, 'examples/orchestra'), join(scratch, 'orchestra'), (commit, parent) =>
    emulator.github.commit(commit, parent ? [parent] : []),
  );
  assembleRelease(join(scratch, 'release'));
  path = [await toolchains(), dirname(linter), world.env.PATH ?? process.env.PATH].join(':');
}, 600_000);

afterAll(async () => {
  await world?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const secret = (name: string) => world.emulator.secrets.access(DEFAULTS.project, name, 'latest').value.toString();

/** The machine's own Rust, whatever version a workflow asks `rustup` for: that may not be here. */
async function toolchains(): Promise<string> {
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'rustup'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const sysroot = (await run('rustc', ['--print', 'sysroot'])).trim();
  return `${bin}:${join(sysroot, 'bin')}`;
}

function runWorkflow(options: Pick<ActOptions, 'event' | 'workflow'> & Partial<ActOptions>): Promise<ActResult> {
  const { emulator } = world;
  const image = (id: string) => `${emulator.registryHost}/${DEFAULTS.project}/${id}`;
  return runAct({
    act,
    scratch,
    logs: join(caches, 'logs'),
    repository: repository.folder,
    vars: {
      GCP_PROJECT: DEFAULTS.project,
      GCP_REGION: DEFAULTS.region,
      IMAGE_REPOSITORY: image('orchestra'),
      PREVIEW_IMAGE_REPOSITORY: image('orchestra-preview'),
      WORKLOAD_IDENTITY_PROVIDER: DEFAULTS.provider,
      PREVIEW_WORKLOAD_IDENTITY_PROVIDER: DEFAULTS.provider,
      BUILDER_ARGS: '--network=host',
      FRONTEND_BUCKET: DEFAULTS.bucket,
      URL_MAP: DEFAULTS.urlMap,
      SITE_HOST: DEFAULTS.siteHost,
    },
    token: emulator.github.token,
    env: {
      ...world.env,
      PATH: path,
      // The caches of this machine's toolchains, so that a run does not fetch the world.
      GOENV: join(homedir(), '.config/go/env'),
      GOPATH: join(homedir(), 'go'),
      GOCACHE: join(homedir(), '.cache/go-build'),
      GOLANGCI_LINT_CACHE: join(caches, 'golangci-lint'),
      CARGO_HOME: join(homedir(), '.cargo'),
      CARGO_TARGET_DIR: join(caches, 'target'),
      npm_config_cache: join(homedir(), '.npm'),
      npm_config_userconfig: join(homedir(), '.npmrc'),
      npm_config_store_dir: join(caches, 'pnpm'),
    },
    ...options,
  });
}

const push = () => runWorkflow({ event: 'push', workflow: 'deploy.yml', payload: { ref: 'refs/heads/main' } });
const dispatch = (inputs: Record<string, string>) =>
  runWorkflow({ event: 'workflow_dispatch', workflow: 'rollback.yml', inputs });

type Edit = Parameters<Repository['commit']>[1];
const DEPLOY = '.github/workflows/deploy.yml';

/** What differs on this machine: where the databases of the tests are, no image of a scanner, and no patience. */
const adapt: Edit = (files) => {
  files.replace(DEPLOY, /TEST_DATABASE_URL='[^']*'/, `TEST_DATABASE_URL='${secret('database-url')}'`);
  files.replace(DEPLOY, /TEST_REDIS_URL='[^']*'/, `TEST_REDIS_URL='${secret('redis-url').replace(/0$/, '15')}'`);
  files.replace(DEPLOY, /"dockerfile":/g, '"sbom": false, "dockerfile":');
  files.replace(DEPLOY, '"step-interval": "1m"', '"step-interval": "500ms", "probe-interval": "300ms"');
};

/** Checks that take no time; the sample's own run once, in the first case. */
const QUICK = '[{"name": "Quick", "run": "test ! -e RED"}]';

/** Commits the sample with quick checks and an edit. */
function commit(message: string, ...edits: Edit[]): string {
  return repository.commit(message, (files) => {
    adapt(files);
    files.replace(DEPLOY, /checks: \|\n\s+\[[\s\S]*?\n {8}\]/, `checks: '${QUICK}'`);
    for (const edit of edits) edit(files);
  });
}

/** The commit that the server answers with, and the one that stands in the site's page. */
async function serving(): Promise<{ server: string | undefined; site: string | undefined }> {
  const uri = world.emulator.run.services.get(
    `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/services/orchestra-server`,
  )?.doc.uri;
  const known = (text: string) => repository.commits.find((sha) => text.includes(sha));
  const site = world.emulator.urls.cdn.replace('127.0.0.1', DEFAULTS.siteHost);
  return {
    server: uri ? known((await fetchText(`${uri}/version`)).text) : undefined,
    site: known((await fetchText(`${site}/dashboard/index.html`)).text),
  };
}

const greeting =
  (text: string): Edit =>
  (files) =>
    files.replace('resources/dashboard/src/text.ts', /greeting: '[^']*'/, `greeting: '${text}'`);
/** A change of the server, and never the same in two runs, so that it is really built. */
const serverChange =
  (text: string): Edit =>
  (files) =>
    files.replace('app/version.go', 'package app\n', `package app\n\n// ${text} ${scratch}\n`);

// One story: each case starts from what the one before left serving.
describe('the sample in a runner', () => {
  let good: string;
  let frontend: string;
  let newer: string;

  test('a good push: tests, linters, images, migration, services and dashboard, to traffic', async () => {
    good = repository.commit('A good push', adapt);
    const result = await push();
    expect(result.ok, result.log.slice(-4000)).toBe(true);
    expect(Object.keys(result.jobs)).toEqual(
      expect.arrayContaining([
        'Plan',
        'Go tests',
        'Go lint',
        'Rust tests',
        'Dashboard tests',
        'Image server',
        'Migrate',
        'Deploy server',
        'Publish dashboard',
        'Result',
      ]),
    );
    expect(await serving()).toEqual({ server: good, site: good });
    expect(result.log).toContain('| Serves now | Revision or release | URL |');
  });

  test('only the dashboard changed: no image is built, no revision made, the site switches', async () => {
    frontend = commit('Only the dashboard', greeting('Second.'));
    const result = await push();
    expect(result.ok, result.log.slice(-4000)).toBe(true);
    expect([...result.log.matchAll(/set-output:: reused=(\w+)/g)].map((match) => match[1])).toEqual([
      'true',
      'true',
      'true',
    ]);
    expect(await serving()).toEqual({ server: good, site: frontend });
  });

  test('red tests: nothing that was built is deployed', async () => {
    commit('Red', serverChange('Red.'), (files) => files.write('RED', ''));
    const result = await push();
    expect(result.ok).toBe(false);
    expect(result.jobs).toMatchObject({ Quick: 'failed', 'Image server': 'succeeded' });
    expect(result.jobs).not.toHaveProperty('Migrate');
    expect(await serving()).toEqual({ server: good, site: frontend });
  });

  test('red lint: nothing is deployed', async () => {
    commit('Lint', (files) => {
      files.replace('.github/workflows/deploy.yml', QUICK, '[{"name": "Go lint", "golangci-lint": "v2.5.0"}]');
      files.write('app/lint.go', 'package app\n\nfunc unused() {}\n');
    });
    const result = await push();
    expect(result.ok).toBe(false);
    expect(result.jobs).toMatchObject({ 'Go lint': 'failed' });
    expect(await serving()).toEqual({ server: good, site: frontend });
  });

  test('an unhealthy revision: the deploy is red, the old one serves, the site stays', async () => {
    commit('Unhealthy', (files) => files.replace('app/health.go', 'if err != nil {', 'if err == nil {'));
    const result = await push();
    expect(result.ok).toBe(false);
    expect(result.jobs).toMatchObject({ Migrate: 'succeeded', 'Deploy server': 'failed' });
    expect(result.jobs).not.toHaveProperty('Publish dashboard');
    expect(await serving()).toEqual({ server: good, site: frontend });
  });

  test('two pushes in a row: both get through in order, and the later one serves', async () => {
    commit('First of two', serverChange('First of two.'));
    const one = await push();
    newer = commit('Second of two', serverChange('Second of two.'));
    const two = await push();
    expect([one.ok, two.ok], two.log.slice(-4000)).toEqual([true, true]);
    expect(await serving()).toEqual({ server: newer, site: newer });
  });

  test('a rollback by hand: the server and the dashboard, with a table of what serves', async () => {
    const result = await dispatch({ what: 'all', to: good, reason: 'A test', 'release-hold': 'false' });
    expect(result.ok, result.log.slice(-4000)).toBe(true);
    expect(await serving()).toEqual({ server: good, site: good });
    expect(result.log).toContain('| Serves now | Revision or release |');
  });

  test('under the hold the next push deploys nothing, and says how to release it', async () => {
    commit('Held', serverChange('Held.'));
    const result = await push();
    expect(result.ok).toBe(false);
    expect(result.log).toContain('release-hold');
    expect(await serving()).toEqual({ server: good, site: good });
  });

  test('once the hold is released, the next push serves', async () => {
    const released = await dispatch({ what: 'all', to: 'previous', reason: 'Go on', 'release-hold': 'true' });
    expect(released.ok, released.log.slice(-4000)).toBe(true);
    newer = commit('Released', serverChange('Released.'));
    const result = await push();
    expect(result.ok, result.log.slice(-4000)).toBe(true);
    expect(await serving()).toEqual({ server: newer, site: newer });
  });

  test('a pull request: a URL of its own in one comment; closing it cleans up; production is left alone', async () => {
    const head = commit('A pull request', serverChange('Preview.'));
    const payload = (action: string) => ({
      action,
      number: 7,
      pull_request: {
        number: 7,
        head: { sha: head, ref: 'feature', repo: { full_name: 'orchestra/orchestra' } },
        base: { ref: 'main' },
      },
      repository: { full_name: 'orchestra/orchestra' },
    });
    const before = await serving();
    const opened = await runWorkflow({ event: 'pull_request', workflow: 'preview.yml', payload: payload('opened') });
    expect(opened.ok, opened.log.slice(-4000)).toBe(true);
    const again = await runWorkflow({
      event: 'pull_request',
      workflow: 'preview.yml',
      payload: payload('synchronize'),
    });
    expect(again.ok, again.log.slice(-4000)).toBe(true);
    const comments = world.emulator.github.comments(7);
    expect(comments).toHaveLength(1);
    const url = /http:\/\/pr-7---[^\s)]+/.exec(comments[0]?.body ?? '')?.[0] ?? '';
    expect(url).not.toBe('');
    const closed = await runWorkflow({ event: 'pull_request', workflow: 'preview.yml', payload: payload('closed') });
    expect(closed.ok, closed.log.slice(-4000)).toBe(true);
    expect((await fetchText(`${url}/version`)).status).toBe(404);
    expect(await serving()).toEqual(before);
  });

  test('a red migration: nothing is deployed', async () => {
    const before = await serving();
    commit('Broken migration', (files) =>
      files.write('database/migrations/000004_break.up.sql', 'ALTER TABLE no_such_table ADD COLUMN x int;\n'),
    );
    const result = await push();
    expect(result.ok).toBe(false);
    expect(result.jobs).toMatchObject({ Migrate: 'failed' });
    expect(Object.keys(result.jobs).filter((name) => name.startsWith('Deploy') || name.startsWith('Publish'))).toEqual(
      [],
    );
    expect(await serving()).toEqual(before);
  });
});
