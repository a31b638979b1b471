/** The phases of a rollback to a release that was live: check, hold, switch. `sites.ts` runs them. */
import { CloudError } from '../../../src/runtime/errors.ts';
import type { SiteClients, SiteStep } from '../clients.ts';
import type { RollbackInputs } from '../inputs.ts';
import { chooseRelease, NoEarlierRelease, type SiteToRollBack, staysLive } from '../plan/rollback.ts';
import { NO_CHANGES, type PublishOutcome } from '../report/outcome.ts';
import { noteSite } from '../report/standing.ts';
import { ATTEMPTS, type HeldClaim, takeClaim, untilClaimed, waitUntilFree } from '../store/claim.ts';
import { readState, type StoredState } from '../store/read-state.ts';
import {
  beginSwitch,
  type Claim,
  finishRollback,
  type Hold,
  isRenewalOf,
  type StagedRelease,
  type State,
  withHold,
} from '../store/site-state.ts';
import { inOrderOfClaims, onEverySite } from './each-site.ts';
import { decisionFor } from './staged.ts';
import { invalidationsOfStored, plannedSwitch, readStoredRelease, type StoredRelease } from './stored-release.ts';
import { switchSite } from './switch-site.ts';

/** A site that no other run works on. */
interface ReadSite extends SiteStep<RollbackInputs> {
  readonly stored: StoredState;
  readonly waits: boolean;
}

/** A checked site and its plan. Nothing is changed yet. */
export interface CheckedRollback extends ReadSite {
  readonly found: StoredRelease;
  /** The planned outcome. */
  readonly planned: PublishOutcome;
}

/** A site with the hold set and the switch started. */
export interface HeldRollback extends CheckedRollback {
  readonly held: HeldClaim;
}

/** Reads and checks all sites of a step. */
export async function checkRollbacks(
  sites: readonly SiteStep<RollbackInputs>[],
): Promise<(CheckedRollback | KeptSite)[]> {
  return await checkBeside(sites, []);
}

/** `held` are sites of the step that are not checked any more. */
async function checkBeside(
  sites: readonly SiteStep<RollbackInputs>[],
  held: readonly HeldRollback[],
): Promise<(CheckedRollback | KeptSite)[]> {
  const read = await readInOrder(sites);
  const step = [...held, ...read].map(known);
  return await onEverySite(read, (site) => checkRollbackOrKeep(site, step));
}

/** One after the other, in the order of claims: another rollback that has left a site is then seen on all sites that it still works on. */
async function readInOrder(sites: readonly SiteStep<RollbackInputs>[]): Promise<ReadSite[]> {
  let last: Promise<unknown> = Promise.resolve();
  const reads = new Map<RollbackInputs, Promise<ReadSite>>();
  for (const site of inOrderOfClaims(sites)) {
    const read = last.then(() => readSite(site));
    reads.set(site.inputs, read);
    last = read.catch(() => {});
  }
  return await onEverySite(sites, ({ inputs }) => reads.get(inputs) as Promise<ReadSite>);
}

const known = ({ stored: { state }, waits }: ReadSite): SiteToRollBack => ({ state, waits });

/** The outcome of a site that stays as it is. */
export interface KeptSite extends SiteStep<RollbackInputs> {
  readonly planned: PublishOutcome;
}

/** With `on-no-earlier-release: keep`, a site without an earlier release is kept. */
async function checkRollbackOrKeep(
  site: ReadSite,
  step: readonly SiteToRollBack[],
): Promise<CheckedRollback | KeptSite> {
  try {
    return await checkRollback(site, step);
  } catch (error) {
    if (!(error instanceof NoEarlierRelease) || site.inputs.onNoEarlierRelease === 'refuse') throw error;
    return { inputs: site.inputs, clients: site.clients, planned: keptSite(site) };
  }
}

function keptSite({ clients, stored }: ReadSite): PublishOutcome {
  const { current } = stored.state;
  const verdict =
    current === undefined
      ? 'The site stays as it is: nothing was published here yet.'
      : `The site stays on release ${current}: no earlier release is kept.`;
  clients.context.log.warning(verdict);
  return { ...NO_CHANGES, task: 'rollback', release: current, previous: current, note: ['⚠️', verdict] };
}

/** The plan with the paths that would be invalidated. */
export const dryRunOfRollback = ({ inputs, found, planned }: CheckedRollback): PublishOutcome => ({
  ...planned,
  invalidated: invalidationsOfStored(inputs, found),
});

