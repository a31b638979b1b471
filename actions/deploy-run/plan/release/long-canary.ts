/** Reads the record of a canary that outlasts its run: its state and when it continues. Pure. `spec/canary` models the protocol. */
import type { Service } from '../../../../src/google/run/resources.ts';
import { formatDuration, formatMinute } from '../../../../src/inputs/duration.ts';
import type { HeldStep } from '../../../../src/inputs/steps.ts';
import type { StepSpan } from '../../analysis/windows.ts';
import { type RolloutRecord, rolloutOf } from '../records.ts';
import type { RolloutOptions } from '../request.ts';
import type { CanaryPlan, CanaryRecord, CanaryState, LaterJob } from './canary-record.ts';

export const planCanary = (
  rollout: RolloutOptions,
  layers: readonly number[],
  jobs: readonly LaterJob[] = [],
): CanaryPlan => ({
  steps: rollout.held,
  analysis: rollout.analysis,
  probe: rollout.probe,
  overdueAfter: rollout.overdueAfter,
  layers,
  ...(jobs.length > 0 && { jobs }),
});

/** A canary whose first step is in effect, from the lead of its release. */
export interface FoundCanary {
  readonly record: RolloutRecord;
  readonly canary: CanaryRecord & { readonly at: CanaryState };
}

/** Undefined for any other service, before the first step, and for an aborted canary. */
export function canaryOn(lead: Service | undefined, id?: string): FoundCanary | undefined {
  const record = rolloutOf(lead);
  const canary = record?.release?.canary;
  if (!record || !canary?.at || record.release?.aborted || (id !== undefined && record.id !== id)) return undefined;
  return { record, canary: { ...canary, at: canary.at } };
}

export interface CanaryTimes {
  readonly percent: number;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly due: number;
  readonly overdue: number;
  /** An approval is needed once the step is over. */
  readonly approval: boolean;
  /** The share of the next step. */
  readonly next: number;
}

export function timesOf({ plan, at }: FoundCanary['canary']): CanaryTimes {
  const { percent, ms, approval } = plan.steps[at.step] as HeldStep;
  const since = Date.parse(at.since);
  const due = since + ms * (at.extended ? 2 : 1);
  return {
    percent,
    since,
    due,
    overdue: due + plan.overdueAfter,
    approval,
    next: plan.steps[at.step + 1]?.percent ?? 100,
  };
}

/** All time spans in which a step's shares were in effect; the last one is open. */
export function spansOf({ plan, at }: FoundCanary['canary']): StepSpan[] {
  const { percent } = plan.steps[at.step] as HeldStep;
  return [...at.spans, { step: at.step, percent, from: Date.parse(at.since), to: undefined }];
}

/** `5 % since 2026-03-01 10:00 UTC; next step: 25 % at 2026-03-01 11:00 UTC, in 40m00s`. `now` in milliseconds since 1970. */
export function describeTimes(times: CanaryTimes, now: number): string {
  const { percent, since, due, overdue, approval, next } = times;
  const after = approval ? ', with an approval' : '';
  const step =
    now < due
      ? `next step: ${next} % at ${formatMinute(due)}${after}, in ${formatDuration(due - now)}`
      : now <= overdue
        ? `next step: ${next} %, planned for ${formatMinute(due)}${after}`
        : `overdue: ${next} % was planned for ${formatMinute(due)}${after}`;
  return `${percent} % since ${formatMinute(since)}; ${step}`;
}
