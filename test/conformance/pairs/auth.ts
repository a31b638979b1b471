/** Tokens: the runner's OIDC token, the Security Token Service and IAM Credentials against google-auth-library and `@googleapis/iamcredentials`. */
import { iamcredentials_v1 } from '@googleapis/iamcredentials';
import { type BaseExternalAccountClient, ExternalAccountClient } from 'google-auth-library';
import { probeIdentity } from '../../../actions/deploy-run/probe/identity-token.ts';
import { createAuth } from '../../../src/google/auth.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { discoveryOptions } from '../official.ts';
import { endpoints, silentLog } from '../ours.ts';
import type { Pair } from '../pair.ts';
import type { Respond } from '../recorder.ts';

const PROVIDER = 'projects/123456789/locations/global/workloadIdentityPools/github/providers/acme';
const ACCOUNT = 'deployer@acme-prod.iam.gserviceaccount.com';
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
const AUDIENCE = 'https://web-123456789.europe-west1.run.app';

const respond: Respond = ({ target }) => {
  if (target.includes(':generateAccessToken'))
    return { json: { accessToken: 'ya29.impersonated', expireTime: new Date(Date.now() + 3_600_000).toISOString() } };
  if (target.includes(':generateIdToken')) return { json: { token: 'e30.e30.e30' } };
  if (target.startsWith('/v1/token'))
    return { json: { access_token: 'ya29.federated', expires_in: 3600, token_type: 'Bearer', issued_token_type: 'x' } };
  return { json: { value: 'e30.e30.e30' } };
};

/** What the runner puts into a step's environment (https://docs.github.com/actions/reference/security/oidc). */
const runner = (url: string) => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/oidc/token?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-token',
});

/** google-auth-library reads the runner's variables from the process by itself. */
async function asStep(url: string, work: (env: Record<string, string>) => Promise<unknown>): Promise<unknown> {
  const env = runner(url);
  Object.assign(process.env, env);
  try {
    return await work(env);
  } finally {
    for (const name of Object.keys(env)) delete process.env[name];
  }
}

/** A client of the credentials file that `google-github-actions/auth` writes (its `src/client/workload_identity_federation.ts`). */
function official(url: string, account?: string): BaseExternalAccountClient {
  const env = runner(url);
  const client = ExternalAccountClient.fromJSON({
    type: 'external_account',
    audience: `//iam.googleapis.com/${PROVIDER}`,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${url}/v1/token`,
    ...(account && {
      service_account_impersonation_url: `${url}/v1/projects/-/serviceAccounts/${account}:generateAccessToken`,
    }),
    credential_source: {
      url: `${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(`https://iam.googleapis.com/${PROVIDER}`)}`,
      headers: { Authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
      format: { type: 'json', subject_token_field_name: 'value' },
    },
  });
  if (!client) throw new Error('google-auth-library does not take the credentials');
  client.scopes = [SCOPE];
  return client;
}

const token = (url: string, serviceAccount?: string) =>
  asStep(url, (env) =>
    createAuth(
      { workloadIdentityProvider: PROVIDER, serviceAccount },
      endpoints(url),
      env,
      () => {},
      systemClock,
    ).accessToken(),
  );

/** The token with which deploy-run probes a service that is not public. */
const probeToken = (url: string) =>
  asStep(url, async (env) => {
    const context = {
      ...{ env, clock: systemClock, endpoints: endpoints(url), log: silentLog, mask() {} },
      signal: new AbortController().signal,
    };
    const services = { getIamPolicy: async () => ({ bindings: [] }) };
    const auth = { workloadIdentityProvider: PROVIDER, serviceAccount: undefined };
    const inputs = { auth, rollout: { probe: { kind: 'http', account: ACCOUNT } } };
    const site = { context, clients: { services }, kind: 'Service', service: 'web' };
    const { identityToken } = await probeIdentity(site as never, { inputs, signal: context.signal } as never, {});
    return identityToken?.(AUDIENCE);
  });

export const auth: readonly Pair[] = [
  {
    name: 'auth: a federated token',
    respond,
    ours: (url) => token(url),
    official: (url) => official(url).getAccessToken(),
  },
  {
    name: 'auth: a token of a service account',
    respond,
    ours: (url) => token(url, ACCOUNT),
    official: (url) => official(url, ACCOUNT).getAccessToken(),
  },
  {
    name: 'auth: an identity token for a probe',
    respond,
    ours: probeToken,
    official: (url) =>
      new iamcredentials_v1.Iamcredentials({
        ...discoveryOptions(url),
        auth: official(url) as never,
      }).projects.serviceAccounts.generateIdToken({
        name: `projects/-/serviceAccounts/${ACCOUNT}`,
        requestBody: { audience: AUDIENCE, includeEmail: true },
      }),
  },
];
