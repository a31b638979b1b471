/** What a canary is judged by: the value of the inputs, parsed. */
import type { OnInconclusive } from './judge.ts';
import type { NullModel } from './statistics/sequential-test.ts';

export type AnalysisCondition =
  /** 5xx, 499 and other 4xx, each by itself. */
  | { readonly kind: 'errors' }
  /** Requests that no instance took, which the metric leaves out and request logs have. */
  | { readonly kind: 'refused' }
  /** The share of requests that take longer than the baseline's percentile. */
  | { readonly kind: 'latency'; readonly percentile: number }
  /** A counter of Cloud Monitoring, or entries of Cloud Logging, for each request. */
  | {
      readonly kind: 'metric' | 'log';
      readonly name: string;
      readonly filter: string;
      readonly model: NullModel;
    };

export interface AnalysisOptions {
  /** Empty if the analysis is off. */
  readonly conditions: readonly AnalysisCondition[];
  /** True if an input named it; false for the default, which never fails a deploy for lack of a permission. */
  readonly explicit: boolean;
  readonly onInconclusive: OnInconclusive;
  /** Of the whole rollout, for instance 0.01. */
  readonly falseAlarmRate: number;
}

/** How many comparisons share the false-alarm rate, for one service in one region. */
export const comparisonsOf = (conditions: readonly AnalysisCondition[]): number =>
  conditions.reduce((sum, { kind }) => sum + (kind === 'errors' ? 3 : 1), 0);

/** What `errors` represents. */
export const ERRORS: readonly AnalysisCondition[] = [{ kind: 'errors' }, { kind: 'refused' }];
