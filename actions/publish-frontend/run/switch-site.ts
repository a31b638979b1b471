/** The switch of a site, the same for publish and rollback: carried out, told to the CDN, recorded. */

import { pathsToInvalidate } from '../cdn/changed-paths.ts';
import { type Cdn, invalidate } from '../cdn/load-balancer.ts';
import { pointedTo, pointTo } from '../cdn/switch-route.ts';
import { differingPaths } from '../plan/switch.ts';
import type { Switched } from '../report/outcome.ts';
import type { Held } from '../store/claim.ts';
import { siteRoot } from '../store/object-names.ts';
import type { Manifest } from '../store/release-manifest.ts';
import type { State } from '../store/site-state.ts';
import type { Site } from './clients.ts';

export interface GoLive {
  readonly manifest: Manifest;
  readonly cdn: Cdn | undefined;
  /** Manifests of all releases that live pages may be of. */
  readonly before: readonly Manifest[];
  /** The state that the run found. */
  readonly found: State;
  readonly switch: () => Promise<Switched>;
  /** True if the route of the URL map is to lead to the release's folder. */
  readonly moves: boolean;
  /** The state once the site is switched; `settled` is false if caches may still hold old pages. */
  readonly finish: (state: State, settled: boolean) => State;
  /** True if the claim is needed any longer once the state is that. */
  readonly goesOn: (state: State) => boolean;
}

export interface Live {
  readonly deleted: number;
  readonly invalidated: readonly string[];
  /** Why the CDN was not told. The site is switched all the same, and a re-run tells it. */
  readonly failure: unknown;
}

/** The state must say already that the switch has begun. */
export async function goLive(site: Site, held: Held, go: GoLive): Promise<Live> {
  const { phases, inputs } = site;
  // A run that died before it could invalidate leaves that to us.
  const left = go.found.unfinished ? differingPaths(go.before, go.manifest) : [];
  const root = siteRoot(inputs.layout, go.manifest.release, go.manifest.atomic);
  const { changed, deleted, cdn } = await phases.time('Switch', async () => {
    const switched = await go.switch();
    return { ...switched, cdn: go.cdn && go.moves ? await pointTo(go.cdn, root) : go.cdn };
  });
  const paths = invalidations(site, { manifest: go.manifest, cdn }, [...changed, ...left]);
  const { invalidated, failure } = await phases.time('Invalidate', async () =>
    cdn && paths.length > 0
      ? await invalidate(cdn, paths, inputs.cdn?.wait === true)
      : { invalidated: [], failure: undefined },
  );
  const finish = (state: State) => go.finish(state, failure === undefined);
  // The record and the end of the claim in one write, if nothing follows.
  if (failure === undefined && go.goesOn(finish(held.state))) await held.update(finish, 'prune');
  else await held.release(finish);
  return { deleted, invalidated, failure };
}

/** What the CDN is to forget when these paths of the release are served otherwise than before. */
function invalidations(
  { inputs }: Site,
  { manifest, cdn }: Pick<GoLive, 'manifest' | 'cdn'>,
  paths: readonly string[],
) {
  const root = siteRoot(inputs.layout, manifest.release, manifest.atomic);
  return pathsToInvalidate(
    cdn,
    inputs.cdn,
    paths.map((path) => root + path),
  );
}

/** The same before the switch, for a dry run. */
export function foreseeInvalidations(
  site: Site,
  { manifest, cdn, moves }: Pick<GoLive, 'manifest' | 'cdn' | 'moves'>,
  paths: readonly string[],
): string[] {
  const root = siteRoot(site.inputs.layout, manifest.release, manifest.atomic);
  return invalidations(site, { manifest, cdn: cdn && moves ? pointedTo(cdn, root) : cdn }, paths);
}

/** Gives the claim back whatever happened, so that the next run need not wait; never hides the error that ended this one. */
export async function giveBack(held: Held, site: Site): Promise<void> {
  try {
    await held.release();
  } catch (error) {
    site.context.log.debug(`The claim could not be given back: ${(error as Error).message}`);
  }
}
