/** Writes the files of a site into a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { OutcomeError } from '../../../src/runtime/errors.ts';

/** The manifest is another target's: no path of it leads out of the folder. Throws `OutcomeError` for one that does. */
export function writeInside(folder: string, path: string, bytes: Buffer): void {
  const file = resolve(folder, path);
  if (!file.startsWith(resolve(folder) + sep)) throw new OutcomeError(`${path} is not a path inside the site.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
