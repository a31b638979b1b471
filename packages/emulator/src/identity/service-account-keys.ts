/**
 * Keys of service accounts, and the token endpoint that exchanges a JWT signed with one for an access token.
 * https://developers.google.com/identity/protocols/oauth2/service-account#httprest
 */
import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { decodeJwt, jwtVerify } from 'jose';
import type { Core } from '../core/core.ts';
import { type Reply, type Route, route } from '../http/routes.ts';
import type { Iam } from './iam.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** The audience that clients name, whatever the address of the endpoint is. */
const AUDIENCE = 'https://oauth2.googleapis.com/token';

/** The content of a key file. */
export interface KeyFile {
  readonly type: 'service_account';
  readonly project_id: string;
  readonly private_key_id: string;
  readonly private_key: string;
  readonly client_email: string;
  readonly client_id: string;
  readonly token_uri: string;
}

export interface ServiceAccountKeys {
  readonly routes: readonly Route[];
  /** A new key of an account that exists. */
  create(email: string, tokenUri: string): KeyFile;
}

export function createServiceAccountKeys(core: Core, iam: Iam): ServiceAccountKeys {
  /** Public keys by account. */
  const keys = new Map<string, string[]>();

  async function exchange(form: URLSearchParams, endpoint: string): Promise<Reply> {
    if (form.get('grant_type') !== GRANT) return refuse('unsupported_grant_type', 'Invalid grant_type.');
    const assertion = form.get('assertion') ?? '';
    const { iss: email = '', scope } = claimsOf(assertion);
    const account = iam.serviceAccounts.get(email);
    if (!account || account.disabled) return refuse('invalid_grant', 'Invalid grant: account not found');
    if (typeof scope !== 'string' || scope === '') return refuse('invalid_scope', 'Invalid OAuth scope.');
    const currentDate = new Date(core.clock.now());
    const verified = await Promise.allSettled(
      (keys.get(email) ?? []).map((key) =>
        jwtVerify(assertion, createPublicKey(key), { audience: [AUDIENCE, endpoint], currentDate }),
      ),
    );
    if (!verified.some(({ status }) => status === 'fulfilled'))
      return refuse('invalid_grant', 'Invalid JWT Signature.');
    const token = core.tokens.mint({ member: `serviceAccount:${email}` }, 3599);
    return { body: { access_token: token, expires_in: 3599, token_type: 'Bearer' } };
  }

  return {
    routes: [
      route(
        'POST',
        '/token',
        async (request) => exchange(new URLSearchParams((await request.body()).toString()), request.url.href),
        { open: true },
      ),
    ],
    create(email, tokenUri) {
      const account = iam.serviceAccounts.get(email);
      if (!account) throw new Error(`no service account ${email}`);
      const pair = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
      keys.set(email, [...(keys.get(email) ?? []), pair.publicKey]);
      return {
        type: 'service_account',
        project_id: /@([^.]+)\./.exec(email)?.[1] ?? '',
        private_key_id: randomBytes(20).toString('hex'),
        private_key: pair.privateKey,
        client_email: email,
        client_id: account.uniqueId,
        token_uri: tokenUri,
      };
    },
  };
}

function claimsOf(assertion: string): { readonly iss?: string; readonly scope?: unknown } {
  try {
    return decodeJwt(assertion);
  } catch {
    return {};
  }
}

const refuse = (error: string, description: string): Reply => ({
  status: 400,
  body: { error, error_description: description },
});
