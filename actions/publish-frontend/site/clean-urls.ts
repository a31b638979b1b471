/** Addresses of pages without `.html`: a bucket serves an object under exactly its name. Pure. */
import { keptForReleases } from './scan-folder.ts';
import type { SiteFile } from './site-files.ts';

/**
 * `about.html` is published as `about` too, unless the site has a file `about`; `taken` hears of it if that has other content.
 * `index.html` has its folder as its address.
 */
export function withCleanUrls(files: readonly SiteFile[], taken: (page: string, path: string) => void = () => {}) {
  const contents = new Map(files.map(({ path, md5 }) => [path, md5]));
  const pages = files.flatMap((file): SiteFile[] => {
    const path = file.path.replace(/\.html$/i, '');
    const index = /(^|\/)index$/i.test(path) || path === '' || path.endsWith('/');
    if (path === file.path || index || keptForReleases(path)) return [];
    const md5 = contents.get(path);
    if (md5 === undefined) {
      // Of `a.html` and `a.HTML` one is published as `a`.
      contents.set(path, file.md5);
      return [{ ...file, path }];
    }
    if (md5 !== file.md5) taken(file.path, path);
    return [];
  });
  return [...files, ...pages].sort((a, b) => (a.path < b.path ? -1 : 1));
}
