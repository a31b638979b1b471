/** After-traffic jobs of a long canary: stored at its start, and run by the advance that completes it. */
import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StepOptions } from '../../harness/runner.ts';
import { logOf, SERVICE } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, bad, C, createLongCanary, D, good, type LongCanary, OVER_AN_HOUR } from './long-canary.fixture.ts';

const JOBS = 'projects/orchestra-dev/locations/us-central1/jobs';
/** For concurrent runs: a lease is renewed every 2.5 s and expires after 7 s, also on a busy machine. */
const BESIDE = { env: { CLOCK_FACTOR: '8' } };
const PATIENT = { 'probe-timeout': '60s', 'probe-passes': '1', 'probe-interval': '1ms' };

interface Run {
  /** The live revisions, by letters of commits. */
  readonly serves: string;
  readonly env: Readonly<Record<string, string>>;
}

let canary: LongCanary;
let runs: Run[];
let exitCode: number;
/** Runs while the job is running. The job ends afterwards; the run that waits for it keeps polling. */
let meanwhile: () => Promise<unknown>;
beforeEach(async () => {
  canary = await createLongCanary();
  runs = [];
  exitCode = 0;
  meanwhile = async () => {};
  canary.emulator.fakeDriver.setBehavior(await canary.image('two'), {
    http: () => 200,
    run: ({ env }) => {
      runs.push({ serves: canary.letters(), env });
      return { exitCode, logs: ['swept'], until: meanwhile() };
    },
  });
  await canary.release(SERVICE, [A]);
});
afterEach(() => canary.stop());

const begin = async (jobs: readonly object[], inputs: Readonly<Record<string, string>> = {}): Promise<void> => {
  const steps = { steps: '50@1h,100', jobs: JSON.stringify(jobs.map((job) => ({ when: 'after-traffic', ...job }))) };
  await good(canary.begin(B, { ...steps, ...PATIENT, ...inputs }));
  canary.pass(OVER_AN_HOUR);
  // From now on the emulator runs in real time, so that the task timeout of the job is ten real minutes.
  canary.emulator.run.settings.secondMs = 1000;
};
const advance = (options: Partial<StepOptions> = {}) => canary.advance(PATIENT, options);

const both = (more = {}): string => JSON.stringify([SERVICE, 'api'].map((service) => ({ service, ...more })));

/** A canary of two services with two jobs. */
async function beginBoth(): Promise<void> {
  await canary.release('api', [A]);
  const job = { command: 'sweep', service: SERVICE };
  const services = both({ image: await canary.image('two') });
  await begin([job, job], { service: '', image: '', services });
}

/** A rollback starts while the job runs. The advance may end first, so the test waits for both. */
function duringJob(target: Readonly<Record<string, string>>): () => Promise<unknown> {
  let rollback: Promise<unknown> | undefined;
  meanwhile = () => {
    rollback ??= good(
      canary.run(
        D,
        { ...target, 'rollback-to': 'previous', 'probe-path': '/health', reason: 'slow', ...PATIENT },
        BESIDE,
      ),
    );
    return rollback;
  };
  return async () => await rollback;
}

const released = (): string[] =>
  (JSON.parse(canary.annotation('releases') ?? '[]') as { commit: string }[]).map(({ commit }) => commit);

