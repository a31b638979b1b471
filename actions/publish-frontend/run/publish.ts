/** The phases in which a site is published: check, claim, stage, switch, prune. `sites.ts` runs them. */
import { shortCommit } from '../../../src/github/commit.ts';
import { siteLink } from '../cdn/changed-paths.ts';
import { ownRoute } from '../cdn/switch-route.ts';
import type { SiteClients, SiteStep } from '../clients.ts';
import type { PublishInputs, SiteInputs } from '../inputs.ts';
import { movesRoute, planSiteSwitch } from '../plan/site-switch.ts';
import { type LocalSite, readLocalSite } from '../preflight/local-site.ts';
import { awaitFreeSite, type FreeSite, type PublishPreflight, preflight } from '../preflight/preflight.ts';
import { NO_CHANGES, type PublishOutcome } from '../report/outcome.ts';
import { type HeldClaim, takeClaim, untilClaimed } from '../store/claim.ts';
import { siteRoot } from '../store/object-names.ts';
import { readReleaseManifests } from '../store/read-manifests.ts';
import { type ReleaseManifest, sameFiles } from '../store/release-manifest.ts';
import {
  beginSwitch,
  endOfHold,
  finishSwitch,
  type Published,
  previousRelease,
  type State,
  withoutHold,
} from '../store/site-state.ts';
import { type Listing, withChanges } from '../store/stored-object.ts';
import { prunable, prune } from './prune.ts';
import { replaceManifest, stageRelease } from './stage.ts';
import { invalidationsOf, switchSite } from './switch-site.ts';

/** A checked site and its plan. Nothing is changed yet. */
export interface CheckedSite extends SiteStep<PublishInputs> {
  readonly local: LocalSite;
  readonly found: PublishPreflight;
  /** The planned outcome. */
  readonly planned: PublishOutcome;
  /** True if the release is live and complete, so that nothing needs to be done. */
  readonly complete: boolean;
}

export interface ClaimedSite extends CheckedSite {
  readonly held: HeldClaim;
}

/** A site whose release is stored in the bucket. Its live objects have their content of before. */
export interface StagedSite extends ClaimedSite {
  readonly bytes: number;
  readonly listing: Listing;
}

/** Arguments of the switch to a release in the bucket. */
interface Switchable {
  readonly inputs: SiteInputs & Pick<PublishInputs, 'release' | 'commit' | 'maxDelete' | 'keepReleases' | 'keepDays'>;
  readonly clients: SiteClients;
  readonly held: HeldClaim;
  readonly found: Pick<PublishPreflight, 'stored' | 'before' | 'cdn' | 'stopped' | 'neighbors' | 'replaced'> & {
    readonly plan: Pick<PublishPreflight['plan'], 'manifest' | 'changedByStaging'>;
  };
  readonly planned: PublishOutcome;
  readonly bytes: number;
  readonly listing: Listing;
}

/** A site that serves the release. Old releases may still have to be pruned, under the claim. */
export interface SwitchedSite extends Switchable {
  readonly outcome: PublishOutcome;
  /** The releases to prune. */
  readonly pruned: readonly ReleaseManifest[];
}

/** Reads the folder and the site, and plans. Throws if the publish is refused. */
export async function checkSite(site: SiteStep<PublishInputs>): Promise<CheckedSite> {
  const { inputs, clients } = site;
  // Tokens, the state and the listing are fetched while the folder is read; problems with the folder are reported first.
  const free = awaitFreeSite(inputs, clients);
  free.catch(() => {});
  const local = await readLocalSite(inputs, clients);
  return checkAgainst(site, local, await free);
}

async function checkAgainst(
  { inputs, clients }: SiteStep<PublishInputs>,
  local: LocalSite,
  free: FreeSite,
): Promise<CheckedSite> {
  const found = await preflight(inputs, clients, local, free);
  const { stored, plan } = found;
  const { state } = stored;
  const planned: PublishOutcome = {
    ...NO_CHANGES,
    task: 'publish',
    release: inputs.release,
    previous: state.current === inputs.release ? previousRelease(state) : state.current,
    link: siteLink(found.cdn, inputs.layout, plan.manifest),
    sent: plan.sent,
    patched: plan.patched,
    removed: plan.removed,
    unchanged: plan.manifest.files.size - plan.sent.length,
    ...(state.hold && { holdEnded: endOfHold(state.hold, inputs.reason) }),
  };
  return { inputs, clients, local, found, planned, complete: isComplete(inputs, clients, found) };
}

/** The plan with the paths that would be invalidated, and the releases that would be pruned. */
export function dryRunOf({ inputs, clients, found, planned, complete }: CheckedSite): PublishOutcome {
  return complete ? planned : { ...planned, ...dryRunOutcome(inputs, clients, found) };
}

/**
 * Claims the site as it was checked; if another run was first, it is checked again. Complete now: it has no claim. `switches` is
 * false where the release is only staged.
 */
