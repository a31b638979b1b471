/** IAM policies of services, jobs and worker pools, with their etag. https://cloud.google.com/iam/docs/reference/rest/v1/Policy */
import { createHash } from 'node:crypto';
import { aborted, invalid } from '../errors.ts';
import { type ApiRequest, type Route, route } from '../http.ts';
import type { Context } from './context.ts';
import { canonical, failedPrecondition, onlyQuery } from './requests.ts';
import { locationOf, parentOf } from './resource-names.ts';
import type { Policy } from './types.ts';

/** The etag of a policy that was never set. */
const EMPTY = 'ACAB';
const MEMBER =
  /^(?:allUsers|allAuthenticatedUsers|(?:user|serviceAccount|group|domain|deleted|principal|principalSet|projectOwner|projectEditor|projectViewer):\S+)$/;

export interface PolicyHolder {
  readonly name: string;
  policy: Policy;
}

/** `find` throws NOT_FOUND for a resource that does not exist. */
export function policyRoutes(
  { core, settings }: Context,
  collection: string,
  permission: string,
  find: (name: string) => PolicyHolder,
): Route[] {
  const one = `/v2/projects/{project}/locations/{location}/${collection}/{id}`;
  const holder = (request: ApiRequest, verb: string): PolicyHolder => {
    const name = `${parentOf(locationOf(core, request.params))}/${collection}/${request.params.id}`;
    core.access.check(request.principal, `${permission}.${verb}`, name);
    return find(name);
  };
  const shown = (policy: Policy): Policy => ({ ...policy, etag: policy.etag ?? EMPTY });
  return [
    route('GET', `${one}:getIamPolicy`, (request) => {
      onlyQuery(request, 'options.requestedPolicyVersion');
      return { body: shown(holder(request, 'getIamPolicy').policy) };
    }),
    route('POST', `${one}:setIamPolicy`, async (request) => {
      const target = holder(request, 'setIamPolicy');
      const { policy } = await request.json<{ policy?: Policy; updateMask?: string }>();
      if (!policy) throw invalid('Violation in SetIamPolicyRequest.policy: required field not present.');
      if (policy.etag && policy.etag !== shown(target.policy).etag) {
        throw aborted(
          'There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff.',
        );
      }
      const bindings = policy.bindings ?? [];
      for (const { role = '', members = [] } of bindings) {
        if (!/^(?:roles|projects\/[^/]+\/roles|organizations\/\d+\/roles)\/\S+$/.test(role))
          throw invalid(`Invalid role '${role}'.`);
        for (const member of members) {
          if (!MEMBER.test(member)) throw invalid(`Invalid member '${member}'.`);
          if (settings.domainRestrictedSharing && /^all(Users|AuthenticatedUsers)$/.test(member)) {
            throw failedPrecondition(
              'One or more users named in the policy do not belong to a permitted customer, perhaps due to an organization policy.',
            );
          }
        }
      }
      const digest = createHash('sha1')
        .update(canonical(bindings))
        .update(String(core.clock.now()))
        .digest('base64')
        .slice(0, 11);
      target.policy = {
        version: policy.version ?? 1,
        ...(bindings.length > 0 && { bindings: bindings.filter(({ members }) => (members?.length ?? 0) > 0) }),
        etag: `${digest}=`,
      };
      return { body: shown(target.policy) };
    }),
    route('POST', `${one}:testIamPermissions`, async (request) => {
      const name = `${parentOf(locationOf(core, request.params))}/${collection}/${request.params.id}`;
      const { permissions = [] } = await request.json<{ permissions?: string[] }>();
      const held = permissions.filter((one) => {
        try {
          core.access.check(request.principal, one, name);
          return true;
        } catch {
          return false;
        }
      });
      return { body: held.length > 0 ? { permissions: held } : {} };
    }),
  ];
}
