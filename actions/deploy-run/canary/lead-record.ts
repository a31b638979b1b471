/** Writes the state of a canary on the lead of its release, and the commit that waits for its decision. */

import type { Service } from '../../../src/google/run/resources.ts';
import { rolloutOf, waitingOn, withRecords } from '../plan/records.ts';
import type { CanaryRecord, WaitingCommit } from '../plan/release/canary-record.ts';
import { writeService } from '../service/fenced-write.ts';
import { ourRollout } from '../service/ownership.ts';
import type { RegionalService } from '../service/regional-service.ts';

/**
 * Writes the state that `change` returns; undefined keeps it. `now` is the service that the write replaces. Throws `OvertakenError` if the
 * release `id` has ended, and any error of `change`.
 */
export async function writeLead(
  lead: RegionalService,
  id: string,
  change: (canary: CanaryRecord, now: Service) => CanaryRecord | undefined,
): Promise<void> {
  let sent: string | undefined;
  await writeService(lead, {
    landed: (now) => rolloutOf(now)?.id === id && JSON.stringify(rolloutOf(now)?.release?.canary) === sent,
    plan: (now) => {
      const record = ourRollout(now, id);
      const { release } = record;
      const canary = release?.canary && change(release.canary, now);
      if (!release || !canary) return undefined;
      sent = JSON.stringify(canary);
      const rollout = { ...record, write: record.write + 1, release: { ...release, canary } };
      return { ...now, annotations: withRecords(now.annotations, { rollout }) };
    },
  });
}

/** Records which commit waits; `null` removes the record. */
export async function writeWaiting(lead: RegionalService, next: WaitingCommit | null): Promise<void> {
  await writeService(lead, {
    landed: (now) => waitingOn(now)?.commit === next?.commit,
    plan: (now) =>
      waitingOn(now)?.commit === next?.commit
        ? undefined
        : { ...now, annotations: withRecords(now.annotations, { next }) },
  });
}
