/** Describes the live state of a target, and what would block a release to it. Pure. */

import { freezeOn } from '../../../src/freeze/freeze.ts';
import { shortCommit } from '../../../src/github/commit.ts';
import { undecidedCanary } from '../../../src/records/canaries.ts';
import { describeServiceHold, holdOf, type ReadService } from '../../../src/records/holds.ts';
import { liveRelease, servingRevisions } from '../../../src/records/live-release.ts';
import {
  describeSiteHold,
  describeStaged,
  type SitePlace,
  type SiteState,
  siteLabel,
} from '../../../src/records/sites.ts';
import type { Clock } from '../../../src/runtime/clock.ts';

export interface LiveRow {
  /** `web in us-central1`, or `site shop in gs://acme-site/`. */
  readonly name: string;
  /** Revisions, or the release of a site; undefined if nothing is live yet. */
  readonly serves: string | undefined;
  /** Undefined where nothing records it. */
  readonly commit: string | undefined;
  /** What would stop or delay a release, a sentence each. */
  readonly stops: readonly string[];
}

/** `clock` is Google's. */
export function describeLiveService({ name: full, resource }: ReadService, clock: Pick<Clock, 'now'>): LiveRow {
  const [, , , region, , service] = full.split('/');
  const name = `${service} in ${region}`;
  if (!resource) return { name, serves: undefined, commit: undefined, stops: [] };
  const hold = holdOf(resource);
  const canary = undecidedCanary(full, resource);
  const frozen = freezeOn(resource, [], clock);
  return {
    name,
    serves: servingRevisions(resource).join(', ') || undefined,
    commit: liveRelease(resource)?.commit || undefined,
    stops: [
      ...(hold ? [`${name} is on hold. ${describeServiceHold(hold)}`] : []),
      ...(canary === undefined ? [] : [`The canary of ${shortCommit(canary.commit)} on ${name} is undecided.`]),
      ...(frozen === undefined ? [] : [`${name}: ${frozen}`]),
    ],
  };
}

export function describeLiveSite(site: SitePlace, state: SiteState | undefined, commit: string | undefined): LiveRow {
  const name = siteLabel(site);
  return {
    name,
    serves: state?.current,
    commit,
    stops: [
      ...(state?.hold ? [`The ${name} is on hold: ${describeSiteHold(state.hold)}.`] : []),
      ...(state?.staged ? [`The ${name}: ${describeStaged(state.staged)}`] : []),
    ],
  };
}
