/** build-image signs what it pushes, and reuses only what it can verify: through the bundle, against a local Sigstore. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SLSA_PROVENANCE } from '../../../src/provenance/statement.ts';
import { createVerifier } from '../../../src/provenance/verifier.ts';
import { type SigningNetwork, startSigningNetwork } from '../../harness/signing/network.ts';
import { type Claims, type Sigstore, startSigstore } from '../../harness/signing/sigstore.ts';
import { claims, IDENTITY } from '../../unit/provenance/fixture.ts';
import { createFixture, type Fixture } from './build-image.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'trusted-root-'));
const trustedRoot = join(folder, 'trusted-root.json');
let sigstore: Sigstore;
beforeAll(async () => {
  sigstore = await startSigstore();
  writeFileSync(trustedRoot, JSON.stringify(sigstore.trustedRoot()));
});
afterAll(async () => {
  await sigstore[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

let fixture: Fixture;
let network: SigningNetwork;
beforeEach(async () => {
  fixture = await createFixture();
  network = await startSigningNetwork(sigstore, claims(), fixture.emulator.env);
});
afterEach(async () => {
  await network[Symbol.asyncDispose]();
  await fixture[Symbol.asyncDispose]();
});

const event = { repository: { default_branch: 'main' } };
const WORKFLOW = { GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main' };

const step = (given: Record<string, string> = {}, over: Claims = {}, env: Record<string, string | undefined> = {}) => {
  network.claims = claims(over);
  return fixture.step({ with: given, event, env: { ...WORKFLOW, ...network.env, ...env } });
};
const ENFORCED = { 'require-provenance': 'enforce', 'trusted-root': trustedRoot };

/** The attestations of a digest, as registry clients find them. */
async function attestations(digest: string, image = fixture.image): Promise<{ tag: string; bundle: Buffer }[]> {
  const base = `http://${image.replace('/', '/v2/')}`;
  const headers = {
    authorization: `Bearer ${fixture.emulator.token()}`,
    accept: 'application/vnd.oci.image.manifest.v1+json',
  };
  const list = (await (await fetch(`${base}/tags/list`, { headers })).json()) as { tags: string[] };
  const tags = list.tags.filter((tag) => tag.startsWith(`attestation-${digest.replace('sha256:', '')}-`));
  return await Promise.all(
    tags.map(async (tag) => {
      const { layers } = (await (await fetch(`${base}/manifests/${tag}`, { headers })).json()) as {
        layers: { digest: string }[];
      };
      const blob = await fetch(`${base}/blobs/${layers[0]?.digest}`, { headers });
      return { tag, bundle: Buffer.from(await blob.arrayBuffer()) };
    }),
  );
}

describe('sign: auto', () => {
  test('signs the index and its images in the public log for a public repository', async () => {
    const result = await step();
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.log).toContain('Signed provenance');
    expect(network.calls).toContain('POST fulcio.sigstore.dev/api/v2/signingCert');
    expect(network.calls).toContain('POST rekor.sigstore.dev/api/v1/log/entries');
    const digests = [
      result.outputs.digest ?? '',
      ...Object.values(JSON.parse(result.outputs.digests ?? '{}') as object),
    ];
    expect(digests).toHaveLength(2);
    const verify = createVerifier([sigstore.trustedRoot()]);
    for (const digest of digests) {
      const [found] = await attestations(digest);
      expect(
        verify(found?.bundle as Buffer, { digest, predicateType: SLSA_PROVENANCE, identity: IDENTITY }),
      ).toMatchObject({
        verified: true,
      });
    }
    expect(result.masks.some((mask) => mask.startsWith('ey'))).toBe(true);
    expect(result.summary).toContain('Signed provenance');
  });

  test('signs the SBOM of each image, by its digest', async () => {
    fixture.docker({ builds: [{ sbom: { spdxVersion: 'SPDX-2.3' } }] });
    const result = await step({ platforms: 'linux/amd64\nlinux/arm64' });
    expect(result.errors).toEqual([]);
    expect(result.summary).toContain('Signed provenance and 2 SBOMs');
    const verifier = new Verifier(toTrustMaterial(TrustedRoot.fromJSON(sigstore.trustedRoot())));
    const images = Object.entries(JSON.parse(result.outputs.digests ?? '{}') as Record<string, string>);
    expect(images).toHaveLength(2);
    for (const [platform, digest] of images) {
      const bundles = (await attestations(digest)).map(({ bundle }) => bundleFromJSON(JSON.parse(String(bundle))));
      const statements = bundles.map((bundle) => {
        expect(() => verifier.verify(toSignedEntity(bundle))).not.toThrow();
        return JSON.parse(bundle.content.$case === 'dsseEnvelope' ? String(bundle.content.dsseEnvelope.payload) : '');
      });
      const sha256 = digest.replace('sha256:', '');
      expect(statements.filter(({ predicateType }) => predicateType === 'https://spdx.dev/Document')).toEqual([
        expect.objectContaining({
          subject: [{ name: fixture.image, digest: { sha256 } }],
          predicate: { name: platform, spdxVersion: 'SPDX-2.3' },
        }),
      ]);
    }
  });

  test('a private repository never reaches the public log', async () => {
    const result = await step({}, { repository_visibility: 'private' });
    expect(result.exitCode).toBe(0);
    expect(network.calls.filter((call) => call.includes('sigstore.dev'))).toEqual([]);
    expect(network.calls).toContain('POST fulcio.githubapp.com/api/v2/signingCert');
    expect(network.calls).toContain('POST timestamp.githubapp.com/api/v1/timestamp');
  });

  test('a private repository reaches it if an input says so', async () => {
    await step({ 'sign-log': 'public' }, { repository_visibility: 'private' });
    expect(network.calls).toContain('POST rekor.sigstore.dev/api/v1/log/entries');
  });

  test.each([
    ['the token is of another issuer', {}, { iss: 'https://ghes.internal/_services/token' }, "the job's token is of"],
    [
      'the server is GitHub Enterprise Server',
      { GITHUB_SERVER_URL: 'https://ghes.internal' },
      {},
      'GitHub Enterprise Server',
    ],
    [
      'the event is pull_request_target',
      { GITHUB_EVENT_NAME: 'pull_request_target' },
      {},
      'a run started by pull_request_target',
    ],
  ])('says in one line why it did not sign: %s', async (_, env, over, why) => {
    const result = await step({}, over, env);
    expect(result.exitCode).toBe(0);
    expect(result.warnings).toEqual([]);
    expect(result.log.split('\n').filter((line) => line.includes('Not signed:'))).toEqual([
      expect.stringContaining(why),
    ]);
    expect(network.calls).toEqual([]);
  });

  test('warns if Sigstore does not respond', async () => {
    const result = await step({}, {}, { HTTPS_PROXY: 'http://127.0.0.1:9' });
    expect(result.exitCode).toBe(0);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('The image was not signed'),
    ]);
  });
});

