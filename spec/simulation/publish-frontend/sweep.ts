/** Each mode without faults. The sweep adds one to every call of the last run. */
import {
  type SiteAction,
  type SiteActor,
  type SiteMode,
  type SiteSchedule,
  type SiteShape,
  STAGED_COMMIT,
} from './schedule.ts';

/** The mode, and the run that gets the fault. */
export function planSiteMode(mode: SiteMode, seed: number): { schedule: SiteSchedule; victim: string } {
  const actor = (name: string, action: SiteAction, at: number): SiteActor => ({
    name,
    action,
    at,
    skew: 0,
    runnerLost: false,
  });
  const publish = (commit: number, variant = false): SiteAction => ({ kind: 'publish', commit, variant });
  const stage: SiteAction = { kind: 'stage', commit: STAGED_COMMIT };
  const staged = mode === 'stage' || mode === 'switch-staged' || mode === 'drop-staged';
  const isRollback = mode === 'rollback' || mode === 'atomic-rollback' || mode === 'rollbacks';
  const shape: SiteShape =
    mode === 'atomic-rollback'
      ? 'atomic'
      : mode === 'rollbacks'
        ? 'uneven'
        : mode === 'prune' || mode === 'again' || mode === 'rollback' || mode === 'release-hold' || staged
          ? 'in-place'
          : mode;
  const action: SiteAction = staged
    ? mode === 'stage'
      ? stage
      : { kind: 'switch-staged' }
    : isRollback
      ? { kind: 'rollback' }
      : mode === 'release-hold'
        ? { kind: 'release-hold' }
        : mode === 'again'
          ? publish(1, true)
          : publish(3);
  const rollback = { kind: 'rollback' } as const;
  const before =
    mode === 'release-hold'
      ? [actor('P-rollback', rollback, 2000)]
      : mode === 'rollbacks'
        ? [actor('P-publish', publish(2), 2000), actor('B-rollback', rollback, 599_500)]
        : staged && mode !== 'stage'
          ? [actor('P-stage', stage, 2000), actor('D-decide', { kind: 'decide' }, 300_000)]
          : [];
  const victim = `A-${action.kind}`;
  const schedule: SiteSchedule = {
    seed,
    site: {
      shape,
      keepReleases: mode === 'prune' ? 1 : mode === 'rollbacks' ? 3 : 2,
      maxDelete: 1000,
      wait: true,
      cachedPages: true,
      operationMs: 500,
      ...(staged && { canary: mode === 'drop-staged' ? 'restored' : 'promoted' }),
    },
    actors: [...before, actor(victim, action, 600_000)],
    faults: [],
    newest: true,
    ...(mode !== 'rollbacks' && {
      reaches:
        isRollback || mode === 'release-hold' ? 0 : mode === 'again' || mode === 'drop-staged' ? 1 : staged ? 2 : 3,
    }),
  };
  return { schedule, victim };
}
