/** Checks each requirement. */
import { absent } from '../../src/google/errors/not-found.ts';
import type { Cloud } from '../../src/runtime/context.ts';
import { CloudError } from '../../src/runtime/errors.ts';
import type { Repair } from '../setup/commands.ts';
import type { Deployment, Requirement } from '../setup/requirements.ts';
import { createPolicies, describeResource, grants, type Policies } from './policies.ts';

export interface RequirementState {
  readonly state: 'ok' | 'missing' | 'unknown';
  /** The requirement that was checked. */
  readonly what: string;
  /** Why it is missing or unknown; empty if it is met. */
  readonly detail: string;
  /** How to fix what exists but is not as required; otherwise it is created. */
  readonly repair?: Repair;
}

interface CheckContext {
  readonly cloud: Cloud;
  readonly deployment: Deployment;
  /** The project's number. */
  readonly number: string;
  readonly policies: Policies;
}

export async function checkAll(
  cloud: Cloud,
  deployment: Deployment,
  number: string,
  requirements: readonly Requirement[],
): Promise<RequirementState[]> {
  const context = { cloud, deployment, number, policies: createPolicies(cloud, deployment.project) };
  return await Promise.all(requirements.map((requirement) => check(requirement, context)));
}

async function check(requirement: Requirement, context: CheckContext): Promise<RequirementState> {
  switch (requirement.kind) {
    case 'apis':
      return await checkApis(requirement.names, context);
    case 'exists': {
      const what = describeResource(requirement.resource);
      const policy = await context.policies.of(requirement.resource);
      if ('absent' in policy) return { state: 'missing', what, detail: 'does not exist' };
      if ('unknown' in policy) return { state: 'unknown', what, detail: `needs ${policy.unknown}` };
      return { state: 'ok', what, detail: '' };
    }
    case 'pool':
      return await checkPool(context);
    case 'provider':
      return await checkProvider(context);
    case 'role':
      return await checkRole(requirement, context);
  }
}

async function checkApis(names: readonly string[], { cloud, number }: CheckContext): Promise<RequirementState> {
  const what = 'APIs';
  const { http, endpoints } = cloud;
  try {
    const states = await Promise.all(
      names.map(async (name) => {
        const { state } = await http.json<{ state?: string }>({
          method: 'GET',
          url: `${endpoints.serviceusage}/v1/projects/${number}/services/${name}`,
          resource: `API ${name}`,
          permission: 'serviceusage.services.get',
          role: 'roles/serviceusage.serviceUsageViewer',
        });
        return { name, state };
      }),
    );
    const off = states.filter(({ state }) => state !== 'ENABLED').map(({ name }) => name);
    if (off.length === 0) return { state: 'ok', what, detail: '' };
    return { state: 'missing', what, detail: `not enabled: ${off.join(', ')}` };
  } catch (error) {
    return unknown(what, error);
  }
}

interface Federated {
  readonly disabled?: boolean;
  /** `ACTIVE`, or `DELETED` for 30 days. */
  readonly state?: string;
}

interface Provider extends Federated {
  readonly attributeCondition?: string;
  readonly oidc?: { readonly issuerUri?: string };
}

/** What a deleted or disabled pool or provider needs. */
function inactive({ state, disabled }: Federated): { readonly detail: string; readonly repair: Repair } | undefined {
  if (state === 'DELETED') return { detail: 'is deleted', repair: 'undelete' };
  if (disabled) return { detail: 'is disabled', repair: 'enable' };
  return undefined;
}

async function checkPool({ cloud, deployment, number }: CheckContext): Promise<RequirementState> {
  const what = `pool ${deployment.pool}`;
  try {
    const found = await absent(
      cloud.http.json<Federated>({
        method: 'GET',
        url: `${cloud.endpoints.iam}/v1/projects/${number}/locations/global/workloadIdentityPools/${deployment.pool}`,
        resource: what,
        permission: 'iam.workloadIdentityPools.get',
        role: 'roles/iam.workloadIdentityPoolViewer',
      }),
    );
    if (!found) return { state: 'missing', what, detail: 'does not exist' };
    const problem = inactive(found);
    return problem ? { state: 'missing', what, ...problem } : { state: 'ok', what, detail: '' };
  } catch (error) {
    return unknown(what, error);
  }
}

async function checkProvider({ cloud, deployment, number }: CheckContext): Promise<RequirementState> {
  const { pool, provider } = deployment;
  const what = `provider ${provider} of pool ${pool}`;
  const name = `projects/${number}/locations/global/workloadIdentityPools/${pool}/providers/${provider}`;
  try {
    const found = await absent(
      cloud.http.json<Provider>({
        method: 'GET',
        url: `${cloud.endpoints.iam}/v1/${name}`,
        resource: what,
        permission: 'iam.workloadIdentityPoolProviders.get',
        role: 'roles/iam.workloadIdentityPoolViewer',
      }),
    );
    if (!found) return { state: 'missing', what, detail: 'does not exist' };
    const problem = inactive(found);
    if (problem) return { state: 'missing', what, ...problem };
    if (
      !/assertion\.(?:repository|repository_id|repository_owner|repository_owner_id|sub)\b/.test(
        found.attributeCondition ?? '',
      )
    )
      return {
        state: 'missing',
        what,
        detail: 'has no condition on the repository, so it accepts the tokens of every repository on GitHub',
        repair: 'restrict',
      };
    return { state: 'ok', what, detail: '' };
  } catch (error) {
    return unknown(what, error);
  }
}

async function checkRole(
  { role, on, member }: Requirement & { kind: 'role' },
  { deployment, number, policies }: CheckContext,
): Promise<RequirementState> {
  const runtime = deployment.runtime ?? `${number}-compute@developer.gserviceaccount.com`;
  const resource = on.type === 'account' && on.email === '' ? { ...on, email: runtime } : on;
  const pool = `principalSet://iam.googleapis.com/projects/${number}/locations/global/workloadIdentityPools/${deployment.pool}/`;
  const names = { deployer: deployment.deployer, runtime, github: 'GitHub’s tokens' } as const;
  const isMember = (one: string): boolean =>
    member === 'github'
      ? one.startsWith(pool) || one.startsWith(pool.replace('principalSet', 'principal'))
      : one === `serviceAccount:${names[member]}`;
  const what = `${role} for ${names[member]} on ${describeResource(resource)}`;
  // Policies of the project apply to its resources.
  const inherited = on.type === 'project' ? [] : [policies.of({ type: 'project' })];
  const read = await Promise.all([policies.of(resource), ...inherited]);
  const known = read.flatMap((policy) => ('bindings' in policy ? [policy.bindings] : []));
  if (known.some((bindings) => grants(bindings, role, isMember))) return { state: 'ok', what, detail: '' };
  const unread = read.find((policy) => 'unknown' in policy);
  if (unread && 'unknown' in unread) return { state: 'unknown', what, detail: `needs ${unread.unknown}` };
  return { state: 'missing', what, detail: 'is not granted' };
}

function unknown(what: string, error: unknown): RequirementState {
  if (!(error instanceof CloudError) || error.status !== 403) throw error;
  return { state: 'unknown', what, detail: `needs ${error.permission ?? 'a permission'}` };
}
