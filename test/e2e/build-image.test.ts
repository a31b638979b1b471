/** build-image with a real BuildKit against the local registry: context, build, push, cache and log. */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { walkContext } from '../../actions/build-image/reuse/context-files.ts';
import { parseIgnoreFile } from '../../actions/build-image/reuse/ignore-file.ts';
import { type Emulator, startEmulator } from '../../packages/emulator/src/start.ts';
import { type Engine, ensureEngine } from '../../scripts/parts/engine.ts';
import { ensureBaseImages, removeImages } from '../../scripts/parts/images.ts';
import { runStep, type StepResult } from '../harness/runner.ts';

const run = promisify(execFile);
/** Environment in which programs reach the engine: that of this process, or that of an engine started here. */
const docker = () => ({
  DOCKER_HOST: process.env.DOCKER_HOST,
  DOCKER_CONFIG: process.env.DOCKER_CONFIG,
  ...engine?.env,
});

const engine: Engine | undefined = await ensureEngine().catch((error: unknown) => {
  if (process.env.CI === 'true') throw error;
  console.log(`Left out: builds by BuildKit, since there is no engine (${(error as Error).message})`);
  return undefined;
});

describe.skipIf(!engine)('a real builder', () => {
  let folder: string;
  let emulator: Emulator;
  let workspace: string;
  let count = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'build-image-'));
    await ensureBaseImages(engine as Engine, ['alpine']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    emulator = await startEmulator();
    workspace = mkdtempSync(join(folder, 'sources-'));
    write('.dockerignore', 'Dockerfile');
    // The builder's cache of an earlier run of this test must have no effect.
    write('salt', randomUUID());
  });
  afterEach(async () => {
    await emulator.stop();
    await removeImages(engine as Engine, emulator.registryHost);
  });

  const env = () => ({ ...process.env, ...engine?.env }) as Record<string, string>;
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), text);
  };
  const image = () => `${emulator.registryHost}/orchestra-dev/orchestra/e2e-image`;
  /** A new commit for each call unless one is given. */
  const build = (
    given: Record<string, string> = {},
    commit = (++count).toString(16).padStart(40, '0'),
    extra = {},
  ): Promise<StepResult> =>
    runStep('build-image', {
      workspace,
      env: { ...emulator.env, ...docker(), GITHUB_SHA: commit, ...extra },
      with: {
        image: image(),
        region: 'us-central1',
        sbom: 'false',
        'extra-args': '--network=none',
        'workload-identity-provider':
          'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
        'service-account': 'deployer@orchestra-dev.iam.gserviceaccount.com',
        ...given,
      },
    });
  const errorsOf = (result: StepResult) => result.errors.map(({ message }) => message).join('\n');
  const api = (path: string) =>
    fetch(`${emulator.urls.registry}/v2/orchestra-dev/orchestra/e2e-image/${path}`, {
      headers: { authorization: `Bearer ${emulator.token()}`, accept: '*/*' },
    }).then((response) => response.json() as Promise<Record<string, never>>);

  it('pushes an image with its attestations, tags and labels, and reuses it', async () => {
    write('Dockerfile', 'FROM alpine:3.20\nCOPY . /app\nRUN date +%N >/built\n');
    const first = await build({ labels: 'team=shop' }, 'a'.repeat(40));
    expect(first.exitCode, first.log).toBe(0);
    const index = (await api(`manifests/${'a'.repeat(40)}`)) as unknown as {
      annotations?: Record<string, string>;
      manifests: { digest: string; annotations?: Record<string, string> }[];
    };
    expect(index.annotations).toMatchObject({
      'dev.orchestra.actions.inputs': expect.stringMatching(/^[0-9a-f]{64}$/),
      'dev.orchestra.actions.commit': 'a'.repeat(40),
    });
    expect(index.manifests.map(({ annotations }) => annotations?.['vnd.docker.reference.type'])).toEqual([
      undefined,
      'attestation-manifest',
    ]);
    const manifest = (await api(`manifests/${index.manifests[0]?.digest}`)) as unknown as {
      config: { digest: string };
    };
    const config = (await api(`blobs/${manifest.config.digest}`)) as unknown as {
      config: { Labels: Record<string, string> };
    };
    expect(config.config.Labels).toMatchObject({ team: 'shop', 'org.opencontainers.image.revision': 'a'.repeat(40) });

    const second = await build({ labels: 'team=shop' }, 'b'.repeat(40));
    expect(second.outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
    expect(second.log).not.toContain('RUN date');
    write('main.go', 'other');
    const third = await build({ labels: 'team=shop' });
    expect(third.outputs.reused).toBe('false');
  });

  it('pushes each platform separately, and merges them into one image', async () => {
    write('Dockerfile', 'FROM scratch\nCOPY . /app\n');
    const commit = 'e'.repeat(40);
    const digests: string[] = [];
    for (const [platform, provenance] of [
      ['linux/amd64', 'mode=min'],
      ['linux/arm64', 'false'],
    ] as const) {
      const built = await build({ platforms: platform, provenance, 'for-merge': 'true' }, commit);
      expect(built.exitCode, built.log).toBe(0);
      expect(JSON.parse(built.outputs.digests ?? '')).toHaveProperty([platform]);
      digests.push(`${platform}=${built.outputs.digest}`);
    }
    expect(await api(`manifests/${commit}`)).toHaveProperty('errors');
    const merged = await build({ merge: digests.join('\n') }, commit);
    expect(merged.exitCode, merged.log).toBe(0);
    const index = (await api(`manifests/${commit}`)) as unknown as {
      manifests: { platform: { architecture: string } }[];
    };
    expect(index.manifests.map(({ platform }) => platform.architecture)).toEqual(['amd64', 'unknown', 'arm64']);
  });

  it('without attestations, pushes an image on a base of zstd layers that every engine can pull', async () => {
    write('Dockerfile', 'FROM alpine:3.20\nCOPY . /app\n');
    // Docker's media types do not include zstd, so the engine does not list this image.
    onTestFinished(async () => {
      await run('docker', ['rmi', '--force', `${image()}-base:1`], { env: env() });
    });
    const { stdout } = await run(
      'docker',
      [
        ...['buildx', 'build', '--network=none', '--provenance=false', '--sbom=false', '--quiet', '--output'],
        `type=image,name=${image()}-base:1,compression=zstd,force-compression=true`,
        workspace,
      ],
      { env: env() },
    );
    expect(stdout).toContain('sha256:');
    write('Dockerfile', `FROM ${image()}-base:1\nCOPY salt /salt\n`);
    const result = await build({ provenance: 'false', cache: 'off' });
    expect(result.exitCode, result.log).toBe(0);
    const manifest = (await api(`manifests/${result.outputs.digest}`)) as unknown as {
      layers: { mediaType: string }[];
    };
    const types = manifest.layers.map(({ mediaType }) => mediaType);
    expect(types).toContain('application/vnd.oci.image.layer.v1.tar+zstd');
    expect(types.filter((type) => !type.startsWith('application/vnd.oci.image.layer.v1.tar'))).toEqual([]);
  });

  it('pushes after the tokens of its start have expired', async () => {
    write('Dockerfile', 'FROM alpine:3.20\nCOPY . /app\nRUN sleep 4 && date +%N >/built\n');
    emulator.oidc.lifetimeSeconds = 3;
    emulator.registry.tokenLifetimeSeconds = 2;
    const result = await build({ 'service-account': '', cache: 'off' });
    expect(result.exitCode, result.log).toBe(0);
    const minted = emulator.core.calls.list.filter(({ api: name, path }) => name === 'sts' && path === '/v1/token');
    expect(minted.length).toBeGreaterThan(1);
  });

  it('repeats a refused push without building again', async () => {
    write('Dockerfile', 'FROM alpine:3.20\nRUN date +%N >/built\n');
    // BuildKit retries a few times itself; the fault outlasts its attempts.
    emulator.core.faults.add({ api: 'registry', method: 'PUT', path: 'manifests', status: 503, times: 7 });
    const result = await build({ cache: 'off', 'no-cache': 'true' });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.log).toContain('The image is not rebuilt');
    const runs = result.log.match(/^#\d+ \[2\/2\] RUN date.*$/gm) ?? [];
    const cached = result.log.match(/^#\d+ CACHED/gm) ?? [];
    expect(cached.length).toBeGreaterThanOrEqual(runs.length - 1);
  });

  it('is not stopped by an outage of the cache', async () => {
    write('Dockerfile', 'FROM alpine:3.20\nRUN date +%N >/built\n');
    emulator.core.faults.add({ api: 'registry', path: 'manifests/buildcache', status: 500, times: 1000 });
    const result = await build();
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs.digest).toMatch(/^sha256:/);
  });

  it('annotates a failing instruction at its line, with the words of the builder', async () => {
    write('deploy/Dockerfile', 'FROM alpine:3.20\n\nRUN echo before \\\n && exit 7\n');
    const result = await build({ file: 'deploy/Dockerfile' });
    expect(result.errors).toContainEqual({
      file: 'deploy/Dockerfile',
      line: 3,
      message: expect.stringMatching(/^ERROR: failed to solve: process .* exit code: 7$/),
    });
    expect(result.log).toMatch(/^#\d+ before$/m);
  });

  it('annotates a word that is no instruction', async () => {
    write('Dockerfile', 'FROM alpine:3.20\nCOPI . /\n');
    const result = await build();
    expect(result.errors).toContainEqual(
      expect.objectContaining({ file: 'Dockerfile', line: 2, message: expect.stringContaining('COPI') }),
    );
  });

  it('names the base image that is not available', async () => {
    write('Dockerfile', 'FROM 127.0.0.1:1/none:1\n');
    expect(errorsOf(await build())).toContain('127.0.0.1:1/none:1');
  });

  it('builds several platforms into one index, and reuses it', async () => {
    write('Dockerfile', 'FROM scratch\nCOPY . /\n');
    write('a.txt', 'a');
    const inputs = { platforms: 'linux/amd64\nlinux/arm64' };
    const first = await build(inputs);
    expect(first.exitCode, first.log).toBe(0);
    expect(Object.keys(JSON.parse(first.outputs.digests ?? ''))).toEqual(['linux/amd64', 'linux/arm64']);
    expect((await build(inputs)).outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
  });

  it('passes secrets with quotes, commas and lines, and leaves no trace of them', async () => {
    const secret = '{"a": "b,c", \'d\'}\nsecond line';
    write(
      'Dockerfile',
      'FROM alpine:3.20\nCOPY . /app\nRUN --mount=type=secret,id=conf sha256sum </run/secrets/conf\n',
    );
    const result = await build({ 'secret-envs': 'conf=CONF', provenance: 'mode=max' }, undefined, { CONF: secret });
    expect(result.log).toContain(createHash('sha256').update(secret).digest('hex'));
    expect(result.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('second line');
  });

  it('builds without push, and loads', async () => {
    write('Dockerfile', 'FROM scratch\nCOPY . /\n');
    write('a.txt', 'a');
    const commit = 'f'.repeat(40);
    const result = await build(
      { push: 'false', load: 'true', 'workload-identity-provider': '', 'service-account': '' },
      commit,
    );
    expect(result.exitCode, result.log).toBe(0);
    await run('docker', ['image', 'inspect', `${image()}:${commit}`], { env: env() });
    expect(emulator.core.calls.list.filter(({ api: name }) => name === 'registry')).toEqual([]);
  });
});

const IGNORE_FILES = [
  '*.md\n!README.md',
  'src\n!src/deep/a.txt',
  '*\n!src/**/*.md\n!.env',
  '**/a.txt',
  '**.md',
  'src/**',
  'src/*',
  '*/*.txt',
  '/a.txt\n./b.md',
  'src/../a.txt',
  '[ab].*',
  '[^b].*',
  '?.txt',
  'src/deep/',
  '**/deep',
  'c++\nx(1).txt\na{b}',
  '# c++\n\n  b.md  ',
  'node_modules\n!node_modules/x',
  '**\n!a.txt',
  '.env*\n!**/.env',
];

describe.skipIf(!engine)('the files that count for reuse are the files that BuildKit sends', () => {
  let root: string;
  afterAll(() => rmSync(root, { recursive: true }));
  const files = [
    'a.txt',
    'b.md',
    'README.md',
    '.env',
    '.env.local',
    'src/.env',
    'src/a.txt',
    'src/b.md',
    'src/deep/a.txt',
    'src/deep/b.md',
    'node_modules/x/i.js',
    'node_modules/y.js',
    'c++/x',
    'x(1).txt',
    'a{b}',
  ];
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'context-'));
    for (const file of files) {
      mkdirSync(join(root, 'context', dirname(file)), { recursive: true });
      writeFileSync(join(root, 'context', file), file);
    }
    writeFileSync(join(root, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
  });

  it.each(IGNORE_FILES)('%j', async (ignore) => {
    writeFileSync(join(root, 'Dockerfile.dockerignore'), ignore);
    const out = mkdtempSync(join(root, 'out-'));
    const args = [
      'buildx',
      'build',
      '--file',
      join(root, 'Dockerfile'),
      '--output',
      `type=local,dest=${out}`,
      '--provenance',
      'false',
    ];
    await run('docker', [...args, join(root, 'context')], { env: { ...process.env, ...engine?.env } });
    const sent = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
    const ours = [...walkContext(join(root, 'context'), parseIgnoreFile(ignore))].map(({ path }) => path).sort();
    expect(ours).toEqual(sent);
  });
});
