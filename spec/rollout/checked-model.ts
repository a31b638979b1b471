/** The model of the rollout with the properties that must hold in it, as the explorer takes it. */
import type { Model } from '../explore.ts';
import { initialWorld, keyIn, type Setup, stepsOf } from './model.ts';
import { ALL_FENCES, type Fences } from './programs.ts';
import { LIVENESS, SAFETY } from './properties.ts';
import type { World } from './world.ts';

export function rolloutModel(setup: Setup): Model<World> {
  const fences: Fences = { ...ALL_FENCES, ...setup.fences };
  return {
    initial: [initialWorld(setup)],
    steps: (world) => stepsOf(world, fences),
    key: keyIn(setup),
    safety: SAFETY,
    liveness: LIVENESS,
  };
}
