/** GitHub's issuer → STS → IAM Credentials, with Google's auth library and with plain requests. */
import { IdentityPoolClient } from 'google-auth-library';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../src/defaults.ts';
import { signingKey } from '../../../src/identity/signing-keys.ts';
import type { Emulator } from '../../../src/start.ts';
import { caller, manualClock, start } from '../fixture.ts';

const AUDIENCE = `//iam.googleapis.com/${DEFAULTS.provider}`;
const ACCOUNT = `/v1/projects/-/serviceAccounts/${DEFAULTS.serviceAccount}`;
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

const exchange = (emulator: Emulator, subjectToken: string, changes: Record<string, string> = {}) =>
  caller(emulator, 'sts')('POST', '/v1/token', {
    token: null,
    json: {
      audience: AUDIENCE,
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      scope: SCOPE,
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      subjectToken,
      ...changes,
    },
  });

async function federated(emulator: Emulator, claims = {}): Promise<string> {
  const response = await exchange(emulator, await emulator.oidc.token(`https:${AUDIENCE}`, claims));
  return response.json.access_token;
}

describe("Google's auth library, with Application Default Credentials", () => {
  test.each([
    ['the federated principal', undefined, /^principal:.*\/subject\/repo:orchestra\/orchestra:ref:refs\/heads\/main$/],
    ['an impersonated account', DEFAULTS.serviceAccount, /^serviceAccount:deployer@/],
  ])('gets a token of %s', async (_, account, member) => {
    const emulator = await start();
    const client = new IdentityPoolClient({ ...emulator.seed.credentials(account), scopes: [SCOPE] });
    const { token } = await client.getAccessToken();
    expect(emulator.core.tokens.principal(token ?? '')?.member).toMatch(member);
  });
});

describe('the OIDC request endpoint', () => {
  test('wants the request token, and signs the claims of the job', async () => {
    const emulator = await start();
    const call = caller(emulator, 'oidc');
    expect((await call('GET', '/token?audience=x', { token: 'wrong' })).status).toBe(401);
    emulator.oidc.claims = { environment: 'production', repository: 'a/b' };
    const { json } = await call('GET', '/token?api-version=2.0&audience=x', { token: emulator.oidc.requestToken });
    expect(decodeJwt(json.value)).toMatchObject({
      aud: 'x',
      iss: emulator.urls.oidc,
      sub: 'repo:a/b:environment:production',
      repository: 'a/b',
      workflow_ref: 'a/b/.github/workflows/deploy.yml@refs/heads/main',
    });
  });
});

describe('the token exchange', () => {
  test('gives a token that lives no longer than the subject token, and stands for its subject', async () => {
    const clock = manualClock();
    const emulator = await start({ clock });
    const subject = await emulator.oidc.token(`https:${AUDIENCE}`);
    clock.advance(20);
    const { status, json } = await exchange(emulator, subject);
    expect(status).toBe(200);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 280 });
    const principal = emulator.core.tokens.principal(json.access_token);
    const pool = `iam.googleapis.com/projects/${DEFAULTS.projectNumber}/locations/global/workloadIdentityPools/github`;
    expect(principal?.member).toBe(`principal://${pool}/subject/repo:orchestra/orchestra:ref:refs/heads/main`);
    expect(principal?.sets).toContain(`principalSet://${pool}/attribute.repository/orchestra/orchestra`);
    clock.advance(281);
    expect(emulator.core.tokens.principal(json.access_token)).toBeUndefined();
  });

  test('takes a form as RFC 8693 has it', async () => {
    const emulator = await start();
    const body = new URLSearchParams({
      audience: AUDIENCE,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      scope: SCOPE,
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      subject_token: await emulator.oidc.token(AUDIENCE),
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await caller(emulator, 'sts')('POST', '/v1/token', { token: null, headers, body })).status).toBe(200);
  });

  const cases: [string, string, (emulator: Emulator) => Promise<string>, Record<string, string>?][] = [
    ['an audience that is no provider', 'invalid_target', (e) => e.oidc.token(AUDIENCE), { audience: `${AUDIENCE}x` }],
    ['a token for another audience', 'invalid_grant', (e) => e.oidc.token('https://example.com')],
    ['a token of another issuer', 'invalid_grant', (e) => e.oidc.token(AUDIENCE, { iss: 'https://evil.example' })],
    ['a text that is no token', 'invalid_grant', async () => 'abc'],
    [
      'a token signed by a stranger',
      'invalid_grant',
      async (e) => {
        const { iss, ...claims } = decodeJwt(await e.oidc.token(AUDIENCE));
        return (await signingKey('stranger')).sign({ ...claims, iss });
      },
    ],
    [
      'a token that expired',
      'invalid_grant',
      (e) => {
        const now = Math.floor(Date.now() / 1000);
        return e.oidc.token(AUDIENCE, { iat: now - 900, exp: now - 600 });
      },
    ],
    ['a missing scope', 'invalid_scope', (e) => e.oidc.token(AUDIENCE), { scope: '' }],
    ['another grant type', 'unsupported_grant_type', (e) => e.oidc.token(AUDIENCE), { grantType: 'password' }],
  ];
  test.each(cases)('refuses %s with %s', async (_, error, token, changes) => {
    const emulator = await start();
    const response = await exchange(emulator, await token(emulator), changes);
    expect(response.json).toMatchObject({ error, error_description: expect.any(String) });
    expect(response.status).toBe(400);
  });

  test('refuses claims that the attribute condition does not allow', async () => {
    const emulator = await start();
    emulator.seed.provider({
      attributeCondition: "assertion.repository_id == '700000001' && assertion.ref == 'refs/heads/main'",
    });
    expect(await federated(emulator)).toBeTruthy();
    const response = await exchange(emulator, await emulator.oidc.token(AUDIENCE, { ref: 'refs/heads/other' }));
    expect(response.json.error).toBe('unauthorized_client');
  });
});

