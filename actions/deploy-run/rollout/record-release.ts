/** The records of a service after a successful rollout. */
import type { Service } from '../../../src/google/run/resources.ts';
import { releasesOf, withRecords } from '../plan/records.ts';
import { planReleasesAfter, type ReleaseEnd, type RolloutPlan } from '../plan/rollout-plan.ts';
import type { RegionalService } from '../service/regional-service.ts';

/** A rollout that has succeeded. */
export interface SucceededRollout {
  readonly plan: Pick<RolloutPlan, 'releaseChange' | 'commit'>;
  /** Short name of the revision that has all traffic. */
  readonly revision: string;
  /** Of a release of several services. */
  readonly release: ReleaseEnd | undefined;
  /** Whether the hold is released with it. */
  readonly releasesHold: boolean;
}

/** Returns `annotations` without the record of the rollout and with its release. `now` is the service that was read. */
export const withRelease = (
  { context: { clock } }: RegionalService,
  now: Service,
  annotations: Service['annotations'],
  { plan, revision, release, releasesHold }: SucceededRollout,
): Record<string, string> =>
  withRecords(annotations, {
    rollout: null,
    releases: planReleasesAfter(plan, releasesOf(now), revision, new Date(clock.now()).toISOString(), release),
    ...(releasesHold && { hold: null }),
  });
