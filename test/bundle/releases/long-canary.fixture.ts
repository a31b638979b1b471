/** A canary that takes days, with a virtual clock that tests advance for steps and servers. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { realClock } from '../../../packages/emulator/src/core/clock.ts';
import type { StepOptions, StepResult } from '../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture, logOf, SERVICE } from '../deploy-run/deploy-run.fixture.ts';

export const [A, B, C, D] = COMMITS;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A step of an hour is over, also for a run whose clock is fast: Google's time is then known to ten seconds only. */
export const OVER_AN_HOUR = HOUR + 60_000;

export interface LongCanary extends Fixture {
  /** Advances the clock by so many milliseconds between two runs. */
  pass(ms: number): void;
  now(): number;
  /** Starts a canary of the commit. */
  begin(commit: string, inputs?: Record<string, string>, options?: Partial<StepOptions>): Promise<StepResult>;
  /** A separate run with `advance: true`. */
  advance(inputs?: Record<string, string>, options?: Partial<StepOptions>): Promise<StepResult>;
  /** Any run under the virtual clock. */
  run(commit: string, inputs: Record<string, string>, options?: Partial<StepOptions>): Promise<StepResult>;
  /** From now on the revisions of this image respond to every request with an error. */
  breaks(content: string): void;
  /** First letters of the commits that serve, with their shares below 100. */
  letters(service?: string): string;
  annotation(name: string, service?: string): string | undefined;
}

export async function createLongCanary(): Promise<LongCanary> {
  let ahead = 0;
  const broken = new Set<string>();
  let runs = 100;
  const fixture = await createFixture({ ...realClock, now: () => realClock.now() + ahead });
  for (const content of ['one', 'two', 'three'])
    fixture.emulator.fakeDriver.setBehavior(await fixture.image(content), {
      http: () => (broken.has(content) ? 500 : 200),
    });
  const run: LongCanary['run'] = async (commit, inputs, options = {}) => {
    const result = await fixture.deploy(commit, inputs, {
      ...options,
      env: {
        NODE_OPTIONS: `--require ${join(import.meta.dirname, '../../harness/fast-clock.cjs')}`,
        CLOCK_AHEAD: String(ahead),
        GITHUB_RUN_ID: String(++runs),
        ...options.env,
      },
    });
    await fixture.settled(inputs.service ?? SERVICE);
    return result;
  };
  return {
    ...fixture,
    run,
    pass(ms) {
      ahead += ms;
    },
    now: () => realClock.now() + ahead,
    breaks: (content) => void broken.add(content),
    begin: async (commit, inputs = {}, options) =>
      await run(
        commit,
        {
          service: SERVICE,
          image: await fixture.image('two'),
          'probe-path': '/health',
          strategy: 'canary',
          steps: '5@1h,25@1d,50@1d,100',
          analysis: 'off',
          ...inputs,
        },
        options,
      ),
    // A scheduled workflow runs on the newest commit, not on the canary's.
    advance: async (inputs = {}, options) => await run(D, { service: SERVICE, advance: 'true', ...inputs }, options),
    letters: (service = SERVICE) =>
      fixture
        .serves(service)
        .replaceAll(/\S+?-([0-9a-f])\1+-\d+=/g, '$1=')
        .replaceAll('=100', ''),
    annotation: (name, service = SERVICE) => fixture.doc(service).annotations?.[`actions.orchestra.dev/${name}`],
  };
}

/** The run succeeded. */
export async function good(work: Promise<StepResult>): Promise<StepResult> {
  const result = await work;
  expect(result.exitCode, logOf(result)).toBe(0);
  return result;
}

/** The run failed with this message. */
export async function bad(work: Promise<StepResult>, message: RegExp): Promise<StepResult> {
  const result = await work;
  expect(result.exitCode, logOf(result)).toBe(1);
  expect(result.errors.map((error) => error.message).join('\n'), logOf(result)).toMatch(message);
  return result;
}
