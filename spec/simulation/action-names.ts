/** The simulated actions, and their modes. Imports no code of the simulation, which replaces Node's time. */
import { IMAGE_MODES, type ImageSchedule } from './build-image/schedule.ts';
import { LARGE_MODES, MODES, type Schedule } from './deploy-run/schedule.ts';
import { SITE_MODES, type SiteSchedule } from './publish-frontend/schedule.ts';

export const SIMULATED_ACTIONS = ['deploy-run', 'publish-frontend', 'build-image'] as const;
export type SimulatedActionName = (typeof SIMULATED_ACTIONS)[number];

/** A schedule as it is printed and replayed. */
export type SomeSchedule = Schedule | SiteSchedule | ImageSchedule;

/** Every mode of every action, as `ACTION MODE`. */
export const ALL_MODES: readonly string[] = [
  ...MODES.map((mode) => `deploy-run ${mode}`),
  ...SITE_MODES.map((mode) => `publish-frontend ${mode}`),
  ...IMAGE_MODES.map((mode) => `build-image ${mode}`),
];

/** Modes that are played by name only. */
export const ALL_LARGE_MODES: readonly string[] = LARGE_MODES.map((mode) => `deploy-run ${mode}`);
