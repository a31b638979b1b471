/** Deletes objects that only old releases need, at most `max-delete`, while the claim is held. */

import type { SiteClients } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import { objectsOf, planPrune, prunedReleases } from '../plan/prune.ts';
import type { HeldClaim } from '../store/claim.ts';
import { nestedPrefixes, readKeptAbove } from '../store/neighboring-sites.ts';
import { releasesIn } from '../store/object-names.ts';
import { transferAll } from '../store/parallel-transfers.ts';
import { readReleaseManifest } from '../store/read-manifests.ts';
import type { ReleaseManifest } from '../store/release-manifest.ts';
import { onlyOwnPagesArrive, type State, withoutReleases } from '../store/site-state.ts';
import type { Listing } from '../store/stored-object.ts';

type PruneInputs = Pick<PublishInputs, 'layout' | 'maxDelete' | 'keepReleases' | 'keepDays' | 'concurrency'>;

/**
 * The releases to prune. None after an interrupted switch to another release, whose pages may still arrive: the next publish lists
 * them. `before` is the state that this run has read.
 */
export function prunable(
  { layout, release, ...rules }: PruneInputs & Pick<PublishInputs, 'release'>,
  { context }: SiteClients,
  before: State,
  state: State,
  listing: Listing,
): readonly string[] {
  if (rules.maxDelete === 0 || !onlyOwnPagesArrive(before, release)) return [];
  return prunedReleases(layout, state, listing, rules, context.clock.now());
}

export async function prune(
  inputs: PruneInputs,
  clients: SiteClients,
  held: HeldClaim,
  listing: Listing,
  manifests: readonly ReleaseManifest[],
): Promise<{ deleted: number; releases: readonly string[] }> {
  const { store, context, timings } = clients;
  const { layout, maxDelete, concurrency } = inputs;
  const pruned = new Set(manifests.map(({ release }) => release));
  const kept = releasesIn(layout, listing.keys()).filter((release) => !pruned.has(release));
  // Of kept manifests only the names stay in memory.
  const named = new Set<string>();
  await transferAll(kept, { concurrency: 8 }, async (release) => {
    const manifest = await readReleaseManifest(store, layout, release);
    if (manifest) for (const { name } of objectsOf(layout, manifest)) named.add(name);
  });
  for (const name of await readKeptAbove(store, layout)) named.add(name);
  const neighbors = { below: nestedPrefixes(layout, listing.keys()), live: new Map() };
  const plan = planPrune(layout, manifests, named, listing, maxDelete, neighbors);
  // First, so that the history never names a release that is incomplete: no rollback can go back to it.
  const forgotten = new Set([...plan.pruned, ...plan.begun]);
  if (forgotten.size > 0) await held.update((state) => withoutReleases(state, forgotten));
  const progress = timings.progress('Pruned', plan.remove.length);
  let done = 0;
  const [files, records] = [false, true].map((wanted) =>
    plan.remove.filter(({ name }) => name.endsWith('/manifest.json') === wanted),
  );
  // Manifests are deleted last, because later runs need them to find the rest.
  for (const objects of [files, records]) {
    await transferAll(objects ?? [], { concurrency }, async (object) => {
      await store.remove(object);
      progress(++done);
    });
  }
  if (plan.foreign.length > 0)
    context.log.warning(
      `${plan.foreign.length} objects have names of pruned releases, but belong to another site or were changed by another user. They are kept, for instance ${plan.foreign[0]}.`,
    );
  if (plan.postponed > 0)
    context.log.notice(
      `${plan.postponed} more objects of old releases are left for the next run (max-delete: ${maxDelete}).`,
    );
  return { deleted: plan.remove.length, releases: plan.pruned };
}
