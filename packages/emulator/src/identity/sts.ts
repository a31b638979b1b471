/**
 * Security Token Service: exchanges a token of a workload identity provider for a federated access token.
 * https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token
 */
import { createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import type { Core } from '../core/core.ts';
import { type ApiRequest, type Reply, type Route, route } from '../http/routes.ts';
import { assertion, type Iam, type Provider, satisfies } from './iam.ts';

export interface Sts {
  readonly routes: readonly Route[];
  /** The longest life of a federated token; it never outlives the subject token (GitHub's: five minutes). */
  maxLifetimeSeconds: number;
}

const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const SUBJECT_TYPES = ['urn:ietf:params:oauth:token-type:jwt', 'urn:ietf:params:oauth:token-type:id_token'];

export function createSts(core: Core, iam: Iam): Sts {
  const sts: Sts = {
    maxLifetimeSeconds: 3600,
    routes: [route('POST', '/v1/token', async (request) => exchange(await parameters(request)), { open: true })],
  };

  async function exchange(parameter: (snake: string) => string): Promise<Reply> {
    if (parameter('grant_type') !== GRANT) {
      return refuse('unsupported_grant_type', `Invalid value for "grantType". Expected: ${GRANT}.`);
    }
    if (parameter('requested_token_type') !== ACCESS_TOKEN) {
      return refuse('invalid_request', `Invalid value for "requestedTokenType". Expected: ${ACCESS_TOKEN}.`);
    }
    if (!SUBJECT_TYPES.includes(parameter('subject_token_type'))) {
      return refuse('invalid_request', 'Invalid value for "subjectTokenType".');
    }
    if (parameter('scope') === '') return refuse('invalid_scope', 'Missing required parameter: scope.');
    const provider = iam.providers.get(parameter('audience').replace(/^\/\/iam\.googleapis\.com\//, ''));
    if (!provider || provider.disabled || !parameter('audience').startsWith('//iam.googleapis.com/')) {
      return refuse(
        'invalid_target',
        'The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\'t exist.',
      );
    }
    return federate(provider, parameter('subject_token'));
  }

  async function federate(provider: Provider, subjectToken: string): Promise<Reply> {
    const now = core.clock.now();
    const full = `//iam.googleapis.com/${provider.name}`;
    const audience = provider.allowedAudiences ?? [full, `https:${full}`];
    let claims: Record<string, unknown>;
    try {
      decodeProtectedHeader(subjectToken);
      const keys = createLocalJWKSet(await issuerKeys(provider.issuerUri));
      const verified = await jwtVerify(subjectToken, keys, { currentDate: new Date(now) });
      claims = verified.payload;
    } catch (error) {
      return refuse('invalid_grant', describe(error, provider));
    }
    if (claims.iss !== provider.issuerUri) {
      return refuse(
        'invalid_grant',
        `The issuer in ID Token ${claims.iss} does not match the expected ones: ${provider.issuerUri}`,
      );
    }
    if (![claims.aud].flat().some((one) => audience.includes(String(one)))) {
      return refuse('invalid_grant', `The audience in ID Token [${claims.aud}] does not match the expected audience.`);
    }
    if (provider.attributeCondition !== undefined && !satisfies(provider.attributeCondition, claims)) {
      return refuse('unauthorized_client', 'The given credential is rejected by the attribute condition.', 401);
    }
    const mapping = { 'google.subject': 'assertion.sub', ...provider.attributeMapping };
    const subject = assertion(mapping['google.subject'], claims);
    if (!subject || subject.length > 127) {
      return refuse('invalid_grant', 'The mapped attribute google.subject must be 1 to 127 bytes.');
    }
    const pool = `iam.googleapis.com/${provider.name.replace(/\/providers\/.*$/, '')}`;
    const sets = Object.entries(mapping)
      .filter(([target]) => target.startsWith('attribute.'))
      .map(([target, source]) => `principalSet://${pool}/${target}/${assertion(source, claims)}`);
    const left = Math.floor(Number(claims.exp) - now / 1000);
    const lifetime = Math.max(1, Math.min(sts.maxLifetimeSeconds, left));
    const member = `principal://${pool}/subject/${subject}`;
    return {
      headers: { 'cache-control': 'no-store' },
      body: {
        access_token: core.tokens.mint({ member, sets: [...sets, `principalSet://${pool}/*`] }, lifetime),
        issued_token_type: ACCESS_TOKEN,
        token_type: 'Bearer',
        expires_in: lifetime,
      },
    };
  }

  return sts;
}

/** The API accepts JSON with camelCase names and, by RFC 8693, a form with snake_case names. */
async function parameters(request: ApiRequest): Promise<(snake: string) => string> {
  if ((request.headers['content-type'] ?? '').includes('application/json')) {
    const json = await request.json<Record<string, string>>();
    return (snake) => json[snake.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())] ?? json[snake] ?? '';
  }
  const form = new URLSearchParams((await request.body()).toString());
  return (snake) => form.get(snake) ?? '';
}

async function issuerKeys(issuer: string): Promise<JSONWebKeySet> {
  const discovery = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as { jwks_uri: string };
  return (await (await fetch(discovery.jwks_uri)).json()) as JSONWebKeySet;
}

function describe(error: unknown, provider: Provider): string {
  if (error instanceof errors.JWTExpired) return `ID Token issued at ${error.payload.iat} is stale to sign-in.`;
  if (error instanceof errors.JWKSNoMatchingKey) return 'Error code: no_matching_key. Invalid token signature.';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'The ID Token signature is invalid.';
  if (error instanceof errors.JOSEError || error instanceof TypeError) {
    return error.message.includes('fetch')
      ? `Error connecting to the given credential's issuer ${provider.issuerUri}.`
      : 'Unable to parse the ID Token.';
  }
  return String(error);
}

function refuse(error: string, description: string, status = 400): Reply {
  return { status, body: { error, error_description: description } };
}
