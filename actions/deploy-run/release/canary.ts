/** Applies the analysis to the steps of a release. */

import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { isTransient } from '../../../src/runtime/retry.ts';
import { describeProgress, describeVerdict } from '../analysis/describe-evaluation.ts';
import { prepareWatch } from '../analysis/prepare-watch.ts';
import { warnOfSilentConditions } from '../analysis/silent-conditions.ts';
import {
  createCanaryWatch,
  decisiveObservations,
  type Look,
  type Observation,
  type WatchedRevision,
} from '../analysis/watch.ts';
import type { RolloutPlan } from '../plan/rollout-plan.ts';
import { isFirst } from '../plan/rollout-plan.ts';
import { serviceRegions } from '../service/multi-region.ts';
import type { EventSink } from '../service/outcome.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

/** A candidate whose share is in effect. */
export interface JudgedCandidate {
  readonly regional: RegionalService;
  readonly plan: RolloutPlan;
  /** Short name. */
  readonly revision: string;
}

export interface ReleaseCanary {
  /**
   * Waits for the interval of a step and judges it. Throws if the release must be restored, after a call of `onWorse` with the service
   * that is worse.
   */
  judgeStep(
    candidates: readonly JudgedCandidate[],
    step: { readonly index: number; readonly percent: number },
    onWorse: (regional: RegionalService) => void,
  ): Promise<void>;
}

/** Rollbacks must not be delayed, and without a baseline there is nothing to compare. */
export const isJudged = (plan: RolloutPlan): boolean =>
  plan.kind === 'deploy' && plan.service.kind === 'Service' && plan.candidate.kind !== 'serving' && !isFirst(plan);

/** Checks before anything changes that the canary can be judged. Returns undefined if it is not judged. */
export async function prepareCanary(
  plans: readonly RolloutPlan[],
  { inputs, context, clients }: StepContext,
  events: EventSink,
): Promise<ReleaseCanary | undefined> {
  const { analysis, steps, stepInterval, held } = inputs.rollout;
  const judged = plans.filter(isJudged);
  const { log, clock, signal } = context;
  const isNew = ({ kind, candidate }: RolloutPlan) => kind === 'deploy' && candidate.kind !== 'serving';
  if (judged.length === 0 && analysis.explicit && analysis.conditions.length > 0 && plans.some(isNew))
    log.warning(
      'The analysis has nothing to judge: a worker pool takes no requests, and a first revision has no baseline.',
    );
  if (judged.length === 0) return undefined;
  const prepared = await prepareWatch(analysis, stepInterval, {
    ...clients,
    log,
    clock: clients.googleClock,
    held: held.length > 0,
  });
  if (!prepared) return undefined;
  const { options, timing } = prepared;
  const places = judged.flatMap(({ service: { service, region }, current }) =>
    serviceRegions(region, current).map((one) => ({ service, region: one })),
  );
  const { project } = inputs;
  await warnOfSilentConditions(options.conditions, places, { ...clients, log, clock: clients.googleClock, project });
  if (inputs.dryRun) return undefined;
  let last: Look | undefined;
  const watch = createCanaryWatch({
    options,
    steps: steps.filter((percent) => percent < 100).length,
    candidates: places.length,
    timing,
    clock: clients.googleClock,
    signal,
    ...clients,
    onLook: (look) => {
      last = look;
      for (const observation of look.observations) log.info(describeProgress(observation));
    },
    onSkip: ({ message }) =>
      log.info(`The canary could not be evaluated at this time, and is observed further: ${message}`),
  });
  let blind = false;

  return {
    async judgeStep(candidates, { index, percent }, onWorse) {
      const watched = candidates.filter(({ plan }) => isJudged(plan)).flatMap(toWatched);
      const began = clock.now();
      if (blind || watched.length === 0) return await clock.sleep(stepInterval, signal);
      try {
        const { decision, last: look } = await watch.step(watched, { index, percent, interval: stepInterval });
        if (decision === 'proceed') return;
        const why = describeVerdict(look.verdict, look.observations, options.falseAlarmRate);
        if (decision === 'proceed-with-warning') return log.warning(why);
        const failing = decisiveCandidate(candidates, look);
        if (failing) onWorse(failing.regional);
        throw new OutcomeError(why);
      } catch (error) {
        if (!(error instanceof CloudError) || options.explicit) throw error;
        blind = !isTransient(error);
        log.warning(
          `${blind ? 'The rest of this canary' : `The step at ${percent} %`} is judged by its health checks alone: Cloud Monitoring cannot be read (${error.message}).`,
        );
        await clock.sleep(Math.max(0, began + stepInterval - clock.now()), signal);
      } finally {
        const ms = clock.now() - began;
        for (const { regional } of candidates)
          events.push({ name: regional.name, kind: 'phase', phase: `analysis ${percent} %`, ms });
        if (last) reportLook(candidates, last, events);
      }
    },
  };
}

/** A multi-region service is looked at in each of its regions. */
export const toWatched = ({ regional: { service, region }, plan, revision }: JudgedCandidate): WatchedRevision[] =>
  serviceRegions(region, plan.current).map((one) => ({
    service,
    region: one,
    candidate: revision,
    baseline: plan.baseline.map((share) => share.revision).filter((name) => name !== revision),
  }));

/** Regions have revisions of the same name. */
const isOf = ({ regional: { service, region }, plan, revision }: JudgedCandidate, { watched }: Observation): boolean =>
  watched.candidate === revision &&
  watched.service === service &&
  serviceRegions(region, plan.current).includes(watched.region);

/** The candidate that the verdict is about; the first one if it is about all. */
export function decisiveCandidate(candidates: readonly JudgedCandidate[], look: Look): JudgedCandidate | undefined {
  const [decisive = look.observations[0]] = decisiveObservations(look);
  return decisive && candidates.find((one) => isOf(one, decisive));
}

/** One observation for each candidate: of several regions, the one that the verdict is about. */
export function reportLook(candidates: readonly JudgedCandidate[], look: Look, events: EventSink): void {
  const ordered = [...decisiveObservations(look), ...look.observations];
  for (const one of candidates) {
    const observation = ordered.find((observation) => isOf(one, observation));
    if (observation) events.push({ name: one.regional.name, kind: 'judged', observation });
  }
}
