/**
 * A deploy that is blocked by a hold or a freeze only restores what an interrupted rollout of a single service left: a split
 * of the traffic, and its record. Releases of several services are ended before (`earlier-release.ts`).
 */
import { describeRollout, describeServing, type RolloutRecord, rolloutOf, type TrafficShare } from '../plan/records.ts';
import { RolloutContinuesError, watchLease } from '../rollout/lease.ts';
import { restore } from '../rollout/restore.ts';
import { newHoldOn } from '../service/ownership.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { isEarlierAttempt } from './earlier-release.ts';

/** The result for an interrupted rollout. */
export interface RestoredRollout {
  /** Full resource name. */
  readonly name: string;
  /** The live revisions; undefined if they could not be restored. */
  readonly shares: readonly TrafficShare[] | undefined;
  readonly sentence: string;
}

/** Restores all interrupted rollouts. Failures are returned and not thrown. */
export async function restoreBlocked(
  services: readonly RegionalService[],
  step: StepContext,
): Promise<RestoredRollout[]> {
  const ended = await Promise.all(services.map((regional) => restoreOne(regional, step)));
  return ended.flatMap((one) => one ?? []);
}

async function restoreOne(regional: RegionalService, step: StepContext): Promise<RestoredRollout | undefined> {
  const { name, service, region } = regional;
  const current = await regional.api.get(name);
  const record = rolloutOf(current);
  // A rollback sets the hold itself, and its re-run is not blocked. Members of a release are only restored together.
  if (!record || record.kind === 'rollback' || record.release) return undefined;
  // A rollout that was started despite the hold may be in progress. Any other stops at the hold and restores by itself.
  const stopped = newHoldOn(current, record.holdBefore) !== undefined;
  const isLost = stopped || isEarlierAttempt(record.id, step.context.github);
  const expired = isLost ? undefined : await watch(record, regional, step);
  if (expired === 'moving') return undefined;
  const by = describeRollout(record);
  try {
    const { kind, shares } = await restore(regional, record.id, { expired });
    if (kind !== 'restored') return undefined;
    return {
      name,
      shares,
      sentence: `${by} was interrupted: ${describeServing(shares, regional)} as before it.`,
    };
  } catch (error) {
    if (error instanceof RolloutContinuesError) return undefined;
    const why = (error as Error).message.replace(/\.?$/, '.');
    return {
      name,
      shares: undefined,
      sentence: `${by} was interrupted, and the traffic of ${service} in ${region} could not be restored: ${why} Run this step again.`,
    };
  }
}

async function watch(
  { id }: RolloutRecord,
  regional: RegionalService,
  { context: { log } }: StepContext,
): Promise<'moving' | number> {
  log.info(
    `The rollout ${id} of ${regional.service} in ${regional.region} has not ended. Waiting for a minute to see whether it is still running.`,
  );
  return await watchLease(regional, id);
}
