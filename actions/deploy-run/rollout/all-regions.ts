/** Deploys to every region, one after the other; the first failure stops the rest and restores what changed. */
import {
  CloudError,
  InputError,
  isAbort,
  OutcomeError,
  PolicyError,
  TimedOutError,
} from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import { plain } from '../../../src/runtime/summary.ts';
import { listShares } from '../plan/records.ts';
import { isFirst } from '../plan/rollout-plan.ts';
import { planTraffic, serving, tagsInEffect } from '../plan/traffic.ts';
import type { RegionalResult } from '../report/outputs.ts';
import { showLogs } from '../report/revision-logs.ts';
import { OvertakenError } from '../service/ownership.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import { consoleUrl, type RegionalService } from '../service/regional-service.ts';
import { reportPlan } from '../service/rollout-report.ts';
import type { StepContext } from '../service/step-context.ts';
import { OutdatedPlanError } from './create-candidate.ts';
import { recordUnchanged } from './record-unchanged.ts';
import { clearRolloutState, restoreAll, saveRolloutState } from './restore-all.ts';
import { type RolloutProgress, recordSuccess, rollOut } from './rollout.ts';

/** The service in one region, and how to read it and plan its rollout, again if the plan is outdated. */
export interface RegionalDeploy {
  readonly regional: RegionalService;
  readonly prepare: () => Promise<PlannedRollout>;
}

const MOST_PREPARATIONS = 4;

/** All regions are planned before anything is changed. Gives what serves in each. */
export async function deployAllRegions(
  deploys: readonly RegionalDeploy[],
  step: StepContext,
): Promise<RegionalResult[]> {
  const { context, inputs, id } = step;
  const planned = await planAllRegions(deploys, context);
  for (const { first } of planned) describePlan(first, step);
  if (inputs.dryRun) return planned.map(({ first }) => dryRunResult(first, step));

  const begun: RegionalService[] = [];
  const done: (() => Promise<RegionalResult>)[] = [];
  const results: RegionalResult[] = [];
  try {
    for (const { deploy, first } of planned) {
      begun.push(deploy.regional);
      saveRolloutState(context, id, begun);
      done.push(await rollOutRegion(deploy, first, step));
    }
    for (const end of done) results.push(await end());
    clearRolloutState(context);
    return results;
  } catch (error) {
    // From the first record of a success on every region has passed its health checks: none is rolled back.
    if (results.length > 0) {
      clearRolloutState(context);
      throw error;
    }
    const failing = begun.at(-1);
    if (failing && !isAbort(error) && !(error instanceof OvertakenError) && failing.report.candidate)
      await showLogs(failing, failing.report.candidate).catch(() => {});
    const untouched = planned.flatMap(({ deploy: { regional } }) =>
      begun.includes(regional) ? [] : [describeUnchanged(regional)],
    );
    const sentences = [...(await restoreAll(context, inputs, id, begun)), ...untouched];
    if (sentences.length > 0)
      for (const { deploy } of planned) deploy.regional.report.outcome = `❌ ${plain(sentences.join(' '))}`;
    throw explain(error, sentences, context);
  }
}

/** Plans all regions at once. Where one fails nothing was changed anywhere, and each says so. */
async function planAllRegions(
  deploys: readonly RegionalDeploy[],
  context: StepContext['context'],
): Promise<{ readonly deploy: RegionalDeploy; readonly first: PlannedRollout }[]> {
  try {
    return await Promise.all(deploys.map(async (deploy) => ({ deploy, first: await planRegion(deploy) })));
  } catch (error) {
    if (deploys.length < 2) throw error;
    const sentences = deploys.map(({ regional }) => describeUnchanged(regional));
    for (const [i, { regional }] of deploys.entries()) regional.report.outcome = `❌ ${plain(sentences[i] ?? '')}`;
    throw explain(error, sentences, context);
  }
}

/** Plans one region, and puts the plan into its report. */
export async function planRegion({ regional, prepare }: RegionalDeploy): Promise<PlannedRollout> {
  const planned = await prepare();
  reportPlan(regional.report, planned.plan);
  return planned;
}

/** What serves where this run has changed nothing. */
function describeUnchanged({ service, region, report }: RegionalService): string {
  const serves = report.before.length > 0 ? `: ${listShares(report.before)} still serves` : '';
  return `Nothing was changed for ${service} in ${region}${serves}.`;
}

