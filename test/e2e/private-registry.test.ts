/** Image builds on a machine whose registry has a certificate of a private CA: RUN steps trust it, images do not contain it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../packages/emulator/src/defaults.ts';
import { type Emulator, startEmulator } from '../../packages/emulator/src/start.ts';
import { type Engine, ensureEngine } from '../../scripts/parts/engine.ts';
import { ensureBaseImages, removeImages } from '../../scripts/parts/images.ts';
import { projectDir } from '../../scripts/parts/local.ts';
import { type PrivateRegistry, startPrivateRegistry } from '../harness/private-registry.ts';
import { runStep } from '../harness/runner.ts';

const engine: Engine | undefined = await ensureEngine().catch((error: unknown) => {
  if (process.env.CI === 'true') throw error;
  console.log(`Left out: image builds behind a private CA, since there is no engine (${(error as Error).message})`);
  return undefined;
});

describe.skipIf(!engine)("the sample's build", () => {
  let registry: PrivateRegistry;
  let emulator: Emulator;
  const workspace = mkdtempSync(join(tmpdir(), 'private-registry-'));

  beforeAll(async () => {
    registry = await startPrivateRegistry();
    emulator = await startEmulator();
    await ensureBaseImages(engine as Engine, ['golang']);
  });
  afterAll(async () => {
    await emulator.stop();
    await removeImages(engine as Engine, emulator.registryHost);
    await registry.stop();
    rmSync(workspace, { recursive: true, force: true });
  });

  const build = (inputs: Record<string, string>) =>
    runStep('build-image', {
      workspace,
      env: { ...emulator.env, ...engine?.env, GITHUB_SHA: 'a'.repeat(40) },
      with: {
        image: `${emulator.registryHost}/${DEFAULTS.project}/${DEFAULTS.repository}/private`,
        region: DEFAULTS.region,
        'workload-identity-provider': DEFAULTS.provider,
        'service-account': DEFAULTS.serviceAccount,
        sbom: 'false',
        cache: 'off',
        reuse: 'false',
        'extra-args': '--network=host',
        ...inputs,
      },
    });

  test('downloads modules with the certificates of the secret, and stores none', async () => {
    // The sample's step that downloads modules, for a module that is not cached.
    const sample = readFileSync(join(projectDir, 'examples/orchestra/deploy/docker/Dockerfile.server'), 'utf8');
    const step = /^RUN --mount=type=secret.*\n(?:.*\\\n)*.*go mod download$/m.exec(sample)?.[0];
    expect(step).toBeDefined();
    const ask = `GOPROXY=${registry.url} GOSUMDB=off go list -m -versions example.com/greeting@latest`;
    const dockerfile = [
      'FROM golang:1.23-alpine',
      'WORKDIR /empty',
      step?.replace('go mod download', ask),
      // The image contains neither the file nor the CA in its trust store.
      `RUN ! test -s /run/secrets/ca-certificates && ! grep -rqF '${certificateLine(registry.caFile)}' /etc /run /root`,
    ].join('\n');
    writeFileSync(join(workspace, 'Dockerfile'), dockerfile);
    const trusted = await build({ 'secret-files': `ca-certificates=${registry.caFile}` });
    expect(trusted.exitCode, trusted.log).toBe(0);
    expect(registry.requested.length).toBeGreaterThan(0);
    const requested = registry.requested.length;
    const untrusted = await build({ 'no-cache': 'true' });
    expect(untrusted.exitCode).not.toBe(0);
    expect(untrusted.log).toContain('certificate signed by unknown authority');
    expect(registry.requested).toHaveLength(requested);
  });
});

/** A line that only this certificate has. */
const certificateLine = (file: string): string => readFileSync(file, 'utf8').split('\n')[3] as string;
