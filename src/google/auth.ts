/**
 * Authentication to Google Cloud: Workload Identity Federation with the runner's OIDC token, or Application Default
 * Credentials of another step. Tokens are created when needed: a direct federation token is valid for five minutes.
 */
import {
  type AuthClient,
  GoogleAuth,
  IdentityPoolClient,
  type IdentityPoolClientOptions,
  JWT,
} from 'google-auth-library';
import type { Clock } from '../runtime/clock.ts';
import { CloudError, InputError } from '../runtime/errors.ts';
import { accountInFile, checkCredentialFile, type ServiceAccountKey, unusableFile } from './credential-file.ts';
import { type Endpoints, readTokenEndpoint } from './endpoints.ts';
import { cloudError } from './errors/cloud-error.ts';
import { readErrorBody } from './errors/error-body.ts';
import { authTransport, transportError } from './http/auth-transport.ts';
import { requestIdToken } from './oidc-token.ts';

/** The auth inputs, the same in all four actions. */
export interface AuthInputs {
  /** `projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`; absent: Application Default Credentials. */
  readonly workloadIdentityProvider: string | undefined;
  /** Service account to impersonate; absent: the federated principal itself. */
  readonly serviceAccount: string | undefined;
  /** A service account key, for a first try; `connect` warns of it. */
  readonly key?: ServiceAccountKey | undefined;
}

export interface Auth {
  /** For the official clients. */
  readonly client: () => Promise<AuthClient>;
  /** A valid token. `refused` is one that a server refused: another one is returned. */
  accessToken(refused?: string): Promise<string>;
  /** The IAM member, if known before a call, for messages. */
  member(): string | undefined;
  /** The identity token of the job, from the runner. It is masked. */
  jobToken(audience: string): Promise<string>;
}

const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
const PROVIDER = /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+\/providers\/[a-z0-9-]+$/;

/** Parses the provider's name. Throws an Error with a message for the user. */
export function parseProvider(text: string): string {
  const value = text.trim().replace(/^(https:)?\/\/iam\.googleapis\.com\//, '');
  if (PROVIDER.test(value)) return value;
  const hint = /^projects\/[^/]*\D/.test(value) ? ' It needs the number of the project, not its id.' : '';
  throw new Error(
    `"${text}" is not a provider.${hint} Write projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.`,
  );
}

type Env = Readonly<Record<string, string | undefined>>;

/** The service account that calls Google Cloud, if that is known before a call. */
export const callingAccount = ({ workloadIdentityProvider, serviceAccount, key }: AuthInputs, env: Env) =>
  serviceAccount ?? key?.client_email ?? (workloadIdentityProvider ? undefined : accountInFile(env));

/** Parses a service account's email. Throws an Error with a message for the user. */
export function parseServiceAccount(text: string): string {
  const value = text.trim();
  // The default account of App Engine has the domain of its project before the @: proj.example.com@appspot.gserviceaccount.com.
  if (/^[a-z0-9.-]+@[a-z0-9.-]+\.gserviceaccount\.com$/.test(value)) return value;
  throw new Error(
    `"${text}" is not a service account. Write its email, for instance deployer@PROJECT.iam.gserviceaccount.com.`,
  );
}

/** `mask` receives every token of the runner before it is used. */
export function createAuth(
  inputs: AuthInputs,
  endpoints: Endpoints,
  env: Env,
  mask: (value: string) => void,
  clock: Clock,
): Auth {
  const { workloadIdentityProvider: provider, serviceAccount, key } = inputs;
  let client: Promise<AuthClient> | undefined;
  if (key) mask(key.private_key);
  const make = provider
    ? () => Promise.resolve(federated(provider, serviceAccount, endpoints, env, mask, clock))
    : () => (key ? withKey(key, env, clock) : applicationDefault(env, serviceAccount, clock));
  const getClient = () => {
    client ??= make();
    return client;
  };
  let pending: Promise<string> | undefined;
  return {
    client: getClient,
    jobToken: (audience) => requestIdToken(env, audience, mask, clock),
    member: () => {
      const email = callingAccount(inputs, env);
      return email ? `serviceAccount:${email}` : undefined;
    },
    // Parallel calls share one request to the token endpoint.
    accessToken(refused) {
      const unusable = (error: Error) => (provider || key ? undefined : unusableFile(env, error));
      pending ??= mint(getClient, provider, refused, unusable).finally(() => {
        pending = undefined;
      });
      return pending;
    },
  };
}

function federated(
  provider: string,
  serviceAccount: string | undefined,
  endpoints: Endpoints,
  env: Env,
  mask: (value: string) => void,
  clock: Clock,
): AuthClient {
  if (!env.ACTIONS_ID_TOKEN_REQUEST_URL || !env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
    throw new InputError([
      {
        subject: 'Permission id-token',
        message:
          'the runner offers no OIDC token, which workload-identity-provider needs. Add "permissions: { contents: read, id-token: write }" to the job (a pull request from a fork never gets one).',
      },
    ]);
  }
  return new FederatedClient({
    type: 'external_account',
    audience: `//iam.googleapis.com/${provider}`,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${endpoints.sts}/v1/token`,
    ...(serviceAccount && {
      service_account_impersonation_url: `${endpoints.iamcredentials}/v1/projects/-/serviceAccounts/${serviceAccount}:generateAccessToken`,
    }),
    scopes: [SCOPE],
    // The library's default treats tokens as expired five minutes early, which is the whole lifetime of a direct one.
    eagerRefreshThresholdMillis: 60_000,
    transporterOptions: authTransport(clock),
    subject_token_supplier: {
      getSubjectToken: () => requestIdToken(env, `https://iam.googleapis.com/${provider}`, mask, clock),
    },
  });
}

