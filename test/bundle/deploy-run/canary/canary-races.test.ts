/** What others do while an advance is running: another advance, a hold, a freeze. Nothing is wrong then, so the run succeeds. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { A, B, createLongCanary, D, good, type LongCanary, OVER_AN_HOUR } from '../../releases/long-canary.fixture.ts';
import { logOf, SERVICE } from '../deploy-run.fixture.ts';

let canary: LongCanary;
beforeEach(async () => {
  canary = await createLongCanary();
});
afterEach(() => canary.stop());

const NAME = `projects/orchestra-dev/locations/us-central1/services/${SERVICE}`;
const record = (service = SERVICE) => JSON.parse(canary.annotation('rollout', service) ?? '{}').release?.canary;

/** Sets an annotation of the service, as a user does in the console. */
async function annotate(name: string, value: string): Promise<void> {
  const { emulator } = canary;
  const { annotations, etag } = canary.doc();
  const response = await fetch(`${emulator.urls.run}/v2/${NAME}?updateMask=annotations`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ etag, annotations: { ...annotations, [`actions.orchestra.dev/${name}`]: value } }),
  });
  expect(response.status, await response.text()).toBe(200);
}

/** Runs `act` once, before the first call for which `at` is true. Returns a function that says whether it has run. */
function once(at: () => boolean, act: () => Promise<unknown>): () => boolean {
  let acted = false;
  canary.emulator.core.calls.onCall(async () => {
    if (acted || !at()) return;
    acted = true;
    await act();
  });
  return () => acted;
}

describe('after the claim of an advance', () => {
  const HOLD = { reason: 'incident 4711', by: 'ann', at: '2026-01-01T00:00:00Z', runUrl: 'https://example.com/1' };
  test.each<[string, () => Promise<void>, RegExp]>([
    ['a hold', () => annotate('hold', JSON.stringify(HOLD)), /The hold blocks its next step\. .*incident 4711/],
    [
      'a freeze',
      () => annotate('freeze', 'Mon-Sun 00:00-24:00 UTC: audit'),
      /The freeze blocks its next step\..*audit/,
    ],
  ])('%s stops it, and the claim is given back', async (_, set, message) => {
    await canary.release(SERVICE, [A]);
    await good(canary.begin(B, { steps: '5@1h,100' }));
    canary.pass(OVER_AN_HOUR);
    const isSet = once(() => record()?.advancing !== undefined, set);
    const stopped = await good(canary.advance());
    expect(isSet()).toBe(true);
    expect(stopped.summary).toMatch(message);
    expect(stopped.log).toMatch(message);
    expect(JSON.parse(stopped.outputs.canary ?? '')).toMatchObject({ percent: 5 });
    expect(canary.letters()).toBe('a=95 b=5');
    expect(record()).not.toHaveProperty('advancing');
  });
});

describe('another advance that comes first', () => {
  /** A lease of one minute expires after 1.5 s. */
  const FAST = { CLOCK_FACTOR: '40' };
  const PATIENT = { 'probe-timeout': '60s', 'probe-passes': '1', 'probe-interval': '1ms' };
  const STRIDE = process.env.CANARY_SWEEP === 'all' ? 1 : 4;
  let count = 0;

  test.each([
    ['takes the next step', '5@1h,25@1d,100', 'a=75 b=25'],
    ['promotes the candidate', '5@1h,100', 'b'],
  ])('%s at any call: both succeed', { timeout: 300_000 }, async (_, steps, serves) => {
    const started = async (): Promise<string> => {
      const service = `s${++count}`;
      await canary.release(service, [A]);
      await good(canary.begin(B, { service, steps, ...PATIENT }));
      canary.pass(OVER_AN_HOUR);
      return service;
    };
    const advance = (service: string) => canary.run(D, { service, advance: 'true', ...PATIENT }, { env: FAST });
    const { calls } = canary.emulator.core;
    const alone = await started();
    calls.clear();
    await good(advance(alone));
    const all = calls.list.length;
    for (let call = 2; call <= all; call += STRIDE) {
      const service = await started();
      let seen = 0;
      let beside: ReturnType<typeof advance> | undefined;
      const unhook = calls.onCall(async () => {
        if (++seen !== call) return;
        beside = advance(service);
        await beside;
      });
      const result = await advance(service);
      unhook();
      // On a busy machine the held call times out, and the run ends before the other one.
      const other = await beside;
      const both = `call ${call} of ${all}\n${logOf(result)}\n--- the other\n${other && logOf(other)}`;
      expect([result.exitCode, other?.exitCode ?? 0], both).toEqual([0, 0]);
      expect(canary.letters(service), both).toBe(serves);
      expect(both).not.toContain('rollback-to');
    }
  });
});
