/** The hold or the freeze under which a canary gets no more traffic. */

import { freezeOn } from '../../../src/freeze/freeze.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import { describeServiceHold } from '../../../src/records/holds.ts';
import type { Candidate } from '../release/phases.ts';
import { newHoldOn } from '../service/ownership.ts';
import type { StepContext } from '../service/step-context.ts';

/** What blocks the next step of a candidate on its service as read: a hold that its deploy did not know, or a freeze unless forced. */
export function holdOrFreeze(
  { planned: { plan } }: Candidate['progress'],
  service: Service,
  { inputs: { force, freeze }, clients: { googleClock } }: StepContext,
): string | undefined {
  const hold = newHoldOn(service, plan.holdBefore);
  if (hold) return `The hold blocks its next step. ${describeServiceHold(hold)}`;
  const frozen = force ? undefined : freezeOn(service, freeze, googleClock);
  return frozen === undefined ? undefined : `The freeze blocks its next step. ${frozen}`;
}
