/**
 * A release that waits for the canary of its services: recorded as staged, and once the canary is decided switched to or dropped.
 * The protocol is the model in `spec/site`.
 */
import { shortCommit } from '../../../src/github/commit.ts';
import { type CanaryDecision, canaryDecision, type UndecidedCanary } from '../../../src/records/canaries.ts';
import { checkHolds, readNamedServices } from '../../../src/records/holds.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { SiteClients, SiteStep } from '../clients.ts';
import type { PublishInputs, SettleInputs } from '../inputs.ts';
import { NO_CHANGES, type PublishOutcome } from '../report/outcome.ts';
import type { SiteStatus } from '../report/site-result.ts';
import { noteSite } from '../report/standing.ts';
import { isLeftByThisRun, takeClaim, untilClaimed, waitUntilFree } from '../store/claim.ts';
import type { StoredState } from '../store/read-state.ts';
import {
  beginSwitch,
  describeHold,
  type StagedRelease,
  unsettled,
  withoutStaged,
  withStaged,
} from '../store/site-state.ts';
import type { Ledger } from './ledger.ts';
import { isFirstPublish, type StagedSite, switchStaged } from './publish.ts';
import { invalidationsOfStored, plannedSwitch, readStoredRelease, type StoredRelease } from './stored-release.ts';

type Settled = Pick<StagedRelease, 'release' | 'changed'>;

/** A site and the plan for its staged release. Nothing is changed yet. */
export interface CheckedStaged extends SiteStep<SettleInputs> {
  readonly stored: StoredState;
  /** The release to switch to or to drop. */
  readonly settles: Settled | undefined;
  readonly planned: PublishOutcome;
  /** `switch` needs the release as it is stored. */
  readonly todo: 'nothing' | 'wait' | 'drop' | StoredRelease;
}

/** The release is complete in the bucket: records it as staged, and gives back the claim. `services` are those of the step. */
export async function markStaged(
  { inputs, clients, held, found, planned, bytes }: StagedSite,
  canary: UndecidedCanary,
  services: readonly string[],
): Promise<PublishOutcome> {
  const { clock, github } = clients.context;
  const { release, lead } = canary;
  const staged: StagedRelease = {
    release: inputs.release,
    commit: inputs.commit,
    at: new Date(clock.now()).toISOString(),
    run: github.runUrl,
    canary: { release, lead },
    services,
    changed: found.plan.changedByStaging,
  };
  await held.release((now) => withStaged(now, staged));
  return { ...planned, bytes, note: stagedNote(staged) };
}

export const stagedNote = ({ release, commit }: Pick<StagedRelease, 'release' | 'commit'>): PublishOutcome['note'] => [
  '⏸️',
  `Release ${release} is staged: it goes live once the canary of ${shortCommit(commit)} has all traffic.`,
];

/** The result of the canary that the release waits for. */
export async function decisionFor(
  { canary }: Pick<StagedRelease, 'canary'>,
  { http, context }: Pick<SiteClients, 'http' | 'context'>,
): Promise<CanaryDecision> {
  const [lead] = await readNamedServices(http, context.endpoints.run, [canary.lead]);
  return canaryDecision(lead?.resource, canary.release);
}

/**
 * The canary, which was undecided when the step began or the deploy before it ended, if it still is. Throws `OutcomeError` if it was
 * restored.
 */
export async function stillUndecided(
  canary: UndecidedCanary,
  { inputs: { onCanary }, clients }: SiteStep<PublishInputs>,
): Promise<UndecidedCanary | undefined> {
  const decision = await decisionFor({ canary }, clients);
  const the = `The canary of ${shortCommit(canary.commit)}`;
  if (decision === 'restored')
    throw new OutcomeError(
      `${the} was restored before this step published. Nothing was published. To try the commit again, deploy it again, and then run this step.`,
    );
  if (decision === 'undecided' && onCanary === 'refuse')
    throw new OutcomeError(
      `${the} is undecided. Nothing was published. Run this step again once it is decided, or set on-canary: stage.`,
    );
  return decision === 'undecided' ? canary : undefined;
}

