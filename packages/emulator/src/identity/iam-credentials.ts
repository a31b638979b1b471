/**
 * IAM Service Account Credentials: access and identity tokens of a service account for principals that may impersonate it.
 * https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts
 */
import type { Core, Principal } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import { type Route, route } from '../http/routes.ts';
import type { Iam, ServiceAccount } from './iam.ts';
import { type SigningKey, signingKey } from './signing-keys.ts';

const ISSUER = 'https://accounts.google.com';
const ACCESS_ROLES = ['roles/iam.workloadIdentityUser', 'roles/iam.serviceAccountTokenCreator'];
const OPEN_ID_ROLES = [...ACCESS_ROLES, 'roles/iam.serviceAccountOpenIdTokenCreator'];

/** The identity in a verified token. */
export interface Identity {
  /** `serviceAccount:EMAIL`. */
  readonly member: string;
  readonly email: string;
  readonly audience: string;
}

export interface IamCredentials {
  readonly routes: readonly Route[];
  /** The identity of a Google-signed token; undefined if another issuer signed it, or if it is expired. The caller compares the audience. */
  verify(idToken: string): Identity | undefined;
  idToken(account: ServiceAccount, audience: string): Promise<string>;
}

export function createIamCredentials(core: Core, iam: Iam): IamCredentials {
  /** Created with the first token, so before that every token has another issuer. */
  let google: SigningKey | undefined;

  /** The account at the end of the chain caller → delegates → account, each of which must be granted on the next. */
  function impersonate(
    email: string,
    caller: Principal | undefined,
    delegates: readonly string[],
    permission: string,
    roles: readonly string[],
  ): ServiceAccount {
    let principal = caller;
    let account: ServiceAccount | undefined;
    for (const link of [...delegates.map((name) => name.replace(/^projects\/-\/serviceAccounts\//, '')), email]) {
      account = iam.serviceAccounts.get(link);
      const refused = account && (!principal || !iam.granted(account, roles, principal));
      core.access.check(principal, permission, `projects/-/serviceAccounts/${link}`);
      if (!account) throw new ApiError(404, `Not found; Gaia id not found for email ${link}`);
      if (refused) throw permissionDenied(permission);
      if (account.disabled)
        throw new ApiError(
          400,
          'Account disabled: service account is disabled.',
          {},
          { reason: 'FAILED_PRECONDITION' },
        );
      principal = { member: `serviceAccount:${link}` };
    }
    return account as ServiceAccount;
  }

  async function idToken(account: ServiceAccount, audience: string, includeEmail = true): Promise<string> {
    const now = Math.floor(core.clock.now() / 1000);
    google ??= await signingKey('google');
    return google.sign({
      iss: ISSUER,
      aud: audience,
      azp: account.uniqueId,
      sub: account.uniqueId,
      iat: now,
      exp: now + 3600,
      ...(includeEmail && { email: account.email, email_verified: true }),
    });
  }

  return {
    idToken,
    verify(token) {
      const claims = google?.verify(token);
      if (claims?.iss !== ISSUER || Number(claims.exp) * 1000 <= core.clock.now()) return undefined;
      const account = [...iam.serviceAccounts.values()].find(({ uniqueId }) => uniqueId === claims.sub);
      if (!account || account.disabled) return undefined;
      return { member: `serviceAccount:${account.email}`, email: account.email, audience: String(claims.aud) };
    },
    routes: [
      route('POST', '/v1/projects/-/serviceAccounts/{email}:generateAccessToken', async (request) => {
        const {
          scope,
          lifetime,
          delegates = [],
        } = await request.json<{
          scope?: string[];
          lifetime?: string;
          delegates?: string[];
        }>();
        if (!scope?.length) throw new ApiError(400, 'Scope required.');
        const seconds = lifetime === undefined ? 3600 : Number(/^(\d+)(?:\.0+)?s$/.exec(lifetime)?.[1]);
        if (!(seconds > 0)) throw new ApiError(400, `Invalid value at 'lifetime': "${lifetime}" is not a duration.`);
        if (seconds > 3600) {
          throw new ApiError(
            400,
            'The access token lifetime cannot exceed 3600s unless the organization policy constraints/iam.allowServiceAccountCredentialLifetimeExtension allows it.',
          );
        }
        const account = impersonate(
          request.params.email ?? '',
          request.principal,
          delegates,
          'iam.serviceAccounts.getAccessToken',
          ACCESS_ROLES,
        );
        return {
          body: {
            accessToken: core.tokens.mint({ member: `serviceAccount:${account.email}` }, seconds),
            expireTime: new Date(core.clock.now() + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
          },
        };
      }),
      route('POST', '/v1/projects/-/serviceAccounts/{email}:generateIdToken', async (request) => {
        const {
          audience,
          includeEmail = false,
          delegates = [],
        } = await request.json<{
          audience?: string;
          includeEmail?: boolean;
          delegates?: string[];
        }>();
        if (!audience) throw new ApiError(400, 'Audience required.');
        const account = impersonate(
          request.params.email ?? '',
          request.principal,
          delegates,
          'iam.serviceAccounts.getOpenIdToken',
          OPEN_ID_ROLES,
        );
        return { body: { token: await idToken(account, audience, includeEmail) } };
      }),
    ],
  };
}

/** The message of this API, which names no resource. */
function permissionDenied(permission: string): ApiError {
  return new ApiError(
    403,
    `Permission '${permission}' denied on resource (or it may not exist).`,
    {},
    {
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'IAM_PERMISSION_DENIED',
          domain: 'iam.googleapis.com',
          metadata: { permission },
        },
      ],
    },
  );
}
