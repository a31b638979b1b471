/** Each mode without faults. The sweep adds one to every call of one process. */
import { actorAt } from '../engine/schedule.ts';
import { type ImageAction, type ImageMode, type ImageSchedule, mergeOf, platformStep } from './schedule.ts';

/** The mode, and the process that gets the fault. */
export function planImageMode(mode: ImageMode, seed: number): { schedule: ImageSchedule; victim: string } {
  const isMerged = mode === 'platform' || mode.endsWith('merge');
  const action: ImageAction = isMerged
    ? { kind: 'platforms', commit: 1, variant: false }
    : { kind: 'build', commit: 1, variant: false, both: mode === 'build' };
  const name = `A-${action.kind}`;
  // Commits 1 and 2 have the same content.
  const hasMounts = mode.includes('mounts');
  // The cache mounts of another commit are restored.
  const earlier = mode.endsWith('reuse') ? 2 : hasMounts ? 3 : undefined;
  const before = earlier === undefined ? [] : [actorAt(2000, 'P', { ...action, commit: earlier })];
  const signed = mode.includes('signed') ? ({ sign: 'required' } as const) : {};
  const mounts = hasMounts ? ({ mounts: true } as const) : {};
  const schedule: ImageSchedule = {
    seed,
    image: {
      immutableTags: mode.startsWith('immutable'),
      attested: true,
      orphans: true,
      buildMs: 5000,
      ...signed,
      ...mounts,
    },
    actors: [...before, actorAt(600_000, 'A', action)],
    faults: [],
    reaches: true,
  };
  const victim =
    mode === 'platform' ? platformStep(name, 'linux/amd64') : mode.endsWith('merge') ? mergeOf(name) : name;
  return { schedule, victim: mode.endsWith('docker') ? `${name}.docker` : victim };
}
