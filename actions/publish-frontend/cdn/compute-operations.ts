/** Operations of the Compute Engine API: https://cloud.google.com/compute/docs/reference/rest/v1/globalOperations */
import type { HttpClient } from '../../../src/google/http/client.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';

export interface ComputeProject {
  readonly http: HttpClient;
  /** Base URL of the Compute Engine API. */
  readonly endpoint: string;
  readonly project: string;
}

/** Has all permissions that this action needs on load balancers. */
export const ROLE = 'roles/compute.loadBalancerAdmin';

export function projectUrl({ endpoint, project }: Pick<ComputeProject, 'endpoint' | 'project'>): string {
  return `${endpoint}/compute/v1/projects/${project}/global`;
}

export interface ComputeOperation {
  readonly name: string;
  readonly status: 'PENDING' | 'RUNNING' | 'DONE';
  readonly error?: { readonly errors?: readonly { readonly code?: string; readonly message?: string }[] };
}

const WAIT_FOR = 600_000;

/** Waits for the end of an operation (https://cloud.google.com/compute/docs/reference/rest/v1/globalOperations/wait). */
export async function waitForOperation(
  compute: ComputeProject,
  operation: ComputeOperation,
  what: string,
): Promise<void> {
  const end = performance.now() + WAIT_FOR;
  let now = operation;
  while (now.status !== 'DONE') {
    if (performance.now() > end) throw new OutcomeError(`The ${what} timed out after 10 minutes; it is still running.`);
    now = await compute.http.json<ComputeOperation>({
      method: 'POST',
      url: `${projectUrl(compute)}/operations/${operation.name}/wait`,
      idempotent: true,
      attemptTimeout: 150_000,
      deadline: 300_000,
      resource: `operation ${operation.name}`,
      permission: 'compute.globalOperations.get',
      role: ROLE,
    });
  }
  throwFailure(now, what);
}

export function throwFailure({ error }: ComputeOperation, what: string): void {
  const first = error?.errors?.[0];
  if (first)
    throw new CloudError({
      message: first.message ?? 'the operation failed',
      code: first.code,
      status: 0,
      resource: what,
    });
}
