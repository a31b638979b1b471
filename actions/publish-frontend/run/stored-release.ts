/** Reads a release that is complete in the bucket and plans the switch to it: what a rollback goes back to, and what was staged. */
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { siteLink } from '../cdn/changed-paths.ts';
import type { Cdn } from '../cdn/load-balancer.ts';
import type { SiteClients } from '../clients.ts';
import type { SiteInputs } from '../inputs.ts';
import type { Neighbors } from '../plan/neighboring-sites.ts';
import { missingFiles } from '../plan/rollback.ts';
import { planSiteSwitch, type SiteSwitch } from '../plan/site-switch.ts';
import type { StoppedRun } from '../plan/switch.ts';
import { checkSharedObjects } from '../preflight/overwrites.ts';
import { stoppedRuns } from '../preflight/preflight.ts';
import { besideSites, requireRoute } from '../preflight/route.ts';
import { NO_CHANGES, type PublishOutcome } from '../report/outcome.ts';
import { readNeighbors } from '../store/neighboring-sites.ts';
import { siteRoot } from '../store/object-names.ts';
import { readLiveManifests, readReleaseManifest } from '../store/read-manifests.ts';
import type { StoredState } from '../store/read-state.ts';
import type { ReleaseManifest } from '../store/release-manifest.ts';
import type { Listing } from '../store/stored-object.ts';
import { invalidationsOf } from './switch-site.ts';

/** A release in the bucket, and how the site is switched to it. */
export interface StoredRelease {
  readonly stored: StoredState;
  readonly listing: Listing;
  readonly cdn: Cdn | undefined;
  readonly target: ReleaseManifest;
  /** Manifests of all releases that live pages may belong to. */
  readonly before: readonly ReleaseManifest[];
  readonly stopped: readonly StoppedRun[];
  readonly neighbors: Neighbors;
  readonly plan: SiteSwitch;
}

/** `why` says for an error what is not possible: `cannot be rolled back to`. Throws `OutcomeError` for a release that is not complete. */
export async function readStoredRelease(
  inputs: SiteInputs,
  clients: SiteClients,
  stored: StoredState,
  release: string,
  why: string,
): Promise<StoredRelease> {
  const { store, timings } = clients;
  const { layout } = inputs;
  const { state } = stored;
  const listed = store.list(layout.prefix);
  const [opened, listing, target, before, neighbors] = await timings.time('Compare', () =>
    Promise.all([
      clients.openCdn(false),
      listed,
      readReleaseManifest(store, layout, release),
      readLiveManifests(store, layout, state),
      readNeighbors(store, layout, listed),
    ]),
  );
  if (!target) throw new OutcomeError(`Release ${release} ${why}: its manifest is missing.`);
  const missing = missingFiles(layout, target, listing);
  if (missing.length > 0)
    throw new OutcomeError(
      `Release ${release} ${why}: ${missing.length} of its ${target.files.size} files are missing or changed, for instance ${missing[0]}. Nothing was changed.`,
    );
  const cdn = besideSites(opened, neighbors);
  const root = siteRoot(layout, release, target.atomic);
  const names = [...target.files.keys()].map((path) => root + path);
  checkSharedObjects(names, neighbors, inputs, clients);
  const stopped = stoppedRuns(state, before);
  const plan = planSiteSwitch({ layout, manifest: target, before, listing, state, stopped, neighbors });
  requireRoute(cdn, plan.route);
  return { stored, listing, cdn, target, before, stopped, neighbors, plan };
}

/** What the switch to it would do. */
export const plannedSwitch = (
  task: PublishOutcome['task'],
  { layout }: SiteInputs,
  { stored, cdn, target, plan }: StoredRelease,
): PublishOutcome => ({
  ...NO_CHANGES,
  task,
  release: target.release,
  previous: stored.state.current,
  link: siteLink(cdn, layout, target),
  sent: plan.replaced,
  patched: plan.patched,
  removed: plan.removed,
  unchanged: target.files.size - plan.replaced.length,
});

/** The paths that the switch to it would invalidate, with those that `changed` before it. */
export const invalidationsOfStored = (
  inputs: SiteInputs,
  { cdn, plan }: StoredRelease,
  changed: readonly string[] = [],
): readonly string[] =>
  invalidationsOf(inputs, plan, cdn, [
    ...plan.replaced,
    ...plan.patched,
    ...plan.removed,
    ...plan.rerouted,
    ...changed,
  ]);
