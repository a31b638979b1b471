/**
 * Rolls a candidate out in one region: creates it at 0 %, waits until it is Ready with the requested digest, probes it, then gives it its share
 * in steps, each read back and probed. Every write is fenced by etag and by the rollout record. The first unexpected state
 * throws; `restore.ts` then restores the traffic.
 */
import { checkFreeze, freezeOn } from '../../../src/freeze/freeze.ts';
import type { FreezeWindow } from '../../../src/freeze/windows.ts';
import type { LongRunningOperation, Service } from '../../../src/google/run/resources.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import { COMMIT_LABEL } from '../../../src/records/annotations.ts';
import { holdOf } from '../../../src/records/holds.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { ahead } from '../../../src/runtime/retry.ts';
import { withLateFields, withoutWithheld } from '../plan/desired-service.ts';
import { checkDigests } from '../plan/image-digests.ts';
import {
  type ReleaseClaim,
  type RolloutRecord,
  releasesOf,
  rolloutOf,
  type TrafficShare,
  withRecords,
} from '../plan/records.ts';
import type { DeployInputs } from '../plan/request.ts';
import { isFirst, type ReleaseEnd } from '../plan/rollout-plan.ts';
import { movedTo, planTraffic, requestedTraffic, sameShares, scale } from '../plan/traffic.ts';
import { probeService } from '../probe/probe-service.ts';
import { setAccess } from '../service/access.ts';
import { writeService } from '../service/fenced-write.ts';
import type { EventSink, ProbeRecord } from '../service/outcome.ts';
import { checkNoNewHold, isOurs, isSameHold, OvertakenError, ourRollout } from '../service/ownership.ts';
import type { PlannedRollout, TargetConfiguration } from '../service/planned-rollout.ts';
import { getRevision, type RegionalService } from '../service/regional-service.ts';
import { keptTags } from '../service/tags.ts';
import { createCandidate } from './create-candidate.ts';
import { withRelease } from './record-release.ts';
import { planUndo, type RollbackUndo } from './undo.ts';
import { waitForRevision, waitForTraffic } from './wait.ts';

export interface RolloutProgress {
  /** Without the configuration of a rollback's target until that was read. */
  planned: PlannedRollout;
  /** Id of the rollout record. */
  readonly id: string;
  /** Short name of the candidate. */
  readonly revision: string;
  /** The service as it was last read. */
  service: Service;
  /** Of the first write. */
  readonly operation?: LongRunningOperation | undefined;
  /** Freeze windows; undefined if no freeze applies, not even that of the service. */
  readonly freeze?: readonly FreezeWindow[] | undefined;
  /** Set once the last write of a rollback of one service is planned: the write that gives its target all traffic. */
  undo?: RollbackUndo;
  /** Of the run that advances a canary: another run may have taken over, and a share is never reduced. */
  readonly advancing?: string;
}

/** Creates the candidate at 0 % with the record of the rollout. `claim` is that of a member of a release. */
export async function beginRollout(
  planned: PlannedRollout,
  id: string,
  events: EventSink,
  claim?: ReleaseClaim,
): Promise<RolloutProgress> {
  const { regional } = planned;
  const { revision, written } = await timedPhase(regional, 'create', events, () => createCandidate(planned, id, claim));
  events.push({ name: regional.name, kind: 'created', revision });
  return { planned, id, revision, service: written.service, operation: written.operation };
}

/** Waits until the candidate is Ready with the requested digest, and probes it at 0 %. */
export async function waitUntilHealthy(
  progress: RolloutProgress,
  inputs: DeployInputs,
  events: EventSink,
): Promise<void> {
  const { planned, revision, operation } = progress;
  const { regional, plan } = planned;
  await timedPhase(regional, 'ready', events, async () => {
    // A revision that is Ready immediately usually has its tag, too: reading both at once saves one of the 11 round trips of a deploy.
    const service = ahead(regional.api.get(regional.name));
    const { template, accepted } = await targetOf(progress);
    const ready = await waitForRevision(regional, revision, operation);
    checkDigests(template, ready, accepted);
    await waitForShares(progress, isFirst(plan) ? 100 : 0, service);
  });
  if (isFirst(plan)) return;
  await timedPhase(regional, 'probe', events, () => probed(progress, events, probeTag(progress, inputs)));
}

/**
 * The candidate's configuration. That of a rollback's target may still be read: the read started before the first write, and what it
 * refuses ends the rollout before any traffic moves.
 */
async function targetOf(progress: RolloutProgress): Promise<TargetConfiguration> {
  const { target, ...planned } = progress.planned;
  const configuration = await target;
  if (configuration) progress.planned = { ...planned, plan: { ...planned.plan, ...configuration } };
  return progress.planned.plan;
}