export async function checkStaged({ inputs, clients }: SiteStep<SettleInputs>): Promise<CheckedStaged> {
  const { claims, timings } = clients;
  const stored = await timings.time('Connect', () => waitUntilFree(claims));
  const { state } = stored;
  const { staged, current } = state;
  // The switch of an earlier run has ended the wait, but caches may still hold old pages.
  const settles: Settled | undefined = staged ?? unsettled(state);
  noteSite(clients.context, inputs.layout, state);
  const still = (todo: 'nothing' | 'wait' | 'drop', note: PublishOutcome['note']): CheckedStaged => ({
    inputs,
    clients,
    stored,
    settles,
    todo,
    planned: { ...NO_CHANGES, task: 'settle', release: current, previous: undefined, note },
  });
  if (!settles) return still('nothing', ['✅', 'Nothing is staged.']);
  if (staged) {
    const decision = await decisionFor(staged, clients);
    const why = `the canary of ${shortCommit(staged.commit)}`;
    if (decision === 'undecided') return still('wait', stagedNote(staged));
    if (decision === 'restored')
      return still('drop', ['ℹ️', `Release ${staged.release} is no longer staged: ${why} was restored.`]);
    const blocked = state.hold
      ? `This site is on hold at release ${describeHold(state.hold)}.`
      : await blockedBy(staged, inputs, clients);
    if (blocked !== undefined)
      return still('wait', [
        '⏸️',
        `Release ${staged.release} stays staged, although ${why} has all traffic. ${blocked}`,
      ]);
  }
  const found = await readStoredRelease(inputs, clients, stored, settles.release, 'cannot go live');
  return {
    inputs,
    clients,
    stored,
    settles,
    todo: found,
    planned: {
      ...plannedSwitch('settle', inputs, found),
      ...(inputs.dryRun && { invalidated: invalidationsOfStored(inputs, found, settles.changed) }),
    },
  };
}

/** The hold or the freeze of a service that blocks the switch, as it blocks a publish. */
async function blockedBy(
  { services }: StagedRelease,
  { freeze, force }: SettleInputs,
  { http, context, googleClock }: SiteClients,
): Promise<string | undefined> {
  const { endpoints, log } = context;
  try {
    await checkHolds({
      http,
      endpoint: endpoints.run,
      names: services,
      freeze,
      clock: googleClock,
      force,
      consequence: 'Nothing was published.',
      log,
      onRead: () => {},
      // A later canary runs beside the release that was promoted.
      waitsFor: () => true,
    });
    return undefined;
  } catch (error) {
    if (error instanceof OutcomeError) return error.message;
    throw error;
  }
}

/** Switches to the staged release or drops it; if another run was first, the site is checked again. */
export async function settleStaged(
  checked: CheckedStaged,
  hold: Ledger<CheckedStaged>['hold'],
): Promise<{ readonly status: SiteStatus; readonly outcome: PublishOutcome }> {
  let site = checked;
  return await untilClaimed(async (attempt) => {
    if (attempt > 0) site = await checkStaged(site);
    const { inputs, clients, stored, settles, todo, planned } = site;
    if (todo === 'nothing' || !settles) {
      // An earlier attempt may have dropped the release and stopped before it released its claim.
      if (isLeftByThisRun(stored.state, clients.context.github)) {
        const left = await takeClaim(clients.claims, stored, 'upload');
        if (!left) return undefined;
        await left.release();
      }
      return { status: 'unchanged', outcome: planned };
    }
    if (todo === 'wait') return { status: 'staged', outcome: planned };
    const { release, changed } = settles;
    const held = await takeClaim(clients.claims, stored, 'upload', (now) =>
      todo === 'drop' ? withoutStaged(now) : isFirstPublish(now) ? beginSwitch(now, release) : now,
    );
    if (!held) return undefined;
    hold({ ...site, held });
    if (todo === 'drop') {
      await held.release();
      return { status: 'dropped', outcome: planned };
    }
    // Old releases are left to the next publish, which knows how many of them to keep.
    const own = { ...inputs, release, commit: todo.target.commit, maxDelete: 0, keepReleases: 1, keepDays: 0 };
    const plan = { manifest: todo.target, changedByStaging: changed };
    const found = { ...todo, plan, replaced: undefined };
    const switched = await switchStaged({
      inputs: own,
      clients,
      held,
      planned,
      bytes: 0,
      listing: todo.listing,
      found,
    });
    return { status: 'live', outcome: switched.outcome };
  });
}
