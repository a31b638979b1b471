/** Reading an object's bytes: ranges, hashes in headers, decompressive transcoding. https://cloud.google.com/storage/docs/transcoding */
import { createGunzip } from 'node:zlib';
import { ApiError } from '../../http/errors.ts';
import type { Reply } from '../../http/routes.ts';
import { etagOf } from '../objects.ts';
import type { StoredObject } from '../records.ts';
import { asStream } from './content.ts';

/** The media of an object, for both the JSON API (`alt=media`) and the XML API. */
export function media(
  object: StoredObject,
  headers: { range?: string | undefined; acceptEncoding?: string | undefined },
): Reply {
  const { content, metadata } = object;
  const inflate =
    metadata.contentEncoding === 'gzip' &&
    !/\bgzip\b/.test(headers.acceptEncoding ?? '') &&
    !/\bno-transform\b/.test(metadata.cacheControl ?? '');
  const described = mediaHeaders(object);
  if (inflate) {
    const { 'content-encoding': _, ...rest } = described;
    const body = asStream(content.read()).pipe(createGunzip());
    return { headers: { ...rest, warning: '214 UploadServer gunzipped', vary: 'Accept-Encoding' }, body };
  }
  const range = parseRange(headers.range, content.size);
  if (range === 'unsatisfiable') {
    throw new ApiError(416, 'The requested range cannot be satisfied.', { 'content-range': `bytes */${content.size}` });
  }
  if (!range) {
    return {
      headers: { ...described, 'content-length': content.size, 'accept-ranges': 'bytes' },
      body: content.size === 0 ? undefined : content.read(),
    };
  }
  const { start, end } = range;
  return {
    status: 206,
    headers: {
      ...described,
      'content-length': end - start + 1,
      'content-range': `bytes ${start}-${end}/${content.size}`,
    },
    body: content.read(start, end),
  };
}

export function mediaHeaders(object: StoredObject): Record<string, string> {
  const { content, metadata, generation, metageneration, componentCount } = object;
  const hashes = componentCount === undefined ? `,md5=${content.md5}` : '';
  return {
    'content-type': metadata.contentType ?? 'application/octet-stream',
    etag: `"${componentCount === undefined ? Buffer.from(content.md5, 'base64').toString('hex') : etagOf(object)}"`,
    'last-modified': new Date(object.updated).toUTCString(),
    'cache-control': metadata.cacheControl ?? 'private, max-age=0',
    'x-goog-hash': `crc32c=${content.crc32c}${hashes}`,
    'x-goog-generation': generation,
    'x-goog-metageneration': String(metageneration),
    'x-goog-stored-content-encoding': metadata.contentEncoding ?? 'identity',
    'x-goog-stored-content-length': String(content.size),
    'x-goog-storage-class': metadata.storageClass ?? 'STANDARD',
    ...(metadata.contentEncoding && { 'content-encoding': metadata.contentEncoding }),
    ...(metadata.contentDisposition && { 'content-disposition': metadata.contentDisposition }),
    ...(metadata.contentLanguage && { 'content-language': metadata.contentLanguage }),
  };
}

function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end ? 'unsatisfiable' : { start, end };
}
