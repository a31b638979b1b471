/** Stores a release in the bucket: its files, and the manifest that lists them. Live objects keep their content. */

import type { SiteClients } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import type { StagePlan } from '../plan/publish.ts';
import type { PublishPreflight } from '../preflight/preflight.ts';
import { manifestName, replacedName } from '../store/object-names.ts';
import { transferAll } from '../store/parallel-transfers.ts';
import type { StoredState } from '../store/read-state.ts';
import { type ReleaseManifest, serializeReleaseManifest } from '../store/release-manifest.ts';
import { ABSENT, type Listing, type ListingChanges, type StoredObject } from '../store/stored-object.ts';
import { JSON_HEADERS, memoryOf, upload, uploadJson } from '../store/upload/upload.ts';

export interface Staged {
  /** Bytes of the uploaded files. */
  readonly bytes: number;
  /** Written objects that the switch or pruning needs to know. */
  readonly objects: ListingChanges;
}

/** A larger manifest, about 1 MB, is uploaded before the files: beside them it would get too small a share of a slow connection. */
const UPLOAD_BESIDE_FILES = 6_000;

/** Uploads the manifest and the files. A manifest that replaces another one waits for `replaceManifest`. */
export async function stageRelease(
  inputs: PublishInputs,
  clients: SiteClients,
  { plan, listing, replaced }: PublishPreflight,
): Promise<Staged> {
  // A rollback to the replaced release must stay possible until the new files are stored.
  if (replaced) return stage(inputs, clients, plan.stage);
  const manifest = writeManifest(inputs, clients, plan.manifest, listing);
  manifest.catch(clients.stop);
  let files: Staged;
  try {
    if (plan.manifest.files.size > UPLOAD_BESIDE_FILES) await manifest;
    files = await stage(inputs, clients, plan.stage);
  } finally {
    // Pruning finds the files of a failed run by the manifest, so it is always written.
    await manifest;
  }
  return { bytes: files.bytes, objects: withObject(files.objects, await manifest) };
}

/**
 * Replaces the manifest of a release that is published again with other files. The switch has begun: if this run is killed, the next
 * one learns from the old manifest which pages to remove.
 */
export async function replaceManifest(
  inputs: Pick<PublishInputs, 'layout' | 'release'>,
  clients: SiteClients,
  { stored, plan }: { readonly stored: StoredState; readonly plan: { readonly manifest: ReleaseManifest } },
  listing: Listing,
): Promise<ListingChanges> {
  const { layout, release } = inputs;
  const old = listing.get(manifestName(layout, release));
  // If the last run was killed here, live pages may belong to the manifest that it replaced.
  if (old && stored.state.unfinished?.to !== release) {
    const kept = replacedName(layout, release);
    await clients.store.copy(old, kept, JSON_HEADERS, listing.get(kept)?.generation ?? ABSENT);
  }
  return withObject(new Map(), await writeManifest(inputs, clients, plan.manifest, listing));
}

/** Executes the plan. */
async function stage(inputs: PublishInputs, { store, timings }: SiteClients, plan: StagePlan): Promise<Staged> {
  const { concurrency } = inputs;
  const uploads = [...plan.uploads, ...plan.keeps];
  const kept = new Set(plan.keeps);
  const objects = new Map<string, StoredObject>();
  const progress = timings.progress('Uploaded', uploads.length + plan.copies.length);
  let bytes = 0;
  let done = 0;
  await transferAll(uploads, { concurrency, memory: memoryOf }, async (item) => {
    const object = await upload(store, plan.folder, item);
    // The switch needs kept contents and what is no longer as it was listed; other objects need not stay in memory.
    if (kept.has(item) || item.replaces !== ABSENT) objects.set(object.name, object);
    bytes += object.size;
    progress(++done);
  });
  await transferAll(plan.copies, { concurrency }, async ({ from, to, headers, replaces }) => {
    await store.copy(from, to, headers, replaces);
    progress(++done);
  });
  await transferAll(plan.patches, { concurrency }, async ({ object, headers }) => {
    objects.set(object.name, await store.patch(object, headers));
  });
  return { bytes, objects };
}

async function writeManifest(
  { layout }: Pick<PublishInputs, 'layout'>,
  { claims }: SiteClients,
  manifest: ReleaseManifest,
  listing: Listing,
): Promise<StoredObject> {
  const name = manifestName(layout, manifest.release);
  const replaces = listing.get(name)?.generation ?? ABSENT;
  return uploadJson(claims.store, name, serializeReleaseManifest(manifest), replaces);
}

function withObject(changes: ListingChanges, object: StoredObject): ListingChanges {
  return new Map([...changes, [object.name, object]]);
}
