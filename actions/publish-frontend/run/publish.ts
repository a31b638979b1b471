/** Publishes a site: survey, claim, send, switch, prune. */
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { siteLink } from '../cdn/load-balancer.ts';
import { ownRoute } from '../cdn/switch-route.ts';
import type { PublishInputs } from '../inputs.ts';
import { refuseIfOlder } from '../preflight/freshness.ts';
import { refuseIfHeld, refuseIfServicesHeld } from '../preflight/holds.ts';
import { awaitTurn, type LocalSite, type Survey, survey, type Turn } from '../preflight/preflight.ts';
import { NOTHING, type Outcome } from '../report/outcome.ts';
import { buildSite } from '../site/build-command.ts';
import { scanFolder } from '../site/scan-folder.ts';
import { idleGlobs, readSite } from '../site/site-files.ts';
import { type Held, readState, takeClaim } from '../store/claim.ts';
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
import type { Site } from './clients.ts';
import { keepMemory } from './heap-settings.ts';
import { prunable, prune } from './prune.ts';
import { foreseeInvalidations, giveBack, goLive } from './switch-site.ts';
import { replaceManifest, send } from './upload-release.ts';

export async function publish(inputs: PublishInputs, site: Site): Promise<Outcome> {
  const { context, phases } = site;
  const { build, layout } = inputs;
  if (build) {
    // What forbids a publish is told before minutes are spent on a build.
    const stored = await readState(site.claims.store, layout);
    refuseIfHeld(inputs, stored.state);
    await Promise.all([refuseIfOlder(inputs, site, stored.state), refuseIfServicesHeld(inputs, site)]);
    await phases.time('Build', () => buildSite(build, context.env, context.log, context.signal));
  }
  // Tokens, the state and the listing are fetched while the folder is read; what is wrong with the folder is said first.
  const turn = awaitTurn(inputs, site);
  turn.catch(() => {});
  const local = await readLocalSite(inputs, site);
  // Someone may be faster between reading and claiming: then all is read again.
  for (let tries = 0; tries < 5; tries++) {
    const outcome = await publishOnce(inputs, site, local, await (tries === 0 ? turn : awaitTurn(inputs, site)));
    if (outcome) return outcome;
  }
  throw new OutcomeError('Other runs publish here again and again. Run this step again later.');
}

/** Resolves when the folder is found to be in order; its files are still being read then. */
async function readLocalSite(inputs: PublishInputs, { context, phases }: Site): Promise<LocalSite> {
  const { folder, path: given, layout, sourceMaps } = inputs;
  const scan = await phases.time('Scan', () =>
    scanFolder({ folder, given, prefix: layout.prefix, sourceMaps, onFound: keepMemory }),
  );
  if (scan.sourceMaps > 0)
    context.log.info(`${scan.sourceMaps} source maps are left out; source-maps: true publishes them.`);
  for (const { input, glob } of idleGlobs(scan.files, inputs.rules))
    context.log.notice(`Input ${input}: "${glob}" matches no file of ${given}.`);
  const files = phases.time('Read', () => readSite(scan.root, scan.files, inputs.rules, context.signal));
  files.catch(() => {});
  return { root: scan.root, files };
}

/** `undefined` if someone else was faster. */
async function publishOnce(
  inputs: PublishInputs,
  site: Site,
  local: LocalSite,
  turn: Turn,
): Promise<Outcome | undefined> {
  const found = await survey(inputs, site, local, turn);
  const { stored, release } = found;
  const planned: Outcome = {
    ...NOTHING,
    task: 'publish',
    release: inputs.release,
    previous: stored.state.current === inputs.release ? previousRelease(stored.state) : stored.state.current,
    link: siteLink(found.cdn, inputs.layout),
    sent: release.sent,
    patched: release.patched,
    removed: release.removed,
    unchanged: release.manifest.files.size - release.sent.length,
    ...(stored.state.hold && { holdEnded: endOfHold(stored.state.hold, inputs.reason) }),
  };
  if (isDone(inputs, site, found)) return planned;
  if (inputs.dryRun) return { ...planned, ...foresee(inputs, site, found) };
  // The handshakes run while the claim is written.
  site.store.openAhead(atATime(release.sent.length, inputs.concurrency));
  const held = await takeClaim(site.claims, stored, 'upload', (state) => {
    const free = inputs.releaseHold ? withoutHold(state) : state;
    return isNew(state) ? beginSwitch(free, inputs.release) : free;
  });
  if (!held) return undefined;
  try {
    return { ...planned, ...(await carryOut(inputs, site, held, found)) };
  } finally {
    await giveBack(held, site);
  }
}

async function carryOut(inputs: PublishInputs, site: Site, held: Held, found: Survey): Promise<Partial<Outcome>> {
  const { stored, listing, release, before, cdn } = found;
  const { manifest } = release;
  const bytes = await site.phases.time('Send', () => send(site, found));
  const published = publication(inputs, site);
  if (!isNew(stored.state)) await held.update((state) => beginSwitch(state, inputs.release), 'switch');
  if (found.replaced) await replaceManifest(site, found);
  const live = await goLive(site, held, {
    manifest,
    cdn,
    before,
    found: stored.state,
    switch: () => release.switch(),
    moves: moves(found),
    finish: (state, settled) => finishSwitch(state, published, manifest.atomic, settled),
    goesOn: (state) => prunable(inputs, site, state, listing).length > 0,
  });
  const pruned = held.released
    ? { deleted: 0, releases: [] }
    : await site.phases.time('Prune', () => prune(inputs, site, held, listing));
  return {
    bytes,
    invalidated: live.invalidated,
    deleted: live.deleted + pruned.deleted,
    pruned: pruned.releases,
    failure: live.failure,
  };
}

function publication({ release, commit }: PublishInputs, { context }: Site): Published {
  return { release, commit, at: new Date(context.clock.now()).toISOString() };
}

/** What a dry run can say of the end: the paths that would be invalidated, the releases that would be pruned. */
function foresee(inputs: PublishInputs, site: Site, found: Survey): Pick<Outcome, 'invalidated' | 'pruned'> {
  const { stored, listing, release, cdn } = found;
  const { manifest, changed } = release;
  const state = finishSwitch(stored.state, publication(inputs, site), manifest.atomic, true);
  return {
    invalidated: foreseeInvalidations(site, { manifest, cdn, moves: moves(found) }, changed),
    pruned: prunable(inputs, site, state, listing),
  };
}

/** Nothing was ever live: no rollback can step in, and the start of the switch needs no write of its own. */
function isNew({ current }: State): boolean {
  return current === undefined;
}

/** In atomic releases the route leads to the release; it comes back when a site is no longer published so. */
function moves({ release, stored }: Survey): boolean {
  return release.manifest.atomic || stored.state.atomic === true;
}

/** True if this very release is live and complete, and nothing of an earlier run is left to do. */
function isDone(inputs: PublishInputs, site: Site, found: Survey): boolean {
  const { stored, release, before, listing, cdn } = found;
  const { current, unfinished, claim, hold } = stored.state;
  const root = siteRoot(inputs.layout, inputs.release, release.manifest.atomic);
  if (cdn && moves(found) && ownRoute(cdn).to !== root) return false;
  if (!release.idle || current !== inputs.release || unfinished || claim || hold) return false;
  const live = before.find((manifest) => manifest.release === current);
  return (
    live !== undefined &&
    sameFiles(live, release.manifest) &&
    prunable(inputs, site, stored.state, listing).length === 0
  );
}
