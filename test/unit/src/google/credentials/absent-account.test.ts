/** A deployer that does not exist is named as such: its 404 is not taken for the absence of an image, a service or a bucket. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULTS } from '../../../../../packages/emulator/src/defaults.ts';
import { type Emulator, startEmulator } from '../../../../../packages/emulator/src/start.ts';
import { createAuth } from '../../../../../src/google/auth.ts';
import { readEndpoints } from '../../../../../src/google/endpoints.ts';
import { absent } from '../../../../../src/google/errors/not-found.ts';
import { systemClock } from '../../../../../src/runtime/clock.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.stop());

test('of a service account that is impersonated', async () => {
  const inputs = {
    workloadIdentityProvider: DEFAULTS.provider,
    serviceAccount: 'deploy@acme-prod.iam.gserviceaccount.com',
  };
  const { accessToken } = createAuth(inputs, readEndpoints(emulator.env), emulator.env, () => {}, systemClock);
  await expect(absent(accessToken())).rejects.toThrow(
    'Service account deploy@acme-prod.iam.gserviceaccount.com: does not exist, so it cannot be impersonated.',
  );
});

test('an empty provider beside a service account is named', async () => {
  const inputs = { workloadIdentityProvider: undefined, serviceAccount: 'deployer@acme-prod.iam.gserviceaccount.com' };
  const env = { ...process.env };
  for (const name of ['GOOGLE_APPLICATION_CREDENTIALS', 'google_application_credentials']) delete process.env[name];
  process.env.HOME = process.env.CLOUDSDK_CONFIG = '/nonexistent';
  process.env.METADATA_SERVER_DETECTION = 'none';
  try {
    const { accessToken } = createAuth(inputs, readEndpoints({}), {}, () => {}, systemClock);
    await expect(accessToken()).rejects.toThrow(
      'workload-identity-provider is empty. A workflow variable is empty if it does not exist',
    );
  } finally {
    process.env = env;
  }
});
