/** A merge in a registry: the image is new, and its attestation is about the index. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergePlatforms } from '../../../actions/build-image/merge/merge-platforms.ts';
import type { BuildSession } from '../../../actions/build-image/report/outputs.ts';
import { pusher } from '../../../packages/emulator/src/registry/push.ts';
import { type Emulator, startEmulator } from '../../../packages/emulator/src/start.ts';
import { createRegistry, OCI_INDEX, OCI_MANIFEST } from '../../../src/container/registry.ts';
import { createRegistryArtifacts } from '../../../src/container/registry-artifacts.ts';
import { createHttpClient } from '../../../src/google/http/client.ts';
import { createAttestationStore } from '../../../src/provenance/attestation-store.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { anInput } from './inputs-of.ts';

const KEY = 'projects/orchestra-dev/locations/us-central1/keyRings/provenance/cryptoKeys/main/cryptoKeyVersions/1';
const PATH = 'orchestra-dev/orchestra/web';
let emulator: Emulator;
const folder = mkdtempSync(join(tmpdir(), 'merge-'));
beforeAll(async () => {
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n');
  emulator = await startEmulator();
  emulator.seed.all();
  emulator.kms.create(KEY);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await emulator.stop();
});

/** Pushes an image of one platform in an index, as BuildKit does; gives the digests of both. */
async function pushed(token: string, architecture: string) {
  const { blob, manifest } = pusher(`http://${emulator.registryHost}/v2/${PATH}`, token);
  const config = JSON.stringify({ os: 'linux', architecture, config: {}, rootfs: { diff_ids: [] } });
  const image = await manifest({
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: await blob(Buffer.from(config), 'application/vnd.oci.image.config.v1+json'),
    layers: [],
  });
  const entry = { ...image, platform: { os: 'linux', architecture } };
  const index = await manifest({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [entry] });
  return { index: index.digest, image: image.digest };
}

test('images that were never merged are merged and signed, although reuse is on', async () => {
  const token = emulator.token();
  const { signal } = new AbortController();
  const accessToken = async () => token;
  const http = createHttpClient({ clock: systemClock, signal, userAgent: 'test', accessToken });
  const registry = createRegistry(http);
  const image = { host: emulator.registryHost, path: PATH };
  const [amd64, arm64] = [await pushed(token, 'amd64'), await pushed(token, 'arm64')];
  const merge = new Map([
    ['linux/amd64', amd64.index],
    ['linux/arm64', arm64.index],
  ]);
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
  const inputs = anInput({
    image,
    repository: undefined,
    platforms: ['linux/amd64', 'linux/arm64'],
    workspace: folder,
    merge,
    sign: 'auto',
    signKey: KEY,
  });
  const endpoints = { cloudkms: emulator.urls.cloudkms };
  const work = { inputs, context, cloud: { http, endpoints }, registry, tags: ['v1'], started: 0, key: undefined };
  await mergePlatforms(work as unknown as BuildSession, merge);
  expect(outputs).toMatchObject({
    reused: false,
    digests: { 'linux/amd64': amd64.image, 'linux/arm64': arm64.image },
  });
  const digest = String(outputs.digest);
  expect(await registry.digest(image, 'v1')).toBe(digest);
  const store = createAttestationStore(registry, createRegistryArtifacts(http));
  expect(await store.listReferrers(image, digest)).toHaveLength(1);
  for (const one of [digest, amd64.image, arm64.image]) expect(await store.list(image, one)).toHaveLength(1);
});
