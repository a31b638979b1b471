/** Publishing atomically: the release goes to a folder of its own, and one write to the URL map switches the whole site. */
import { InputError } from '../../../src/runtime/errors.ts';
import type { Cdn } from '../cdn/load-balancer.ts';
import { ownRoute } from '../cdn/switch-route.ts';
import type { SiteRoute } from '../cdn/url-map.ts';
import { type AtomicPlan, type CopyStep, planAtomic } from '../plan/atomic.ts';
import type { ReleaseFacts } from '../plan/in-place.ts';
import { differingPaths } from '../plan/switch.ts';
import type { Release } from '../report/outcome.ts';
import { isPage } from '../site/site-files.ts';
import { siteRoot } from '../store/object-names.ts';
import { transferAll } from '../store/parallel-transfers.ts';
import type { Manifest } from '../store/release-manifest.ts';
import type { Listing } from '../store/stored-object.ts';
import { memoryOf, upload } from '../store/upload/upload.ts';
import type { Site } from './clients.ts';

/**
 * `before` are the manifests that live pages may be of, `earlier` those whose hashed files open pages may still ask for.
 * Throws `InputError` if the release is live and would have to change.
 */
export function planAtomically(
  site: Site,
  facts: ReleaseFacts,
  before: readonly Manifest[],
  earlier: readonly Manifest[],
  route: SiteRoute | undefined,
): Release {
  const plan = planAtomic(facts, earlier);
  const root = siteRoot(facts.layout, facts.release, true);
  if (route?.to === root && plan.overwritten.length > 0)
    throw new InputError([
      {
        subject: 'Input release',
        message: `${facts.release} is live, and this build differs from it in ${plan.overwritten.length} files, for instance ${plan.overwritten[0]}. What is live cannot change atomically: give this release another name.`,
      },
    ]);
  const pathOf = ({ name }: { readonly name: string }) => name.slice(root.length);
  const changed =
    before.length > 0
      ? differingPaths(before, plan.manifest)
      : facts.site.filter(({ hashed }) => !hashed).map(({ path }) => path);
  return {
    manifest: plan.manifest,
    clashes: [],
    changing: [],
    sent: plan.uploads.map(pathOf),
    patched: plan.patches.map(({ object }) => pathOf(object)),
    removed: [...new Set(before.flatMap(({ files }) => [...files.keys()]))].filter(
      (path) => isPage(path) && !plan.manifest.files.has(path),
    ),
    changed,
    idle: plan.uploads.length + plan.copies.length + plan.patches.length === 0,
    stage: () => stage(site, facts.root, plan, facts.listing),
    switch: async () => ({ changed, deleted: 0 }),
  };
}

/** Nothing is to be done in the bucket to go back to a folder that is complete. */
export function planFolderSwitch(target: Manifest, before: readonly Manifest[]) {
  const changed = differingPaths(before, target);
  return { changed, patched: [], removed: [], switch: async () => ({ changed, deleted: 0 }) };
}

/** Refuses, before anything is written, what could not be switched at the end. */
export function requireRoute(cdn: Cdn | undefined, needed: boolean): SiteRoute | undefined {
  if (!needed) return undefined;
  if (cdn) return ownRoute(cdn);
  throw new InputError([
    {
      subject: 'Input url-map',
      message: 'is missing. This site is published with atomic: true, which switches it by the URL map.',
    },
  ]);
}

async function stage(site: Site, root: string, plan: AtomicPlan, listing: Listing): Promise<number> {
  const { store, inputs, phases } = site;
  const { concurrency } = inputs;
  const progress = phases.progress('Sent', plan.uploads.length + plan.copies.length);
  let bytes = 0;
  let done = 0;
  await transferAll(plan.uploads, { concurrency, memory: memoryOf }, async (item) => {
    const object = await upload(store, root, item);
    listing.set(object.name, object);
    bytes += object.size;
    progress(++done);
  });
  await transferAll(plan.copies, { concurrency }, async ({ from, to, headers, replaces }: CopyStep) => {
    listing.set(to, await store.copy(from, to, headers, replaces));
    progress(++done);
  });
  await transferAll(plan.patches, { concurrency }, async ({ object, headers }) => {
    listing.set(object.name, await store.patch(object, headers));
  });
  return bytes;
}
