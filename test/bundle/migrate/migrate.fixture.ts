/** A local Google Cloud with an image of a migration program, and the migrate bundle as a workflow step. */
import { readFileSync } from 'node:fs';
import type { FaultRule } from '../../../packages/emulator/src/core/faults.ts';
import type { RunResult } from '../../../packages/emulator/src/run/drivers/image-behavior.ts';
import type { ExecutionRecord } from '../../../packages/emulator/src/run/jobs/records.ts';
import { newOwner } from '../../../packages/emulator/src/run/services/owners.ts';
import { SERVICE } from '../../../packages/emulator/src/run/services/resource-kinds.ts';
import type { Execution, Job, Service } from '../../../packages/emulator/src/run/types.ts';
import { type Emulator, startEmulator } from '../../../packages/emulator/src/start.ts';
import { runStep, type StepOptions, type StepResult } from '../../harness/runner.ts';

export const COMMIT = 'a'.repeat(40);
export const JOB = 'projects/orchestra-dev/locations/us-central1/jobs/migrate';

export interface Fixture extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly image: string;
  /** The behavior of the program; `status` is its output for the status arguments. */
  program(migrate: RunResult | (() => RunResult), status?: () => string): void;
  /** Runs a step; `with` adds to the usual inputs. */
  step(options?: Omit<StepOptions, 'with'> & { with?: Record<string, string>; commit?: string }): Promise<StepResult>;
  fault(rule: FaultRule): void;
  /**
   * Restores a state that the bundles of an earlier version wrote: a job with its executions, or a service. The
   * executions are dated now, after the secrets.
   */
  load(name: string): void;
  /** Number of calls that had a fault. */
  hits(): number;
  /** Started migrations, by execution, without those that only print the version. */
  migrations(): string[];
  /** Waits until `condition` holds. */
  until(condition: () => boolean): Promise<void>;
}

function nextMillisecond({ core: { clock } }: Emulator): number {
  const start = clock.now();
  while (clock.now() === start);
  return clock.now();
}

const PLACE = { project: 'orchestra-dev', location: 'us-central1' };

type Recorded = Service & { readonly job?: Job; readonly executions?: readonly Execution[] };

export async function createFixture(): Promise<Fixture> {
  const emulator = await startEmulator();
  const image = await emulator.seed.image({ name: 'server', index: true });
  emulator.seed.secret('database-url', 'postgres://shop');
  let hits = 0;
  const match = emulator.core.faults.match;
  emulator.core.faults.match = (call) => {
    const hit = match(call);
    if (hit) hits++;
    return hit;
  };
  const fixture: Fixture = {
    emulator,
    image,
    program: (migrate, status) =>
      emulator.fakeDriver.setBehavior(image, {
        run: ({ args }) => {
          if (args.includes('status')) return { logs: [status?.() ?? ''] };
          // Without output the step waits for late log lines.
          return { logs: ['migrating'], ...(typeof migrate === 'function' ? migrate() : migrate) };
        },
      }),
    step: ({ with: given = {}, commit = COMMIT, env = {}, ...options } = {}) =>
      runStep('migrate', {
        ...options,
        env: { ...emulator.env, GITHUB_SHA: commit, ...env },
        with: {
          image,
          job: 'migrate',
          project: 'orchestra-dev',
          region: 'us-central1',
          args: 'migrate',
          'workload-identity-provider':
            'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
          'service-account': 'deployer@orchestra-dev.iam.gserviceaccount.com',
          ...given,
        },
      }),
    fault: (rule) => emulator.core.faults.add(rule),
    load(name) {
      const url = new URL(`../../fixtures/${name}`, import.meta.url);
      const { job, executions = [], ...service } = JSON.parse(readFileSync(url, 'utf8')) as Recorded;
      if (!job) {
        const owner = newOwner(SERVICE, PLACE, service.name?.split('/').at(-1) ?? '');
        emulator.run.services.set(owner.name, Object.assign(owner, { doc: service }));
        return;
      }
      // A unique millisecond, after the existing secrets and before later ones.
      const createTime = new Date(nextMillisecond(emulator)).toISOString();
      nextMillisecond(emulator);
      const records = executions.map((doc): [string, ExecutionRecord] => {
        const id = doc.name?.split('/').at(-1) ?? '';
        const finished = Promise.resolve(undefined);
        return [id, { id, doc: { ...doc, createTime }, tasks: [], finished, cancel: () => {} }];
      });
      emulator.run.jobs.set(JOB, {
        ...PLACE,
        id: 'migrate',
        name: JOB,
        doc: job,
        generation: Number(job.generation),
        policy: {},
        executions: new Map(records),
      });
    },
    hits: () => hits,
    migrations: () =>
      [...(emulator.run.jobs.get(JOB)?.executions.values() ?? [])]
        .filter(({ doc }) => !doc.template.containers?.[0]?.args?.includes('status'))
        .map(({ doc }) => doc.name ?? ''),
    async until(condition) {
      for (const end = Date.now() + 20_000; !condition(); ) {
        if (Date.now() > end) throw new Error('the condition did not come true');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    [Symbol.asyncDispose]: () => emulator.stop(),
  };
  fixture.program({ durationMs: 50, logs: ['{"severity":"INFO","message":"applied 000007"}'] });
  return fixture;
}

/** A condition for `until` of a program: a line that a step prints, or a call of `release`. */
export function gate() {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  return {
    released,
    release,
    /** For `onOutput`: releases once the text was printed. */
    releaseAt(text: string) {
      let all = '';
      return (output: string) => {
        all += output;
        if (all.includes(text)) release();
      };
    },
  };
}
