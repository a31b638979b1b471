/** A deploy that needs no revision: records the commit and sets changed settings of the service. */
import { REVISION, type Service } from '../../../src/google/run/resources.ts';
import { checkTagOwner } from '../../../src/records/preview-owners.ts';
import { withEarlyFields, withLateFields } from '../plan/desired-service.ts';
import { releasesOf, rolloutOf } from '../plan/records.ts';
import type { ReleaseEnd } from '../plan/rollout-plan.ts';
import { isMoving, planTraffic, serving } from '../plan/traffic.ts';
import { setAccess } from '../service/access.ts';
import { writeService } from '../service/fenced-write.ts';
import { checkNoNewHold, OvertakenError } from '../service/ownership.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import type { StepContext } from '../service/step-context.ts';
import { keptTags } from '../service/tags.ts';
import { withRelease } from './record-release.ts';

/** `claimed` is true for a member with this run's record; on the lead `release` has the combination. */
export async function recordUnchanged(
  planned: PlannedRollout,
  { id }: Pick<StepContext, 'id'>,
  { claimed, release }: { claimed: boolean; release: ReleaseEnd | undefined } = { claimed: false, release: undefined },
): Promise<Service> {
  const {
    regional,
    plan: { current, desired, candidate, tag, keepTag, claim, holdBefore, hold, allowUnauthenticated },
  } = planned;
  if (candidate.kind !== 'serving' || !current || !desired) throw new Error('nothing serves');
  if (allowUnauthenticated !== undefined) await setAccess(regional, allowUnauthenticated);
  const { revision } = candidate;
  const { service } = await writeService(regional, {
    landed: (now) => releasesOf(now).some(({ rollout }) => rollout === id),
    plan: async (now) => {
      checkNoNewHold(now, holdBefore);
      if (claim) checkTagOwner(now, claim);
      const before = claimed ? id : rolloutOf(current)?.id;
      const [main, ...others] = serving(now);
      const moved = main?.revision !== revision || others.length > 0 || (isMoving(now) && !isMoving(current));
      if (moved || rolloutOf(now)?.id !== before)
        throw new OvertakenError('Another run has taken the service over. This run stopped and made no changes.');
      const next = withLateFields(withEarlyFields(now, current, desired.service), current, desired.service);
      const tags = await keptTags(regional, now, keepTag ? tag : undefined);
      return {
        ...next,
        traffic: [
          ...planTraffic({ baseline: [], candidate: revision, percent: 100, tags }),
          ...(tag && keepTag ? [{ type: REVISION, revision, tag }] : []),
        ],
        annotations: withRelease(regional, now, next.annotations, {
          plan: planned.plan,
          revision,
          release,
          releasesHold: hold === null,
        }),
      };
    },
  });
  return service;
}
