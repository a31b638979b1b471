/**
 * Finishes or restores the release of another run before this run changes anything. A decided release is finished
 * or restored. An undecided one in progress blocks a deploy, and is aborted by a rollback.
 */
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { isTransient } from '../../../src/runtime/retry.ts';
import { describeServing } from '../plan/records.ts';
import { decisionOf, describeMember, type FoundRelease } from '../plan/release/decision.ts';
import { canaryOn } from '../plan/release/long-canary.ts';
import { requestedTraffic, sameShares, scale } from '../plan/traffic.ts';
import { memberOf } from '../preflight/interrupted-release.ts';
import { RolloutContinuesError, watchLease } from '../rollout/lease.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext, Unreachable } from '../service/step-context.ts';
import { conclude, type MemberOutcome } from './finish-or-restore.ts';

/** A canary that outlasts its run is undecided, so this deploy waits for the decision. */
export class UndecidedCanaryError extends Error {
  readonly found: FoundRelease;
  constructor(found: FoundRelease) {
    super(`the canary ${found.id} is undecided`);
    this.found = found;
  }
}

/** Another run is releasing these services, so this run must not change them. */
export class ReleaseInProgressError extends OutcomeError {}

/**
 * What `previous` means after a release has ended, by full name: the revisions that were live before a deploy, or to which a rollback
 * was committed. None after a rollback that did not get that far: what it went back from is live again.
 */
export type RestoredMembers = ReadonlyMap<string, string>;

/**
 * Throws `OutcomeError` for a release in progress, and if a member could not be finished or restored; `UndecidedCanaryError` for
 * a canary that this run does not end.
 */
export async function settleRelease(
  found: FoundRelease,
  regional: RegionalService,
  step: StepContext,
): Promise<RestoredMembers> {
  const { context, inputs } = step;
  const [lead, ...others] = found.members.map((key) => memberOf(regional, key)) as [
    RegionalService,
    ...RegionalService[],
  ];
  const silent = step.inputs.request.kind === 'rollback' ? step.unreachable : (new Map() as Unreachable);
  if (silent.has(lead.name))
    throw new OutcomeError(
      `${found.by} was interrupted, and ${lead.service} in ${lead.region}, which records whether it was committed, did not respond. Nothing was changed. Run this step again once it responds.`,
    );
  const members = [lead, ...others.filter(({ name }) => !silent.has(name))];
  const canary = canaryOn(await lead.api.get(lead.name), found.id);
  const { kind } = inputs.request;
  if (canary && kind !== 'rollback' && inputs.rollout.onCanary === 'wait') throw new UndecidedCanaryError(found);
  const mustWait = !canary && kind !== 'rollback' && !isEarlierAttempt(found.id, context.github);
  const expired = mustWait ? await waitForLease(found, lead, context) : undefined;
  context.log.info(`Ending the release ${found.id} of ${found.members.map(describeMember).join(', ')}.`);
  const { decision, members: ended } = await conclude(found.id, members, { mayBeCommitted: true, expired });
  const outcomes = await Promise.all(
    ended.map(async (outcome) =>
      outcome.regional.name === regional.name && (await wasRestored(outcome, found))
        ? { ...outcome, kind: 'restored' as const, shares: found.baseline ?? [] }
        : outcome,
    ),
  );
  const restored = new Map<string, string>();
  const failed: string[] = [];
  for (const outcome of outcomes) {
    const { service, region, name } = outcome.regional;
    if ('error' in outcome && outcome.error instanceof RolloutContinuesError) throw inProgress(found);
    // Its record stays, and says what whoever reads it next has to do.
    if (kind === 'rollback' && outcome.kind === 'failed' && outcome.regional !== lead && isTransient(outcome.error)) {
      silent.set(name, outcome.error);
      context.log.warning(
        `${service} in ${region} did not respond, so ${found.by} has not ended there. A later run that reads it ends that release.`,
      );
      continue;
    }
    if (outcome.kind === 'failed' || outcome.kind === 'left')
      failed.push(`${service} in ${region}: ${outcome.error.message}`);
    if (outcome.kind !== (found.kind === 'deploy' ? 'restored' : 'finished')) continue;
    const [main] = outcome.shares;
    if (main) restored.set(name, main.revision);
  }
  if (failed.length > 0)
    throw new OutcomeError(
      `${found.by} was interrupted, and could not be ended. Nothing else was changed. ${failed.join(' ')} Run this step again.`,
    );
  const became = decision === 'committed' ? 'was committed, and is finished' : 'was restored to what served before';
  const serves = outcomes.flatMap((outcome) =>
    outcome.kind === 'restored' || outcome.kind === 'finished'
      ? [describeServing(outcome.shares, outcome.regional)]
      : [],
  );
  const why = canary
    ? `${found.by} was an undecided canary, which this ${kind} ended.`
    : `${found.by} was interrupted.`;
  const left = 'Another user or run has moved its traffic since, which was left as it is.';
  context.log.notice(`${why} ${serves.length > 0 ? `It ${became}: ${serves.join(', ')}.` : left}`);
  return restored;
}

/** Whether the run of a deploy has restored it since this run found it. `previous` of a rollback then means the same as before. */
async function wasRestored({ kind, regional: { api, name } }: MemberOutcome, found: FoundRelease): Promise<boolean> {
  if (kind !== 'not-ours' || found.kind !== 'deploy' || !found.baseline?.length) return false;
  const now = await api.get(name);
  return now !== undefined && sameShares(requestedTraffic(now), scale(found.baseline, 100));
}

/** Earlier attempts of the same run have ended. Ids begin with run and attempt. */
export function isEarlierAttempt(
  id: string,
  { runId, runAttempt }: { runId: string; runAttempt: string | number },
): boolean {
  const [run, attempt] = id.split('-');
  return runId !== '' && run === String(runId) && Number(attempt) < Number(runAttempt);
}

/** Returns the last write of the expired lease; undefined if the release is decided. */
async function waitForLease(
  found: FoundRelease,
  lead: RegionalService,
  { log }: StepContext['context'],
): Promise<number | undefined> {
  if (decisionOf(await lead.api.get(lead.name), found.id) !== 'undecided') return undefined;
  log.info(`${found.by} is not decided. Waiting for a minute to see whether it is still running.`);
  const watched = await watchLease(lead, found.id);
  if (watched === 'moving') throw inProgress(found);
  return watched;
}

const inProgress = ({ by, members }: FoundRelease): ReleaseInProgressError =>
  new ReleaseInProgressError(
    `${by} is in progress on ${members.map(describeMember).join(', ')}, and nothing was changed. Wait until it has ended and run this step again, or end it with rollback-to: previous.`,
  );