test('in a repository with immutable tags attestations get tags of their own, and a re-run moves none', async () => {
  fixture.emulator.seed.repository({ id: 'fixed', immutableTags: true });
  const image = fixture.image.replace('/orchestra/', '/fixed/');
  const first = await step({ image, sign: 'required' });
  expect(first.exitCode, first.log).toBe(0);
  const digest = first.outputs.digest as string;
  const before = (await attestations(digest, image)).map(({ tag }) => tag);
  expect(before).toHaveLength(1);
  const again = await step({ image, sign: 'required', ...ENFORCED }, { run_id: '43' });
  expect(again.exitCode, again.log).toBe(0);
  expect(again.outputs).toMatchObject({ reused: 'true', digest });
  const verify = createVerifier([sigstore.trustedRoot()]);
  const after = await attestations(digest, image);
  expect(after.map(({ tag }) => tag)).toEqual(expect.arrayContaining(before));
  for (const { bundle } of after)
    expect(verify(bundle, { digest, predicateType: SLSA_PROVENANCE, identity: IDENTITY })).toMatchObject({
      verified: true,
    });
});

describe('in a repository with immutable tags, where provenance is required', () => {
  const SIGNED = { sign: 'required', ...ENFORCED };
  const repository = () => {
    fixture.emulator.seed.repository({ id: 'fixed', immutableTags: true });
    const image = fixture.image.replace('/orchestra/', '/fixed/');
    return { image, name: image.replace(/^[^/]+\//, '') };
  };

  test('a step that could not sign leaves no tag, so its re-run builds, signs and tags', async () => {
    const { image, name } = repository();
    const { store } = fixture.emulator.registry;
    const killed = await step({ image, ...SIGNED }, {}, { HTTPS_PROXY: 'http://127.0.0.1:9' });
    expect(killed.errors.map(({ message }) => message)).toEqual([expect.stringContaining('not signed')]);
    expect(await store.manifest(name, 'a'.repeat(40))).toBeUndefined();
    const again = await step({ image, ...SIGNED });
    expect(again.exitCode, again.log).toBe(0);
    const digest = again.outputs.digest ?? '';
    expect((await store.manifest(name, 'a'.repeat(40)))?.digest).toBe(digest);
    expect((await store.manifest(name, 'a'.repeat(7)))?.digest).toBe(digest);
    expect(await attestations(digest, image)).toHaveLength(1);
    const later = await step({ image, ...SIGNED });
    expect(later.outputs, later.log).toMatchObject({ reused: 'true', digest });
  });

  test('an unsigned image that has the tags is not reused, and the error says what to do', async () => {
    const { image } = repository();
    const unsigned = await step({ image, sign: 'off' });
    const result = await step({ image, ...SIGNED });
    expect(result.errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        new RegExp(
          `The tag a+ exists, points at ${unsigned.outputs.digest}, .*no attestation is attached.*Delete it with "gcloud artifacts docker images delete ${image}@${unsigned.outputs.digest} --delete-tags"`,
        ),
      ),
    ]);
  });

  test('an unsigned image under the tag of the inputs hides no signed one of the commit', async () => {
    const { image, name } = repository();
    const { store } = fixture.emulator.registry;
    const first = await step({ image, ...SIGNED });
    const [tag] = fixture.pushes().flatMap((path) => /inputs-[0-9a-f]{40}$/.exec(path) ?? []);
    await store.remove(name, tag ?? '');
    const other = await step({ image, sign: 'off' }, {}, { GITHUB_SHA: 'b'.repeat(40) });
    expect((await store.manifest(name, tag ?? ''))?.digest).toBe(other.outputs.digest);
    const again = await step({ image, ...SIGNED });
    expect(again.outputs, again.log).toMatchObject({ reused: 'true', digest: first.outputs.digest });
  });
});

