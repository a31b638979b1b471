/** What became of each site of the step. */
import type { SiteInputs } from '../inputs.ts';
import type { PublishOutcome } from './outcome.ts';

/**
 * `failed`: its switch failed midway, or its own work before. `not-started`: it was left as it was. `staged`: its release waits for a
 * canary. `dropped`: what was staged does not go live, since the canary was restored.
 */
export type SiteStatus =
  | 'live'
  | 'unchanged'
  | 'failed'
  | 'not-started'
  | 'planned'
  | 'released'
  | 'staged'
  | 'dropped';

export interface SiteResult {
  readonly inputs: SiteInputs;
  readonly status: SiteStatus;
  /** What was done; for a site that failed or was left alone, what was to be done. */
  readonly outcome: PublishOutcome;
  /** Name and duration of each part of the work. */
  readonly timings: readonly (readonly [name: string, duration: string])[];
}

export interface StepResult {
  readonly results: readonly SiteResult[];
  /** What failed the step. */
  readonly failure?: unknown;
}
