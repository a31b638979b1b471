/** Blobs of the built-in registry: unfinished uploads and finished blobs, all in files, so that memory use is constant. */
import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createTemporaryFolder } from '../core/temporary-folder.ts';

export interface Upload {
  readonly id: string;
  readonly size: number;
  append(source: AsyncIterable<Buffer>): Promise<void>;
  /** Closes the upload; with the right digest the bytes become a blob, and it returns true. */
  finish(digest: string): Promise<boolean>;
  cancel(): Promise<void>;
}

export interface Blobs {
  begin(): Promise<Upload>;
  upload(id: string): Upload | undefined;
  /** Bytes; undefined if there is no such blob. */
  size(digest: string): Promise<number | undefined>;
  /** From `start` to `end`, both included. */
  read(digest: string, start?: number, end?: number): Promise<Readable>;
  close(): Promise<void>;
}

export function createBlobs(): Blobs {
  const folder = createTemporaryFolder('emulated-registry');
  const uploads = new Map<string, Upload>();
  const pathOf = async (digest: string) => join(await folder.path(), digest.replace(':', '-'));

  async function begin(): Promise<Upload> {
    const id = randomUUID();
    const path = join(await folder.path(), `upload-${id}`);
    const file: FileHandle = await open(path, 'w');
    const hash: Hash = createHash('sha256');
    let size = 0;
    const upload: Upload = {
      id,
      get size() {
        return size;
      },
      async append(source) {
        for await (const chunk of source) {
          hash.update(chunk);
          await file.write(chunk);
          size += chunk.length;
        }
      },
      async finish(digest) {
        uploads.delete(id);
        await file.close();
        const right = `sha256:${hash.digest('hex')}` === digest;
        if (right) await rename(path, await pathOf(digest));
        else await rm(path);
        return right;
      },
      async cancel() {
        uploads.delete(id);
        await file.close();
        await rm(path);
      },
    };
    uploads.set(id, upload);
    return upload;
  }

  return {
    begin,
    upload: (id) => uploads.get(id),
    async size(digest) {
      return (await stat(await pathOf(digest)).catch(() => undefined))?.size;
    },
    async read(digest, start = 0, end = Number.POSITIVE_INFINITY) {
      return createReadStream(await pathOf(digest), { start, end });
    },
    async close() {
      for (const upload of [...uploads.values()]) await upload.cancel();
      await folder.close();
    },
  };
}
