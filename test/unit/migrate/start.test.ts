/** Starting a migration once, however its writes and those of another run come between each other. */
import { describe, expect, it } from 'vitest';
import {
  type MigrationTarget,
  persist,
  type Starting,
  type StartOptions,
  startOnce,
} from '../../../actions/migrate/job/start-execution.ts';
import type { Wanted } from '../../../actions/migrate/plan/decision.ts';
import { configurationOf } from '../../../actions/migrate/plan/fingerprint.ts';
import type { ListedExecution } from '../../../src/google/run/executions.ts';
import type { Job } from '../../../src/google/run/resources.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';

const JOB: Job = { annotations: { 'actions.orchestra.dev/plan': 'plan' } };
const WANTED: Wanted = {
  commit: 'a'.repeat(40),
  digest: 'sha256:x',
  project: 'p',
  fingerprint: 'f',
  configuration: configurationOf({}, 'p', new Map()),
  facts: new Map(),
};
const TARGET: MigrationTarget = {
  name: 'projects/p/locations/l/jobs/j',
  plan: async (current) => ({
    job: { ...JOB, ...(current?.etag && { etag: current.etag }) },
    database: 'd',
    override: undefined,
    wanted: WANTED,
  }),
  learn: async () => {},
  checkStart: async () => {},
};
const quiet = () => {};
const log = { info: quiet, debug: quiet, notice: quiet, warning: quiet, error: quiet } as unknown as Log;

/** A job whose etag changes with each write and each start, as in Cloud Run. */
function cloud() {
  let etag = 0;
  let annotations: Record<string, string> | undefined;
  const executions: ListedExecution[] = [];
  // Without an etag, Cloud Run compares nothing.
  const fence = (given: string | undefined) => {
    if (given && given !== String(etag))
      throw new CloudError({ message: 'ABORTED', status: 409, code: 'ABORTED', resource: 'job' });
  };
  const fixture = {
    executions,
    writes: 0,
    /** What happens once, right after the executions were next listed. */
    afterList: undefined as (() => Promise<unknown>) | undefined,
    starting(): Starting {
      return {
        clock: { ...systemClock, now: () => 0, sleep: async () => {} },
        signal: new AbortController().signal,
        log,
        jobs: {
          list: async () => [],
          remove: async () => {},
          get: async (name) => annotations && { name, etag: String(etag), annotations },
          create: async (_name, job) => {
            if (annotations) throw new CloudError({ message: 'exists', status: 409, resource: 'job' });
            annotations = { ...job.annotations };
            fixture.writes++;
            etag++;
            return {};
          },
          update: async (_name, job) => {
            fence(job.etag);
            annotations = { ...job.annotations };
            fixture.writes++;
            etag++;
            return {};
          },
          run: async (name, given) => {
            fence(given);
            etag++;
            const execution = {
              name: `${name}/executions/${executions.length}`,
              labels: { 'commit-sha': WANTED.commit },
              annotations: { 'actions.orchestra.dev/digest': WANTED.digest, 'actions.orchestra.dev/fingerprint': 'f' },
              template: {},
              createTime: '2026-01-01T00:00:00Z',
              ended: false,
              deleted: false,
            } as unknown as ListedExecution;
            executions.unshift(execution);
            return execution.name;
          },
        },
        executions: {
          list: async () => {
            const listed = [...executions];
            const { afterList } = fixture;
            fixture.afterList = undefined;
            await afterList?.();
            return listed;
          },
        } as unknown as Starting['executions'],
      };
    },
  };
  return fixture;
}

const start = (fixture: ReturnType<typeof cloud>, target = TARGET) =>
  startOnce(fixture.starting(), target, { record: (record) => record });

describe('a call that stays refused for two minutes (429)', () => {
  const full = async () => {
    throw new CloudError({ message: 'Quota exceeded', status: 429, resource: 'job' });
  };
  const impatient = { ...systemClock, now: () => (time += 130_000), sleep: async () => {} };
  let time = 0;

  it('is explained as a quota of executions where it starts the migration', async () => {
    const fixture = cloud();
    const starting = { ...fixture.starting(), clock: impatient };
    const full429 = { ...starting, jobs: { ...starting.jobs, run: full } };
    await expect(startOnce(full429, TARGET, { record: (record) => record })).rejects.toThrow(
      /^Cloud Run did not start the migration: too many executions .*\(429: Quota exceeded\)/,
    );
  });

  it('is not where it records what has run', async () => {
    const recording = persist({ ...cloud().starting(), clock: impatient }, 'job j', full);
    await expect(recording).rejects.toThrow(CloudError);
  });
});

describe('a migration', () => {
  it('is started after the job was created', async () => {
    const fixture = cloud();
    expect(await start(fixture)).toEqual({ execution: `${TARGET.name}/executions/0`, started: true });
    expect(fixture.writes).toBe(1);
  });

  it('that runs is followed, and the job is not written again', async () => {
    const fixture = cloud();
    await start(fixture);
    expect(await start(fixture)).toEqual({ execution: `${TARGET.name}/executions/0`, started: false });
    expect(fixture.writes).toBe(1);
  });

  it('runs once, even if another run creates and starts the job between our read and our write', async () => {
    const fixture = cloud();
    fixture.afterList = () => start(fixture);
    expect(await start(fixture)).toEqual({ execution: `${TARGET.name}/executions/0`, started: false });
    expect(fixture.executions).toHaveLength(1);
  });

  it('runs once, even if another run starts after our read of a job that already matches the plan', async () => {
    const fixture = cloud();
    await start(fixture);
    // What remains of that is the job as planned.
    fixture.executions.splice(0);
    fixture.afterList = () => start(fixture);
    expect(await start(fixture)).toMatchObject({ started: false });
    expect(fixture.executions).toHaveLength(1);
  });

  it('does not start if it is refused at the last moment', async () => {
    const fixture = cloud();
    const held = {
      ...TARGET,
      checkStart: async () => {
        throw new OutcomeError('on hold');
      },
    };
    await expect(start(fixture, held)).rejects.toThrow('on hold');
    expect(fixture.executions).toEqual([]);
  });

  it('that is refused withdraws its record, unless another run starts it concurrently', async () => {
    for (const meanwhile of [undefined, (fixture: ReturnType<typeof cloud>) => start(fixture)]) {
      const fixture = cloud();
      const held = {
        ...TARGET,
        checkStart: async () => {
          fixture.afterList = meanwhile && (() => meanwhile(fixture));
          throw new OutcomeError('on hold');
        },
      };
      const options = { record: (record: object) => record, withdrawn: () => ({ withdrawn: true }) };
      await expect(startOnce(fixture.starting(), held, options as unknown as StartOptions)).rejects.toThrow('on hold');
      const job = await fixture.starting().jobs.get(TARGET.name);
      expect(fixture.executions).toHaveLength(meanwhile ? 1 : 0);
      expect(JSON.stringify(job?.annotations).includes('withdrawn')).toBe(!meanwhile);
    }
  });
});