describe('impersonation', () => {
  test('is for those who were granted it on the account', async () => {
    const emulator = await start();
    const pool = `iam.googleapis.com/projects/${DEFAULTS.projectNumber}/locations/global/workloadIdentityPools/github`;
    emulator.seed.serviceAccount({ users: [`principalSet://${pool}/attribute.repository/orchestra/orchestra`] });
    const call = caller(emulator, 'iamcredentials');
    const json = { scope: [SCOPE], lifetime: '600s' };
    const mine = await call('POST', `${ACCOUNT}:generateAccessToken`, { token: await federated(emulator), json });
    expect(mine.status).toBe(200);
    expect(emulator.core.tokens.remaining(mine.json.accessToken)).toBeGreaterThan(590);
    const token = await federated(emulator, { repository: 'mallory/other' });
    const refused = await call('POST', `${ACCOUNT}:generateAccessToken`, { token, json });
    expect(refused.status).toBe(403);
    expect(refused.json.error.message).toContain("'iam.serviceAccounts.getAccessToken'");
  });

  test.each([
    ['no scope', { lifetime: '600s' }, 400],
    ['a lifetime over an hour', { scope: [SCOPE], lifetime: '7200s' }, 400],
    ['a lifetime that is none', { scope: [SCOPE], lifetime: '1h' }, 400],
  ])('refuses %s', async (_, json, status) => {
    const emulator = await start();
    const token = await federated(emulator);
    const response = await caller(emulator, 'iamcredentials')('POST', `${ACCOUNT}:generateAccessToken`, {
      token,
      json,
    });
    expect(response.status).toBe(status);
  });

  test('knows no account that was not made', async () => {
    const emulator = await start();
    const path = ACCOUNT.replace('deployer', 'nobody');
    const json = { scope: [SCOPE] };
    expect((await caller(emulator, 'iamcredentials')('POST', `${path}:generateAccessToken`, { json })).status).toBe(
      404,
    );
  });

  test('mints identity tokens that verify, for the audience, until they expire', async () => {
    const clock = manualClock();
    const emulator = await start({ clock });
    const call = caller(emulator, 'iamcredentials');
    const token = await federated(emulator);
    const json = { audience: 'https://server.run', includeEmail: true };
    const { json: minted } = await call('POST', `${ACCOUNT}:generateIdToken`, { token, json });
    expect(decodeJwt(minted.token)).toMatchObject({ email: DEFAULTS.serviceAccount, aud: 'https://server.run' });
    expect(emulator.iamCredentials.verify(minted.token)).toMatchObject({
      email: DEFAULTS.serviceAccount,
      audience: 'https://server.run',
    });
    const forged = await (await signingKey('stranger')).sign(decodeJwt(minted.token) as Record<string, unknown>);
    expect(emulator.iamCredentials.verify(forged)).toBeUndefined();
    clock.advance(3601);
    expect(emulator.iamCredentials.verify(minted.token)).toBeUndefined();
  });
});
