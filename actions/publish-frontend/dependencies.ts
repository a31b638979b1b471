/** Finds pages that load a script or style whose content changes under the same name: old and new pages would share it. */
import { readFile } from 'node:fs/promises';
import { pageReferences } from './site/references.ts';
import type { SiteFile } from './site/site.ts';

export interface Dependency {
  readonly page: string;
  /** The unhashed script or style. */
  readonly on: string;
}

/** `changing` are the paths whose content is about to change. Reads pages only if a script or style is among them. */
export async function unhashedDependencies(
  root: string,
  files: readonly SiteFile[],
  changing: readonly string[],
  prefix: string,
): Promise<Dependency[]> {
  const suspects = new Set(changing.filter((path) => /\.(m?js|css)$/i.test(path)));
  if (suspects.size === 0) return [];
  const found: Dependency[] = [];
  for (const { page, path } of files) {
    if (!page) continue;
    for (const on of pageReferences(await readFile(`${root}/${path}`, 'utf8'), path, prefix))
      if (suspects.has(on)) found.push({ page: path, on });
  }
  return found;
}
