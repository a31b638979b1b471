/** The plan for a service in one region, made by preflight: a plain value that the rollout executes. */
import type { RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import type { Change } from '../../../src/manifest/index.ts';
import type { ServiceHold } from '../../../src/records/holds.ts';
import type { TagClaim } from '../../../src/records/preview-owners.ts';
import type { CandidatePlan } from './candidate.ts';
import type { DesiredService } from './desired-service.ts';
import type { AcceptedDigests } from './image-digests.ts';
import type { RecordedMember, RecordedRelease, TrafficShare } from './records.ts';
import { planReleasesAfterRollback, type RollbackTarget } from './rollback-target.ts';
import type { ServingTemplate } from './serving-template.ts';

export interface RolloutPlan {
  readonly kind: 'deploy' | 'rollback';
  readonly service: ServiceIdentity;
  /** The service that was read; undefined for one to be created. */
  readonly current: Service | undefined;
  readonly base: ServingTemplate | undefined;
  /** Live revisions when the plan was made. */
  readonly serving: readonly TrafficShare[];
  /** Traffic that a failure restores. */
  readonly baseline: readonly TrafficShare[];
  readonly candidate: CandidatePlan;
  /** The desired service; undefined for a rollback, which changes only traffic. */
  readonly desired: DesiredService | undefined;
  /** Differences to the deployed service, as paths of the manifest. */
  readonly changes: readonly Change[];
  /** Settings of the live service that this deploy leaves as they are. */
  readonly leftAlone: readonly string[];
  /** Configuration of the candidate. */
  readonly template: RevisionTemplate;
  readonly accepted: AcceptedDigests;
  /** Tag under which the candidate is probed. */
  readonly tag: string | undefined;
  readonly keepTag: boolean;
  /** Repository that owns the tag; undefined unless `keepTag`. */
  readonly claim: TagClaim | undefined;
  readonly commit: string;
  /** The hold that stood when the rollout began. */
  readonly holdBefore: ServiceHold | undefined;
  /** The hold that the rollout sets, `null` to release it, undefined to leave it. */
  readonly hold: ServiceHold | null | undefined;
  readonly releaseChange: ReleaseChange;
  readonly allowUnauthenticated: boolean | undefined;
  /** Sentences for log and summary: forced, hold released, settings that are not applied. */
  readonly notes: readonly string[];
}

/** The service of a plan. */
export interface ServiceIdentity {
  readonly kind: 'Service' | 'WorkerPool';
  readonly project: string;
  readonly region: string;
  /** Short name. */
  readonly service: string;
  /** `projects/P/locations/L/services/S`. */
  readonly name: string;
}

/** Change of the recorded releases after a success. */
export type ReleaseChange =
  /** A deploy adds its revision. `rollout` is the id of the rollout. */
  | {
      readonly kind: 'add';
      readonly image: string;
      readonly runUrl: string;
      readonly rollout: string;
      /** The live revision that another tool deployed, so that `rollback-to: previous` finds it. */
      readonly found?: RecordedRelease;
    }
  /** A rollback withdraws the releases after its target. */
  | { readonly kind: 'withdraw'; readonly target: RollbackTarget; readonly reason: string };

/** True if no live revision passed its health checks: all traffic goes to the candidate from the start. */
export const isFirst = ({ baseline }: Pick<RolloutPlan, 'baseline'>): boolean => baseline.length === 0;

/** The record about the release in a member's last write. */
export interface ReleaseEnd {
  readonly id: string;
  /** Only on the lead: the combination that is live from now on. */
  readonly members?: Readonly<Record<string, RecordedMember>>;
  /** On the others: the key of the lead. */
  readonly lead?: string;
}

/**
 * The releases to record after a success, given those recorded by then. `at` is the time of the success in RFC 3339. On the lead
 * of a release of several services the entry is the decision, so there is one after a rollback, too.
 */
export function planReleasesAfter(
  { releaseChange: change, commit }: Pick<RolloutPlan, 'releaseChange' | 'commit'>,
  before: readonly RecordedRelease[],
  revision: string,
  at: string,
  release?: ReleaseEnd,
): readonly RecordedRelease[] {
  const members = release?.members;
  if (change.kind === 'add') {
    const { image, runUrl, rollout, found } = change;
    const known = before.some((entry) => entry.revision === found?.revision) || found?.revision === revision;
    const lead = release?.lead;
    const entry = { revision, commit, image, at, runUrl, rollout, ...(members && { members }), ...(lead && { lead }) };
    return [...before, ...(found && !known ? [found] : []), entry];
  }
  const after = planReleasesAfterRollback(before, change.target, change.reason);
  if (!release || !members) return after;
  const restoredBy = { id: release.id, members: Object.keys(members) };
  const position = after.findLastIndex((entry) => entry.revision === revision);
  if (position >= 0) return after.with(position, { ...(after[position] as RecordedRelease), restoredBy });
  return [...after, { revision, commit, image: '', at, runUrl: '', rollout: release.id, restoredBy }];
}
