/**
 * Every moment of a long canary is safe: a fault at each call of its first step, of an advance, and of its commit. By default
 * every third call is tested; with `CANARY_SWEEP=all` each one.
 */
import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StepOptions, StepResult } from '../../harness/runner.ts';
import { logOf } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, createLongCanary, type LongCanary, OVER_AN_HOUR } from './long-canary.fixture.ts';

const STRIDE = process.env.CANARY_SWEEP === 'all' ? 1 : 3;

/** Milliseconds: less than the time limit of a call, and a third of a lease. */
const JUMP = 20_000;

/** Leases of other runs expire at once: the clock of the step jumps at each read while it waits for one, and is else the machine's. */
function withShortLeases(
  calls: Pick<LongCanary['emulator']['core']['calls'], 'onCall'>,
  options: Partial<StepOptions>,
): Partial<StepOptions> {
  let jumps = 0;
  return {
    ...options,
    env: { CLOCK_JUMP: String(JUMP), ...options.env },
    onStart(step: ChildProcess) {
      options.onStart?.(step);
      const forget = calls.onCall(({ method }) => {
        if (method === 'GET' && jumps-- > 0) step.kill('SIGUSR2');
      });
      step.once('exit', forget);
    },
    onOutput(text) {
      options.onOutput?.(text);
      if (text.includes('Waiting for a minute')) jumps = 5;
    },
  };
}

const PATIENT = { 'probe-timeout': '60s', 'probe-passes': '1', 'probe-interval': '1ms' };

let canary: LongCanary;
beforeEach(async () => {
  canary = await createLongCanary();
});
afterEach(() => canary.stop());

let count = 0;
/** A service in a canary at 5 %, whose step is over. */
async function started(): Promise<string> {
  const service = `s${++count}`;
  await canary.release(service, [A]);
  const begun = await canary.begin(B, { service, steps: '5@1h,25@1h,100', ...PATIENT });
  expect(begun.exitCode, logOf(begun)).toBe(0);
  canary.pass(OVER_AN_HOUR);
  return service;
}

/** Runs with a fault at its n-th call. */
async function faulty(
  call: number,
  fault: 'kill' | 'lost response',
  work: (options: Partial<StepOptions>) => Promise<StepResult>,
): Promise<StepResult> {
  const { calls, faults } = canary.emulator.core;
  calls.clear();
  let child: ChildProcess | undefined;
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  if (fault === 'lost response') faults.add({ nth: call, dropResponse: true });
  let seen = 0;
  const unhook = calls.onCall(async () => {
    if (++seen !== call || fault !== 'kill' || !child) return;
    child.kill('SIGKILL');
    await gone;
  });
  const result = await work({
    onStart: (process) => {
      child = process;
      process.once('exit', () => resolve());
    },
  });
  unhook();
  faults.clear();
  return result;
}

const callsOf = async (work: () => Promise<StepResult>): Promise<number> => {
  canary.emulator.core.calls.clear();
  const result = await work();
  expect(result.exitCode, logOf(result)).toBe(0);
  return canary.emulator.core.calls.list.length;
};

const advance = (service: string, options: Partial<StepOptions> = {}) =>
  canary.advance({ service, ...PATIENT }, withShortLeases(canary.emulator.core.calls, options));

describe.each(['kill', 'lost response'] as const)('%s at a call', (fault) => {
  test('of an advance: the next one continues from there, and no step is skipped', { timeout: 600_000 }, async () => {
    const first = await started();
    const calls = await callsOf(() => advance(first));
    expect(canary.letters(first)).toBe('a=75 b=25');
    for (let call = 1; call <= calls; call += STRIDE) {
      const service = await started();
      const main = await faulty(call, fault, (options) => advance(service, options));
      await canary.settled(service);
      expect(['a=95 b=5', 'a=75 b=25'], logOf(main)).toContain(canary.letters(service));
      const next = await advance(service);
      expect(next.exitCode, `call ${call}\n${logOf(main)}\n${logOf(next)}`).toBe(0);
      expect(canary.letters(service), `call ${call}\n${logOf(next)}`).toBe('a=75 b=25');
      expect(JSON.parse(next.outputs.canary ?? '{}')).toMatchObject({ step: 2, percent: 25 });
    }
  });

  test('of the last advance, which runs a later job: it is committed once', { timeout: 600_000 }, async () => {
    const ran = new Map<string, number>();
    canary.emulator.fakeDriver.setBehavior(await canary.image('two'), {
      http: () => 200,
      run: ({ env }) => {
        // The job receives the URL of its service.
        const [url = ''] = Object.keys(env).filter((name) => name.startsWith('URL_'));
        ran.set(url, (ran.get(url) ?? 0) + 1);
        return { exitCode: 0, logs: [] };
      },
    });
    const last = async (): Promise<string> => {
      const service = `s${++count}`;
      await canary.release(service, [A]);
      const jobs = JSON.stringify([{ command: 'sweep', when: 'after-traffic' }]);
      const begun = await canary.begin(B, { service, steps: '25@1h,100', jobs, ...PATIENT });
      expect(begun.exitCode, logOf(begun)).toBe(0);
      canary.pass(OVER_AN_HOUR);
      return service;
    };
    const first = await last();
    const calls = await callsOf(() => advance(first));
    expect(canary.letters(first)).toBe('b');
    for (let call = 1; call <= calls; call += STRIDE) {
      const service = await last();
      const main = await faulty(call, fault, (options) => advance(service, options));
      const next = await advance(service);
      expect(next.exitCode, `call ${call}\n${logOf(main)}\n${logOf(next)}`).toBe(0);
      expect(canary.letters(service), `call ${call}\n${logOf(next)}`).toBe('b');
      expect(canary.annotation('rollout', service)).toBeUndefined();
      const releases = JSON.parse(canary.annotation('releases', service) ?? '[]') as { commit: string }[];
      expect(releases.filter(({ commit }) => commit === B)).toHaveLength(1);
      // At least once: after a run was killed during the job, the next run repeats it.
      expect(ran.get(`URL_${service.toUpperCase()}`), `call ${call}`).toBeOneOf([1, 2]);
    }
  });

  test('of its first step: `post` alone leaves the baseline, or the canary', { timeout: 600_000 }, async () => {
    const begin = async (service: string, options: Partial<StepOptions> = {}) =>
      await canary.begin(B, { service, steps: '5@1h,100', ...PATIENT }, options);
    await canary.release('first', [A]);
    const calls = await callsOf(() => begin('first'));
    for (let call = 1; call <= calls; call += STRIDE) {
      const service = `s${++count}`;
      await canary.release(service, [A]);
      const main = await faulty(call, fault, (options) => begin(service, options));
      await canary.settled(service);
      const post = await canary.post(B, { service, image: await canary.image('two') }, main.state);
      expect(post.exitCode, `call ${call}\n${logOf(post)}`).toBe(0);
      await canary.settled(service);
      const parked = canary.annotation('rollout', service)?.includes('"at":{"step":0');
      expect(canary.letters(service), `call ${call}\n${logOf(main)}`).toBe(parked ? 'a=95 b=5' : 'a');
      if (main.exitCode === 0) expect(parked).toBe(true);
    }
  });
});
