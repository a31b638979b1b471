/** The model of the rollout with the properties that must hold in it, as the explorer takes it. */
import type { Model } from '../explore.ts';
import { initialSystem, keyIn, type Setup, stepsOf } from './model.ts';
import { ALL_FENCES, type Fences } from './programs.ts';
import { livenessOf, SAFETY } from './properties.ts';
import type { System } from './system.ts';

export function rolloutModel(setup: Setup): Model<System> {
  const fences: Fences = { ...ALL_FENCES, ...setup.fences };
  return {
    initial: [initialSystem(setup)],
    steps: (system) => stepsOf(system, fences),
    key: keyIn(setup),
    safety: SAFETY,
    liveness: livenessOf(fences),
  };
}