/** Rolls one region out; what is left is to record the success. Plans again if the service was modified meanwhile. */
async function rollOutRegion(
  deploy: RegionalDeploy,
  first: PlannedRollout,
  step: StepContext,
): Promise<() => Promise<RegionalResult>> {
  let planned = first;
  for (let tries = 1; ; tries++) {
    try {
      if (planned.plan.candidate.kind === 'serving') {
        const { revision } = planned.plan.candidate;
        const current = planned;
        return async () => readResult(current, revision, await recordUnchanged(current, step), false);
      }
      const progress = await rollOut(planned, step.id, step.inputs);
      return async () => {
        await recordSuccess(progress);
        return deployedResult(progress);
      };
    } catch (error) {
      if (!(error instanceof OutdatedPlanError)) throw error;
      if (tries >= MOST_PREPARATIONS)
        throw new OutcomeError(
          `The service ${deploy.regional.service} in ${deploy.regional.region} was modified concurrently; gave up after ${tries} attempts. Run this step again.`,
        );
      step.context.log.info(`Reading ${deploy.regional.service} again: ${error.message}.`);
      planned = await planRegion(deploy);
    }
  }
}

function deployedResult({ planned, revision, service }: RolloutProgress): Promise<RegionalResult> {
  return readResult(planned, revision, service, true);
}

async function readResult(
  planned: PlannedRollout,
  revision: string,
  sent: RegionalResult['service'],
  changed: boolean,
): Promise<RegionalResult> {
  const {
    regional,
    plan: { template },
  } = planned;
  const service = (await regional.api.get(regional.name)) ?? sent;
  regional.report.after = serving(service);
  regional.report.tags = tagsInEffect(service);
  regional.report.consoleUrl = consoleUrl(regional);
  regional.report.outcome = changed
    ? `✅ ${regional.service} is on revision \`${revision}\` (100 %).${isFirst(planned.plan) ? ' It is the first revision that passed its health checks, so there is nothing to roll back to yet.' : ''}`
    : `✅ ${regional.service} stays on revision \`${revision}\`: only values that follow from the commit would differ. The commit is recorded.`;
  return { regional, service, revision, template, tag: planned.plan.keepTag ? planned.plan.tag : undefined, changed };
}

function describePlan({ plan }: PlannedRollout, { inputs, context }: StepContext): void {
  const { service, candidate, baseline, kind, desired, template } = plan;
  const what =
    candidate.kind === 'new'
      ? `a new revision of ${template.containers?.map(({ image }) => image).join(' and ')}`
      : candidate.kind === 'existing'
        ? `the revision ${candidate.revision}`
        : `no new revision, since ${candidate.revision} serves and nothing but the commit differs`;
  const before = baseline.map(({ revision, percent }) => `${revision} ${percent} %`).join(', ') || 'nothing';
  const steps = baseline.length === 0 ? '100 % at once' : `0 %, then ${inputs.rollout.steps.join(' %, ')} %`;
  const how = candidate.kind === 'serving' ? '' : ` It takes ${steps}.`;
  context.log.info(
    `${kind === 'rollback' ? 'Roll back' : 'Deploy'} ${service.service} in ${service.region}: ${what}. Before: ${before}.${how}`,
  );
  for (const note of plan.notes) context.log.notice(note);
  if (desired)
    for (const { field, before, after } of plan.changes)
      context.log.info(`  ${field}: ${before || '–'} → ${after || '–'}`);
}

/** What a dry run would have come to. */
function dryRunResult(planned: PlannedRollout, { inputs }: StepContext): RegionalResult {
  const {
    regional,
    plan: { candidate, baseline, template },
  } = planned;
  const revision = candidate.kind === 'new' ? `${regional.service}-${inputs.commit.slice(0, 12)}` : candidate.revision;
  const traffic = planTraffic({ baseline, candidate: revision, percent: 100, tags: [] });
  regional.report.after = serving({ trafficStatuses: traffic });
  regional.report.consoleUrl = consoleUrl(regional);
  regional.report.outcome = 'Dry run: nothing was changed. This is the plan.';
  return {
    regional,
    service: planned.plan.current ?? {},
    revision: candidate.kind === 'new' ? (planned.plan.baseline[0]?.revision ?? '') : candidate.revision,
    template,
    tag: undefined,
    changed: candidate.kind !== 'serving',
  };
}

/** The error with what serves now. Errors of other kinds keep their own form; the sentences stand in the log. */
function explain(error: unknown, sentences: readonly string[], { log }: StepContext['context']): unknown {
  const state = sentences.join(' ');
  if (state === '') return error;
  if (error instanceof OutcomeError) return new OutcomeError(`${error.message} ${state}`, { cause: error });
  if (error instanceof TimedOutError) return new OutcomeError(`${error.message} ${state}`, { cause: error });
  if (isAbort(error)) return new OutcomeError(`The step was cancelled. ${state}`);
  if (error instanceof CloudError) return new OutcomeError(`${describeCloudError(error)} ${state}`, { cause: error });
  if (error instanceof InputError || error instanceof PolicyError) log.notice(state);
  return error;
}
