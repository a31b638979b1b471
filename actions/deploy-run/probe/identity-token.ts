/**
 * Identity tokens for probing a service that is not public
 * (https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateIdToken).
 */

import { callingAccount } from '../../../src/google/auth.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import { type Context, connect } from '../../../src/runtime/context.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import type { DeployInputs } from '../plan/request.ts';
import { readPublicAccess } from '../service/access.ts';
import type { IdentityTokenSource, PlannedRollout } from '../service/planned-rollout.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

/** Tokens are valid for an hour; a new one is created well before that. */
const FRESH_FOR = 40 * 60_000;

/** Returns tokens of the probing service account for an audience. */
function identityTokens(
  context: Context,
  inputs: Pick<DeployInputs, 'auth'>,
  account: string,
  signal: AbortSignal,
): IdentityTokenSource {
  // The federated principal can create tokens of the account that it impersonates (roles/iam.workloadIdentityUser contains the
  // permission); that account itself usually cannot.
  const ownAccount = account === inputs.auth.serviceAccount;
  const { http, endpoints } = connect(
    context,
    ownAccount ? { ...inputs.auth, serviceAccount: undefined } : inputs.auth,
    {
      signal,
    },
  );
  const minted = new Map<string, { token: string; at: number }>();
  return async (audience) => {
    const known = minted.get(audience);
    if (known && context.clock.now() - known.at < FRESH_FOR) return known.token;
    const { token } = await http.json<{ token: string }>({
      method: 'POST',
      url: `${endpoints.iamcredentials}/v1/projects/-/serviceAccounts/${account}:generateIdToken`,
      json: { audience, includeEmail: true },
      idempotent: true,
      resource: `identity token of ${account}`,
      permission: 'iam.serviceAccounts.getOpenIdToken',
      role: 'roles/iam.serviceAccountOpenIdTokenCreator',
    });
    context.mask(token);
    minted.set(audience, { token, at: context.clock.now() });
    return token;
  };
}

/** True if health checks send requests: not to a worker pool, and not with `probe: startup`. */
export const sendsRequests = ({ kind }: Pick<RegionalService, 'kind'>, { rollout }: Pick<DeployInputs, 'rollout'>) =>
  kind === 'Service' && rollout.probe.kind !== 'startup';

/** Whether and how the probe authenticates. `policy` is that of `readPublicAccess`. */
export async function probeIdentity(
  regional: RegionalService,
  step: StepContext,
  current: Service | undefined,
  policy?: Promise<boolean | undefined>,
): Promise<Pick<PlannedRollout, 'identityToken' | 'open'>> {
  const { inputs } = step;
  const { probe } = inputs.rollout;
  if (!sendsRequests(regional, inputs)) return { identityToken: undefined, open: undefined };
  if (current?.defaultUriDisabled)
    throw new InputError([
      {
        subject: 'Input probe',
        message: `the default URL of ${regional.service} is disabled, so neither it nor a tag has a URL to probe. Set probe: startup to rely on the startup probe alone.`,
      },
    ]);
  const open = current ? await readPublicAccess(regional, current, policy) : false;
  const { context } = regional;
  const account = probe.account ?? (open === false ? callingAccount(inputs.auth, context.env) : undefined);
  if (open || (!account && open === undefined)) return { identityToken: undefined, open };
  if (account) return { identityToken: identityTokens(context, inputs, account, step.signal), open };
  const why = current
    ? `the service ${regional.service} is not public`
    : `the first deploy of ${regional.service} stays private until it has passed its health checks`;
  throw new InputError([
    {
      subject: 'Input probe-service-account',
      message: `is missing: ${why}, so the health check needs an identity token, which only a service account can get. Set probe-service-account: an account with roles/run.invoker on the service, on which the caller has roles/iam.serviceAccountOpenIdTokenCreator. Or set probe: startup to rely on the startup probe alone.`,
    },
  ]);
}
