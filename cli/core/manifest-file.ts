/** Reads a manifest of the folder, with the substitutions of a deploy. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Manifest, readManifest } from '../../src/manifest/index.ts';
import { InputError } from '../../src/runtime/errors.ts';

export function readManifestFile(
  file: string,
  folder: string,
  place: { readonly project: string; readonly region: string; readonly commit: string },
  substitutions: ReadonlyMap<string, string>,
): Manifest {
  const { project, region, commit } = place;
  return readManifest({
    text: read(file, folder),
    file,
    project,
    region,
    substitutions: new Map([['PROJECT', project], ['REGION', region], ['COMMIT', commit], ...substitutions]),
  });
}

function read(file: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, file), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new InputError([{ subject: 'Argument MANIFEST', message: `the file ${file} ${why}.` }]);
  }
}
