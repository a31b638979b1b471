/**
 * The bytes of objects: hashed while they stream in, small ones kept in memory, large ones on disk, so that the emulator's
 * memory stays flat whatever is uploaded.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createTemporaryFolder } from '../../core/temporary-folder.ts';
import { crc32c, encodeCrc32c } from './crc32c.ts';

/** Bytes up to this size are kept in memory. */
const MEMORY_LIMIT = 1024 * 1024;

/** Stored bytes that no longer change. */
export interface Content {
  readonly size: number;
  /** Base64, as the API writes them. */
  readonly md5: string;
  readonly crc32c: string;
  /** Bytes from `start` to `end`, both included; all if absent. */
  read(start?: number, end?: number): Buffer | Readable;
  /** One more, or one less, object that has these bytes; the last one to let go removes the file. */
  retain(): Content;
  release(): void;
}

/** Bytes on their way in. */
export interface Sink {
  readonly size: number;
  /** A promise only when it must wait for the disk. */
  write(chunk: Buffer): Promise<void> | undefined;
  finish(): Promise<Content>;
  discard(): Promise<void>;
}

export interface ContentStore {
  sink(): Sink;
  /** How many files hold content now. */
  readonly files: number;
  /** Removes all files. */
  close(): Promise<void>;
}

/** `keep: false` keeps size and hashes of large content, but not its bytes: enough for tests of what was sent. */
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

/** One buffer of all; a single chunk is kept as it is unless it would keep a much larger block of memory alive. */
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

/** Writes a whole stream, or as much of it as comes. */
export async function writeAll(source: AsyncIterable<Buffer>, sink: Sink): Promise<void> {
  for await (const chunk of source) {
    const waiting = sink.write(chunk);
    if (waiting) await waiting;
  }
}

export const asStream = (bytes: Buffer | Readable): Readable =>
  Buffer.isBuffer(bytes) ? Readable.from([bytes], { objectMode: false }) : bytes;
