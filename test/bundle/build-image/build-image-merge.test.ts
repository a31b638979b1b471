/** One platform per runner, merged into one image by another step: through the bundle, against the registry. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SigningNetwork, startSigningNetwork } from '../../harness/signing/network.ts';
import { type Sigstore, startSigstore } from '../../harness/signing/sigstore.ts';
import { claims } from '../../unit/provenance/fixture.ts';
import { COMMIT, createFixture, type Fixture } from './build-image.fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(async () => {
  await fixture[Symbol.asyncDispose]();
});

const PLATFORMS = ['linux/amd64', 'linux/arm64'];
const SHORT = COMMIT.slice(0, 7);

type Given = Record<string, string>;
interface Options {
  readonly env?: Record<string, string | undefined>;
  readonly event?: unknown;
  readonly commit?: string;
}

/** Builds each platform in a separate step. Returns the digests by platform. */
async function buildPlatforms(given: Given = {}, options: Options = {}): Promise<Given> {
  const digests: Given = {};
  for (const platform of PLATFORMS) {
    const result = await fixture.step({
      ...options,
      with: { platforms: platform, 'for-merge': 'true', ...given },
    });
    expect(result.exitCode, result.log).toBe(0);
    digests[platform] = result.outputs.digest ?? '';
  }
  return digests;
}
const lines = (digests: Given) =>
  Object.entries(digests)
    .map(([platform, digest]) => `${platform}=${digest}`)
    .join('\n');
const merge = (digests: Given, given: Given = {}, options: Options = {}) =>
  fixture.step({ ...options, with: { merge: lines(digests), ...given } });
const errorsOf = (result: { errors: readonly { message: string }[] }) =>
  result.errors.map(({ message }) => message).join('\n');

describe('images of single platforms', () => {
  test('have a tag of their platform and none of the commit, and are found again by their inputs', async () => {
    const digests = await buildPlatforms();
    expect(await fixture.digest(`${COMMIT}-linux-arm64`)).toBe(digests['linux/arm64']);
    for (const tag of [COMMIT, SHORT]) expect(await fixture.digest(tag)).toBeUndefined();
    const again = await buildPlatforms({}, { commit: 'b'.repeat(40) });
    expect(again).toEqual(digests);
    expect(fixture.builds()).toHaveLength(2);
  });

  test('are one platform each, without tags', async () => {
    const result = await fixture.step({
      with: { platforms: PLATFORMS.join('\n'), 'for-merge': 'true', tags: 'v1', load: 'true' },
    });
    expect(errorsOf(result)).toMatch(/for-merge: builds one platform[\s\S]*tags: apply to the merged image/);
    expect(errorsOf(result)).toContain('Input for-merge: cannot be combined with load');
    expect(fixture.calls()).toEqual([]);
  });
});

