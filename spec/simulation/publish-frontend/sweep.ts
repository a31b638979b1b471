/** Each mode without faults. The sweep adds one to every call of the last run. */
import { actorAt } from '../engine/schedule.ts';
import { type SiteAction, type SiteMode, type SiteSchedule, type SiteShape, STAGED_COMMIT } from './schedule.ts';

/** The mode, and the run that gets the fault. */
export function planSiteMode(mode: SiteMode, seed: number): { schedule: SiteSchedule; victim: string } {
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
      ? [actorAt(2000, 'P', rollback)]
      : mode === 'rollbacks'
        ? [actorAt(2000, 'P', publish(2)), actorAt(599_500, 'B', rollback)]
        : staged && mode !== 'stage'
          ? [actorAt(2000, 'P', stage), actorAt(300_000, 'D', { kind: 'decide' })]
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
    actors: [...before, actorAt(600_000, 'A', action)],
    faults: [],
    newest: true,
    ...(mode !== 'rollbacks' && {
      reaches:
        isRollback || mode === 'release-hold' ? 0 : mode === 'again' || mode === 'drop-staged' ? 1 : staged ? 2 : 3,
    }),
  };
  return { schedule, victim };
}
