/** What blocks the next step of a canary, and how it continues once it is overdue. */

import { freezeOn } from '../../../src/freeze/freeze.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import { describeServiceHold } from '../../../src/records/holds.ts';
import type { CanaryTimes } from '../plan/release/long-canary.ts';
import { requestedTraffic } from '../plan/traffic.ts';
import { type Candidate, changed } from '../release/phases.ts';
import { newHoldOn } from '../service/ownership.ts';
import type { StepContext } from '../service/step-context.ts';

export interface Block {
  readonly why: string;
  /** What to do before the next run; empty if `why` says it. */
  readonly advice: string;
  /** What to do if the canary is overdue: `force` overrides that, and not every block. */
  readonly whenOverdue: string;
}

export const FORCED = 'To continue it anyway, run this action with advance: true and force: true';

/** What blocks a candidate on its service as read: a hold that its deploy did not know, or a freeze unless forced. */
export function holdOrFreeze(
  { planned: { plan } }: Candidate['progress'],
  service: Service,
  { inputs: { force, freeze }, clients: { googleClock } }: StepContext,
): Block | undefined {
  const hold = newHoldOn(service, plan.holdBefore);
  if (hold)
    return {
      why: `The hold blocks its next step. ${describeServiceHold(hold)}`,
      advice: '',
      whenOverdue: 'To continue it, release the hold, then run this action with advance: true and force: true',
    };
  const frozen = force ? undefined : freezeOn(service, freeze, googleClock);
  return frozen === undefined
    ? undefined
    : { why: `The freeze blocks its next step. ${frozen}`, advice: '', whenOverdue: FORCED };
}

/** As `holdOrFreeze`, for all candidates, which are read again. */
export async function holdOrFreezeNow(
  candidates: readonly Candidate[],
  step: StepContext,
): Promise<string | undefined> {
  for (const { progress } of candidates) {
    const { api, name } = progress.planned.regional;
    const blocked = holdOrFreeze(progress, (await api.get(name)) ?? {}, step);
    if (blocked !== undefined) return blocked.why;
  }
  return undefined;
}

/**
 * A user has changed the share of a candidate, for instance in the console: it gets no more traffic without their consent. With
 * `mayRaise` a smaller share is no obstacle: `force` is their consent, and a run that was killed may have left one. A larger one always
 * is, since no step reduces traffic.
 */
export function changedOutside(
  { percent, next }: CanaryTimes,
  candidates: readonly Candidate[],
  mayRaise: boolean,
): Block | undefined {
  for (const { progress } of changed(candidates)) {
    const { planned, revision, service } = progress;
    const has = requestedTraffic(service).find((share) => share.revision === revision)?.percent ?? 0;
    if (has === percent || has === next || (has < next && mayRaise)) continue;
    const reset = `To continue it, set ${percent} % again`;
    const force = has < next ? ', or run this action with advance: true and force: true' : '';
    return {
      why: `The traffic of ${planned.regional.service} in ${planned.regional.region} was changed outside of this canary: ${revision} has ${has} % instead of ${percent} %. The canary does not continue.`,
      advice: `${reset}${force}; to end it, run this action with rollback-to: previous.`,
      whenOverdue: has < next ? FORCED : `${reset}, then run this action with advance: true and force: true`,
    };
  }
  return undefined;
}

export const needsApproval = (next: number): Block => ({
  why: `It needs an approval for ${next} %:`,
  advice: 'run this action with advance: true and approved: true.',
  whenOverdue: 'run this action with advance: true, approved: true and force: true',
});

export const notJudged = (why: string): Block => ({
  why: `The canary was not judged, so it does not continue. ${why}`,
  advice: '',
  whenOverdue: FORCED,
});
