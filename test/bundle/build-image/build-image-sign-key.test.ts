/** build-image signs with a key in Cloud KMS: nothing reaches Sigstore, GitHub or a log, and the public key is enough to verify. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttpClient } from '../../../src/google/http/client.ts';
import { verifyProvenance } from '../../../src/provenance/require-provenance.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { type SigningNetwork, startSigningNetwork } from '../../harness/signing/network.ts';
import { type Claims, type Sigstore, startSigstore } from '../../harness/signing/sigstore.ts';
import { claims, IDENTITY } from '../../unit/provenance/fixture.ts';
import { createFixture, type Fixture } from './build-image.fixture.ts';

const KEY = 'projects/orchestra-dev/locations/us-central1/keyRings/provenance/cryptoKeys/main/cryptoKeyVersions/1';
const folder = mkdtempSync(join(tmpdir(), 'provenance-key-'));
const keyFile = join(folder, 'provenance.pem');
let sigstore: Sigstore;
let network: SigningNetwork;
let fixture: Fixture;
let pem: string;
beforeEach(async () => {
  [sigstore, fixture] = await Promise.all([startSigstore(), createFixture()]);
  network = await startSigningNetwork(sigstore, claims({ repository_visibility: 'private' }), fixture.emulator.env);
  pem = fixture.emulator.kms.create(KEY);
  writeFileSync(keyFile, pem);
});
afterEach(async () => {
  await network[Symbol.asyncDispose]();
  await fixture[Symbol.asyncDispose]();
  await sigstore[Symbol.asyncDispose]();
});
afterAll(() => rmSync(folder, { recursive: true }));

const event = { repository: { default_branch: 'main' } };
const WORKFLOW = { GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main' };
const ENFORCED = { 'require-provenance': 'enforce', 'provenance-key': keyFile };
const step = (given: Record<string, string> = {}, over: Claims = {}, env: Record<string, string> = {}) => {
  network.claims = claims({ repository_visibility: 'private', ...over });
  return fixture.step({ with: { 'sign-key': KEY, ...given }, event, env: { ...WORKFLOW, ...network.env, ...env } });
};

/** Verifies like deploy-run: from the registry, with the public key. */
async function verified(digest: string, keys = [pem], serverUrl = 'https://github.com') {
  const [host = '', ...rest] = fixture.image.split('/');
  const token = fixture.emulator.token();
  const signal = new AbortController().signal;
  const http = createHttpClient({ clock: systemClock, signal, userAgent: 'test', accessToken: async () => token });
  const image = { host, path: rest.join('/'), digest };
  return await verifyProvenance(image, { identity: { ...IDENTITY, serverUrl }, trustedRoots: [], keys }, { http });
}

describe('sign-key', () => {
  test('signs the index and its images; nothing leaves Google Cloud', async () => {
    const result = await step();
    expect(result.errors).toEqual([]);
    expect(result.warnings).toEqual([]);
    expect(result.summary).toContain(`by the key ${KEY}, in no log`);
    const digests = [
      result.outputs.digest ?? '',
      ...Object.values(JSON.parse(result.outputs.digests ?? '{}') as object),
    ];
    expect(digests).toHaveLength(2);
    for (const digest of digests)
      expect(await verified(digest)).toMatchObject({
        verified: true,
        build: { repository: 'https://github.com/acme/shop', ref: 'refs/heads/main', trigger: 'push' },
      });
    expect(network.calls).toEqual([]);
    const other = fixture.emulator.kms.create(KEY.replace('/main/', '/other/'));
    expect(await verified(digests[0] ?? '', [other])).toMatchObject({ verified: false });
  });

  test('signs on GitHub Enterprise Server', async () => {
    const serverUrl = 'https://ghes.internal';
    const result = await step({}, { iss: `${serverUrl}/_services/token` }, { GITHUB_SERVER_URL: serverUrl });
    expect(result.warnings).toEqual([]);
    expect(await verified(result.outputs.digest ?? '', [pem], serverUrl)).toMatchObject({ verified: true });
  });

  test('reuses an image that the key signed on main, and no other', async () => {
    const first = await step(ENFORCED);
    expect((await step(ENFORCED)).outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
    fixture.emulator.kms.create(KEY);
    writeFileSync(keyFile, fixture.emulator.kms.create(KEY));
    const third = await step(ENFORCED);
    expect(third.outputs.reused).toBe('false');
    expect(third.log).toContain('signed with a key that does not count');
  });

  test('of a pull request signs as that, which the policy refuses', async () => {
    const result = await step({}, { ref: 'refs/pull/7/merge', event_name: 'pull_request' });
    expect(await verified(result.outputs.digest ?? '')).toMatchObject({
      verified: false,
      reason: expect.stringContaining('is of refs/pull/7/merge'),
    });
  });

  test.each<[string, () => void, string]>([
    [
      'the account has no permission to use it',
      () => void fixture.emulator.core.access.deny('cloudkms.cryptoKeyVersions.useToSign'),
      'roles/cloudkms.signerVerifier',
    ],
    ['it does not exist', () => fixture.emulator.kms.delete(KEY), 'not found'],
    ['it is disabled', () => fixture.emulator.kms.setState(KEY, 'DISABLED'), 'current state is: DISABLED'],
    [
      'it signs in another way',
      () => void fixture.emulator.kms.create(KEY, 'EC_SIGN_P384_SHA384'),
      'has the algorithm EC_SIGN_P384_SHA384. Expected EC_SIGN_P256_SHA256',
    ],
  ])('with sign: required, fails if %s', async (_, prepare, why) => {
    prepare();
    const result = await step({ sign: 'required', 'provenance-key': keyFile });
    expect(result.exitCode).toBe(1);
    const messages = result.errors.map(({ message }) => message).join('\n');
    expect(messages).toContain(why);
    expect(messages).toContain(KEY);
  });

  test('with sign: auto, the same is a warning', async () => {
    fixture.emulator.kms.setState(KEY, 'DISABLED');
    const result = await step();
    expect(result.exitCode).toBe(0);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('The image was not signed'),
    ]);
  });

  test('names what is wrong with its inputs, all at once', async () => {
    const wrong = await fixture.step({ with: { 'sign-key': 'main', 'provenance-key': 'package.json' }, event });
    const messages = wrong.errors.map(({ message }) => message).join('\n');
    expect(messages).toContain('"main" is not a key version. Write projects/PROJECT/locations/');
    expect(messages).toContain('there is no file');
    const together = await step({ sign: 'required', 'sign-log': 'public' });
    const texts = together.errors.map(({ message }) => message).join('\n');
    expect(texts).toContain('Input sign-log: signatures with a key are not logged');
    expect(texts).toContain('Input provenance-key: is required with sign-key');
    expect(fixture.builds()).toEqual([]);
  });
});
