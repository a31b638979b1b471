/** `build-image` against the bare `docker buildx build` of the same context, both warm; and an image that is reused. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULTS } from '../../emulator/seed.ts';
import type { World } from '../../scripts/demo/world.ts';
import { runStep } from '../harness/runner.ts';
import { compare, median, ms, type Row, time } from './measure.ts';

export async function benchImages(world: World): Promise<Row[]> {
  const workspace = mkdtempSync(join(tmpdir(), 'bench-image-'));
  const { emulator } = world;
  const image = `${emulator.registryHost}/${DEFAULTS.project}/${DEFAULTS.repository}/bench`;
  writeFileSync(join(workspace, 'Dockerfile'), 'FROM alpine:3.20\nCOPY data /data\nRUN cat /data\n');
  writeFileSync(join(workspace, 'data'), 'x'.repeat(100_000));
  const commit = 'c'.repeat(40);
  const ours = async (reuse: boolean) => {
    const result = await runStep('build-image', {
      workspace,
      env: { ...world.env, GITHUB_SHA: commit },
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
  const env = { ...process.env, ...world.env };
  const registry = world.registryUrl.replace('http://', '');
  const bare = () =>
    execFileSync(
      'docker',
      [
        'buildx',
        'build',
        '--push',
        '--provenance=mode=min',
        '--network=none',
        '--tag',
        `${registry}/bench/bare:${commit}`,
        '.',
      ],
      { cwd: workspace, env, stdio: 'pipe' },
    );
  const builds = await compare(7, () => ours(false), bare);
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
