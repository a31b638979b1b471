/**
 * GitHub's OIDC issuer: signed tokens for a workflow's job, the discovery document and the keys.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Core } from '../core/core.ts';
import { type Route, route, type ServeOptions } from '../http/routes.ts';
import { signingKey } from './signing-keys.ts';

export interface Oidc {
  readonly routes: readonly Route[];
  readonly serveOptions: ServeOptions;
  /** The bearer token of the request endpoint (`ACTIONS_ID_TOKEN_REQUEST_TOKEN`). */
  readonly requestToken: string;
  /** Claims of the job, which override the defaults; tests can change them. `sub` is derived from `repository`, `environment` and `ref` unless set. */
  claims: Record<string, unknown>;
  /** Lifetime of a token in seconds; GitHub's is five minutes. */
  lifetimeSeconds: number;
  /** A token like from the request endpoint. */
  token(audience?: string, claims?: Record<string, unknown>): Promise<string>;
  /** The issuer's base URL is known once it listens. */
  issuer: string;
}

const DEFAULT_CLAIMS = {
  repository: 'orchestra/orchestra',
  repository_owner: 'orchestra',
  repository_id: '700000001',
  repository_owner_id: '600000001',
  repository_visibility: 'private',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  ref_protected: 'true',
  sha: '0000000000000000000000000000000000000000',
  workflow: 'Deploy',
  event_name: 'push',
  actor: 'octocat',
  actor_id: '500000001',
  run_id: '9000000001',
  run_number: '1',
  run_attempt: '1',
  runner_environment: 'github-hosted',
  base_ref: '',
  head_ref: '',
};

export function createOidc(core: Core): Oidc {
  const oidc: Oidc = {
    serveOptions: { systemParameters: false },
    routes: [
      route('GET', '/.well-known/openid-configuration', () => ({ body: discovery(oidc.issuer) }), { open: true }),
      route('GET', '/.well-known/jwks', async () => ({ body: { keys: [(await signingKey('github')).jwk] } }), {
        open: true,
      }),
      route(
        'GET',
        '/token',
        async ({ headers, query }) => {
          if (!sameToken(headers.authorization, oidc.requestToken)) {
            return { status: 401, body: { message: 'Unauthorized', typeKey: 'UnauthorizedRequestException' } };
          }
          const value = await oidc.token(query.get('audience') ?? undefined);
          return { body: { count: value.length, value } };
        },
        { open: true, query: ['audience', 'api-version'] },
      ),
    ],
    requestToken: randomBytes(32).toString('base64url'),
    claims: {},
    lifetimeSeconds: 300,
    issuer: '',
    async token(audience, overrides = {}) {
      const claims: Record<string, unknown> = { ...DEFAULT_CLAIMS, ...oidc.claims, ...overrides };
      const now = Math.floor(core.clock.now() / 1000);
      const { repository, ref, environment } = claims;
      const key = await signingKey('github');
      return key.sign({
        sub: environment ? `repo:${repository}:environment:${environment}` : `repo:${repository}:ref:${ref}`,
        workflow_ref: `${repository}/.github/workflows/deploy.yml@${ref}`,
        job_workflow_ref: `${repository}/.github/workflows/deploy.yml@${ref}`,
        workflow_sha: claims.sha,
        job_workflow_sha: claims.sha,
        aud: audience ?? `https://github.com/${claims.repository_owner}`,
        iss: oidc.issuer,
        jti: randomUUID(),
        nbf: now - 600,
        iat: now,
        exp: now + oidc.lifetimeSeconds,
        ...claims,
      });
    },
  };
  return oidc;
}

const sameToken = (header: string | undefined, token: string) => /^bearer (.+)$/i.exec(header ?? '')?.[1] === token;

function discovery(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', ...Object.keys(DEFAULT_CLAIMS), 'environment'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}
