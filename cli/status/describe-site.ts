/** The state of a site, from the records of publish-frontend. Pure. */
import type { Layout } from '../../actions/publish-frontend/store/object-names.ts';
import type { State } from '../../actions/publish-frontend/store/site-state.ts';

interface SiteRelease {
  readonly release: string;
  readonly commit: string;
  /** When it went live, or was staged, RFC 3339. */
  readonly at: string;
}

export interface SiteRecord {
  /** `BUCKET` or `BUCKET/PREFIX`. */
  readonly site: string;
  readonly bucket: string;
  readonly prefix: string;
  /** The live release; null if none was completely published. */
  readonly serving: SiteRelease | null;
  readonly hold: {
    readonly release: string;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
    readonly runUrl: string;
  } | null;
  /** The run that is working on the site, and its phase. */
  readonly run: { readonly work: string; readonly runUrl: string } | null;
  /** The target of an unfinished switch; null if there is no unfinished switch. */
  readonly switching: string | null;
  /** The release that goes live once the canary of `service` has all traffic. */
  readonly staged: (SiteRelease & { readonly runUrl: string; readonly service: string }) | null;
  /** Releases that a rollback can go back to, newest first. */
  readonly releases: readonly (SiteRelease & { readonly withdrawn?: true })[];
}

export function describeSite({ bucket, prefix }: Layout, state: State): SiteRecord {
  const { current, published, hold, claim, unfinished, staged } = state;
  const known = (release: string): SiteRelease => {
    const found = published.findLast((one) => one.release === release);
    return { release, commit: found?.commit ?? '', at: found?.at ?? '' };
  };
  return {
    site: `${bucket}/${prefix}`.replace(/\/$/, ''),
    bucket,
    prefix,
    serving: current === undefined ? null : known(current),
    hold: hold ? { release: hold.release, reason: hold.reason, by: hold.by, at: hold.at, runUrl: hold.run } : null,
    run: claim ? { work: claim.work, runUrl: claim.run } : null,
    switching: unfinished?.to ?? null,
    staged: staged
      ? {
          release: staged.release,
          commit: staged.commit,
          at: staged.at,
          runUrl: staged.run,
          service: staged.canary.lead,
        }
      : null,
    releases: published
      .map(({ release, commit, at, undone }) => ({ release, commit, at, ...(undone && { withdrawn: undone }) }))
      .reverse(),
  };
}
