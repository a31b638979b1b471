/** The steps whose round trips are counted, each on a separate emulated cloud; every run starts from the same state. */
import type { Emulator } from '../../../packages/emulator/src/start.ts';
import { createFixture as createSources } from '../../bundle/build-image/build-image.fixture.ts';
import { COMMITS, createFixture as createRun } from '../../bundle/deploy-run/deploy-run.fixture.ts';
import { createFixture as createMigration } from '../../bundle/migrate/migrate.fixture.ts';
import { createFixture as createSite, dashboard } from '../../bundle/publish-frontend/publish-frontend.fixture.ts';
import type { StepResult } from '../../harness/runner.ts';

export interface Scenario {
  readonly name: string;
  /** Maximum of sequential round trips, authentication included. */
  readonly aim: number;
  readonly prepare: () => Promise<{
    readonly emulator: Emulator;
    /** Runs the step once, and returns its duration in milliseconds. */
    readonly run: () => Promise<number>;
    readonly stop: () => Promise<void>;
  }>;
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'direct deploy',
    aim: 12,
    prepare: () =>
      deployRun(async ({ image, deploy }, service) => {
        const inputs = { service, image, 'probe-path': '/health' };
        return await deploy(COMMITS[1], inputs);
      }),
  },
  {
    // Each of the 8 round trips needs the one before.
    //   1–3  The runner's token, the federated one, that of the service account: each is exchanged for the next.
    //   4    The service, whose records say which revision; the records of migrations and the access policy beside it.
    //   5, 6 The hold, the record and the tag, with what the target needs beside them; then whether they are in effect, which
    //        is what is probed. Reading the operation instead is also a round trip. The etag for the next write exists only
    //        once this one was executed.
    //   7, 8 The traffic, without the record and the tag, and whether it is in effect: only then the probe of the service reaches
    //        the target. Nothing is written after it: `rollout/undo.ts`.
    name: 'rollback',
    aim: 8,
    prepare: () =>
      deployRun(
        ({ deploy }, service) => deploy(COMMITS[1], { service, 'rollback-to': 'previous', 'probe-path': '/health' }),
        2,
      ),
  },
  {
    name: 'applied migration',
    aim: 6,
    async prepare() {
      const fixture = await createMigration();
      return {
        emulator: fixture.emulator,
        run: async () => timeOf(await fixture.step()),
        stop: async () => await fixture[Symbol.asyncDispose](),
      };
    },
  },
  {
    name: 'reused image',
    aim: 5,
    async prepare() {
      const fixture = await createSources();
      return {
        emulator: fixture.emulator,
        run: async () => timeOf(await fixture.step()),
        stop: async () => await fixture[Symbol.asyncDispose](),
      };
    },
  },
  {
    name: 'unchanged publish',
    aim: 5,
    async prepare() {
      const fixture = await createSite();
      const site = fixture.site('bench');
      return {
        emulator: fixture.emulator,
        run: async () => timeOf(await site.publish('a', dashboard(1))),
        stop: () => fixture.stop(),
      };
    },
  },
];

/** Each run has a separate service with so many releases, which allows unauthenticated invocations. */
async function deployRun(
  work: (
    fixture: { readonly image: string; readonly deploy: Awaited<ReturnType<typeof createRun>>['deploy'] },
    service: string,
  ) => Promise<StepResult>,
  releases = 1,
) {
  const fixture = await createRun();
  const image = await fixture.image('two');
  let services = 0;
  const spare: Promise<string>[] = [];
  const next = async () => {
    const service = `web-${++services}`;
    await fixture.release(service, COMMITS.slice(0, releases));
    return service;
  };
  // Created before the latency applies.
  for (let i = 0; i < 13; i++) spare.push(next());
  await Promise.all(spare);
  return {
    emulator: fixture.emulator,
    run: async () => {
      const service = await spare.shift();
      if (!service) throw new Error('no service is left');
      return timeOf(await work({ image, deploy: fixture.deploy }, service));
    },
    stop: () => fixture.stop(),
  };
}

function timeOf({ exitCode, log, duration }: StepResult): number {
  if (exitCode !== 0) throw new Error(log);
  return duration;
}
