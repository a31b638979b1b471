/**
 * Presents a worker pool as a service: its instance split corresponds to traffic, so that the same
 * code rolls out both. It has no tags and no URL.
 */
import type { InstanceSplit, Service, TrafficTarget, WorkerPool } from '../../../src/google/run/resources.ts';
import type { Services } from '../../../src/google/run/services.ts';
import type { WorkerPools } from '../../../src/google/run/worker-pools.ts';

const TRAFFIC = 'TRAFFIC_TARGET_';
const SPLIT = 'INSTANCE_SPLIT_';

export function toService({ instanceSplits, instanceSplitStatuses, ...pool }: WorkerPool): Service {
  return {
    ...(pool as Service),
    ...(instanceSplits && { traffic: instanceSplits.map((split) => rename(split, SPLIT, TRAFFIC)) }),
    ...(instanceSplitStatuses && {
      trafficStatuses: instanceSplitStatuses.map((split) => rename(split, SPLIT, TRAFFIC)),
    }),
  };
}

export function toWorkerPool({ traffic, trafficStatuses, ...service }: Service): WorkerPool {
  return {
    ...(service as WorkerPool),
    ...(traffic && { instanceSplits: traffic.map((target) => rename(target, TRAFFIC, SPLIT)) }),
    ...(trafficStatuses && { instanceSplitStatuses: trafficStatuses.map((target) => rename(target, TRAFFIC, SPLIT)) }),
  };
}

export function poolsAsServices(pools: WorkerPools): Pick<Services, 'get' | 'create' | 'update'> {
  return {
    async get(name) {
      const pool = await pools.get(name);
      return pool && toService(pool);
    },
    create: (name, service, options) => pools.create(name, toWorkerPool(service), options),
    update: (name, service, mask, options) =>
      pools.update(
        name,
        toWorkerPool(service),
        mask.map((field) => (field === 'traffic' ? 'instanceSplits' : field)),
        options,
      ),
  };
}

function rename<T extends InstanceSplit | TrafficTarget>(target: T, from: string, to: string): T {
  return { ...target, ...(target.type && { type: target.type.replace(from, to) }) };
}
