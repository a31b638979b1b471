/** Paths as the CDN invalidates them (https://cloud.google.com/cdn/docs/cache-invalidation-overview). Pure. */

/** Parses a path pattern. Throws an Error in words for the user. */
export function parseInvalidationPath(text: string): string {
  if (/^\/[^?#*\s]*$/.test(text) || /^\/([^?#*\s]*\/)?\*$/.test(text)) return text;
  throw new Error(`"${text}" is not a path to invalidate. Write for instance /index.html or /news/*.`);
}

/** Requests of one publish at most: the API takes 500 a minute, for all that use the project. */
const MOST = 100;

/**
 * At most `most` patterns that cover all paths: first each by itself; if there are too many, those of the fullest folders are
 * taken together as `/folder/*`.
 */
export function groupPaths(paths: Iterable<string>, most = MOST): string[] {
  let patterns = new Set(paths);
  while (patterns.size > most) {
    const folders = new Map<string, number>();
    for (const pattern of patterns) {
      const folder = folderOf(pattern);
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
    const depth = Math.max(...[...folders.keys()].map(depthOf));
    const deepest = [...folders].filter(([folder]) => depthOf(folder) === depth);
    const [fullest] = deepest.reduce((a, b) => (b[1] > a[1] ? b : a));
    patterns = new Set([...patterns].filter((pattern) => folderOf(pattern) !== fullest).concat(`${fullest}*`));
  }
  return [...patterns].filter((pattern) => !coveredByOther(pattern, patterns)).sort();
}

/** The folder that would stand for a pattern: `/a/` for `/a/b` and, one higher, for `/a/b/*`. */
function folderOf(pattern: string): string {
  const bare = pattern.replace(/\/\*$/, '').replace(/\/$/, '');
  return bare.slice(0, bare.lastIndexOf('/') + 1) || '/';
}

function depthOf(folder: string): number {
  return folder.split('/').length;
}

function coveredByOther(pattern: string, patterns: ReadonlySet<string>): boolean {
  for (const other of patterns)
    if (other !== pattern && other.endsWith('/*') && pattern.startsWith(other.slice(0, -1))) return true;
  return false;
}

/** All ways to write the address of a changed file: an `index.html` also answers for its folder. */
export function addressesOf(path: string): string[] {
  return path.endsWith('/index.html') ? [path, path.slice(0, -'index.html'.length)] : [path];
}
