/** Operations of the Compute Engine API: https://cloud.google.com/compute/docs/reference/rest/v1/globalOperations */
import type { HttpClient } from '../../../src/google/http/client.ts';
import type { Clock, Random } from '../../../src/runtime/clock.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { poll } from '../../../src/runtime/retry.ts';

export interface ComputeProject {
  readonly http: HttpClient;
  /** Base URL of the Compute Engine API. */
  readonly endpoint: string;
  readonly project: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: AbortSignal;
}

/** Has all permissions that this action needs on load balancers. */
export const LOAD_BALANCER_ROLE = 'roles/compute.loadBalancerAdmin';

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
  const { http, clock, signal } = compute;
  let now = operation;
  const look = async () => {
    if (now.status === 'DONE') return now;
    now = await http.json<ComputeOperation>({
      method: 'POST',
      url: `${projectUrl(compute)}/operations/${operation.name}/wait`,
      idempotent: true,
      attemptTimeout: 150_000,
      deadline: 300_000,
      resource: `operation ${operation.name}`,
      permission: 'compute.globalOperations.get',
      role: LOAD_BALANCER_ROLE,
    });
    return now.status === 'DONE' ? now : undefined;
  };
  // The server holds each request until the operation is done or two minutes are over, so no pause is needed.
  const done = await poll(look, { clock, signal, until: clock.now() + WAIT_FOR, first: 0, longest: 0 });
  if (!done) throw new OutcomeError(`The ${what} timed out after 10 minutes; it is still running.`);
  throwFailure(done, what);
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
