/** The inputs of each run, by their names in action.yml. */
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { folderOf } from './builds.ts';
import { prefixesOf } from './cloud.ts';
import type { SiteAction, SiteSettings } from './schedule.ts';

/** `first`: one of the releases that are there before anyone acts, which a `mixed` site has in place. */
export function siteInputsOf(
  site: SiteSettings,
  action: SiteAction,
  token: string,
  first = false,
): Record<string, string> {
  const { shape, keepReleases, maxDelete, wait, cachedPages } = site;
  const shared = {
    project: DEFAULTS.project,
    'url-map': DEFAULTS.urlMap,
    host: DEFAULTS.siteHost,
    'github-token': token,
    concurrency: '8',
    'wait-for-invalidation': String(wait),
  };
  const folder = action.kind === 'publish' ? { path: folderOf(action.commit, action.variant) } : {};
  const target: Record<string, string> =
    shape === 'sites'
      ? {
          sites: JSON.stringify(
            prefixesOf(site).map((prefix) => ({
              name: prefix === '' ? 'home' : 'admin',
              bucket: DEFAULTS.bucket,
              ...(prefix !== '' && { prefix }),
              ...folder,
            })),
          ),
        }
      : { bucket: DEFAULTS.bucket, ...folder };
  // `host` belongs to each of several sites; the default rule leads to the same bucket.
  const { host: _, ...several } = shared;
  const all = { ...(shape === 'sites' ? several : shared), ...target };
  switch (action.kind) {
    case 'publish':
      return {
        ...all,
        'keep-releases': String(keepReleases),
        'keep-days': '0',
        'max-delete': String(maxDelete),
        ...(cachedPages && { 'cache-control': '**/*.html=public, max-age=600' }),
        ...((shape === 'atomic' || (shape === 'mixed' && !first)) && { atomic: 'true' }),
        ...(action.releaseHold && { 'release-hold': 'true' }),
      };
    case 'rollback':
      return { ...all, 'rollback-to': 'previous', reason: 'incident' };
    default:
      return { ...all, 'release-hold': 'true' };
  }
}