export async function claimSite(checked: CheckedSite, switches = true): Promise<ClaimedSite | CheckedSite> {
  let site = checked;
  // Another run may claim the site between reading and claiming: then everything is read again.
  return await untilClaimed<ClaimedSite | CheckedSite>(async (attempt) => {
    const { inputs, clients, local } = site;
    if (attempt > 0) site = await checkAgainst(site, local, await awaitFreeSite(inputs, clients));
    if (site.complete) return site;
    const held = await takeClaim(clients.claims, site.found.stored, 'upload', (now) => {
      const free = inputs.releaseHold ? withoutHold(now) : now;
      return switches && isFirstPublish(now) ? beginSwitch(free, inputs.release) : free;
    });
    if (!held) return undefined;
    return { ...site, held };
  });
}

/** Stores the release in the bucket. */
export async function stageSite(site: ClaimedSite): Promise<StagedSite> {
  const { inputs, clients, found } = site;
  const { bytes, objects } = await clients.timings.time('Upload', () => stageRelease(inputs, clients, found));
  return { ...site, bytes, listing: withChanges(found.listing, objects) };
}

/** Switches the site to its staged release, and records it. */
export async function switchStaged<S extends Switchable>(site: S): Promise<S & SwitchedSite> {
  const { inputs, clients, held, found, planned, bytes } = site;
  const { layout } = inputs;
  const { plan, before, cdn, stopped, neighbors } = found;
  const { state } = found.stored;
  const { manifest } = plan;
  let { listing } = site;
  const published = publishedRecord(inputs, clients);
  const dropped = held.state.staged;
  if (dropped && dropped.release !== inputs.release)
    clients.context.log.notice(
      `Release ${dropped.release}, staged for the canary of ${shortCommit(dropped.commit)}, is no longer staged: release ${inputs.release} replaces it.`,
    );
  if (!isFirstPublish(state)) await held.update((now) => beginSwitch(now, inputs.release), 'switch');
  if (found.replaced) listing = withChanges(listing, await replaceManifest(inputs, clients, found, listing));

  const finish = (now: State, settled: boolean) => finishSwitch(now, published, manifest.atomic, settled);
  const old = prunable(inputs, clients, state, finish(held.state, true), listing);
  const pruned = await readReleaseManifests(clients.store, layout, old);
  const siteSwitch = planSiteSwitch({ layout, manifest, before, listing, state, stopped, neighbors, pruned });
  const switched = await switchSite(inputs, clients, held, siteSwitch, cdn, plan.changedByStaging);
  listing = withChanges(listing, switched.objects);
  const { deleted, invalidated, failure } = switched;

  const finishNow = (now: State) => finish(now, failure === undefined);
  // The record and the end of the claim are one write if nothing follows.
  if (failure !== undefined || pruned.length === 0) await held.release(finishNow);
  else await held.update(finishNow, 'prune');
  return { ...site, listing, pruned, outcome: { ...planned, bytes, deleted, invalidated, failure } };
}

/** Prunes if needed, and releases the claim. */
export async function pruneSite({
  inputs,
  clients,
  held,
  listing,
  outcome,
  pruned: old,
}: SwitchedSite): Promise<PublishOutcome> {
  if (held.released) return outcome;
  const pruned = await clients.timings.time('Prune', () => prune(inputs, clients, held, listing, old));
  await held.release();
  return { ...outcome, deleted: outcome.deleted + pruned.deleted, pruned: pruned.releases };
}

function publishedRecord(
  { release, commit }: Pick<PublishInputs, 'release' | 'commit'>,
  { context }: SiteClients,
): Published {
  return { release, commit, at: new Date(context.clock.now()).toISOString() };
}

/** The paths that would be invalidated, and the releases that would be pruned. */
function dryRunOutcome(
  inputs: PublishInputs,
  clients: SiteClients,
  { stored, listing, plan: { manifest, changed }, cdn, before }: PublishPreflight,
): Pick<PublishOutcome, 'invalidated' | 'pruned'> {
  const state = finishSwitch(stored.state, publishedRecord(inputs, clients), manifest.atomic, true);
  const root = siteRoot(inputs.layout, inputs.release, manifest.atomic);
  const route = movesRoute(manifest, stored.state, before);
  return {
    invalidated: invalidationsOf(inputs, { root, route }, cdn, changed),
    pruned: prunable(inputs, clients, stored.state, state, listing),
  };
}

/** No release was ever live: no rollback can come in between, so the start of the switch needs no write of its own. */
export function isFirstPublish({ current }: State): boolean {
  return current === undefined;
}

/** True if exactly this release is live and complete, and no work of an earlier run is left. */
function isComplete(inputs: PublishInputs, clients: SiteClients, found: PublishPreflight): boolean {
  const { stored, plan, before, listing, cdn } = found;
  const { current, unfinished, claim, hold } = stored.state;
  const { manifest } = plan;
  const root = siteRoot(inputs.layout, inputs.release, manifest.atomic);
  if (cdn && movesRoute(manifest, stored.state, before) && ownRoute(cdn).to !== root) return false;
  if (!plan.isEmpty || current !== inputs.release || unfinished || claim || hold) return false;
  const live = before.find(({ release }) => release === current);
  return (
    live !== undefined &&
    sameFiles(live, manifest) &&
    prunable(inputs, clients, stored.state, stored.state, listing).length === 0
  );
}