/** Exchanges tokens through the same transport as all other calls; the library would create another one. */
class FederatedClient extends IdentityPoolClient {
  constructor(options: IdentityPoolClientOptions) {
    super(options);
    (this.stsCredential as unknown as { transporter: unknown }).transporter = this.transporter;
  }
}

async function withKey(
  { client_email: email, private_key: key }: ServiceAccountKey,
  env: Env,
  clock: Clock,
): Promise<AuthClient> {
  return new JWT({ email, key, scopes: [SCOPE], transporterOptions: authTransport(clock, readTokenEndpoint(env)) });
}

const EMPTY_PROVIDER =
  'The input service-account is set, but workload-identity-provider is empty. A workflow variable is empty if it does not exist, or belongs to an environment that the job does not name (list them: gh variable list). ';

async function applicationDefault(env: Env, serviceAccount: string | undefined, clock: Clock): Promise<AuthClient> {
  checkCredentialFile(env);
  const transporterOptions = authTransport(clock, readTokenEndpoint(env));
  try {
    // Every call names its project. Without one here the library looks for it: in gcloud's settings, the metadata server and,
    // for federated credentials, the Resource Manager API.
    const clientOptions = { transporterOptions };
    return await new GoogleAuth({ scopes: [SCOPE], projectId: 'unused', clientOptions }).getClient();
  } catch (error) {
    const unusable = unusableFile(env, error as Error);
    if (unusable) throw unusable;
    throw new InputError([
      {
        subject: 'Credentials',
        message: `none were found: ${(error as Error).message.split('\n')[0]} ${serviceAccount === undefined ? '' : EMPTY_PROVIDER}Set the input workload-identity-provider, or run google-github-actions/auth before this step.`,
      },
    ]);
  }
}

async function mint(
  getClient: () => Promise<AuthClient>,
  provider: string | undefined,
  refused: string | undefined,
  unusable: (error: Error) => InputError | undefined,
): Promise<string> {
  let token: string | null | undefined;
  try {
    const client = await getClient();
    // Only a federated client can discard its token and exchange another one.
    if (provider && refused !== undefined && client.credentials.access_token === refused)
      client.setCredentials({ expiry_date: 1 });
    token = (await client.getAccessToken()).token;
  } catch (error) {
    if (error instanceof InputError) throw error;
    // Without a request, it is a matter of the credentials themselves, which no retry changes.
    const own = error instanceof Error && !('config' in error) ? unusable(error) : undefined;
    throw own ?? tokenError(error, provider);
  }
  if (!token)
    throw new CloudError({ message: 'the response contains no access token', status: 0, resource: 'credentials' });
  return token;
}

/** The error of a failed token exchange, which says which of the three parties refused. */
function tokenError(error: unknown, provider: string | undefined): CloudError | InputError {
  const unusable = transportError(error);
  if (unusable) return unusable;
  const response = (error as { response?: { status?: number; data?: unknown; config?: { url?: unknown } } }).response;
  const data = response?.data;
  const body = typeof data === 'string' ? data : data === undefined ? (error as Error).message : JSON.stringify(data);
  const url = String(response?.config?.url ?? '');
  const impersonation = url.includes(':generateAccessToken');
  // As an error with this status it would be taken for the absence of what the call is about.
  if (response?.status === 404) return notFound(url, body);
  return cloudError(
    {
      resource: impersonation
        ? 'the impersonated service account'
        : provider
          ? `workload identity provider ${provider}`
          : 'Application Default Credentials',
      permission: impersonation ? 'iam.serviceAccounts.getAccessToken' : undefined,
      role: impersonation ? 'roles/iam.workloadIdentityUser' : undefined,
    },
    { status: response?.status ?? 0, body, cause: error },
  );
}

function notFound(url: string, body: string): InputError {
  const email = /\/serviceAccounts\/([^/]+):generateAccessToken/.exec(url)?.[1];
  return new InputError([
    email === undefined
      ? { subject: 'Credentials', message: `the token exchange failed with HTTP 404: ${readErrorBody(body).message}` }
      : {
          subject: `Service account ${email}`,
          message:
            'does not exist, so it cannot be impersonated. Check its name in the input service-account, or create it.',
        },
  ]);
}
