/**
 * A resumable upload: the file goes in pieces, and after a fault the server reports how much it has.
 * https://cloud.google.com/storage/docs/performing-resumable-uploads
 */
import { open } from 'node:fs/promises';
import { type HttpRequest, locationOf } from '../../../../src/google/http/client.ts';
import { parseResponse, redirected } from '../../../../src/google/http/invalid-response.ts';
import type { TextResponse } from '../../../../src/google/http/text-request.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';
import { backoff, isTransient, retry } from '../../../../src/runtime/retry.ts';
import { hasStatus } from '../preconditions.ts';
import { STORAGE_ROLE, type Store } from '../storage-client.ts';
import { ABSENT, metadataOf, type StoredObject } from '../stored-object.ts';
import type { Upload } from './upload-item.ts';

/** Bytes in one request; a multiple of 256 KiB. Smaller files go in one request. */
export const PIECE = 8 * 1024 * 1024;

/** Failed requests in a row without progress before the upload fails. */
const MAX_FAILURES = 10;

/** The bytes to store: their size and MD5, and how readers get the content from them. */
export type StoredBytes = Pick<StoredObject, 'size' | 'contentEncoding' | 'sourceMd5'> & { readonly md5: string };

/** `path` is absolute. Throws `CloudError` if the upload does not complete before the deadline. */
export async function sendInPieces(
  store: Store,
  path: string,
  item: Omit<Upload, 'file'>,
  stored: StoredBytes,
): Promise<StoredObject> {
  const call = {
    resource: `object gs://${store.bucket}/${item.name}`,
    permission: item.replaces === ABSENT ? 'storage.objects.create' : 'storage.objects.delete',
    role: STORAGE_ROLE,
  };
  const file = await open(path);
  try {
    for (let sessions = 0; ; sessions++) {
      const session = await startSession(store, item, stored, call);
      const generation = await sendAll(store, stored.size, session, call, (buffer, at) => readFully(file, buffer, at));
      // A lost session (404, 410) means starting over.
      if (generation === undefined && sessions < 3) continue;
      if (generation === undefined)
        throw new CloudError({
          message: 'the upload session was lost 4 times',
          status: 410,
          resource: call.resource,
        });
      return {
        contentType: item.headers.contentType,
        cacheControl: item.headers.cacheControl,
        ...stored,
        name: item.name,
        crc32c: undefined,
        generation,
        metageneration: '1',
        updated: 0,
      };
    }
  } finally {
    await file.close();
  }
}

type Call = Pick<HttpRequest, 'resource' | 'permission' | 'role'>;

async function startSession(
  store: Store,
  item: Omit<Upload, 'file'>,
  stored: StoredBytes,
  call: Call,
): Promise<string> {
  const url = `${store.endpoint}/upload/storage/v1/b/${store.bucket}/o?uploadType=resumable&name=${encodeURIComponent(item.name)}&ifGenerationMatch=${item.replaces}&fields=generation`;
  const { status, headers } = await store.http.text({
    ...call,
    method: 'POST',
    url,
    headers: { 'x-upload-content-length': String(stored.size), 'x-upload-content-type': item.headers.contentType },
    json: { md5Hash: stored.md5, ...metadataOf(item.headers, stored) },
    idempotent: true,
    deadline: store.deadline(),
  });
  const session = locationOf(url, headers.location);
  if (session === undefined)
    throw new CloudError({
      message: 'the response to a resumable upload has no Location header',
      status,
      resource: call.resource,
    });
  // The token goes along with each piece, and is for this host alone.
  if (new URL(session).origin !== new URL(url).origin) throw redirected({ ...call, url, status }, session);
  return session;
}

/** The new generation, or `undefined` if the server has lost the session. */
async function sendAll(
  store: Store,
  size: number,
  session: string,
  call: Call,
  read: (buffer: Buffer, at: number) => Promise<Buffer>,
): Promise<string | undefined> {
  const buffer = Buffer.allocUnsafe(Math.min(PIECE, size));
  let offset = 0;
  let failures = 0;
  for (;;) {
    const piece = await read(buffer, offset);
    const range = `bytes ${offset}-${offset + piece.length - 1}/${size}`;
    let result: TextResponse;
    try {
      result = await retry(
        (attempt) => (attempt === 0 ? put(store, session, call, range, piece) : status(store, size, session, call)),
        {
          clock: store.clock,
          signal: store.signal,
          resource: call.resource,
          until: store.clock.now() + store.deadline(Number.POSITIVE_INFINITY),
          // Counted by `pauseAfter`, which is called first.
          mayPass: (error) => isTransient(error) && failures <= MAX_FAILURES,
          pauseAfter: () => backoff(failures++, store.clock),
        },
      );
    } catch (error) {
      if (hasStatus(error, 404) || hasStatus(error, 410)) return undefined;
      throw error;
    }
    if (result.status !== 308)
      return parseResponse<{ generation: string }>({ ...call, url: session, status: result.status }, result.text)
        .generation;
    const received = /^bytes=0-(\d+)$/.exec(result.headers.range ?? '')?.[1];
    const next = received === undefined ? 0 : Number(received) + 1;
    if (next > offset) failures = 0;
    offset = next;
  }
}

/** Reads how much of the file the server has. */
function status(store: Store, size: number, session: string, call: Call): Promise<TextResponse> {
  return put(store, session, call, `bytes */${size}`, Buffer.alloc(0));
}

async function put(store: Store, session: string, call: Call, range: string, body: Buffer): Promise<TextResponse> {
  return store.http.text({
    ...call,
    method: 'PUT',
    url: session,
    headers: { 'content-range': range },
    body,
    // After a fault the server's progress is read before the next piece.
    idempotent: false,
  });
}

async function readFully(file: Awaited<ReturnType<typeof open>>, buffer: Buffer, at: number): Promise<Buffer> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, at + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
