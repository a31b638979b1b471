/**
 * The bytes of objects: hashed while they arrive, small ones stored in memory, large ones on disk, so that the emulator's
 * memory does not grow with uploads.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createTemporaryFolder } from '../../core/temporary-folder.ts';
import { crc32c, encodeCrc32c } from './crc32c.ts';

/** Content up to this size is stored in memory. */
const MEMORY_LIMIT = 1024 * 1024;

/** Immutable stored bytes. */
export interface Content {
  readonly size: number;
  /** Base64, as the API writes them. */
  readonly md5: string;
  readonly crc32c: string;
  /** Bytes from `start` to `end`, both included; all if absent. */
  read(start?: number, end?: number): Buffer | Readable;
  /** Reference counting: adds or removes an object with these bytes; the last removal deletes the file. */
  retain(): Content;
  release(): void;
}

/** Bytes of an upload in progress. */
export interface Sink {
  readonly size: number;
  /** Returns a promise only if it must wait for the disk. */
  write(chunk: Buffer): Promise<void> | undefined;
  finish(): Promise<Content>;
  discard(): Promise<void>;
}

export interface ContentStore {
  sink(): Sink;
  /** Number of content files. */
  readonly files: number;
  /** Removes all files. */
  close(): Promise<void>;
}

/** `keep: false` stores size and hashes of large content, but not its bytes, which is enough for tests of uploads. */
export function createContentStore({ keepLarge = true }: { keepLarge?: boolean } = {}): ContentStore {
  const folder = createTemporaryFolder('emulated-storage');
  let names = 0;
  const files = new Set<string>();
  const drop = (path: string) => {
    if (files.delete(path)) void unlink(path).catch(() => undefined);
  };

  function sink(): Sink {
    const md5 = createHash('md5');
    let crc = 0;
    let size = 0;
    let held: Buffer[] = [];
    let file: FileHandle | undefined;
    let path = '';

    async function spill(chunk: Buffer) {
      if (!keepLarge) {
        held = [];
        return;
      }
      if (!file) {
        path = join(await folder.path(), String(++names));
        files.add(path);
        file = await open(path, 'w');
        for (const early of held) await file.write(early);
        held = [];
      }
      await file.write(chunk);
    }

    return {
      get size() {
        return size;
      },
      write(chunk) {
        md5.update(chunk);
        crc = crc32c(chunk, crc);
        size += chunk.length;
        if (size > MEMORY_LIMIT) return spill(chunk);
        held.push(chunk);
        return undefined;
      },
      async finish() {
        await file?.close();
        const hashes = { size, md5: md5.digest('base64'), crc32c: encodeCrc32c(crc) };
        return size > MEMORY_LIMIT ? onDisk(hashes, path, () => drop(path)) : inMemory(hashes, joined(held));
      },
      async discard() {
        held = [];
        await file?.close();
        drop(path);
      },
    };
  }

  return {
    sink,
    get files() {
      return files.size;
    },
    close: () => folder.close(),
  };
}

/** Joins the chunks; a single chunk is not copied unless it would retain a much larger block of memory. */
function joined(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return chunks.length === 1 && only && only.buffer.byteLength <= 2 * only.length ? only : Buffer.concat(chunks);
}

type Hashes = Pick<Content, 'size' | 'md5' | 'crc32c'>;

function inMemory(hashes: Hashes, bytes: Buffer): Content {
  const content: Content = {
    ...hashes,
    read: (start = 0, end = bytes.length - 1) => bytes.subarray(start, end + 1),
    retain: () => content,
    release: () => undefined,
  };
  return content;
}

function onDisk(hashes: Hashes, path: string, drop: () => void): Content {
  let users = 1;
  const content: Content = {
    ...hashes,
    read(start = 0, end = hashes.size - 1) {
      if (path === '')
        throw new Error('The emulator does not keep the bytes of large objects here: `keepLargeObjects` is false.');
      return createReadStream(path, { start, end });
    },
    retain() {
      users++;
      return content;
    },
    release() {
      if (--users === 0) drop();
    },
  };
  return content;
}

/** Writes a stream until it ends or fails. */
export async function writeAll(source: AsyncIterable<Buffer>, sink: Sink): Promise<void> {
  for await (const chunk of source) {
    const waiting = sink.write(chunk);
    if (waiting) await waiting;
  }
}

export const asStream = (bytes: Buffer | Readable): Readable =>
  Buffer.isBuffer(bytes) ? Readable.from([bytes], { objectMode: false }) : bytes;
