/** Moves a canary that outlasts its runs: to its next step, to its commit, or back to the baseline. */
import { BlockedError } from '../../../src/freeze/freeze.ts';
import { isAbort, OutcomeError, TimedOutError } from '../../../src/runtime/errors.ts';
import { inExtraTime, withServices } from '../job/extra-time.ts';
import { describeMember, memberKey, planSnapshot } from '../plan/release/decision.ts';
import { spansOf, timesOf } from '../plan/release/long-canary.ts';
import { explainFailure, recordFailure } from '../release/describe-failure.ts';
import { readResult } from '../release/describe-release.ts';
import { describeEnded, endRelease } from '../release/end-release.ts';
import { type Candidate, checkMembers, probeShares, shift, verifyAll } from '../release/phases.ts';
import { finishMember } from '../rollout/finish-member.ts';
import { keepLease } from '../rollout/lease.ts';
import { checkStillOurs } from '../rollout/rollout.ts';
import type { RegionalResult } from '../service/outcome.ts';
import { OvertakenError } from '../service/ownership.ts';
import { holdOrFreeze, holdOrFreezeNow } from './blocks.ts';
import { type CanaryMove, sameState } from './canary-move.ts';
import { checkUndecided } from './candidates.ts';
import { describeCanary } from './describe.ts';
import { runLaterJobs } from './later-jobs.ts';
import { writeLead } from './lead-record.ts';
import { announceNext } from './next-commit.ts';

/** Records that the step had no verdict and lasts longer, unless another run has moved the canary since. */
export async function extendStep({ found, lead }: CanaryMove): Promise<void> {
  const { at } = found.canary;
  await writeLead(lead, found.record.id, (canary) =>
    sameState(canary.at, at) ? { ...canary, at: { ...at, extended: true } } : undefined,
  );
}

/** Claims the canary for this run. Returns a hold or freeze on the lead that began after the canary was judged; nothing is claimed then. */
export async function claimNextStep(move: CanaryMove): Promise<string | undefined> {
  const { found, working, candidates, lead } = move;
  const { step } = working;
  const [first] = candidates as [Candidate];
  let blocked: string | undefined;
  await writeLead(lead, found.record.id, (canary, now) => {
    blocked = holdOrFreeze(first.progress, now, step)?.why;
    if (blocked !== undefined || canary.advancing === step.id) return undefined;
    if (canary.advancing !== found.canary.advancing || !sameState(canary.at, found.canary.at))
      throw new OvertakenError('Another run advances this canary. This run stopped and changed nothing.');
    return { ...canary, advancing: step.id };
  });
  return blocked;
}

/**
 * Moves all members of the claimed canary, and records the new state; at 100 % that is the commit. Throws `OvertakenError` if a hold, a
 * freeze or another run stops it.
 */
