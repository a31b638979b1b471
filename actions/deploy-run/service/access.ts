/** Access to a service: `allUsers` in its IAM policy (https://cloud.google.com/run/docs/authenticating/public). */

import type { Service } from '../../../src/google/run/resources.ts';
import type { IamPolicy } from '../../../src/google/run/services.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { isTransient, retry } from '../../../src/runtime/retry.ts';
import { regionalNames } from './multi-region.ts';
import type { RegionalService } from './regional-service.ts';

type IamBinding = NonNullable<IamPolicy['bindings']>[number];

const INVOKER = 'roles/run.invoker';
const EVERYONE = 'allUsers';
const MOST_TRIES = 6;

/** Allows or forbids unauthenticated invocations. Does nothing if the policy is already so; throws if it cannot be changed. */
export async function setAccess(regional: RegionalService, open: boolean): Promise<void> {
  // Each region of a multi-region service has a policy of its own, as gcloud sets them.
  for (const name of await regionalNames(regional, regional.api.get)) await setAccessTo(name, regional, open);
}

async function setAccessTo(name: string, regional: RegionalService, open: boolean): Promise<void> {
  const {
    clients: { services },
    context: { clock, signal, log },
  } = regional;
  const work = async () => {
    const next = planPolicy(await services.getIamPolicy(name), open);
    if (!next) return;
    try {
      await services.setIamPolicy(name, next);
    } catch (error) {
      throw error instanceof CloudError && !mayPass(error) ? explain(error, open) : error;
    }
    log.info(`The service ${open ? 'now' : 'no longer'} allows unauthenticated invocations.`);
  };
  try {
    await retry(work, { clock, signal, resource: `IAM policy of ${regional.service}`, attempts: MOST_TRIES, mayPass });
  } catch (error) {
    throw error instanceof CloudError && mayPass(error) ? explain(error, open) : error;
  }
}

/** The policy was modified concurrently (409), or the error is transient. */
const mayPass = (error: unknown): boolean =>
  isTransient(error) || (error instanceof CloudError && error.status === 409);

/**
 * True if the service allows unauthenticated invocations; undefined without the permission to read its policy. `policy` is a read that
 * was started before.
 */
export async function readPublicAccess(
  regional: RegionalService,
  service: Service,
  policy?: Promise<boolean | undefined>,
): Promise<boolean | undefined> {
  return service.invokerIamDisabled || (await (policy ?? readOpenPolicy(regional, service)));
}

/** Whether the IAM policy allows it. Only a multi-region service must have been read before. */
export async function readOpenPolicy(
  regional: RegionalService,
  service: Service | undefined,
): Promise<boolean | undefined> {
  try {
    const places = await regionalNames(regional, async () => service);
    const policies = await Promise.all(places.map((name) => regional.clients.services.getIamPolicy(name)));
    return policies.every(allowsEveryone);
  } catch (error) {
    if (error instanceof CloudError && error.status === 403) return undefined;
    throw error;
  }
}

const isInvoker = ({ role, condition }: IamBinding): boolean => role === INVOKER && !condition;

/** True if an unconditional binding lets everyone invoke the service. */
const allowsEveryone = ({ bindings = [] }: IamPolicy): boolean =>
  bindings.some((binding) => isInvoker(binding) && (binding.members ?? []).includes(EVERYONE));

/** The policy with the binding added or removed; undefined if nothing changes. Other bindings, conditional ones included, stay. */
export function planPolicy(policy: IamPolicy, open: boolean): IamPolicy | undefined {
  const bindings = policy.bindings ?? [];
  if (allowsEveryone(policy) === open) return undefined;
  const existing = bindings.find(isInvoker);
  if (open && !existing) return { ...policy, bindings: [...bindings, { role: INVOKER, members: [EVERYONE] }] };
  const changed = bindings.map((binding) => {
    const { members = [] } = binding;
    if (open) return binding === existing ? { ...binding, members: [...members, EVERYONE] } : binding;
    return isInvoker(binding) ? { ...binding, members: members.filter((member) => member !== EVERYONE) } : binding;
  });
  return { ...policy, bindings: changed.filter(({ members = [] }) => members.length > 0) };
}

function explain(error: CloudError, open: boolean): Error {
  if (!open || error.status !== 400) return error;
  return new OutcomeError(
    `Unauthenticated invocations could not be allowed: ${error.message} If an organization policy forbids allUsers (domain restricted sharing), set the annotation run.googleapis.com/invoker-iam-disabled: "true" in the manifest instead of allow-unauthenticated.`,
    { cause: error },
  );
}
