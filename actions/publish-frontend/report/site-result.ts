/** The result of each site of the step. */
import type { SiteInputs } from '../inputs.ts';
import type { PublishOutcome } from './outcome.ts';

/**
 * `failed`: its switch or its own work before failed. `not-started`: it was not changed. `staged`: its release waits for a
 * canary. `kept`: a rollback left it as it is, because it has no earlier release. `dropped`: its staged release was discarded,
 * because the canary was restored.
 */
export type SiteStatus =
  | 'live'
  | 'unchanged'
  | 'kept'
  | 'failed'
  | 'not-started'
  | 'planned'
  | 'released'
  | 'staged'
  | 'dropped';

export interface SiteResult {
  readonly inputs: SiteInputs;
  readonly status: SiteStatus;
  /** The outcome; for a site that failed or was not started, the plan. */
  readonly outcome: PublishOutcome;
  /** Name and duration of each part of the work. */
  readonly timings: readonly (readonly [name: string, duration: string])[];
}

export interface StepResult {
  readonly results: readonly SiteResult[];
  /** The error that failed the step. */
  readonly failure?: unknown;
}
