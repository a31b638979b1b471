/** IAM policies of resources, with their etag; shared by all APIs. https://cloud.google.com/iam/docs/reference/rest/v1/Policy */
import { createHash } from 'node:crypto';
import type { Core, Principal } from '../core/core.ts';
import { type ApiError, invalid } from '../http/errors.ts';

export interface Binding {
  role?: string;
  members?: string[];
  condition?: unknown;
}
export interface Policy {
  version?: number;
  bindings?: Binding[];
  etag?: string;
}

/** The etag of a policy that was never set. */
const EMPTY = 'ACAB';
const ROLE = /^(?:roles|projects\/[^/]+\/roles|organizations\/\d+\/roles)\/\S+$/;
const MEMBER =
  /^(?:allUsers|allAuthenticatedUsers|(?:user|serviceAccount|group|domain|deleted|principal|principalSet|projectOwner|projectEditor|projectViewer):\S+)$/;

/** The policy as `getIamPolicy` returns it. */
export const shownPolicy = (policy: Policy): Policy => ({ ...policy, etag: policy.etag ?? EMPTY });

/** The policy after `setIamPolicy`; throws `conflict` if the etag is outdated, 400 for malformed roles and members. */
export function changedPolicy(
  current: Policy,
  wanted: Policy,
  { conflict, checkMember }: { conflict: () => ApiError; checkMember?: (member: string) => void },
): Policy {
  if (wanted.etag && wanted.etag !== shownPolicy(current).etag) throw conflict();
  const bindings = wanted.bindings ?? [];
  for (const { role = '', members = [] } of bindings) {
    if (!ROLE.test(role)) throw invalid(`Invalid role '${role}'.`);
    for (const member of members) {
      if (!MEMBER.test(member)) throw invalid(`Invalid member '${member}'.`);
      checkMember?.(member);
    }
  }
  // The etag before is part of it, so that it changes with each write.
  const seed = JSON.stringify([bindings, current.etag ?? '']);
  return {
    version: wanted.version ?? 1,
    ...(bindings.length > 0 && { bindings: bindings.filter(({ members }) => (members?.length ?? 0) > 0) }),
    etag: `${createHash('sha1').update(seed).digest('base64').slice(0, 11)}=`,
  };
}

/** The permissions that the caller has on the resource, as in the response of `testIamPermissions`. */
export function heldPermissions(
  core: Core,
  principal: Principal | undefined,
  permissions: readonly string[],
  resource: string,
): { permissions?: string[] } {
  const held = permissions.filter((permission) => {
    try {
      core.access.check(principal, permission, resource);
      return true;
    } catch {
      return false;
    }
  });
  return held.length > 0 ? { permissions: held } : {};
}
