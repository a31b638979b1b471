/** Several regions, and a cancelled wait, through the bundle. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, B, tagsOf } from './deploy-run.cases.ts';
import { createWorld, said, type World } from './deploy-run.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.stop());

describe('cancelled while it waits', () => {
  test('for a probe that is not answered: main itself brings the traffic back, well before it is killed', async () => {
    await world.release('waiting', [A]);
    const image = await world.image('waits');
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    world.emulator.fakeDriver.setBehaviour(image, {
      http: ({ path }) => {
        if (path !== '/deep') return 200;
        resolve();
        return { delayMs: 20_000 };
      },
    });
    const start = Date.now();
    let signalled = 0;
    const result = await world.deploy(
      B,
      { service: 'waiting', image, 'probe-path': '/deep', 'probe-timeout': '60s' },
      {
        onStart: (child) =>
          void asked.then(() => {
            signalled = Date.now();
            child.kill('SIGINT');
          }),
      },
    );
    expect(result.exitCode, said(result)).toBe(1);
    expect(signalled).toBeGreaterThan(start);
    expect(Date.now() - signalled).toBeLessThan(7500);
    expect(result.errors[0]?.message).toMatch(
      /^The step was cancelled\. waiting-a{12}-1 serves waiting in us-central1 as before\. What to do: Run this step again if the deploy is still wanted\.$/,
    );
    expect(world.serves('waiting')).toBe('waiting-aaaaaaaaaaaa-1=100');
    expect(world.doc('waiting').annotations).not.toHaveProperty(['actions.orchestra.dev/rollout']);
    expect(tagsOf(world, 'waiting')).toEqual([]);
  });
});

describe('several regions', () => {
  const REGIONS = 'us-central1\neurope-west1';
  const serving = (service: string) => [world.serves(service), world.serves(service, 'europe-west1')];
  const inputs = async (service: string, content: string) => ({
    manifest: world.file(`${service}.yaml`, world.manifest({ name: service })),
    image: await world.image(content),
    region: REGIONS,
  });

  test('one after the other, with outputs for both', async () => {
    const result = await world.deploy(A, await inputs('far', 'one'));
    expect(result.exitCode, said(result)).toBe(0);
    expect(serving('far')).toEqual(['far-aaaaaaaaaaaa-1=100', 'far-aaaaaaaaaaaa-1=100']);
    expect(JSON.parse(result.outputs.traffic ?? '').map(({ region }: { region: string }) => region)).toEqual([
      'us-central1',
      'europe-west1',
    ]);
  });

  test('the second fails: the first is brought back, nothing is recorded', async () => {
    const before = await world.deploy(A, await inputs('wide', 'one'));
    expect(before.exitCode, said(before)).toBe(0);
    world.emulator.fakeDriver.setBehaviour(await world.image('half'), {
      http: ({ headers }) => (String(headers.host).includes('europe') ? 500 : 200),
    });
    const result = await world.deploy(B, { ...(await inputs('wide', 'half')), 'probe-timeout': '300ms' });
    expect(result.exitCode).toBe(1);
    expect(serving('wide')).toEqual(['wide-aaaaaaaaaaaa-1=100', 'wide-aaaaaaaaaaaa-1=100']);
    for (const region of ['us-central1', 'europe-west1']) {
      const { annotations = {} } = world.doc('wide', region);
      expect(annotations).not.toHaveProperty(['actions.orchestra.dev/rollout']);
      expect(JSON.parse(annotations['actions.orchestra.dev/releases'] ?? '')).toHaveLength(1);
    }
  });

  test('the second cannot even be prepared: the first is not touched', async () => {
    await world.deploy(A, await inputs('calm', 'one'));
    const before = JSON.stringify(world.doc('calm'));
    world.emulator.core.faults.add({
      api: 'run',
      method: 'PATCH',
      path: 'europe-west1.*validateOnly',
      status: 400,
      times: 9,
    });
    const result = await world.deploy(B, await inputs('calm', 'two'));
    world.emulator.core.faults.clear();
    expect(result.exitCode).toBe(1);
    expect(JSON.stringify(world.doc('calm'))).toBe(before);
  });
});