/** What happens to each site while the holds are set. */
export interface Holding {
  on(site: CheckedRollback, work: () => Promise<HeldRollback | undefined>): Promise<HeldRollback | undefined>;
  held(site: HeldRollback): void;
  kept(site: KeptSite): void;
}

/**
 * Sets the holds, which also claim the sites. If the state of one has changed since, another rollback may have taken all of them back: so
 * all that are not held yet are checked again, and no hold is set that the others refuse.
 */
export async function holdSites(
  checked: readonly CheckedRollback[],
  { on, held, kept }: Holding,
): Promise<HeldRollback[]> {
  const done: HeldRollback[] = [];
  for (let left = inOrderOfClaims(checked); left.length > 0; ) {
    await untilClaimed(async (attempt) => {
      if (attempt > 0) {
        const again = await checkBeside(left, done);
        for (const site of again) if (!isChecked(site)) kept(site);
        left = again.filter(isChecked);
      }
      const [site] = left;
      if (!site) return true;
      const now = await on(site, () => holdSite(site));
      if (!now) return undefined;
      held(now);
      done.push(now);
      left = left.slice(1);
      return true;
    });
  }
  return done;
}

/** False for a site that stays as it is. */
export const isChecked = (site: CheckedRollback | KeptSite): site is CheckedRollback => 'found' in site;

/** Undefined if the state has changed since it was checked. */
async function holdSite(site: CheckedRollback): Promise<HeldRollback | undefined> {
  const { inputs, clients, found } = site;
  const held = await claimWithHold(inputs, clients, found.stored, found.target.release);
  return held && { ...site, stored: { ...site.stored, state: held.state }, held };
}

/** Switches the site back, and records it. */
export async function switchBack({ inputs, clients, found, planned, held }: HeldRollback): Promise<PublishOutcome> {
  const { plan, cdn, target } = found;
  const { deleted, invalidated, failure } = await switchSite(inputs, clients, held, plan, cdn);
  await held.release((now) => finishRollback(now, target.release, target.atomic, failure === undefined));
  return { ...planned, deleted, invalidated, failure };
}

/** A rollback does not wait for a run that has not begun to switch: that run finds its claim replaced. */
const canBeStopped = (claim: Claim): boolean => claim.work === 'upload';

async function readSite({ inputs, clients }: SiteStep<RollbackInputs>): Promise<ReadSite> {
  const { claims, timings, context } = clients;
  const stored = await timings.time('Connect', () => waitUntilFree(claims, canBeStopped));
  const { state } = stored;
  noteSite(context, inputs.layout, state);
  const waits = state.staged !== undefined && (await mayGoLive(state.staged, clients));
  return { inputs, clients, stored, waits };
}

/** Reads everything else that the rollback depends on, plans it, and refuses a release that is no longer complete. */
async function checkRollback(site: ReadSite, step: readonly SiteToRollBack[]): Promise<CheckedRollback> {
  const { inputs, clients, stored } = site;
  const run = clients.context.github.runUrl;
  const release = chooseRelease(stored.state, inputs.to, run, staysLive(known(site), step, run));
  const found = await readStoredRelease(inputs, clients, stored, release, 'cannot be rolled back to');
  return { ...site, found, planned: plannedSwitch('rollback', inputs, found) };
}

/** A canary that cannot be read counts as not restored, so the site stays on its release. */
async function mayGoLive(staged: StagedRelease, clients: SiteClients): Promise<boolean> {
  try {
    return (await decisionFor(staged, clients)) !== 'restored';
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    clients.context.log.warning(
      `Release ${staged.release} is staged for a canary that cannot be read (${error.message}). previous means the live release.`,
    );
    return true;
  }
}

/** Claim, hold and the start of the switch are one write: no publish can come in between. */
async function claimWithHold(
  inputs: RollbackInputs,
  { claims, context }: SiteClients,
  stored: StoredState,
  release: string,
): Promise<HeldClaim | undefined> {
  const hold: Hold = {
    release,
    reason: inputs.reason,
    by: context.github.actor,
    run: context.github.runUrl,
    at: new Date(context.clock.now()).toISOString(),
  };
  const begin = (now: State) => beginSwitch(withHold(now, hold), release);
  let held = await takeClaim(claims, stored, 'switch', begin);
  // A run that is still uploading renews its claim faster than a large site is compared; live objects stay the same.
  const { claim } = stored.state;
  for (let attempt = 0; !held && claim && canBeStopped(claim) && attempt < ATTEMPTS; attempt++) {
    const now = await readState(claims.store, inputs.layout);
    if (!isRenewalOf(now.state, stored.state)) return undefined;
    held = await takeClaim(claims, now, 'switch', begin);
  }
  return held;
}
