/** Restores the baseline of a failed rollout, and reads it back. */
import type { Service } from '../../../src/google/run/resources.ts';
import { holdOf } from '../../../src/records/holds.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { listShares, rolloutOf, type TrafficShare, withRecords } from '../plan/records.ts';
import { explains, planRestoredTraffic, requestedTraffic, sameShares, scale, serving } from '../plan/traffic.ts';
import { writeService } from '../service/fenced-write.ts';
import { isOurs, isOwnHold } from '../service/ownership.ts';
import { pollService } from '../service/poll.ts';
import type { RegionalService } from '../service/regional-service.ts';
import { keptTags } from '../service/tags.ts';
import { checkExpired } from './lease.ts';
import { isUndoable, type RollbackUndo, undoRecords } from './undo.ts';

export type RestoreOutcome =
  /** The baseline was restored. */
  | { readonly kind: 'restored'; readonly shares: readonly TrafficShare[] }
  /** The service does not belong to this rollout (any more): nothing was changed. */
  | { readonly kind: 'not-ours'; readonly shares: readonly TrafficShare[] }
  /** No revision has ever passed its health checks, so there is nothing to restore. */
  | { readonly kind: 'nothing-before'; readonly shares: readonly TrafficShare[] };

export interface RestoreOptions {
  /** The last write of another run's expired lease, if the rollout is ended for that reason. */
  readonly expired?: number | undefined;
  /** Of this run's rollback, whose last write may have removed its record. */
  readonly undo?: RollbackUndo | undefined;
}

/** Returns the live revisions, also if another run set them. `id` is the rollout's. Throws if the traffic could not be restored. */
export async function restore(
  regional: RegionalService,
  id: string,
  { expired, undo }: RestoreOptions = {},
): Promise<RestoreOutcome> {
  const mayUndo = (now: Service) => undo !== undefined && isUndoable(now, undo);
  const isLeft = (now: Service) => isOurs(now, id) || mayUndo(now);
  let outcome: RestoreOutcome = { kind: 'not-ours', shares: [] };
  await writeService(regional, {
    // Another run may have ended this rollout before and changed the traffic.
    landed: (now) => !isLeft(now) && outcome.kind === 'restored' && sameShares(requestedTraffic(now), outcome.shares),
    plan: async (now) => {
      const undoing = mayUndo(now) ? undo : undefined;
      const record = undoing?.record ?? rolloutOf(now);
      // Traffic that a user moved manually stays.
      if (record?.id !== id || !explains(record, now)) {
        outcome = { kind: 'not-ours', shares: serving(now) };
        return undefined;
      }
      checkExpired(record, expired);
      if (record.baseline.length === 0) {
        outcome = { kind: 'nothing-before', shares: serving(now) };
        return undefined;
      }
      outcome = { kind: 'restored', shares: scale(record.baseline, 100) };
      const tags = (await keptTags(regional, now, record.tag)).filter(
        ({ revision }) =>
          revision !== record.candidate ||
          record.kind === 'rollback' ||
          record.baseline.some((share) => share.revision === revision),
      );
      const before = undoing ? { ...now, ...undoRecords(now, undoing) } : now;
      return {
        ...before,
        traffic: planRestoredTraffic(record.baseline, tags),
        annotations: withRecords(before.annotations, {
          rollout: null,
          ...(isOwnHold(record, holdOf(now)) && { hold: record.holdBefore ?? null }),
        }),
      };
    },
  });
  const wanted = outcome as RestoreOutcome;
  return wanted.kind === 'restored' ? await readBack(regional, isLeft, wanted.shares) : wanted;
}

async function readBack(
  regional: RegionalService,
  isLeft: (service: Service) => boolean,
  shares: readonly TrafficShare[],
): Promise<RestoreOutcome> {
  const back = await pollService(regional, async (): Promise<RestoreOutcome | undefined> => {
    const service = await regional.api.get(regional.name);
    if (!service) return undefined;
    if (sameShares(serving(service), shares)) return { kind: 'restored', shares };
    // Another run or user has changed the traffic since, so it stays. A read from before our write shows what it restored.
    const overtaken = !isLeft(service) && !sameShares(requestedTraffic(service), shares);
    return overtaken ? { kind: 'not-ours', shares: serving(service) } : undefined;
  });
  if (!back)
    throw new OutcomeError(
      `The traffic of ${regional.service} in ${regional.region} was reset to ${listShares(shares)}, and Cloud Run has not executed that yet. Check the service in the console now.`,
    );
  return back;
}
