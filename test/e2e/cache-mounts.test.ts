/** Cache mounts with a real BuildKit: a new builder gets the contents that an earlier run saved. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../packages/emulator/src/start.ts';
import { type Engine, ensureEngine } from '../../scripts/parts/engine.ts';
import { ensureBaseImages, removeImages } from '../../scripts/parts/images.ts';
import { runStep, type StepResult } from '../harness/runner.ts';

const engine: Engine | undefined = await ensureEngine().catch((error: unknown) => {
  if (process.env.CI === 'true') throw error;
  console.log(`Left out: cache mounts of BuildKit, since there is no engine (${(error as Error).message})`);
  return undefined;
});

describe.skipIf(!engine)('cache mounts', () => {
  let emulator: Emulator;
  let workspace: string;
  /** An id that no other test uses. */
  let id: string;
  let count = 0;

  beforeAll(async () => {
    await ensureBaseImages(engine as Engine, ['alpine']);
    emulator = await startEmulator();
    workspace = mkdtempSync(join(tmpdir(), 'cache-mounts-'));
  });
  afterAll(async () => {
    rmSync(workspace, { recursive: true });
    await emulator.stop();
    await removeImages(engine as Engine, emulator.registryHost);
  });
  beforeEach(() => {
    id = randomUUID();
  });

  const image = () => `${emulator.registryHost}/orchestra-dev/orchestra/${id}`;
  const docker = () => ({
    DOCKER_HOST: process.env.DOCKER_HOST,
    DOCKER_CONFIG: process.env.DOCKER_CONFIG,
    ...engine?.env,
  });
  /** `run`: the command of the step with the mounts. A new salt invalidates its layer. */
  const dockerfile = (run: string, mounts = `--mount=type=cache,id=${id},target=/cache`) =>
    writeFileSync(
      join(workspace, 'Dockerfile'),
      `ARG BASE=alpine:3.20
FROM \${BASE} AS build
RUN echo ${randomUUID()} >/salt
RUN ${mounts} ${run}
FROM scratch
COPY --from=build /etc/os-release /`,
    );
  const build = (given: Record<string, string> = {}, env: Record<string, string> = {}): Promise<StepResult> =>
    runStep('build-image', {
      workspace,
      env: { ...emulator.env, ...docker(), GITHUB_SHA: (++count).toString(16).padStart(40, '0'), ...env },
      with: {
        image: image(),
        region: 'us-central1',
        sbom: 'false',
        cache: 'off',
        'cache-mounts': 'true',
        'extra-args': '--network=none',
        'workload-identity-provider':
          'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
        'service-account': 'deployer@orchestra-dev.iam.gserviceaccount.com',
        ...given,
      },
    });
  const buildx = async (...args: string[]) =>
    (
      await promisify(execFile)('docker', ['buildx', ...args], {
        env: { ...process.env, ...docker() } as NodeJS.ProcessEnv,
      })
    ).stdout;
  /** Deletes the mounts of this test from the builder, like the end of a runner. */
  const forget = async () => {
    const records = (await buildx('du', '--verbose', '--filter', 'type=exec.cachemount')).split('\n\n');
    const own = records
      .filter((record) => record.includes(id))
      .map((record) => /^ID:\s*(\S+)/m.exec(record)?.[1] ?? '');
    expect(own).not.toEqual([]);
    for (const record of own) await buildx('prune', '--force', '--filter', `id=${record}`);
  };
  const kept = async () => (await emulator.registry.find(`${image()}:buildcache-mounts-linux-amd64`))?.digest;

  it('of an earlier run are there on a new builder, with owners and modes, until a build changes them', async () => {
    const mounts = `--mount=type=cache,id=${id},target=/cache,uid=65534,gid=65534,mode=0750 --mount=type=cache,id=${id}-b,target=/b`;
    dockerfile(
      "sh -c 'mkdir -p /cache/one && echo first >/cache/one/a && chmod 600 /cache/one/a && chown 7:8 /cache/one/a'",
      mounts,
    );
    const first = await build();
    expect(first.exitCode, first.log).toBe(0);
    expect(first.log).toContain('No cache mounts were saved by an earlier run.');
    expect(first.log).toMatch(/Saved the cache mounts, 1 MiB, as \S+:buildcache-mounts-linux-amd64/);
    expect(first.warnings).toEqual([]);
    const before = await kept();

    await forget();
    // Go renews the times of files that it uses, which changes nothing.
    dockerfile(
      'sh -c \'touch -d @2000000000 /cache/one/a; cat /cache/one/a; stat -c "%u %g %a" /cache /cache/one/a; ls /b | wc -l\'',
      mounts,
    );
    const second = await build();
    expect(second.exitCode, second.log).toBe(0);
    expect(second.log).toMatch(/Restored the cache mounts \S+ from \S+@sha256:\S+ in/);
    expect(second.log).toMatch(/#\d+ first\n#\d+ 65534 65534 750\n#\d+ 7 8 600\n#\d+ 0\n/);
    expect(second.log).toContain('The cache mounts are not saved: nothing in them has changed.');
    expect(await kept()).toBe(before);

    await forget();
    dockerfile("sh -c 'echo two >/cache/two; echo b >/cache/b'", mounts.replace(/ .*/, ''));
    const third = await build();
    expect(third.log, third.log).toContain('Saved the cache mounts');
    expect(await kept()).not.toBe(before);
    await forget();
    dockerfile("sh -c 'ls /cache'", mounts);
    const fourth = await build();
    expect(fourth.log).toMatch(/#\d+ b\n#\d+ one\n#\d+ two\n/);
  });

  it('are saved again once more than a tenth has changed', async () => {
    const change = async (command: string) => {
      dockerfile(`sh -c '${command}'`);
      const { exitCode, log, warnings } = await build();
      expect(exitCode, log).toBe(0);
      expect(warnings).toEqual([]);
      await forget();
      return log;
    };
    const random = (name: string, kibibytes: number) => `dd if=/dev/urandom of=${name} bs=1k count=${kibibytes}`;
    // Two lines in the list of files, the second without a size.
    await change(`${random('/cache/large', 600)}; touch "$(printf "/cache/odd\\nname")"`);
    const before = await kept();
    expect(before).toBeDefined();
    expect(await change(random('/cache/one', 40))).toContain(
      'The cache mounts are not saved: less than a tenth of them has changed since they were saved.',
    );
    expect(await kept()).toBe(before);
    await change(random('/cache/more', 80));
    const second = await kept();
    expect(second).not.toBe(before);
    await change('rm /cache/large');
    expect(await kept()).not.toBe(second);
  });

  it('are not restored over what a builder still has', async () => {
    dockerfile("sh -c 'echo old >/cache/a'");
    await build();
    dockerfile("sh -c 'echo new >/cache/a'");
    await build({}, { GITHUB_EVENT_NAME: 'pull_request' });
    dockerfile('cat /cache/a');
    const third = await build();
    expect(third.log).toMatch(/#\d+ new\n/);
  });

  it('are read, and not written, by a pull request', async () => {
    dockerfile("sh -c 'echo poison >/cache/a'");
    const result = await build({}, { GITHUB_EVENT_NAME: 'pull_request' });
    expect(result.exitCode, result.log).toBe(0);
    expect(await kept()).toBeUndefined();
  });

  it('are not saved with the value of a secret, or above the limit: a warning, and the image is pushed', async () => {
    dockerfile(
      "sh -c 'cat /run/secrets/npm >/cache/.npmrc'",
      `--mount=type=cache,id=${id},target=/cache --mount=type=secret,id=npm,mode=0444`,
    );
    const leaking = await build({ secrets: 'npm=npm_0123456789abcdef' });
    expect(leaking.exitCode, leaking.log).toBe(0);
    expect(leaking.outputs.digest).toMatch(/^sha256:/);
    expect(
      leaking.warnings.map(({ message }) => message),
      leaking.log,
    ).toEqual([expect.stringContaining(`The cache mounts are not saved: ${id} contains the value of a build secret`)]);
    dockerfile('dd if=/dev/zero of=/cache/large bs=1M count=3', `--mount=type=cache,id=${id}-2,target=/cache`);
    const large = await build({ 'cache-mounts-max-size': '2Mi' });
    expect(large.exitCode, large.log).toBe(0);
    expect(large.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /The cache mounts are not saved: they have 4 MiB \(.*\), more than cache-mounts-max-size, 2 MiB\./,
      ),
    ]);
    expect(await kept()).toBeUndefined();
  });

  it('that cannot be read or saved cost a warning, and never the build', async () => {
    const warned = async (method: string, warning: string) => {
      dockerfile("sh -c 'date +%N >/cache/a'", `--mount=type=cache,id=${id},target=/cache`);
      emulator.core.faults.add({ api: 'registry', method, path: '/manifests/buildcache-mounts-', status: 403 });
      const result = await build();
      emulator.core.faults.clear();
      expect(result.exitCode, result.log).toBe(0);
      expect(result.outputs.digest).toMatch(/^sha256:/);
      expect(result.warnings.map(({ message }) => message)).toEqual([expect.stringContaining(warning)]);
    };
    await warned('PUT', 'The cache mounts were not saved: ');
    await warned('HEAD', 'The cache mounts are neither restored nor saved: ');
    expect(await kept()).toBeUndefined();
  });

  it('do not exist for a Dockerfile without them', async () => {
    writeFileSync(join(workspace, 'Dockerfile'), `FROM alpine:3.20\nRUN echo ${id}\n`);
    const result = await build();
    expect(result.exitCode, result.log).toBe(0);
    expect(result.log).toContain('the Dockerfile has no RUN --mount=type=cache that can be saved');
    expect(await kept()).toBeUndefined();
  });
});