/**
 * Moves its share to the candidate, and waits until it is in effect. A first revision has all traffic from the start. With `keepUndo`,
 * the same write records the success; `keepUndo` is called before it.
 */
export async function giveShare(
  progress: RolloutProgress,
  percent: number,
  events: EventSink,
  keepUndo?: (undo: RollbackUndo) => void,
): Promise<void> {
  if (isFirst(progress.planned.plan)) return;
  await timedPhase(progress.planned.regional, `${percent} %`, events, async () => {
    await (keepUndo ? recordSuccess(progress, undefined, keepUndo) : moveTraffic(progress, percent));
    await waitForShares(progress, percent);
  });
}

/** Probes the candidate at a step below 100 %, after its interval unless `waited`. */
export async function watchShare(
  progress: RolloutProgress,
  percent: number,
  inputs: DeployInputs,
  events: EventSink,
  waited = false,
): Promise<void> {
  const { regional, plan } = progress.planned;
  if (isFirst(plan)) return;
  await timedPhase(regional, `watch ${percent} %`, events, async () => {
    if (!waited) await regional.context.clock.sleep(inputs.rollout.stepInterval, regional.context.signal);
    await probed(progress, events, probeCandidate(progress, inputs));
  });
}

/** Probes the service at 100 %, and sets its access policy. Success is not recorded yet. */
export async function verifyService(progress: RolloutProgress, inputs: DeployInputs, events: EventSink): Promise<void> {
  const { planned } = progress;
  const { regional, plan } = planned;
  const { allowUnauthenticated } = plan;
  await timedPhase(regional, 'probe service', events, () =>
    probed(progress, events, probeService(planned, { service: progress.service }, inputs)),
  );
  if (allowUnauthenticated !== undefined)
    await timedPhase(regional, 'access', events, () => setAccess(regional, allowUnauthenticated));
}

async function probed(
  { planned }: RolloutProgress,
  events: EventSink,
  work: Promise<ProbeRecord | undefined>,
): Promise<void> {
  const probe = await work;
  if (probe) events.push({ name: planned.regional.name, kind: 'probed', probe });
}

/** Throws if the service has changed since our last write, or if it has a new hold. */
export function checkStillOurs(
  progress: Pick<RolloutProgress, 'planned' | 'id' | 'advancing'>,
  now: Service,
): RolloutRecord {
  const { planned, id, advancing } = progress;
  const record = ourRollout(now, id);
  const canary = record.release?.canary;
  if (advancing !== undefined && canary && canary.advancing !== advancing)
    throw new OvertakenError('Another run advances this canary. This run stopped and made no further changes.');
  checkNoNewHold(now, planned.plan.hold ?? planned.plan.holdBefore);
  const elsewhere = movedTo(record, now);
  if (elsewhere !== undefined)
    throw new OvertakenError(
      `The traffic was moved to ${elsewhere} by another run or user. This run stopped and made no further changes.`,
    );
  return record;
}

/** Throws `BlockedError` for a freeze that has begun since the deploy did. */
function checkNotFrozen({ planned, freeze }: RolloutProgress, now: Service): void {
  const { clients, context } = planned.regional;
  if (freeze === undefined) return;
  const consequence = 'It has begun during this deploy, so its share of the traffic was not increased.';
  checkFreeze(freezeOn(now, freeze, clients.googleClock), { force: false, consequence, log: context.log });
}

/** Moves its share to the candidate. */
async function moveTraffic(progress: RolloutProgress, percent: number): Promise<void> {
  const { planned, revision } = progress;
  const {
    regional,
    plan: { baseline },
  } = planned;
  let asked: readonly TrafficShare[] = [];
  await writeService(regional, {
    known: progress.service,
    // The number of writes is not compared, because the lease of the release may have been renewed.
    landed: (now) => isOurs(now, progress.id) && sameShares(requestedTraffic(now), asked),
    plan: async (now) => {
      regional.context.signal.throwIfAborted();
      const record = checkStillOurs(progress, now);
      checkNotFrozen(progress, now);
      const has = requestedTraffic(now).find((share) => share.revision === revision)?.percent ?? 0;
      if (progress.advancing !== undefined && has > percent)
        throw new OvertakenError(
          `Another run or user has moved ${revision} to ${has} %, more than the ${percent} % of this step. This run stopped and changed nothing.`,
        );
      if (progress.advancing !== undefined && has === percent) return undefined;
      const traffic = planTraffic({ baseline, candidate: revision, percent, tags: await keptTags(regional, now) });
      asked = requestedTraffic({ traffic });
      return {
        ...now,
        traffic,
        annotations: withRecords(now.annotations, { rollout: { ...record, write: record.write + 1 } }),
      };
    },
  });
}

