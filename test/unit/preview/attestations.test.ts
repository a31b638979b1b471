/** Signatures and SBOMs of a preview's image are deleted with it. */
import { expect, test } from 'vitest';
import { type PreviewImageTags, removeImages } from '../../../actions/preview/clean-up/images.ts';
import { parseImageName } from '../../../src/container/image-reference.ts';
import type { ArtifactVersions } from '../../../src/google/artifact-versions.ts';
import { attestationTagPrefix } from '../../../src/provenance/attestation-tag.ts';
import { previewImageTag } from '../../../src/records/preview-names.ts';
import type { Cloud } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const [GONE, LIVE, OF_GONE, OF_BOTH, CACHE, OF_CACHE] = ['1', '2', '3', '4', '5', '6'].map(digest) as [
  string,
  ...string[],
];
/** An image without a tag, in an index that is still there. */
const CHILD = digest('7');
const previewTag = (number: number) =>
  previewImageTag({ repositoryId: '1001', number, commit: String(number).repeat(40) }, '100-1');

/** Deletes the previews of pull requests from an image with these tags, and gives the versions and tags that are left. */
async function left(tags: readonly (readonly [tag: string, digest: string | undefined])[], numbers: readonly number[]) {
  const all = tags.map(([tag, version = '']) => ({ tag, digest: version }));
  const state = new Map(all.map((one) => [one.tag, one.digest]));
  const versions = new Set(state.values());
  const registry: ArtifactVersions = {
    tags: async () => all,
    removeTag: async (_, tag) => void state.delete(tag),
    removeVersion: async (_, one) => {
      if ([...state.values()].includes(one)) return false;
      versions.delete(one);
      return true;
    },
  };
  const text = async ({ method, url }: { method: string; url: string }) => {
    if (method === 'HEAD' && url.endsWith(CHILD)) return { status: 200, headers: { 'docker-content-digest': CHILD } };
    throw new CloudError({ message: 'Not found', status: 404, resource: 'image' });
  };
  const opened: PreviewImageTags = {
    image: parseImageName('registry.test/p/previews/shop'),
    name: 'shop',
    versions: registry,
    tags: all,
  };
  const gone = { repositoryId: '1001', numbers: new Set(numbers), merged: new Set<string>() };
  await removeImages({ http: { text } } as unknown as Cloud, opened, gone, true, new AbortController().signal);
  return { versions: [...versions].sort(), tags: [...state.keys()].sort() };
}

const attests = (image: string | undefined, id: string) => `${attestationTagPrefix(image ?? '')}${id.repeat(32)}`;
const TAGS = [
  [previewTag(1), GONE],
  [previewTag(2), LIVE],
  [attests(GONE, 'a'), OF_GONE],
  [attests(GONE, 'b'), OF_BOTH],
  [attests(LIVE, 'b'), OF_BOTH],
  ['buildcache-linux-amd64', CACHE],
  [attests(CACHE, 'c'), OF_CACHE],
] as const;

test('those of another image, and of the build cache, stay', async () => {
  expect(await left(TAGS, [1])).toEqual({
    versions: [LIVE, OF_BOTH, CACHE, OF_CACHE],
    tags: [attests(LIVE, 'b'), attests(CACHE, 'c'), 'buildcache-linux-amd64', previewTag(2)].sort(),
  });
});

test('those of an image that an earlier clean-up deleted are deleted; those of an image without a tag stay', async () => {
  const tags = [
    [previewTag(2), LIVE],
    [attests(GONE, 'a'), OF_GONE],
    [attests(CHILD, 'c'), OF_CACHE],
  ] as const;
  expect(await left(tags, [1])).toEqual({
    versions: [LIVE, OF_CACHE],
    tags: [attests(CHILD, 'c'), previewTag(2)].sort(),
  });
});

test('nothing is left with the last image', async () => {
  expect(await left(TAGS, [1, 2])).toEqual({ versions: [], tags: [] });
});
