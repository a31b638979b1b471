/** Where signatures are required, images and caches without one are not reused, and only builds of trusted refs write caches. */
import { describe, expect, test } from 'vitest';
import type { BuildInputs } from '../../../../actions/build-image/inputs.ts';
import { cacheMountsTag, cacheTag, keyTag } from '../../../../actions/build-image/plan/own-tags.ts';
import type { BuildSession } from '../../../../actions/build-image/report/outputs.ts';
import { KEY_LABEL } from '../../../../actions/build-image/reuse/key-label.ts';
import { lookUp } from '../../../../actions/build-image/reuse/look-up.ts';
import { trustCache, trustCacheMounts } from '../../../../actions/build-image/reuse/trusted-reuse.ts';
import { OCI_INDEX, parseImageManifest } from '../../../../src/container/registry.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { IDENTITY } from '../../provenance/fixture.ts';
import { anInput } from '../inputs-of.ts';

const KEY = 'k'.repeat(64);
const DIGEST = `sha256:${'1'.repeat(64)}`;
const found = parseImageManifest(
  Buffer.from(
    JSON.stringify({
      mediaType: OCI_INDEX,
      manifests: [],
      annotations: { [KEY_LABEL]: KEY, 'dev.orchestra.actions.created': new Date().toISOString() },
    }),
  ),
  OCI_INDEX,
);
// The builder is unknown, so no signature counts.
const UNKNOWN = { mode: 'off', identity: undefined, trustedRoots: undefined, keys: [] } as const;
const TRUSTED = { ...UNKNOWN, identity: IDENTITY };
const REQUIRED = { sign: 'required', provenanceRequired: UNKNOWN } as const;

/** A registry whose tags for the image of the same inputs, the build cache and the cache mounts exist, without signatures. */
function session(inputs: Partial<BuildInputs>, ref = 'refs/heads/main', tags: readonly string[] = []): BuildSession {
  const quiet = () => {};
  return {
    inputs: anInput(inputs),
    key: KEY,
    registry: {
      digest: async (_: unknown, tag: string) => (tags.includes(tag) ? DIGEST : undefined),
      manifest: async (_: unknown, tag: string) => (tags.includes(tag) ? found : undefined),
    },
    context: {
      log: { info: quiet, warning: quiet },
      clock: systemClock,
      github: { eventName: 'push', ref },
    },
    cloud: {},
  } as unknown as BuildSession;
}
const MOUNTS = cacheMountsTag(['linux/amd64']);
const CACHE = cacheTag(['linux/amd64']);

describe('an image of the same inputs', () => {
  const look = (inputs: Partial<BuildInputs>) => lookUp(session(inputs, undefined, [keyTag(KEY)]), undefined);

  test('is reused', async () => {
    expect(await look({})).toMatchObject({ hit: true });
  });
  test('is not reused without a required signature', async () => {
    expect(await look(REQUIRED)).toMatchObject({ hit: false, untrusted: { digest: found.digest } });
  });
});

describe('the build cache', () => {
  test('is as in the inputs if no signature is required', async () => {
    expect(await trustCache(session({}, undefined, [CACHE]))).toBeUndefined();
  });
  test('is not read without a required signature', async () => {
    expect(await trustCache(session(REQUIRED, undefined, [CACHE]))).toEqual({ from: undefined, write: false });
  });
  test.each([
    ['refs/heads/main', true],
    ['refs/heads/feature', false],
  ])('is written by a build of %s: %s', async (ref, write) => {
    const inputs = { ...REQUIRED, provenanceRequired: TRUSTED };
    expect(await trustCache(session(inputs, ref))).toEqual({ from: undefined, write });
  });
});

describe('cache mounts', () => {
  test('are read and written if no signature is required', async () => {
    expect(await trustCacheMounts(session({}, undefined, [MOUNTS]))).toEqual({ from: DIGEST, write: true });
  });
  test('are not read without a required signature', async () => {
    expect(await trustCacheMounts(session(REQUIRED, undefined, [MOUNTS]))).toEqual({ from: undefined, write: false });
  });
  test.each([
    ['refs/heads/main', true],
    ['refs/heads/feature', false],
  ])('are written by a build of %s: %s', async (ref, write) => {
    const inputs = { ...REQUIRED, provenanceRequired: TRUSTED };
    expect(await trustCacheMounts(session(inputs, ref))).toEqual({ from: undefined, write });
  });
});
