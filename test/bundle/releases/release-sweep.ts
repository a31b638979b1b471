/**
 * At its n-th call, a release of several services is killed, loses a response, or finds a service whose API keeps failing.
 * Afterwards `post`, a re-run or the run of the next commit makes all services consistent.
 */
import type { ChildProcess } from 'node:child_process';
import { expect } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, C, createFleet, FAST, type Fleet } from './release.fixture.ts';

export const FAULTS = ['kill', 'lost response', '503 to the end'] as const;
export const FOLLOWERS = ['post', 're-run', 'next commit'] as const;

export interface SweepCase {
  /** Number of the call, from 1. */
  readonly call: number;
  readonly fault: (typeof FAULTS)[number];
  /** The run that follows. */
  readonly follower: (typeof FOLLOWERS)[number];
}

export interface SweepSize {
  readonly services: number;
  readonly regions: readonly string[];
}

const inputsOf = (fleet: Fleet) => fleet.inputs({ timeout: '60s', 'probe-timeout': '60s' });
/** Enough time to wait for a lease, and for a fault-free release on a slow machine. */
const ENOUGH = { timeout: '10m' };

/** Number of calls of a fault-free release. */
export async function countReleaseCalls(fixture: Fixture, size: SweepSize): Promise<number> {
  const fleet = await createFleet(fixture, size);
  const inputs = await inputsOf(fleet);
  fixture.emulator.core.calls.clear();
  const result = await fixture.deploy(B, { ...inputs, ...ENOUGH }, { env: FAST });
  expect(result.exitCode, logOf(result)).toBe(0);
  return fixture.emulator.core.calls.list.length;
}

export async function playSweep(
  fixture: Fixture,
  size: SweepSize,
  { call, fault, follower }: SweepCase,
): Promise<void> {
  const fleet = await createFleet(fixture, size);
  const inputs = await inputsOf(fleet);
  const main = await faulty(fixture, call, fault, inputs);
  fixture.emulator.core.faults.clear();
  await fleet.settled();
  const steps = [main];
  const text = () => `${fault} at call ${call}, then ${follower}\n${steps.map(logOf).join('\n')}`;
  const together = (...commits: string[]) => {
    expect(
      commits.map((commit) => commit[0]),
      text(),
    ).toContain(fleet.together());
    expect(fleet.records(), text()).toEqual([]);
  };
  const follow = async (work: Promise<StepResult>): Promise<void> => {
    const step = await work;
    steps.push(step);
    expect(step.exitCode, text()).toBe(0);
    await fleet.settled();
  };
  if (follower === 'post') {
    await follow(fixture.post(B, inputs, main.state));
    return together(...(main.exitCode === 0 ? [B] : [A, B]));
  }
  // Its `post` never ran, since its whole runner was lost.
  const isRerun = follower === 're-run';
  const given = { ...inputs, ...ENOUGH, ...(isRerun ? {} : await newer(fixture, fleet)) };
  const env = isRerun ? { GITHUB_RUN_ATTEMPT: '2' } : { GITHUB_RUN_ID: '43' };
  await follow(fixture.deploy(isRerun ? B : C, given, { env: { ...FAST, ...env } }));
  together(isRerun ? B : C);
}

async function newer(fixture: Fixture, fleet: Fleet): Promise<Record<string, string>> {
  const image = await fixture.image('three');
  return { services: JSON.stringify(fleet.names.map((service) => ({ service, image }))) };
}

/** Runs main with the fault at its n-th call. */
async function faulty(
  fixture: Fixture,
  number: number,
  fault: SweepCase['fault'],
  inputs: Record<string, string>,
): Promise<StepResult> {
  const { calls, faults } = fixture.emulator.core;
  calls.clear();
  let child: ChildProcess | undefined;
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  if (fault === 'lost response') faults.add({ nth: number, dropResponse: true });
  let count = 0;
  const unhook = calls.onCall(async ({ api, path }) => {
    if (++count !== number) return;
    if (fault === '503 to the end') {
      const service = /locations\/[^/]+\/services\/[^/:?]+/.exec(path)?.[0];
      faults.add({ api, path: service ?? path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), status: 503, times: -1 });
    }
    if (fault !== 'kill' || !child) return;
    child.kill('SIGKILL');
    await gone;
  });
  const result = await fixture.deploy(B, inputs, {
    env: FAST,
    onStart: (process) => {
      child = process;
      process.once('exit', () => resolve());
    },
  });
  unhook();
  return result;
}
