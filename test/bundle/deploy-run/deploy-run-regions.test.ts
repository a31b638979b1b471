/** Several regions, and a cancelled wait, through the bundle. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, B, tagsOf } from './deploy-run.cases.ts';
import { createFixture, type Fixture, logOf } from './deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

describe('cancelled while it waits', () => {
  test('for a probe without a response: main restores the traffic before it is killed', async () => {
    await fixture.release('waiting', [A]);
    const image = await fixture.image('waits');
    const { promise: requested, resolve } = Promise.withResolvers<void>();
    fixture.emulator.fakeDriver.setBehavior(image, {
      http: ({ path }) => {
        if (path !== '/deep') return 200;
        resolve();
        return { delayMs: 20_000 };
      },
    });
    const start = Date.now();
    let signalled = 0;
    const result = await fixture.deploy(
      B,
      { service: 'waiting', image, 'probe-path': '/deep', 'probe-timeout': '60s' },
      {
        onStart: (child) =>
          void requested.then(() => {
            signalled = Date.now();
            child.kill('SIGINT');
          }),
      },
    );
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(signalled).toBeGreaterThan(start);
    expect(Date.now() - signalled).toBeLessThan(7500);
    expect(result.errors[0]?.message).toMatch(
      /^The step was cancelled\. waiting-a{12}-1 serves waiting in us-central1 as before\. What to do: Run this step again if the deploy is still wanted\.$/,
    );
    expect(fixture.serves('waiting')).toBe('waiting-aaaaaaaaaaaa-1=100');
    expect(fixture.doc('waiting').annotations).not.toHaveProperty(['actions.orchestra.dev/rollout']);
    expect(tagsOf(fixture, 'waiting')).toEqual([]);
  });
});

describe('several regions', () => {
  const REGIONS = 'us-central1\neurope-west1';
  const serving = (service: string) => [fixture.serves(service), fixture.serves(service, 'europe-west1')];
  const inputs = async (service: string, content: string) => ({
    manifest: fixture.file(`${service}.yaml`, fixture.manifest({ name: service })),
    image: await fixture.image(content),
    region: REGIONS,
  });

  test('one after the other, with outputs for both', async () => {
    const result = await fixture.deploy(A, await inputs('far', 'one'));
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(serving('far')).toEqual(['far-aaaaaaaaaaaa-1=100', 'far-aaaaaaaaaaaa-1=100']);
    expect(JSON.parse(result.outputs.traffic ?? '').map(({ region }: { region: string }) => region)).toEqual([
      'us-central1',
      'europe-west1',
    ]);
  });

  test('the second fails: the first is restored, and nothing is recorded', async () => {
    const before = await fixture.deploy(A, await inputs('wide', 'one'));
    expect(before.exitCode, logOf(before)).toBe(0);
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('half'), {
      http: ({ headers }) => (String(headers.host).includes('europe') ? 500 : 200),
    });
    const result = await fixture.deploy(B, { ...(await inputs('wide', 'half')), 'probe-timeout': '2s' });
    expect(result.exitCode).toBe(1);
    expect(serving('wide')).toEqual(['wide-aaaaaaaaaaaa-1=100', 'wide-aaaaaaaaaaaa-1=100']);
    for (const region of ['us-central1', 'europe-west1']) {
      const { annotations = {} } = fixture.doc('wide', region);
      expect(annotations).not.toHaveProperty(['actions.orchestra.dev/rollout']);
      expect(JSON.parse(annotations['actions.orchestra.dev/releases'] ?? '')).toHaveLength(1);
    }
  });

  test('the second cannot even be prepared: the first is not touched', async () => {
    await fixture.deploy(A, await inputs('calm', 'one'));
    const before = JSON.stringify(fixture.doc('calm'));
    fixture.emulator.core.faults.add({
      api: 'run',
      method: 'PATCH',
      path: 'europe-west1.*validateOnly',
      status: 400,
      times: 9,
    });
    const result = await fixture.deploy(B, await inputs('calm', 'two'));
    fixture.emulator.core.faults.clear();
    expect(result.exitCode).toBe(1);
    expect(JSON.stringify(fixture.doc('calm'))).toBe(before);
  });

  test('a rollback and a hold leave out a region to which the service was never deployed', async () => {
    await fixture.release('near', [A, B]);
    const play = async (more: Record<string, string>) => {
      const result = await fixture.deploy(B, { service: 'near', region: REGIONS, 'probe-passes': '1', ...more });
      expect(result.exitCode, logOf(result)).toBe(0);
      expect(result.warnings[0]?.message).toContain('near does not exist in europe-west1 of orchestra-dev');
      return fixture.doc('near').annotations ?? {};
    };
    const hold = ['actions.orchestra.dev/hold'];
    expect(await play({ hold: 'true', reason: 'incident' })).toHaveProperty(hold);
    expect(await play({ 'release-hold': 'true' })).not.toHaveProperty(hold);
    expect(await play({ 'rollback-to': 'previous' })).toHaveProperty(hold);
    expect(fixture.serves('near')).toBe('near-aaaaaaaaaaaa-1=100');
    const mistyped = await fixture.deploy(B, { service: 'naer', region: REGIONS, 'rollback-to': 'previous' });
    expect(mistyped.errors.map(({ message }) => message).join()).toMatch(
      /there is no service or worker pool naer in us-central1 .*in europe-west1/s,
    );
  });
});
