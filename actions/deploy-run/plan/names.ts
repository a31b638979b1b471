/** Names of tags and services, within the lengths that Cloud Run allows (https://cloud.google.com/run/quotas). */

/** Of tag and service name together. */
const TAGGED_LENGTH = 46;
const TAG_LENGTH = 3;

/**
 * The short tag under which a candidate is probed: `c` and the start of the commit, and from the second revision of a commit on its
 * number, since requests to a tag may reach the revision that it named before until the routes follow. Undefined if the service's
 * name leaves no room.
 */
export function candidateTag(service: string, commit: string, n = 1): string | undefined {
  const left = TAGGED_LENGTH - service.length;
  const suffix = n > 1 && left >= TAG_LENGTH + String(n).length + 1 ? `-${n}` : '';
  const room = Math.min(8, left - suffix.length);
  return room < TAG_LENGTH ? undefined : `c${commit.slice(0, room - 1)}${suffix}`;
}

/** The problem of a tag for a service, as a message for the user. */
export function tagProblem(service: string, tag: string): string | undefined {
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(tag))
    return `"${tag}" is not a traffic tag. Write lower-case letters, digits and hyphens, starting with a letter.`;
  if (tag.length < TAG_LENGTH) return `"${tag}" is too short. A traffic tag has at least ${TAG_LENGTH} characters.`;
  if (tag.length + service.length > TAGGED_LENGTH)
    return `"${tag}" is too long for the service ${service}: together they may have ${TAGGED_LENGTH} characters, and have ${tag.length + service.length}. Shorten the tag to ${Math.max(0, TAGGED_LENGTH - service.length)} characters.`;
  return undefined;
}

/** The problem of a service's name, as a message for the user. */
export function serviceProblem(name: string): string | undefined {
  if (/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length < 50) return undefined;
  return `"${name}" is not a service name. Write lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen, fewer than 50 characters.`;
}
