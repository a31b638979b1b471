/** Which release of a site at the source is promoted, by the records that publish-frontend keeps beside it. */
import {
  type Bucket,
  describeSiteHold,
  readSiteManifest,
  readSiteState,
  type SitePlace,
  siteLabel,
} from '../../../src/records/sites.ts';
import { chooseSourceRelease } from '../plan/choose-release.ts';
import type { SourceSiteState } from '../plan/choose-source.ts';

/** `wanted` is the commit to promote, or its beginning; undefined for the one that is live. */
export async function readSourceSite(
  bucket: Bucket,
  site: SitePlace,
  wanted: string | undefined,
): Promise<SourceSiteState> {
  const label = siteLabel(site);
  const state = await readSiteState(bucket, site);
  if (state?.current === undefined) {
    const why = 'was never published. Publish there first, or correct from-sites.';
    return { name: site.name, label, choice: { kind: 'none', why }, hold: undefined, unfinished: false };
  }
  const { current, published = [], hold, unfinished } = state;
  const manifest = await readSiteManifest(bucket, site, current);
  const live = { release: current, commit: manifest?.commit ?? '' };
  const releases = published.map(({ release, commit, undone }) => ({
    release,
    commit,
    ...(undone && { withdrawn: 'something else was published after the rollback' }),
  }));
  return {
    name: site.name,
    label,
    choice: chooseSourceRelease(releases, live, wanted),
    hold: hold && describeSiteHold(hold),
    unfinished: unfinished !== undefined,
  };
}
