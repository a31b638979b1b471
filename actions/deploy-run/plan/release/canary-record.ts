/** The record of a canary whose steps last longer than a run: its plan and its state, part of the record on the lead of the release. */
import type { AnalysisOptions } from '../../analysis/conditions.ts';
import type { StepSpan } from '../../analysis/windows.ts';
import type { HeldStep, ProbeOptions } from '../request.ts';

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
