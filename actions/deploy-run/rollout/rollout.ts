/**
 * Rolls a candidate out in one region: created at 0 %, Ready, of the requested digest, probed, then given its share in steps, each one
 * read back and probed. Every write is fenced by etag and by the rollout record. The first thing that is not as it should be
 * throws; `restore.ts` then restores the traffic.
 */
import type { Revision, Service } from '../../../src/google/run/resources.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import { holdOf } from '../../../src/records/holds.ts';
import { withLateFields } from '../plan/desired-service.ts';
import { checkDigests } from '../plan/image-digests.ts';
import { type RolloutRecord, releasesOf, rolloutOf, type TrafficShare, withRecords } from '../plan/records.ts';
import type { DeployInputs } from '../plan/request.ts';
import { isFirst, planReleasesAfter } from '../plan/rollout-plan.ts';
import { askedFor, movedTo, planTraffic, sameShares, scale, tagUrl } from '../plan/traffic.ts';
import { probeService } from '../probe/probe-service.ts';
import { setAccess } from '../service/access.ts';
import { writeService } from '../service/fenced-write.ts';
import type { EventSink, ProbeRecord } from '../service/outcome.ts';
import { checkNoNewHold, isOurs, isSameHold, OvertakenError, ourRollout } from '../service/ownership.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import { getRevision, type RegionalService } from '../service/regional-service.ts';
import { keptTags } from '../service/tags.ts';
import { createCandidate } from './create-candidate.ts';
import { waitForRevision, waitForTraffic } from './wait.ts';

export interface RolloutProgress {
  readonly planned: PlannedRollout;
  /** Id of the rollout record. */
  readonly id: string;
  /** Short name of the candidate. */
  readonly revision: string;
  /** The service as it was last read. */
  service: Service;
}

/** Moves the traffic up to 100 %, and probes the service. No success is recorded yet. */
export async function rollOut(
  planned: PlannedRollout,
  id: string,
  inputs: DeployInputs,
  events: EventSink,
): Promise<RolloutProgress> {
  const { regional } = planned;
  const { name } = regional;
  const { rollout: options } = inputs;
  const timed = <T>(phase: string, work: () => Promise<T>) => timedPhase(regional, phase, events, work);
  const probed = async (work: Promise<ProbeRecord | undefined>) => {
    const probe = await work;
    if (probe) events.push({ name, kind: 'probed', probe });
  };
  const { revision, written } = await timed('create', () => createCandidate(planned, id));
  const progress: RolloutProgress = { planned, id, revision, service: written.service };
  events.push({ name, kind: 'created', revision });
  const ready = await timed('ready', () => waitForRevision(regional, revision, written.operation));
  checkDigests(planned.plan.template, ready, planned.plan.accepted);
  await waitForShares(progress, isFirst(planned.plan) ? 100 : 0);
  const steps = isFirst(planned.plan) ? [100] : options.steps;
  if (!isFirst(planned.plan)) await timed('probe', () => probed(probeCandidate(progress, inputs)));
  for (const [i, percent] of steps.entries()) {
    if (!isFirst(planned.plan))
      await timed(`${percent} %`, async () => {
        await moveTraffic(progress, percent);
        await waitForShares(progress, percent);
      });
    if (percent === 100) break;
    await timed(`watch ${percent} %`, async () => {
      await regional.context.clock.sleep(options.stepInterval, regional.context.signal);
      await probed(probeCandidate(progress, inputs));
    });
    regional.context.log.info(`Step ${i + 1} of ${steps.length}: health checks passed at ${percent} %.`);
  }
  await timed('probe service', () => probed(probeService(planned, progress.service.uri, inputs)));
  if (planned.plan.allowUnauthenticated !== undefined)
    await timed('access', () => setAccess(regional, planned.plan.allowUnauthenticated as boolean));
  return progress;
}

/** Throws if the service is not in the state that our last write left it in. */
function checkStillOurs(progress: RolloutProgress, now: Service): RolloutRecord {
  const { planned, id } = progress;
  const record = ourRollout(now, id);
  checkNoNewHold(now, planned.plan.hold ?? planned.plan.holdBefore);
  const elsewhere = movedTo(record, now);
  if (elsewhere !== undefined)
    throw new OvertakenError(
      `The traffic was moved to ${elsewhere} by another run or user. This run stopped and touched nothing more.`,
    );
  return record;
}

