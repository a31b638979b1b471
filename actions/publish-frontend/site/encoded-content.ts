/**
 * Files that the build compressed. Cloud Storage serves an object as it is stored, with the `Content-Encoding` of its metadata, and
 * decompresses gzip, not Brotli, for readers that do not accept it (https://cloud.google.com/storage/docs/transcoding).
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib';

export type ContentEncoding = 'gzip' | 'br';

/** The extension of a compressed file by its encoding. */
export const EXTENSIONS: Readonly<Record<ContentEncoding, string>> = { gzip: '.gz', br: '.br' };

/** Content is inspected in pieces of this size, which overlap. */
const PIECE = 1024 * 1024;
const OVERLAP = 4096;

export interface EncodedDigests {
  /** MD5 of the file's bytes, base64. */
  readonly stored: string;
  /** MD5 of the content that readers get, base64. */
  readonly content: string;
}

/** Reads and decodes the file. `undefined` if it is not in this encoding, or not complete. `inspect` gets the decoded content. */
export async function digestEncoded(
  file: string,
  encoding: ContentEncoding,
  inspect: (content: Buffer) => void,
): Promise<EncodedDigests | undefined> {
  const stored = createHash('md5');
  const content = createHash('md5');
  let waiting: Buffer[] = [];
  let size = 0;
  const look = () => {
    const piece = Buffer.concat(waiting);
    inspect(piece);
    waiting = [Buffer.from(piece.subarray(-OVERLAP))];
    size = 0;
  };
  try {
    await pipeline(
      createReadStream(file),
      async function* (bytes: AsyncIterable<Buffer>) {
        for await (const chunk of bytes) {
          stored.update(chunk);
          yield chunk;
        }
      },
      encoding === 'gzip' ? createGunzip() : createBrotliDecompress(),
      async (decoded: AsyncIterable<Buffer>) => {
        for await (const chunk of decoded) {
          content.update(chunk);
          waiting.push(chunk);
          size += chunk.length;
          if (size >= PIECE) look();
        }
        if (size > 0) look();
      },
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    return undefined;
  }
  return { stored: stored.digest('base64'), content: content.digest('base64') };
}

/** The text of a file of the site, decoded. */
export async function readDecoded(file: string, encoding: ContentEncoding | undefined): Promise<string> {
  const bytes = await readFile(file);
  if (encoding === undefined) return bytes.toString();
  return (encoding === 'gzip' ? gunzipSync(bytes) : brotliDecompressSync(bytes)).toString();
}
