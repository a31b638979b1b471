/** Publishes a site: preflight, claim, stage, switch, prune. */
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { siteLink } from '../cdn/changed-paths.ts';
import { ownRoute } from '../cdn/switch-route.ts';
import type { SiteClients } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import { movesRoute, planSiteSwitch } from '../plan/site-switch.ts';
import { buildIfAsked, type LocalSite, readLocalSite } from '../preflight/local-site.ts';
import { awaitFreeSite, type FreeSite, type PublishPreflight, preflight } from '../preflight/preflight.ts';
import { NO_CHANGES, type PublishOutcome } from '../report/outcome.ts';
import { type HeldClaim, takeClaim } from '../store/claim.ts';
import { siteRoot } from '../store/object-names.ts';
import { atATime } from '../store/parallel-transfers.ts';
import { sameFiles } from '../store/release-manifest.ts';
import {
  beginSwitch,
  endOfHold,
  finishSwitch,
  type Published,
  previousRelease,
  type State,
  withoutHold,
} from '../store/site-state.ts';
import { withChanges } from '../store/stored-object.ts';
import { prunable, prune } from './prune.ts';
import { replaceManifest, stageRelease } from './stage.ts';
import { invalidationsOf, releaseClaim, switchSite } from './switch-site.ts';

/** Another run may claim the site between reading and claiming: then everything is read again, this many times. */
const ATTEMPTS = 5;

export async function publish(inputs: PublishInputs, clients: SiteClients): Promise<PublishOutcome> {
  await buildIfAsked(inputs, clients);
  // Tokens, the state and the listing are fetched while the folder is read; problems with the folder are reported first.
  const free = awaitFreeSite(inputs, clients);
  free.catch(() => {});
  const local = await readLocalSite(inputs, clients);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const site = await (attempt === 0 ? free : awaitFreeSite(inputs, clients));
    const outcome = await publishOnce(inputs, clients, local, site);
    if (outcome) return outcome;
  }
  throw new OutcomeError(
    `The site was modified concurrently by other runs; gave up after ${ATTEMPTS} attempts. Run this step again later.`,
  );
}

/** `undefined` if another run claimed the site first. */
async function publishOnce(
  inputs: PublishInputs,
  clients: SiteClients,
  local: LocalSite,
  free: FreeSite,
): Promise<PublishOutcome | undefined> {
  const found = await preflight(inputs, clients, local, free);
  const { stored, plan } = found;
  const { state } = stored;
  const planned: PublishOutcome = {
    ...NO_CHANGES,
    task: 'publish',
    release: inputs.release,
    previous: state.current === inputs.release ? previousRelease(state) : state.current,
    link: siteLink(found.cdn, inputs.layout),
    sent: plan.sent,
    patched: plan.patched,
    removed: plan.removed,
    unchanged: plan.manifest.files.size - plan.sent.length,
    ...(state.hold && { holdEnded: endOfHold(state.hold, inputs.reason) }),
  };
  if (isComplete(inputs, clients, found)) return planned;
  if (inputs.dryRun) return { ...planned, ...dryRunOutcome(inputs, clients, found) };
  // Connections are opened while the claim is written.
  clients.store.openAhead(atATime(plan.sent.length, inputs.concurrency));
  const held = await takeClaim(clients.claims, stored, 'upload', (now) => {
    const free = inputs.releaseHold ? withoutHold(now) : now;
    return isFirstPublish(now) ? beginSwitch(free, inputs.release) : free;
  });
  if (!held) return undefined;
  try {
    return { ...planned, ...(await stageAndSwitch(inputs, clients, held, found)) };
  } finally {
    await releaseClaim(held, clients);
  }
}

async function stageAndSwitch(
  inputs: PublishInputs,
  clients: SiteClients,
  held: HeldClaim,
  found: PublishPreflight,
): Promise<Partial<PublishOutcome>> {
  const { layout } = inputs;
  const { plan, before, cdn, takenOver, neighbours } = found;
  const { state } = found.stored;
  const { manifest } = plan;

  const staged = await clients.timings.time('Upload', () => stageRelease(inputs, clients, found));
  let listing = withChanges(found.listing, staged.objects);
  const published = publishedRecord(inputs, clients);
  if (!isFirstPublish(state)) await held.update((now) => beginSwitch(now, inputs.release), 'switch');
  if (found.replaced) listing = withChanges(listing, await replaceManifest(inputs, clients, found, listing));

  const siteSwitch = planSiteSwitch({ layout, manifest, before, listing, state, takenOver, neighbours });
  const switched = await switchSite(inputs, clients, siteSwitch, cdn, plan.changedByStaging);
  listing = withChanges(listing, switched.objects);
  const { invalidated, failure } = switched;

  const finish = (now: State) => finishSwitch(now, published, manifest.atomic, failure === undefined);
  const outcome = { bytes: staged.bytes, invalidated, failure };
  // The record and the end of the claim are one write if nothing follows.
  if (failure !== undefined || prunable(inputs, clients, finish(held.state), listing).length === 0) {
    await held.release(finish);
    return { ...outcome, deleted: switched.deleted };
  }
  await held.update(finish, 'prune');
  const pruned = await clients.timings.time('Prune', () => prune(inputs, clients, held, listing));
  return { ...outcome, deleted: switched.deleted + pruned.deleted, pruned: pruned.releases };
}

function publishedRecord({ release, commit }: PublishInputs, { context }: SiteClients): Published {
  return { release, commit, at: new Date(context.clock.now()).toISOString() };
}

/** The paths that would be invalidated, and the releases that would be pruned. */
function dryRunOutcome(
  inputs: PublishInputs,
  clients: SiteClients,
  { stored, listing, plan: { manifest, changed }, cdn }: PublishPreflight,
): Pick<PublishOutcome, 'invalidated' | 'pruned'> {
  const state = finishSwitch(stored.state, publishedRecord(inputs, clients), manifest.atomic, true);
  const root = siteRoot(inputs.layout, inputs.release, manifest.atomic);
  const route = movesRoute(manifest, stored.state);
  return {
    invalidated: invalidationsOf(inputs, { root, route }, cdn, changed),
    pruned: prunable(inputs, clients, state, listing),
  };
}

/** No release was ever live: no rollback can come in between, so the start of the switch needs no write of its own. */
function isFirstPublish({ current }: State): boolean {
  return current === undefined;
}

/** True if exactly this release is live and complete, and an earlier run has left nothing to do. */
function isComplete(inputs: PublishInputs, clients: SiteClients, found: PublishPreflight): boolean {
  const { stored, plan, before, listing, cdn } = found;
  const { current, unfinished, claim, hold } = stored.state;
  const { manifest } = plan;
  const root = siteRoot(inputs.layout, inputs.release, manifest.atomic);
  if (cdn && movesRoute(manifest, stored.state) && ownRoute(cdn).to !== root) return false;
  if (!plan.isEmpty || current !== inputs.release || unfinished || claim || hold) return false;
  const live = before.find(({ release }) => release === current);
  return (
    live !== undefined && sameFiles(live, manifest) && prunable(inputs, clients, stored.state, listing).length === 0
  );
}
