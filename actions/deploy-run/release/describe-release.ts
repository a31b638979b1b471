/** The plan of a release in the log, and its result for one service. */

import { shortCommit } from '../../../src/github/commit.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import type { DeployInputs } from '../plan/request.ts';
import { isFirst, type RolloutPlan } from '../plan/rollout-plan.ts';
import { leftAloneNote } from '../plan/settings/unchanged-settings.ts';
import { planTraffic, serving, tagsInEffect } from '../plan/traffic.ts';
import type { Ending, EventSink, RegionalResult } from '../service/outcome.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import type { StepContext } from '../service/step-context.ts';

export function describePlan(plan: RolloutPlan, inputs: DeployInputs, { context }: Pick<StepContext, 'context'>): void {
  const { service, candidate, baseline, kind, desired, template } = plan;
  const what =
    candidate.kind === 'new'
      ? `a new revision of ${template.containers?.map(({ image }) => image).join(' and ')}`
      : candidate.kind === 'existing'
        ? `the revision ${candidate.revision}`
        : `no new revision: ${candidate.revision} is live, and only the commit differs`;
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

/** Without the tags that the last write removed. */
function withRequestedTags({ trafficStatuses, ...service }: Service): Service {
  const requested = new Set(service.traffic?.map(({ tag }) => tag));
  const statuses = trafficStatuses?.filter(({ tag }) => !tag || requested.has(tag));
  return { ...service, ...(statuses && { trafficStatuses: statuses }) };
}

/** The expected result of a dry run. */
export function dryRunResult(
  { plan }: PlannedRollout,
  { inputs }: Pick<StepContext, 'inputs'>,
  events: EventSink,
): RegionalResult {
  const { service: target, candidate, baseline } = plan;
  const { name } = target;
  const revision = candidate.kind === 'new' ? `${target.service}-${shortCommit(inputs.commit)}` : candidate.revision;
  const traffic = planTraffic({ baseline, candidate: revision, percent: 100, tags: [] });
  events.push(
    { name, kind: 'serves', shares: serving({ trafficStatuses: traffic }), tags: [] },
    { name, kind: 'ended', ending: { kind: 'dry-run', ...(candidate.kind === 'serving' && { unchanged: revision }) } },
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

/**
 * The result after its success is recorded. `recorded` is the response of the last write. Traffic that a rollout moved
 * was read back before that write. A service whose traffic was not read back, or whose URL may have changed, is read again.
 */
export async function readResult(
  { regional, plan }: PlannedRollout,
  { revision, recorded, changed }: { revision: string; recorded: Service; changed: boolean },
  events: EventSink,
): Promise<RegionalResult> {
  const { name } = regional;
  const readBack = changed && Boolean(recorded.defaultUriDisabled) === Boolean(plan.current?.defaultUriDisabled);
  const service = (readBack ? undefined : await regional.api.get(name)) ?? withRequestedTags(recorded);
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
