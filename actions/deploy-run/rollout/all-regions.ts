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
import { listShares } from '../plan/records.ts';
import { isFirst } from '../plan/rollout-plan.ts';
import { leftAloneNote } from '../plan/settings/left-alone.ts';
import { planTraffic, serving, tagsInEffect } from '../plan/traffic.ts';
import {
  createdRevision,
  type Ending,
  type EventSink,
  type RegionalResult,
  type ServiceEvent,
  sharesBefore,
} from '../service/outcome.ts';
import { OvertakenError } from '../service/ownership.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { OutdatedPlanError } from './create-candidate.ts';
import { recordUnchanged } from './record-unchanged.ts';
import { clearRolloutState, restoreAll, saveRolloutState } from './restore-all.ts';
import { showLogs } from './revision-logs.ts';
import { recordSuccess, rollOut } from './rollout.ts';

/** The service in one region, and how to read it and plan its rollout, again if the plan is outdated. */
export interface RegionalDeploy {
  readonly regional: RegionalService;
  readonly prepare: () => Promise<PlannedRollout>;
}

const MOST_PREPARATIONS = 4;

/** All regions are planned before anything is changed. Gives the live revision of each; a failure leaves its events. */
export async function deployAllRegions(
  deploys: readonly RegionalDeploy[],
  step: StepContext,
  events: ServiceEvent[],
): Promise<RegionalResult[]> {
  const { context, inputs, id } = step;
  const planned = await planAllRegions(deploys, context, events);
  for (const { first } of planned) describePlan(first, step);
  if (inputs.dryRun) return planned.map(({ first }) => dryRunResult(first, step, events));

  const begun: RegionalService[] = [];
  const done: (() => Promise<RegionalResult>)[] = [];
  const results: RegionalResult[] = [];
  try {
    for (const { deploy, first } of planned) {
      begun.push(deploy.regional);
      saveRolloutState(context, id, begun);
      done.push(await rollOutRegion(deploy, first, step, events));
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
    if (failing && !isAbort(error) && !(error instanceof OvertakenError)) await recordLogs(failing, events);
    const changed = begun.map((regional) => ({ regional, before: sharesBefore(events, regional.name) }));
    const restored = await restoreAll(context, inputs, id, changed);
    for (const { name, shares } of restored) if (shares) events.push({ name, kind: 'serves', shares, tags: [] });
    const untouched = planned.flatMap(({ deploy: { regional } }) =>
      begun.includes(regional) ? [] : [describeUnchanged(regional, events)],
    );
    const sentences = [...restored.map(({ sentence }) => sentence), ...untouched].filter((text) => text !== '');
    recordFailure(deploys, sentences, events);
    throw explain(error, sentences, context);
  }
}

/** Plans all regions at once. Where one fails nothing was changed anywhere, and each says so. */
async function planAllRegions(
  deploys: readonly RegionalDeploy[],
  context: StepContext['context'],
  events: ServiceEvent[],
): Promise<{ readonly deploy: RegionalDeploy; readonly first: PlannedRollout }[]> {
  try {
    return await Promise.all(deploys.map(async (deploy) => ({ deploy, first: await planRegion(deploy, events) })));
  } catch (error) {
    if (deploys.length < 2) throw error;
    const sentences = deploys.map(({ regional }) => describeUnchanged(regional, events));
    for (const [i, deploy] of deploys.entries()) recordFailure([deploy], sentences.slice(i, i + 1), events);
    throw explain(error, sentences, context);
  }
}

/** Plans one region. */
export async function planRegion(
  { regional: { name }, prepare }: RegionalDeploy,
  events: EventSink,
): Promise<PlannedRollout> {
  const planned = await prepare();
  events.push({ name, kind: 'planned', plan: planned.plan });
  return planned;
}

/** The live revisions where this run has changed nothing. */
function describeUnchanged({ service, region, name }: RegionalService, events: readonly ServiceEvent[]): string {
  const before = sharesBefore(events, name);
  const serves = before.length > 0 ? `: ${listShares(before)} still serves` : '';
  return `Nothing was changed for ${service} in ${region}${serves}.`;
}

function recordFailure(deploys: readonly RegionalDeploy[], sentences: readonly string[], events: EventSink): void {
  if (sentences.length === 0) return;
  const ending = { kind: 'failed', state: sentences.join(' ') } as const;
  for (const { regional } of deploys) events.push({ name: regional.name, kind: 'ended', ending });
}

/** The logs of the candidate, if there is one. They are a help: that they cannot be read is no error. */
async function recordLogs(failing: RegionalService, events: ServiceEvent[]): Promise<void> {
  const { name } = failing;
  const candidate = createdRevision(events, name);
  const logs = candidate && (await showLogs(failing, candidate).catch(() => undefined));
  if (logs) events.push({ name, kind: 'logs', logs });
}

/** Rolls one region out; what is left is to record the success. Plans again if the service was modified meanwhile. */
async function rollOutRegion(
  deploy: RegionalDeploy,
  first: PlannedRollout,
  step: StepContext,
  events: EventSink,
): Promise<() => Promise<RegionalResult>> {
  let planned = first;
  for (let tries = 1; ; tries++) {
    try {
      if (planned.plan.candidate.kind === 'serving') {
        const { revision } = planned.plan.candidate;
        const current = planned;
        return async () =>
          readResult(current, { revision, sent: await recordUnchanged(current, step), changed: false }, events);
      }
      const progress = await rollOut(planned, step.id, step.inputs, events);
      return async () => {
        await recordSuccess(progress);
        const { revision, service: sent } = progress;
        return readResult(progress.planned, { revision, sent, changed: true }, events);
      };
    } catch (error) {
      if (!(error instanceof OutdatedPlanError)) throw error;
      if (tries >= MOST_PREPARATIONS)
        throw new OutcomeError(
          `The service ${deploy.regional.service} in ${deploy.regional.region} was modified concurrently; gave up after ${tries} attempts. Run this step again.`,
        );
      step.context.log.info(`Reading ${deploy.regional.service} again: ${error.message}.`);
      planned = await planRegion(deploy, events);
    }
  }
}

/** Reads the service after its success is recorded. */
async function readResult(
  { regional, plan }: PlannedRollout,
  { revision, sent, changed }: { revision: string; sent: RegionalResult['service']; changed: boolean },
  events: EventSink,
): Promise<RegionalResult> {
  const { name } = regional;
  const service = (await regional.api.get(name)) ?? sent;
  const ending: Ending = changed
    ? { kind: 'deployed', revision, first: isFirst(plan) }
    : { kind: 'commit-recorded', revision };
  events.push(
    { name, kind: 'serves', shares: serving(service), tags: tagsInEffect(service) },
    { name, kind: 'ended', ending },
  );
  const tag = plan.keepTag ? plan.tag : undefined;
  return { target: plan.service, before: plan.serving, service, revision, template: plan.template, tag, changed };
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
  const kept = leftAloneNote(plan.leftAlone);
  if (kept) context.log.info(kept);
}

/** What a dry run would have come to. */
function dryRunResult({ plan }: PlannedRollout, { inputs }: StepContext, events: EventSink): RegionalResult {
  const { service: target, candidate, baseline } = plan;
  const { name } = target;
  const revision = candidate.kind === 'new' ? `${target.service}-${inputs.commit.slice(0, 12)}` : candidate.revision;
  const traffic = planTraffic({ baseline, candidate: revision, percent: 100, tags: [] });
  events.push(
    { name, kind: 'serves', shares: serving({ trafficStatuses: traffic }), tags: [] },
    { name, kind: 'ended', ending: { kind: 'dry-run' } },
  );
  return {
    target,
    before: plan.serving,
    service: plan.current ?? {},
    revision: candidate.kind === 'new' ? (baseline[0]?.revision ?? '') : candidate.revision,
    template: plan.template,
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
