/**
 * The sample's workflows from end to end: `act` runs them, the release tree stands in for `orchestra/actions@v1`, and the
 * local Google Cloud builds, migrates, deploys and serves. Each test checks the live revisions and the summary
 * afterwards. Each test starts from the state of the previous one.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchText } from '../../scripts/demo/pipeline.ts';
import { ensureEngine } from '../../scripts/parts/engine.ts';
import { run } from '../../scripts/parts/local.ts';
import { type ActResult, failures, RUN_LIMIT } from './act.ts';
import {
  type Edit,
  ensureTools,
  greeting,
  onlyLint,
  PREVIEW_BUCKET,
  quickChecks,
  type Sample,
  serverChange,
  small,
  startSample,
  wholePreview,
} from './sample.ts';

// The time limit of a run is shorter than that of the test, since only the run shows the step that hangs.
vi.setConfig({ testTimeout: RUN_LIMIT + 300_000 });

const tools = await ensureEngine()
  .then(ensureTools)
  .catch((error: Error) => {
    if (process.env.CI === 'true') throw error;
    console.log(`Left out: the workflows in a runner (${error.message.split('\n')[0]})`);
    return undefined;
  });

/** Results of the steps of the release, from the summary; none if it did not start. */
function stages({ log }: ActResult): Record<string, string> {
  const table = /## Release\n+\| Step \| Result \|\n.*\n((?:\|.*\|\n)+)/.exec(log)?.[1] ?? '';
  return Object.fromEntries([...table.matchAll(/\| (\w+) \| (\w+) \|/g)].map(([, stage, result]) => [stage, result]));
}
/** The live revisions and releases of the summary's last table: name → revision or release. */
function servingOf({ log }: ActResult): Record<string, string> {
  const table = /\| Serves now \| Revision or release.*\n.*\n((?:\|.*\|\n)+)/.exec(log)?.[1] ?? '';
  return Object.fromEntries([...table.matchAll(/\| ([\w-]+) \| (\S+) \|/g)].map(([, name, what]) => [name, what]));
}

