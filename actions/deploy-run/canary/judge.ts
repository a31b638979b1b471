/** Judges a canary that outlasts its runs, by one evaluation of all its steps so far. */

import type { HeldStep } from '../../../src/inputs/steps.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { isTransient } from '../../../src/runtime/retry.ts';
import { describeProgress, describeVerdict } from '../analysis/describe-evaluation.ts';
import { decideStep } from '../analysis/judge.ts';
import { prepareWatch } from '../analysis/prepare-watch.ts';
import { createCanaryWatch, type Look } from '../analysis/watch.ts';
import { type FoundCanary, spansOf } from '../plan/release/long-canary.ts';
import { decisiveCandidate, isJudged, reportLook, toWatched } from '../release/canary.ts';
import { type Candidate, changed, toJudged } from '../release/phases.ts';
import type { EventSink } from '../service/outcome.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

export type CanaryJudgment =
  /** No worse so far; at the end of a step, good enough for the next. */
  | { readonly kind: 'good' }
  /** No verdict at the end of the step. The step is extended once. */
  | { readonly kind: 'extend'; readonly why: string }
  | { readonly kind: 'worse'; readonly why: string; readonly failing: RegionalService | undefined }
  /** Cloud Monitoring is down: a later run judges. */
  | { readonly kind: 'unreadable'; readonly why: string }
  /** No analysis: only health checks decide. */
  | { readonly kind: 'unknown' };

/** `due` is true at the end of the current step. Throws `CloudError` where an explicit analysis cannot be read. */
export async function judgeCanary(
  found: FoundCanary,
  candidates: readonly Candidate[],
  due: boolean,
  { context, clients }: StepContext,
  events: EventSink,
): Promise<CanaryJudgment> {
  const { plan, at } = found.canary;
  // They share the false-alarm rate.
  const unread = plan.layers.length - candidates.length;
  const { log, signal } = context;
  const clock = clients.googleClock;
  const judged = changed(candidates)
    .map(toJudged)
    .filter((one) => isJudged(one.plan));
  const shortest = Math.min(...plan.steps.slice(0, -1).map(({ ms }) => ms));
  if (judged.length === 0) return { kind: 'unknown' };
  let look: Look;
  try {
    const reading = { ...clients, log, clock, held: true, laterRuns: true };
    const prepared = await prepareWatch(plan.analysis, shortest, reading);
    if (!prepared) return { kind: 'unknown' };
    const { options, timing } = prepared;
    const steps = plan.steps.length - 1;
    const watched = judged.flatMap(toWatched);
    const watch = createCanaryWatch({
      options,
      steps,
      candidates: watched.length + unread,
      timing,
      clock,
      signal,
      ...clients,
    });
    const { percent, ms } = plan.steps[at.step] as HeldStep;
    look = await watch.look(watched, { index: at.step, percent, interval: ms }, spansOf(found.canary));
  } catch (error) {
    if (!(error instanceof CloudError) || plan.analysis.explicit) throw error;
    const { message } = error;
    if (isTransient(error))
      return { kind: 'unreadable', why: `Cloud Monitoring cannot be read at the moment (${message}).` };
    log.warning(`The canary is judged by its health checks alone: Cloud Monitoring cannot be read (${message}).`);
    return { kind: 'unknown' };
  }
  for (const observation of look.observations) log.info(describeProgress(observation));
  reportLook(judged, look, events);
  const why = describeVerdict(look.verdict, look.observations, plan.analysis.falseAlarmRate);
  const failing = decisiveCandidate(judged, look)?.regional;
  if (look.verdict.kind === 'worse') return { kind: 'worse', why, failing };
  if (!due) return { kind: 'good' };
  switch (decideStep(look.verdict, plan.analysis.onInconclusive, at.extended === true)) {
    case 'restore':
      return { kind: 'worse', why, failing };
    case 'extend':
      return { kind: 'extend', why };
    case 'proceed-with-warning':
      log.warning(why);
      return { kind: 'good' };
    case 'proceed':
      return { kind: 'good' };
  }
}
