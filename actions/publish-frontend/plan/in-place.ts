/** Plans a release in place: the uploads that make it complete in the bucket without touching live objects. Pure. */
import type { Headers } from '../site/headers.ts';
import type { SiteFile } from '../site/site-files.ts';
import { keptName, type Layout, releasesRoot } from '../store/object-names.ts';
import type { ManifestFile, ReleaseManifest } from '../store/release-manifest.ts';
import { ABSENT, holds, type Listing, type StoredObject, sameHeaders } from '../store/stored-object.ts';
import type { Upload } from '../store/upload/upload-item.ts';

export interface HeaderPatch {
  readonly object: StoredObject;
  readonly headers: Headers;
}

export interface InPlacePlan {
  readonly manifest: ReleaseManifest;
  /** Files that are written once and not there yet. */
  readonly assets: readonly Upload[];
  /** Assets that are there, with other headers. */
  readonly patches: readonly HeaderPatch[];
  /** Contents of mutable files that no release has kept yet. */
  readonly keeps: readonly Upload[];
  /** Hashed names whose object has other content: they would have to be overwritten, which breaks open pages and caches. */
  readonly clashes: readonly string[];
  /** Mutable files that are not live yet, live with other content, or live with other headers. */
  readonly added: readonly string[];
  readonly changing: readonly string[];
  readonly headersChanged: readonly string[];
}

export interface PlanInput {
  readonly layout: Layout;
  /** The folder on disk. */
  readonly root: string;
  readonly release: string;
  readonly commit: string;
  readonly run: string;
  readonly site: readonly SiteFile[];
  readonly listing: Listing;
  /** CRC32C of files by path, where the object has no MD5. */
  readonly crc32c: ReadonlyMap<string, string>;
  /** Where a run stopped while it pruned: names of the objects that it spares. Its deletions of others may still arrive. */
  readonly spared?: ReadonlySet<string> | undefined;
}

export function planInPlace(facts: PlanInput): InPlacePlan {
  const { layout, release, site, listing, spared } = facts;
  const kept = keptContents(layout, spared ? [...listing.keys()].filter((name) => spared.has(name)) : listing.keys());
  const files = new Map<string, ManifestFile>();
  const assets: Upload[] = [];
  const patches: HeaderPatch[] = [];
  const keeps: Upload[] = [];
  const clashes: string[] = [];
  const added: string[] = [];
  const changing: string[] = [];
  const headersChanged: string[] = [];

  for (const file of site) {
    const { path, md5, size, contentType, cacheControl } = file;
    const live = listing.get(layout.prefix + path);
    if (file.hashed) {
      files.set(path, file);
      if (live && differs(live, file, facts.crc32c.get(path))) clashes.push(path);
      else if (!live || !holds(live, file, facts.crc32c.get(path)))
        assets.push({ name: layout.prefix + path, file, headers: file, replaces: live?.generation ?? ABSENT });
      else if (!sameHeaders(live, file)) patches.push({ object: live, headers: { contentType, cacheControl } });
      continue;
    }
    if (!live) added.push(path);
    else if (!holds(live, file, facts.crc32c.get(path))) changing.push(path);
    else if (!sameHeaders(live, file)) headersChanged.push(path);
    const content = contentKey(file);
    let key = kept.get(content);
    if (key === undefined) {
      key = `${release}/files/${content}`;
      kept.set(content, key);
      keeps.push({
        name: keptName(layout, key),
        file,
        headers: { contentType, cacheControl: 'no-store' },
        // The new object has another generation than the one that may still be deleted.
        replaces: listing.get(keptName(layout, key))?.generation ?? ABSENT,
      });
    }
    const encoded = file.contentEncoding && { contentEncoding: file.contentEncoding };
    files.set(path, { md5, size, hashed: false, contentType, cacheControl, ...encoded, kept: key });
  }
  const manifest = { release, commit: facts.commit, run: facts.run, atomic: false, files, carried: [] };
  return { manifest, assets, patches, keeps, clashes, added, changing, headersChanged };
}

/** Copies are named by hash and encoding, so they are never overwritten; `.gz` also if gzip was only considered. */
function contentKey({ md5, gzip, contentEncoding }: SiteFile): string {
  const hash = Buffer.from(md5, 'base64').toString('hex');
  if (contentEncoding !== undefined) return `${hash}.${contentEncoding}`;
  return gzip ? `${hash}.gz` : hash;
}

/** Kept contents by hash: where they are, `ID/files/HASH`. */
function keptContents(layout: Layout, names: Iterable<string>): Map<string, string> {
  const root = releasesRoot(layout);
  const kept = new Map<string, string>();
  for (const name of names) {
    const at = name.startsWith(root) ? name.lastIndexOf('/files/') : -1;
    if (at > 0) kept.set(name.slice(at + '/files/'.length), name.slice(root.length));
  }
  return kept;
}

/** True if the decoded content of the object certainly differs from the file. */
function differs(object: StoredObject, file: SiteFile, crc32c: string | undefined): boolean {
  if (object.sourceMd5 !== undefined) return object.sourceMd5 !== file.md5;
  if (object.contentEncoding !== undefined) return false;
  if (object.md5 !== undefined) return object.md5 !== file.md5;
  if (file.contentEncoding !== undefined) return false;
  return object.size !== file.size || (object.crc32c !== undefined && object.crc32c !== crc32c);
}
