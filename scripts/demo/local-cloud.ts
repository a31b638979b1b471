/** The environment of the demonstration: a Docker Engine, a registry, PostgreSQL, Redis, and the local Google Cloud. */
import { createDockerDriver } from '../../packages/emulator/src/run/drivers/docker-driver.ts';
import { type Emulator, startEmulator } from '../../packages/emulator/src/start.ts';
import { goToolchain, rustToolchain } from '../parts/dependencies.ts';
import { ensureEngine } from '../parts/engine.ts';
import { ensureBaseImages, removeImages } from '../parts/images.ts';
import { startPostgres } from '../parts/postgres.ts';
import { throwIfInterrupted, whileEnding } from '../parts/processes/interruption.ts';
import { createMonitor } from '../parts/processes/monitor.ts';
import { startRedis } from '../parts/redis.ts';
import { startRegistry } from '../parts/registry.ts';

export interface LocalCloud {
  readonly emulator: Emulator;
  /** For the steps: endpoints, OIDC, engine. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops everything that was started, in an order that lets each part finish. */
  stop(): Promise<void>;
}

/** Seconds for the download and start of a part on a machine without caches. */
const LIMIT = 1200;

/**
 * Prepares missing parts and starts everything. Throws an error of one line that names a part that is not available.
 * @param ready Called for each part that is ready.
 * @param waiting Called with the parts that are not ready yet.
 */
export async function startLocalCloud(
  ready: (line: string) => void,
  waiting: (line: string) => void = () => {},
): Promise<LocalCloud> {
  const ending: (() => Promise<unknown>)[] = [];
  const stop = () =>
    whileEnding(async () => {
      const errors: unknown[] = [];
      for (const end of ending.splice(0).reverse()) await end().catch((error: unknown) => errors.push(error));
      if (errors.length > 0)
        throw new AggregateError(errors, errors.map((error) => (error as Error).message).join('; '));
    });
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    throwIfInterrupted();
    const began = performance.now();
    const monitor = createMonitor(name, waiting);
    const late = Promise.withResolvers<never>();
    const message = `${name} is not ready after ${LIMIT} s. Run scripts/setup.sh to see what it waits for.`;
    const timer = setTimeout(() => late.reject(new Error(message)), LIMIT * 1000);
    try {
      const done = await Promise.race([work(), late.promise]);
      ready(`${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
      return done;
    } finally {
      clearTimeout(timer);
      monitor.end();
    }
  };
  const part = <T extends { stop(): Promise<unknown> }>(
    name: string,
    start: () => Promise<T>,
    stopped: (part: T) => Promise<unknown> = async () => {},
  ): Promise<T> =>
    timed(name, async () => {
      const started = await start();
      ending.push(() => started.stop().then(() => stopped(started)));
      return started;
    });
  try {
    // Report what cannot be installed before anything starts.
    await Promise.all([goToolchain(), rustToolchain()]);
    const engine = await part('Docker Engine', () => ensureEngine());
    await timed('Base images', () => ensureBaseImages(engine, ['alpine', 'golang', 'rust']));
    const registry = await part('OCI registry', () => startRegistry({ engine }));
    const postgres = await part('PostgreSQL', () => startPostgres({ engine }));
    const redis = await part('Redis', () => startRedis({ engine }));
    // Startup probes run four times as fast, since containers start faster here than on Cloud Run.
    const driver = await createDockerDriver({ host: engine.dockerHost });
    const emulator = await part(
      'Local Google Cloud',
      () => startEmulator({ driver, registry: registry.url, run: { secondMs: 250 } }),
      // The engine would keep its images under names of a registry that no longer exists.
      ({ registryHost }) => removeImages(engine, registryHost),
    );
    throwIfInterrupted();
    emulator.seed.secret('database-url', postgres.url);
    emulator.seed.secret('redis-url', redis.url);
    emulator.seed.secret('jwt-secret', 'only-for-the-demonstration');
    return { emulator, env: { ...emulator.env, ...engine.env }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
