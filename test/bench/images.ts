/**
 * `build-image` compared with `docker buildx build` of the same context to the same registry, with a login stored
 * beforehand, both warm; and the reuse of an image.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import type { LocalCloud } from '../../scripts/demo/local-cloud.ts';
import { createDockerConfig } from '../../src/container/docker-config.ts';
import type { DockerConfig } from '../../src/container/docker-program.ts';
import { runStep } from '../harness/runner.ts';
import { compare, median, ms, type Row, time } from './measure.ts';

export async function benchImages(cloud: LocalCloud): Promise<Row[]> {
  const workspace = mkdtempSync(join(tmpdir(), 'bench-image-'));
  const { emulator } = cloud;
  const image = `${emulator.registryHost}/${DEFAULTS.project}/${DEFAULTS.repository}/bench`;
  writeFileSync(join(workspace, 'Dockerfile'), 'FROM alpine:3.20\nCOPY data /data\nRUN cat /data\n');
  writeFileSync(join(workspace, 'data'), 'x'.repeat(100_000));
  const commit = 'c'.repeat(40);
  const ours = async (reuse: boolean) => {
    const result = await runStep('build-image', {
      workspace,
      env: { ...cloud.env, GITHUB_SHA: commit },
      with: {
        'workload-identity-provider': DEFAULTS.provider,
        'service-account': DEFAULTS.serviceAccount,
        project: DEFAULTS.project,
        region: DEFAULTS.region,
        image,
        reuse: String(reuse),
        cache: 'off',
        sbom: 'false',
        'extra-args': '--network=none',
      },
    });
    if (result.exitCode !== 0) throw new Error(result.log);
    if (reuse && result.outputs.reused !== 'true') throw new Error(`not reused:\n${result.log}`);
  };
  const login = await storedLogin(cloud);
  const env = { ...process.env, ...cloud.env, ...login.env };
  const bare = () =>
    promisify(execFile)(
      'docker',
      ['buildx', 'build', '--push', '--provenance=mode=min', '--network=none', '--tag', `${image}-bare:${commit}`, '.'],
      { cwd: workspace, env },
    );
  const builds = await compare(7, () => ours(false), bare);
  login.close(false);
  await ours(true);
  const reused: number[] = [];
  for (let round = 0; round < 7; round++) reused.push(await time(() => ours(true)));
  rmSync(workspace, { recursive: true, force: true });
  return [
    {
      what: 'build-image, nothing changed but not reused',
      ours: ms(builds.ours),
      against: `${ms(builds.theirs)} (docker buildx build)`,
      ratio: `${(builds.ours / builds.theirs).toFixed(2)}×, +${ms(builds.ours - builds.theirs)}`,
      aim: 'within 300 ms',
    },
    {
      what: 'build-image, reused',
      ours: ms(median(reused)),
      against: `${ms(builds.theirs)} (docker buildx build)`,
      ratio: `${(median(reused) / builds.theirs).toFixed(2)}×`,
      aim: 'under 1 s',
    },
  ];
}

/** The machine's Docker configuration with a stored token, as after `docker login`. */
async function storedLogin({ emulator, env }: LocalCloud): Promise<DockerConfig> {
  const host = emulator.registryHost;
  const unasked = () => Promise.reject(new Error('the helper is not used'));
  const config = await createDockerConfig(host, { ...process.env, ...env }, tmpdir(), process.pid, unasked);
  const file = join(config.dir, 'config.json');
  const { credHelpers: _, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const auth = Buffer.from(`oauth2accesstoken:${emulator.token()}`).toString('base64');
  writeFileSync(file, JSON.stringify({ ...rest, auths: { [host]: { auth } } }));
  return config;
}
