/**
 * The sample's server for two platforms, each built separately as on its own runner, then merged: compared with the slower of the
 * two. One machine builds them one after the other, each on a new builder; the start of runners is not included. The compiler runs on
 * this machine's platform and cross-compiles, so nothing is emulated.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { startEmulator } from '../../../packages/emulator/src/start.ts';
import { startNewEngine } from '../../../scripts/parts/engine.ts';
import { ensureBaseImages } from '../../../scripts/parts/images.ts';
import { projectDir } from '../../../scripts/parts/local.ts';
import { runStep } from '../../harness/runner.ts';
import { ms, type Row } from '../measure.ts';

const DOCKERFILE = `FROM --platform=$BUILDPLATFORM golang:1.23-alpine AS builder
ARG TARGETARCH
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 GOOS=linux GOARCH=$TARGETARCH go build -trimpath -ldflags="-s -w" -o /server ./cmd/server
FROM scratch
COPY --from=builder /server /server
`;

export async function benchPlatforms(): Promise<Row[]> {
  const engine = await startNewEngine();
  const emulator = await startEmulator();
  const workspace = mkdtempSync(join(tmpdir(), 'bench-platforms-'));
  const step = async (given: Readonly<Record<string, string>>) => {
    const env = { ...process.env, ...engine.env };
    await promisify(execFile)('docker', ['buildx', 'prune', '--all', '--force'], { env });
    const result = await runStep('build-image', {
      workspace,
      env: { ...emulator.env, ...engine.env, GITHUB_SHA: 'a'.repeat(40) },
      with: {
        'workload-identity-provider': DEFAULTS.provider,
        'service-account': DEFAULTS.serviceAccount,
        project: DEFAULTS.project,
        region: DEFAULTS.region,
        image: `${emulator.registryHost}/${DEFAULTS.project}/${DEFAULTS.repository}/platforms`,
        sbom: 'false',
        'extra-args': '--network=none',
        ...given,
      },
    });
    if (result.exitCode !== 0) throw new Error(result.log);
    return result;
  };
  try {
    await ensureBaseImages(engine, ['alpine', 'golang']);
    cpSync(join(projectDir, 'examples/orchestra'), workspace, { recursive: true });
    writeFileSync(join(workspace, 'Dockerfile'), DOCKERFILE);
    const amd64 = await step({ platforms: 'linux/amd64', 'for-merge': 'true' });
    const arm64 = await step({ platforms: 'linux/arm64', 'for-merge': 'true' });
    const merge = await step({
      merge: `linux/amd64=${amd64.outputs.digest}\nlinux/arm64=${arm64.outputs.digest}`,
    });
    const slower = Math.max(amd64.duration, arm64.duration);
    return [
      {
        what: 'two platforms, a runner each, and the merge',
        ours: `${ms(slower + merge.duration)} (merge ${ms(merge.duration)})`,
        against: `${ms(slower)} (the slower one)`,
        ratio: ((slower + merge.duration) / slower).toFixed(2),
        aim: 'at most 1.1',
      },
    ];
  } finally {
    rmSync(workspace, { recursive: true });
    await emulator.stop();
    await engine.stop();
  }
}
