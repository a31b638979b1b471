/** Whether an object of the bucket has the content of a file. */
import { expect, test } from 'vitest';
import { holds, metadataOf, sameBytes } from '../../../../actions/publish-frontend/store/stored-object.ts';
import { object } from '../fixtures.ts';

const gzip = { contentEncoding: 'gzip', sourceMd5: 'source' };
const composed = { md5: undefined, crc32c: 'crc' };

test.each<[string, Parameters<typeof object>[2], object, boolean]>([
  ['the same content', { md5: 'plain' }, {}, true],
  ['other content of the same size', { md5: 'other' }, {}, false],
  ['content that this step would compress', gzip, { gzip: true, md5: 'source' }, true],
  ['other content that this step would compress', gzip, { gzip: true, md5: 'other' }, false],
  ['content that was compressed before, at another time', gzip, { ...gzip, md5: 'source', storedMd5: 'now' }, true],
  ['other content that was compressed before', { ...gzip, md5: 'now' }, { ...gzip, md5: 'x', storedMd5: 'now' }, false],
  ['content in another encoding', { ...gzip, md5: 'plain' }, {}, false],
  ['composed content', composed, {}, true],
  ['other composed content', { ...composed, crc32c: 'other' }, {}, false],
])('%s', (_, stored, file, expected) => {
  const wanted = { md5: 'plain', gzip: false, size: 4, ...file };
  expect(holds(object('a', 'same', stored), wanted, 'crc')).toBe(expected);
});

test('two composed objects are compared by CRC32C, others by MD5', () => {
  const one = object('a', 'same', { md5: 'x', crc32c: 'c' });
  expect(sameBytes(one, { ...one, crc32c: 'd' })).toBe(true);
  expect(sameBytes(one, { ...one, md5: 'y' })).toBe(false);
  expect(sameBytes(one, { ...one, md5: undefined })).toBe(true);
  expect(sameBytes({ ...one, md5: undefined }, { ...one, md5: undefined, crc32c: 'd' })).toBe(false);
});

test('a copy is still known by its content before compression', () => {
  const headers = { contentType: 'text/html', cacheControl: 'no-cache' };
  expect(metadataOf(headers, gzip)).toEqual({
    ...headers,
    contentEncoding: 'gzip',
    metadata: { 'source-md5': 'source' },
  });
});
