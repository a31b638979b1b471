/**
 * Advances a canary that outlasts its runs: judges it at every call, restores the baseline if it is worse, and moves it to the next step
 * once the current one has ended. Executes the plan that was recorded at its start. `spec/canary` models the protocol.
 */

import { shortCommit } from '../../../src/github/commit.ts';
import { formatDuration, formatMinute } from '../../../src/inputs/duration.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import type { FoundRelease } from '../plan/release/decision.ts';
import { canaryOn, type FoundCanary, timesOf } from '../plan/release/long-canary.ts';
import { memberOf } from '../preflight/interrupted-release.ts';
import { explainFailure, recordFailure } from '../release/describe-failure.ts';
import { isEarlierAttempt, ReleaseInProgressError, settleRelease } from '../release/earlier-release.ts';
import { watchLease } from '../rollout/lease.ts';
import { approvalName, type RegionalResult, type ServiceEvent, withResults } from '../service/outcome.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { type Block, changedOutside, FORCED, holdOrFreeze, needsApproval, notJudged } from './blocks.ts';
import type { CanaryMove } from './canary-move.ts';
import { readCandidates, releaseOf } from './candidates.ts';
import { describeCanary } from './describe.ts';
import { judgeCanary } from './judge.ts';
import { claimNextStep, extendStep, probeMembers, restoreCanary, takeNextStep } from './next-step.ts';

/**
 * `via` is any member. Returns the live revisions of all members. Throws `OutcomeError` for a canary that was restored or is overdue.
 * A dry run judges, and says what would follow.
 */
export async function advanceCanary(
  release: FoundRelease,
  via: RegionalService,
  step: StepContext,
  events: ServiceEvent[],
): Promise<RegionalResult[]> {
  const { context, inputs } = step;
  const members = release.members.map((key) => memberOf(via, key));
  const [lead] = members as [RegionalService];
  const found = canaryOn(await readLead(lead, step), release.id);
  const say = (note: string) => describeCanary(members, step, events, { note });
  if (!found) {
    // It was decided, or has not started its first step.
    if (inputs.dryRun) return await say(`Dry run: ${release.by} would be ended.`);
    try {
      await settleRelease(release, via, step);
    } catch (error) {
      // A commit that waits is refused, as its deploy would be.
      if (!(error instanceof ReleaseInProgressError) || (inputs.request.kind === 'advance' && inputs.request.waits))
        throw error;
      return await say(`${release.by} is in progress, and there is no canary yet.`);
    }
    return await say('The canary has ended.');
  }
  const { advancing, plan } = found.canary;
  if (advancing !== undefined && !isEarlierAttempt(advancing, context.github)) {
    context.log.info(
      `The run ${advancing} has begun to move this canary. Waiting for a minute to see whether it is still running.`,
    );
    if ((await watchLease(lead, release.id)) === 'moving') return await say('Another run advances this canary.');
  }
  const { candidates, unread } = await readCandidates(release, members, plan, step);
  for (const { deploy, progress } of candidates)
    events.push({ name: deploy.regional.name, kind: 'planned', plan: progress.planned.plan });
  const times = timesOf(found.canary);
  // Before the judgment: a step that ends while it is judged has not been judged as a whole.
  const now = step.clients.googleClock.now();
  const due = now >= times.due;
  const judgment = await judgeCanary(found, candidates, due, step, events);
  const move: CanaryMove = { found, candidates, unread, lead, working: releaseOf(candidates, step, events, plan) };
  if (judgment.kind === 'worse') move.working.failing = judgment.failing;
  const unjudged = judgment.kind === 'unknown' || judgment.kind === 'unreadable';
  const failure =
    judgment.kind === 'worse'
      ? new OutcomeError(judgment.why)
      : due || unjudged
        ? await probeMembers(move, times.percent)
        : undefined;
  if (failure && inputs.dryRun) {
    context.log.warning(failure.message);
    return await say(`Dry run: the old revisions would be restored. ${failure.message}`);
  }
  if (failure) throw await restoreCanary(move, failure);
  const [silent] = unread;
  if (silent) {
    const sentence = `The canary of ${shortCommit(found.record.commit)} was judged in its other services and regions, and not continued. Nothing was changed.`;
    recordFailure(
      members.map(({ name }) => name),
      [sentence],
      { error: silent.error, events, step },
    );
    throw explainFailure(silent.error, [sentence], step);
  }
  const blocked: Block | undefined =
    candidates.map(({ progress }) => holdOrFreeze(progress, progress.service, step)).find((one) => one !== undefined) ??
    changedOutside(times, candidates, advancing !== undefined || inputs.force) ??
    (due && judgment.kind === 'unreadable' && !inputs.force ? notJudged(judgment.why) : undefined) ??
    // A step without a verdict is extended first, so that reviewers see the verdict.
    (due && times.approval && judgment.kind !== 'extend' && !isApproved(found, step)
      ? needsApproval(times.next)
      : undefined);
  if (now > times.overdue && !inputs.force && (blocked !== undefined || advancing === undefined)) {
    const results = await say('The canary is overdue.');
    const why = blocked?.why ?? 'Check the schedule of the workflow that advances it.';
    const error = new OutcomeError(
      `The canary of ${shortCommit(found.record.commit)} is overdue: ${times.percent} % since ${formatMinute(times.since)}, and ${times.next} % was due at ${formatMinute(times.due)}. ${judgment.kind === 'unreadable' ? 'It was not continued.' : 'It was judged and not continued.'} ${why} ${blocked?.whenOverdue ?? FORCED}; to end it, with rollback-to: previous.`,
    );
    throw withResults(error, results);
  }
  const block = blocked ? [blocked.why, blocked.advice].filter(Boolean).join(' ') : '';
  if (blocked || !due) return await say(block);
  if (judgment.kind === 'extend') {
    if (inputs.dryRun) return await say(`Dry run: the step would be extended once. ${judgment.why}`);
    await extendStep(move);
    return await say(`${judgment.why} The step lasts another ${formatDuration(times.due - times.since)}.`);
  }
  if (inputs.dryRun) return await say(`Dry run: it would move to ${times.next} %.`);
  const late = await claimNextStep(move);
  return late === undefined ? await takeNextStep(move) : await say(late);
}

async function readLead({ api, name, service, region }: RegionalService, step: StepContext) {
  try {
    return await api.get(name);
  } catch (error) {
    const state = `Nothing was judged or changed, since ${service} in ${region} has the record of the canary.`;
    throw error instanceof CloudError ? explainFailure(error, [state], step) : error;
  }
}

/** An approval of one canary, or of an earlier step, is none of this one. */
function isApproved({ record, canary }: FoundCanary, { inputs: { request } }: StepContext): boolean {
  if (request.kind !== 'advance') return false;
  return request.approved === 'all' || request.approved.has(approvalName(record.id, canary.at.step + 1));
}
