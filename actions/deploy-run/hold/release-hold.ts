/** Releases the hold that a rollback set. */

import { describeServiceHold, holdOf } from '../../../src/records/holds.ts';
import { withRecords } from '../plan/records.ts';
import { writeService } from '../service/fenced-write.ts';
import type { EventSink, RegionalResult } from '../service/outcome.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { holdResult } from './hold-result.ts';

const NO_HOLD = 'There was no hold.';

/** Releases the hold of each service; the first failure stops the rest. */
export async function releaseServiceHold(
  services: readonly RegionalService[],
  { inputs: { dryRun } }: StepContext,
  events: EventSink,
): Promise<RegionalResult[]> {
  const results: RegionalResult[] = [];
  for (const regional of services) {
    let did = '';
    const release = async () => {
      const { service } = await writeService(regional, {
        landed: (now) => holdOf(now) === undefined,
        plan: (now) => {
          const hold = holdOf(now);
          did = hold ? `${dryRun ? 'Would release' : 'Released'} the hold. ${describeServiceHold(hold)}` : NO_HOLD;
          if (!hold || dryRun) return undefined;
          return { ...now, annotations: withRecords(now.annotations, { hold: null }) };
        },
      });
      return service;
    };
    const found = await release();
    // Nothing was written, so no etag confirmed the response, which may be older than a hold that was just set.
    const isMissed = did === NO_HOLD && holdOf(await regional.api.get(regional.name)) !== undefined;
    const service = isMissed ? await release() : found;
    results.push(holdResult(regional, service, did, events));
  }
  return results;
}
