/** Cloud KMS: standard verifiers accept its signatures. */
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../../src/start.ts';

const name = (key: string) =>
  `projects/orchestra-dev/locations/us-central1/keyRings/provenance/cryptoKeys/${key}/cryptoKeyVersions/1`;
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.stop());

const call = async (path: string, body?: object) => {
  const response = await fetch(`${emulator.urls.cloudkms}/v1/${path}`, {
    headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a response of an API
  return { status: response.status, body: (await response.json()) as any };
};
const digestOf = (data: Buffer) => createHash('sha256').update(data).digest('base64');

test.each(['EC_SIGN_P256_SHA256', 'RSA_SIGN_PKCS1_2048_SHA256'] as const)(
  'a signature of %s is one of the data, by the key that is shown',
  async (algorithm) => {
    emulator.kms.create(name(algorithm), algorithm);
    const { body: shown } = await call(`${name(algorithm)}/publicKey`);
    expect(shown.algorithm).toBe(algorithm);
    for (let i = 0; i < 8; i++) {
      const data = randomBytes(100);
      const { body } = await call(`${name(algorithm)}:asymmetricSign`, { digest: { sha256: digestOf(data) } });
      const signature = Buffer.from(body.signature, 'base64');
      expect(verify('sha256', data, createPublicKey(shown.pem), signature)).toBe(true);
      expect(verify('sha256', randomBytes(100), createPublicKey(shown.pem), signature)).toBe(false);
    }
  },
);

test('refuses a digest of another length, both of digest and data, a key that is not there, and one that is disabled', async () => {
  emulator.kms.create(name('a'));
  const sign = (body: object, key = 'a') => call(`${name(key)}:asymmetricSign`, body);
  expect((await sign({ digest: { sha256: 'AAAA' } })).status).toBe(400);
  expect((await sign({ digest: { sha256: digestOf(Buffer.from('')) }, data: 'AAAA' })).status).toBe(400);
  expect((await sign({ digest: { sha256: digestOf(Buffer.from('')) } }, 'gone')).status).toBe(404);
  emulator.kms.setState(name('a'), 'DISABLED');
  const disabled = await sign({ digest: { sha256: digestOf(Buffer.from('')) } });
  expect(disabled.body.error).toMatchObject({ status: 'FAILED_PRECONDITION', code: 400 });
  expect(disabled.body.error.message).toContain('is not enabled, current state is: DISABLED');
});
