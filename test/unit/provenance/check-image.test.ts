/** Attestations in a registry: many signers and pushers, immutable tags, and what clean-up leaves. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pusher } from '../../../packages/emulator/src/registry/push.ts';
import { type Emulator, startEmulator } from '../../../packages/emulator/src/start.ts';
import { createRegistry, OCI_MANIFEST } from '../../../src/container/registry.ts';
import { createRegistryArtifacts, sha256Digest } from '../../../src/container/registry-artifacts.ts';
import { createHttpClient } from '../../../src/google/http/client.ts';
import { type AttestationStore, createAttestationStore } from '../../../src/provenance/attestation-store.ts';
import { attestationTagPrefix } from '../../../src/provenance/attestation-tag.ts';
import { checkImage } from '../../../src/provenance/check-image.ts';
import { SLSA_PROVENANCE } from '../../../src/provenance/statement.ts';
import { createVerifier, type VerifyBundle } from '../../../src/provenance/verifier.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { type Sigstore, startSigstore } from '../../harness/signing/sigstore.ts';
import { claims, IDENTITY, statement } from './fixture.ts';

let emulator: Emulator;
let sigstore: Sigstore;
let verify: VerifyBundle;
let store: AttestationStore;
let token: string;
beforeAll(async () => {
  [emulator, sigstore] = await Promise.all([startEmulator(), startSigstore()]);
  verify = createVerifier([sigstore.trustedRoot()]);
  token = emulator.token();
  emulator.seed.all();
  emulator.seed.repository({ id: 'immutable', immutableTags: true });
  const http = createHttpClient({
    clock: systemClock,
    signal: new AbortController().signal,
    userAgent: 'test',
    accessToken: async () => token,
  });
  store = createAttestationStore(createRegistry(http), createRegistryArtifacts(http));
});
afterAll(async () => {
  await emulator.stop();
  await sigstore[Symbol.asyncDispose]();
});

let image: { host: string; path: string };
let subject: { mediaType: string; digest: string; size: number };
let push: ReturnType<typeof pusher>;
let count = 0;
const useImage = async (repository: string) => {
  image = { host: emulator.registryHost, path: `orchestra-dev/${repository}/web-${++count}` };
  push = pusher(`http://${image.host}/v2/${image.path}`, token);
  const config = await push.blob(Buffer.from(`{"of":${count}}`), 'application/vnd.oci.image.config.v1+json');
  subject = await push.manifest({ schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers: [] }, 'v1');
};
beforeEach(() => useImage('orchestra'));

const hexOf = (digest: string) => digest.replace('sha256:', '');
const signed = async (digest = subject.digest, over = {}) =>
  JSON.stringify(await sigstore.sign(statement({ digest: hexOf(digest) }), { claims: claims(over) }));
const write = (bundle: string, digests = [subject.digest], created = new Date().toISOString()) =>
  store.write(image, subject, digests, { bundle, predicateType: SLSA_PROVENANCE, created });
const check = (digest = subject.digest, from = store) =>
  checkImage(from, verify, { ...image, digest }, { predicateType: SLSA_PROVENANCE, identity: IDENTITY });

/** What anyone with the right to push may put under a tag. */
async function plant(tag: string, content: string, mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json') {
  const config = await push.blob(Buffer.from('{}'), 'application/vnd.oci.empty.v1+json');
  const layer = await push.blob(Buffer.from(content), mediaType);
  return await push.manifest({ schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers: [layer] }, tag);
}

