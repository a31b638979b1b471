/** The first write of a rollout: it creates the candidate revision at 0 %, with the record that claims the service for this run. */
import { FREEZE_ANNOTATION } from '../../../src/freeze/freeze.ts';
import { REVISION, type Service } from '../../../src/google/run/resources.ts';
import { checkTagOwner } from '../../../src/records/preview-owners.ts';
import { revisionName } from '../../../src/records/revision-names.ts';
import { withEarlyFields, withoutWithheld } from '../plan/desired-service.ts';
import { type ReleaseClaim, type RolloutRecord, rolloutOf, withRecords } from '../plan/records.ts';
import type { RolloutPlan } from '../plan/rollout-plan.ts';
import { isMoving, planBaseline, planTraffic, requestedTraffic, sameShares, serving } from '../plan/traffic.ts';
import { createService, type WriteResult, writeService } from '../service/fenced-write.ts';
import { checkNoNewHold, holdBeforeRollback, isOurs } from '../service/ownership.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import { freeRevision } from '../service/regional-service.ts';
import { keptTags } from '../service/tags.ts';

/** The service has changed since preflight read it: plan again. */
export class OutdatedPlanError extends Error {}

/**
 * Returns the candidate's short name, and the written service. Throws `OutdatedPlanError` if the plan no longer applies.
 * `claim` is set for a member of a release.
 */
export async function createCandidate(
  planned: PlannedRollout,
  id: string,
  claim?: ReleaseClaim,
): Promise<{ revision: string; written: WriteResult }> {
  const {
    regional,
    plan: { current, desired, candidate },
  } = planned;
  let revision = candidate.kind === 'new' ? '' : candidate.revision;
  const landed = (service: Service) => isOurs(service, id);
  if (!current && desired) {
    revision = revisionName(regional.service, planned.plan.commit, 1);
    const service = withoutWithheld(desired.service);
    const written = await createService(
      regional,
      {
        ...service,
        template: { ...desired.template, revision },
        traffic: [
          { type: REVISION, revision, percent: 100 },
          ...(planned.plan.tag && planned.plan.keepTag ? [{ type: REVISION, revision, tag: planned.plan.tag }] : []),
        ],
        annotations: withRecords(service.annotations, { rollout: newRollout(planned, { id, claim }, revision, {}) }),
      },
      landed,
    );
    return { revision, written };
  }
  // The read of preflight is used once: after a conflict the service has changed, and the name may be taken.
  let free = planned.freeRevision;
  const written = await writeService(regional, {
    landed,
    known: current,
    plan: async (now) => {
      regional.context.signal.throwIfAborted();
      checkUnchanged(planned.plan, now);
      if (candidate.kind === 'new') revision = (await free) ?? (await freeRevision(regional, planned.plan.commit));
      free = undefined;
      const annotations = withRecords(now.annotations, {
        rollout: newRollout(planned, { id, claim }, revision, now),
        ...(planned.plan.hold && { hold: planned.plan.hold }),
      });
      // A member of a release that needs no revision: only its record is written, to block other runs.
      if (candidate.kind === 'serving') return { ...now, annotations };
      const lost = rolloutOf(now);
      const tags = await keptTags(regional, now, planned.plan.tag, lost?.keepTag ? undefined : lost?.tag);
      if (planned.plan.tag) tags.push({ tag: planned.plan.tag, revision });
      const next = desired && current ? withEarlyFields(now, current, desired.service) : now;
      return {
        ...next,
        ...(candidate.kind === 'new' && desired && { template: { ...desired.template, revision } }),
        traffic: planTraffic({ baseline: planned.plan.baseline, candidate: revision, percent: 0, tags }),
        annotations,
      };
    },
  });
  return { revision: rolloutOf(written.service)?.candidate ?? revision, written };
}

/** Throws `OutdatedPlanError` if the plan no longer applies. */
function checkUnchanged({ current, holdBefore, claim }: RolloutPlan, now: Service): void {
  checkNoNewHold(now, holdBefore);
  if (claim) checkTagOwner(now, claim);
  const same =
    // Traffic that is still moving was already moving during preflight, which waited for it.
    (!isMoving(now) ||
      (isMoving(current ?? {}) && sameShares(requestedTraffic(current ?? {}), requestedTraffic(now)))) &&
    rolloutOf(current)?.id === rolloutOf(now)?.id &&
    // A freeze that was set since may block this run.
    current?.annotations?.[FREEZE_ANNOTATION] === now.annotations?.[FREEZE_ANNOTATION] &&
    sameShares(serving(current ?? {}), serving(now)) &&
    sameShares(planBaseline(current), planBaseline(now)) &&
    JSON.stringify(current?.template) === JSON.stringify(now.template);
  if (!same) throw new OutdatedPlanError('the service was modified concurrently');
}

/** `now` is the service before this write. */
function newRollout(
  planned: PlannedRollout,
  { id, claim }: { id: string; claim: ReleaseClaim | undefined },
  candidate: string,
  now: Service,
): RolloutRecord {
  const { context } = planned.regional;
  const {
    plan: { kind, commit, baseline, tag, keepTag, holdBefore: known },
  } = planned;
  const holdBefore = kind === 'rollback' ? holdBeforeRollback(now) : known;
  // An earlier write may still take effect before this one does.
  const shares = [...serving(now), ...(now.reconciling ? requestedTraffic(now) : [])];
  const found = [...new Set(shares.map(({ revision }) => revision))];
  return {
    id,
    kind,
    commit,
    candidate,
    baseline,
    ...(found.some((revision) => baseline.every((share) => share.revision !== revision)) && { found }),
    ...(tag && { tag }),
    ...(keepTag && { keepTag }),
    ...(holdBefore && { holdBefore }),
    write: 1,
    runUrl: context.github.runUrl,
    actor: context.github.actor,
    startedAt: new Date(context.clock.now()).toISOString(),
    ...(claim && { release: claim }),
  };
}
