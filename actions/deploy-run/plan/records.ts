/**
 * Records on the service, which every later run, `post` and a re-run on another machine
 * read: the rollout in progress, the releases that passed their health checks, and the hold of a rollback. They are JSON annotations.
 */

import { shortCommit } from '../../../src/github/commit.ts';
import type { Json, Revision } from '../../../src/google/run/resources.ts';
import { ANNOTATION_PREFIX, type Annotated, COMMIT_LABEL, readAnnotation } from '../../../src/records/annotations.ts';
import { HOLD_ANNOTATION, type ServiceHold } from '../../../src/records/holds.ts';
import type { CanaryRecord, WaitingCommit } from './release/canary-record.ts';

const ROLLOUT = `${ANNOTATION_PREFIX}rollout`;
const RELEASES = `${ANNOTATION_PREFIX}releases`;
const NEXT = `${ANNOTATION_PREFIX}next`;
export const MANAGED_BY = { 'managed-by': 'github-actions' } as const;
/** Number of recorded releases. Cloud Run itself keeps 1,000 revisions. */
export const KEPT_RELEASES = 30;

/** `web-1`, or `web-1 (90 %) and web-2 (10 %)`. */
export const listShares = (shares: readonly TrafficShare[]): string =>
  shares.map(({ revision, percent }) => (percent === 100 ? revision : `${revision} (${percent} %)`)).join(' and ') ||
  'nothing';

/** `web-1 serves web in us-central1`. */
export const describeServing = (
  shares: readonly TrafficShare[],
  { service, region }: { readonly service: string; readonly region: string },
): string => `${listShares(shares)} ${shares.length > 1 ? 'serve' : 'serves'} ${service} in ${region}`;

/** A revision and its share of the requests, in percent. */
export interface TrafficShare {
  readonly revision: string;
  readonly percent: number;
}

/** A rollout in progress. The run whose record is on the service owns its traffic; all others stop. */
export interface RolloutRecord {
  /** Unique for each start of the action. */
  readonly id: string;
  readonly kind: 'deploy' | 'rollback';
  readonly commit: string;
  readonly candidate: string;
  /** The tag under which the candidate is probed, if it has one; it is removed at the end unless `keepTag`. */
  readonly tag?: string;
  readonly keepTag?: boolean;
  /** The baseline: live revisions before, restored on failure. Empty if no revision ever passed its health checks. */
  readonly baseline: readonly TrafficShare[];
  /** The live revisions at the beginning, if they are not the baseline: a lost rollout left them. */
  readonly found?: readonly string[];
  /** Number of writes of this rollout, to find out whether a write with a lost response was executed. */
  readonly write: number;
  readonly runUrl: string;
  readonly actor: string;
  readonly startedAt: string;
  /** The hold before this rollout, or before an interrupted rollback that this one took over. A failed rollback restores it. */
  readonly holdBefore?: ServiceHold;
  /** Set if the rollout is that of a member of a release. */
  readonly release?: ReleaseClaim;
}

/** A release of several services (or regions): its members, and everything that a run needs to finish this member. */
export interface ReleaseClaim {
  /** Newer formats are refused. */
  readonly format: typeof RELEASE_FORMAT | typeof CANARY_FORMAT | typeof LATER_JOBS_FORMAT;
  /** Keys of all members (see `memberKey`). The first is the lead, whose record has the decision. */
  readonly members: readonly string[];
  /** Only on the lead: the release is aborted. Without it the release is undecided while the record exists. */
  readonly aborted?: true;
  /** Only on the lead: a canary whose steps outlast the run. */
  readonly canary?: CanaryRecord;
  readonly end: MemberEnd;
}

/** Changes in the last write of a member besides its traffic. */
export type MemberEnd =
  | {
      readonly kind: 'deploy';
      readonly image: string;
      /** Settings that affect live revisions, before and after. */
      readonly before: Json;
      readonly after: Json;
      readonly releasesHold?: true;
      /** Whether the service then allows unauthenticated invocations; absent means unchanged. */
      readonly access?: boolean;
      /** The revision that was live before our first deploy, to be recorded as a release. */
      readonly found?: RecordedRelease;
    }
  | { readonly kind: 'rollback'; readonly reason: string };

