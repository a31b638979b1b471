/** Blobs of the built-in registry in memory, for small images and for programs without file access. */
import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Blobs, Upload } from './blobs.ts';

export function createMemoryBlobs(): Blobs {
  const blobs = new Map<string, Buffer>();
  const uploads = new Map<string, Upload>();
  return {
    async begin() {
      const chunks: Buffer[] = [];
      const upload: Upload = {
        id: randomUUID(),
        get size() {
          return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
        },
        async append(source) {
          for await (const chunk of source) chunks.push(chunk);
        },
        async finish(digest) {
          uploads.delete(upload.id);
          const bytes = Buffer.concat(chunks);
          const isRight = `sha256:${createHash('sha256').update(bytes).digest('hex')}` === digest;
          if (isRight) blobs.set(digest, bytes);
          return isRight;
        },
        async cancel() {
          uploads.delete(upload.id);
        },
      };
      uploads.set(upload.id, upload);
      return upload;
    },
    upload: (id) => uploads.get(id),
    size: async (digest) => blobs.get(digest)?.length,
    read: async (digest, start = 0, end = Number.POSITIVE_INFINITY) =>
      Readable.from([(blobs.get(digest) ?? Buffer.alloc(0)).subarray(start, end + 1)]),
    async close() {
      blobs.clear();
      uploads.clear();
    },
  };
}
