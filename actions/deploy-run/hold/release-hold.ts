/** Releases the hold that a rollback set. */

import { describeServiceHold, holdOf } from '../../../src/records/holds.ts';
import { withRecords } from '../plan/records.ts';
import { eachReached, type Reached } from '../release/reachable.ts';
import { writeService } from '../service/fenced-write.ts';
import type { EventSink, RegionalResult } from '../service/outcome.ts';
import type { StepContext } from '../service/step-context.ts';
import { holdResult } from './hold-result.ts';

const NO_HOLD = 'There was no hold.';

/** Releases the hold of each service that responds. */
export async function releaseServiceHold(
  reached: Reached,
  step: StepContext,
  events: EventSink,
): Promise<RegionalResult[]> {
  const { dryRun } = step.inputs;
  return await eachReached(reached, step, events, async (regional) => {
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
    return holdResult(regional, service, did, events);
  });
}
