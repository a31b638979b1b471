/**
 * Runs the jobs after traffic of a canary's plan: once all candidates have all traffic, and before the commit. Their progress
 * is recorded on the lead, so that the next run continues there. A job that was running when its run was killed starts again.
 */

import { InputError, isAbort, OutcomeError } from '../../../src/runtime/errors.ts';
import { inExtraTime } from '../job/extra-time.ts';
import { runPlannedJob } from '../job/later-job.ts';
import { urlsIn } from '../job/release-jobs.ts';
import { checkMembers } from '../release/phases.ts';
import { checkStillOurs } from '../rollout/rollout.ts';
import { OvertakenError } from '../service/ownership.ts';
import type { StepContext } from '../service/step-context.ts';
import type { CanaryMove } from './canary-move.ts';
import { writeLead } from './lead-record.ts';

/**
 * Returns the error of a job that only fails the step. Throws that of a job that restores, and if another run took the canary over. A job
 * that takes all time of a run has failed. One that began after others runs again in the next run, with all of its time.
 */
export async function runLaterJobs(move: CanaryMove): Promise<OutcomeError | undefined> {
  const { found, working, candidates } = move;
  const { plan, at } = found.canary;
  const { step } = working;
  // The job belongs to the commit of the canary, not of this run.
  const own: StepContext = { ...step, inputs: { ...step.inputs, commit: found.record.commit } };
  let { ended = 0, failure } = at.jobs ?? {};
  const began = ended;
  for (const { places, onFailure } of (plan.jobs ?? []).slice(began)) {
    step.context.signal.throwIfAborted();
    await checkOurs({ working, candidates });
    try {
      for (const place of places)
        await runPlannedJob(place, urlsIn(place.name.split('/')[3] ?? '', candidates, false), own);
    } catch (error) {
      // Any other error says nothing about the job: the next advance runs it again.
      const isVerdict = error instanceof OutcomeError || error instanceof InputError;
      if (!isVerdict || isAbort(error)) throw error;
      if (ended > began) step.context.signal.throwIfAborted();
      const why = error.message;
      if (onFailure === 'restore') throw new OutcomeError(why, { cause: error });
      step.context.log.warning(`A job after traffic failed, and the services stay on the new revisions: ${why}`);
      failure ??= why;
    }
    ended++;
    const jobs = { ended, ...(failure !== undefined && { failure }) };
    await writeLead(inExtraTime(step)(move.lead), found.record.id, ({ at: now, ...canary }) => {
      if (canary.advancing !== step.id || !now)
        throw new OvertakenError('Another run advances this canary. This run stopped.');
      return { ...canary, at: { ...now, jobs } };
    });
  }
  return failure === undefined ? undefined : new OutcomeError(failure);
}

/** No job runs after a rollback has ended the canary, or under a new hold. */
async function checkOurs({ working, candidates }: Pick<CanaryMove, 'working' | 'candidates'>): Promise<void> {
  const [first] = candidates;
  if (!first || candidates.length > 1) {
    await checkMembers(working, candidates);
    return;
  }
  const { api, name } = first.progress.planned.regional;
  checkStillOurs(first.progress, (await api.get(name)) ?? {});
}
