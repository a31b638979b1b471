/** Each mode without faults. The sweep gives one to every call of one process. */
import { type ImageActor, type ImageDeed, type ImageMode, type ImageSchedule, legOf, mergeOf } from './schedule.ts';

/** The mode, and the process that meets the fault. */
export function planImageMode(mode: ImageMode, seed: number): { schedule: ImageSchedule; victim: string } {
  const actor = (name: string, deed: ImageDeed, at: number): ImageActor => ({
    name,
    deed,
    at,
    skew: 0,
    runnerLost: false,
  });
  const isMerged = mode === 'leg' || mode === 'merge';
  const deed: ImageDeed = isMerged
    ? { kind: 'platforms', commit: 1, variant: false }
    : { kind: 'build', commit: 1, variant: false, both: mode === 'build' };
  const name = `A-${deed.kind}`;
  // Commits 1 and 2 have the same content.
  const before = mode === 'reuse' ? [actor('P-build', { ...deed, commit: 2 }, 2000)] : [];
  const schedule: ImageSchedule = {
    seed,
    image: { immutableTags: mode.startsWith('immutable'), attested: true, orphans: true, buildMs: 5000 },
    actors: [...before, actor(name, deed, 600_000)],
    faults: [],
    reaches: true,
  };
  const victim = mode === 'leg' ? legOf(name, 'linux/amd64') : mode === 'merge' ? mergeOf(name) : name;
  return { schedule, victim: mode.endsWith('docker') ? `${name}.docker` : victim };
}
