/** Each mode without faults. The sweep gives one to every call of the last run. */
import type { SiteActor, SiteDeed, SiteMode, SiteSchedule, SiteShape } from './schedule.ts';

/** The mode, and the run that meets the fault. */
export function planSiteMode(mode: SiteMode, seed: number): { schedule: SiteSchedule; victim: string } {
  const actor = (name: string, deed: SiteDeed, at: number): SiteActor => ({
    name,
    deed,
    at,
    skew: 0,
    runnerLost: false,
  });
  const publish = (commit: number, variant = false): SiteDeed => ({ kind: 'publish', commit, variant });
  const isRollback = mode === 'rollback' || mode === 'atomic-rollback';
  const shape: SiteShape =
    mode === 'atomic-rollback'
      ? 'atomic'
      : mode === 'prune' || mode === 'again' || mode === 'rollback' || mode === 'release-hold'
        ? 'in-place'
        : mode;
  const deed: SiteDeed = isRollback
    ? { kind: 'rollback' }
    : mode === 'release-hold'
      ? { kind: 'release-hold' }
      : mode === 'again'
        ? publish(1, true)
        : publish(3);
  const before = mode === 'release-hold' ? [actor('P-rollback', { kind: 'rollback' }, 2000)] : [];
  const victim = `A-${deed.kind}`;
  const schedule: SiteSchedule = {
    seed,
    site: {
      shape,
      keepReleases: mode === 'prune' ? 1 : 2,
      maxDelete: 1000,
      wait: true,
      cachedPages: true,
      operationMs: 500,
    },
    actors: [...before, actor(victim, deed, 600_000)],
    faults: [],
    newest: true,
    reaches: isRollback || mode === 'release-hold' ? 0 : mode === 'again' ? 1 : 3,
  };
  return { schedule, victim };
}
