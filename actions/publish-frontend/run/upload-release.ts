/** Sends a release: its files, and the manifest that says what they are. */

import type { Survey } from '../preflight/preflight.ts';
import { manifestName, replacedName } from '../store/object-names.ts';
import { type Manifest, serializeManifest } from '../store/release-manifest.ts';
import { ABSENT, type Listing } from '../store/stored-object.ts';
import { JSON_HEADERS, uploadJson } from '../store/upload/upload.ts';
import type { Site } from './clients.ts';

/** A manifest of more files, about 1 MB, goes before them: beside them it would get too small a share of a narrow line. */
const BESIDE_UP_TO = 6_000;

/** Sends the manifest and the files, and gives the bytes of the files. */
export async function send(site: Site, { release, listing, replaced }: Survey): Promise<number> {
  // What the release was must stay possible to go back to until the new files are there.
  if (replaced) return release.stage();
  const manifest = writeManifest(site, release.manifest, listing);
  manifest.catch(site.stop);
  try {
    if (release.manifest.files.size > BESIDE_UP_TO) await manifest;
    return await release.stage();
  } finally {
    // Pruning knows by it what a run that fails has left, so it is written whatever becomes of the files.
    await manifest;
  }
}

/** The switch has begun: should the run die, the next one learns from the old manifest which pages to take away. */
export async function replaceManifest(site: Site, { stored, release, listing }: Survey): Promise<void> {
  const { layout } = site.inputs;
  const id = release.manifest.release;
  const old = listing.get(manifestName(layout, id));
  // If the last run died at this very point, what it replaced is what pages are of.
  if (old && stored.state.unfinished?.to !== id) {
    const kept = replacedName(layout, id);
    await site.store.copy(old, kept, JSON_HEADERS, listing.get(kept)?.generation ?? ABSENT);
  }
  await writeManifest(site, release.manifest, listing);
}

async function writeManifest({ inputs, claims }: Site, manifest: Manifest, listing: Listing): Promise<void> {
  const name = manifestName(inputs.layout, manifest.release);
  const replaces = listing.get(name)?.generation ?? ABSENT;
  listing.set(name, await uploadJson(claims.store, name, serializeManifest(manifest), replaces));
}
