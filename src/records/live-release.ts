/** What deploy-run recorded of the revision that has all traffic of a service or worker pool. Pure. */
import { shortCommit } from '../github/commit.ts';
import type { InstanceSplit, Json, TrafficTarget } from '../google/run/resources.ts';
import { shortName } from '../google/run/revisions.ts';
import { ANNOTATION_PREFIX, type Annotated, readAnnotation } from './annotations.ts';

/** The parts of a release that other actions read. */
export interface LiveRelease {
  readonly revision: string;
  /** `''` if another tool deployed it. */
  readonly commit: string;
  /** By digest; the revision may name the image of one platform. */
  readonly image: string;
  /** Id of the rollout that released it. */
  readonly rollout?: string;
  readonly withdrawn?: string;
}

/** A service or a worker pool, as far as its traffic tells. */
export interface WithTraffic extends Annotated {
  readonly traffic?: TrafficTarget[];
  readonly trafficStatuses?: TrafficTarget[];
  readonly instanceSplits?: InstanceSplit[];
  readonly instanceSplitStatuses?: InstanceSplit[];
  readonly latestReadyRevision?: string;
}

/** Oldest first. */
export const recordedReleases = (resource: Annotated): readonly LiveRelease[] =>
  readAnnotation<LiveRelease[] & Json>(resource, `${ANNOTATION_PREFIX}releases`, Array.isArray) ?? [];

/** The newest release of the revision that has all requests; undefined where several have some, and for one that is not recorded. */
export function liveRelease(resource: WithTraffic): LiveRelease | undefined {
  const [revision, ...others] = servingRevisions(resource);
  if (others.length > 0) return undefined;
  return recordedReleases(resource).findLast((release) => release.revision === revision);
}

/** Names of the revisions that have requests now. */
export const servingRevisions = (resource: WithTraffic): string[] =>
  revisionsOf(resource, resource.trafficStatuses ?? resource.instanceSplitStatuses);

function revisionsOf(
  { latestReadyRevision = '' }: WithTraffic,
  targets: readonly (TrafficTarget | InstanceSplit)[] = [],
): string[] {
  const shares = targets.filter(({ percent = 0 }) => percent > 0);
  return [...new Set(shares.map(({ revision }) => shortName(revision || latestReadyRevision)))];
}

/** Why a release of this commit does not have all traffic, as part of a sentence; undefined if it has, without a rollout in progress. */
export function unreleased(resource: WithTraffic | undefined, commit: string): string | undefined {
  if (!resource) return 'does not exist';
  if (resource.annotations?.[`${ANNOTATION_PREFIX}rollout`] !== undefined) return 'has a rollout that has not ended';
  const live = liveRelease(resource);
  const requested = revisionsOf(resource, resource.traffic ?? resource.instanceSplits);
  if (!live || requested.length !== 1 || requested[0] !== live.revision)
    return 'has no release of deploy-run with all its traffic';
  if (live.withdrawn !== undefined || live.commit !== commit)
    return `is on ${live.revision}, which is commit ${shortCommit(live.commit) || 'unknown'}`;
  return undefined;
}
