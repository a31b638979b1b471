/** Public paths of objects: the address of the site, and the paths to invalidate after a switch. Pure. */
import type { CdnInputs } from '../inputs.ts';
import { isPage } from '../site/hashed-names.ts';
import type { Layout } from '../store/object-names.ts';
import type { ReleaseManifest } from '../store/release-manifest.ts';
import type { Cdn } from './load-balancer.ts';
import { groupPaths, patternsOf } from './path-patterns.ts';
import { publicPath } from './url-map.ts';

/** `changed` are names of objects. Gives the paths to invalidate: the user's own, or exactly what changed. */
export function pathsToInvalidate(
  cdn: Cdn | undefined,
  inputs: CdnInputs | undefined,
  changed: readonly string[],
): string[] {
  if (!cdn?.cached || !inputs || changed.length === 0) return [];
  return groupPaths(inputs.invalidate ?? addresses(cdn, changed));
}

/** Patterns for all public addresses of the objects. */
function addresses(cdn: Cdn, objects: Iterable<string>): Set<string> {
  const paths = new Set<string>();
  for (const object of objects) {
    for (const route of cdn.routes) {
      const path = publicPath(route, object);
      if (path !== undefined) for (const pattern of patternsOf(path)) paths.add(pattern);
    }
  }
  return paths;
}

/** Address of the entry page: the root, or the first page of a site without one. */
export function siteLink(cdn: Cdn | undefined, { bucket, prefix }: Layout, { files }: ReleaseManifest): string {
  const entry = files.has('index.html')
    ? 'index.html'
    : ([...files].find(([path, { contentType }]) => isPage(path, contentType))?.[0] ?? '');
  const route = cdn?.routes[0];
  if (!cdn?.host || !route) return `https://storage.googleapis.com/${bucket}/${prefix}${entry}`;
  return `https://${cdn.host}${publicPath(route, prefix + entry) ?? route.at + entry}`;
}
