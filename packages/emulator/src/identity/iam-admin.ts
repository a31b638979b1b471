/**
 * Read access to a project's identities and services: IAM (https://cloud.google.com/iam/docs/reference/rest), Resource Manager
 * (https://cloud.google.com/resource-manager/reference/rest/v3/projects) and Service Usage
 * (https://cloud.google.com/service-usage/docs/reference/rest/v1/services).
 */
import type { Core } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import { type ApiRequest, type Route, route } from '../http/routes.ts';
import type { Iam } from './iam.ts';
import { type Policy, shownPolicy } from './iam-policy.ts';

export interface ProjectAdmin {
  readonly iam: { readonly routes: readonly Route[] };
  readonly resourceManager: { readonly routes: readonly Route[] };
  readonly serviceUsage: { readonly routes: readonly Route[] };
  /** Policies of projects by id; a project without one has no bindings. */
  readonly policies: Map<string, Policy>;
  /** Disabled APIs, for instance `run.googleapis.com`. All others are enabled. */
  readonly disabled: Set<string>;
}

export function createProjectAdmin(core: Core, { providers, serviceAccounts }: Iam): ProjectAdmin {
  const policies = new Map<string, Policy>();
  const disabled = new Set<string>();
  const may = ({ principal, params }: ApiRequest, permission: string) =>
    core.access.check(principal, permission, `projects/${params.project}`);
  const account = (request: ApiRequest, permission: string) => {
    may(request, `iam.serviceAccounts.${permission}`);
    const found = serviceAccounts.get(request.params.email ?? '');
    if (!found) throw new ApiError(404, `Unknown service account: ${request.params.email}`);
    return found;
  };
  const projectOf = (request: ApiRequest, permission: string) => {
    may(request, `resourcemanager.projects.${permission}`);
    const given = request.params.project ?? '';
    const [id, number] = [...core.projects].find(([one, other]) => one === given || other === given) ?? [];
    if (id === undefined) throw new ApiError(403, `Permission denied on resource project ${given}.`);
    return { id, number };
  };
  const pool = '/v1/projects/{project}/locations/global/workloadIdentityPools/{pool}';
  const poolName = ({ params }: ApiRequest) =>
    `projects/${core.projects.get(params.project ?? '') ?? params.project}/locations/global/workloadIdentityPools/${params.pool}`;
  const one = '/v1/projects/{project}/serviceAccounts/{email}';
  return {
    policies,
    disabled,
    iam: {
      routes: [
        // A pool exists as long as it has a provider.
        route('GET', pool, (request) => {
          may(request, 'iam.workloadIdentityPools.get');
          const name = poolName(request);
          if (![...providers.keys()].some((provider) => provider.startsWith(`${name}/`)))
            throw new ApiError(404, 'Requested entity was not found.');
          return { body: { name, state: 'ACTIVE' } };
        }),
        route('GET', `${pool}/providers/{provider}`, (request) => {
          may(request, 'iam.workloadIdentityPoolProviders.get');
          const name = `${poolName(request)}/providers/${request.params.provider}`;
          const found = providers.get(name);
          if (!found) throw new ApiError(404, 'Requested entity was not found.');
          const { issuerUri, attributeMapping, attributeCondition, disabled: off = false } = found;
          return {
            body: {
              name,
              state: 'ACTIVE',
              ...(off && { disabled: true }),
              attributeMapping,
              ...(attributeCondition && { attributeCondition }),
              oidc: { issuerUri },
            },
          };
        }),
        route('GET', one, (request) => {
          const { email, uniqueId, disabled: off } = account(request, 'get');
          return {
            body: {
              name: `projects/${request.params.project}/serviceAccounts/${email}`,
              email,
              uniqueId,
              ...(off && { disabled: true }),
            },
          };
        }),
        route('POST', `${one}:getIamPolicy`, (request) => {
          const { bindings } = account(request, 'getIamPolicy');
          const listed = Object.entries(bindings).map(([role, members]) => ({ role, members: [...members] }));
          return { body: shownPolicy({ version: 1, ...(listed.length > 0 && { bindings: listed }) }) };
        }),
      ],
    },
    resourceManager: {
      routes: [
        route('GET', '/v3/projects/{project}', (request) => {
          const { id, number } = projectOf(request, 'get');
          return { body: { name: `projects/${number}`, projectId: id, state: 'ACTIVE' } };
        }),
        route('POST', '/v3/projects/{project}:getIamPolicy', (request) => {
          const { id } = projectOf(request, 'getIamPolicy');
          return { body: shownPolicy(policies.get(id) ?? {}) };
        }),
      ],
    },
    serviceUsage: {
      routes: [
        route('GET', '/v1/projects/{project}/services/{service}', (request) => {
          may(request, 'serviceusage.services.get');
          const { project, service = '' } = request.params;
          const state = disabled.has(service) ? 'DISABLED' : 'ENABLED';
          return { body: { name: `projects/${project}/services/${service}`, config: { name: service }, state } };
        }),
      ],
    },
  };
}
