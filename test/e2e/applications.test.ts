/**
 * Applications in other languages, released by the real workflow in `act`: Django with migrations, static files and jobs, Flask
 * and Java with their tests, Next.js with a public key and a secret in its build, and a service with a GPU in two regions. All are one release of staging, and what staging serves is
 * promoted to a production in another project. They are in `shop`.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import { ensureEngine } from '../../scripts/parts/engine.ts';
import { ensureBaseImages } from '../../scripts/parts/images.ts';
import { projectDir } from '../../scripts/parts/local.ts';
import { ensureJava } from '../../scripts/parts/tools.ts';
import { type ActResult, failures, RUN_LIMIT } from './act.ts';
import { type Edit, ensureTools, type Sample, startSample } from './sample.ts';

vi.setConfig({ testTimeout: RUN_LIMIT + 300_000 });

const PRODUCTION = 'shop-production';
/** A public key in the format of Google's API keys, and a build secret. */
const MAPS_KEY = `AIzaSy${'B-public_key'.repeat(3).slice(0, 33)}`;
const CONTENT_TOKEN = 'only-while-the-image-is-built';
const tools = await ensureEngine()
  .then(async (engine) => {
    await ensureBaseImages(engine, ['python', 'java', 'jre', 'node']);
    await ensureJava();
    return ensureTools();
  })
  .catch((error: Error) => {
    if (process.env.CI === 'true') throw error;
    console.log(`Left out: applications in a runner (${error.message.split('\n')[0]})`);
    return undefined;
  });

/** A shorter probe interval than the default. */
const impatient: Edit = (files) => {
  for (const workflow of ['deploy', 'promote'])
    files.replace(
      `.github/workflows/${workflow}.yml`,
      /"manifest": "deploy\/(?:web|api|orders|storefront|model)\.yaml"/g,
      '$&, "probe-interval": "300ms"',
    );
};

