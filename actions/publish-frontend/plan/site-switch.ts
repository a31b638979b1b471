/** Plans the switch of the site to a release that is complete in the bucket, as plain data. Pure. */
import { type Layout, siteRoot } from '../store/object-names.ts';
import type { ReleaseManifest } from '../store/release-manifest.ts';
import type { State } from '../store/site-state.ts';
import type { Listing } from '../store/stored-object.ts';
import type { Neighbors } from './neighboring-sites.ts';
import {
  changedPaths,
  differingPaths,
  planSwitch,
  type StoppedRun,
  type SwitchPlan,
  type SwitchStep,
} from './switch.ts';

export interface SiteSwitch {
  /** Start of the names of the release's objects. */
  readonly root: string;
  /** Changes of live objects; none for an atomic release. */
  readonly objects: SwitchPlan;
  /** True if the route of the URL map must lead to `root`. */
  readonly route: boolean;
  /** New or changed files, by path. */
  readonly replaced: readonly string[];
  /** Files of which only headers change, by path. */
  readonly patched: readonly string[];
  /** Pages that the release no longer has, by path. */
  readonly removed: readonly string[];
  /** Paths that an interrupted switch may have changed already; caches must forget them too. */
  readonly interrupted: readonly string[];
  /** Paths that the route served from another folder, and otherwise, where it leads back to a site in place. */
  readonly rerouted: readonly string[];
}

export interface SwitchInput {
  readonly layout: Layout;
  /** The release to switch to. */
  readonly manifest: ReleaseManifest;
  /** Manifests of all releases that live pages may belong to. */
  readonly before: readonly ReleaseManifest[];
  /** The bucket with the release in it. */
  readonly listing: Listing;
  /** The state before this run. */
  readonly state: State;
  readonly stopped: readonly StoppedRun[];
  readonly neighbors: Neighbors;
  /** Releases that are pruned after the switch. */
  readonly pruned?: readonly ReleaseManifest[];
}

const NO_STEPS: SwitchPlan = { loaded: [], pages: [], remove: [], foreign: [], unchanged: 0 };

export function planSiteSwitch(input: SwitchInput): SiteSwitch {
  const { layout, manifest, before, listing, state, stopped, neighbors, pruned } = input;
  const objects = manifest.atomic
    ? NO_STEPS
    : planSwitch(layout, manifest, before, listing, stopped, neighbors, pruned);
  const route = movesRoute(manifest, state, before);
  const steps = [...objects.loaded, ...objects.pages];
  const pathsOf = (kind: SwitchStep['kind']) => steps.filter((step) => step.kind === kind).map(({ path }) => path);
  return {
    root: siteRoot(layout, manifest.release, manifest.atomic),
    objects,
    route,
    replaced: manifest.atomic ? changedPaths(before, manifest) : pathsOf('copy'),
    patched: pathsOf('patch'),
    removed: objects.remove.map(({ path }) => path),
    interrupted: state.unfinished ? interruptedPaths(state, before, manifest) : [],
    rerouted: route && !manifest.atomic ? differingPaths(before, manifest) : [],
  };
}

/** Where no other release was ever live, caches may hold that there are no such pages. */
function interruptedPaths(
  { published }: State,
  before: readonly ReleaseManifest[],
  manifest: ReleaseManifest,
): string[] {
  const isFirst = published.every(({ release }) => release === manifest.release);
  return isFirst ? changedPaths([], manifest) : differingPaths(before, manifest);
}

/**
 * The route leads to the folder of an atomic release, and back to the site once it is published in place again. `before` are the
 * manifests of all releases that may be live: a run that stopped may have moved the route without recording it.
 */
export function movesRoute(
  { atomic }: Pick<ReleaseManifest, 'atomic'>,
  state: State,
  before: readonly ReleaseManifest[],
): boolean {
  return atomic || state.atomic === true || before.some((old) => old.atomic);
}
