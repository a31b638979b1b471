/** Hashes of files as Cloud Storage gives them for objects: MD5 and CRC32C in base64 (https://cloud.google.com/storage/docs/metadata#md5). */
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Larger files are read in pieces of this size. */
const PIECE = 1024 * 1024;
const OVERLAP = 4096;
const buffer = Buffer.allocUnsafe(PIECE);

/**
 * MD5 of a file. Small files go through `inspect` as a whole, larger ones in pieces, which overlap by 4 KiB. Reading is synchronous:
 * through the thread pool, publishing 2,000 files takes 10 % more processor time. The caller yields between files.
 */
export function md5OfFile(file: string, inspect?: (content: Buffer) => void): string {
  const descriptor = openSync(file, 'r');
  try {
    const first = fill(descriptor);
    if (first < PIECE) {
      const content = buffer.subarray(0, first);
      inspect?.(content);
      return hash('md5', content, 'base64');
    }
    const digest = createHash('md5');
    let end = Buffer.alloc(0);
    for (let read = first; read > 0; read = fill(descriptor)) {
      const piece = buffer.subarray(0, read);
      digest.update(piece);
      if (!inspect) continue;
      inspect(Buffer.concat([end, piece]));
      end = Buffer.from(piece.subarray(-OVERLAP));
    }
    return digest.digest('base64');
  } finally {
    closeSync(descriptor);
  }
}

/** CRC32C of a file, for objects that have no MD5 because they were composed of parts. */
export function crc32cOfFile(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    let crc = ~0;
    for (let read = fill(descriptor); read > 0; read = fill(descriptor)) crc = update(crc, buffer.subarray(0, read));
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(~crc >>> 0);
    return bytes.toString('base64');
  } finally {
    closeSync(descriptor);
  }
}

/** Reads until the buffer is full or the file ends. */
function fill(descriptor: number): number {
  let length = 0;
  while (length < PIECE) {
    const read = readSync(descriptor, buffer, length, PIECE - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}

/** The Castagnoli polynomial, reversed (RFC 3720, appendix B.4). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

function update(crc: number, bytes: Buffer): number {
  let value = crc;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] as number) ^ (value >>> 8);
  return value;
}
