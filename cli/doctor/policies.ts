/** Reads each IAM policy once, and checks whether a member has a role. */
import type { IamBinding } from '../../src/google/run/services.ts';
import type { Cloud } from '../../src/runtime/context.ts';
import { CloudError } from '../../src/runtime/errors.ts';
import type { Resource } from '../setup/requirements.ts';

/** `unknown` comes with the permission that is missing, `absent` means that the resource does not exist. */
export type Policy =
  | { readonly bindings: readonly IamBinding[] }
  | { readonly unknown: string }
  | { readonly absent: true };

export interface Policies {
  of(resource: Resource): Promise<Policy>;
}

export function createPolicies({ http, endpoints }: Cloud, project: string): Policies {
  const read = new Map<string, Promise<Policy>>();
  const request = (resource: Resource): { method: 'GET' | 'POST'; url: string; permission: string } => {
    switch (resource.type) {
      case 'project':
        return {
          method: 'POST',
          url: `${endpoints.cloudresourcemanager}/v3/projects/${resource.id ?? project}:getIamPolicy`,
          permission: 'resourcemanager.projects.getIamPolicy',
        };
      case 'account':
        return {
          method: 'POST',
          url: `${endpoints.iam}/v1/projects/${project}/serviceAccounts/${resource.email}:getIamPolicy`,
          permission: 'iam.serviceAccounts.getIamPolicy',
        };
      case 'repository':
        return {
          method: 'GET',
          url: `${endpoints.artifactregistry}/v1/projects/${resource.project}/locations/${resource.location}/repositories/${resource.id}:getIamPolicy`,
          permission: 'artifactregistry.repositories.getIamPolicy',
        };
      case 'secret':
        return {
          method: 'GET',
          url: `${endpoints.secretmanager}/v1/projects/${project}/secrets/${resource.name}:getIamPolicy`,
          permission: 'secretmanager.secrets.getIamPolicy',
        };
      case 'bucket':
        return {
          method: 'GET',
          url: `${endpoints.storage}/storage/v1/b/${encodeURIComponent(resource.name)}/iam`,
          permission: 'storage.buckets.getIamPolicy',
        };
    }
  };
  const fetchPolicy = async (resource: Resource): Promise<Policy> => {
    const { method, url, permission } = request(resource);
    try {
      const { bindings = [] } = await http.json<{ bindings?: IamBinding[] }>({
        method,
        url,
        ...(method === 'POST' && { json: {}, idempotent: true }),
        resource: `IAM policy of ${describeResource(resource)}`,
        permission,
        role: 'roles/iam.securityReviewer',
      });
      return { bindings };
    } catch (error) {
      if (error instanceof CloudError && error.status === 404) return { absent: true };
      if (error instanceof CloudError && error.status === 403) return { unknown: permission };
      throw error;
    }
  };
  return {
    of(resource) {
      const key = JSON.stringify(resource);
      const known = read.get(key) ?? fetchPolicy(resource);
      read.set(key, known);
      return known;
    },
  };
}

export const describeResource = (resource: Resource): string => {
  switch (resource.type) {
    case 'project':
      return resource.id ? `the project ${resource.id}` : 'the project';
    case 'account':
      return `service account ${resource.email}`;
    case 'repository':
      return `Artifact Registry ${resource.id} in ${resource.location}`;
    case 'secret':
      return `secret ${resource.name}`;
    case 'bucket':
      return `bucket ${resource.name}`;
  }
};

/** Roles that hold all permissions of another. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  'roles/run.developer': ['roles/run.admin', 'roles/editor', 'roles/owner'],
  'roles/run.admin': ['roles/owner'],
  'roles/run.invoker': ['roles/run.admin', 'roles/run.servicesInvoker', 'roles/owner'],
  'roles/iam.serviceAccountUser': ['roles/editor', 'roles/owner'],
  'roles/logging.viewer': ['roles/logging.admin', 'roles/viewer', 'roles/editor', 'roles/owner'],
  'roles/artifactregistry.writer': [
    'roles/artifactregistry.repoAdmin',
    'roles/artifactregistry.admin',
    'roles/editor',
    'roles/owner',
  ],
  'roles/secretmanager.viewer': ['roles/secretmanager.admin', 'roles/viewer', 'roles/editor', 'roles/owner'],
  'roles/secretmanager.secretAccessor': ['roles/secretmanager.admin', 'roles/owner'],
  'roles/cloudsql.client': ['roles/cloudsql.editor', 'roles/cloudsql.admin', 'roles/editor', 'roles/owner'],
  'roles/storage.objectViewer': ['roles/storage.objectUser', 'roles/storage.objectAdmin', 'roles/storage.admin'],
  'roles/storage.objectUser': ['roles/storage.objectAdmin', 'roles/storage.admin'],
  'roles/iam.serviceAccountOpenIdTokenCreator': ['roles/iam.serviceAccountTokenCreator'],
};

/** Whether the bindings give one of the members the role. A binding with a condition does not count. */
export function grants(bindings: readonly IamBinding[], role: string, isMember: (member: string) => boolean): boolean {
  const enough = new Set([role, ...(WIDER[role] ?? [])]);
  return bindings.some(
    (binding) => enough.has(binding.role ?? '') && !binding.condition && (binding.members ?? []).some(isMember),
  );
}
