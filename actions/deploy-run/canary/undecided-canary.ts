/** Runs that find an undecided canary: those with `advance`, and deploys that wait for the decision. */

import { OutcomeError } from '../../../src/runtime/errors.ts';
import { rolloutOf } from '../plan/records.ts';
import { type FoundRelease, releaseOn } from '../plan/release/decision.ts';
import { canaryOn } from '../plan/release/long-canary.ts';
import { memberOf } from '../preflight/interrupted-release.ts';
import { settleRelease } from '../release/earlier-release.ts';
import type { RegionalResult, ServiceEvent } from '../service/outcome.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { advanceCanary } from './advance.ts';
import { type CanaryStage, reportStage } from './deployment-status.ts';
import { describeCanary } from './describe.ts';
import { announceNext, recordNext } from './next-commit.ts';

/** Advances the canaries of these services. With `on-canary`, the commit of the run waits for those that stay undecided. */
export async function advanceAll(
  services: readonly RegionalService[],
  step: StepContext,
  events: ServiceEvent[],
): Promise<RegionalResult[]> {
  const { request, rollout } = step.inputs;
  const done = new Set<string>();
  const results = new Map<string, RegionalResult>();
  for (const regional of services) {
    const found = releaseOn(await regional.api.get(regional.name));
    if (found && done.has(found.id)) continue;
    if (found) done.add(found.id);
    const gate = request.kind === 'advance' && request.waits;
    for (const result of await meet(found, regional, step, events, gate ? rollout.onCanary : undefined))
      results.set(result.target.name, result);
  }
  return [...results.values()];
}

async function meet(
  found: FoundRelease | undefined,
  regional: RegionalService,
  step: StepContext,
  events: ServiceEvent[],
  onCanary: 'wait' | 'supersede' | undefined,
): Promise<RegionalResult[]> {
  const { dryRun } = step.inputs;
  if (!found) {
    if (onCanary === undefined && !dryRun) await announceNext(regional, step);
    return await describeCanary([regional], step, events);
  }
  if (onCanary === 'supersede') {
    if (dryRun) return await describeCanary([regional], step, events, { note: `Dry run: ${found.by} would be ended.` });
    await settleRelease(found, regional, step);
    return await describeCanary([regional], step, events, { note: 'The canary was ended for a newer commit.' });
  }
  if (onCanary === 'wait') {
    const results = await waitForDecision(found, regional, step, events);
    // This run has changed nothing yet, so it continues if the canary is now decided.
    return results.map((result) => ({ ...result, waiting: result.canary !== undefined }));
  }
  return await advanceAndReport(found, regional, step, events);
}

/** Advances a canary, and sets the status of its deployment. */
async function advanceAndReport(
  found: FoundRelease,
  via: RegionalService,
  step: StepContext,
  events: ServiceEvent[],
): Promise<RegionalResult[]> {
  if (step.inputs.deploymentEnvironment === undefined) return await advanceCanary(found, via, step, events);
  const lead = memberOf(via, found.members[0] ?? '');
  const commit = rolloutOf(await lead.api.get(lead.name))?.commit ?? '';
  try {
    const results = await advanceCanary(found, via, step, events);
    const canary = results.find((result) => result.canary)?.canary;
    const stage: CanaryStage = canary
      ? { state: 'in_progress', description: `${canary.percent} % since ${canary.since}, next step ${canary.due}` }
      : { state: 'success', description: 'The canary has all traffic.' };
    await reportStage(commit, stage, step);
    return results;
  } catch (error) {
    if (!(error instanceof OutcomeError)) throw error;
    const description = error.message.slice(0, 140);
    const undecided = canaryOn(await lead.api.get(lead.name), found.id) !== undefined;
    await reportStage(commit, { state: undecided ? 'in_progress' : 'failure', description }, step);
    throw error;
  }
}

/** A deploy that waits: it advances the canary and records its commit as the next one. */
export async function waitForDecision(
  found: FoundRelease,
  via: RegionalService,
  step: StepContext,
  events: ServiceEvent[],
): Promise<RegionalResult[]> {
  const [key = ''] = found.members;
  const lead = memberOf(via, key);
  const note = await recordNext(lead, step);
  if (note !== '') step.context.log.notice(note);
  const results = await advanceAndReport(found, via, step, events);
  return results.map((result) => ({ ...result, waiting: true }));
}
