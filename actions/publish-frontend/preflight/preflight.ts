/** Reads everything that a publish depends on, plans it, and refuses invalid publishes. Changes nothing. */
import type { UndecidedCanary } from '../../../src/records/canaries.ts';
import type { Cdn } from '../cdn/load-balancer.ts';
import type { SiteClients } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import type { Neighbors } from '../plan/neighboring-sites.ts';
import { objectsOf } from '../plan/prune.ts';
import { type PublishPlan, planPublishAtomic, planPublishInPlace } from '../plan/publish.ts';
import { movesRoute } from '../plan/site-switch.ts';
import type { StoppedRun } from '../plan/switch.ts';
import { noteSite } from '../report/standing.ts';
import { crc32cOfFile } from '../site/digest.ts';
import type { SiteFile } from '../site/site-files.ts';
import { waitUntilFree } from '../store/claim.ts';
import { readNeighbors } from '../store/neighboring-sites.ts';
import { type Layout, siteRoot } from '../store/object-names.ts';
import { readLiveManifests, readReleaseManifest, readReleaseManifests } from '../store/read-manifests.ts';
import type { StoredState } from '../store/read-state.ts';
import { type ReleaseManifest, sameFiles } from '../store/release-manifest.ts';
import { type State, stoppedWork } from '../store/site-state.ts';
import type { Store } from '../store/storage-client.ts';
import { ABSENT, type Listing } from '../store/stored-object.ts';
import { checkDependencies } from './dependencies.ts';
import { checkCommitOrder } from './freshness.ts';
import { checkServiceHolds, checkSiteHold } from './holds.ts';
import type { LocalSite } from './local-site.ts';
import { checkHashedNames, checkSharedObjects } from './overwrites.ts';
import { besideSites, checkLiveRelease, requireRoute } from './route.ts';

/** The state before the publish, and its plan. */
export interface PublishPreflight {
  readonly stored: StoredState;
  readonly listing: Listing;
  readonly cdn: Cdn | undefined;
  /** Manifests of all releases that live pages may belong to. */
  readonly before: readonly ReleaseManifest[];
  readonly stopped: readonly StoppedRun[];
  readonly neighbors: Neighbors;
  readonly plan: PublishPlan;
  /** The earlier publish of the release, if it had other files. */
  readonly replaced: ReleaseManifest | undefined;
  /** The undecided canary of this commit on one of the services. */
  readonly canary: UndecidedCanary | undefined;
}

/** Hashed files of this many releases are carried along in atomic releases. */
const CARRIED = 10;

/** The site while no run works on it. */
export interface FreeSite {
  readonly stored: StoredState;
  /** True if the site has no objects, so that no listing is needed. */
  readonly empty: boolean;
  /** The CDN as it was read beside the state; undefined if it must be read after it. */
  readonly cdn: Promise<Cdn | undefined> | undefined;
}

/**
 * Waits until no run works on the site. Whether it has objects is read at the same time: without a state no run has published
 * before, so the order of the two responses does not matter. The CDN is read at the same time, too, which saves a round trip; if
 * runs may have switched the route meanwhile, it is read after the state.
 */
export function awaitFreeSite(inputs: PublishInputs, clients: SiteClients): Promise<FreeSite> {
  const { layout, atomic } = inputs;
  const { store, claims, timings } = clients;
  return timings.time('Connect', async () => {
    const empty = store.isEmpty(layout.prefix);
    empty.catch(() => {});
    const cdn = atomic ? undefined : readCdn(inputs, clients);
    cdn?.catch(() => {});
    let waited = false;
    // Called for each claim of another run.
    const isOther = () => {
      waited = true;
      return false;
    };
    const stored = await waitUntilFree(claims, isOther);
    const isStale = waited || stored.state.atomic === true || stored.state.unfinished !== undefined;
    return { stored, empty: stored.generation === ABSENT && (await empty), cdn: isStale ? undefined : cdn };
  });
}

const readCdn = ({ rules }: PublishInputs, { openCdn }: SiteClients): Promise<Cdn | undefined> =>
  openCdn(!rules.gzip && rules.precompressed === 'off');

