/** The last write of a member whose release was committed, by a run that has only its record: `post`, or a later run. */
import type { Service } from '../../../src/google/run/resources.ts';
import { COMMIT_LABEL } from '../../../src/records/annotations.ts';
import { withLateFields } from '../plan/desired-service.ts';
import { type MemberEnd, type RecordedRelease, type RolloutRecord, releasesOf, rolloutOf } from '../plan/records.ts';
import { decisionOf } from '../plan/release/decision.ts';
import type { ReleaseChange, ReleaseEnd } from '../plan/rollout-plan.ts';
import { planTraffic } from '../plan/traffic.ts';
import { writeService } from '../service/fenced-write.ts';
import type { RegionalService } from '../service/regional-service.ts';
import { keptTags } from '../service/tags.ts';
import { withRelease } from './record-release.ts';

/**
 * Records the success of the release `id` on a member, and gives its candidate all traffic. A member without this record is
 * not changed. On the lead this is the commit: `lead` has the combination that is live from then on, if there is more than one member, and
 * a check that is part of the write.
 */
export async function finishMember(
  regional: RegionalService,
  id: string,
  lead?: { readonly check: (now: Service) => void; readonly members?: ReleaseEnd['members'] },
): Promise<Service> {
  const { service } = await writeService(regional, {
    landed: (now) => (lead ? decisionOf(now, id) === 'committed' : rolloutOf(now)?.id !== id),
    plan: async (now) => {
      const record = rolloutOf(now);
      const end = record?.release?.end;
      lead?.check(now);
      if (record?.id !== id || !end) return undefined;
      const { candidate, commit, tag, keepTag } = record;
      const [leadKey, ...others] = record.release?.members ?? [];
      const next = end.kind === 'deploy' ? withLateFields(now, end.before, end.after) : now;
      return {
        ...next,
        traffic: planTraffic({
          baseline: [],
          candidate,
          percent: 100,
          tags: await keptTags(regional, now, keepTag ? undefined : tag),
        }),
        ...(end.kind === 'rollback' && { labels: { ...now.labels, [COMMIT_LABEL]: commit } }),
        annotations: withRelease(regional, now, next.annotations, {
          plan: { commit, releaseChange: changeOf(record, end, releasesOf(now)) },
          revision: candidate,
          release: {
            id,
            ...(lead ? lead.members && { members: lead.members } : leadKey && others.length > 0 && { lead: leadKey }),
          },
          releasesHold: end.kind === 'deploy' && end.releasesHold === true,
        }),
      };
    },
  });
  return service;
}

function changeOf(record: RolloutRecord, end: MemberEnd, releases: readonly RecordedRelease[]): ReleaseChange {
  if (end.kind === 'deploy') {
    const { image, found } = end;
    return { kind: 'add', image, runUrl: record.runUrl, rollout: record.id, ...(found && { found }) };
  }
  const position = releases.findLastIndex(({ revision }) => revision === record.candidate);
  const withdrawn = position < 0 ? [] : releases.slice(position + 1);
  const target = {
    revision: record.candidate,
    release: releases[position],
    withdrawn: withdrawn.filter(({ revision }) => revision !== record.candidate),
    others: [],
  };
  return { kind: 'withdraw', target, reason: end.reason };
}
