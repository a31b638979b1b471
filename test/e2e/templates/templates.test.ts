/** The Dockerfiles of docs/guides/no-dockerfile.md, unchanged: each builds a small application, which is deployed and requested. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { createDockerDriver } from '../../../packages/emulator/src/run/index.ts';
import { type Emulator, startEmulator } from '../../../packages/emulator/src/start.ts';
import { fetchText } from '../../../scripts/demo/pipeline.ts';
import { type Engine, ensureEngine } from '../../../scripts/parts/engine.ts';
import { ensureBaseImages, removeImages } from '../../../scripts/parts/images.ts';
import { runStep } from '../../harness/runner.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guides/no-dockerfile.md'), 'utf8');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const dockerfiles = blocks('dockerfile');
const [ignored = ''] = blocks('').filter((text) => text.includes('node_modules'));

const engine: Engine | undefined = await ensureEngine().catch((error: unknown) => {
  if (process.env.CI === 'true') throw error;
  console.log(`Left out: the Dockerfiles of the guide, since there is no engine (${(error as Error).message})`);
  return undefined;
});

describe.skipIf(!engine)('a Dockerfile of the guide', () => {
  let emulator: Emulator;
  let folder: string;
  beforeAll(async () => {
    const { dockerHost } = engine as Engine;
    folder = mkdtempSync(join(tmpdir(), 'templates-'));
    await ensureBaseImages(engine as Engine, ['node', 'python']);
    emulator = await startEmulator({ driver: await createDockerDriver({ host: dockerHost, graceSeconds: 2 }) });
    emulator.seed.all();
  });
  afterAll(async () => {
    await emulator?.stop();
    if (engine && emulator) await removeImages(engine, emulator.registryHost);
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['node', /^\{"build":"[\w-]{21}"\}$/],
    ['python', /^\{"hello":"FastAPI"\}$/],
  ])('%s: builds, and the service responds', async (name, body) => {
    const workspace = join(folder, name);
    cpSync(join(import.meta.dirname, name), workspace, { recursive: true });
    writeFileSync(join(workspace, 'Dockerfile'), dockerfiles.find((text) => text.startsWith(`FROM ${name}:`)) ?? '');
    writeFileSync(join(workspace, '.dockerignore'), ignored);
    writeFileSync(join(workspace, '.env'), 'LOCAL=1');
    const common = {
      project: DEFAULTS.project,
      region: DEFAULTS.region,
      'workload-identity-provider': DEFAULTS.provider,
      'service-account': DEFAULTS.serviceAccount,
    };
    const image = `${emulator.registryHost}/${DEFAULTS.project}/${DEFAULTS.repository}/${name}`;
    const env = {
      ...process.env,
      ...engine?.env,
      ...emulator.env,
      GITHUB_SHA: name.charCodeAt(0).toString(16).repeat(20),
    };
    const built = await runStep('build-image', {
      workspace,
      env,
      with: { ...common, image, sbom: 'false', 'extra-args': '--network=none' },
    });
    expect(built.exitCode, built.log).toBe(0);
    expect(built.warnings).toEqual([]);
    const deployed = await runStep('deploy-run', {
      workspace,
      env,
      with: {
        ...common,
        service: name,
        image: built.outputs.image as string,
        'probe-path': '/health',
        'allow-unauthenticated': 'true',
      },
    });
    expect(deployed.exitCode, deployed.log).toBe(0);
    const { status, text } = await fetchText(`${deployed.outputs.url}/health`);
    expect([status, text]).toEqual([200, expect.stringMatching(body)]);
  });
});
