/** Media and multipart uploads. https://cloud.google.com/storage/docs/uploads-downloads */
import type { IncomingHttpHeaders } from 'node:http';
import type { ApiRequest } from '../../http/routes.ts';
import { withoutNulls } from '../../http/strip-nulls.ts';
import { bad } from '../errors.ts';
import { readMetadata } from '../objects.ts';
import { preconditions } from '../preconditions.ts';
import type { StoredObject } from '../records.ts';
import type { Hashes, Store } from '../store.ts';
import { writeAll } from './content.ts';
import { readMultipart } from './multipart.ts';

/** The parsed resource of an upload; an empty text is an empty resource. */
export function parseResource(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad('Parse Error', 'parseError');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad('Parse Error', 'parseError');
  return withoutNulls(value) as Record<string, unknown>;
}

/**
 * Compared exactly, parameters included; a type that only one side names is accepted. https://github.com/googleapis/google-cloud-go/issues/306
 * and, for sessions, https://github.com/fsouza/fake-gcs-server/pull/2356.
 */
const typesDiffer = (upload: string, metadata: string) =>
  bad(
    `Content-Type specified in the upload (${upload}) does not match Content-Type specified in metadata (${metadata}). ` +
      'If it was a simple upload (uploadType=media), the Content-Type was specified as a bare header. ' +
      'If it was a multipart upload (uploadType=multipart), then the Content-Type was specified in the second part of the multipart. ' +
      'If it was a resumable upload (uploadType=resumable), then the Content-Type was specified with the X-Upload-Content-Type header with the start of the resumable session. ' +
      'For more information, see https://cloud.google.com/storage/docs/json_api/v1/how-tos/upload.',
  );

/** Name and metadata from the resource; name and encoding in the query take precedence. `contentType` is that of the media. */
export function describeUpload(request: ApiRequest, resource: Record<string, unknown>, contentType?: string) {
  const bucket = request.params.bucket ?? '';
  if (resource.bucket !== undefined && resource.bucket !== bucket) {
    throw bad(`Value '${bucket}' in content does not agree with value '${resource.bucket}'.`);
  }
  const name = request.query.get('name') ?? resource.name;
  if (typeof name !== 'string' || name === '') throw bad('Required', 'required');
  const metadata = readMetadata(resource);
  const encoding = request.query.get('contentEncoding');
  if (encoding !== null) metadata.contentEncoding = encoding;
  const { contentType: described } = metadata;
  if (described === undefined && contentType) metadata.contentType = contentType;
  if (described !== undefined && contentType && contentType !== described) throw typesDiffer(contentType, described);
  return { bucket, name, metadata, expected: expectedHashes(request.headers, resource) };
}

/** Hashes that the caller sent: in the resource, in `X-Goog-Hash`, in `Content-MD5`. */
export function expectedHashes(headers: IncomingHttpHeaders, resource: Record<string, unknown> = {}): Hashes {
  const header = String(headers['x-goog-hash'] ?? '');
  const named = (name: string) => new RegExp(`(?:^|,\\s*)${name}=([^,\\s]+)`).exec(header)?.[1];
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    md5: text(resource.md5Hash) ?? named('md5') ?? text(headers['content-md5']),
    crc32c: text(resource.crc32c) ?? named('crc32c'),
  };
}

export async function mediaUpload(store: Store, request: ApiRequest): Promise<StoredObject> {
  const { bucket, name, metadata, expected } = describeUpload(request, {}, request.headers['content-type']);
  const sink = store.contents.sink();
  try {
    await writeAll(request.stream, sink);
  } catch (error) {
    await sink.discard();
    throw error;
  }
  return store.commit(bucket, name, metadata, await sink.finish(), preconditions(request.query), { expected });
}

export async function multipartUpload(store: Store, request: ApiRequest): Promise<StoredObject> {
  let upload: ReturnType<typeof describeUpload> | undefined;
  const sink = store.contents.sink();
  try {
    await readMultipart(
      // Refused metadata must not break the connection while content is still arriving.
      request.stream.iterator({ destroyOnReturn: false }),
      request.headers['content-type'] ?? '',
      (resource, contentType) => {
        upload = describeUpload(request, parseResource(resource), contentType);
      },
      (chunk) => sink.write(chunk),
    );
  } catch (error) {
    await sink.discard();
    throw error;
  }
  if (!upload) throw bad('Malformed multipart body.', 'badContent');
  const { bucket, name, metadata, expected } = upload;
  return store.commit(bucket, name, metadata, await sink.finish(), preconditions(request.query), { expected });
}
