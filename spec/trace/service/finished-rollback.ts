/** A rollback whose last write the service still shows. Its own step may undo that write, although no record names it any longer. */
import { sameShares } from '../../rollout/system.ts';
import type { TraceFacts } from '../calls.ts';
import type { ServiceWrite, WrittenRecord } from './writes.ts';

/** `earlier` are the writes of the service so far, oldest first. */
export function finishedRollback(
  earlier: readonly ServiceWrite[],
  before: ServiceWrite | undefined,
): WrittenRecord | undefined {
  const last = earlier.findLast(({ record }) => record !== undefined);
  const record = last?.record;
  if (!before || before.record || record?.kind !== 'rollback' || record.release) return undefined;
  const stands =
    sameShares(before.traffic, { [record.candidate]: 100 }) &&
    before.hold === last?.hold &&
    before.releases.join() === last?.releases.join();
  return stands ? record : undefined;
}

/** True if the write undoes the last write of the rollback: it restores the baseline and the hold before. */
export function undoes(write: ServiceWrite, rollback: WrittenRecord | undefined, { runOf }: TraceFacts): boolean {
  if (!rollback || write.record) return false;
  const isOwn = runOf === undefined || runOf(rollback.id) === runOf(write.by);
  return isOwn && sameShares(write.traffic, rollback.baseline) && write.hold === rollback.holdBefore;
}
