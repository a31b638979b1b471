/** When a step warns that the tag of its commit moves. */
import { expect, test } from 'vitest';
import { KEY_LABEL } from '../../../../actions/build-image/reuse/key-label.ts';
import { describeMove, type TaggedImage } from '../../../../actions/build-image/reuse/moved-tag.ts';
import { parseImageName } from '../../../../src/container/image-reference.ts';

const IMAGE = parseImageName('us-docker.pkg.dev/p/r/web');
const named = (digest: string, key: string) =>
  ({ tag: 'c1', manifest: { digest }, labels: { [KEY_LABEL]: key } }) as unknown as TaggedImage;

test.each<[string, TaggedImage | undefined, boolean]>([
  ['of no image before', undefined, false],
  ['that names the image already', named('sha256:new', 'other inputs'), false],
  ['of an image of the same inputs', named('sha256:old', 'inputs'), false],
  ['of an image of other inputs', named('sha256:old', 'other inputs'), true],
])('a tag %s', (_, before, warns) => {
  const warning = describeMove(IMAGE, before, 'sha256:new', 'inputs');
  expect(warning?.includes('web:c1 was moved from sha256:old to sha256:new') ?? false).toBe(warns);
});

test('an image without a key of its inputs is not known to be of the same ones', () => {
  expect(describeMove(IMAGE, named('sha256:old', 'inputs'), 'sha256:new', undefined)).toContain('other inputs');
  expect(describeMove(IMAGE, named('sha256:new', 'inputs'), 'sha256:new', undefined)).toBeUndefined();
});
