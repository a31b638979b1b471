/** A merge in a registry: what is merged, what is signed, and what counts as merged before. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuildInputs } from '../../../actions/build-image/inputs.ts';
import { mergePlatforms } from '../../../actions/build-image/merge/merge-platforms.ts';
import type { BuildSession } from '../../../actions/build-image/report/outputs.ts';
import { gatherIngredients, reuseKey } from '../../../actions/build-image/reuse/key.ts';
import { CREATED_LABEL, KEY_LABEL } from '../../../actions/build-image/reuse/key-label.ts';
import { signImage } from '../../../actions/build-image/sign/sign-image.ts';
import { pusher } from '../../../packages/emulator/src/registry/push.ts';
import { type Emulator, startEmulator } from '../../../packages/emulator/src/start.ts';
import { createRegistry, OCI_INDEX, OCI_MANIFEST } from '../../../src/container/registry.ts';
import { createRegistryArtifacts } from '../../../src/container/registry-artifacts.ts';
import { createHttpClient } from '../../../src/google/http/client.ts';
import { requestIdToken } from '../../../src/google/oidc-token.ts';
import { createAttestationStore } from '../../../src/provenance/attestation-store.ts';
import type { ProvenanceIdentity } from '../../../src/provenance/identity.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { anInput } from './inputs-of.ts';

const KEY = 'projects/orchestra-dev/locations/us-central1/keyRings/provenance/cryptoKeys/main/cryptoKeyVersions/1';
let emulator: Emulator;
let pem: string;
let count = 0;
const folder = mkdtempSync(join(tmpdir(), 'merge-'));
beforeAll(async () => {
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n');
  emulator = await startEmulator();
  emulator.seed.all();
  pem = emulator.kms.create(KEY);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await emulator.stop();
});

const NAMES = ['amd64', 'arm64'] as const;
const PLATFORMS = NAMES.map((name) => `linux/${name}`);

/** A registry with an image of each platform, each in an index as BuildKit pushes it, built from the inputs of the merge. */
async function fixture() {
  const token = emulator.token();
  const { signal } = new AbortController();
  const http = createHttpClient({ clock: systemClock, signal, userAgent: 'test', accessToken: async () => token });
  const registry = createRegistry(http);
  const image = { host: emulator.registryHost, path: `orchestra-dev/orchestra/web-${++count}` };
  const base = anInput({ image, repository: undefined, platforms: PLATFORMS, workspace: folder, signKey: KEY });
  const keyOf = (inputs: BuildInputs) => reuseKey(gatherIngredients(inputs, undefined));
  const { blob, manifest } = pusher(`http://${image.host}/v2/${image.path}`, token);
  const push = async (architecture: string) => {
    const labels = {
      [KEY_LABEL]: keyOf({ ...base, platforms: [`linux/${architecture}`] }),
      [CREATED_LABEL]: new Date().toISOString(),
    };
    const config = JSON.stringify({ os: 'linux', architecture, config: { Labels: labels }, rootfs: { diff_ids: [] } });
    const single = await manifest({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: await blob(Buffer.from(config), 'application/vnd.oci.image.config.v1+json'),
      layers: [],
    });
    const entry = { ...single, platform: { os: 'linux', architecture } };
    const index = await manifest({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [entry] });
    return { index: index.digest, single: single.digest };
  };
  const sources = await Promise.all(NAMES.map(push));
  const merge = new Map(sources.map(({ index }, i) => [PLATFORMS[i] as string, index]));
  const outputs: Record<string, unknown> = {};
  const quiet = () => {};
  const context = {
    log: { info: quiet, debug: quiet, notice: quiet, warning: quiet },
    summary: { heading: quiet, paragraph: quiet, table: quiet, collapsed: quiet, block: quiet },
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    mask: quiet,
    clock: systemClock,
    signal,
    env: emulator.env,
    github: { serverUrl: 'https://github.com', eventName: 'push', payload: {}, runUrl: 'u', repository: 'acme/shop' },
  };
  const session = (about: Partial<BuildInputs>) => {
    const inputs = { ...base, merge, ...about };
    const endpoints = { cloudkms: emulator.urls.cloudkms };
    const auth = { jobToken: (audience: string) => requestIdToken(emulator.env, audience, quiet, systemClock) };
    const cloud = { http, endpoints, auth };
    return {
      inputs,
      context,
      cloud,
      registry,
      tags: ['v1'],
      started: 0,
      key: keyOf(inputs),
    } as unknown as BuildSession;
  };
  const store = createAttestationStore(registry, createRegistryArtifacts(http));
  return {
    sources,
    outputs,
    image,
    registry,
    store,
    merge: (about: Partial<BuildInputs>) => mergePlatforms(session(about), merge),
    /** The attestations remain, found by the list of referrers alone, as other tools attach them. */
    async untagAttestations() {
      for (const { index } of sources)
        for (const tag of await store.list(image, index)) {
          const url = `http://${image.host}/v2/${image.path}/manifests/${tag}`;
          const response = await http.text({ method: 'DELETE', url, resource: tag });
          expect(response.status).toBe(202);
        }
    },
    async signSources(about: Partial<BuildInputs>) {
      for (const { index } of sources) {
        const source = await registry.manifest(image, index);
        if (source) await signImage(session(about), source, { metadata: {}, caches: [] });
      }
    },
  };
}

