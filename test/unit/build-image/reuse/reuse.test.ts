import { describe, expect, it } from 'vitest';
import type { BuildInputs } from '../../../../actions/build-image/inputs.ts';
import { findReusable, judgeReuse, tagAll } from '../../../../actions/build-image/reuse/find-image.ts';
import { checkCreated } from '../../../../actions/build-image/reuse/key-label.ts';
import { run } from '../../../../actions/build-image/run.ts';
import {
  type ImageConfig,
  type ImageManifest,
  parseImageManifest,
  type Registry,
} from '../../../../src/container/registry.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import type { Context } from '../../../../src/runtime/context.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';

const KEY = 'k'.repeat(64);
const DAY = 86_400_000;
const MANIFEST = parseImageManifest(
  Buffer.from('{"config":{"digest":"sha256:c","size":1,"mediaType":"x"}}'),
  'application/json',
);
const IMAGE = { host: 'h', path: 'p/r/n' };

const configOf = (labels: Record<string, string>): ImageConfig => ({ config: { Labels: labels } });
const GOOD = {
  'dev.orchestra.actions.inputs': KEY,
  'org.opencontainers.image.created': new Date(0).toISOString(),
  'org.opencontainers.image.revision': 'c0ffee',
};

describe('an image found under a key', () => {
  const at = (labels: Record<string, string>, age: number) => judgeReuse(MANIFEST, labels, KEY, 7 * DAY, age);

  it('is reused while it is recent enough, and names the commit that built it', () => {
    expect(at(GOOD, 7 * DAY)).toMatchObject({ hit: true, commit: 'c0ffee', manifest: MANIFEST });
    // The clock of another runner may be ahead.
    expect(at(GOOD, -60_000)).toMatchObject({ hit: true });
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['too old', GOOD, 7 * DAY + 1, /older than reuse-max-age/],
    [
      'dated in the future',
      { ...GOOD, 'org.opencontainers.image.created': '2099-01-01T00:00:00Z' },
      0,
      /dated in the future/,
    ],
    ['of unknown age', { 'dev.orchestra.actions.inputs': KEY }, 0, /age is unknown/],
    ['of another key', { ...GOOD, 'dev.orchestra.actions.inputs': 'other' }, 0, /another reuse key/],
    ['without labels', {}, 0, /another reuse key/],
  ])('is not reused when it is %s', (_name, labels, age, reason) => {
    expect(at(labels, age)).toEqual({ hit: false, reason: expect.stringMatching(reason) });
  });

  it('is not reused without labels', () => {
    expect(judgeReuse(MANIFEST, {}, KEY, DAY, 0)).toMatchObject({ hit: false });
  });
});

describe('the time of creation as a label of the user', () => {
  it('is checked before anything is called', async () => {
    const labels = new Map([['org.opencontainers.image.created', '2999-01-01T00:00:00Z']]);
    const inputs = { labels, policy: { warnings: [], exceptions: [] }, secrets: new Map(), secretEnvs: new Map() };
    const context = { clock: systemClock, signal: new AbortController().signal };
    await expect(run(inputs as unknown as BuildInputs, context as unknown as Context, 1)).rejects.toThrow(
      /org.opencontainers.image.created|Input labels/,
    );
  });

  const CREATED = 'org.opencontainers.image.created';
  const at = (time: string) => () => checkCreated(new Map([[CREATED, time]]), Date.parse('2026-01-01T00:00:00Z'));

  it('may have passed, or be ahead by as much as clocks differ', () => {
    expect(at('2020-01-01T00:00:00Z')).not.toThrow();
    expect(at('2026-01-01T00:04:00Z')).not.toThrow();
    expect(() => checkCreated(new Map(), 0)).not.toThrow();
  });

  it('a time in the future is refused, since the image would never expire', () => {
    expect(at('2099-01-01T00:00:00Z')).toThrow(
      /^Input labels: org\.opencontainers\.image\.created is 2099-\S+ which is in the future.*remove it/,
    );
  });
});

const refusal = (status: number, message = 'no') => new CloudError({ message, status, resource: 'r' });
const registryOf = (parts: Partial<Registry>): Registry => ({
  manifest: async () => undefined,
  digest: async () => undefined,
  tag: async () => {},
  config: async () => ({}),
  ...parts,
});

describe('the look-up', () => {
  it('goes through an index to its image, past attestations', async () => {
    const index: ImageManifest = {
      ...MANIFEST,
      config: undefined,
      manifests: [
        {
          mediaType: '',
          digest: 'sha256:att',
          size: 1,
          annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
        },
        { mediaType: '', digest: 'sha256:amd', size: 1 },
      ],
    };
    const requested: string[] = [];
    const registry = registryOf({
      manifest: async (_image, reference) => {
        requested.push(reference);
        return reference.startsWith('sha256:') ? MANIFEST : index;
      },
      config: async () => configOf(GOOD),
    });
    expect(await findReusable(registry, IMAGE, KEY, DAY, 0)).toMatchObject({ hit: true, manifest: index });
    expect(requested).toEqual([`inputs-${KEY.slice(0, 40)}`, 'sha256:amd']);
  });

  it('that the registry cannot tell is a build, not a failure', async () => {
    const registry = registryOf({ manifest: () => Promise.reject(refusal(503)) });
    expect(await findReusable(registry, IMAGE, KEY, DAY, 0)).toMatchObject({
      hit: false,
      reason: expect.stringContaining('503'),
    });
  });

  it('that we have no right to is an error', async () => {
    const registry = registryOf({ manifest: () => Promise.reject(refusal(403)) });
    await expect(findReusable(registry, IMAGE, KEY, DAY, 0)).rejects.toThrow(CloudError);
  });
});

describe('tagging', () => {
  it('takes a tag that cannot be moved for done if it is this image', async () => {
    const registry = registryOf({
      tag: () => Promise.reject(refusal(400, 'tag is immutable')),
      digest: async () => MANIFEST.digest,
    });
    expect(await tagAll(registry, IMAGE, MANIFEST, ['v1'])).toBe(true);
  });

  it('refuses a tag that cannot be moved and is another image', async () => {
    const registry = registryOf({
      tag: () => Promise.reject(refusal(400, 'tag is immutable')),
      digest: async () => 'sha256:other',
    });
    await expect(tagAll(registry, IMAGE, MANIFEST, ['v1'])).rejects.toThrow(/v1 exists, points at sha256:other/);
  });

  it('reports that the image must be rebuilt if a part of it is missing', async () => {
    const registry = registryOf({ tag: () => Promise.reject(refusal(404, 'MANIFEST_BLOB_UNKNOWN')) });
    expect(await tagAll(registry, IMAGE, MANIFEST, ['v1'])).toBe(false);
  });

  it('passes on a refusal', async () => {
    const registry = registryOf({
      tag: () => Promise.reject(refusal(403, 'Permission denied')),
      digest: async () => 'sha256:other',
    });
    await expect(tagAll(registry, IMAGE, MANIFEST, ['v1'])).rejects.toThrow('Permission denied');
  });
});
