/** The inputs of each run, by their names in action.yml. */
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { folderOf } from './builds.ts';
import { CANARY_OUTPUT } from './canary.ts';
import { hasTwoSites, prefixesOf } from './cloud.ts';
import type { SiteAction, SiteSettings } from './schedule.ts';

/** `first`: a release of the initial state, which a `mixed` site has in place. */
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
  const folder =
    'commit' in action ? { path: folderOf(action.commit, action.kind === 'publish' && action.variant) } : {};
  // Of two sites with different numbers of releases, the second one is newer.
  const isOlder = shape === 'uneven' && action.kind === 'publish' && action.commit === 0;
  const target: Record<string, string> = hasTwoSites(site)
    ? {
        sites: JSON.stringify(
          prefixesOf(site)
            .slice(0, isOlder ? 1 : 2)
            .map((prefix) => ({
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
  const all = { ...(hasTwoSites(site) ? several : shared), ...target };
  switch (action.kind) {
    case 'publish':
    case 'stage':
      return {
        ...all,
        'keep-releases': String(keepReleases),
        'keep-days': '0',
        'max-delete': String(maxDelete),
        ...(cachedPages && { 'cache-control': '**/*.html=public, max-age=600' }),
        ...((shape === 'atomic' || (shape === 'mixed' && !first)) && { atomic: 'true' }),
        ...(action.kind === 'publish' && action.releaseHold && { 'release-hold': 'true' }),
        ...(action.kind === 'stage' && { services: `${DEFAULTS.region}/web`, 'on-canary': 'stage-only' }),
        ...(action.kind === 'stage' && action.publishes && { 'on-canary': 'stage', canary: CANARY_OUTPUT }),
      };
    case 'rollback':
      return {
        ...all,
        'rollback-to': 'previous',
        reason: 'incident',
        ...(action.keep && { 'on-no-earlier-release': 'keep' }),
      };
    case 'switch-staged':
      return { ...all, 'switch-staged': 'true' };
    default:
      return { ...all, 'release-hold': 'true' };
  }
}
