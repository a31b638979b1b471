/** Plans a publish, in place or atomic, as plain data: `stage` and `switchSite` carry it out. Pure. */
import { isPage } from '../site/hashed-names.ts';
import { siteRoot } from '../store/object-names.ts';
import type { ReleaseManifest } from '../store/release-manifest.ts';
import { ABSENT } from '../store/stored-object.ts';
import type { Upload } from '../store/upload/upload-item.ts';
import { type CopyStep, planAtomic } from './atomic.ts';
import { type HeaderPatch, type PlanInput, planInPlace } from './in-place.ts';
import type { Neighbors } from './neighboring-sites.ts';
import { changedPaths, differingPaths, removedPages } from './switch.ts';

/** The writes that store the release in the bucket without changing live objects. */
export interface StagePlan {
  /** The folder on disk. */
  readonly folder: string;
  readonly uploads: readonly Upload[];
  /** Uploads that the switch copies from. */
  readonly keeps: readonly Upload[];
  readonly copies: readonly CopyStep[];
  readonly patches: readonly HeaderPatch[];
}

/** Changes are given by paths of the site. */
export interface PublishPlan {
  readonly manifest: ReleaseManifest;
  readonly stage: StagePlan;
  /** Files whose hashed name represents other content in the bucket: a publish is refused. */
  readonly clashes: readonly string[];
  /** Atomic: files of the release that exist with other content. Refused if the release is live. */
  readonly overwritten: readonly string[];
  /** In place: mutable files that are live with other content. */
  readonly changing: readonly string[];
  /** New and changed files. */
  readonly sent: readonly string[];
  /** Files of which only headers change. */
  readonly patched: readonly string[];
  /** Pages that the release no longer has. */
  readonly removed: readonly string[];
  /** Live files that staging itself changes: assets with other headers, or in another encoding. */
  readonly changedByStaging: readonly string[];
  /** All paths with other content or headers after the publish, new ones included. */
  readonly changed: readonly string[];
  /** True if nothing needs to be staged or switched. */
  readonly isEmpty: boolean;
}

/** `before` are the manifests that live pages may belong to. */
export function planPublishInPlace(
  input: PlanInput,
  before: readonly ReleaseManifest[],
  neighbors: Neighbors,
): PublishPlan {
  const plan = planInPlace(input);
  const { layout, listing, root } = input;
  const removed = removedPages(layout, plan.manifest, before, listing, neighbors).remove.map(({ path }) => path);
  const pathOf = ({ name }: { readonly name: string }) => name.slice(layout.prefix.length);
  // Caches would keep an asset with its old headers, or in its old encoding, for as long as the headers said.
  const patchedAssets = plan.patches.map(({ object }) => pathOf(object));
  const encodedAnew = plan.assets.filter(({ replaces }) => replaces !== ABSENT).map(pathOf);
  // With those that a run which stopped before its switch has changed: they are as the release has them by now.
  const isAsset = (path: string) => plan.manifest.files.get(path)?.hashed === true;
  const changedByStaging = [
    ...new Set([...patchedAssets, ...encodedAnew, ...differingPaths(before, plan.manifest).filter(isAsset)]),
  ];
  const sent = [...plan.assets.map(pathOf), ...plan.added, ...plan.changing];
  const patched = [...patchedAssets, ...plan.headersChanged];
  return {
    manifest: plan.manifest,
    stage: { folder: root, uploads: plan.assets, keeps: plan.keeps, copies: [], patches: plan.patches },
    clashes: plan.clashes,
    overwritten: [],
    changing: plan.changing,
    sent,
    patched,
    removed,
    changedByStaging,
    changed: [...new Set([...plan.added, ...plan.changing, ...changedByStaging, ...patched, ...removed])],
    isEmpty: sent.length + patched.length + removed.length + plan.keeps.length === 0,
  };
}

/** `before` are the manifests that live pages may belong to, `earlier` those whose hashed files open pages may still request. */
export function planPublishAtomic(
  input: PlanInput,
  before: readonly ReleaseManifest[],
  earlier: readonly ReleaseManifest[],
): PublishPlan {
  const { manifest, uploads, copies, patches, overwritten } = planAtomic(input, earlier);
  const root = siteRoot(input.layout, input.release, true);
  const pathOf = ({ name }: { readonly name: string }) => name.slice(root.length);
  return {
    manifest,
    stage: { folder: input.root, uploads, keeps: [], copies, patches },
    clashes: [],
    overwritten,
    changing: [],
    sent: uploads.map(pathOf),
    patched: patches.map(({ object }) => pathOf(object)),
    removed: [
      ...new Set(
        before.flatMap(({ files }) =>
          [...files].flatMap(([path, { contentType }]) =>
            isPage(path, contentType) && !manifest.files.has(path) ? [path] : [],
          ),
        ),
      ),
    ],
    changedByStaging: [],
    changed: changedPaths(before, manifest),
    isEmpty: uploads.length + copies.length + patches.length === 0,
  };
}
