/** Each mode without faults. The sweep gives one to every call of the last run. */
import type { ActorPlan, Deed, Mode, Schedule, Shape } from './schedule.ts';

/** The run that meets the fault. */
export const victimOf = (mode: Mode) =>
  mode === 'rollback' || mode === 'advance' ? `A-${mode}` : isMigration(mode) ? 'A-migrate' : 'A-deploy';

const isMigration = (mode: Mode): mode is 'migrate' | 'migrate-cancels' =>
  mode === 'migrate' || mode === 'migrate-cancels';

/** Without faults, and with the number of the case as the seed of what is random. */
export function planMode(mode: Mode, seed: number): Schedule {
  const deploy = (commit: number): Deed => ({
    kind: 'deploy',
    commit,
    image: 'good',
    steps: ['canary', 'long-canary', 'judged', 'advance'].includes(mode) ? 'canary' : 'direct',
  });
  const actor = (name: string, deed: Deed, at: number): ActorPlan => ({ name, deed, at, skew: 0, runnerLost: false });
  const shape: Shape =
    mode === 'advance'
      ? 'long-canary'
      : mode === 'direct' || mode === 'canary' || mode === 'rollback' || isMigration(mode)
        ? 'service'
        : mode;
  const victim = actor(
    victimOf(mode),
    mode === 'rollback' || mode === 'advance'
      ? { kind: mode }
      : isMigration(mode)
        ? { kind: 'migrate', commit: 3, ...(mode === 'migrate-cancels' && { cancels: true }) }
        : deploy(3),
    600_000,
  );
  // Worker pools and jobs are there from an earlier deploy, a rollback has two releases to choose
  // from, and an advance has a canary.
  const before = ['worker-pool', 'job', 'rollback', 'advance'].includes(mode)
    ? [actor('P-deploy', deploy(mode === 'advance' ? 3 : 2), 2000)]
    : [];
  return {
    seed,
    shape,
    delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
    actors: [...before, victim],
    faults: [],
    newest: mode !== 'preview' && mode !== 'job',
    // A migration moves no traffic. An advance may judge that the canary is unhealthy, where its requests are late.
    ...(mode !== 'advance' && { reaches: mode === 'rollback' || isMigration(mode) ? 1 : 3 }),
  };
}
