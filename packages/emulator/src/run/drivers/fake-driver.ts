/**
 * The driver of tests: runs no containers. Each instance is a server on loopback with the behavior that is set for its image.
 * By default an image is healthy and returns its revision and version.
 */
import { dialLoopback } from '../../http/dual-server.ts';
import type { ContainerSpec, Driver, Instance, InstanceSpec } from './driver.ts';
import { fakeContainer } from './fake-container.ts';
import type { ImageBehavior } from './image-behavior.ts';

export interface FakeDriver extends Driver {
  /** Sets the behavior of an image; `image` is a digest or any other part of its reference. The last matching call applies. */
  setBehavior(image: string, behavior: ImageBehavior): void;
  /** Ends the containers of all instances of a revision, like a crash. */
  crash(revision: string): void;
  /** Running containers. */
  readonly running: readonly InstanceSpec[];
  /** All containers that were started. */
  readonly started: readonly InstanceSpec[];
}

/** A loopback port on which nothing listens. */
const NOTHING = 1;

export function createFakeDriver(): FakeDriver {
  const behaviors: { image: string; behavior: ImageBehavior }[] = [];
  const instances = new Map<InstanceSpec, Instance>();
  const started: InstanceSpec[] = [];

  const behaviorOf = ({ image, digest }: ContainerSpec): ImageBehavior =>
    behaviors.findLast((entry) => image.includes(entry.image) || digest === entry.image)?.behavior ?? {};

  return {
    setBehavior: (image, behavior) => {
      behaviors.push({ image, behavior });
    },
    crash(revision) {
      for (const [spec, instance] of instances) if (spec.labels.revision_name === revision) void instance.stop();
    },
    get running() {
      return [...instances.keys()];
    },
    started,
    async create(spec) {
      started.push(spec);
      const containers = new Map(
        spec.containers.map((container) => [container.name, fakeContainer(spec, container, behaviorOf(container))]),
      );
      const instance: Instance = {
        launch: async (name) => {
          const container = containers.get(name);
          if (!container) throw new Error(`no container ${name}`);
          await container.launch();
          return { exited: container.exited };
        },
        dial: (name) => dialLoopback(containers.get(name)?.port() ?? NOTHING),
        stop: async () => {
          instances.delete(spec);
          await Promise.all([...containers.values()].map((container) => container.stop()));
        },
      };
      instances.set(spec, instance);
      return instance;
    },
    async stop() {
      await Promise.all([...instances.values()].map((instance) => instance.stop()));
    },
  };
}
