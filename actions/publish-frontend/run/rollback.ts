/** Rolls the site back to a release that was live, and holds it there; and ends such a hold. */
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { siteLink } from '../cdn/load-balancer.ts';
import type { ReleaseHoldInputs, RollbackInputs } from '../inputs.ts';
import { chooseRelease, missingFiles } from '../plan/rollback.ts';
import { findRival } from '../preflight/preflight.ts';
import { refuseShared } from '../preflight/shared-objects.ts';
import { NOTHING, type Outcome } from '../report/outcome.ts';
import { freeState, readState, type StoredState, takeClaim } from '../store/claim.ts';
import { readNeighbours } from '../store/neighbouring-sites.ts';
import { siteRoot } from '../store/object-names.ts';
import { readLiveManifests, readManifest } from '../store/read-manifests.ts';
import {
  beginSwitch,
  type Claim,
  endOfHold,
  finishRollback,
  type Hold,
  isRenewalOf,
  withHold,
  withoutHold,
} from '../store/site-state.ts';
import { planFolderSwitch, requireRoute } from './atomic.ts';
import type { Site } from './clients.ts';
import { planSwitchTo } from './in-place.ts';
import { foreseeInvalidations, giveBack, goLive } from './switch-site.ts';

export async function rollback(inputs: RollbackInputs, site: Site): Promise<Outcome> {
  for (let tries = 0; tries < 5; tries++) {
    const outcome = await rollbackOnce(inputs, site);
    if (outcome) return outcome;
  }
  throw new OutcomeError('Other runs work on this site again and again. Run this step again.');
}

/** A publisher that has not begun to switch need not be waited for: it will find its claim gone. */
const canBeStopped = (claim: Claim): boolean => claim.work === 'upload';

async function rollbackOnce(inputs: RollbackInputs, site: Site): Promise<Outcome | undefined> {
  const { store, claims, phases, context } = site;
  const { layout, dryRun } = inputs;
  const stored = await phases.time('Connect', () =>
    dryRun ? readState(claims.store, layout) : freeState(claims, canBeStopped),
  );
  const { state } = stored;
  const release = chooseRelease(state, inputs.to, context.github.runUrl);
  const listed = store.list(layout.prefix);
  const [cdn, listing, target, before, neighbours] = await phases.time('Compare', () =>
    Promise.all([
      site.openCdn(false),
      listed,
      readManifest(store, layout, release),
      readLiveManifests(store, layout, state),
      readNeighbours(store, layout, listed),
    ]),
  );
  if (!target) throw new OutcomeError(`Release ${release} cannot be rolled back to: its manifest is gone.`);
  const missing = missingFiles(layout, target, listing);
  if (missing.length > 0)
    throw new OutcomeError(
      `Release ${release} cannot be rolled back to: ${missing.length} of its ${target.files.size} files are gone or changed, for instance ${missing[0]}. Nothing was changed.`,
    );
  const root = siteRoot(layout, release, target.atomic);
  refuseShared(
    [...target.files.keys()].map((path) => root + path),
    neighbours,
    inputs,
    site,
  );
  const moves = target.atomic || state.atomic === true;
  requireRoute(cdn, moves);
  const plan = target.atomic
    ? planFolderSwitch(target, before)
    : planSwitchTo(site, target, before, listing, findRival(state, before), neighbours);
  const planned: Outcome = {
    ...NOTHING,
    task: 'rollback',
    release,
    previous: state.current,
    link: siteLink(cdn, layout),
    sent: plan.changed,
    patched: plan.patched,
    removed: plan.removed,
    unchanged: target.files.size - plan.changed.length,
  };
  if (dryRun) {
    const changed = [...plan.changed, ...plan.patched, ...plan.removed];
    return { ...planned, invalidated: foreseeInvalidations(site, { manifest: target, cdn, moves }, changed) };
  }
  const hold: Hold = {
    release,
    reason: inputs.reason,
    by: context.github.actor,
    run: context.github.runUrl,
    at: new Date(context.clock.now()).toISOString(),
  };
  // Claim, hold and the start of the switch in one write: no publish can come in between.
  const begin = (from: StoredState) =>
    takeClaim(claims, from, 'switch', (now) => beginSwitch(withHold(now, hold), release));
  let held = await begin(stored);
  // A publisher that is still sending renews its claim faster than a large site is compared; what is live stays the same.
  for (let tries = 0; !held && tries < 5; tries++) {
    const now = await readState(claims.store, layout);
    if (!isRenewalOf(now.state, state)) return undefined;
    held = await begin(now);
  }
  if (!held) return undefined;
  try {
    const live = await goLive(site, held, {
      manifest: target,
      cdn,
      before,
      found: state,
      switch: () => plan.switch(),
      moves,
      finish: (now, settled) => finishRollback(now, release, target.atomic, settled),
      goesOn: () => false,
    });
    return { ...planned, ...live };
  } finally {
    await giveBack(held, site);
  }
}

/** Ends the hold; nothing is published. */
export async function releaseHold(inputs: ReleaseHoldInputs, site: Site): Promise<Outcome> {
  const { claims, context } = site;
  for (let tries = 0; tries < 5; tries++) {
    const stored = inputs.dryRun ? await readState(claims.store, inputs.layout) : await freeState(claims);
    const { current, hold } = stored.state;
    const outcome: Outcome = {
      ...NOTHING,
      task: 'release-hold',
      release: current,
      previous: undefined,
      ...(hold && { holdEnded: endOfHold(hold, inputs.reason) }),
    };
    if (!hold) context.log.info('There is no hold on this site.');
    if (!hold || inputs.dryRun) return outcome;
    const held = await takeClaim(claims, stored, 'upload', withoutHold);
    if (!held) continue;
    await held.release();
    return outcome;
  }
  throw new OutcomeError('Other runs work on this site again and again. Run this step again.');
}
