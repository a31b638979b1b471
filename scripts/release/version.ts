import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this repository. */
export const root = dirname(dirname(import.meta.dirname));

/** The version of package.json, which the workflows in dist/ are pinned to as well. */
export function currentVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`package.json has version "${version}"; a release needs X.Y.Z.`);
  return version;
}