export async function takeNextStep(move: CanaryMove): Promise<RegionalResult[]> {
  const { found, working, candidates, lead } = move;
  const { step, events } = working;
  const { id } = found.record;
  const { at } = found.canary;
  const { next } = timesOf(found.canary);
  // The claim has changed the service since it was read.
  for (const { progress } of candidates) {
    const { api, name } = progress.planned.regional;
    progress.service = (await api.get(name)) ?? progress.service;
  }
  const lease = keepLease(lead, id);
  let committed = false;
  try {
    await shift(working, candidates, next);
    if (next < 100) {
      await probeShares(working, candidates, next);
      const since = new Date(step.clients.googleClock.now()).toISOString();
      const spans = spansOf(found.canary).map((span) => ({ ...span, to: span.to ?? Date.parse(since) }));
      await writeLead(lead, id, ({ advancing, ...canary }) => {
        if (advancing !== step.id) throw new OvertakenError('Another run advances this canary. This run stopped.');
        return { ...canary, at: { step: at.step + 1, since, spans } };
      });
      return await describeCanary(
        candidates.map(({ deploy }) => deploy.regional),
        step,
        events,
        { note: `It was moved to ${next} %.` },
      );
    }
    await verifyAll(working, candidates);
    const failed = found.canary.plan.jobs && (await runLaterJobs(move));
    const withTime = inExtraTime(step);
    const ending: CanaryMove = { ...move, candidates: withServices(candidates, withTime), lead: withTime(lead) };
    await commitCanary(ending);
    committed = true;
    await Promise.all(
      ending.candidates.slice(1).map(async ({ progress }) => {
        progress.service = await finishMember(progress.planned.regional, id);
      }),
    );
    const results = await Promise.all(
      ending.candidates.map(({ progress: { planned, revision, service: recorded } }) =>
        readResult(planned, { revision, recorded, changed: true }, events),
      ),
    );
    await announceNext(ending.lead, step);
    if (failed) throw failed;
    return results;
  } catch (error) {
    lease.stop();
    if (committed) throw error;
    const stopped = error instanceof OvertakenError || error instanceof BlockedError;
    // A run that was stopped, or whose API failed, says nothing about the candidate: the next advance continues from here.
    if (error instanceof OutcomeError && !(error instanceof TimedOutError)) {
      await checkUndecided(lead, id);
      if (!stopped) throw await restoreCanary(move, error);
    }
    if (isAbort(error)) throw error;
    await writeLead(lead, id, ({ advancing, ...canary }) => (advancing === step.id ? canary : undefined)).catch(
      () => {},
    );
    throw stopped ? new OvertakenError((await holdOrFreezeNow(candidates, step)) ?? error.message) : error;
  } finally {
    lease.stop();
  }
}

/** The commit point: from this write on every run brings the other members forward. */
async function commitCanary({ working, candidates, lead }: CanaryMove): Promise<void> {
  const [first] = candidates as [Candidate];
  await checkMembers(working, candidates);
  const { step, held } = working;
  const parts = candidates.map(({ progress: { planned, revision } }) => ({ plan: planned.plan, revision }));
  const members = candidates.length > 1 ? planSnapshot(parts) : undefined;
  first.progress.service = await finishMember(lead, first.progress.id, {
    check: (now) => checkStillOurs(first.progress, now),
    ...(members && { members }),
  });
  step.context.log.info(`The canary took all ${held?.steps.length ?? 0} steps.`);
}

/** Probes all members at their share, and returns the failure of one, for which all must be restored. */
export async function probeMembers(move: CanaryMove, percent: number): Promise<OutcomeError | undefined> {
  try {
    await probeShares(move.working, move.candidates, percent);
    return undefined;
  } catch (error) {
    if (!(error instanceof OutcomeError) || error instanceof OvertakenError) throw error;
    // The decision of another run removes the tag that is probed.
    await checkUndecided(move.lead, move.found.record.id);
    return error;
  }
}

/** Restores the baseline on all members, and returns the error that names the live revisions. */
export async function restoreCanary({ found, working, unread, lead }: CanaryMove, error: Error): Promise<unknown> {
  const { step, events, members, failing } = working;
  const ended = await endRelease(
    step.context,
    step.inputs,
    found.record.id,
    [
      ...members.map(({ deploy: { regional }, layer, planned }) => ({ regional, layer, before: planned.plan.serving })),
      ...unread.map(({ regional, layer }) => ({ regional, layer, before: undefined })),
    ],
    { mayBeCommitted: true, again: 'The next run with advance: true tries again.' },
  );
  for (const { name, shares } of ended.members) if (shares) events.push({ name, kind: 'serves', shares, tags: [] });
  const at = failing && ended.members.length > 1 ? [`It failed at ${describeMember(memberKey(failing.name))}.`] : [];
  const sentences = [...at, ...describeEnded(ended.members)];
  recordFailure(
    ended.members.map(({ name }) => name),
    sentences,
    { error, events, step },
  );
  await announceNext(lead, step).catch(() => {});
  return explainFailure(error, sentences, step);
}
