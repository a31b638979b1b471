/**
 * A bucket as the load balancer's origin: public objects by path, website pages, `public, max-age=3600` if an object has no
 * `Cache-Control`. https://cloud.google.com/storage/docs/static-website
 */
import type { Content } from '../storage/content/content.ts';
import { mediaHeaders } from '../storage/content/download.ts';
import type { Storage, StoredObject } from '../storage/index.ts';

/** A response of the origin; `content` is shared with the store, so callers that keep it must retain it. */
export interface OriginResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Content | Buffer;
  /** Stored with `Content-Encoding: gzip`; decompressed for clients that do not accept it. */
  readonly gzip: boolean;
  readonly noTransform: boolean;
}

/** Reads `path` (percent-encoded, with its leading slash) from a bucket. */
export function fetchFromBucket(storage: Storage, bucketName: string, path: string): OriginResponse {
  const bucket = storage.store.buckets.get(bucketName);
  if (!bucket) return xmlError(404, 'NoSuchBucket', 'The specified bucket does not exist.');
  const name = decode(path.slice(1));
  const { mainPageSuffix, notFoundPage } = bucket.settings.website ?? {};
  const exact = name === undefined ? undefined : bucket.objects.get(name);
  if (exact) return objectResponse(200, exact);
  if (name !== undefined && mainPageSuffix) {
    const index = bucket.objects.get(
      name === '' || name.endsWith('/') ? name + mainPageSuffix : `${name}/${mainPageSuffix}`,
    );
    if (index && (name === '' || name.endsWith('/'))) return objectResponse(200, index);
    if (index) return { ...xmlError(301, 'MovedPermanently', ''), headers: { location: `${path}/` } };
  }
  const page = notFoundPage ? bucket.objects.get(notFoundPage) : undefined;
  if (page) return objectResponse(404, page);
  if (name === '') return xmlError(403, 'AccessDenied', 'Access denied.');
  return xmlError(404, 'NoSuchKey', 'The specified key does not exist.');
}

function objectResponse(status: number, object: StoredObject): OriginResponse {
  const headers = mediaHeaders(object);
  const { metadata, content } = object;
  return {
    status,
    headers: { ...headers, 'cache-control': metadata.cacheControl ?? 'public, max-age=3600' },
    content,
    gzip: metadata.contentEncoding === 'gzip',
    noTransform: /\bno-transform\b/.test(metadata.cacheControl ?? ''),
  };
}

function xmlError(status: number, code: string, message: string): OriginResponse {
  const body = `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return {
    status,
    headers: { 'content-type': 'application/xml; charset=UTF-8' },
    content: Buffer.from(body),
    gzip: false,
    noTransform: true,
  };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