/** Gives the candidate its share. */
async function moveTraffic(progress: RolloutProgress, percent: number): Promise<void> {
  const { planned, revision } = progress;
  const {
    regional,
    plan: { baseline },
  } = planned;
  let write = 0;
  await writeService(regional, {
    landed: (now) => isOurs(now, progress.id) && rolloutOf(now)?.write === write,
    plan: async (now) => {
      regional.context.signal.throwIfAborted();
      const record = checkStillOurs(progress, now);
      write = record.write + 1;
      return {
        ...now,
        traffic: planTraffic({ baseline, candidate: revision, percent, tags: await keptTags(regional, now) }),
        annotations: withRecords(now.annotations, { rollout: { ...record, write } }),
      };
    },
  });
}

async function waitForShares(progress: RolloutProgress, percent: number): Promise<void> {
  const { planned, id, revision } = progress;
  const others = planned.plan.baseline.filter((share) => share.revision !== revision);
  const shares: TrafficShare[] = scale(others, 100 - percent);
  if (percent > 0 || others.length === 0) shares.push({ revision, percent: others.length === 0 ? 100 : percent });
  const tag = isFirst(planned.plan) && !planned.plan.keepTag ? undefined : planned.plan.tag;
  progress.service = await waitForTraffic(planned.regional, { id, shares, tag, candidate: revision });
}

async function probeCandidate(progress: RolloutProgress, inputs: DeployInputs): Promise<ProbeRecord | undefined> {
  const { planned } = progress;
  // A revision that was replaced or failed meanwhile would answer for another reason than its health.
  const revision = (await getRevision(planned.regional, progress.revision)) as Revision | undefined;
  if (revision && readiness(revision).state === 'failed')
    throw new Error(`the revision ${progress.revision} failed after it was ready`);
  return await probeService(planned, planned.plan.tag && tagUrl(progress.service, planned.plan.tag), inputs);
}

/** True if the last write of a rollout is in force: its release is recorded, or a rollback's hold stands over its traffic. */
function isFinished({ planned, id, revision }: RolloutProgress, now: Service): boolean {
  if (rolloutOf(now) !== undefined) return false;
  // A rollback adds no release.
  if (planned.plan.kind === 'rollback')
    return (
      isSameHold(holdOf(now), planned.plan.hold ?? undefined) && sameShares(askedFor(now), [{ revision, percent: 100 }])
    );
  return releasesOf(now).some(({ rollout }) => rollout === id);
}

/** Records the success, and takes away what was only there for the rollout. */
export async function recordSuccess(progress: RolloutProgress): Promise<void> {
  const { planned, revision } = progress;
  const {
    regional,
    plan: { desired, current },
  } = planned;
  const dropped = planned.plan.keepTag ? undefined : planned.plan.tag;
  const written = await writeService(regional, {
    landed: (now) => isFinished(progress, now),
    plan: async (now) => {
      checkStillOurs(progress, now);
      const next = desired ? withLateFields(now, current ?? created(desired.service), desired.service) : now;
      return {
        ...next,
        traffic: planTraffic({
          baseline: [],
          candidate: revision,
          percent: 100,
          tags: await keptTags(regional, now, dropped),
        }),
        ...(planned.plan.kind === 'rollback' && { labels: { ...now.labels, 'commit-sha': planned.plan.commit } }),
        annotations: withRecords(next.annotations, {
          rollout: null,
          releases: planReleasesAfter(
            planned.plan,
            releasesOf(now),
            revision,
            new Date(regional.context.clock.now()).toISOString(),
          ),
          ...(planned.plan.hold === null && { hold: null }),
        }),
      };
    },
  });
  progress.service = written.service;
}

/** What a first write left out of the desired service. */
function created({ invokerIamDisabled: _, defaultUriDisabled: __, ...rest }: Service): Service {
  return rest;
}

async function timedPhase<T>(
  { name, context }: RegionalService,
  phase: string,
  events: EventSink,
  work: () => Promise<T>,
): Promise<T> {
  context.signal.throwIfAborted();
  const start = context.clock.now();
  try {
    return await work();
  } finally {
    events.push({ name, kind: 'phase', phase, ms: context.clock.now() - start });
  }
}