describe.skipIf(!tools)('the sample in a runner', () => {
  let sample: Sample;
  let good: string;
  let frontend: string;
  let newer: string;

  beforeAll(async () => {
    if (tools) sample = await startSample(tools);
  }, 900_000);
  afterAll(() => sample?.stop());

  const push = () => sample.run({ event: 'push', workflow: 'deploy.yml', payload: { ref: 'refs/heads/main' } });
  const dispatch = (inputs: Record<string, string>) =>
    sample.run({ event: 'workflow_dispatch', workflow: 'rollback.yml', inputs });
  const commit = (message: string, ...edits: Edit[]) => sample.commit(message, quickChecks, small, ...edits);
  const green = (result: ActResult) => expect(result.ok, failures(result)).toBe(true);

  let broken: string | undefined;
  beforeEach((context) => {
    if (broken) context.skip(`It starts from what "${broken}" should have left.`);
  });
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') broken ??= task.name;
  });

  test('a good push: tests, linters, images, migration, services and dashboard, to traffic', async () => {
    good = sample.commit('A good push');
    const result = await push();
    green(result);
    const { jobs } = result;
    for (const job of ['Go tests', 'Go lint', 'Rust tests', 'Dashboard tests', 'Image engine', 'Build dashboard'])
      expect(jobs[job], job).toBe('succeeded');
    expect(stages(result)).toEqual({ Migrate: 'success', Deploy: 'success', Publish: 'success' });
    expect(await sample.serving()).toEqual({ server: good, site: good });
    expect(servingOf(result)).toEqual({
      server: expect.stringMatching(/^orchestra-server-/),
      worker: expect.stringMatching(/^orchestra-worker-/),
      engine: expect.stringMatching(/^orchestra-engine-/),
      dashboard: good,
    });
  });

  test('only the dashboard changed: no image is built, no revision made, the site switches', async () => {
    frontend = sample.commit('Only the dashboard', quickChecks, greeting('Second.'));
    const result = await push();
    green(result);
    const outputs = (name: string) =>
      [...result.log.matchAll(new RegExp(`set-output:: ${name}=(\\w+)`, 'g'))].map((match) => match[1]);
    expect(outputs('reused')).toEqual(['true', 'true', 'true']);
    // Of the step that looks for a canary of an earlier commit, of the check before the migration, and of the deploy.
    expect(outputs('changed')).toEqual(['false', 'false', 'false']);
    expect(await sample.serving()).toEqual({ server: good, site: frontend });
    expect(servingOf(result)).toMatchObject({ dashboard: frontend });
  });

  test('failed tests: nothing that was built is deployed', async () => {
    commit('Red', serverChange('Red.'), (files) => files.write('FAIL', ''));
    const result = await push();
    expect(result.ok).toBe(false);
    expect(result.jobs).toMatchObject({ Quick: 'failed', 'Image server': 'succeeded' });
    expect(result.jobs.Release).toBeUndefined();
    expect(await sample.serving()).toEqual({ server: good, site: frontend });
  });

  test('failed lint: nothing is deployed', async () => {
    sample.commit('Lint', onlyLint, small, (files) => files.write('app/lint.go', 'package app\n\nfunc unused() {}\n'));
    const result = await push();
    expect(result.ok).toBe(false);
    expect(result.jobs).toMatchObject({ 'Go lint': 'failed' });
    expect(result.log).toContain('func unused is unused');
    expect(result.jobs.Release).toBeUndefined();
    expect(await sample.serving()).toEqual({ server: good, site: frontend });
  });

  test('an unhealthy revision: the deploy fails, the old one serves, the site stays', async () => {
    commit('Unhealthy', (files) => files.replace('app/health.go', 'if err != nil {', 'if err == nil {'));
    const result = await push();
    expect(result.ok).toBe(false);
    expect(stages(result)).toEqual({ Migrate: 'success', Deploy: 'failure', Publish: 'skipped' });
    // A log line of the failed revision.
    expect(result.log).toContain('health: the database does not answer');
    expect(await sample.serving()).toEqual({ server: good, site: frontend });
  });

  test('two pushes in a row: both get through, the later one serves, and the older one cannot come back', async () => {
    const older = commit('First of two', serverChange('First of two.'));
    green(await push());
    newer = commit('Second of two', serverChange('Second of two.'));
    green(await push());
    expect(await sample.serving()).toEqual({ server: newer, site: newer });

    const checkout = (what: string) => run('git', ['checkout', '--quiet', what], { cwd: sample.repository.folder });
    await checkout(older);
    const again = await push();
    await checkout('main');
    expect(again.ok).toBe(false);
    expect(again.log).toContain(`Commit ${older.slice(0, 12)} is older than ${newer.slice(0, 12)}`);
    expect(await sample.serving()).toEqual({ server: newer, site: newer });
  });

  test('a manual rollback: services and dashboard, with a table of the live revisions', async () => {
    const result = await dispatch({ what: 'all', to: good, reason: 'A test', 'release-hold': 'false' });
    green(result);
    expect(await sample.serving()).toEqual({ server: good, site: good });
    expect(result.log).toContain('Reason: A test');
    expect(servingOf(result)).toMatchObject({ server: expect.stringContaining(good.slice(0, 12)), dashboard: good });
  });

  test('under the hold the next push deploys nothing, and says who holds it, why, and how to release it', async () => {
    commit('Held', serverChange('Held.'));
    const result = await push();
    expect(result.ok).toBe(false);
    expect(result.log).toMatch(/is on hold\. .*A test.* release-hold: true/);
    expect(stages(result)).toEqual({ Migrate: 'skipped', Deploy: 'skipped', Publish: 'skipped' });
    expect(await sample.serving()).toEqual({ server: good, site: good });
  });

  test('after the hold is released, the next push is deployed', async () => {
    green(await dispatch({ what: 'all', to: 'previous', reason: 'Go on', 'release-hold': 'true' }));
    expect(await sample.serving()).toEqual({ server: good, site: good });
    newer = commit('Released', serverChange('Released.'));
    green(await push());
    expect(await sample.serving()).toEqual({ server: newer, site: newer });
  });

  test('a pull request: URLs of its own in one comment, of a service, then of services, site and database; closing it cleans up; production is not changed', async () => {
    const head = commit('A pull request', serverChange('Preview.'));
    const repo = { full_name: sample.name };
    const preview = (action: string, sha: string, from = repo) =>
      sample.run({
        event: 'pull_request',
        workflow: 'preview.yml',
        payload: {
          action,
          number: 7,
          pull_request: { number: 7, head: { sha, ref: 'feature', repo: from }, base: { ref: 'main' } },
          repository: repo,
        },
      });
    const shown = async () => {
      const comments = sample.cloud.emulator.github.comments(7);
      expect(comments).toHaveLength(1);
      const url = /http:\/\/pr-7---[^\s)|]+/.exec(comments[0]?.body ?? '')?.[0] ?? '';
      return { url, ...(await sample.invoke(`${url}/version`, 'orchestra-server-preview')) };
    };
    const before = await sample.serving();
    const fork = await preview('opened', head, { full_name: 'mallory/orchestra' });
    expect(fork.jobs).toEqual({});

    green(await preview('opened', head));
    expect((await shown()).text).toContain(head);
    const next = commit('Pushed to', serverChange('Preview, again.'), wholePreview);
    green(await preview('synchronize', next));
    const { url, text } = await shown();
    expect(text).toContain(next);
    const { emulator } = sample.cloud;
    const page = /\((http:\/\/previews[^)]+)\)/.exec(emulator.github.comments(7)[0]?.body ?? '')?.[1] ?? '';
    expect((await fetchText(page)).text).toBe(`<p>${next} ${url} ${new URL(page).pathname}\n`);
    const env = sample.service('orchestra-admin-preview')?.template?.containers?.[0]?.env ?? [];
    expect(env).toEqual(
      expect.arrayContaining([
        { name: 'SERVER', value: url },
        { name: 'SITE', value: page },
      ]),
    );
    const jobs = () => [...emulator.run.jobs.keys()].filter((name) => name.includes('/preview-'));
    expect(jobs()).toHaveLength(1);

    green(await preview('closed', next));
    expect((await sample.invoke(`${url}/version`, 'orchestra-server-preview')).status).toBe(404);
    expect(sample.service('orchestra-admin-preview')).toBeUndefined();
    expect(emulator.storage.store.bucket(PREVIEW_BUCKET).objects.size).toBe(0);
    expect(jobs()).toEqual([]);
    expect(await sample.serving()).toEqual(before);
  });

  test('a failed migration: nothing is deployed', async () => {
    const before = await sample.serving();
    commit('Broken migration', (files) =>
      files.write('database/migrations/000004_break.up.sql', 'ALTER TABLE no_such_table ADD COLUMN x int;\n'),
    );
    const result = await push();
    expect(result.ok).toBe(false);
    expect(result.log).toContain('no_such_table');
    expect(stages(result)).toEqual({ Migrate: 'failure', Deploy: 'skipped', Publish: 'skipped' });
    expect(await sample.serving()).toEqual(before);
  });
});
