/** Reads regular files only: reading a pipe or a device might never end. */
import { readFileSync, statSync } from 'node:fs';

/** The text of a regular file, or of one behind a link. Throws Node's error, or one with the code `NOT_A_FILE`. */
export function readTextFile(path: string): string {
  const status = statSync(path);
  if (!status.isFile() && !status.isDirectory())
    throw Object.assign(new Error('it is not a regular file but a pipe, a socket or a device'), { code: 'NOT_A_FILE' });
  return readFileSync(path, 'utf8');
}