describe('an image', () => {
  test('without attestations', async () => {
    expect(await check()).toEqual({
      verified: false,
      reason: `no attestation is attached to ${image.host}/${image.path}@${subject.digest}`,
    });
  });

  test('with its provenance, also if only the list of referrers has it', async () => {
    const [tag = ''] = await write(await signed());
    expect(await check()).toMatchObject({ verified: true, build: { commit: 'c'.repeat(40) } });
    await fetch(`http://${image.host}/v2/${image.path}/manifests/${tag}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await store.list(image, subject.digest)).toEqual([]);
    expect(await check()).toMatchObject({ verified: true });
  });

  test('whose provenance was made for each image of an index', async () => {
    const child = sha256Digest(Buffer.from('child'));
    const bundle = await sigstore.sign(statement({ digests: [subject.digest, child].map(hexOf) }), {
      claims: claims(),
    });
    await write(JSON.stringify(bundle), [subject.digest, child]);
    expect(await check(child)).toMatchObject({ verified: true });
  });

  test('whose attestations say why they do not count', async () => {
    await write(await signed(sha256Digest(Buffer.from('x'))));
    await write(await signed(subject.digest, { repository_id: '7' }));
    expect(await check()).toMatchObject({
      verified: false,
      reason: expect.stringMatching(/^2 attestations are attached .*: 1 is .*another image.*|of repository/),
    });
  });
});

describe('signers', () => {
  test('that sign one image at the same moment keep all attestations, and a repeated write is none', async () => {
    const bundles = await Promise.all([1, 2, 3, 4, 5].map(() => signed()));
    const tags = await Promise.all(bundles.map((bundle) => write(bundle)));
    expect(new Set(tags.flat()).size).toBe(5);
    expect(await store.list(image, subject.digest)).toHaveLength(5);
    const created = new Date().toISOString();
    const [once, again] = [
      await write(bundles[0] as string, undefined, created),
      await write(bundles[0] as string, undefined, created),
    ];
    expect(again).toEqual(once);
    expect(await store.list(image, subject.digest)).toHaveLength(6);
  });

  test('in a repository with immutable tags', async () => {
    await useImage('immutable');
    const created = new Date().toISOString();
    const bundle = await signed();
    expect(await write(bundle, undefined, created)).toEqual(await write(bundle, undefined, created));
    await write(await signed());
    expect(await store.list(image, subject.digest)).toHaveLength(2);
    expect(await check()).toMatchObject({ verified: true });
  });
});

describe('another pusher', () => {
  test('adds ten thousand attestations: the true one is found', async () => {
    const config = await push.blob(Buffer.from('{}'), 'application/vnd.oci.empty.v1+json');
    const junk = await push.blob(Buffer.from('junk'), 'application/vnd.dev.sigstore.bundle.v0.3+json');
    const planted = {
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config,
      layers: [{ ...junk, data: Buffer.from('junk').toString('base64') }],
    };
    const tags = Array.from(
      { length: 10_000 },
      (_, i) => attestationTagPrefix(subject.digest) + String(i).padStart(32, '0'),
    );
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let tag = tags.pop(); tag; tag = tags.pop()) await push.manifest(planted, tag);
      }),
    );
    expect(await check()).toMatchObject({ verified: false, reason: expect.stringContaining('10000 is overwritten') });
    await write(await signed());
    expect(await check()).toMatchObject({ verified: true });
  }, 120_000);

  test('overwrites the tag of the true one: it is found by the list of referrers, or nothing counts', async () => {
    const [tag = ''] = await write(await signed());
    await plant(tag, 'nothing');
    expect(await check()).toMatchObject({ verified: true });
    const without = { ...store, listReferrers: async () => [] };
    expect(await check(subject.digest, without)).toMatchObject({
      verified: false,
      reason: expect.stringContaining('overwritten'),
    });
  });

  test.each([
    ['a giant bundle', ' '.repeat(5_000_000), undefined, /larger than 4000000 bytes/],
    ['what is no bundle', '{}', 'text/plain', /no Sigstore bundle/],
    ['a malformed bundle', '{"mediaType":1}', undefined, /malformed/],
  ])('plants %s', async (_, content, mediaType, reason) => {
    const { digest } = await plant('planted', content, mediaType);
    await plant(`${attestationTagPrefix(subject.digest)}${hexOf(digest).slice(0, 32)}`, content, mediaType);
    expect(await check()).toMatchObject({ verified: false, reason: expect.stringMatching(reason) });
  });

  test('embeds other content than the manifest names: what is stored under the digest counts', async () => {
    const config = await push.blob(Buffer.from('{}'), 'application/vnd.oci.empty.v1+json');
    const stored = await push.blob(Buffer.from('stored'), 'application/vnd.dev.sigstore.bundle.v0.3+json');
    const layers = [{ ...stored, data: Buffer.from('embedded').toString('base64') }];
    await push.manifest({ schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers }, 'planted');
    const { bundle } = await store.read(image, subject.digest, 'planted');
    expect(String(bundle)).toBe('stored');
  });

  test('gives the provenance of one image to another', async () => {
    const other = sha256Digest(Buffer.from('another image'));
    await write(await signed(other));
    expect(await check()).toMatchObject({ verified: false, reason: expect.stringContaining('about another image') });
  });
});
