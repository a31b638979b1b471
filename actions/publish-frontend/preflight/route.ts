/** Checks that an atomic switch is possible. */
import { InputError } from '../../../src/runtime/errors.ts';
import type { Cdn } from '../cdn/load-balancer.ts';
import { ownRoute } from '../cdn/switch-route.ts';
import type { SiteRoute } from '../cdn/url-map.ts';
import type { Neighbors } from '../plan/neighboring-sites.ts';
import type { PublishPlan } from '../plan/publish.ts';
import { siteRoot } from '../store/object-names.ts';
import type { State } from '../store/site-state.ts';

/** The CDN as it is judged beside other sites: one whose prefix is `releases/NAME` has a route like that of a release of ours. */
export const besideSites = (cdn: Cdn | undefined, { below }: Pick<Neighbors, 'below'>): Cdn | undefined =>
  cdn && { ...cdn, below };

/** Checks before any write that the route can be switched. Returns the route that `atomic` switches. */
export function requireRoute(cdn: Cdn | undefined, needed: boolean): SiteRoute | undefined {
  if (!needed) return undefined;
  if (cdn) return ownRoute(cdn);
  throw new InputError([
    {
      subject: 'Input url-map',
      message: 'is required. This site is published with atomic: true, which switches it by a write to the URL map.',
    },
  ]);
}

/** Throws `InputError` if the atomic release is live, by the route or by the record, and would have to change. `prefix`: of the site. */
export function checkLiveRelease(
  { manifest: { release, atomic }, overwritten }: PublishPlan,
  route: SiteRoute | undefined,
  layout: { readonly bucket: string; readonly prefix: string },
  { current, atomic: inFolder }: Pick<State, 'current' | 'atomic'>,
): void {
  const live = route?.to === siteRoot(layout, release, atomic) || (atomic && inFolder === true && current === release);
  if (overwritten.length === 0 || !live) return;
  throw new InputError([
    {
      subject: 'Input release',
      message: `${release} is live, and this build differs from it in ${overwritten.length} files, for instance ${overwritten[0]}. A live release cannot change atomically. Set another name for this release.`,
    },
  ]);
}
