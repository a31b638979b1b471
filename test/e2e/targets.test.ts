/**
 * Workflow runs with several targets, and one with a check that forges artifacts: each target gets its own builds. The
 * workflows are in `app/.github/workflows`.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { configurationDigest, passedRecord } from '../../actions/pipeline/plan/unchanged.ts';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import { ensureEngine } from '../../scripts/parts/engine.ts';
import { ensureBaseImages } from '../../scripts/parts/images.ts';
import { projectDir } from '../../scripts/parts/local.ts';
import { type ActOptions, type ActResult, failures, RUN_LIMIT } from './act.ts';
import { ensureTools, type Sample, startSample } from './sample.ts';

vi.setConfig({ testTimeout: RUN_LIMIT + 300_000 });

const WORKFLOW = '.github/workflows/monorepo.yml';
const PASSED = passedRecord('X').replace('X', '[0-9a-f]{64}').replaceAll('.', '\\.');
const LOCATION = `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}`;
const tools = await ensureEngine()
  .then(async (engine) => {
    await ensureBaseImages(engine, ['golang', 'node']);
    return ensureTools();
  })
  .catch((error: Error) => {
    if (process.env.CI === 'true') throw error;
    console.log(`Left out: two targets in a runner (${error.message.split('\n')[0]})`);
    return undefined;
  });

describe.skipIf(!tools)('two targets in one run', () => {
  let sample: Sample;
  beforeAll(async () => {
    if (!tools) return;
    sample = await startSample(tools, join(projectDir, 'test/e2e/app'));
    const { seed } = sample.cloud.emulator;
    for (const tenant of ['us', 'eu']) seed.repository({ id: `${DEFAULTS.repository}-${tenant}` });
    for (const name of ['staging', 'production']) seed.secret(`database-url-${name}`, `postgres://${name}`);
  }, 900_000);
  afterAll(() => sample?.stop());

  const push = (workflow: string) => sample.run({ event: 'push', workflow, payload: { ref: 'refs/heads/main' } });
  const green = (result: ActResult) => expect(result.ok, failures(result)).toBe(true);
  const service = (name: string) => sample.cloud.emulator.run.services.get(`${LOCATION}/services/${name}`)?.doc;
  const says = async (name: string) => (await sample.invoke(`${service(name)?.uri}/`, name)).text;

  const imageJobs = ({ log }: ActResult) =>
    new Set([...log.matchAll(/^\[[^\]]*\/(Image [^\]]*?)(?:-\d+)? *\]/gm)].map(([, name]) => name));

  let tenants: Promise<void> | undefined;
  /** Releases both tenants once: some tests start from that release, and a run in `act` takes minutes. */
  const releaseTenants = () => {
    tenants ??= (async () => {
      sample.commit('Two tenants');
      green(await push('two-tenants.yml'));
    })();
    return tenants;
  };

  test('two tenants with a service of the same name: each gets the image that was built for it', async () => {
    await releaseTenants();
    for (const tenant of ['us', 'eu']) {
      const [container] = service(`tenant-${tenant}`)?.template?.containers ?? [];
      expect(container?.image).toContain(`/${DEFAULTS.repository}-${tenant}/api@sha256:`);
      expect(await says(`tenant-${tenant}`)).toBe(`tenant=${tenant} service=tenant-${tenant}`);
    }
  });

  test('a promotion deploys the digest of another target without a build, as a canary with a staged site', async () => {
    await releaseTenants();
    const { emulator } = sample.cloud;
    // The baseline is a revision of another tool.
    const [{ image = '' } = {}] = service('tenant-us')?.template?.containers ?? [];
    const created = await fetch(`${emulator.urls.run}/v2/${LOCATION}/services?serviceId=tenant-live`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ template: { containers: [{ image, ports: [{ containerPort: 3000 }] }] } }),
    });
    expect(created.status, await created.text()).toBe(200);
    await expect.poll(() => service('tenant-live')?.reconciling ?? false, { timeout: 120_000 }).toBe(false);
    const result = await sample.run({ event: 'workflow_dispatch', workflow: 'promote.yml' });
    green(result);
    // The promotion stages the site, and advance.yml switches it once the canary has all traffic.
    expect(result.log).toMatch(/is staged: it goes live once the canary of [0-9a-f]{12} has all traffic/);
    const shares = service('tenant-live')?.trafficStatuses?.filter(({ percent = 0 }) => percent > 0) ?? [];
    expect(shares.map(({ percent }) => percent)).toEqual([100]);
    const page = await emulator.storage.read(DEFAULTS.bucket, 'promoted/index.html');
    expect(page?.toString()).toContain('good');
    const imageOf = (name: string) => service(name)?.template?.containers?.[0]?.image?.split('@') ?? [];
    expect(imageOf('tenant-live')[0]).toContain(`/${DEFAULTS.repository}-eu/api`);
    expect(imageOf('tenant-live')[1]).toBe(imageOf('tenant-us')[1]);
    expect(await says('tenant-live')).toBe('tenant=us service=tenant-live');
  });

  test('a rollback of several services to previous plans all of them first, in one job', async () => {
    await releaseTenants();
    sample.commit('Again', (files) => files.replace('serve', 'service=$K_SERVICE', 'again service=$K_SERVICE'));
    green(await push('two-tenants.yml'));
    expect(await says('tenant-us')).toBe('tenant=us again service=tenant-us');
    const result = await sample.run({
      event: 'workflow_dispatch',
      workflow: 'rollback.yml',
      inputs: { reason: 'Test' },
    });
    green(result);
    expect(Object.values(result.jobs)).toEqual(['succeeded']);
    expect(result.log).toMatch(/us: from [0-9a-f]{12} to [0-9a-f]{12}/);
    expect(result.log).not.toContain('go back to different commits');
    // The frontend has no earlier release: the plan names it, and the rollback of the services continues.
    expect(result.log).toMatch(
      /Not rolled back, because no earlier release is kept: new\.[\s\S]*us: from [0-9a-f]{12}/,
    );
    for (const tenant of ['us', 'eu'])
      expect(await says(`tenant-${tenant}`)).toBe(`tenant=${tenant} service=tenant-${tenant}`);
    expect(result.log).toMatch(/\| us \| tenant-us-\S+ \|/);
  });

  test('staging and production from one commit, each with its migration, then a canary with timed steps', async () => {
    sample.commit('Staging, then production');
    const released = await push('staging-production.yml');
    green(released);
    const job = sample.cloud.emulator.run.jobs.get(`${LOCATION}/jobs/migrate`);
    const targets = [...(job?.executions.values() ?? [])].map(
      ({ doc }) => doc.template?.containers?.[0]?.env?.find(({ name }) => name === 'TARGET')?.value,
    );
    expect(targets).toEqual(['staging', 'production']);
    expect(await says('promig-prod')).toBe('tenant=none service=promig-prod');

    // The release above is the baseline. advance.yml asks for an approval, and the approved job moves all traffic.
    sample.commit('Canary', (files) => files.replace('serve', 'service=$K_SERVICE', 'canary service=$K_SERVICE'));
    const result = await push('canary.yml');
    green(result);
    const jobs = Object.keys(result.jobs);
    expect(jobs.some((name) => name.endsWith('Continue with an approval'))).toBe(true);
    expect(result.log).toContain('It needs an approval for 100 %');
    const [live, ...others] = service('promig-prod')?.trafficStatuses?.filter(({ percent = 0 }) => percent > 0) ?? [];
    expect([live?.percent, others]).toEqual([100, []]);
    expect(await says('promig-prod')).toBe('tenant=none canary service=promig-prod');
    // The job that requests the approval leaves the site staged; the approved job switches it.
    expect(result.log.match(/is staged: it goes live once the canary/g)?.length).toBeGreaterThanOrEqual(2);
    const page = await sample.cloud.emulator.storage.read(DEFAULTS.bucket, 'canary/index.html');
    expect(page?.toString()).toContain('good');
  });

  test('a custom check with a setup action and secrets, two services with one image, and a job', async () => {
    sample.commit('Team');
    const result = await push('team.yml');
    green(result);
    expect(result.log).toContain('the token is ***');
    expect(result.log).not.toContain('correct-horse-battery');
    // The built image has one job per platform, and one that merges.
    expect(imageJobs(result)).toEqual(new Set(['Image api for linux/amd64', 'Image api']));
    expect(result.log).toMatch(/Merged linux\/amd64 as \S+\/api@sha256:/);
    const images = ['team-api', 'team-worker'].map((name) => service(name)?.template?.containers?.[0]?.image);
    expect(images[0]).toMatch(/\/api@sha256:/);
    expect(images[1]).toBe(images[0]);
    const job = sample.cloud.emulator.run.jobs.get(`${LOCATION}/jobs/team-warm-up`);
    expect(job?.executions.size).toBe(1);
    const page = await sample.cloud.emulator.storage.read(DEFAULTS.bucket, 'team/index.html');
    expect(page?.toString()).toContain('good');
  });

  test('checks.yml on a pull request: the same checks and builds, no check that passed before, no call to Google Cloud', async () => {
    const base = sample.commit('Base');
    const head = sample.commit('Checks');
    // "Unchanged" fails if it runs. On GitHub it passed at the base commit.
    const { github } = sample.cloud.emulator;
    github.protect('main');
    github.ref('main', base);
    for (const sha of [base, head]) github.file(sha, 'tools/setup/action.yml', 'name: Setup');
    const check = { name: 'Unchanged', run: 'exit 1', paths: ['tools/**'] };
    const run = { runner: 'ubuntu-latest', repository: sample.name, buildEnv: new Map() };
    github.setCheckRuns(base, [
      {
        name: 'Checks / Unchanged',
        status: 'completed',
        conclusion: 'success',
        suite: { id: 70, branch: 'main' },
        annotations: [passedRecord(configurationDigest(check, run))],
      },
    ]);
    const calls = sample.cloud.emulator.core.calls.list.length;
    const repo = { full_name: sample.name };
    const result = await sample.run({
      event: 'pull_request',
      workflow: 'checks.yml',
      payload: {
        action: 'opened',
        number: 8,
        pull_request: { number: 8, head: { sha: head, ref: 'feature', repo }, base: { ref: 'main', sha: base } },
        repository: repo,
      },
    });
    green(result);
    expect(Object.keys(result.jobs)).toHaveLength(3);
    expect(result.log).toContain('Skipped: Unchanged passed at');
    expect(sample.cloud.emulator.core.calls.list.slice(calls).filter(({ api }) => api !== 'github')).toEqual([]);
  });

  test('a merge queue only checks and builds; a tag, a schedule and a manual run deploy', async () => {
    const sha = sample.commit('Triggers');
    const run = async (event: ActOptions['event'], payload: object) => {
      const result = await sample.run({ event, workflow: 'triggers.yml', payload });
      green(result);
      expect(result.log).toContain(`checked by ${event} at `);
      return result;
    };
    await run('merge_group', { merge_group: { base_ref: 'refs/heads/main', base_sha: sha, head_sha: sha } });
    expect(service('triggered')).toBeUndefined();
    await run('push', { ref: 'refs/tags/v1.2.3' });
    const revision = service('triggered')?.latestReadyRevision;
    expect(await says('triggered')).toBe('tenant=none service=triggered');
    // The same commit again: nothing to build, and nothing to deploy.
    await run('schedule', { schedule: '17 4 * * 1' });
    const { jobs, log } = await run('workflow_dispatch', {});
    // Besides the deploy, one call only checks and one only builds an image; neither needs an approval.
    expect(Object.keys(jobs).filter((name) => /\bRelease$/.test(name))).toHaveLength(1);
    expect(log).toContain('checked alone');
    expect(log).toMatch(/built \{"triggered":"\S+\/triggered@sha256:[0-9a-f]{64}"\}/);
    expect(service('triggered')?.latestReadyRevision).toBe(revision);
  });

  test('a static site built by Vite, without images and services', async () => {
    sample.commit('Site');
    const result = await push('site.yml');
    green(result);
    expect(Object.keys(result.jobs).filter((name) => name.includes('Image '))).toEqual([]);
    const read = (path: string) => sample.cloud.emulator.storage.read(DEFAULTS.bucket, `vite/${path}`);
    const script = /src="\.\/(assets\/index-[\w-]+\.js)"/.exec(String(await read('index.html')))?.[1] ?? '';
    expect(String(await read(script))).toContain('Built by Vite');
  });

  test('a service for two platforms: each is built on its own runner, and both are one index', async () => {
    sample.commit('Two platforms');
    const result = await push('platforms.yml');
    green(result);
    expect(imageJobs(result)).toEqual(
      new Set(['Image native for linux/amd64', 'Image native for linux/arm64', 'Image native']),
    );
    const [name = '', digest] = service('native')?.template?.containers?.[0]?.image?.split('@') ?? [];
    const { emulator } = sample.cloud;
    const [host, ...path] = name.split('/');
    const response = await fetch(`http://${host}/v2/${path.join('/')}/manifests/${digest}`, {
      headers: {
        authorization: `Bearer ${emulator.token()}`,
        accept: 'application/vnd.oci.image.index.v1+json',
      },
    });
    const { manifests } = (await response.json()) as { manifests: { platform: Record<string, string> }[] };
    const platforms = manifests.map(({ platform: { os, architecture } }) => `${os}/${architecture}`);
    expect(platforms.filter((one) => !one.startsWith('unknown')).sort()).toEqual(['linux/amd64', 'linux/arm64']);
    expect(await says('native')).toMatch(/^built for (?:amd64|arm64)$/);
  });

  test('three services with a shared package in one release: what changed is tested and built, the rest is not', async () => {
    const names = ['api', 'web', 'worker'];
    const { github } = sample.cloud.emulator;
    github.protect('main');
    const files = (sha: string) => {
      const git = (...args: string[]) =>
        execFileSync('git', args, { cwd: sample.repository.folder, encoding: 'utf8' }).trim();
      for (const path of git('ls-tree', '-r', '--name-only', sha, 'monorepo', WORKFLOW).split('\n'))
        github.file(sha, path, git('show', `${sha}:${path}`));
    };
    /** What GitHub knows of the checks that passed at a commit: their notices are annotations. */
    const passed = (sha: string, { log }: ActResult) => {
      const found = names.flatMap((name) => {
        const record = new RegExp(`/Tests of ${name}[^\\]]*\\].*::notice title=Passed::(${PASSED})`).exec(log)?.[1];
        return record === undefined ? [] : { name, record };
      });
      const run = { status: 'completed', conclusion: 'success', suite: { id: 71, branch: 'main' } } as const;
      const runs = found.map(({ name, record }) => ({ name: `Tests of ${name}`, annotations: [record], ...run }));
      github.setCheckRuns(sha, runs);
      return found.map(({ name }) => name);
    };
    const reused = ({ log }: ActResult) =>
      Object.fromEntries(
        [...log.matchAll(/^\[[^\]]*\/Image mono-(\w+?)(?:-\d+)?\s*\].*set-output:: reused=(\w+)/gm)].map(
          ([, name, value]) => [name, value === 'true'],
        ),
      );
    const pushed = async (message: string, ...edits: Parameters<Sample['commit']>[1][]) => {
      const sha = sample.commit(message, ...edits);
      files(sha);
      github.ref('main', sha);
      const result = await push('monorepo.yml');
      green(result);
      return { sha: sha.slice(0, 12), reused: reused(result), tested: passed(sha, result) };
    };
    const texts = () => Promise.all(['mono-api', 'mono-web', 'mono-worker'].map(says));
    const first = await pushed('Three services');
    expect(first.tested).toEqual(names);
    expect(first.reused).toEqual({ api: false, web: false, worker: false });
    expect(await texts()).toEqual(['common=1 api=1', 'common=1 web=1', 'common=1 worker=1']);

    const own = await pushed('One of them', (text) => text.replace('monorepo/web/name.js', 'web=1', 'web=2'));
    expect(own.tested).toEqual(['web']);
    expect(own.reused).toEqual({ api: true, web: false, worker: true });
    expect(await texts()).toEqual(['common=1 api=1', 'common=1 web=2', 'common=1 worker=1']);
    const revisions = ['api', 'web', 'worker'].map((name) => service(`mono-${name}`)?.traffic?.[0]?.revision);
    expect(revisions).toEqual([
      expect.stringContaining(first.sha),
      expect.stringContaining(own.sha),
      expect.stringContaining(first.sha),
    ]);

    // This commit does not contain the previous edit.
    const common = await pushed('The package', (text) =>
      text.replace('monorepo/common/server.js', 'common=1', 'common=2'),
    );
    expect(common.tested).toEqual(names);
    expect(common.reused).toEqual({ api: false, web: false, worker: false });
    expect(await texts()).toEqual(['common=2 api=1', 'common=2 web=1', 'common=2 worker=1']);
  });

  test('artifacts forged by a check, under any name, have no effect', async () => {
    sample.commit('Forged');
    const result = await push('forged.yml');
    green(result);
    expect(result.log).toContain('Artifact image-production-api is uploaded');
    expect(await says('forged')).toBe('tenant=good service=forged');
    const [container] = service('forged')?.template?.containers ?? [];
    expect(container?.image).toContain(`/${DEFAULTS.repository}/api@sha256:`);
    const page = await sample.cloud.emulator.storage.read(DEFAULTS.bucket, 'forged/index.html');
    expect(page?.toString()).toContain('good');
    expect(result.log).not.toMatch(/set-output:: \w+=.*evil/);
  });
});
