/** Those who use a service: as many requests a second as ever, shared out as it routes them, of which a revision that is worse fails some. */
import type { InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import { HOUR } from '../engine/stage.ts';
import { kindOf } from './cloud.ts';
import type { Member } from './modes.ts';

/** Requests a second, all revisions together. */
const RATE = 20;
/** Of each hundred requests to a revision that is worse. */
const FAILED = 30;
/** Milliseconds. */
const PERIOD = 60_000;

export interface Users {
  /** Called after each event: the requests of the time that passed, in the shares that were in force meanwhile. */
  pass(): void;
}

/** Without `present` there are none. */
export function createUsers(
  { emulator }: InProcessEmulator,
  members: readonly Member[],
  present: boolean,
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
  let since = now();
  let routed = routedNow();
  return {
    pass() {
      if (!present) return;
      const until = now();
      // Nobody looks further back than an hour.
      for (let from = Math.max(since, until - 2 * HOUR); from < until; ) {
        const to = Math.min(until, (Math.floor(from / PERIOD) + 1) * PERIOD);
        for (const { workload, percent } of routed) {
          const count = Math.round(((to - from) / 1000) * RATE * (percent / 100));
          const failed =
            kindOf(workload.containers[0]?.image ?? '') === 'worse' ? Math.round((count * FAILED) / 100) : 0;
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