describe('a later job', () => {
  test('runs once all traffic moved, as the start has read it, and before the commit', async () => {
    await begin([{ command: ['sweep'], args: ['--all'] }]);
    expect(runs).toEqual([]);
    // It was analyzed, and nothing was written.
    expect(canary.emulator.run.jobs.size).toBe(0);
    expect(JSON.parse(canary.annotation('rollout') ?? '{}').release).toMatchObject({ format: 4 });
    const ended = await good(advance());
    expect(canary.letters()).toBe('b');
    expect(runs).toEqual([{ serves: 'b', env: expect.objectContaining({ URL_WEB: expect.stringContaining('http') }) }]);
    expect(ended.summary).toContain('1 of 1 tasks succeeded');
    const job = canary.emulator.run.jobs.get(`${JOBS}/web-verify`)?.doc;
    // The commit of the canary, not of the run that completed it.
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

  test('that fails restores, or only fails the step', async () => {
    exitCode = 1;
    await begin([{ command: 'sweep', 'on-failure': 'restore' }]);
    await bad(advance(), /failed: 0 of 1 tasks succeeded/);
    expect([canary.letters(), released()]).toEqual(['a', [A]]);
    await begin([{ command: 'sweep' }, { command: 'sweep' }]);
    await bad(advance(), /failed: 0 of 1 tasks succeeded/);
    expect([canary.letters(), released(), runs.length]).toEqual(['b', [A, B], 3]);
  });

  test('runs once where two runs advance at once: the second one leaves the canary to the first', async () => {
    await begin([{ command: 'sweep' }]);
    const second = Promise.withResolvers<Awaited<ReturnType<typeof advance>>>();
    meanwhile = async () => {
      meanwhile = async () => {};
      second.resolve(await advance(BESIDE));
    };
    await good(advance(BESIDE));
    expect((await good(second.promise)).summary).toContain('Another run advances this canary.');
    expect([runs.length, canary.letters(), released()]).toEqual([1, 'b', [A, B]]);
  });

  test('is of the canary’s commit where a later push finds the last step due; the push waits, and deploys once it is run again', async () => {
    await begin([{ command: 'sweep' }]);
    const push = { ...PATIENT, image: await canary.image('three'), strategy: 'direct', steps: '' };
    const waits = await good(canary.begin(C, push));
    expect(waits.outputs.waiting).toBe('true');
    expect(runs).toEqual([{ serves: 'b', env: expect.anything() }]);
    expect(canary.emulator.run.jobs.get(`${JOBS}/web-verify`)?.doc.labels?.['commit-sha']).toBe(B);
    expect([canary.letters(), released()]).toEqual(['b', [A, B]]);
    await good(canary.begin(C, push));
    expect([runs.length, canary.letters(), released()]).toEqual([1, 'c', [A, B, C]]);
  });

  test('during which a later push comes keeps that waiting, and names it at the end', async () => {
    await begin([{ command: 'sweep' }]);
    const push = { ...PATIENT, image: await canary.image('three'), strategy: 'direct', steps: '' };
    const second = Promise.withResolvers<Awaited<ReturnType<typeof advance>>>();
    meanwhile = async () => {
      meanwhile = async () => {};
      second.resolve(await canary.begin(C, push, BESIDE));
    };
    const ended = await good(advance(BESIDE));
    expect((await good(second.promise)).outputs.waiting).toBe('true');
    expect(ended.log).toMatch(new RegExp(`Commit ${C.slice(0, 12)} .*waited for this decision`));
    expect([runs.length, canary.letters(), released()]).toEqual([1, 'b', [A, B]]);
  });

  test('is superseded with its canary: the old revisions serve, and it never runs', async () => {
    await begin([{ command: 'sweep' }]);
    const push = { ...PATIENT, image: await canary.image('three'), strategy: 'direct', steps: '' };
    await good(canary.begin(C, { ...push, 'on-canary': 'supersede' }));
    expect([runs.length, canary.letters(), released()]).toEqual([0, 'c', [A, C]]);
  });

  test('during which a rollback comes ends with it', async () => {
    await begin([{ command: 'sweep' }, { command: 'sweep' }]);
    const rollback = duringJob({ service: SERVICE });
    const stopped = await advance(BESIDE);
    await rollback();
    expect(stopped.exitCode, logOf(stopped)).toBe(0);
    expect(stopped.log).toContain('Another run has ended this canary.');
    // The second one does not start.
    expect([runs.length, canary.letters(), released()]).toEqual([1, 'a', [A]]);
    expect(canary.annotation('hold')).toContain('slow');
  });

  test('during which a rollback of both services comes ends with it', async () => {
    await beginBoth();
    const rollback = duringJob({ services: both() });
    const stopped = await advance(BESIDE);
    await rollback();
    expect(stopped.exitCode, logOf(stopped)).toBe(0);
    expect(stopped.log).toContain('Another run has ended this canary.');
    expect([runs.length, canary.letters(), canary.letters('api')]).toEqual([1, 'a', 'a']);
  });

  test('of two services is not started under a hold that was set during the previous one', async () => {
    await beginBoth();
    meanwhile = async () => {
      meanwhile = async () => {};
      await good(canary.run(D, { service: 'api', hold: 'true', reason: 'incident 4711' }));
    };
    const held = await good(advance());
    expect(held.log).toMatch(/The hold blocks its next step\. .*incident 4711/);
    expect(canary.annotation('rollout')).not.toContain('advancing');
    expect(runs.length).toBe(1);
    expect(canary.annotation('hold', 'api')).toContain('incident 4711');
  });

  describe('during which the time of its run ends', () => {
    /** The clock of the advance jumps to its time limit while it waits for a job. */
    const late: Partial<StepOptions> = {
      // The grace period at the end of the step leaves room for a busy machine.
      env: { CLOCK_JUMP: String(10 * 60_000), CLOCK_FACTOR: '0.4' },
      onStart: (step) => {
        const forget = canary.emulator.core.calls.onCall(({ method, path }) => {
          if (!hangs || method !== 'GET' || !path.includes('/executions/')) return;
          forget();
          step.kill('SIGUSR2');
        });
      },
    };
    let hangs: boolean;
    beforeEach(() => {
      hangs = false;
    });
    /** A re-run does not wait until the lease of the earlier attempt has expired, so it needs no fast clock, under which leases are renewed. */
    const attempt = (n: number) => ({ GITHUB_RUN_ID: '200', GITHUB_RUN_ATTEMPT: String(n) });
    const hang = () => {
      hangs = true;
      return new Promise<void>(() => {});
    };
    const cancelled = () =>
      [...(canary.emulator.run.jobs.get(`${JOBS}/web-verify`)?.executions.values() ?? [])].map(
        ({ doc }) => doc.cancelledCount ?? 0,
      );

    test.each([
      ['fail', 'b', [A, B]],
      ['restore', 'a', [A]],
    ])('has failed, and is cancelled: on-failure: %s', async (onFailure, serves, releases) => {
      await begin([{ command: 'sweep', 'on-failure': onFailure }]);
      meanwhile = hang;
      await bad(advance(late), /timed out after 10m00s/);
      expect([canary.letters(), released()]).toEqual([serves, releases]);
      expect(canary.annotation('rollout')).toBeUndefined();
      await expect.poll(cancelled, { timeout: 60_000 }).toEqual([1]);
    });

    test('after another job, is cancelled, and runs again in the next run with all of its time', async () => {
      await begin([
        { command: 'sweep', 'on-failure': 'restore' },
        { command: 'sweep', 'on-failure': 'restore' },
      ]);
      meanwhile = async () => {
        meanwhile = hang;
      };
      await bad(advance({ ...late, env: { ...late.env, ...attempt(1) } }), /timed out after 10m00s/);
      expect([runs.length, canary.letters(), released()]).toEqual([2, 'b', [A]]);
      await expect.poll(cancelled, { timeout: 60_000 }).toEqual([0, 1]);
      meanwhile = async () => {};
      await good(advance({ env: attempt(2) }));
      expect([runs.length, canary.letters(), released()]).toEqual([3, 'b', [A, B]]);
    });
  });

  test('of a run that stood still is left to the run that took over', async () => {
    await begin([{ command: 'sweep' }, { command: 'sweep' }]);
    let first: ChildProcess | undefined;
    let second: ReturnType<typeof advance> | undefined;
    meanwhile = async () => {
      first?.kill('SIGSTOP');
      meanwhile = async () => {
        // The second run has started its first job.
        meanwhile = async () => {};
        first?.kill('SIGCONT');
        await stopped;
      };
      second = advance(BESIDE);
    };
    const stopped = good(
      advance({
        ...BESIDE,
        onStart: (process) => {
          first = process;
        },
      }),
    );
    expect((await stopped).log).toContain('Another run advances this canary');
    await good(second as ReturnType<typeof advance>);
    expect([canary.letters(), released()]).toEqual(['b', [A, B]]);
  });
});