/** `early` is a read that was started before. */
async function waitForShares(
  progress: RolloutProgress,
  percent: number,
  early?: Promise<Service | undefined>,
): Promise<void> {
  const { planned, id, revision, undo } = progress;
  const others = planned.plan.baseline.filter((share) => share.revision !== revision);
  const shares: TrafficShare[] = scale(others, 100 - percent);
  if (percent > 0 || others.length === 0) shares.push({ revision, percent: others.length === 0 ? 100 : percent });
  const tag = undo || (isFirst(planned.plan) && !planned.plan.keepTag) ? undefined : planned.plan.tag;
  progress.service = await waitForTraffic(planned.regional, { id, shares, tag, candidate: revision, undo }, early);
}

/** Probes the candidate at a step. It may have failed since it was Ready. */
async function probeCandidate(progress: RolloutProgress, inputs: DeployInputs): Promise<ProbeRecord | undefined> {
  const { planned } = progress;
  // The response of a revision that was replaced or failed does not show the health of the candidate.
  const revision = await getRevision(planned.regional, progress.revision);
  const { state, condition } = readiness(revision ?? {});
  if (revision && state === 'failed')
    throw new OutcomeError(
      `The revision ${progress.revision} failed after it was ready: ${condition?.message ?? 'no reason was given'}`,
    );
  return await probeTag(progress, inputs);
}

const probeTag = ({ planned, service }: RolloutProgress, inputs: DeployInputs): Promise<ProbeRecord | undefined> =>
  probeService(planned, { service, tag: planned.plan.tag }, inputs);

/** True if the last write of a rollout is in effect: its release is recorded, or the traffic and hold of a rollback. */
function isFinished({ planned, id, revision }: RolloutProgress, now: Service): boolean {
  if (rolloutOf(now) !== undefined) return false;
  // A rollback adds no release.
  if (planned.plan.kind === 'rollback')
    return (
      isSameHold(holdOf(now), planned.plan.hold ?? undefined) &&
      sameShares(requestedTraffic(now), [{ revision, percent: 100 }])
    );
  return releasesOf(now).some(({ rollout }) => rollout === id);
}

/** Records the success, and removes the record and tag of the rollout. `keepUndo` is called before the write. */
export async function recordSuccess(
  progress: RolloutProgress,
  release?: ReleaseEnd,
  keepUndo?: (undo: RollbackUndo) => void,
): Promise<void> {
  const { planned, revision } = progress;
  const {
    regional,
    plan: { desired, current },
  } = planned;
  const dropped = planned.plan.keepTag ? undefined : planned.plan.tag;
  const written = await writeService(regional, {
    known: progress.service,
    landed: (now) => isFinished(progress, now),
    plan: async (now) => {
      const record = checkStillOurs(progress, now);
      const next = desired ? withLateFields(now, current ?? withoutWithheld(desired.service), desired.service) : now;
      const finished: Service = {
        ...next,
        traffic: planTraffic({
          baseline: [],
          candidate: revision,
          percent: 100,
          tags: await keptTags(regional, now, dropped),
        }),
        ...(planned.plan.kind === 'rollback' && { labels: { ...now.labels, [COMMIT_LABEL]: planned.plan.commit } }),
        annotations: withRecords(
          withRelease(regional, now, next.annotations, {
            plan: planned.plan,
            revision,
            release,
            releasesHold: planned.plan.hold === null,
          }),
          // A commit that waited for a canary has been deployed, or is older than this one.
          planned.plan.kind === 'deploy' ? { next: null } : {},
        ),
      };
      if (keepUndo) {
        regional.context.signal.throwIfAborted();
        progress.undo = planUndo(record, now, finished);
        keepUndo(progress.undo);
      }
      return finished;
    },
  });
  progress.service = written.service;
}

async function timedPhase<T>(
  { name, service, region, context }: RegionalService,
  phase: string,
  events: EventSink,
  work: () => Promise<T>,
): Promise<T> {
  context.signal.throwIfAborted();
  const start = context.clock.now();
  try {
    return await context.log.group(`${service} in ${region}: ${phaseTitle(phase)}`, work);
  } finally {
    events.push({ name, kind: 'phase', phase, ms: context.clock.now() - start });
  }
}

const PHASES: Readonly<Record<string, string>> = {
  create: 'create the revision at 0 %',
  ready: 'wait until the revision is Ready',
  probe: 'health checks of the revision at 0 %',
  'probe service': 'health checks of the service',
  access: 'set who may invoke it',
};

/** Name for the log. */
const phaseTitle = (phase: string): string =>
  PHASES[phase] ?? (phase.startsWith('watch') ? phase : `move traffic to ${phase}`);
