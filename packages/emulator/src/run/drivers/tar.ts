/** Writes a tar archive (ustar) of a few small files, the engine's format for files of a container. */
import type { FileMount } from './driver.ts';

export function tar(files: readonly FileMount[]): Buffer {
  const blocks = files.flatMap(({ path, data, mode }) => [
    header(path.replace(/^\/+/, ''), data.length, mode),
    data,
    Buffer.alloc(-data.length & 511),
  ]);
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function header(path: string, size: number, mode: number): Buffer {
  const block = Buffer.alloc(512);
  // Names of up to 255 bytes are split at a slash into prefix and name.
  const cut = path.length > 100 ? path.indexOf('/', path.length - 101) : -1;
  const name = path.slice(cut + 1);
  if (Buffer.byteLength(name) > 100 || cut > 155) throw new Error(`The path ${path} is too long for the emulator.`);
  block.write(name, 0);
  if (cut > 0) block.write(path.slice(0, cut), 345);
  const octal = (value: number, offset: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset);
  octal(mode & 0o777, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