describe('a merge', () => {
  test('writes one index with the images and attestations of all platforms, under the tags of the commit', async () => {
    const digests = await buildPlatforms();
    const result = await merge(digests, { tags: 'v1' });
    expect(result.exitCode, result.log).toBe(0);
    expect(Object.keys(JSON.parse(result.outputs.digests ?? '{}') as object)).toEqual(PLATFORMS);
    for (const tag of [COMMIT, SHORT, 'v1']) expect(await fixture.digest(tag)).toBe(result.outputs.digest);
    const index = await fixture.emulator.registry.find(`${fixture.image}:${COMMIT}`);
    expect(index?.digest).toBe(result.outputs.digest);
    expect(result.outputs).toMatchObject({ reused: 'false', image: `${fixture.image}@${result.outputs.digest}` });
    expect(fixture.builds()).toHaveLength(2);
    expect(result.summary).toContain('linux/arm64');
  });

  test('of the same platform images is the same image, and a build of all platforms finds it', async () => {
    const first = await merge(await buildPlatforms());
    const next = { commit: 'b'.repeat(40) };
    const second = await merge(await buildPlatforms({}, next), {}, next);
    expect(second.outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
    expect(await fixture.digest('b'.repeat(40))).toBe(first.outputs.digest);
    const whole = await fixture.step({ with: { platforms: PLATFORMS.join('\n') }, commit: 'c'.repeat(40) });
    expect(whole.outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
    expect(fixture.builds()).toHaveLength(2);
  });

  test('of a platform image that changed is another image', async () => {
    const first = await merge(await buildPlatforms());
    fixture.write('main.go', 'other');
    const next = { commit: 'b'.repeat(40) };
    const second = await merge(await buildPlatforms({}, next), {}, next);
    expect(second.outputs.reused).toBe('false');
    expect(second.outputs.digest).not.toBe(first.outputs.digest);
    expect(second.warnings).toEqual([]);
  });

  test('of platform images that were built from other inputs is not found again, and says so', async () => {
    const digests = await buildPlatforms({ 'build-args': 'A=1' });
    const result = await merge(digests);
    expect(result.exitCode, result.log).toBe(0);
    expect(result.warnings.map(({ message }) => message).join()).toContain('were built from other inputs');
    const whole = await fixture.step({ with: { platforms: PLATFORMS.join('\n') }, commit: 'c'.repeat(40) });
    expect(whole.outputs.reused).toBe('false');
  });

  test('in a dry run writes nothing', async () => {
    const digests = await buildPlatforms();
    const before = fixture.pushes().length;
    const result = await merge(digests, { 'dry-run': 'true' });
    expect(result.exitCode, result.log).toBe(0);
    expect(fixture.pushes()).toHaveLength(before);
  });

  test.each([
    [
      'of another platform',
      (digests: Given) => ({ ...digests, 'linux/arm64': digests['linux/amd64'] ?? '' }),
      /was given for linux\/arm64, and is of linux\/amd64/,
    ],
    [
      'that the registry does not have',
      (digests: Given) => ({ ...digests, 'linux/arm64': `sha256:${'9'.repeat(64)}` }),
      /the registry has no .*9999, which was given for linux\/arm64/,
    ],
    [
      'without a digest',
      (digests: Given) => ({ ...digests, 'linux/arm64': '' }),
      /Input merge: .*"linux\/arm64=" is not a platform with its digest/,
    ],
  ])('refuses a platform image %s, and tags nothing', async (_, change, message) => {
    const result = await merge(change(await buildPlatforms()));
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toMatch(message);
    expect(await fixture.digest(COMMIT)).toBeUndefined();
  });
});

describe('where provenance is enforced', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-root-'));
  const trustedRoot = join(folder, 'trusted-root.json');
  let sigstore: Sigstore;
  let network: SigningNetwork;
  beforeAll(async () => {
    sigstore = await startSigstore();
    writeFileSync(trustedRoot, JSON.stringify(sigstore.trustedRoot()));
  });
  afterAll(async () => {
    await sigstore[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    network = await startSigningNetwork(sigstore, claims(), fixture.emulator.env);
  });
  afterEach(() => network[Symbol.asyncDispose]());

  const options = (): Options => ({
    event: { repository: { default_branch: 'main' } },
    env: { GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main', ...network.env },
  });
  const enforced = () => ({ 'require-provenance': 'enforce', 'trusted-root': trustedRoot });

  test('the merge signs the index, and takes only platform images that were signed', async () => {
    const digests = await buildPlatforms(enforced(), options());
    const result = await merge(digests, enforced(), options());
    expect(result.exitCode, result.log).toBe(0);
    expect(result.log).toContain('Signed provenance');
    const again = await merge(digests, enforced(), options());
    expect(again.outputs).toMatchObject({ reused: 'true', digest: result.outputs.digest });

    fixture.write('main.go', 'other');
    const unsigned = await buildPlatforms({ sign: 'off' }, options());
    const refused = await merge(unsigned, enforced(), { ...options(), commit: 'b'.repeat(40) });
    expect(refused.exitCode).toBe(1);
    expect(errorsOf(refused)).toMatch(/Not merged: .*for linux\/amd64: .*for linux\/arm64: /);
    expect(await fixture.digest('b'.repeat(40))).toBeUndefined();
  });
});
