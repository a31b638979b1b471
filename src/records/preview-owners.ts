/**
 * Which repository a preview tag is of: services may be shared, and pull requests of two repositories have the same numbers.
 * Recorded on the service, in the write that sets the tag. Version 1.0 recorded none: any repository can use such a tag. Pure.
 */
import type { Service } from '../google/run/resources.ts';
import { InputError } from '../runtime/errors.ts';
import { ANNOTATION_PREFIX, readAnnotation } from './annotations.ts';
import { isOwnRevision } from './revision-names.ts';

/** Annotation: JSON, tag → `OWNER/REPOSITORY`. */
const PREVIEWS = `${ANNOTATION_PREFIX}previews`;
/** Annotation: `OWNER/REPOSITORY` whose preview made the service. Version 1.0 wrote none, and users make services without it. */
const PREVIEW_SERVICE = `${ANNOTATION_PREFIX}preview-service`;

type TagOwners = Readonly<Record<string, string>>;

/** Who wants to set or remove a tag. */
export interface TagClaim {
  readonly tag: string;
  /** `OWNER/REPOSITORY`; empty outside of GitHub. */
  readonly repository: string;
  /** True to take the tag of another repository. */
  readonly force: boolean;
}

const recordedOwners = (service: Service): TagOwners =>
  readAnnotation<TagOwners>(service, PREVIEWS, (value) => !Array.isArray(value)) ?? {};

/** Requested or in effect. */
const targetsOf = ({ traffic = [], trafficStatuses = [] }: Service) => [...traffic, ...trafficStatuses];

/** The owners of the tags that the service has. */
function ownersOf(service: Service): TagOwners {
  const tags = new Set(targetsOf(service).map(({ tag }) => tag));
  return Object.fromEntries(Object.entries(recordedOwners(service)).filter(([tag]) => tags.has(tag)));
}

const ownerOf = (service: Service, tag: string): string | undefined =>
  Object.entries(ownersOf(service)).find(([name]) => name === tag)?.[1];

/** False for the tag of another repository; a tag without owner belongs to any. */
export const isTagOf = (service: Service, tag: string, repository: string): boolean =>
  (ownerOf(service, tag) ?? repository).toLowerCase() === repository.toLowerCase();

/** The repository that has the tag, if the claim does not cover it: it is another one, and the claim does not take tags of others. */
export const otherOwner = (service: Service, { tag, repository, force }: TagClaim): string | undefined =>
  force || isTagOf(service, tag, repository) ? undefined : ownerOf(service, tag);

/** Throws `InputError` for the tag of another repository. */
export function checkTagOwner(service: Service, claim: TagClaim): void {
  const { tag, repository } = claim;
  const owner = otherOwner(service, claim);
  if (owner === undefined) return;
  throw new InputError([
    {
      subject: 'Input tag',
      message: `${tag} is a preview of the repository ${owner}, but this run belongs to ${repository || 'no repository'}. Nothing was changed. Deploy to another service, choose another tag, or take this one over with force: true.`,
    },
  ]);
}

/** The annotations with the tag as a preview of its repository. */
export const withTagOwner = (service: Service, { tag, repository }: TagClaim): Record<string, string> =>
  withOwners(service, { ...ownersOf(service), ...(repository && { [tag]: repository }) });

/** The annotations without the tags. */
export const withoutTagOwners = (service: Service, tags: readonly string[]): Record<string, string> =>
  withOwners(service, Object.fromEntries(Object.entries(ownersOf(service)).filter(([tag]) => !tags.includes(tag))));

/** The annotations of a service that this preview makes. */
export const asPreviewService = (service: Service, claim: TagClaim): Record<string, string> => ({
  ...withTagOwner(service, claim),
  ...(claim.repository && { [PREVIEW_SERVICE]: claim.repository }),
});

/**
 * True once another tool or user has worked with a service that a preview created: it has another manager, a revision that deploy-run
 * did not create, or has lost a tag that a preview recorded.
 */
function isTakenOver(service: Service): boolean {
  const targets = targetsOf(service);
  const revisions = [service.latestCreatedRevision, ...targets.map(({ revision }) => revision)];
  return (
    service.labels?.['managed-by'] !== 'github-actions' ||
    revisions.some((name) => name && !isOwnRevision(name)) ||
    Object.keys(recordedOwners(service)).some((name) => targets.every(({ tag }) => tag !== name))
  );
}

/** True for a service that a preview created and only previews used, with no tags and no other records: it can be deleted. */
export const isLeftOver = (service: Service): boolean =>
  service.annotations?.[PREVIEW_SERVICE] !== undefined &&
  !isTakenOver(service) &&
  (service.traffic ?? []).every(({ tag }) => !tag) &&
  !['releases', 'rollout', 'hold', 'next', 'freeze'].some(
    (record) => service.annotations?.[`${ANNOTATION_PREFIX}${record}`] !== undefined,
  );

/** Tags that previews of the repository recorded, of any pull request. */
export const tagsOwnedBy = (service: Service, repository: string): string[] =>
  Object.entries(ownersOf(service))
    .filter(([, owner]) => owner.toLowerCase() === repository.toLowerCase())
    .map(([tag]) => tag);

/** A service that was taken over is no longer one of a preview, whatever becomes of its tags and traffic. */
function withOwners(service: Service, owners: TagOwners): Record<string, string> {
  const { [PREVIEWS]: _, ...annotations } = service.annotations ?? {};
  if (isTakenOver(service)) delete annotations[PREVIEW_SERVICE];
  return Object.keys(owners).length === 0 ? annotations : { ...annotations, [PREVIEWS]: JSON.stringify(owners) };
}
