/** IAM policies of services, jobs and worker pools. */
import { aborted, invalid } from '../http/errors.ts';
import { type ApiRequest, type Route, route } from '../http/routes.ts';
import { changedPolicy, heldPermissions, type Policy, shownPolicy } from '../identity/iam-policy.ts';
import type { Context } from './context.ts';
import { failedPrecondition } from './requests/requests.ts';
import { locationOf, parentOf } from './requests/resource-names.ts';

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
  return [
    route(
      'GET',
      `${one}:getIamPolicy`,
      (request) => {
        return { body: shownPolicy(holder(request, 'getIamPolicy').policy) };
      },
      { query: ['options.requestedPolicyVersion'] },
    ),
    route('POST', `${one}:setIamPolicy`, async (request) => {
      const target = holder(request, 'setIamPolicy');
      const { policy } = await request.json<{ policy?: Policy; updateMask?: string }>();
      if (!policy) throw invalid('Violation in SetIamPolicyRequest.policy: required field not present.');
      target.policy = changedPolicy(target.policy, policy, {
        conflict: () =>
          aborted(
            'There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff.',
          ),
        checkMember(member) {
          if (!settings.domainRestrictedSharing || !/^all(Users|AuthenticatedUsers)$/.test(member)) return;
          throw failedPrecondition(
            'One or more users named in the policy do not belong to a permitted customer, perhaps due to an organization policy.',
          );
        },
      });
      return { body: shownPolicy(target.policy) };
    }),
    route('POST', `${one}:testIamPermissions`, async (request) => {
      const name = `${parentOf(locationOf(core, request.params))}/${collection}/${request.params.id}`;
      const { permissions = [] } = await request.json<{ permissions?: string[] }>();
      return { body: heldPermissions(core, request.principal, permissions, name) };
    }),
  ];
}
