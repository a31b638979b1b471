/** Parts of a preview beyond one service: other services, frontends, a database; and the comment that lists them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { runStep, type StepResult } from '../../harness/runner.ts';
import { logOf } from '../deploy-run/deploy-run.fixture.ts';
import { BUCKET, commitOf, createPreviews, type PreviewFixture, REPOSITORY, SERVICE } from './preview.fixture.ts';

const HOST = 'previews.orchestra.localhost';
let previews: PreviewFixture;
let site: string;
beforeEach(async () => {
  previews = await createPreviews();
  const { emulator } = previews;
  emulator.seed.site({ name: 'previews', host: HOST, bucket: BUCKET });
  site = emulator.urls.cdn.replace('127.0.0.1', HOST);
});
afterEach(() => previews.stop());

const errors = ({ errors: all }: StepResult) => all.map(({ message }) => message).join('\n');
const comment = (number = 1) => previews.emulator.github.comments(number).map(({ body }) => body);
const event = (number = 1, push = 1) => ({ pull_request: { number, head: { sha: commitOf(number, push) } } });

/** Deploys services as one preview, as preview.yml does. */
async function deploy(services: readonly object[], inputs: Record<string, string> = {}) {
  const image = await previews.image('two');
  return await previews.deploy(
    commitOf(1),
    {
      services: JSON.stringify(services.map((one) => ({ image, ...one }))),
      tag: 'pr-1',
      'no-traffic': 'true',
      'preview-comment': 'false',
      ...inputs,
    },
    { event: event() },
  );
}

const envOf = (service: string, name: string) => {
  const [container] = previews.doc(service).template?.containers ?? [];
  return container?.env?.find((one) => one.name === name)?.value;
};

describe('services of a preview find each other', () => {
  test('also where they are new: the one that is named comes first', async () => {
    const result = await deploy([
      { name: 'web', service: 'web-preview', env: { ENGINE: '${URL_ENGINE}/v1' } },
      { name: 'engine', service: 'engine-preview' },
    ]);
    expect(result.exitCode, logOf(result)).toBe(0);
    const deployed = JSON.parse(result.outputs.services ?? '') as Record<string, string>[];
    const engine = deployed.find(({ name }) => name === 'engine');
    expect(engine?.['tag-url']).toMatch(/^http:\/\/pr-1---engine-preview/);
    expect(envOf('web-preview', 'ENGINE')).toBe(`${engine?.['tag-url']}/v1`);
    expect(comment()).toEqual([]);
  });

  test('in a circle once they exist; before that nothing is changed', async () => {
    const services = [
      { name: 'web', service: 'web-preview', env: { ENGINE: '${URL_ENGINE}' } },
      { name: 'engine', service: 'engine-preview', env: { WEB: '${URL_WEB_PREVIEW}' } },
    ];
    const refused = await deploy(services);
    expect(refused.exitCode).toBe(1);
    expect(errors(refused)).toContain("web-preview and engine-preview need each other's URLs");
    expect(previews.emulator.run.services.size).toBe(0);
    for (const service of ['web-preview', 'engine-preview']) await previews.release(service, ['a'.repeat(40)]);
    const result = await deploy(services);
    expect(result.exitCode, logOf(result)).toBe(0);
    const url = (service: string) => previews.doc(service).trafficStatuses?.find(({ tag }) => tag === 'pr-1')?.uri;
    expect(envOf('web-preview', 'ENGINE')).toBe(url('engine-preview'));
    expect(envOf('engine-preview', 'WEB')).toBe(url('web-preview'));
  });

  test('and none that is not there', async () => {
    const refused = await deploy([{ name: 'web', service: 'web-preview', env: { ENGINE: '${URL_ENGIN}' } }]);
    expect(errors(refused)).toContain('uses ${URL_ENGIN}, and the preview has no such service');
  });
});

