/**
 * Publishing in place: assets first, contents of mutable files kept beside the site, then the switch, pages last.
 * Each write names the generation that it replaces.
 */

import { planRelease, type ReleaseFacts, type ReleasePlan } from '../plan/in-place.ts';
import type { Neighbours } from '../plan/neighbouring-sites.ts';
import { planSwitch, type Rival, type SwitchStep, stalePages } from '../plan/switch.ts';
import type { Release, Switched } from '../report/outcome.ts';
import { transferAll } from '../store/parallel-transfers.ts';
import type { Manifest } from '../store/release-manifest.ts';
import type { Listing } from '../store/stored-object.ts';
import { memoryOf, upload } from '../store/upload/upload.ts';
import type { Upload } from '../store/upload/upload-item.ts';
import type { Site } from './clients.ts';

export function planInPlace(
  site: Site,
  facts: ReleaseFacts,
  before: readonly Manifest[],
  rival: Rival | undefined,
  neighbours: Neighbours,
): Release {
  const plan = planRelease(facts);
  const { layout, listing } = facts;
  const removed = stalePages(layout, plan.manifest, before, listing, neighbours).remove.map(({ path }) => path);
  const pathOf = ({ name }: { readonly name: string }) => name.slice(layout.prefix.length);
  const reheaded = plan.patches.map(({ object }) => pathOf(object));
  const sent = [...plan.assets.map(pathOf), ...plan.appearing, ...plan.changing];
  const patched = [...reheaded, ...plan.reheaded];
  return {
    manifest: plan.manifest,
    clashes: plan.clashes,
    changing: plan.changing,
    sent,
    patched,
    removed,
    changed: [...plan.appearing, ...plan.changing, ...patched, ...removed],
    idle: sent.length + patched.length + removed.length + plan.keeps.length === 0,
    stage: () => stage(site, facts.root, plan, listing),
    switch: async () => {
      const { changed, deleted } = await switchTo(site, plan.manifest, before, listing, rival, neighbours);
      // Caches would keep an asset with its old headers for as long as those said.
      return { changed: [...changed, ...reheaded], deleted };
    },
  };
}

async function stage(site: Site, root: string, plan: ReleasePlan, listing: Listing): Promise<number> {
  const { store, inputs, phases } = site;
  const items = [...plan.assets, ...plan.keeps];
  const kept = new Set(plan.keeps);
  const progress = phases.progress('Sent', items.length);
  let bytes = 0;
  let done = 0;
  await transferAll(items, { concurrency: inputs.concurrency, memory: memoryOf }, async (item: Upload) => {
    const object = await upload(store, root, item);
    // Of what was sent, the switch copies from kept contents alone; the rest need not stay in memory.
    if (kept.has(item)) listing.set(object.name, object);
    bytes += object.size;
    progress(++done);
  });
  await transferAll(plan.patches, { concurrency: inputs.concurrency }, async ({ object, headers }) => {
    listing.set(object.name, await store.patch(object, headers));
  });
  return bytes;
}

/** What turning the site into a release that lies in the bucket would change, and the effect that does it. */
export function planSwitchTo(
  site: Site,
  manifest: Manifest,
  before: readonly Manifest[],
  listing: Listing,
  rival: Rival | undefined,
  neighbours: Neighbours,
) {
  const { loaded, pages, remove } = planSwitch(site.inputs.layout, manifest, before, listing, rival, neighbours);
  const steps = [...loaded, ...pages];
  const paths = (kind: SwitchStep['kind']) => steps.filter((step) => step.kind === kind).map(({ path }) => path);
  return {
    changed: paths('copy'),
    patched: paths('patch'),
    removed: remove.map(({ path }) => path),
    switch: () => switchTo(site, manifest, before, listing, rival, neighbours),
  };
}

async function switchTo(
  site: Site,
  manifest: Manifest,
  before: readonly Manifest[],
  listing: Listing,
  rival: Rival | undefined,
  neighbours: Neighbours,
): Promise<Switched> {
  const { store, inputs, context, phases } = site;
  const { layout, concurrency } = inputs;
  const plan = planSwitch(layout, manifest, before, listing, rival, neighbours);
  for (const path of plan.foreign)
    context.log.warning(
      `${path} is no longer part of the site, but another site has it or another user has changed it: it stays.`,
    );
  const progress = phases.progress('Switched', plan.loaded.length + plan.pages.length);
  let done = 0;
  const apply = async (step: SwitchStep) => {
    const object =
      step.kind === 'copy'
        ? await store.copy(step.from, step.to, step.headers, step.replaces)
        : await store.patch(step.object, step.headers);
    listing.set(object.name, object);
    progress(++done);
  };
  const isEntry = ({ path }: SwitchStep) => path === 'index.html';
  await transferAll(plan.loaded, { concurrency }, apply);
  // The entry page comes when all that it may lead to is there.
  await transferAll(
    plan.pages.filter((step) => !isEntry(step)),
    { concurrency },
    apply,
  );
  await transferAll(plan.pages.filter(isEntry), { concurrency }, apply);
  await transferAll(plan.remove, { concurrency }, async ({ object }) => {
    await store.remove(object);
    listing.delete(object.name);
  });
  const changed = [...plan.loaded, ...plan.pages, ...plan.remove].map(({ path }) => path);
  return { changed, deleted: plan.remove.length };
}
