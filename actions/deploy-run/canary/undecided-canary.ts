/** Runs that find an undecided canary: those with `advance`, and deploys that wait for the decision. */

import { CloudError, isAbort, OutcomeError } from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import { rolloutOf } from '../plan/records.ts';
import { type FoundRelease, releaseOn } from '../plan/release/decision.ts';
import { memberOf } from '../preflight/interrupted-release.ts';
import { settleRelease } from '../release/earlier-release.ts';
import { type RegionalResult, resultsAfter, type ServiceEvent, withResults } from '../service/outcome.ts';
import { OvertakenError } from '../service/ownership.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { advanceCanary } from './advance.ts';
import { reportEnded, reportStage, stageOf } from './deployment-status.ts';
import { describeCanary } from './describe.ts';
import { announceNext, recordNext } from './next-commit.ts';

/**
 * Advances the canaries of these services. With `on-canary`, the commit of the run waits for those that stay undecided. A canary that fails
 * does not keep the others from being judged.
 */
export async function advanceAll(
  services: readonly RegionalService[],
  step: StepContext,
  events: ServiceEvent[],
): Promise<RegionalResult[]> {
  const { request, rollout } = step.inputs;
  const done = new Set<string>();
  const results = new Map<string, RegionalResult>();
  const failures: Error[] = [];
  const onCanary = request.kind === 'advance' && request.waits ? rollout.onCanary : undefined;
  for (const regional of services) {
    try {
      const found = releaseOn(await regional.api.get(regional.name));
      if (found && done.has(found.id)) continue;
      if (found) done.add(found.id);
      for (const result of await advanceOrWait(found, regional, step, events, onCanary))
        results.set(result.target.name, result);
    } catch (error) {
      for (const result of resultsAfter(error)) results.set(result.target.name, result);
      failures.push(error as Error);
      const ofCanary = error instanceof OutcomeError || error instanceof CloudError;
      if (!ofCanary || isAbort(error)) break;
    }
  }
  if (!failures.some(isAbort)) await reportEnded(services, step);
  const last = failures.pop();
  for (const error of failures)
    step.context.log.error(error instanceof CloudError ? describeCloudError(error) : error.message);
  if (last) throw withResults(last, [...results.values()]);
  return [...results.values()];
}

/** Advances the canary that was found; with `onCanary`, ends it or waits for its decision. */
async function advanceOrWait(
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
  if (step.inputs.deploymentEnvironment === undefined) return await advanceUnlessOvertaken(found, via, step, events);
  const lead = memberOf(via, found.members[0] ?? '');
  const commit = rolloutOf(await lead.api.get(lead.name))?.commit ?? '';
  const report = async (failure?: Error) =>
    await reportStage(commit, stageOf(await lead.api.get(lead.name), lead.name, found.id, failure), step);
  try {
    const results = await advanceUnlessOvertaken(found, via, step, events);
    await report();
    return results;
  } catch (error) {
    if (!(error instanceof OutcomeError)) throw error;
    await report(error);
    throw error;
  }
}

/** Nothing is wrong if another run or a hold has come first: the state of the canary is on the service. */
async function advanceUnlessOvertaken(
  found: FoundRelease,
  via: RegionalService,
  step: StepContext,
  events: ServiceEvent[],
): Promise<RegionalResult[]> {
  try {
    return await advanceCanary(found, via, step, events);
  } catch (error) {
    if (!(error instanceof OvertakenError)) throw error;
    const members = found.members.map((key) => memberOf(via, key));
    return await describeCanary(members, step, events, { note: error.message });
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
  const waiting = (results: readonly RegionalResult[]) => results.map((result) => ({ ...result, waiting: true }));
  try {
    return waiting(await advanceAndReport(found, via, step, events));
  } catch (error) {
    throw withResults(error, waiting(resultsAfter(error)));
  }
}
