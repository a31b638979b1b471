/**
 * Rolls a candidate out at one site: made at 0 %, Ready, ours by digest, probed, then given its share in steps, each one
 * read back and probed. Every write is fenced by etag and by the rollout record. The first thing that is not as it should be
 * throws; `restore.ts` then brings the old traffic back.
 */

import { REVISION, type Revision, type Service } from '../../src/cloud-run/resources.ts';
import { readiness } from '../../src/cloud-run/revisions.ts';
import { setAccess } from './access.ts';
import { withEarlyFields, withLateFields } from './desired.ts';
import { createService, type Written, writeService } from './fenced-write.ts';
import { checkDigests } from './images.ts';
import type { Inputs } from './inputs.ts';
import { revisionName } from './names.ts';
import { checkNoNewHold, isOurs, OvertakenError, ourRollout } from './ownership.ts';
import { explains, planBaseline, planTraffic, scale, serving, tagUrl } from './plan-traffic.ts';
import { isFirst, type Prepared } from './prepared.ts';
import { probeSite } from './probe-site.ts';
import { type Rollout, releasesOf, rolloutOf, type Share, withRecords } from './records.ts';
import { sameShares, waitForRevision, waitForTraffic } from './settle.ts';
import { getRevision, type Site } from './site.ts';
import { keptTags } from './tags.ts';

/** The world is not any more what preflight saw: prepare again. */
export class StaleError extends Error {}

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
  const { timeout } = options;
  const { revision, written } = await phase(site, 'create', () => begin(prepared, id, inputs));
  const progress: Progress = { prepared, id, revision, service: written.service };
  site.report.candidate = revision;
  const ready = await phase(site, 'ready', () => waitForRevision(site, revision, written.operation, timeout));
  checkDigests(prepared.template, ready, prepared.accepted);
  await settleShares(progress, isFirst(prepared) ? 100 : 0, timeout);
  const steps = isFirst(prepared) ? [100] : options.steps;
  if (!isFirst(prepared)) await phase(site, 'probe', () => probeCandidate(progress, inputs));
  for (const [i, percent] of steps.entries()) {
    if (!isFirst(prepared))
      await phase(site, `${percent} %`, async () => {
        await shift(progress, percent);
        await settleShares(progress, percent, timeout);
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

/** The write that makes the candidate, and the record that makes the service ours. */
async function begin(prepared: Prepared, id: string, inputs: Inputs): Promise<{ revision: string; written: Written }> {
  const { site, current, desired, candidate } = prepared;
  let revision = candidate.kind === 'new' ? '' : candidate.revision;
  const landed = (service: Service) => isOurs(service, id);
  if (!current && desired) {
    revision = revisionName(site.service, prepared.commit, 1);
    const { invokerIamDisabled: _, defaultUriDisabled: __, ...service } = desired.service;
    const written = await createService(
      site,
      {
        ...service,
        template: { ...desired.template, revision },
        traffic: [
          { type: REVISION, revision, percent: 100 },
          ...(prepared.tag && prepared.keepTag ? [{ type: REVISION, revision, tag: prepared.tag }] : []),
        ],
        annotations: withRecords(service.annotations, { rollout: newRollout(prepared, id, revision, inputs, site) }),
      },
      landed,
    );
    return { revision, written };
  }
  const written = await writeService(site, {
    landed,
    plan: async (now) => {
      site.context.signal.throwIfAborted();
      checkUnchanged(prepared, now);
      if (candidate.kind === 'new') revision = await freeRevision(site, prepared.commit);
      const tags = await keptTags(site, now, prepared.tag);
      if (prepared.tag) tags.push({ tag: prepared.tag, revision });
      const next = desired && current ? withEarlyFields(now, current, desired.service) : now;
      return {
        ...next,
        ...(candidate.kind === 'new' && desired && { template: { ...desired.template, revision } }),
        traffic: planTraffic({ baseline: prepared.baseline, candidate: revision, percent: 0, tags }),
        annotations: withRecords(now.annotations, {
          rollout: newRollout(prepared, id, revision, inputs, site),
          ...(prepared.hold && { hold: prepared.hold }),
        }),
      };
    },
  });
  return { revision: rolloutOf(written.service)?.candidate ?? revision, written };
}

/** Throws `StaleError` if what preflight decided by is no longer so. */
function checkUnchanged({ current, holdBefore }: Prepared, now: Service): void {
  if (current?.etag === now.etag) return;
  checkNoNewHold(now, holdBefore);
  const same =
    rolloutOf(current)?.id === rolloutOf(now)?.id &&
    sameShares(serving(current ?? {}), serving(now)) &&
    sameShares(planBaseline(current).shares, planBaseline(now).shares) &&
    JSON.stringify(current?.template) === JSON.stringify(now.template);
  if (!same) throw new StaleError('the service was changed by others meanwhile');
}

/** The first name that no revision has. */
export async function freeRevision(site: Site, commit: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = revisionName(site.service, commit, n);
    if (!(await getRevision(site, name))) return name;
  }
}

function newRollout(prepared: Prepared, id: string, candidate: string, inputs: Inputs, { context }: Site): Rollout {
  const { kind, commit, baseline, tag, keepTag, holdBefore, current } = prepared;
  const found = serving(current ?? {}).map(({ revision }) => revision);
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
    ...(inputs.force && { forced: true }),
  };
}

/** Throws if the service is not in the state that our last write left it in. */
function checkStillOurs(progress: Progress, now: Service): Rollout {
  const { prepared, id } = progress;
  const record = ourRollout(now, id);
  checkNoNewHold(now, prepared.hold ?? prepared.holdBefore);
  if (!explains(record, serving(now)))
    throw new OvertakenError(
      `The traffic was moved to ${serving(now)[0]?.revision} by somebody else. This run stopped and touched nothing more.`,
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
        traffic: planTraffic({ baseline, candidate: revision, percent, tags: await keptTags(site, now, undefined) }),
        annotations: withRecords(now.annotations, { rollout: { ...record, write } }),
      };
    },
  });
}

async function settleShares(progress: Progress, percent: number, timeout: number): Promise<void> {
  const { prepared, id, revision } = progress;
  const others = prepared.baseline.filter((share) => share.revision !== revision);
  const shares: Share[] = scale(others, 100 - percent);
  if (percent > 0 || others.length === 0) shares.push({ revision, percent: others.length === 0 ? 100 : percent });
  const tag = isFirst(prepared) && !prepared.keepTag ? undefined : prepared.tag;
  progress.service = await waitForTraffic(prepared.site, { id, shares, tag, candidate: revision }, timeout);
}

async function probeCandidate(progress: Progress, inputs: Inputs): Promise<void> {
  const { prepared } = progress;
  // A revision that was replaced or failed meanwhile would answer for another reason than its health.
  const revision = (await getRevision(prepared.site, progress.revision)) as Revision | undefined;
  if (revision && readiness(revision).state === 'failed')
    throw new Error(`the revision ${progress.revision} failed after it was ready`);
  await probeSite(prepared, prepared.tag && tagUrl(progress.service, prepared.tag), inputs);
}

/** Records the success, and takes away what was only there for the rollout. */
export async function finish(progress: Progress): Promise<void> {
  const { prepared, id, revision } = progress;
  const { site, desired, current } = prepared;
  const dropped = prepared.keepTag ? undefined : prepared.tag;
  const written = await writeService(site, {
    landed: (now) => rolloutOf(now) === undefined && releasesOf(now).some(({ rollout }) => rollout === id),
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