/** Publishes a frontend under the prefix of the pull request. */
async function publish(number = 1, push = 1, bucket = BUCKET): Promise<StepResult> {
  const folder = join(previews.workspace, 'dist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<p>${commitOf(number, push)}`);
  return await runStep('publish-frontend', {
    workspace: previews.workspace,
    with: {
      'workload-identity-provider': DEFAULTS.provider,
      'service-account': DEFAULTS.serviceAccount,
      project: DEFAULTS.project,
      sites: JSON.stringify([{ name: 'web', path: 'dist', bucket, prefix: `${REPOSITORY}/pr-${number}/web` }]),
      force: 'true',
      'github-token': '',
    },
    env: { ...previews.emulator.env, GITHUB_SHA: commitOf(number, push) },
    event: event(number, push),
  });
}

const pagesOf = (number = 1, base = site) =>
  JSON.stringify([
    {
      name: 'web',
      bucket: BUCKET,
      prefix: `${REPOSITORY}/pr-${number}/web`,
      url: `${base}/${REPOSITORY}/pr-${number}/web/index.html`,
    },
  ]);

const say = (inputs: Record<string, string>, push = 1) =>
  previews.step({ task: 'comment', buckets: '', images: '', pages: pagesOf(), ...inputs }, { event: event(1, push) });

describe('the comment', () => {
  test('says that it is being built, shows the URLs once they respond, and what is still there when the next commit fails', async () => {
    expect((await say({ unfinished: 'true' })).exitCode).toBe(0);
    expect(comment()).toEqual([
      expect.stringMatching(/⏳ \*\*Preview\*\* of 10001ccccccc is being built \(\[run\]\([^)]+\)\)\.$/),
    ]);

    const deployed = await previews.preview(1);
    const published = await publish();
    expect(published.exitCode, logOf(published)).toBe(0);
    const shown = await say({ deployed: deployed.outputs.services ?? '', published: published.outputs.sites ?? '' });
    expect(shown.exitCode, logOf(shown)).toBe(0);
    const [body = ''] = comment();
    expect(comment()).toHaveLength(1);
    expect(body).toContain('**Preview** of 10001ccccccc');
    expect(body).toContain(`${site}/acme/shop/pr-1/web/index.html`);
    expect(body).toContain(deployed.outputs['tag-url'] ?? 'none');
    expect(JSON.parse(shown.outputs.urls ?? '')).toEqual({
      [SERVICE]: deployed.outputs['tag-url'],
      web: `${site}/acme/shop/pr-1/web/index.html`,
    });

    await say({ unfinished: 'true' }, 2);
    expect(comment()[0]).toMatch(/⏳[\s\S]*still shows[\s\S]*still shows/);
    await say({ results: '{"images": "failure", "lists": "skipped"}' }, 2);
    expect(comment()).toHaveLength(1);
    expect(comment()[0]).toMatch(
      /❌ \*\*Preview\*\* of 20001ccccccc failed .* An image could not be built\. Fix it and push/,
    );
    expect(comment()[0]).toMatch(/still shows[\s\S]*still shows/);
    await say({ results: '{"images": "success", "frontends": "skipped", "run": "cancelled"}' }, 2);
    expect(comment()[0]).toMatch(/❌ \*\*Preview\*\* of 20001ccccccc failed .* The run was cancelled/);
  });

  test('of a preview without services is its own, beside that of another workflow with the same bucket', async () => {
    const admin = pagesOf().replaceAll('web', 'admin');
    for (const pages of [pagesOf(), admin])
      expect((await say({ services: '', pages, unfinished: 'true' })).exitCode).toBe(0);
    expect(comment()).toEqual([expect.stringContaining('is being built'), expect.stringContaining('is being built')]);
    await say({ services: '', pages: admin, results: '{"frontends": "failure"}' });
    expect(comment()).toEqual([expect.stringContaining('is being built'), expect.stringContaining('failed')]);
  });

  test('of a page that does not respond, or with another page, says what to do, and fails', async () => {
    const published = (await publish()).outputs.sites ?? '';
    const elsewhere = previews.emulator.urls.cdn.replace('127.0.0.1', 'nobody.orchestra.localhost');
    const { emulator } = previews;
    const authorization = `Bearer ${emulator.token()}`;
    const ours = { published, services: '', 'page-timeout': '300ms' };
    await fetch(
      `${emulator.urls.storage}/upload/storage/v1/b/${DEFAULTS.bucket}/o?uploadType=media&name=${encodeURIComponent('acme/shop/pr-1/web/index.html')}`,
      { method: 'POST', headers: { authorization }, body: '<p>production' },
    );
    const other = await say({ ...ours, pages: pagesOf(1, elsewhere) });
    expect(other.exitCode).toBe(1);
    expect(comment()[0]).toContain('responds with a different page than the one that was published');
    const missing = await say({ ...ours, pages: pagesOf(1, `${elsewhere}/nowhere`) });
    expect(missing.exitCode).toBe(1);
    expect(comment()[0]).toMatch(/❌[\s\S]*responds with 40[34]\. Let its visitors read the bucket/);
  });

  test('of a commit that is not the newest any more, or a pull request that was closed, is left to the newer run', async () => {
    const { github } = previews.emulator;
    github.setPull(1, { state: 'open', head: { sha: commitOf(1, 2) } });
    await say({ unfinished: 'true' });
    github.setPull(1, { state: 'closed', head: { sha: commitOf(1) } });
    await say({ unfinished: 'true' });
    expect(comment()).toEqual([]);
    github.setPull(1, { state: 'open', head: { sha: commitOf(1) } });
    await say({ unfinished: 'true' });
    expect(comment()).toHaveLength(1);
  });
});

