/**
 * Undoes the last write of a rollback of one service. That write gives its target all traffic, removes the record and the tag, and
 * withdraws the later releases, so nothing is written once the service has passed its health checks. To all other runs, the rollback
 * is finished. What undoes the write is therefore not on the service, but in the memory of the step and in its state for `post`:
 *
 * - If the health checks of the service fail or the step is cancelled, the step itself undoes the write; if it was killed, `post` does.
 * - If `post` does not run because the runner was lost, the rollback stands: the target passed its health checks at its own URL. A
 *   re-run of the job repeats the rollback to the same target (`doneBefore`).
 * - If another run or user has since begun a rollout, moved traffic, recorded a release, or set or released a hold, nothing is undone.
 */
import { createHash } from 'node:crypto';
import type { Service } from '../../../src/google/run/resources.ts';
import { COMMIT_LABEL } from '../../../src/records/annotations.ts';
import { holdOf, type ServiceHold } from '../../../src/records/holds.ts';
import { type RecordedRelease, type RolloutRecord, releasesOf, rolloutOf, withRecords } from '../plan/records.ts';
import { requestedTraffic, sameShares } from '../plan/traffic.ts';
import { checkNoNewHold, isSameHold, OvertakenError, ourRollout } from '../service/ownership.ts';

/** Plain data: it is saved as JSON. */
export interface RollbackUndo {
  /** The record that the write removed. */
  readonly record: RolloutRecord;
  /** The hold of this rollback. */
  readonly hold: ServiceHold;
  /** The commit label of the service before. */
  readonly commit?: string;
  /** SHA-256 of the releases that the write recorded. */
  readonly releases: string;
  /** The reasons of withdrawal that it changed, as they were before, by position. */
  readonly withdrawn: readonly (readonly [number, string | null])[];
}

/** `after` is what the write makes of `before`, the service that was read. */
export function planUndo(record: RolloutRecord, before: Service, after: Service): RollbackUndo {
  const commit = before.labels?.[COMMIT_LABEL];
  const releases = releasesOf(after);
  return {
    record,
    hold: holdOf(after) as ServiceHold,
    ...(commit !== undefined && { commit }),
    releases: digestOf(releases),
    withdrawn: releasesOf(before).flatMap(({ withdrawn }, i) =>
      withdrawn === releases[i]?.withdrawn ? [] : [[i, withdrawn ?? null] as const],
    ),
  };
}

/** True if the service is as the write left it, so that it may be undone. */
export const isUndoable = (now: Service, undo: RollbackUndo): boolean =>
  isAsWritten(now, undo) && isSameHold(holdOf(now), undo.hold);

/** Throws `OvertakenError` if another run or user has changed what the write set. A release of the hold is no change of the rollback. */
export function checkAsWritten(now: Service, undo: RollbackUndo): void {
  if (rolloutOf(now)) ourRollout(now, undo.record.id);
  checkNoNewHold(now, undo.hold);
  if (!isAsWritten(now, undo))
    throw new OvertakenError(
      'Another run or user has changed the traffic or the releases of the service. This run stopped and made no further changes.',
    );
}

function isAsWritten(now: Service, { record, releases }: RollbackUndo): boolean {
  const all = [{ revision: record.candidate, percent: 100 }];
  return (
    rolloutOf(now) === undefined && sameShares(requestedTraffic(now), all) && digestOf(releasesOf(now)) === releases
  );
}

/** The labels and annotations before the write, except for the record and the hold. */
export function undoRecords(
  now: Service,
  { commit, withdrawn }: RollbackUndo,
): Pick<Service, 'labels' | 'annotations'> {
  const { [COMMIT_LABEL]: _, ...labels } = now.labels ?? {};
  const before = new Map(withdrawn);
  const releases = releasesOf(now).map((release, i): RecordedRelease => {
    const reason = before.get(i);
    if (reason === undefined) return release;
    const { withdrawn: _, ...clean } = release;
    return { ...clean, ...(reason !== null && { withdrawn: reason }) };
  });
  return {
    labels: { ...labels, ...(commit !== undefined && { [COMMIT_LABEL]: commit }) },
    annotations: withdrawn.length > 0 ? withRecords(now.annotations, { releases }) : { ...now.annotations },
  };
}

/** Checks the shape of saved state, which another process of the job can write, too. */
export function isRollbackUndo(value: unknown): value is RollbackUndo {
  const { record, hold, releases, withdrawn } = (value ?? {}) as Partial<RollbackUndo>;
  return (
    typeof record?.id === 'string' &&
    typeof record.candidate === 'string' &&
    Array.isArray(record.baseline) &&
    typeof hold?.at === 'string' &&
    typeof releases === 'string' &&
    Array.isArray(withdrawn) &&
    withdrawn.every(Array.isArray)
  );
}

const digestOf = (releases: readonly RecordedRelease[]): string =>
  createHash('sha256').update(JSON.stringify(releases)).digest('hex');
