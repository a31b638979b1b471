/**
 * Applications in other languages, each released by the real workflow in `act`: Django with migrations, static files and jobs, Flask
 * and Java with their tests, and a service with a GPU in two regions. All are one release. They are in `shop`.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import { ensureEngine } from '../../scripts/parts/engine.ts';
import { ensureBaseImages } from '../../scripts/parts/images.ts';
import { projectDir } from '../../scripts/parts/local.ts';
import { ensureJava } from '../../scripts/parts/tools.ts';
import { type ActResult, failures, RUN_LIMIT } from './act.ts';
import { ensureTools, type Sample, startSample } from './sample.ts';

vi.setConfig({ testTimeout: RUN_LIMIT + 300_000 });

const tools = await ensureEngine()
  .then(async (engine) => {
    await ensureBaseImages(engine, ['python', 'java', 'jre']);
    await ensureJava();
    return ensureTools();
  })
  .catch((error: Error) => {
    if (process.env.CI === 'true') throw error;
    console.log(`Left out: applications in a runner (${error.message.split('\n')[0]})`);
    return undefined;
  });

describe.skipIf(!tools)('applications in other languages', () => {
  let sample: Sample;
  let result: ActResult;
  beforeAll(async () => {
    if (!tools) return;
    sample = await startSample(tools, join(projectDir, 'test/e2e/shop'));
    sample.cloud.emulator.seed.secret('django-secret-key', 'only-for-the-tests');
    sample.commit('The shop');
    result = await sample.run({ event: 'push', workflow: 'deploy.yml', payload: { ref: 'refs/heads/main' } });
  }, 900_000);
  afterAll(() => sample?.stop());

  const cloud = () => sample.cloud.emulator.run;
  const place = (region: string) => `projects/${DEFAULTS.project}/locations/${region}`;
  const service = (name: string, region: string = DEFAULTS.region) =>
    cloud().services.get(`${place(region)}/services/${name}`)?.doc;
  const answerOf = async (name: string, path = '/', region: string = DEFAULTS.region) =>
    (await sample.invoke(`${service(name, region)?.uri}${path}`, name, place(region))).text;

  test('one run checks, builds, migrates and releases all of them', () => {
    expect(result.ok, failures(result)).toBe(true);
    for (const job of ['Python tests', 'Java tests', 'Image web', 'Image api', 'Image orders', 'Release'])
      expect(result.jobs[job], job).toBe('succeeded');
  });

  test('Django: the schema is migrated, the job ran before traffic, static files have names with a hash', async () => {
    const page = JSON.parse(await answerOf('shop-web'));
    expect(page).toEqual({
      products: 0,
      cached: true,
      style: expect.stringMatching(/^\/static\/style\.[0-9a-f]+\.css$/),
    });
    expect(await answerOf('shop-web', page.style)).toContain('teal');
    expect(/Schema before: version 0$/m.test(result.log) && /Schema after: version 2 migrations/.test(result.log)).toBe(
      true,
    );
    const job = cloud().jobs.get(`${place(DEFAULTS.region)}/jobs/clear-sessions`);
    expect(job?.executions.size).toBe(0);
  });

  test('Flask and Java answer', async () => {
    expect(JSON.parse(await answerOf('shop-api'))).toEqual({ service: 'shop-api', region: null });
    expect(await answerOf('shop-orders')).toBe('orders by Java 21');
  });

  test.each(['us-central1', 'europe-west4'])(
    'the service with a GPU serves in %s, by the digest of the other region',
    async (region) => {
      const { template } = service('shop-model', region) ?? {};
      expect(template?.nodeSelector).toEqual({ accelerator: 'nvidia-l4' });
      expect(template?.containers?.[0]?.resources?.limits?.['nvidia.com/gpu']).toBe('1');
      expect(template?.containers?.[0]?.image).toBe(service('shop-api')?.template?.containers?.[0]?.image);
      expect(JSON.parse(await answerOf('shop-model', '/', region))).toEqual({ service: 'shop-model', region });
    },
  );
});
