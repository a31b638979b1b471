/** The undecided canary of deploy-run on a service, as other actions read it. */
import { ANNOTATION_PREFIX, type Annotated, readAnnotation } from './annotations.ts';
import { recordedReleases } from './live-release.ts';

interface RolloutWithCanary {
  readonly id?: string;
  readonly commit?: string;
  readonly release?: { readonly aborted?: true; readonly format?: number; readonly members?: readonly string[] };
}

/** A canary of hours or days that is neither promoted nor restored. */
export interface UndecidedCanary {
  readonly commit: string;
  /** Id of its release. */
  readonly release: string;
  /** Full name of the service that has the record of its decision. */
  readonly lead: string;
}

const rolloutOn = (resource: Annotated | undefined): RolloutWithCanary | undefined =>
  readAnnotation<RolloutWithCanary>(resource, `${ANNOTATION_PREFIX}rollout`, () => true);

/** The undecided canary on the service or worker pool of this full name; all its members carry a record of this format. */
export function undecidedCanary(name: string, resource: Annotated | undefined): UndecidedCanary | undefined {
  const { id = '', commit, release } = rolloutOn(resource) ?? {};
  if (commit === undefined || (release?.format ?? 0) < 3 || release?.aborted) return undefined;
  const [lead] = release?.members ?? [];
  // A member is `REGION/services/NAME`, of the project of this service.
  const place = name.split('/').slice(0, 3).join('/');
  return { commit, release: id, lead: lead === undefined ? name : `${place}/${lead}` };
}

export type CanaryDecision = 'undecided' | 'promoted' | 'restored';

/** The result of the canary with this release, from its lead. A canary that was promoted and rolled back counts as restored. */
export function canaryDecision(lead: Annotated | undefined, release: string): CanaryDecision {
  const rollout = rolloutOn(lead);
  if (rollout?.id === release) return rollout.release?.aborted ? 'restored' : 'undecided';
  const recorded = lead && recordedReleases(lead).find(({ rollout: id }) => id === release);
  return recorded && recorded.withdrawn === undefined ? 'promoted' : 'restored';
}
