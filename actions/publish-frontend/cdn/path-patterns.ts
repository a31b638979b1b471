/** Paths as the CDN invalidates them (https://cloud.google.com/cdn/docs/cache-invalidation-overview). Pure. */

/** Parses a path pattern. Throws an Error with a message for the user. */
export function parseInvalidationPath(text: string): string {
  if (/^\/[^?#*\s]*$/.test(text) || /^\/([^?#*\s]*\/)?\*$/.test(text)) return text;
  throw new Error(`"${text}" is not a valid path to invalidate. Examples: /index.html or /news/*.`);
}

/** Maximum number of requests of one publish. The limit of the API is 500 a minute for the whole project. */
const MOST = 100;

/**
 * At most `most` patterns that cover all paths: first each by itself; if there are too many, those of a folder are taken
 * together as `/folder/*`, the deepest and fullest folders first.
 */
export function groupPaths(paths: Iterable<string>, most = MOST): string[] {
  const folders = new Map<string, Set<string>>();
  let size = 0;
  const add = (pattern: string): void => {
    const folder = folderOf(pattern);
    const patterns = folders.get(folder) ?? new Set();
    size += patterns.has(pattern) ? 0 : 1;
    folders.set(folder, patterns.add(pattern));
  };
  for (const path of paths) add(path);
  for (let depth = Math.max(0, ...[...folders.keys()].map(depthOf)); size > most && depth > 0; depth--) {
    const level = [...folders].filter(([folder]) => depthOf(folder) === depth);
    for (const [folder, patterns] of level.sort(([, a], [, b]) => b.size - a.size)) {
      if (size <= most) break;
      folders.delete(folder);
      size -= patterns.size;
      add(`${folder}*`);
    }
  }
  const patterns = new Set([...folders.values()].flatMap((some) => [...some]));
  return [...patterns].filter((pattern) => !coveredByOther(pattern, patterns)).sort();
}

/** The folder that contains a pattern: `/a/` for `/a/b`, `/a/b/` and `/a/b/*`. */
function folderOf(pattern: string): string {
  const bare = pattern.replace(/\/\*$/, '').replace(/\/$/, '');
  return bare.slice(0, bare.lastIndexOf('/') + 1) || '/';
}

/** Depth of the folder: 1 for the root. */
function depthOf(folder: string): number {
  return folder.split('/').length - 1;
}

function coveredByOther(pattern: string, patterns: ReadonlySet<string>): boolean {
  for (const other of patterns)
    if (other !== pattern && other.endsWith('/*') && pattern.startsWith(other.slice(0, -1))) return true;
  return false;
}

/**
 * The patterns that invalidate a changed file, whose path is percent-encoded: an `index.html` is also served for its folder, and
 * browsers leave some characters as they are, which the CDN compares as they come.
 */
export function patternsOf(path: string): string[] {
  const spellings = new Set([path, path.replace(LEFT_BY_BROWSERS, decodeURIComponent)]);
  const addresses = [...spellings].flatMap((one) =>
    one.endsWith('/index.html') ? [one, one.slice(0, -'index.html'.length)] : [one],
  );
  return [...new Set(addresses.map(patternOf))];
}

/** Reserved characters that a URL's path may hold unencoded: $ & + , : ; = @ [ ] | (https://url.spec.whatwg.org/#path-percent-encode-set). */
const LEFT_BY_BROWSERS = /%(?:24|26|2B|2C|3A|3B|3D|40|5B|5D|7C)/g;

/** Longer patterns are refused. */
const LONGEST = 1024;

/**
 * The path itself where it can be a pattern, else the nearest folder whose pattern covers it: a pattern may hold `*` only at its
 * end, after a slash.
 */
function patternOf(path: string): string {
  if (!path.includes('*') && path.length <= LONGEST) return path;
  const star = path.includes('*') ? path.indexOf('*') : path.length;
  return `${path.slice(0, path.lastIndexOf('/', Math.min(star, LONGEST - 2)) + 1)}*`;
}
