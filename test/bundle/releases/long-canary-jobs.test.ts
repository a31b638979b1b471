/** Jobs after the traffic of a canary without a runner: stored at its start, and run by the advance that ends it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SERVICE, said } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, bad, createLongCanary, D, good, HOUR, type LongCanary } from './long-canary.fixture.ts';

const JOBS = 'projects/orchestra-dev/locations/us-central1/jobs';
/** A lease of a minute ends in a second and a half. */
const FAST = { env: { CLOCK_FACTOR: '40' } };
const PATIENT = { 'probe-timeout': '60s', 'probe-passes': '1', 'probe-interval': '1ms' };

interface Run {
  /** What serves, by letters of commits. */
  readonly serves: string;
  readonly env: Readonly<Record<string, string>>;
}

let canary: LongCanary;
let runs: Run[];
let exitCode: number;
/** What else happens while the job runs. */
let meanwhile: () => Promise<void>;
beforeEach(async () => {
  canary = await createLongCanary();
  runs = [];
  exitCode = 0;
  meanwhile = async () => {};
  canary.emulator.fakeDriver.setBehaviour(await canary.image('two'), {
    http: () => 200,
    run: ({ env }) => {
      runs.push({ serves: canary.letters(), env });
      return { exitCode, logs: ['swept'] };
    },
  });
  canary.emulator.core.calls.onCall(async ({ path }) => {
    if (path.includes('/executions/')) await meanwhile();
  });
  await canary.release(SERVICE, [A]);
});
afterEach(() => canary.stop());

const begin = async (jobs: readonly object[]): Promise<void> => {
  const steps = { steps: '50@1h,100', jobs: JSON.stringify(jobs.map((job) => ({ when: 'after-traffic', ...job }))) };
  await good(canary.begin(B, { ...steps, ...PATIENT }));
  canary.pass(HOUR);
};
const advance = (options = {}) => canary.advance(PATIENT, options);

const released = (): string[] =>
  (JSON.parse(canary.annotation('releases') ?? '[]') as { commit: string }[]).map(({ commit }) => commit);

describe('a later job', () => {
  test('runs once all traffic moved, as the start has read it, and before the commit', async () => {
    await begin([{ command: ['sweep'], args: ['--all'] }]);
    expect(runs).toEqual([]);
    // It was judged, and nothing of it was written.
    expect(canary.emulator.run.jobs.size).toBe(0);
    expect(JSON.parse(canary.annotation('rollout') ?? '{}').release).toMatchObject({ format: 4 });
    const ended = await good(advance());
    expect(canary.letters()).toBe('b');
    expect(runs).toEqual([{ serves: 'b', env: expect.objectContaining({ URL_WEB: expect.stringContaining('http') }) }]);
    expect(ended.summary).toContain('1 of 1 tasks succeeded');
    const job = canary.emulator.run.jobs.get(`${JOBS}/web-verify`)?.doc;
    // The commit of the canary, and not that of the run that ended it.
    expect(job?.labels?.['commit-sha']).toBe(B);
    expect(job?.template?.template?.containers?.[0]).toMatchObject({ command: ['sweep'], args: ['--all'] });
    expect(released()).toEqual([A, B]);
  });

  test('that the server refuses stops the canary before it begins', async () => {
    canary.emulator.core.faults.add({ method: 'POST', path: String.raw`/jobs\?`, status: 400 });
    const steps = { steps: '50@1h,100', jobs: JSON.stringify([{ command: 'sweep', when: 'after-traffic' }]) };
    await bad(canary.begin(B, { ...steps, ...PATIENT }), /web/);
    expect(canary.letters()).toBe('a');
    expect(canary.annotation('rollout')).toBeUndefined();
  });

  test('that fails restores, or fails the step alone', async () => {
    exitCode = 1;
    await begin([{ command: 'sweep', 'on-failure': 'restore' }]);
    await bad(advance(), /failed: 0 of 1 tasks succeeded/);
    expect([canary.letters(), released()]).toEqual(['a', [A]]);
    await begin([{ command: 'sweep' }, { command: 'sweep' }]);
    await bad(advance(), /failed: 0 of 1 tasks succeeded/);
    expect([canary.letters(), released(), runs.length]).toEqual(['b', [A, B], 3]);
  });

  test('during which a rollback comes ends with it', async () => {
    await begin([{ command: 'sweep' }, { command: 'sweep' }]);
    meanwhile = async () => {
      meanwhile = async () => {};
      await good(
        canary.run(D, { service: SERVICE, 'rollback-to': 'previous', 'probe-path': '/health', reason: 'slow' }, FAST),
      );
    };
    const stopped = await advance(FAST);
    expect(stopped.exitCode, said(stopped)).toBe(1);
    // The second one is not begun.
    expect([runs.length, canary.letters(), released()]).toEqual([1, 'a', [A]]);
    expect(canary.annotation('hold')).toContain('slow');
  });
});
