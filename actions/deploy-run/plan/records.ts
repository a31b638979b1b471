/**
 * What the action writes down on the service itself, so that every later run, `post` and a re-run on another machine know
 * it: the rollout in flight, the releases that passed their health checks, and the hold that a rollback sets. Annotations hold JSON.
 */

import type { Json, Revision } from '../../../src/google/run/resources.ts';
import { ANNOTATION_PREFIX, type Annotated, COMMIT_LABEL, readAnnotation } from '../../../src/records/annotations.ts';
import { HOLD_ANNOTATION, type ServiceHold } from '../../../src/records/holds.ts';
import type { CanaryRecord, WaitingCommit } from './release/canary-record.ts';

const ROLLOUT = `${ANNOTATION_PREFIX}rollout`;
const RELEASES = `${ANNOTATION_PREFIX}releases`;
const NEXT = `${ANNOTATION_PREFIX}next`;
/** Paths that the last manifest named, so that what a manifest no longer names can be taken away. */
export const NAMED = `${ANNOTATION_PREFIX}named`;
export const MANAGED_BY = { 'managed-by': 'github-actions' } as const;
/** How many releases are remembered. Cloud Run itself keeps 1,000 revisions. */
export const KEPT_RELEASES = 30;

/** `web-1`, or `web-1 (90 %) and web-2 (10 %)`. */
export const listShares = (shares: readonly TrafficShare[]): string =>
  shares.map(({ revision, percent }) => (percent === 100 ? revision : `${revision} (${percent} %)`)).join(' and ') ||
  'nothing';

/** A revision and its share of the requests, in percent. */
export interface TrafficShare {
  readonly revision: string;
  readonly percent: number;
}

/** A rollout in flight. Whoever's record stands on the service owns its traffic; all others stop. */
export interface RolloutRecord {
  /** Unique for each start of the action. */
  readonly id: string;
  readonly kind: 'deploy' | 'rollback';
  readonly commit: string;
  readonly candidate: string;
  /** The tag under which the candidate is probed, if it has one; it is removed at the end unless `keepTag`. */
  readonly tag?: string;
  readonly keepTag?: boolean;
  /** What served before, and serves again if this fails. Empty: nothing that ever passed its health checks. */
  readonly baseline: readonly TrafficShare[];
  /** What was found to serve at the beginning, where that is not the baseline: the remains of a rollout that was lost. */
  readonly found?: readonly string[];
  /** Counts the writes of this rollout, so that a lost answer can be read back. */
  readonly write: number;
  readonly runUrl: string;
  readonly actor: string;
  readonly startedAt: string;
  /** The hold before this rollout, to be put back if it fails. */
  readonly holdBefore?: ServiceHold;
  /** Where the rollout is that of one member of a release. */
  readonly release?: ReleaseClaim;
}

/** A release of several services (or regions): which they are, and what any run needs to bring this member to its end. */
export interface ReleaseClaim {
  /** A newer one is refused by this version. */
  readonly format: typeof RELEASE_FORMAT | typeof CANARY_FORMAT | typeof LATER_JOBS_FORMAT;
  /** Keys of all members (see `memberKey`). The first is the lead, whose record decides. */
  readonly members: readonly string[];
  /** On the lead alone: the release goes back. Without it, while the record stands, the release is undecided. */
  readonly aborted?: true;
  /** On the lead alone: a canary whose steps outlast the run. */
  readonly canary?: CanaryRecord;
  readonly end: MemberEnd;
}

/** What the last write of a member sets besides its traffic. */
export type MemberEnd =
  | {
      readonly kind: 'deploy';
      readonly image: string;
      /** Settings that take effect for the old revision, too, as they were and as they shall be. */
      readonly before: Json;
      readonly after: Json;
      readonly releasesHold?: true;
      /** Whether the service allows unauthenticated invocations from then on; absent leaves it. */
      readonly access?: boolean;
      /** What served before our first deploy, to be recorded as a release. */
      readonly found?: RecordedRelease;
    }
  | { readonly kind: 'rollback'; readonly reason: string };

export const RELEASE_FORMAT = 2;
/** Of all members of a release whose canary outlasts its run: versions that cannot continue it refuse it. */
export const CANARY_FORMAT = 3;
/** Of a canary whose plan has later jobs; versions before would leave them out. */
export const LATER_JOBS_FORMAT = 4;

/** A member of a combination that ran. */
export interface RecordedMember {
  readonly revision: string;
  /** What served it alone before, if one revision did. */
  readonly before?: string;
}

/** A revision that passed its health checks and took all requests, or one of another tool that served when we came. */
export interface RecordedRelease {
  readonly revision: string;
  /** `''` if another tool deployed it. */
  readonly commit: string;
  readonly image: string;
  readonly at: string;
  readonly runUrl: string;
  /** Id of the rollout, so that a lost answer can be read back. */
  readonly rollout: string;
  /** Why it was rolled back from; such a release is not what `previous` means. */
  readonly withdrawn?: string;
  /** On the lead of a release of several services: the combination that ran, by member key. */
  readonly members?: Readonly<Record<string, RecordedMember>>;
  /** On the other members: the key of their lead. */
  readonly lead?: string;
  /** On the lead: the last rollback of several services that returned to this release. */
  readonly restoredBy?: { readonly id: string; readonly members: readonly string[] };
}

/** The live revision of another tool as a release; undefined for one that is recorded, or that a rollout of ours made. */
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

/** The commit that waits until the canary on this service is decided. */
export const waitingOn = (service: Annotated | undefined): WaitingCommit | undefined =>
  readAnnotation<WaitingCommit>(service, NEXT, (value) => typeof value.commit === 'string');

/** Oldest first. */
export const releasesOf = (service: Annotated | undefined): readonly RecordedRelease[] =>
  readAnnotation<RecordedRelease[] & Json>(service, RELEASES, (value) => Array.isArray(value)) ?? [];

/** The annotations with records put in; `null` takes one away, absent leaves it. */
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
