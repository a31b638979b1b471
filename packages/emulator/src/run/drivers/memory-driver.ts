/**
 * The driver of simulations: without processes and servers. Instances are in memory, have the behavior of their image, and respond to
 * requests as functions; they use the emulator's clock.
 */
import type { Clock } from '../../core/clock.ts';
import type { ContainerSpec, Driver, Exit, Instance, InstanceRequest, InstanceSpec } from './driver.ts';
import type { FakeResponse, ImageBehavior } from './image-behavior.ts';

/** `behaviorOf` returns the behavior of an image's containers. Behaviors with `grpc` or `reset` are not supported. */
export function createMemoryDriver(clock: Clock, behaviorOf: (container: ContainerSpec) => ImageBehavior): Driver {
  return {
    async create(spec) {
      const containers = new Map(
        spec.containers.map((container) => [
          container.name,
          memoryContainer(clock, spec, container, behaviorOf(container)),
        ]),
      );
      const named = (name: string) => {
        const found = containers.get(name);
        if (!found) throw new Error(`no container ${name}`);
        return found;
      };
      const instance: Instance = {
        launch: async (name) => {
          named(name).launch();
          return { exited: named(name).exited };
        },
        dial: async () => {
          throw new Error('instances in memory have no connections');
        },
        send: (name, request) => named(name).send(request),
        stop: async () => {
          for (const container of containers.values()) container.stop();
        },
      };
      return instance;
    },
    stop: async () => {},
  };
}

function memoryContainer(clock: Clock, spec: InstanceSpec, container: ContainerSpec, behavior: ImageBehavior) {
  const { promise: exited, resolve } = Promise.withResolvers<Exit>();
  const counts = new Map<string, number>();
  let listens = false;
  let stopped = false;
  const end = (code: number, signal?: number) => {
    listens = false;
    stopped = true;
    resolve({ container: container.name, code, ...(signal !== undefined && { signal }) });
  };
  const runJob = () => {
    const { args, env } = container;
    const result = typeof behavior.run === 'function' ? behavior.run({ args, env }) : (behavior.run ?? {});
    for (const line of result.logs ?? []) spec.log(container.name, 'stdout', line);
    void clock.sleep(result.durationMs ?? 0).then(() => end(result.exitCode ?? 0, result.signal));
  };
  return {
    exited,
    launch() {
      if (container.env.CLOUD_RUN_JOB !== undefined) runJob();
      else if (behavior.startup === 'exits') end(behavior.exitCode ?? 1);
      else if (behavior.startup !== 'never')
        void clock.sleep(behavior.startMs ?? 0).then(() => {
          listens = !stopped;
        });
    },
    async send({ method, path, headers }: InstanceRequest): Promise<FakeResponse> {
      if (!listens) throw new Error('nothing listens');
      const count = (counts.get(path) ?? 0) + 1;
      counts.set(path, count);
      const { http } = behavior;
      const { env } = container;
      const found =
        typeof http === 'function'
          ? http({ method, path, headers, env, count })
          : (http?.[path] ?? http?.['*'] ?? { body: { revision: env.K_REVISION } });
      const response = typeof found === 'number' ? { status: found } : found;
      if (response.delayMs) await clock.sleep(response.delayMs);
      return response;
    },
    stop: () => end(0, 15),
  };
}
