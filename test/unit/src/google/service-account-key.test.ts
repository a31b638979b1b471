/** `credentials-json`, the way to a first try: it authenticates with the key, warns, and never shows it. */
import { generateKeyPairSync } from 'node:crypto';
import type { JWT } from 'google-auth-library';
import { expect, test } from 'vitest';
import { createAuth } from '../../../../src/google/auth.ts';
import { readEndpoints } from '../../../../src/google/endpoints.ts';
import { readSharedInputs } from '../../../../src/inputs/shared.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { type Context, connect } from '../../../../src/runtime/context.ts';
import { InputError } from '../../../../src/runtime/errors.ts';
import { createInputReader } from '../../../../src/runtime/inputs.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const EMAIL = 'deployer@acme-prod.iam.gserviceaccount.com';
const KEY = JSON.stringify({ type: 'service_account', client_email: EMAIL, private_key: PEM });

function read(inputs: Record<string, string>) {
  const env = Object.entries({ project: 'acme-prod', commit: 'a'.repeat(40), ...inputs });
  const reader = createInputReader(
    Object.fromEntries(env.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  const shared = readSharedInputs(reader, { github: {}, env: {} } as unknown as Context);
  reader.done();
  return shared.auth;
}
const problems = (inputs: Record<string, string>): string => {
  try {
    read(inputs);
    return '';
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
};

test('the key signs a request for a token, and is masked', async () => {
  const masked: string[] = [];
  const auth = createAuth(
    read({ 'credentials-json': KEY }),
    readEndpoints({}),
    {},
    (value) => masked.push(value),
    systemClock,
  );
  const client = (await auth.client()) as JWT;
  const asked: { url: string; data: URLSearchParams }[] = [];
  client.transporter.request = (async (options: { url: string; data: URLSearchParams }) => {
    asked.push(options);
    return { data: { access_token: 'ya29.x', expires_in: 3600 } };
  }) as never;
  expect(await auth.accessToken()).toBe('ya29.x');
  const [, claims = ''] = asked[0]?.data.get('assertion')?.split('.') ?? [];
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    iss: EMAIL,
    scope: 'https://www.googleapis.com/auth/cloud-platform',
  });
  expect(asked[0]?.url).toBe('https://oauth2.googleapis.com/token');
  expect(masked).toContain(PEM);
  expect(auth.member()).toBe(`serviceAccount:${EMAIL}`);
});

test('a warning names federation, once', () => {
  const warnings: string[] = [];
  const context = {
    env: {},
    endpoints: readEndpoints({}),
    clock: systemClock,
    signal: new AbortController().signal,
    mask: () => {},
    log: { warning: (message: string) => warnings.push(message) },
  } as unknown as Context;
  const inputs = read({ 'credentials-json': KEY });
  connect(context, inputs);
  connect(context, { ...inputs });
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/Workload Identity Federation/);
  expect(warnings[0]).not.toContain(PEM.slice(40, 80));
});

test.each([
  ['{"type":', /Input credentials-json: is not valid JSON/],
  ['{"type":"authorized_user"}', /is not a service account key/],
  [JSON.stringify({ type: 'service_account', client_email: EMAIL }), /has no client_email and private_key/],
  [
    JSON.stringify({ type: 'service_account', client_email: EMAIL, private_key: 'x' }),
    /private_key that cannot be read/,
  ],
])('a bad key is refused: %#', (text, says) => {
  expect(problems({ 'credentials-json': text })).toMatch(says);
});

test('it cannot be combined with federation', () => {
  const provider = 'projects/1/locations/global/workloadIdentityPools/github/providers/github';
  const messages = problems({ 'credentials-json': KEY, 'workload-identity-provider': provider });
  expect(messages).toMatch(/cannot be combined with workload-identity-provider/);
  expect(messages).not.toContain('PRIVATE');
});