/** The state is read before the listing: if it can be claimed unchanged, no run has written in between. */
export async function preflight(
  inputs: PublishInputs,
  clients: SiteClients,
  { root, files: reading }: LocalSite,
  { stored, empty, cdn: read }: FreeSite,
): Promise<PublishPreflight> {
  const { store, timings, context } = clients;
  const { layout, atomic } = inputs;
  const { state } = stored;
  noteSite(context, layout, state);
  checkSiteHold(inputs, state);
  const listed: Promise<Listing> = empty ? Promise.resolve(new Map()) : store.list(layout.prefix);
  const [opened, listing, files, before, earlier, neighbors, , canary] = await timings.time('Compare', () =>
    Promise.all([
      read ?? readCdn(inputs, clients),
      listed,
      reading,
      readLiveManifests(store, layout, state),
      atomic ? readReleaseManifests(store, layout, recentReleases(state)) : [],
      readNeighbors(store, layout, listed),
      checkCommitOrder(inputs, clients, state),
      checkServiceHolds(inputs, clients),
    ]),
  );
  const cdn = besideSites(opened, neighbors);
  const stopped = stoppedRuns(state, before);
  const planInput = {
    layout,
    root,
    release: inputs.release,
    commit: inputs.commit,
    run: context.github.runUrl,
    site: files,
    listing,
    crc32c: composedHashes(root, layout.prefix, files, listing),
    spared: sparedBy(stopped, layout, state),
  };
  const route = requireRoute(cdn, movesRoute({ atomic }, state, before));
  const names = files.map(({ path }) => siteRoot(layout, inputs.release, atomic) + path);
  checkSharedObjects(names, neighbors, inputs, clients);
  const plan = atomic
    ? planPublishAtomic(planInput, before, earlier)
    : planPublishInPlace(planInput, before, neighbors);
  checkLiveRelease(plan, route, layout, state);
  checkHashedNames(plan);
  await checkDependencies(inputs, clients, root, files, plan.changing);
  const replaced = await replacedManifest(store, layout, plan.manifest, state, before);
  return { stored, listing, cdn, before, stopped, neighbors, plan, replaced, canary };
}

/** Pruning spares what its release names, which was live. `undefined` if no run stopped while it pruned. */
function sparedBy(stopped: readonly StoppedRun[], layout: Layout, { current }: State): ReadonlySet<string> | undefined {
  const pruned = stopped.filter(
    ({ manifest, work }) => work === 'prune' || (work === 'either' && manifest.release === current),
  );
  if (pruned.length === 0) return undefined;
  return new Set(pruned.flatMap(({ manifest }) => [...objectsOf(layout, manifest)].map(({ name }) => name)));
}

async function replacedManifest(
  store: Store,
  layout: Layout,
  manifest: ReleaseManifest,
  state: State,
  before: readonly ReleaseManifest[],
): Promise<ReleaseManifest | undefined> {
  const isOurs = ({ release }: { readonly release: string }) => release === manifest.release;
  if (!state.published.some(isOurs)) return undefined;
  const old = before.find(isOurs) ?? (await readReleaseManifest(store, layout, manifest.release));
  return old && !sameFiles(old, manifest) ? old : undefined;
}

/** The stopped runs whose last writes may still arrive, with what they released. */
export function stoppedRuns(state: State, before: readonly ReleaseManifest[]): StoppedRun[] {
  return stoppedWork(state).flatMap(({ release, work }) =>
    before.filter((manifest) => manifest.release === release).map((manifest) => ({ manifest, work })),
  );
}

/** Releases whose pages may still be open in a browser. */
function recentReleases({ published }: State): string[] {
  return published.slice(-CARRIED).map(({ release }) => release);
}

/** CRC32C of files whose objects were composed of parts and so have no MD5, by path. */
function composedHashes(
  root: string,
  prefix: string,
  files: readonly SiteFile[],
  listing: Listing,
): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const { path, source, size } of files) {
    const object = listing.get(prefix + path);
    if (object && object.md5 === undefined && object.size === size) hashes.set(path, crc32cOfFile(`${root}/${source}`));
  }
  return hashes;
}
