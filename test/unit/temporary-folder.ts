/** A folder for each test of a file, deleted after it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export function useTemporaryFolder(prefix: string) {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), prefix));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return {
    /** Absolute path of the folder, or of something in it. */
    path: (name = '') => join(folder, name),
    /** Writes a file, with its folders. */
    write: (name: string, text: string) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
  };
}
