/** Files that inputs name. Only regular ones are read: reading a pipe or a device might never end. */
import { readFileSync, statSync } from 'node:fs';

/** The text of a regular file, or of one behind a link. Throws Node's error, or one with the code `NOT_A_FILE`. */
export function readTextFile(path: string): string {
  const status = statSync(path);
  if (!status.isFile() && !status.isDirectory())
    throw Object.assign(new Error('it is not a regular file but a pipe, a socket or a device'), { code: 'NOT_A_FILE' });
  return readFileSync(path, 'utf8');
}

/** True for a regular file, or a link to one. */
export const isFile = (path: string): boolean => statusOf(path)?.isFile() ?? false;
/** True for a folder, or a link to one. */
export const isDirectory = (path: string): boolean => statusOf(path)?.isDirectory() ?? false;

/** Undefined also for names that no file can have: too long, or with a NUL. */
function statusOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
