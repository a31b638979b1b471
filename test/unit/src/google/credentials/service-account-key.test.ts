/** `credentials-json`, the way to a first try: it authenticates with the key, warns, and never shows it. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JWT } from 'google-auth-library';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../../../packages/emulator/src/defaults.ts';
import { type Emulator, startEmulator } from '../../../../../packages/emulator/src/start.ts';
import { type AuthInputs, createAuth } from '../../../../../src/google/auth.ts';
import { readEndpoints } from '../../../../../src/google/endpoints.ts';
import { readSharedInputs } from '../../../../../src/inputs/shared.ts';
import { systemClock } from '../../../../../src/runtime/clock.ts';
import { type Context, connect } from '../../../../../src/runtime/context.ts';
import { InputError } from '../../../../../src/runtime/errors.ts';
import { createInputReader } from '../../../../../src/runtime/inputs.ts';

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
  const requested: { url: string; data: URLSearchParams }[] = [];
  client.transporter.request = (async (options: { url: string; data: URLSearchParams }) => {
    requested.push(options);
    return { data: { access_token: 'ya29.x', expires_in: 3600 } };
  }) as never;
  expect(await auth.accessToken()).toBe('ya29.x');
  const [, claims = ''] = requested[0]?.data.get('assertion')?.split('.') ?? [];
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    iss: EMAIL,
    scope: 'https://www.googleapis.com/auth/cloud-platform',
  });
  expect(requested[0]?.url).toBe('https://oauth2.googleapis.com/token');
  expect(masked).toContain(PEM);
  expect(auth.member()).toBe(`serviceAccount:${EMAIL}`);
});

describe('a key of the local Google Cloud', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.stop());
  const services = async (token: string) =>
    (
      await fetch(`${emulator.urls.run}/v2/projects/${DEFAULTS.project}/locations/us-central1/services`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).status;
  const auth = (inputs: AuthInputs, env: object = {}) =>
    createAuth(inputs, readEndpoints(emulator.env), { ...emulator.env, ...env }, () => {}, systemClock);
  const none = { workloadIdentityProvider: undefined, serviceAccount: undefined };

  test('is exchanged at the token endpoint of CLOUDSDK_AUTH_TOKEN_HOST', async () => {
    const inputs = read({ 'credentials-json': JSON.stringify(emulator.seed.key()) });
    expect(await services(await auth(inputs).accessToken())).toBe(200);
  });

  test('so is one in the file of GOOGLE_APPLICATION_CREDENTIALS', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'key-')), 'key.json');
    writeFileSync(file, JSON.stringify(emulator.seed.key()));
    const before = process.env.GOOGLE_APPLICATION_CREDENTIALS;
    // The library reads the variable of the process.
    process.env.GOOGLE_APPLICATION_CREDENTIALS = file;
    try {
      const own = auth(none, { GOOGLE_APPLICATION_CREDENTIALS: file });
      expect(await services(await own.accessToken())).toBe(200);
      expect(own.member()).toBe(`serviceAccount:${DEFAULTS.serviceAccount}`);
    } finally {
      if (before === undefined) delete process.env.GOOGLE_APPLICATION_CREDENTIALS;
      else process.env.GOOGLE_APPLICATION_CREDENTIALS = before;
      rmSync(dirname(file), { recursive: true });
    }
  });

  test('that was deleted, or is of another account, is refused', async () => {
    const other = { ...emulator.seed.key(), private_key: PEM };
    await expect(auth(read({ 'credentials-json': JSON.stringify(other) })).accessToken()).rejects.toThrow(
      /Invalid JWT Signature/,
    );
    const gone = JSON.stringify({ ...other, client_email: 'gone@acme-prod.iam.gserviceaccount.com' });
    await expect(auth(read({ 'credentials-json': gone })).accessToken()).rejects.toThrow(/account not found/);
  });

  test('a token endpoint that is not a URL is refused', async () => {
    const inputs = read({ 'credentials-json': JSON.stringify(emulator.seed.key()) });
    await expect(auth(inputs, { CLOUDSDK_AUTH_TOKEN_HOST: 'oauth2' }).accessToken()).rejects.toThrow(
      'Variable CLOUDSDK_AUTH_TOKEN_HOST: "oauth2" is not a URL. Write for instance https://oauth2.googleapis.com/token.',
    );
  });
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
