/** Reads all that a publish depends on, plans it, and refuses what must not happen. Nothing is changed here. */
import { InputError } from '../../../src/runtime/errors.ts';
import type { Cdn } from '../cdn/load-balancer.ts';
import type { PublishInputs } from '../inputs.ts';
import type { Rival } from '../plan/switch.ts';
import type { Release } from '../report/outcome.ts';
import { planAtomically, requireRoute } from '../run/atomic.ts';
import type { Site } from '../run/clients.ts';
import { planInPlace } from '../run/in-place.ts';
import { crc32cOfFile } from '../site/digest.ts';
import type { SiteFile } from '../site/site-files.ts';
import { unhashedDependencies } from '../site/unhashed-dependencies.ts';
import { freeState, readState, type StoredState } from '../store/claim.ts';
import { readNeighbours } from '../store/neighbouring-sites.ts';
import { type Layout, siteRoot } from '../store/object-names.ts';
import { readLiveManifests, readManifest, readManifests } from '../store/read-manifests.ts';
import { type Manifest, sameFiles } from '../store/release-manifest.ts';
import { rivalOf, type State } from '../store/site-state.ts';
import type { Store } from '../store/storage-client.ts';
import { ABSENT, type Listing } from '../store/stored-object.ts';
import { refuseIfOlder } from './freshness.ts';
import { refuseIfHeld, refuseIfServicesHeld } from './holds.ts';
import { refuseShared } from './shared-objects.ts';

/** The site as it lies on disk. */
export interface LocalSite {
  /** The folder, absolute. */
  readonly root: string;
  /** Its files, while they are still being read. */
  readonly files: Promise<readonly SiteFile[]>;
}

export interface Survey {
  readonly stored: StoredState;
  readonly listing: Listing;
  readonly cdn: Cdn | undefined;
  /** Manifests of all releases that live pages may be of. */
  readonly before: readonly Manifest[];
  readonly release: Release;
  /** The release as it was published before, if that was with other files. */
  readonly replaced: Manifest | undefined;
}

/** Hashed files of this many releases are carried along in atomic releases. */
const CARRIED = 10;

/** The site as it was when nobody worked on it. */
export interface Turn {
  readonly stored: StoredState;
  /** True if nothing lies there at all, so that no listing is needed. */
  readonly empty: boolean;
}

/**
 * Waits until nobody works on the site. Whether anything lies there is asked at the same time: where no state is, nobody has
 * published before, so it does not matter which of the two was answered first.
 */
export function awaitTurn({ layout, dryRun }: PublishInputs, { store, claims, phases }: Site): Promise<Turn> {
  return phases.time('Connect', async () => {
    const empty = store.isEmpty(layout.prefix);
    empty.catch(() => {});
    const stored = await (dryRun ? readState(claims.store, layout) : freeState(claims));
    return { stored, empty: stored.generation === ABSENT && (await empty) };
  });
}

/** The state is read before the listing: if a claim on it succeeds, nobody has written in between. */
export async function survey(
  inputs: PublishInputs,
  site: Site,
  { root, files: reading }: LocalSite,
  { stored, empty }: Turn,
): Promise<Survey> {
  const { store, phases, context } = site;
  const { layout } = inputs;
  refuseIfHeld(inputs, stored.state);
  const listed = empty ? Promise.resolve(new Map() as Listing) : store.list(layout.prefix);
  const [cdn, listing, files, before, earlier, neighbours] = await phases.time('Compare', () =>
    Promise.all([
      site.openCdn(!inputs.rules.gzip),
      listed,
      reading,
      readLiveManifests(store, layout, stored.state),
      inputs.atomic ? readManifests(store, layout, lately(stored.state)) : [],
      readNeighbours(store, layout, listed),
      refuseIfOlder(inputs, site, stored.state),
      refuseIfServicesHeld(inputs, site),
    ]),
  );
  const facts = {
    layout,
    root,
    release: inputs.release,
    commit: inputs.commit,
    run: context.github.runUrl,
    site: files,
    listing,
    crc32c: composedHashes(root, layout.prefix, files, listing),
  };
  const route = requireRoute(cdn, inputs.atomic || stored.state.atomic === true);
  const base = siteRoot(layout, inputs.release, inputs.atomic);
  refuseShared(
    files.map(({ path }) => base + path),
    neighbours,
    inputs,
    site,
  );
  const release = inputs.atomic
    ? planAtomically(site, facts, before, earlier, route)
    : planInPlace(site, facts, before, findRival(stored.state, before), neighbours);
  refuseClashes(release.clashes);
  await judgeDependencies(inputs, site, root, files, release.changing);
  const found = { stored, listing, cdn, before, release };
  return { ...found, replaced: await replacedManifest(store, layout, found) };
}

async function replacedManifest(
  store: Store,
  layout: Layout,
  { stored, before, release: { manifest } }: Omit<Survey, 'replaced'>,
): Promise<Manifest | undefined> {
  const isOurs = ({ release }: { readonly release: string }) => release === manifest.release;
  if (!stored.state.published.some(isOurs)) return undefined;
  const old = before.find(isOurs) ?? (await readManifest(store, layout, manifest.release));
  return old && !sameFiles(old, manifest) ? old : undefined;
}

/** Whose last writes may still be under way, if this run takes over from a dead one. */
export function findRival(state: State, before: readonly Manifest[]): Rival | undefined {
  const rival = rivalOf(state);
  const manifest = before.find(({ release }) => release === rival?.release);
  return rival && manifest && { manifest, pruning: rival.pruning };
}

/** Releases whose pages may still be open somewhere. */
function lately({ published }: State): string[] {
  return published.slice(-CARRIED).map(({ release }) => release);
}

function refuseClashes(clashes: readonly string[]): void {
  if (clashes.length === 0) return;
  throw new InputError(
    clashes.map((path) => ({
      subject: 'Input mutable',
      message: `${path} has what looks like a content hash in its name, and the bucket holds other content under it. Add "${path}" to mutable if the name stays when the content changes.`,
    })),
  );
}

async function judgeDependencies(
  inputs: PublishInputs,
  site: Site,
  root: string,
  files: readonly SiteFile[],
  changing: readonly string[],
): Promise<void> {
  const problems = (await unhashedDependencies(root, files, changing, inputs.layout.prefix)).map(({ page, on }) => ({
    subject: 'Input strict',
    message: `${page} loads ${on}, which changes and has no content hash in its name: old and new pages share it. Let the build hash its name.`,
  }));
  if (inputs.strict && problems.length > 0) throw new InputError(problems);
  const shown = problems.slice(0, 10);
  for (const { message } of shown) site.context.log.warning(message);
  if (problems.length > shown.length)
    site.context.log.warning(`${problems.length - shown.length} more pages load unhashed files that change.`);
}

/** Objects that were composed of parts have no MD5: their files are compared by CRC32C. */
function composedHashes(
  root: string,
  prefix: string,
  files: readonly SiteFile[],
  listing: Listing,
): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const { path, size } of files) {
    const object = listing.get(prefix + path);
    if (object && object.md5 === undefined && object.size === size) hashes.set(path, crc32cOfFile(`${root}/${path}`));
  }
  return hashes;
}
