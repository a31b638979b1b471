/**
 * Files that the build compressed. Cloud Storage serves an object as it is stored, with the `Content-Encoding` of its metadata, and
 * decompresses gzip, neither Brotli nor Zstandard, for readers that do not accept it (https://cloud.google.com/storage/docs/transcoding).
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import {
  brotliDecompressSync,
  constants,
  createBrotliDecompress,
  createGunzip,
  createZstdDecompress,
  gunzipSync,
  zstdDecompressSync,
} from 'node:zlib';

export type ContentEncoding = 'gzip' | 'br' | 'zstd';

/** The extension of a compressed file by its encoding. */
export const EXTENSIONS: Readonly<Record<ContentEncoding, string>> = { gzip: '.gz', br: '.br', zstd: '.zst' };

/** Browsers refuse larger windows than 8 MB: https://www.rfc-editor.org/rfc/rfc9659#section-3 */
const ZSTD = { params: { [constants.ZSTD_d_windowLogMax]: 23 } };
const DECODERS = {
  gzip: { stream: createGunzip, whole: gunzipSync },
  br: { stream: createBrotliDecompress, whole: brotliDecompressSync },
  zstd: { stream: () => createZstdDecompress(ZSTD), whole: zstdDecompressSync },
};

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
      DECODERS[encoding].stream(),
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
  return DECODERS[encoding].whole(bytes).toString();
}
