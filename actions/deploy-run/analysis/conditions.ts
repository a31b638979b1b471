/** The conditions that a canary is judged by, parsed from the inputs. */
import type { OnInconclusive } from './judge.ts';
import type { NullModel } from './statistics/sequential-test.ts';

export type AnalysisCondition =
  /** 5xx, 499 and other 4xx, compared separately. */
  | { readonly kind: 'errors' }
  /** Requests without an available instance. They are in request logs, not in the metric. */
  | { readonly kind: 'refused' }
  /** The share of requests that take longer than the baseline's percentile. */
  | { readonly kind: 'latency'; readonly percentile: number }
  /** A counter of Cloud Monitoring, or entries of Cloud Logging, for each request. */
  | {
      readonly kind: 'metric' | 'log';
      readonly name: string;
      readonly filter: string;
      readonly model: NullModel;
      /** Of a cumulative metric, which is read as what was counted in each period of so many milliseconds. Set once its kind is read. */
      readonly deltasOf?: number;
    };

export interface AnalysisOptions {
  /** Empty if the analysis is off. */
  readonly conditions: readonly AnalysisCondition[];
  /** True if set by an input. The default (false) never fails a deploy because of a missing permission. */
  readonly explicit: boolean;
  readonly onInconclusive: OnInconclusive;
  /** For the whole rollout, for instance 0.01. */
  readonly falseAlarmRate: number;
}

/** How many comparisons share the false-alarm rate, for one service in one region. */
export const comparisonsOf = (conditions: readonly AnalysisCondition[]): number =>
  conditions.reduce((sum, { kind }) => sum + (kind === 'errors' ? 3 : 1), 0);

/** What `errors` represents. */
export const ERRORS: readonly AnalysisCondition[] = [{ kind: 'errors' }, { kind: 'refused' }];
