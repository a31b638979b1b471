/** The users of a service: a constant rate of requests, split as the service routes them. A revision that is worse fails some. */
import type { InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import { HOUR } from '../engine/test-bed.ts';
import { failedOf, kindOf } from './cloud.ts';
import type { Member } from './modes.ts';

/** Milliseconds. */
const PERIOD = 60_000;

export interface Users {
  /** Called after each event: records the requests since the last call, split by the traffic shares of that time. */
  sendRequests(): void;
}

/** `rate`: requests a second, all revisions together. */
export function createUsers(
  { emulator }: InProcessEmulator,
  members: readonly Member[],
  rate: number,
  now: () => number,
): Users {
  const { services } = emulator.run;
  const routedNow = () =>
    members.flatMap(({ name }) => {
      const owner = services.get(name);
      return (owner?.routed ?? []).flatMap(({ revision, percent = 0 }) => {
        const found = owner?.revisions.get(revision ?? '');
        return found && percent > 0 ? [{ workload: found.workload, percent }] : [];
      });
    });
  /** The fraction left of each count, so that rounding loses no request. */
  const fractions = new Map<string, number>();
  const whole = (key: string, exact: number): number => {
    const sum = (fractions.get(key) ?? 0) + exact;
    fractions.set(key, sum - Math.floor(sum));
    return Math.floor(sum);
  };
  let since = now();
  let routed = routedNow();
  return {
    sendRequests() {
      if (rate === 0) return;
      const until = now();
      // An analysis looks back an hour at most.
      for (let from = Math.max(since, until - 2 * HOUR); from < until; ) {
        const to = Math.min(until, (Math.floor(from / PERIOD) + 1) * PERIOD);
        for (const { workload, percent } of routed) {
          const name = workload.resource.labels.revision_name ?? '';
          const count = whole(name, ((to - from) / 1000) * rate * (percent / 100));
          const failed = whole(`${name} failed`, (count * failedOf(kindOf(workload.containers[0]?.image ?? ''))) / 100);
          const request = {
            project: workload.project,
            resource: workload.resource,
            latencyMs: 50,
            at: (from + to) / 2,
          };
          if (failed > 0) emulator.monitoring.request({ ...request, status: 500, count: failed });
          if (count > failed) emulator.monitoring.request({ ...request, status: 200, count: count - failed });
        }
        from = to;
      }
      since = until;
      routed = routedNow();
    },
  };
}
