/** Addresses of pages without `.html`: a bucket serves an object under exactly its name. Pure. */
import { keptForReleases } from './scan-folder.ts';
import type { SiteFile } from './site-files.ts';

/** `about.html` is published as `about` too. Names of other files stay theirs. `index.html` has its folder as its address. */
export function withCleanUrls(files: readonly SiteFile[]): SiteFile[] {
  const taken = new Set(files.map(({ path }) => path));
  const pages = files.flatMap((file): SiteFile[] => {
    const path = file.path.replace(/\.html$/i, '');
    const index = /(^|\/)index$/i.test(path) || path === '' || path.endsWith('/');
    return path === file.path || index || taken.has(path) || keptForReleases(path) ? [] : [{ ...file, path }];
  });
  return [...files, ...pages].sort((a, b) => (a.path < b.path ? -1 : 1));
}