test('images that were never merged are merged and signed, although reuse is on', async () => {
  const { merge, outputs, sources, image, registry, store } = await fixture();
  await merge({ sign: 'auto' });
  const [amd64, arm64] = sources.map(({ single }) => single);
  expect(outputs).toMatchObject({ reused: false, digests: { 'linux/amd64': amd64, 'linux/arm64': arm64 } });
  const digest = String(outputs.digest);
  expect(await registry.digest(image, 'v1')).toBe(digest);
  expect(await store.listReferrers(image, digest)).toHaveLength(1);
  for (const one of [digest, amd64, arm64]) expect(await store.list(image, String(one))).toHaveLength(1);
});

const IDENTITY: ProvenanceIdentity = {
  serverUrl: 'https://github.com',
  repositoryId: '700000001',
  workflows: ['.github/workflows/deploy.yml'],
  refs: ['refs/heads/main'],
  triggers: ['push'],
};
const SIGNED = { mode: 'off', identity: IDENTITY, trustedRoots: undefined } as const;

test('where signatures are required, only signed images are merged, and a merge without one is signed', async () => {
  const { merge, outputs, signSources, image, store } = await fixture();
  const required = { sign: 'required', provenanceRequired: { ...SIGNED, keys: [pem] } } as const;
  await expect(merge(required)).rejects.toThrow(/^Not merged: .* for linux\/amd64: no attestation is attached/);
  await signSources(required);
  // A run that was stopped before it signed.
  await merge({ sign: 'off', signKey: undefined });
  const digest = String(outputs.digest);
  expect(await store.list(image, digest)).toEqual([]);
  await merge(required);
  expect(outputs).toMatchObject({ reused: false, digest });
  expect(await store.list(image, digest)).toHaveLength(1);
  await merge(required);
  expect(outputs).toMatchObject({ reused: true, digest });
  expect(await store.list(image, digest)).toHaveLength(1);
});

test('a step that signs nothing accepts an attestation without a tag; one that signs may have been interrupted', async () => {
  const { merge, outputs, signSources, untagAttestations } = await fixture();
  const provenanceRequired = { ...SIGNED, mode: 'enforce', keys: [pem] } as const;
  await signSources({ sign: 'required', provenanceRequired });
  await untagAttestations();
  await expect(merge({ sign: 'auto', provenanceRequired })).rejects.toThrow('no attestation is attached');
  await merge({ sign: 'off', signKey: undefined, provenanceRequired });
  expect(outputs.digest).toBeDefined();
});
