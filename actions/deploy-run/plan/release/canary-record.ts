/** The record of a canary whose steps last longer than a run: its plan and its state, part of the record on the lead of the release. */
import type { Job } from '../../../../src/google/run/resources.ts';
import type { AnalysisOptions } from '../../analysis/conditions.ts';
import type { StepSpan } from '../../analysis/windows.ts';
import type { HeldStep, JobInputs, ProbeOptions } from '../request.ts';

/** What was decided at the start; later runs execute this, whatever their own inputs say. */
export interface CanaryPlan {
  /** The last is 100 %. */
  readonly steps: readonly HeldStep[];
  readonly analysis: AnalysisOptions;
  readonly probe: ProbeOptions;
  /** Milliseconds after the end of a step from which on it is not continued by itself. */
  readonly overdueAfter: number;
  /** For each member, in the order of the release, its place in the order of traffic, from 0. */
  readonly layers: readonly number[];
  /** Jobs that run once the candidates have all traffic, before the commit; absent without any. */
  readonly jobs?: readonly LaterJob[];
}

/** A job as its manifest was read, judged and resolved at the start. */
export interface LaterJob extends Pick<JobInputs, 'onFailure'> {
  readonly places: readonly LaterJobPlace[];
}

export interface LaterJobPlace {
  /** `projects/P/locations/R/jobs/J`. */
  readonly name: string;
  /** What is written before it runs; absent where the job runs as it is. */
  readonly resource?: Job;
  /** Whether it runs once it is written. */
  readonly execute: boolean;
}

/** On the lead of an undecided release. */
export interface CanaryRecord {
  readonly plan: CanaryPlan;
  /** Where the canary stands; undefined until its first share is in effect. */
  readonly at?: CanaryState;
  /** The run that takes it to its next step. */
  readonly advancing?: string;
}

export interface CanaryState {
  /** Index of the step. */
  readonly step: number;
  /** Since when its shares are in effect, RFC 3339. */
  readonly since: string;
  /** The step lasts twice as long, for lack of a verdict. */
  readonly extended?: true;
  /** Spans of earlier steps, for the analysis. */
  readonly spans: readonly StepSpan[];
  /** How many of the later jobs have ended, and why the first of them failed. */
  readonly jobs?: { readonly ended: number; readonly failure?: string };
}

/** The commit that waits for the decision: the newest one whose deploy met the canary. */
export interface WaitingCommit {
  readonly commit: string;
  readonly runId: string;
  readonly runUrl: string;
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
}
