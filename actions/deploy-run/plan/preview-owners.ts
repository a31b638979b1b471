/**
 * Which repository a preview tag is of: services may be shared, and pull requests of two repositories have the same numbers.
 * Recorded on the service itself, in the write that sets the tag. Version 1.0 recorded none: such a tag is anyone's. Pure.
 */
import type { Service } from '../../../src/google/run/resources.ts';
import { ANNOTATION_PREFIX, readAnnotation } from '../../../src/records/annotations.ts';
import { InputError } from '../../../src/runtime/errors.ts';

/** Annotation: JSON, tag → `OWNER/REPOSITORY`. */
const PREVIEWS = `${ANNOTATION_PREFIX}previews`;

type TagOwners = Readonly<Record<string, string>>;

/** Who wants to set or remove a tag. */
export interface TagClaim {
  readonly tag: string;
  /** `OWNER/REPOSITORY`; empty outside of GitHub. */
  readonly repository: string;
  /** True to take the tag of another repository. */
  readonly force: boolean;
}

/** The owners of the tags that the service has. */
function ownersOf(service: Service): TagOwners {
  const owners = readAnnotation<TagOwners>(service, PREVIEWS, (value) => !Array.isArray(value)) ?? {};
  const targets = [...(service.traffic ?? []), ...(service.trafficStatuses ?? [])];
  const tags = new Set(targets.map(({ tag }) => tag));
  return Object.fromEntries(Object.entries(owners).filter(([tag]) => tags.has(tag)));
}

const ownerOf = (service: Service, tag: string): string | undefined =>
  Object.entries(ownersOf(service)).find(([name]) => name === tag)?.[1];

/** False for the tag of another repository; one without an owner is anyone's. */
export const isTagOf = (service: Service, tag: string, repository: string): boolean =>
  (ownerOf(service, tag) ?? repository).toLowerCase() === repository.toLowerCase();

/** Throws `InputError` for the tag of another repository. `input` is the one that names the tag. */
export function checkTagOwner(service: Service, claim: TagClaim, input: 'tag' | 'remove-tag'): void {
  const { tag, repository, force } = claim;
  const owner = ownerOf(service, tag);
  if (force || isTagOf(service, tag, repository)) return;
  const way =
    input === 'tag' ? 'Choose another tag, or take this one over with force: true' : 'To remove it, give force: true';
  throw new InputError([
    {
      subject: `Input ${input}`,
      message: `${tag} is a preview of the repository ${owner}, and this run is of ${repository || 'no repository'}. Nothing was changed. ${way}.`,
    },
  ]);
}

/** The annotations with the tag as a preview of its repository. */
export const withTagOwner = (service: Service, { tag, repository }: TagClaim): Record<string, string> =>
  withOwners(service, { ...ownersOf(service), ...(repository && { [tag]: repository }) });

/** The annotations without the tag. */
export function withoutTagOwner(service: Service, tag: string): Record<string, string> {
  const { [tag]: _, ...others } = ownersOf(service);
  return withOwners(service, others);
}

function withOwners(service: Service, owners: TagOwners): Record<string, string> {
  const { [PREVIEWS]: _, ...annotations } = service.annotations ?? {};
  return Object.keys(owners).length === 0 ? annotations : { ...annotations, [PREVIEWS]: JSON.stringify(owners) };
}
