/** The actions that are simulated: how their schedules are made, played and made smaller. */
import { playImages } from './build-image/play.ts';
import { type ImageMode, planImageSchedule } from './build-image/schedule.ts';
import { smallerImages } from './build-image/smaller.ts';
import { planImageMode } from './build-image/sweep.ts';
import { play } from './deploy-run/play.ts';
import { type Mode, planSchedule } from './deploy-run/schedule.ts';
import { smallerDeploys } from './deploy-run/smaller.ts';
import { planMode } from './deploy-run/sweep.ts';
import { FAULTS } from './engine/network.ts';
import type { Fault, Played } from './engine/played.ts';
import type { SomeSchedule, SubjectName } from './names.ts';
import { playSite } from './publish-frontend/play.ts';
import { planSiteSchedule, type SiteMode } from './publish-frontend/schedule.ts';
import { smallerSites } from './publish-frontend/smaller.ts';
import { planSiteMode } from './publish-frontend/sweep.ts';

interface Subject {
  /** The schedule of a seed. */
  plan(seed: number): SomeSchedule;
  play(schedule: SomeSchedule): Promise<Played>;
  smaller(schedule: SomeSchedule): Iterable<SomeSchedule>;
  /** A mode without faults, and the name of the run that the sweep gives a fault. */
  mode(mode: string): { readonly schedule: SomeSchedule; readonly victim: string };
}

function subject<S extends SomeSchedule, M extends string>(parts: {
  plan(seed: number): S;
  play(schedule: S): Promise<Played>;
  smaller(schedule: S): Iterable<S>;
  mode(mode: M): { schedule: S; victim: string };
}): Subject {
  return parts as unknown as Subject;
}

export const SUBJECT: Readonly<Record<SubjectName, Subject>> = {
  'deploy-run': subject({
    plan: planSchedule,
    play,
    smaller: smallerDeploys,
    mode: (mode: Mode) => planMode(mode, 1),
  }),
  'publish-frontend': subject({
    plan: planSiteSchedule,
    play: playSite,
    smaller: smallerSites,
    mode: (mode: SiteMode) => planSiteMode(mode, 1),
  }),
  'build-image': subject({
    plan: planImageSchedule,
    play: playImages,
    smaller: smallerImages,
    mode: (mode: ImageMode) => planImageMode(mode, 1),
  }),
};

export const subjectOf = (schedule: SomeSchedule): Subject =>
  SUBJECT['site' in schedule ? 'publish-frontend' : 'image' in schedule ? 'build-image' : 'deploy-run'];

/**
 * All cases of a mode: every call of a run × every fault. After it, `post`, a re-run and a later run bring all to the state that
 * was asked for. The calls are counted where nothing goes wrong.
 */
export async function planSweep(name: string): Promise<SomeSchedule[]> {
  const [action, mode = ''] = name.split(' ');
  const { mode: of, play: playIt } = SUBJECT[action as SubjectName];
  const { schedule, victim } = of(mode);
  const calm = await playIt(schedule);
  if (calm.violation) return [schedule];
  const calls = calm.callsOf[victim] ?? 0;
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
