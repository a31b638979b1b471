/** Finds pages that load a script or style whose content changes under the same name: old and new pages would share it. */
import { readFile } from 'node:fs/promises';
import { importsOf, pageReferences } from './page-references.ts';
import type { SiteFile } from './site-files.ts';

export interface Dependency {
  readonly page: string;
  /** The unhashed script or style. */
  readonly on: string;
}

const CODE = /\.(m?js|css)$/i;

/**
 * `changing` are the paths whose content is about to change. Pages are read only if a script or style is among them, and with
 * them all scripts and styles that they lead to.
 */
export async function unhashedDependencies(
  root: string,
  files: readonly SiteFile[],
  changing: readonly string[],
  prefix: string,
): Promise<Dependency[]> {
  const suspects = new Set(changing.filter((path) => CODE.test(path)));
  if (suspects.size === 0) return [];
  const code = new Set(files.map(({ path }) => path).filter((path) => CODE.test(path)));
  const imports = new Map<string, ReadonlySet<string>>();
  const read = (path: string) => readFile(`${root}/${path}`, 'utf8');
  const found: Dependency[] = [];
  for (const { page, path } of files) {
    if (!page) continue;
    const seen = new Set<string>();
    const open = [...pageReferences(await read(path), path, prefix)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next) || !code.has(next)) continue;
      seen.add(next);
      if (suspects.has(next)) found.push({ page: path, on: next });
      const imported = imports.get(next) ?? importsOf(await read(next), next, prefix);
      imports.set(next, imported);
      open.push(...imported);
    }
  }
  return found;
}
