/**
 * Uploads files: small ones in one request with their metadata, large ones in resumable pieces. The server checks the
 * hash. https://cloud.google.com/storage/docs/uploads-downloads
 */
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { OutcomeError } from '../../../../src/runtime/errors.ts';
import { md5OfFile } from '../../site/digest.ts';
import type { Headers } from '../../site/headers.ts';
import { generationOf, hasStatus, preconditionFailure } from '../preconditions.ts';
import { STORAGE_ROLE, type Store } from '../storage-client.ts';
import { ABSENT, type Generation, holds, metadataOf, type StoredObject } from '../stored-object.ts';
import { CONTENT_TYPE, multipart } from './multipart-body.ts';
import { PIECE, type StoredBytes, sendInPieces } from './resumable-upload.ts';
import type { Upload } from './upload-item.ts';

/** Bytes of memory that the upload takes while it runs. */
export function memoryOf({ file: { size, gzip: compress } }: Upload): number {
  return compress ? 2 * size : Math.min(2 * size, PIECE);
}

/** Sends one file of the folder `root`. A file that is there already with the same content is fine. */
export async function upload(store: Store, root: string, item: Upload): Promise<StoredObject> {
  const { source, md5, storedMd5 = md5 } = item.file;
  for (let tries = 0; ; tries++) {
    try {
      return await send(store, root, item);
    } catch (error) {
      if (hasStatus(error, 412)) {
        const now = await store.stat(item.name);
        if (now && holds(now, item.file)) return now;
        throw preconditionFailure(error, item.name, generationOf(now) !== item.replaces);
      }
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EMFILE' || code === 'ENFILE')
        throw new OutcomeError(
          `Too many files and connections are open (${code}). Lower concurrency, or increase the runner's limit (ulimit -n). Run this step again to finish.`,
          { cause: error },
        );
      if (!hasStatus(error, 400) || !/md5|hash|checksum/i.test((error as Error).message)) throw error;
      if (md5OfFile(`${root}/${source}`) !== storedMd5)
        throw new OutcomeError(
          `${source} changed while it was published. Make sure that no other process writes to the folder, and run this step again.`,
        );
      // Damaged on the way: the server has kept nothing.
      if (tries === 2) throw error;
    }
  }
}

async function send(store: Store, root: string, item: Upload): Promise<StoredObject> {
  const { source, size, md5, storedMd5 = md5, contentEncoding, gzip: compress } = item.file;
  const file = `${root}/${source}`;
  const compressed = compress || contentEncoding !== undefined;
  const plain = { size, md5: storedMd5, contentEncoding, sourceMd5: compressed ? md5 : undefined };
  if (!compress && size > PIECE) return sendInPieces(store, file, item, plain);
  const packed = compress ? await promisify(gzip)(await readFile(file), { level: 9 }) : undefined;
  if (packed === undefined || packed.length >= 0.9 * size)
    return sendWhole(store, item, plain, (room) => read(file, room));
  const stored = { ...plain, size: packed.length, md5: hash('md5', packed, 'base64'), contentEncoding: 'gzip' };
  return sendWhole(store, item, stored, (room) => packed.copy(room));
}

/**
 * Fills the room with the file. Synchronous: the file has just been hashed, so it comes from memory, and through the thread pool
 * publishing 2,000 files takes 10 % more processor time. A file that has become shorter is found by its hash.
 */
function read(file: string, room: Buffer): void {
  const descriptor = openSync(file, 'r');
  try {
    for (let at = 0, got = 1; at < room.length && got > 0; at += got)
      got = readSync(descriptor, room, at, room.length - at, null);
  } finally {
    closeSync(descriptor);
  }
}

/** Of JSON of our own making, which no cache may keep. */
export const JSON_HEADERS: Headers = { contentType: 'application/json; charset=utf-8', cacheControl: 'no-store' };

/** Sends JSON of our own making. A write whose response was lost is recognized by reading it back. */
export async function uploadJson(
  store: Store,
  name: string,
  blocks: readonly Buffer[],
  replaces: Generation,
): Promise<StoredObject> {
  const digest = createHash('md5');
  for (const block of blocks) digest.update(block);
  const md5 = digest.digest('base64');
  const size = blocks.reduce((sum, block) => sum + block.length, 0);
  const stored = { size, md5, contentEncoding: undefined, sourceMd5: undefined };
  const fill = (room: Buffer) => {
    let at = 0;
    for (const block of blocks) at += block.copy(room, at);
  };
  try {
    return await sendWhole(store, { name, headers: JSON_HEADERS, replaces }, stored, fill);
  } catch (error) {
    if (!hasStatus(error, 412)) throw error;
    const now = await store.stat(name);
    if (now?.md5 === md5) return now;
    // Callers know a concurrent change by its status.
    throw generationOf(now) === replaces ? preconditionFailure(error, name, false) : error;
  }
}

/** How long to wait for a response: hundreds that share a narrow line get 1 kB a second each. Milliseconds. */
function attemptTimeoutFor(bytes: number): number {
  return 60_000 + Math.min(bytes, 540_000);
}

async function sendWhole(
  store: Store,
  item: Omit<Upload, 'file'>,
  stored: StoredBytes,
  fill: (room: Buffer) => void,
): Promise<StoredObject> {
  const body = multipart({ md5Hash: stored.md5, ...metadataOf(item.headers, stored) }, stored.size, fill);
  const response = await store.http.json<{ generation: string }>({
    method: 'POST',
    url: `${store.endpoint}/upload/storage/v1/b/${store.bucket}/o?uploadType=multipart&name=${encodeURIComponent(item.name)}&ifGenerationMatch=${item.replaces}&fields=generation`,
    headers: { 'content-type': CONTENT_TYPE },
    body,
    // The precondition makes it so: a second try of what was done is refused.
    idempotent: true,
    resource: `object gs://${store.bucket}/${item.name}`,
    permission: item.replaces === ABSENT ? 'storage.objects.create' : 'storage.objects.delete',
    role: STORAGE_ROLE,
    attemptTimeout: attemptTimeoutFor(stored.size),
    deadline: store.deadline(attemptTimeoutFor(stored.size)),
  });
  return {
    ...stored,
    name: item.name,
    crc32c: undefined,
    generation: response.generation,
    metageneration: '1',
    contentType: item.headers.contentType,
    cacheControl: item.headers.cacheControl,
    updated: 0,
  };
}
