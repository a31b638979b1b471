/** Temporary folders for data that is too large for memory; deleted when they are closed, at the latest at the end of the process. */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const open = new Set<string>();

export interface TemporaryFolder {
  /** The folder, created on first use. */
  path(): Promise<string>;
  close(): Promise<void>;
}

export function createTemporaryFolder(prefix: string): TemporaryFolder {
  let folder: Promise<string> | undefined;
  const make = async () => {
    if (open.size === 0) process.once('exit', removeAll);
    const path = await mkdtemp(join(tmpdir(), `${prefix}-`));
    open.add(path);
    return path;
  };
  return {
    path() {
      folder ??= make();
      return folder;
    },
    async close() {
      const path = await folder;
      if (path === undefined) return;
      await rm(path, { recursive: true, force: true });
      open.delete(path);
      if (open.size === 0) process.removeListener('exit', removeAll);
    },
  };
}

function removeAll(): void {
  for (const path of open) rmSync(path, { recursive: true, force: true });
}