export const RELEASE_FORMAT = 2;
/** Format of all members of a release whose canary outlasts its run. Versions that cannot continue it refuse it. */
export const CANARY_FORMAT = 3;
/** Format of a canary whose plan has later jobs, which earlier versions would skip. */
export const LATER_JOBS_FORMAT = 4;

/** A member of a combination that was live. */
export interface RecordedMember {
  readonly revision: string;
  /** The revision that had all traffic before, if any. */
  readonly before?: string;
}

/** A revision that passed its health checks and had all traffic, or one of another tool that was live before our first deploy. */
export interface RecordedRelease {
  readonly revision: string;
  /** `''` if another tool deployed it. */
  readonly commit: string;
  readonly image: string;
  readonly at: string;
  readonly runUrl: string;
  /** Id of the rollout, to find out whether a write with a lost response was executed. */
  readonly rollout: string;
  /** Reason of a rollback from this release. `previous` skips such a release. */
  readonly withdrawn?: string;
  /** On the lead of a release of several services: the combination that was live, by member key. */
  readonly members?: Readonly<Record<string, RecordedMember>>;
  /** On the other members: the key of their lead. */
  readonly lead?: string;
  /** On the lead: the last rollback of several services that returned to this release. */
  readonly restoredBy?: { readonly id: string; readonly members: readonly string[] };
}

/** The live revision of another tool as a release; undefined if it is recorded or was created by deploy-run. */
export function foundRelease(service: Annotated, live: Revision | undefined): RecordedRelease | undefined {
  const revision = live?.name?.slice(live.name.lastIndexOf('/') + 1);
  if (!live || !revision || rolloutOf(service)) return undefined;
  if (releasesOf(service).some((release) => release.revision === revision)) return undefined;
  return {
    revision,
    commit: /^[0-9a-f]{40}$/.exec(live.labels?.[COMMIT_LABEL] ?? '')?.[0] ?? '',
    image: live.containers?.[0]?.image ?? '',
    at: live.createTime ?? '',
    runUrl: '',
    rollout: '',
  };
}

export const rolloutOf = (service: Annotated | undefined): RolloutRecord | undefined =>
  readAnnotation<RolloutRecord>(
    service,
    ROLLOUT,
    (value) => typeof value.id === 'string' && Array.isArray(value.baseline),
  );

/** `The deploy of 0123456789ab by ann (https://…)`. */
export const describeRollout = ({ kind, commit, actor, runUrl }: RolloutRecord): string =>
  `The ${kind} of ${shortCommit(commit)} by ${actor || 'another run'} (${runUrl})`;

/** The commit that waits until the canary on this service is decided. */
export const waitingOn = (service: Annotated | undefined): WaitingCommit | undefined =>
  readAnnotation<WaitingCommit>(service, NEXT, (value) => typeof value.commit === 'string');

/** Oldest first. */
export const releasesOf = (service: Annotated | undefined): readonly RecordedRelease[] =>
  readAnnotation<RecordedRelease[] & Json>(service, RELEASES, (value) => Array.isArray(value)) ?? [];

/** The annotations with records set; `null` removes a record, absent keeps it. */
export function withRecords(
  annotations: Readonly<Record<string, string>> | undefined,
  records: {
    rollout?: RolloutRecord | null;
    releases?: readonly RecordedRelease[];
    hold?: ServiceHold | null | undefined;
    next?: WaitingCommit | null;
  },
): Record<string, string> {
  const result = { ...annotations };
  const put = (key: string, value: object | null | undefined) => {
    if (value === null) delete result[key];
    else if (value !== undefined) result[key] = JSON.stringify(value);
  };
  put(ROLLOUT, records.rollout);
  put(RELEASES, records.releases?.slice(-KEPT_RELEASES));
  put(HOLD_ANNOTATION, records.hold);
  put(NEXT, records.next);
  return result;
}
