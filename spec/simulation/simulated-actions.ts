/** The simulated actions: how their schedules are made, played and made smaller. */

import type { SimulatedActionName, SomeSchedule } from './action-names.ts';
import { playImages } from './build-image/play.ts';
import { type ImageMode, planImageSchedule } from './build-image/schedule.ts';
import { smallerImages } from './build-image/smaller.ts';
import { planImageMode } from './build-image/sweep.ts';
import { play } from './deploy-run/play.ts';
import { type Mode, planSchedule } from './deploy-run/schedule.ts';
import { smallerDeploys } from './deploy-run/smaller.ts';
import { planMode } from './deploy-run/sweep.ts';
import { FAULTS } from './engine/network.ts';
import type { Fault, PlayResult } from './engine/schedule.ts';
import { playSite } from './publish-frontend/play.ts';
import { planSiteSchedule, type SiteMode } from './publish-frontend/schedule.ts';
import { smallerSites } from './publish-frontend/smaller.ts';
import { planSiteMode } from './publish-frontend/sweep.ts';

interface SimulatedAction {
  /** The schedule of a seed. */
  plan(seed: number): SomeSchedule;
  play(schedule: SomeSchedule): Promise<PlayResult>;
  smaller(schedule: SomeSchedule): Iterable<SomeSchedule>;
  /** A mode without faults, and the name of the run that gets the faults of the sweep. */
  mode(mode: string): { readonly schedule: SomeSchedule; readonly victim: string };
}

function simulatedAction<S extends SomeSchedule, M extends string>(parts: {
  plan(seed: number): S;
  play(schedule: S): Promise<PlayResult>;
  smaller(schedule: S): Iterable<S>;
  mode(mode: M): { schedule: S; victim: string };
}): SimulatedAction {
  return parts as unknown as SimulatedAction;
}

export const ACTIONS: Readonly<Record<SimulatedActionName, SimulatedAction>> = {
  'deploy-run': simulatedAction({
    plan: planSchedule,
    play,
    smaller: smallerDeploys,
    mode: (mode: Mode) => planMode(mode, 1),
  }),
  'publish-frontend': simulatedAction({
    plan: planSiteSchedule,
    play: playSite,
    smaller: smallerSites,
    mode: (mode: SiteMode) => planSiteMode(mode, 1),
  }),
  'build-image': simulatedAction({
    plan: planImageSchedule,
    play: playImages,
    smaller: smallerImages,
    mode: (mode: ImageMode) => planImageMode(mode, 1),
  }),
};

export const simulatedActionOf = (schedule: SomeSchedule): SimulatedAction =>
  ACTIONS['site' in schedule ? 'publish-frontend' : 'image' in schedule ? 'build-image' : 'deploy-run'];

/**
 * All cases of a mode: every call of a run × every fault. Afterwards, `post`, a re-run and a later run reach the requested state.
 * The calls are counted in a fault-free run.
 */
export async function planSweep(name: string): Promise<SomeSchedule[]> {
  const [action, mode = ''] = name.split(' ');
  const { mode: of, play: playIt } = ACTIONS[action as SimulatedActionName];
  const { schedule, victim } = of(mode);
  const faultFree = await playIt(schedule);
  if (faultFree.violation) return [schedule];
  const calls = faultFree.callsOf[victim] ?? 0;
  return Array.from({ length: calls }, (_, i) => i + 1).flatMap((call) =>
    FAULTS.flatMap((kind) =>
      // A lost runner has no `post`.
      [false, true].flatMap((runnerLost) => {
        if (runnerLost && !(kind.startsWith('kill') && schedule.actors.some(({ name: one }) => one === victim)))
          return [];
        const fault: Fault = { actor: victim, call, kind };
        const actors = schedule.actors.map((one) => (one.name === victim ? { ...one, runnerLost } : one));
        return [{ ...schedule, actors, faults: [...schedule.faults, fault] } as SomeSchedule];
      }),
    ),
  );
}
