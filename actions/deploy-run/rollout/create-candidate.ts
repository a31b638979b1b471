/** The first write of a rollout: it makes the candidate at 0 %, and the record that makes the service ours. */
import { REVISION, type Service } from '../../../src/google/run/resources.ts';
import { withEarlyFields } from '../plan/desired-service.ts';
import { revisionName } from '../plan/names.ts';
import { type Rollout, rolloutOf, withRecords } from '../plan/records.ts';
import type { Prepared } from '../plan/rollout-plan.ts';
import { askedFor, isMoving, planBaseline, planTraffic, sameShares, serving } from '../plan/traffic.ts';
import { createService, type Written, writeService } from '../service/fenced-write.ts';
import { checkNoNewHold, isOurs } from '../service/ownership.ts';
import { getRevision, type Site } from '../service/regional-service.ts';
import { keptTags } from '../service/tags.ts';

/** The world is not any more what preflight saw: prepare again. */
export class StaleError extends Error {}

/** Gives the candidate's short name, and what was written. Throws `StaleError` if preflight decided by something else. */
export async function begin(prepared: Prepared, id: string): Promise<{ revision: string; written: Written }> {
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
        annotations: withRecords(service.annotations, { rollout: newRollout(prepared, id, revision, {}) }),
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
      const lost = rolloutOf(now);
      const tags = await keptTags(site, now, prepared.tag, lost?.keepTag ? undefined : lost?.tag);
      if (prepared.tag) tags.push({ tag: prepared.tag, revision });
      const next = desired && current ? withEarlyFields(now, current, desired.service) : now;
      return {
        ...next,
        ...(candidate.kind === 'new' && desired && { template: { ...desired.template, revision } }),
        traffic: planTraffic({ baseline: prepared.baseline, candidate: revision, percent: 0, tags }),
        annotations: withRecords(now.annotations, {
          rollout: newRollout(prepared, id, revision, now),
          ...(prepared.hold && { hold: prepared.hold }),
        }),
      };
    },
  });
  return { revision: rolloutOf(written.service)?.candidate ?? revision, written };
}

/** Throws `StaleError` if what preflight decided by is no longer so. */
function checkUnchanged({ current, holdBefore }: Prepared, now: Service): void {
  checkNoNewHold(now, holdBefore);
  const same =
    // What moves still, although preflight has waited for it, has not begun to move since.
    (!isMoving(now) || (isMoving(current ?? {}) && sameShares(askedFor(current ?? {}), askedFor(now)))) &&
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

/** `now` is the service before this write. */
function newRollout(prepared: Prepared, id: string, candidate: string, now: Service): Rollout {
  const { context } = prepared.site;
  const { kind, commit, baseline, tag, keepTag, holdBefore } = prepared;
  // What was asked for last may still come into effect for a moment, before what this write asks for does.
  const shares = [...serving(now), ...(now.reconciling ? askedFor(now) : [])];
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
  };
}
