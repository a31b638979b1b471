/** Every mode × every call of a run × every fault: after it `post`, a re-run and a later deploy bring all to the state that was asked for. */
import { FAULTS } from '../engine/network.ts';
import { type Played, play } from './play.ts';
import type { ActorPlan, Deed, Mode, Schedule, Shape } from './schedule.ts';

/** The run that meets the fault. */
const victimOf = (mode: Mode) => (mode === 'rollback' || mode === 'migrate' ? `A-${mode}` : 'A-deploy');

/** Without faults, and with the number of the case as the seed of what is random. */
export function planMode(mode: Mode, seed: number): Schedule {
  const deploy = (commit: number): Deed => ({
    kind: 'deploy',
    commit,
    image: 'good',
    steps: mode === 'canary' ? 'canary' : 'direct',
  });
  const actor = (name: string, deed: Deed, at: number): ActorPlan => ({ name, deed, at, skew: 0, runnerLost: false });
  const shape: Shape =
    mode === 'direct' || mode === 'canary' || mode === 'rollback' || mode === 'migrate' ? 'service' : mode;
  const victim = actor(
    victimOf(mode),
    mode === 'rollback' ? { kind: 'rollback' } : mode === 'migrate' ? { kind: 'migrate', commit: 3 } : deploy(3),
    600_000,
  );
  // Worker pools and jobs are there from an earlier deploy, and a rollback has two releases to choose from.
  const before = ['worker-pool', 'job', 'rollback'].includes(mode) ? [actor('P-deploy', deploy(2), 2000)] : [];
  return {
    seed,
    shape,
    delays: { readyMs: 500, trafficMs: 100, operationMs: 500 },
    actors: [...before, victim],
    faults: [],
    newest: mode !== 'preview' && mode !== 'job',
    // A migration moves no traffic.
    reaches: mode === 'rollback' || mode === 'migrate' ? 1 : 3,
  };
}

export interface SweepCase {
  readonly mode: Mode;
  readonly schedule: Schedule;
}

/** All cases of a mode. Its calls are counted where nothing goes wrong. */
export async function planSweep(mode: Mode): Promise<SweepCase[]> {
  const calm: Played = await play(planMode(mode, 1));
  if (calm.violation) return [{ mode, schedule: planMode(mode, 1) }];
  const calls = calm.callsOf[victimOf(mode)] ?? 0;
  return Array.from({ length: calls }, (_, i) => i + 1).flatMap((call) =>
    FAULTS.flatMap((kind) =>
      // A lost runner has no `post`.
      [false, true].flatMap((runnerLost) => {
        if (runnerLost && !kind.startsWith('kill')) return [];
        const plan = planMode(mode, 1);
        const actors = plan.actors.map((one) => (one.name === victimOf(mode) ? { ...one, runnerLost } : one));
        return [{ mode, schedule: { ...plan, actors, faults: [{ actor: victimOf(mode), call, kind }] } }];
      }),
    ),
  );
}
