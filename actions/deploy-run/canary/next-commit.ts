/** The commit that waits for the decision of a canary: its deploy records it, and the run that decides starts it. */
import { shortCommit } from '../../../src/github/commit.ts';
import { checkFreshness } from '../../../src/github/freshness.ts';
import { holdOf } from '../../../src/records/holds.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { releasesOf, waitingOn } from '../plan/records.ts';
import { canaryOn } from '../plan/release/long-canary.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { writeWaiting } from './lead-record.ts';

/**
 * Records the commit of this run, unless it is the canary's own or a newer one waits. Returns a sentence that says which.
 * Throws `OutcomeError` for a commit that is older than the canary's.
 */
export async function recordNext(lead: RegionalService, step: StepContext): Promise<string> {
  const { inputs, context, freshness } = step;
  const now = await lead.api.get(lead.name);
  const found = canaryOn(now);
  if (!found || found.record.commit === inputs.commit) return '';
  await checkFreshness(inputs.commit, [found.record.commit], freshness);
  const waiting = waitingOn(now);
  const short = shortCommit(inputs.commit);
  try {
    if (waiting) await checkFreshness(inputs.commit, [waiting.commit], freshness);
  } catch (error) {
    if (!(error instanceof OutcomeError)) throw error;
    return `Commit ${short} was not deployed: the newer commit ${shortCommit(waiting?.commit ?? '')} waits for the decision.`;
  }
  const { runId, runUrl, actor } = context.github;
  const at = new Date(context.clock.now()).toISOString();
  if (!inputs.dryRun) await writeWaiting(lead, { commit: inputs.commit, runId, runUrl, by: actor, at });
  return `Commit ${short} was not deployed, and nothing was changed: it waits until the canary of ${shortCommit(found.record.commit)} is decided.`;
}

/** Starts the run of the waiting commit again. Without permission it names the run. */
export async function announceNext(lead: RegionalService, { context, openGitHub }: StepContext): Promise<void> {
  const { log } = context;
  const now = await lead.api.get(lead.name);
  const waiting = waitingOn(now);
  if (!now || !waiting || canaryOn(now)) return;
  if (releasesOf(now).some(({ commit }) => commit === waiting.commit)) return await writeWaiting(lead, null);
  const short = shortCommit(waiting.commit);
  const what = `Commit ${short} of ${waiting.by} waited for this decision.`;
  const byHand = `To deploy it run ${waiting.runUrl} again.`;
  // A run cannot start itself again.
  if (holdOf(now)) log.notice(`${what} The hold on the service blocks it until it is released. ${byHand}`);
  else if (!openGitHub || waiting.runId === '' || waiting.runId === context.github.runId)
    log.notice(`${what} ${byHand}`);
  else
    try {
      await (await openGitHub()).rerun(waiting.runId);
      await writeWaiting(lead, null);
      log.notice(`${what} Its run was started again: ${waiting.runUrl}.`);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      log.notice(`${what} ${byHand} It was not started: ${error.message} (needs actions: write).`);
    }
}
