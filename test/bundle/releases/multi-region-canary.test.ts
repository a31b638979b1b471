/** A canary of a multi-region service is analyzed per region, and every moment of its rollout is safe in all regions. */
import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, REGIONS } from './release.fixture.ts';

/** Every fourth call is tested; with `RELEASE_SWEEP=all` each one. */
const STRIDE = process.env.RELEASE_SWEEP === 'all' ? 1 : 4;
const PLACES = [...REGIONS, 'global'];
const CANARY = { strategy: 'canary', steps: '20,100', 'step-interval': '3s' };
const revision = (service: string, commit: string) => `${service}-${commit.slice(0, 12)}-1`;

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
  fixture.emulator.monitoring.samplePeriod = 300;
  fixture.emulator.monitoring.ingestionDelay = 300;
});
afterEach(() => fixture.stop());

async function deployed(service: string) {
  const annotations = `\n    run.googleapis.com/regions: ${REGIONS.join(',')}`;
  const inputs = {
    manifest: fixture.file(`${service}.yaml`, fixture.manifest({ name: service, annotations })),
    'allow-unauthenticated': 'true',
  };
  const first = await fixture.deploy(A, { ...inputs, image: await fixture.image('one') });
  expect(first.exitCode, logOf(first)).toBe(0);
  return { ...inputs, image: await fixture.image('two') };
}

const serving = (service: string) => PLACES.map((place) => fixture.serves(service, place));
const allServe = (service: string, commit: string) => PLACES.map(() => `${revision(service, commit)}=100`);

/** Runs while users request `/` in every region. */
async function underTraffic<T>(service: string, work: () => Promise<T>): Promise<T> {
  let ended = false;
  const urls = REGIONS.map((region) => fixture.doc(service, region).uri ?? '');
  const visit = async (url: string) => {
    while (!ended) {
      await fixture.fetch(`${url}/`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const users = [...urls, ...urls].map(visit);
  try {
    return await work();
  } finally {
    ended = true;
    await Promise.all(users);
  }
}

test('one that fails its users in a single region is stopped in its first step, in all', async () => {
  const inputs = await deployed('c-one');
  fixture.emulator.fakeDriver.setBehavior(inputs.image, {
    http: ({ headers, path }) => (path !== '/health' && String(headers.host).includes('europe-west1') ? 500 : 200),
  });
  const result = await underTraffic('c-one', () => fixture.deploy(B, { ...inputs, ...CANARY, analysis: 'errors' }));
  expect(result.exitCode, logOf(result)).toBe(1);
  expect(result.errors[0]?.message).toMatch(/is worse than its baseline: 5xx/);
  expect(serving('c-one')).toEqual(allServe('c-one', A));
});

test('one that serves its users everywhere takes all traffic', async () => {
  const inputs = await deployed('c-good');
  const result = await underTraffic('c-good', () => fixture.deploy(B, { ...inputs, ...CANARY, analysis: 'errors' }));
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(serving('c-good')).toEqual(allServe('c-good', B));
});

test.each(['kill', 'lost response'] as const)(
  '%s at a call: no region is left behind',
  { timeout: 600_000 },
  async (fault) => {
    const { calls, faults } = fixture.emulator.core;
    const once = { 'probe-passes': '1', 'probe-interval': '1ms', 'probe-timeout': '60s', timeout: '10m' };
    const measured = await deployed('s-0');
    calls.clear();
    expect((await fixture.deploy(B, { ...measured, ...once })).exitCode).toBe(0);
    const count = calls.list.length;
    for (let call = 1; call <= count; call += STRIDE) {
      const service = `s-${call}`;
      const inputs = { ...(await deployed(service)), ...once };
      let child: ChildProcess | undefined;
      const { promise: gone, resolve } = Promise.withResolvers<void>();
      calls.clear();
      if (fault === 'lost response') faults.add({ nth: call, dropResponse: true });
      let seen = 0;
      const unhook = calls.onCall(async () => {
        if (++seen !== call || fault !== 'kill' || !child) return;
        child.kill('SIGKILL');
        await gone;
      });
      const onStart = (process: ChildProcess) => {
        child = process;
        process.once('exit', () => resolve());
      };
      const main = await fixture.deploy(B, inputs, { onStart });
      unhook();
      faults.clear();
      const post = await fixture.post(B, inputs, main.state);
      const text = `${fault} at call ${call}\n${logOf(main)}\n${logOf(post)}`;
      expect([allServe(service, A), allServe(service, B)], text).toContainEqual(serving(service));
      const again = await fixture.deploy(B, inputs, { env: { GITHUB_RUN_ATTEMPT: '2' } });
      expect(again.exitCode, `${text}\n${logOf(again)}`).toBe(0);
      expect(serving(service), `${text}\n${logOf(again)}`).toEqual(allServe(service, B));
    }
  },
);
