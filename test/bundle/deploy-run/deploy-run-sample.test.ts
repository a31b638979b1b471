/** The manifests of the sample application, deployed unchanged. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMITS, createFixture, type Fixture, logOf } from './deploy-run.fixture.ts';

const manifests = join(
  dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))),
  'examples/orchestra/deploy/cloud-run',
);
const [A, B, C] = COMMITS;

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture.stop());

async function deploy(commit: string, manifest: string, image: string, inputs: Record<string, string> = {}) {
  fixture.file(manifest, readFileSync(join(manifests, manifest), 'utf8'));
  return fixture.deploy(commit, { manifest, image, ...inputs });
}

const pool = () => {
  const found = fixture.emulator.run.workerPools.get(
    'projects/orchestra-dev/locations/us-central1/workerPools/orchestra-worker',
  );
  if (!found) throw new Error('no worker pool');
  return found.doc;
};
const split = () =>
  (pool().instanceSplitStatuses ?? []).map(({ revision, percent }) => `${revision}=${percent}`).join(' ');

describe('the sample', () => {
  test('server.yaml: three secrets by number, probed on /health, Cloud SQL mounted', async () => {
    const result = await deploy(A, 'server.yaml', await fixture.image('one'), { 'allow-unauthenticated': 'true' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(fixture.serves('orchestra-server')).toBe('orchestra-server-aaaaaaaaaaaa-1=100');
    const [container] = fixture.doc('orchestra-server').template?.containers ?? [];
    expect(container?.env?.map(({ name, valueSource }) => [name, valueSource?.secretKeyRef?.version])).toEqual([
      ['DATABASE_URL', '1'],
      ['REDIS_URL', '1'],
      ['JWT_SECRET', '1'],
      ['APP_VERSION', undefined],
    ]);
    expect(container?.volumeMounts).toEqual([{ name: 'cloudsql', mountPath: '/cloudsql' }]);
    expect(result.summary).toContain('/health');
  });

  test('api.yaml: two containers, each with its own image; nginx takes the requests', async () => {
    const nginx = await fixture.image('nginx');
    const server = await fixture.image('server');
    const result = await deploy(A, 'api.yaml', `nginx=${nginx}\nserver=${server}`);
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(fixture.doc('orchestra-api').template?.containers?.map(({ image }) => image)).toEqual([nginx, server]);
    expect(result.outputs.image).toBe(nginx);
  });

  test('engine.yaml: a private gRPC service, probed by the standard health service with an identity token', async () => {
    const result = await deploy(A, 'engine.yaml', await fixture.image('engine'), { probe: 'grpc' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.summary).toContain('SERVING');
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('sick'), { grpc: 'NOT_SERVING' });
    const sick = await deploy(B, 'engine.yaml', await fixture.image('sick'), { probe: 'grpc' });
    expect(sick.exitCode).toBe(1);
    expect(fixture.serves('orchestra-engine')).toBe('orchestra-engine-aaaaaaaaaaaa-1=100');
  });

  test('worker.yaml: a worker pool, Ready before it gets the instances; one that exits gets none', async () => {
    const first = await deploy(A, 'worker.yaml', await fixture.image('one'));
    expect(first.exitCode, logOf(first)).toBe(0);
    expect(first.log).toContain('The worker pool orchestra-worker does not exist in us-central1 yet: it is created.');
    expect(split()).toBe('orchestra-worker-aaaaaaaaaaaa-1=100');
    const second = await deploy(B, 'worker.yaml', await fixture.image('two'));
    expect(second.exitCode, logOf(second)).toBe(0);
    expect(split()).toBe('orchestra-worker-bbbbbbbbbbbb-1=100');
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('sick'), { startup: 'exits', logs: ['no redis'] });
    const sick = await deploy(C, 'worker.yaml', await fixture.image('sick'));
    expect(sick.exitCode).toBe(1);
    expect(sick.log).toContain('no redis');
    expect(split()).toBe('orchestra-worker-bbbbbbbbbbbb-1=100');
    const back = await fixture.deploy(C, { service: 'orchestra-worker', 'rollback-to': A });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(split()).toBe('orchestra-worker-aaaaaaaaaaaa-1=100');
  });

  test('migrate.yaml: a job at the digest, run and awaited; a failing one fails the step with its last lines', async () => {
    const inputs = { execute: 'true' };
    const first = await deploy(A, 'migrate.yaml', await fixture.image('one'), inputs);
    expect(first.exitCode, logOf(first)).toBe(0);
    expect(first.outputs.image).toBe(await fixture.image('one'));
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('two'), {
      run: { exitCode: 3, logs: ['relation does not exist'] },
    });
    const second = await deploy(B, 'migrate.yaml', await fixture.image('two'), inputs);
    expect(second.exitCode).toBe(1);
    expect(second.errors[0]?.message).toContain('0 of 1 tasks succeeded, 1 failed');
    expect(second.log).toContain('relation does not exist');
  });
});
