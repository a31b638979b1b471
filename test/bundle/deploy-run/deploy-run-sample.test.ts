/** The sample application's own manifests, deployed as they are. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMITS, createWorld, said, type World } from './deploy-run.fixture.ts';

const manifests = join(
  dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))),
  'examples/orchestra/deploy/cloud-run',
);
const [A, B, C] = COMMITS;

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

async function deploy(commit: string, manifest: string, image: string, inputs: Record<string, string> = {}) {
  world.file(manifest, readFileSync(join(manifests, manifest), 'utf8'));
  return world.deploy(commit, { manifest, image, ...inputs });
}

const pool = () => {
  const found = world.emulator.run.workerPools.get(
    'projects/orchestra-dev/locations/us-central1/workerPools/orchestra-worker',
  );
  if (!found) throw new Error('no worker pool');
  return found.doc;
};
const split = () =>
  (pool().instanceSplitStatuses ?? []).map(({ revision, percent }) => `${revision}=${percent}`).join(' ');

describe('the sample', () => {
  test('server.yaml: three secrets by number, probed on /health, Cloud SQL mounted', async () => {
    const result = await deploy(A, 'server.yaml', await world.image('one'), { 'allow-unauthenticated': 'true' });
    expect(result.exitCode, said(result)).toBe(0);
    expect(world.serves('orchestra-server')).toBe('orchestra-server-aaaaaaaaaaaa-1=100');
    const [container] = world.doc('orchestra-server').template?.containers ?? [];
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
    const nginx = await world.image('nginx');
    const server = await world.image('server');
    const result = await deploy(A, 'api.yaml', `nginx=${nginx}\nserver=${server}`);
    expect(result.exitCode, said(result)).toBe(0);
    expect(world.doc('orchestra-api').template?.containers?.map(({ image }) => image)).toEqual([nginx, server]);
    expect(result.outputs.image).toBe(nginx);
  });

  test('engine.yaml: a private gRPC service, probed by the standard health service with an identity token', async () => {
    const result = await deploy(A, 'engine.yaml', await world.image('engine'), { probe: 'grpc' });
    expect(result.exitCode, said(result)).toBe(0);
    expect(result.summary).toContain('SERVING');
    world.emulator.fakeDriver.setBehaviour(await world.image('sick'), { grpc: 'NOT_SERVING' });
    const sick = await deploy(B, 'engine.yaml', await world.image('sick'), { probe: 'grpc' });
    expect(sick.exitCode).toBe(1);
    expect(world.serves('orchestra-engine')).toBe('orchestra-engine-aaaaaaaaaaaa-1=100');
  });

  test('worker.yaml: a worker pool, Ready before it gets the instances; one that exits gets none', async () => {
    const first = await deploy(A, 'worker.yaml', await world.image('one'));
    expect(first.exitCode, said(first)).toBe(0);
    expect(split()).toBe('orchestra-worker-aaaaaaaaaaaa-1=100');
    const second = await deploy(B, 'worker.yaml', await world.image('two'));
    expect(second.exitCode, said(second)).toBe(0);
    expect(split()).toBe('orchestra-worker-bbbbbbbbbbbb-1=100');
    world.emulator.fakeDriver.setBehaviour(await world.image('sick'), { startup: 'exits', logs: ['no redis'] });
    const sick = await deploy(C, 'worker.yaml', await world.image('sick'));
    expect(sick.exitCode).toBe(1);
    expect(sick.log).toContain('no redis');
    expect(split()).toBe('orchestra-worker-bbbbbbbbbbbb-1=100');
    const back = await world.deploy(C, { service: 'orchestra-worker', 'rollback-to': A });
    expect(back.exitCode, said(back)).toBe(0);
    expect(split()).toBe('orchestra-worker-aaaaaaaaaaaa-1=100');
  });

  test('migrate.yaml: a job at the digest, run and awaited; a failing one is red with its last lines', async () => {
    const inputs = { execute: 'true' };
    const first = await deploy(A, 'migrate.yaml', await world.image('one'), inputs);
    expect(first.exitCode, said(first)).toBe(0);
    expect(first.outputs.image).toBe(await world.image('one'));
    world.emulator.fakeDriver.setBehaviour(await world.image('two'), {
      run: { exitCode: 3, logs: ['relation does not exist'] },
    });
    const second = await deploy(B, 'migrate.yaml', await world.image('two'), inputs);
    expect(second.exitCode).toBe(1);
    expect(second.errors[0]?.message).toContain('0 of 1 tasks succeeded, 1 failed');
    expect(second.log).toContain('relation does not exist');
  });
});
