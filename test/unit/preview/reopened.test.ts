/** A pull request that is reopened while its clean-up runs keeps the image that its new run reuses. */
import { describe, expect, test } from 'vitest';
import { type PreviewImageTags, removeImages } from '../../../actions/preview/clean-up/images.ts';
import { stillGone } from '../../../actions/preview/clean-up/still-gone.ts';
import { parseImageName } from '../../../src/container/image-reference.ts';
import type { GitHub, PullRequest } from '../../../src/github/api.ts';
import type { ArtifactVersions } from '../../../src/google/artifact-versions.ts';
import { previewImageTag } from '../../../src/records/preview-names.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';

const key = { repositoryId: '1001', number: 7, commit: 'c'.repeat(40) };
const IMAGE = parseImageName('registry.test/p/previews/shop');
const DIGEST = `sha256:${'1'.repeat(64)}`;
const INPUTS = `inputs-${'0'.repeat(40)}`;
const GONE = { repositoryId: key.repositoryId, numbers: new Set([key.number]), merged: new Set<string>() };

/** Artifact Registry: a version with a tag cannot be deleted. `before`: called before each write. */
function registry(before: (write: number) => void) {
  const tags = new Map([previewImageTag(key, '100-1'), key.commit, 'ccccccc', INPUTS].map((tag) => [tag, DIGEST]));
  let exists = true;
  let writes = 0;
  const versions: ArtifactVersions = {
    tags: async () => [...tags].map(([tag, digest]) => ({ tag, digest })),
    async removeTag(_image, tag) {
      before(writes++);
      tags.delete(tag);
    },
    async removeVersion() {
      before(writes++);
      if (tags.size > 0) return false;
      exists = false;
      return true;
    },
  };
  return { tags, versions, exists: () => exists, writes: () => writes };
}

async function cleanUpWith(reuseAt: number | undefined) {
  let reused = false;
  const state = registry((write) => {
    // The new run finds the image by its inputs, and sets its tags.
    if (write !== reuseAt || state.tags.get(INPUTS) !== DIGEST) return;
    reused = true;
    for (const tag of [key.commit, 'ccccccc', previewImageTag(key, '200-1')]) state.tags.set(tag, DIGEST);
  });
  const opened: PreviewImageTags = {
    image: IMAGE,
    name: 'shop',
    versions: state.versions,
    tags: await state.versions.tags(''),
  };
  // The image has no index, or its index was deleted before.
  const text = async () => {
    throw new CloudError({ message: 'Not found', status: 404, resource: 'image' });
  };
  const count = await removeImages(
    { http: { text } } as unknown as Cloud,
    opened,
    GONE,
    false,
    new AbortController().signal,
  );
  return { reused, count, exists: state.exists(), writes: state.writes() };
}

test('whenever the new run reuses the image, it stays; otherwise it is deleted', async () => {
  const alone = await cleanUpWith(undefined);
  expect(alone).toMatchObject({ reused: false, count: 1, exists: false });
  const runs = await Promise.all(Array.from({ length: alone.writes }, (_, write) => cleanUpWith(write)));
  expect(runs.filter(({ reused }) => reused).length).toBeGreaterThan(1);
  for (const { reused, count, exists } of runs)
    expect({ exists, count }).toEqual({ exists: reused, count: reused ? 0 : 1 });
});

describe('a preview stays if, once its tags were read,', () => {
  const DAY = 86_400_000;
  const now = 100 * DAY;
  const gone = new Map<number, 'closed' | 'inactive'>([
    [1, 'closed'],
    [2, 'closed'],
    [3, 'inactive'],
    [4, 'inactive'],
    [5, 'inactive'],
  ]);
  const open = [
    { number: 2, updatedAt: now },
    { number: 3, updatedAt: now - 30 * DAY },
    { number: 4, updatedAt: now },
  ] as PullRequest[];
  const read = async (payload: object, inputs: object, github?: Partial<GitHub>) =>
    [
      ...(await stillGone(
        { gone, maxAge: 14 * DAY, number: 0, commit: 'c', ...inputs },
        { github: { payload }, clock: { now: () => now }, log: { warning: () => {} } } as unknown as Context,
        github as GitHub,
      )),
    ].map(([number]) => number);

  test('the pull request is open or active again', async () => {
    expect(await read({}, {}, { openPulls: async () => open })).toEqual([1, 3, 5]);
    expect(await read({}, {})).toEqual([1, 2, 3, 4, 5]);
  });

  test('the pull request of the event is open again', async () => {
    const payload = { action: 'closed', pull_request: { number: 1 } };
    const pull = (isOpen: boolean) => async () => ({ number: 1, open: isOpen, head: 'c' }) as PullRequest;
    const own = { number: 1, gone: new Map([[1, 'closed']]) };
    expect(await read(payload, own, { pull: pull(true) })).toEqual([]);
    expect(await read(payload, own, { pull: pull(false) })).toEqual([1]);
  });

  test('its pull request is, whatever pull request the run is for', async () => {
    const payload = { action: 'opened', pull_request: { number: 2 } };
    expect(await read(payload, { number: 2 }, { openPulls: async () => open })).toEqual([1, 3, 5]);
  });
});
