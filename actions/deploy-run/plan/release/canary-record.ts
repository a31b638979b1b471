/** The record of a canary whose steps last longer than a run: its plan and its state, part of the record on the lead of the release. */
import type { Job } from '../../../../src/google/run/resources.ts';
import type { HeldStep } from '../../../../src/inputs/steps.ts';
import type { AnalysisOptions } from '../../analysis/conditions.ts';
import type { StepSpan } from '../../analysis/windows.ts';
import type { JobInputs, ProbeOptions } from '../request.ts';

/** The plan from the start. Later runs execute it and ignore their own inputs. */
export interface CanaryPlan {
  /** The last is 100 %. */
  readonly steps: readonly HeldStep[];
  readonly analysis: AnalysisOptions;
  readonly probe: ProbeOptions;
  /** Milliseconds after the end of a step after which the canary is overdue and not continued. */
  readonly overdueAfter: number;
  /** For each member, in the order of the release, its place in the order of traffic, from 0. */
  readonly layers: readonly number[];
  /** Jobs that run once the candidates have all traffic, before the commit; absent without any. */
  readonly jobs?: readonly LaterJob[];
}

/** A job whose manifest was read, checked and resolved at the start. */
export interface LaterJob extends Pick<JobInputs, 'onFailure'> {
  readonly places: readonly LaterJobPlace[];
}

export interface LaterJobPlace {
  /** `projects/P/locations/R/jobs/J`. */
  readonly name: string;
  /** The job to write before it runs; absent if an existing job runs unchanged. */
  readonly resource?: Job;
  /** Whether it runs after it is written. */
  readonly execute: boolean;
}

/** On the lead of an undecided release. */
export interface CanaryRecord {
  readonly plan: CanaryPlan;
  /** State of the canary; undefined until its first share is in effect. */
  readonly at?: CanaryState;
  /** The run that moves it to its next step. */
  readonly advancing?: string;
}

export interface CanaryState {
  /** Index of the step. */
  readonly step: number;
  /** Time from which its shares are in effect, RFC 3339. */
  readonly since: string;
  /** The step lasts twice as long, because it had no verdict. */
  readonly extended?: true;
  /** Spans of earlier steps, for the analysis. */
  readonly spans: readonly StepSpan[];
  /** Number of later jobs that have ended, and the error of the first that failed. */
  readonly jobs?: { readonly ended: number; readonly failure?: string };
}

/** The newest commit that waits for the decision. */
export interface WaitingCommit {
  readonly commit: string;
  readonly runId: string;
  readonly runUrl: string;
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
}
