/**
 * Rolls a candidate out at one site: made at 0 %, Ready, ours by digest, probed, then given its share in steps, each one
 * read back and probed. Every write is fenced by etag and by the rollout record. The first thing that is not as it should be
 * throws; `restore.ts` then brings the old traffic back.
 */
import type { Revision, Service } from '../../../src/google/run/resources.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import { holdOf } from '../../../src/records/holds.ts';
import { withLateFields } from '../plan/desired-service.ts';
import { checkDigests } from '../plan/image-digests.ts';
import { type Rollout, releasesOf, rolloutOf, type Share, withRecords } from '../plan/records.ts';
import type { Inputs } from '../plan/request.ts';
import { isFirst, type Prepared } from '../plan/rollout-plan.ts';
import { askedFor, movedTo, planTraffic, sameShares, scale, tagUrl } from '../plan/traffic.ts';
import { probeSite } from '../probe/probe-service.ts';
import { setAccess } from '../service/access.ts';
import { writeService } from '../service/fenced-write.ts';
import { checkNoNewHold, isOurs, isSameHold, OvertakenError, ourRollout } from '../service/ownership.ts';
import { getRevision, type Site } from '../service/regional-service.ts';
import { keptTags } from '../service/tags.ts';
import { begin } from './create-candidate.ts';
import { waitForRevision, waitForTraffic } from './wait.ts';

export interface Progress {
  readonly prepared: Prepared;
  /** Id of the rollout record. */
  readonly id: string;
  /** Short name of the candidate. */
  readonly revision: string;
  /** The service as it was last read. */
  service: Service;
}

/** Up to 100 % and the last probe. Nothing is recorded as a success yet. */
export async function rollOut(prepared: Prepared, id: string, inputs: Inputs): Promise<Progress> {
  const { site } = prepared;
  const { rollout: options } = inputs;
  const { revision, written } = await phase(site, 'create', () => begin(prepared, id));
  const progress: Progress = { prepared, id, revision, service: written.service };
  site.report.candidate = revision;
  const ready = await phase(site, 'ready', () => waitForRevision(site, revision, written.operation));
  checkDigests(prepared.template, ready, prepared.accepted);
  await settleShares(progress, isFirst(prepared) ? 100 : 0);
  const steps = isFirst(prepared) ? [100] : options.steps;
  if (!isFirst(prepared)) await phase(site, 'probe', () => probeCandidate(progress, inputs));
  for (const [i, percent] of steps.entries()) {
    if (!isFirst(prepared))
      await phase(site, `${percent} %`, async () => {
        await shift(progress, percent);
        await settleShares(progress, percent);
      });
    if (percent === 100) break;
    await phase(site, `watch ${percent} %`, async () => {
      await site.context.clock.sleep(options.stepInterval, site.context.signal);
      await probeCandidate(progress, inputs);
    });
    site.context.log.info(`Step ${i + 1} of ${steps.length}: ${percent} % proved healthy.`);
  }
  await phase(site, 'probe service', () => probeSite(prepared, progress.service.uri, inputs));
  if (prepared.allowUnauthenticated !== undefined)
    await phase(site, 'access', () => setAccess(site, prepared.allowUnauthenticated as boolean));
  return progress;
}

/** Throws if the service is not in the state that our last write left it in. */
function checkStillOurs(progress: Progress, now: Service): Rollout {
  const { prepared, id } = progress;
  const record = ourRollout(now, id);
  checkNoNewHold(now, prepared.hold ?? prepared.holdBefore);
  const elsewhere = movedTo(record, now);
  if (elsewhere !== undefined)
    throw new OvertakenError(
      `The traffic was moved to ${elsewhere} by somebody else. This run stopped and touched nothing more.`,
    );
  return record;
}

/** Gives the candidate its share. */
async function shift(progress: Progress, percent: number): Promise<void> {
  const { prepared, revision } = progress;
  const { site, baseline } = prepared;
  let write = 0;
  await writeService(site, {
    landed: (now) => isOurs(now, progress.id) && rolloutOf(now)?.write === write,
    plan: async (now) => {
      site.context.signal.throwIfAborted();
      const record = checkStillOurs(progress, now);
      write = record.write + 1;
      return {
        ...now,
        traffic: planTraffic({ baseline, candidate: revision, percent, tags: await keptTags(site, now) }),
        annotations: withRecords(now.annotations, { rollout: { ...record, write } }),
      };
    },
  });
}

async function settleShares(progress: Progress, percent: number): Promise<void> {
  const { prepared, id, revision } = progress;
  const others = prepared.baseline.filter((share) => share.revision !== revision);
  const shares: Share[] = scale(others, 100 - percent);
  if (percent > 0 || others.length === 0) shares.push({ revision, percent: others.length === 0 ? 100 : percent });
  const tag = isFirst(prepared) && !prepared.keepTag ? undefined : prepared.tag;
  progress.service = await waitForTraffic(prepared.site, { id, shares, tag, candidate: revision });
}

async function probeCandidate(progress: Progress, inputs: Inputs): Promise<void> {
  const { prepared } = progress;
  // A revision that was replaced or failed meanwhile would answer for another reason than its health.
  const revision = (await getRevision(prepared.site, progress.revision)) as Revision | undefined;
  if (revision && readiness(revision).state === 'failed')
    throw new Error(`the revision ${progress.revision} failed after it was ready`);
  await probeSite(prepared, prepared.tag && tagUrl(progress.service, prepared.tag), inputs);
}

/** True if the last write of a rollout is in force: its release is recorded, or a rollback's hold stands over its traffic. */
function isFinished({ prepared, id, revision }: Progress, now: Service): boolean {
  if (rolloutOf(now) !== undefined) return false;
  // A rollback adds no release.
  if (prepared.kind === 'rollback')
    return (
      isSameHold(holdOf(now), prepared.hold ?? undefined) && sameShares(askedFor(now), [{ revision, percent: 100 }])
    );
  return releasesOf(now).some(({ rollout }) => rollout === id);
}

/** Records the success, and takes away what was only there for the rollout. */
export async function finish(progress: Progress): Promise<void> {
  const { prepared, revision } = progress;
  const { site, desired, current } = prepared;
  const dropped = prepared.keepTag ? undefined : prepared.tag;
  const written = await writeService(site, {
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
          tags: await keptTags(site, now, dropped),
        }),
        ...(prepared.kind === 'rollback' && { labels: { ...now.labels, 'commit-sha': prepared.commit } }),
        annotations: withRecords(next.annotations, {
          rollout: null,
          releases: prepared.releases(releasesOf(now), revision),
          ...(prepared.hold === null && { hold: null }),
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

async function phase<T>({ report, context }: Site, name: string, work: () => Promise<T>): Promise<T> {
  context.signal.throwIfAborted();
  const start = context.clock.now();
  try {
    return await work();
  } finally {
    report.phases.push({ name, ms: context.clock.now() - start });
  }
}