test('two pushes at once: the older commit is not deployed over the newer one', async () => {
  previews.emulator.github.setPull(1, { state: 'open', head: { sha: commitOf(1, 2) } });
  const check = (push: number) => previews.step({ task: 'check' }, { event: event(1, push) });
  expect((await check(1)).outputs).toMatchObject({ open: 'true', current: 'false' });
  expect((await check(2)).outputs).toMatchObject({ open: 'true', current: 'true' });
  // GitHub may still return the previous commit.
  const { github } = previews.emulator;
  github.commit(commitOf(1, 2));
  github.commit(commitOf(1, 3), [commitOf(1, 2)]);
  expect((await check(3)).outputs).toMatchObject({ open: 'true', current: 'true' });
});

describe('buckets', () => {
  const check = (bucket: string) =>
    previews.step({ task: 'buckets', services: '', images: '', buckets: bucket }, { event: event() });
  const put = (bucket: string, name: string) =>
    fetch(
      `${previews.emulator.urls.storage}/upload/storage/v1/b/${bucket}/o?uploadType=media&name=${encodeURIComponent(name)}`,
      { method: 'POST', headers: { authorization: `Bearer ${previews.emulator.token()}` }, body: 'x' },
    );

  test('only buckets of previews are accepted, of any repository', async () => {
    await publish();
    await put(BUCKET, 'acme/blog/pr-9/web/index.html');
    await put(BUCKET, '404.html');
    const taken = await check(BUCKET);
    expect(taken.exitCode, logOf(taken)).toBe(0);
  });

  test.each([
    'index.html',
    'dashboard/index.html',
    'dashboard/.releases/state.json',
    '.releases/state.json',
    'a/b/index.html',
  ])('with %s, of another site, are refused', async (name) => {
    await put(DEFAULTS.bucket, name);
    const refused = await check(DEFAULTS.bucket);
    expect(refused.exitCode).toBe(1);
    expect(errors(refused)).toContain(`gs://${DEFAULTS.bucket}/${name}`);
  });
});

test('the job that migrated a preview deletes its database, and is deleted; other jobs stay', async () => {
  const { emulator } = previews;
  const image = await previews.image('two');
  const parent = `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}`;
  const migrate = (job: string, env: string) =>
    runStep('migrate', {
      workspace: previews.workspace,
      with: {
        'workload-identity-provider': DEFAULTS.provider,
        'service-account': DEFAULTS.serviceAccount,
        project: DEFAULTS.project,
        region: DEFAULTS.region,
        image,
        job,
        args: 'migrate',
        env,
      },
      env: { ...emulator.env, GITHUB_SHA: commitOf(1) },
      event: event(),
    });
  const own = await migrate('preview-1001-1-api', 'DB=preview_1001_1\nPREVIEW_CLEAN_UP_ARGS=["drop","now"]');
  expect(own.exitCode, logOf(own)).toBe(0);
  for (const job of ['preview-1001-11-api', 'preview-2002-1-api', 'shop-migrate']) await previews.job(job);
  const found = await previews.step({ task: 'find', migrations: 'true', services: '' });
  expect(JSON.parse(found.outputs.previews ?? '')).toEqual({ 1: 'closed', 11: 'closed' });

  const started = () =>
    emulator.core.calls.list
      .filter(({ method, path }) => method === 'POST' && path.endsWith(':run'))
      .map(({ path }) => path);
  const before = started().length;
  const cleaned = await previews.step({
    task: 'clean-up',
    previews: '{"1": "closed"}',
    migrations: 'true',
    services: '',
  });
  expect(cleaned.exitCode, logOf(cleaned)).toBe(0);
  expect(started().slice(before)).toEqual([`/v2/${parent}/jobs/preview-1001-1-api:run`]);
  expect(previews.jobs()).toEqual(['preview-1001-11-api', 'preview-2002-1-api', 'shop-migrate']);
});
