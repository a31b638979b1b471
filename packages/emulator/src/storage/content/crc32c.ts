/** CRC-32C (Castagnoli), which Cloud Storage uses and Node lacks; eight bytes at a time for speed. */

const POLYNOMIAL = 0x82f63b78;

// Eight tables of 256 entries, one after the other: table n advances a byte by n further zero bytes.
const TABLE = new Int32Array(8 * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  TABLE[byte] = crc;
}
for (let i = 256; i < TABLE.length; i++) {
  const before = TABLE[i - 256] as number;
  TABLE[i] = (before >>> 8) ^ (TABLE[before & 0xff] as number);
}

/** Continues `crc` (0 at the start) over `bytes`; the result is an unsigned 32-bit number. */
export function crc32c(bytes: Buffer, crc = 0): number {
  let c = ~crc;
  let i = 0;
  for (const end = bytes.length - 7; i < end; i += 8) {
    c ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    c =
      (TABLE[1792 + (c & 0xff)] as number) ^
      (TABLE[1536 + ((c >>> 8) & 0xff)] as number) ^
      (TABLE[1280 + ((c >>> 16) & 0xff)] as number) ^
      (TABLE[1024 + (c >>> 24)] as number) ^
      (TABLE[768 + (bytes[i + 4] as number)] as number) ^
      (TABLE[512 + (bytes[i + 5] as number)] as number) ^
      (TABLE[256 + (bytes[i + 6] as number)] as number) ^
      (TABLE[bytes[i + 7] as number] as number);
  }
  for (; i < bytes.length; i++) c = (c >>> 8) ^ (TABLE[(c ^ (bytes[i] as number)) & 0xff] as number);
  return ~c >>> 0;
}

/** As the API writes it: base64 of the four bytes, most significant first. */
export function encodeCrc32c(crc: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc);
  return bytes.toString('base64');
}