describe.skipIf(!tools)('applications in other languages', () => {
  let sample: Sample;
  let result: ActResult;
  let first: string;
  const push = () =>
    sample.run({
      event: 'push',
      workflow: 'deploy.yml',
      payload: { ref: 'refs/heads/main' },
      vars: { ...sample.vars, MAPS_KEY },
      secrets: { CONTENT_TOKEN },
    });
  beforeAll(async () => {
    if (!tools) return;
    sample = await startSample(tools, join(projectDir, 'test/e2e/shop'));
    const { seed, secrets, run } = sample.cloud.emulator;
    const database = new URL(secrets.access(DEFAULTS.project, 'database-url', 'latest').value.toString());
    seed.secret('django-secret-key', 'only-for-the-tests');
    seed.secret('payments-key', 'only-for-the-tests');
    seed.project(PRODUCTION);
    seed.repository({ project: PRODUCTION, id: 'shop' });
    for (const bucket of ['staging-site', 'production-site', 'production-admin']) seed.bucket(`shop-${bucket}`);
    const deployer = `deployer@${PRODUCTION}.iam.gserviceaccount.com`;
    seed.serviceAccount({ email: deployer });
    run.settings.projectInvokers = [...run.settings.projectInvokers, `serviceAccount:${deployer}`];
    // Another database of the same server.
    database.pathname = '/postgres';
    secrets.add(PRODUCTION, 'database-url', database.href);
    secrets.add(PRODUCTION, 'django-secret-key', 'only-for-production');
    first = sample.commit('The shop', impatient);
    result = await push();
  }, 900_000);
  afterAll(() => sample?.stop());

  const cloud = () => sample.cloud.emulator.run;
  const place = (region: string) => `projects/${DEFAULTS.project}/locations/${region}`;
  const service = (name: string, region: string = DEFAULTS.region) =>
    cloud().services.get(`${place(region)}/services/${name}`)?.doc;
  const bodyOf = async (name: string, path = '/', region: string = DEFAULTS.region) =>
    (await sample.invoke(`${service(name, region)?.uri}${path}`, name, place(region))).text;

  test('one run checks, builds, migrates and releases all of them', () => {
    expect(result.ok, failures(result)).toBe(true);
    for (const job of [
      'Python tests',
      'Java tests',
      'Image web',
      'Image api',
      'Image orders',
      'Image storefront',
      'Release',
    ])
      expect(result.jobs[job], job).toBe('succeeded');
  });

  test('Django: the schema is migrated, the job ran before traffic, static files have names with a hash', async () => {
    const page = JSON.parse(await bodyOf('shop-web'));
    expect(page).toEqual({
      products: 0,
      cached: true,
      style: expect.stringMatching(/^\/static\/style\.[0-9a-f]+\.css$/),
    });
    expect(await bodyOf('shop-web', page.style)).toContain('teal');
    expect(/Schema before: version 0$/m.test(result.log) && /Schema after: version 2 migrations/.test(result.log)).toBe(
      true,
    );
    const job = cloud().jobs.get(`${place(DEFAULTS.region)}/jobs/clear-sessions`);
    expect(job?.executions.size).toBe(0);
  });

  test('Flask and Java respond', async () => {
    expect(JSON.parse(await bodyOf('shop-api'))).toEqual({ service: 'shop-api', region: null });
    expect(await bodyOf('shop-orders')).toBe('orders by Java 21');
  });

  test('Next.js: the build read its secret, browsers get the public key, and only the server its own', async () => {
    const page = await bodyOf('shop-storefront');
    expect(page).toContain(createHash('sha256').update(CONTENT_TOKEN).digest('hex'));
    const scripts = [...page.matchAll(/src="([^"]+\.js)"/g)].map(([, path = '']) => bodyOf('shop-storefront', path));
    const sent = (await Promise.all(scripts)).join('');
    expect(sent).toContain(MAPS_KEY);
    expect(result.log + page + sent).not.toContain(CONTENT_TOKEN);
    expect(JSON.parse(await bodyOf('shop-storefront', '/price'))).toEqual({
      payments: true,
      service: 'shop-storefront',
    });
  });

  test.each(['us-central1', 'europe-west4'])(
    'the service with a GPU serves in %s, by the digest of the other region',
    async (region) => {
      const { template } = service('shop-model', region) ?? {};
      expect(template?.nodeSelector).toEqual({ accelerator: 'nvidia-l4' });
      expect(template?.containers?.[0]?.resources?.limits?.['nvidia.com/gpu']).toBe('1');
      expect(template?.containers?.[0]?.image).toBe(service('shop-api')?.template?.containers?.[0]?.image);
      expect(JSON.parse(await bodyOf('shop-model', '/', region))).toEqual({ service: 'shop-model', region });
    },
  );

  describe('staging, approval, production', () => {
    const live = (name: string, project: string = PRODUCTION) =>
      cloud().services.get(`projects/${project}/locations/${DEFAULTS.region}/services/${name}`)?.doc;
    const imageOf = (name: string, project?: string) => live(name, project)?.template?.containers?.[0]?.image ?? '';
    const digestOf = (name: string, project?: string) => imageOf(name, project).split('@')[1];
    const page = async (target: string) =>
      (await sample.cloud.emulator.storage.read(`shop-${target}-site`, 'index.html'))?.toString() ?? '';
    const migrations = (project: string, job: string) =>
      [...(cloud().jobs.get(`projects/${project}/locations/${DEFAULTS.region}/jobs/${job}`)?.executions.values() ?? [])]
        .map(({ doc }) => doc.template?.containers?.[0]?.args?.[0])
        .filter((command) => command === 'migrate').length;
    const promote = (commit = '') =>
      sample.run({
        event: 'workflow_dispatch',
        workflow: 'promote.yml',
        inputs: { commit },
        vars: {
          ...sample.vars,
          PRODUCTION_IMAGE_REPOSITORY: `${sample.cloud.emulator.registryHost}/${PRODUCTION}/shop`,
        },
      });
    const copied = () =>
      sample.cloud.emulator.core.calls.list.filter(({ method, path }) => method === 'PUT' && path.includes(PRODUCTION))
        .length;
    let second: string;

    test('an earlier commit that served at staging: its images by digest, its schema, its site; nothing is built', async () => {
      const served = ['shop-web', 'shop-orders'].map((name) => digestOf(name, DEFAULTS.project));
      second = sample.commit('Second', impatient, (files) => {
        files.replace('orders/src/Orders.java', 'orders by Java', 'more orders by Java');
        files.replace('site/index.html', 'First', 'Second');
        files.replace('admin/index.html', 'First', 'Second');
      });
      const again = await push();
      expect(again.ok, failures(again)).toBe(true);
      const promotion = await promote(first.slice(0, 10));
      expect(promotion.ok, failures(promotion)).toBe(true);
      expect(Object.keys(promotion.jobs).sort()).toEqual(['Build admin', 'Release', 'Source']);
      expect(promotion.log).not.toContain('docker buildx');
      expect(['shop-web', 'shop-orders'].map((name) => digestOf(name))).toEqual(served);
      expect(imageOf('shop-web')).toContain(`/${PRODUCTION}/shop/web@`);
      expect(await page('production')).toContain('First page');
      const admin = await sample.cloud.emulator.storage.read('shop-production-admin', 'index.html');
      expect(admin?.toString()).toMatch(/Administration of production[\s\S]*First page/);
      expect(migrations(DEFAULTS.project, 'shop-migrate')).toBe(2);
      expect(migrations(PRODUCTION, 'production-migrate')).toBe(1);
      const web = `projects/${PRODUCTION}/locations/${DEFAULTS.region}`;
      const { text } = await sample.invoke(`${live('shop-web')?.uri}/`, 'shop-web', web);
      expect(JSON.parse(text)).toMatchObject({ products: 0, cached: true });
    });

    test('the live commit of staging, and then no older one: that is refused before anything is copied or migrated', async () => {
      const promotion = await promote();
      expect(promotion.ok, failures(promotion)).toBe(true);
      expect(promotion.log).toContain(`The source serves commit ${second}`);
      expect(digestOf('shop-orders')).toBe(digestOf('shop-orders', DEFAULTS.project));
      expect(await page('production')).toContain('Second page');
      const before = [copied(), migrations(PRODUCTION, 'production-migrate')];
      const older = await promote(first);
      expect(older.ok).toBe(false);
      expect(older.log).toContain(
        `Commit ${first.slice(0, 12)} is older than ${second.slice(0, 12)}, which is already live.`,
      );
      expect([copied(), migrations(PRODUCTION, 'production-migrate')]).toEqual(before);
      expect(await page('production')).toContain('Second page');
    });
  });
});
