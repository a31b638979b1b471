/** Reads a service once its traffic is stable, so that a failure can restore the live revisions. */
import type { Service } from '../../../src/google/run/resources.ts';
import { listShares } from '../plan/records.ts';
import { isMoving, requestedTraffic, serving } from '../plan/traffic.ts';
import { pollService } from '../service/poll.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { Unreachable } from '../service/step-context.ts';
import { checkInterrupted } from './interrupted-release.ts';

/** Milliseconds to wait until Cloud Run has executed earlier writes. It takes seconds, or does not succeed for a long time. */
const LIMIT = 60_000;

export interface SettledService {
  readonly service: Service | undefined;
  readonly notes: readonly string[];
}

/**
 * Returns the service once Cloud Run has executed the last change of its traffic; undefined if it does not exist. After `LIMIT` the
 * live revisions are used, with a note. Throws `InterruptedReleaseError` for a release that is not in `settled`. `first` is
 * the service if it was just read. `unreachable` is that of `checkInterrupted`.
 */
export async function readSettledService(
  regional: RegionalService,
  settled: ReadonlySet<string> = new Set(),
  first?: Service,
  unreachable?: Unreachable,
): Promise<SettledService> {
  const { context, service, region } = regional;
  let last = first ?? (await regional.api.get(regional.name));
  await checkInterrupted(regional, last, settled, unreachable);
  if (!last || !isMoving(last)) return { service: last, notes: [] };
  context.log.info(
    `The traffic of ${service} in ${region} is being moved from ${listShares(serving(last))} to ${listShares(requestedTraffic(last))}. Waiting until Cloud Run has done that.`,
  );
  const limited = {
    ...regional,
    context: { ...context, deadline: Math.min(context.deadline, context.clock.now() + LIMIT) },
  };
  const atRest = await pollService(limited, async () => {
    last = await regional.api.get(regional.name);
    return !last || !isMoving(last) ? { service: last } : undefined;
  });
  if (atRest) return { ...atRest, notes: [] };
  return {
    service: last,
    notes: [
      `Cloud Run has not moved the traffic of ${service} to ${listShares(requestedTraffic(last))} within a minute. A failure of this step restores ${listShares(serving(last))}, which served meanwhile.`,
    ],
  };
}
