/**
 * Sends files: small ones in one request with their metadata, large ones in pieces that survive faults. The server checks the
 * hash. https://cloud.google.com/storage/docs/uploads-downloads
 */
import { hash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { OutcomeError } from '../../../src/errors.ts';
import { md5OfFile } from '../site/digest.ts';
import type { Headers } from '../site/headers.ts';
import { changed, hasStatus, ROLE, type Store } from './objects.ts';
import { PIECE, sendInPieces } from './resumable.ts';
import { ABSENT, type Generation, metadataOf, type StoredObject } from './stored-object.ts';

export interface Upload extends Headers {
  /** Name of the object. */
  readonly name: string;
  readonly file: string;
  readonly size: number;
  /** Of the file, base64. */
  readonly md5: string;
  /** Store with gzip if that is smaller. */
  readonly gzip: boolean;
  readonly replaces: Generation;
}

/** Bytes of memory that the upload takes while it runs. */
export function memoryOf({ size, gzip: compress }: Pick<Upload, 'size' | 'gzip'>): number {
  return compress ? 2 * size : Math.min(2 * size, PIECE);
}

/** Sends one file. A file that is there already with the same content is fine. */
export async function upload(store: Store, item: Upload): Promise<StoredObject> {
  for (let tries = 0; ; tries++) {
    try {
      return await send(store, item);
    } catch (error) {
      if (hasStatus(error, 412)) {
        const now = await store.stat(item.name);
        if (now && (now.sourceMd5 ?? now.md5) === item.md5 && (now.sourceMd5 !== undefined || !item.gzip)) return now;
        throw changed(error, item.name);
      }
      if (!hasStatus(error, 400) || !/md5|hash|checksum/i.test((error as Error).message)) throw error;
      if (md5OfFile(item.file) !== item.md5)
        throw new OutcomeError(
          `${item.file} changed while it was published. Let nothing write to the folder and run again.`,
        );
      // Damaged on the way: the server has kept nothing.
      if (tries === 2) throw error;
    }
  }
}

async function send(store: Store, item: Upload): Promise<StoredObject> {
  if (!item.gzip && item.size > PIECE) return sendInPieces(store, item);
  const content = await readFile(item.file);
  const packed = item.gzip ? await promisify(gzip)(content, { level: 9 }) : undefined;
  const pays = packed !== undefined && packed.length < 0.9 * content.length;
  return sendWhole(store, item, pays ? packed : content, {
    contentEncoding: pays ? 'gzip' : undefined,
    sourceMd5: item.gzip ? item.md5 : undefined,
    md5: pays ? hash('md5', packed, 'base64') : item.md5,
  });
}

/** Sends JSON of our own making, which no cache may keep. A write whose answer was lost is recognised by reading it back. */
export async function uploadJson(
  store: Store,
  name: string,
  text: string,
  replaces: Generation,
): Promise<StoredObject> {
  const headers = { contentType: 'application/json; charset=utf-8', cacheControl: 'no-store' };
  const content = Buffer.from(text);
  const md5 = hash('md5', content, 'base64');
  const stored = { contentEncoding: undefined, sourceMd5: undefined, md5 };
  try {
    return await sendWhole(store, { name, ...headers, replaces }, content, stored);
  } catch (error) {
    const now = hasStatus(error, 412) ? await store.stat(name) : undefined;
    if (now?.md5 === md5) return now;
    throw error;
  }
}

/** Random, so that no file holds it. */
const BOUNDARY = randomUUID();

async function sendWhole(
  store: Store,
  item: Headers & Pick<Upload, 'name' | 'replaces'>,
  content: Buffer,
  stored: { contentEncoding: string | undefined; sourceMd5: string | undefined; md5: string },
): Promise<StoredObject> {
  const metadata = { md5Hash: stored.md5, ...metadataOf(item, stored) };
  const head = `--${BOUNDARY}\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(metadata)}\r\n--${BOUNDARY}\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const answer = await store.http.json<{ generation: string }>({
    method: 'POST',
    url: `${store.endpoint}/upload/storage/v1/b/${store.bucket}/o?uploadType=multipart&name=${encodeURIComponent(item.name)}&ifGenerationMatch=${item.replaces}&fields=generation`,
    headers: { 'content-type': `multipart/related; boundary=${BOUNDARY}` },
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    // The precondition makes it so: a second try of what was done is refused.
    idempotent: true,
    resource: `object gs://${store.bucket}/${item.name}`,
    permission: item.replaces === ABSENT ? 'storage.objects.create' : 'storage.objects.delete',
    role: ROLE,
    deadline: store.deadline(),
  });
  return {
    name: item.name,
    size: content.length,
    crc32c: undefined,
    generation: answer.generation,
    metageneration: '1',
    contentType: item.contentType,
    cacheControl: item.cacheControl,
    updated: 0,
    ...stored,
  };
}
