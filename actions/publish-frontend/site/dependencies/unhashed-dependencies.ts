/** Finds pages that load a script or style whose content changes under the same name: old and new pages would share it. */
import { readDecoded } from '../encoded-content.ts';
import type { SiteFile } from '../site-files.ts';
import { importsOf, pageReferences } from './page-references.ts';

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
  const code = new Map(files.filter(({ path }) => CODE.test(path)).map((file) => [file.path, file]));
  const imports = new Map<string, ReadonlySet<string>>();
  const read = ({ source, contentEncoding }: SiteFile) => readDecoded(`${root}/${source}`, contentEncoding);
  const found: Dependency[] = [];
  for (const file of files) {
    const { page, path } = file;
    if (!page) continue;
    const seen = new Set<string>();
    const open = [...pageReferences(await read(file), path, prefix)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const script = code.get(next);
      if (seen.has(next) || !script) continue;
      seen.add(next);
      if (suspects.has(next)) found.push({ page: path, on: next });
      const imported = imports.get(next) ?? importsOf(await read(script), next, prefix);
      imports.set(next, imported);
      open.push(...imported);
    }
  }
  return found;
}
