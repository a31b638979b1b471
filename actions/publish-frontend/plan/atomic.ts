/** Plans an atomic release: the uploads and copies that complete it in its own folder. Pure. */
import type { Headers } from '../site/headers.ts';
import { type Layout, siteRoot } from '../store/object-names.ts';
import type { ManifestFile, ReleaseManifest } from '../store/release-manifest.ts';
import {
  ABSENT,
  contentMd5,
  type Generation,
  holds,
  type Listing,
  type StoredObject,
  sameHeaders,
} from '../store/stored-object.ts';
import type { Upload } from '../store/upload/upload-item.ts';
import type { HeaderPatch, PlanInput } from './in-place.ts';

export interface CopyStep {
  readonly from: StoredObject;
  readonly to: string;
  readonly headers: Headers;
  readonly replaces: Generation;
}

export interface AtomicPlan {
  readonly manifest: ReleaseManifest;
  readonly uploads: readonly Upload[];
  /** Contents that another release has already, and hashed files of earlier releases for pages that are still open. */
  readonly copies: readonly CopyStep[];
  readonly patches: readonly HeaderPatch[];
  /** Paths of the release that are there with other content: fatal if the release is live. */
  readonly overwritten: readonly string[];
}

/** `earlier` are manifests of releases whose hashed files are carried along. */
export function planAtomic(facts: PlanInput, earlier: readonly ReleaseManifest[]): AtomicPlan {
  const { layout, release, site, listing, spared } = facts;
  const isSafe = (name: string) => spared === undefined || spared.has(name);
  const root = siteRoot(layout, release, true);
  const elsewhere = contentsBelow(`${layout.prefix}releases/`, listing);
  const uploads: Upload[] = [];
  const copies: CopyStep[] = [];
  const patches: HeaderPatch[] = [];
  const overwritten: string[] = [];
  const files = new Map<string, ManifestFile>();

  for (const file of site) {
    const { path, md5, contentType, cacheControl } = file;
    const headers = { contentType, cacheControl };
    files.set(path, file);
    const to = root + path;
    const there = listing.get(to);
    const same = there && holds(there, file, facts.crc32c.get(path));
    if (there && same && isSafe(to)) {
      if (!sameHeaders(there, headers)) patches.push({ object: there, headers });
      continue;
    }
    if (there && !same) overwritten.push(path);
    const replaces = there?.generation ?? ABSENT;
    const from = elsewhere.get(md5)?.find((object) => holds(object, file) && isSafe(object.name));
    if (from) copies.push({ from, to, headers, replaces });
    else uploads.push({ name: to, file, headers: file, replaces });
  }

  const carried = planCarried(layout, files, earlier, listing);
  for (const [path, from] of carried) {
    const there = listing.get(root + path);
    if (there && isSafe(root + path)) continue;
    copies.push({ from, to: root + path, headers: from, replaces: there?.generation ?? ABSENT });
  }
  const manifest = { release, commit: facts.commit, run: facts.run, atomic: true, files, carried: [...carried.keys()] };
  return { manifest, uploads, copies, patches, overwritten };
}

/** Objects by the hash of their content before gzip. */
function contentsBelow(folder: string, listing: Listing): Map<string, StoredObject[]> {
  const contents = new Map<string, StoredObject[]>();
  for (const [name, object] of listing) {
    const md5 = contentMd5(object);
    if (md5 === undefined || !name.startsWith(folder)) continue;
    const same = contents.get(md5);
    if (same) same.push(object);
    else contents.set(md5, [object]);
  }
  return contents;
}

function planCarried(
  layout: Layout,
  files: ReadonlyMap<string, ManifestFile>,
  earlier: readonly ReleaseManifest[],
  listing: Listing,
): Map<string, StoredObject> {
  const carried = new Map<string, StoredObject>();
  for (const manifest of earlier) {
    const root = siteRoot(layout, manifest.release, manifest.atomic);
    for (const [path, { hashed }] of manifest.files) {
      const object = listing.get(root + path);
      if (hashed && object && !files.has(path)) carried.set(path, object);
    }
  }
  return carried;
}