describe('sign: required', () => {
  test('fails before the build where nothing can be signed', async () => {
    const result = await step({ sign: 'required' }, {}, { GITHUB_EVENT_NAME: 'pull_request_target' });
    expect(result.errors.map(({ message }) => message)).toEqual([expect.stringContaining('Input sign: is required')]);
    expect(fixture.builds()).toEqual([]);
    expect(fixture.pushes()).toEqual([]);
  });

  test('fails if Sigstore does not respond', async () => {
    const result = await step({ sign: 'required' }, {}, { HTTPS_PROXY: 'http://127.0.0.1:9' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.map(({ message }) => message)).toEqual([expect.stringContaining('not signed')]);
  });
});

describe('reuse where provenance is enforced', () => {
  test('takes an image that main signed', async () => {
    const first = await step(ENFORCED);
    expect(first.outputs.reused).toBe('false');
    const second = await step(ENFORCED);
    expect(second.outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
  });

  test.each([
    ['unsigned', { sign: 'off' }, {}, 'no attestation is attached'],
    [
      'signed by a pull request',
      {},
      { ref: 'refs/pull/7/merge', event_name: 'pull_request' },
      'is of refs/pull/7/merge',
    ],
    ['signed by another repository', {}, { repository: 'acme/other', repository_id: '7' }, 'is of repository'],
  ])('ignores one that is %s, with one line, and builds', async (_, given, over, why) => {
    await step(given, over);
    const second = await step(ENFORCED);
    expect(second.outputs.reused).toBe('false');
    expect(second.log.split('\n').filter((line) => line.includes('Nothing to reuse:'))).toEqual([
      expect.stringContaining(why),
    ]);
    expect(fixture.builds()).toHaveLength(2);
  });

  test('reads no unsigned build cache, and writes none at another ref', async () => {
    await step(ENFORCED);
    const [build] = fixture.builds();
    expect(build?.args).not.toContain('--cache-from');
    expect(build?.args).toContain('--cache-to');
    await step({ ...ENFORCED, 'no-cache': 'true' }, {}, { GITHUB_REF: 'refs/heads/feature' });
    expect(fixture.builds()[1]?.args).not.toContain('--cache-to');
  });

  test('reads no unsigned cache mounts, and writes none at another ref', async () => {
    const run = 'RUN --mount=type=cache,target=/cache true';
    fixture.write('Dockerfile', `FROM alpine\n${run}\n`);
    fixture.docker({ builds: [{ name: `[2/2] ${run}` }] });
    const tag = 'buildcache-mounts-linux-amd64';
    let builds = 0;
    const build = async (given: Record<string, string>, env = {}) => {
      fixture.write('main.go', String(++builds));
      const result = await step({ cache: 'off', 'cache-mounts': 'true', ...given }, {}, env);
      expect(result.exitCode, result.log).toBe(0);
      expect(result.warnings.filter(({ message }) => message.includes('mounts'))).toEqual([]);
      return result.log;
    };
    expect(await build(ENFORCED)).toContain('Saved the cache mounts');
    const signed = (await fixture.digest(tag)) ?? '';
    expect(await attestations(signed)).toHaveLength(1);
    expect(await build(ENFORCED, { GITHUB_REF: 'refs/heads/feature' })).toMatch(/Restored the cache mounts .*@sha256:/);
    expect(await fixture.digest(tag)).toBe(signed);

    // Another user of the repository replaces them.
    expect(await build({ sign: 'off' })).toContain('Saved the cache mounts');
    expect(await fixture.digest(tag)).not.toBe(signed);
    const log = await build(ENFORCED);
    expect(log).toContain('The cache mounts in the registry are ignored: ');
    expect(log).not.toContain('Restored the cache mounts');
    expect(await build(ENFORCED)).toContain('Restored the cache mounts');
  });
});
