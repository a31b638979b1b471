/**
 * The protocol of a site, as the programs of its runs. A publish, phase by phase:
 *
 *   read → claim → stage (manifest, assets) → begin → switch (pages) → finish → forget → prune
 *
 * A release that waits for the canary of its services: read → claim → stage → mark, which records the release as staged and
 * releases the claim. After the canary is promoted, any run publishes it like a release whose files are all stored. After the
 * canary is restored: read → drop. A publish of another release replaces the staged one. With nothing staged, the run finishes
 * what an earlier one has left of the switch to the live release.
 *
 * A rollback: read → claim, which drops the staged release, sets the hold and begins the switch in the same write → switch →
 * finish. A run that fails releases its claim. Every write of the state or of an object names the generation that was read.
 */
import type { SiteFences } from './fences.ts';
import {
  asset,
  manifest,
  manifestsIn,
  type ObjectWrite,
  pagesOf,
  type Run,
  type SitePlan,
  type SiteState,
  type SiteSystem,
} from './system.ts';

/** What a run does next. */
export type Move =
  /** Reads the state and lists the bucket; `undefined`: looks again later. */
  | { readonly do: 'read'; readonly decide: (system: SiteSystem) => Partial<Run> | undefined }
  | {
      readonly do: 'state';
      readonly next: (state: SiteState) => SiteState;
      /** Whether a write whose response was lost is in this state. */
      readonly landed: (state: SiteState) => boolean;
      readonly after: Partial<Run>;
      /** The state if caches were not invalidated: a run then ends as failed. */
      readonly unsettled?: (state: SiteState) => SiteState;
      /** Where another run was first. */
      readonly refused: Partial<Run>;
    }
  | { readonly do: 'object'; readonly write: ObjectWrite; readonly after: Partial<Run> };

const end = (outcome: Run['outcome']): Partial<Run> => ({ at: 'done', outcome });

/** The next move; `undefined` where the run has ended. */
export function moveOf(run: Run, fences: SiteFences): Move | undefined {
  const { name, kind, at, plan, left } = run;
  if (at === 'read') return { do: 'read', decide: (system) => decide(system, run, fences) };
  if (at === 'drop')
    return {
      do: 'state',
      next: (state) => ({ ...state, staged: undefined }),
      landed: ({ staged }) => staged === undefined,
      after: end('succeeded'),
      refused: { at: 'read' },
    };
  if (at === 'unhold')
    return {
      do: 'state',
      next: (state) => ({
        ...withoutClaim(state, fences),
        hold: undefined,
        released: fences.keepReleased ? state.hold : undefined,
      }),
      landed: ({ hold }) => hold === undefined,
      after: end('succeeded'),
      refused: { at: 'read' },
    };
  if (plan === undefined || at === 'done' || at === 'crashed') return undefined;
  if (at !== 'release claim' && at !== 'claim' && !run.claimRenewed && fences.renewedClaim)
    return { do: 'read', decide: () => ({ at: 'release claim', left: [], outcome: 'failed' }) };
  const { release } = plan;
  const [write, ...rest] = left;
  if (write !== undefined) return { do: 'object', write, after: { left: rest } };
  const ours = (state: SiteState) => state.claim?.owner === name;
  const lost = end('overtaken');
  switch (at) {
    case 'claim': {
      const claimed = (state: SiteState): SiteState => ({
        ...(fences.keepMark ? withoutClaim(state, fences) : state),
        claim: { owner: name, work: kind === 'rollback' ? 'switch' : 'upload' },
      });
      const held = (state: SiteState): SiteState => ({
        ...withSwitchStarted(claimed(state), release, fences),
        hold: { by: name, release },
        released: undefined,
        staged: fences.dropWithHold ? undefined : state.staged,
      });
      return {
        do: 'state',
        next: kind !== 'rollback' || !fences.holdWithClaim ? claimed : held,
        landed: ours,
        after:
          kind !== 'rollback'
            ? { at: 'stage', left: stageOf(plan, fences) }
            : fences.holdWithClaim
              ? { at: 'switch', left: plan.switch }
              : { at: 'begin' },
        refused: { at: 'read', plan: undefined, changed: [] },
      };
    }
    case 'stage':
      return { do: 'read', decide: () => ({ at: plan.waits ? 'mark' : 'begin' }) };
    case 'mark':
      return {
        do: 'state',
        next: (state) => ({ ...state, staged: release, claim: undefined }),
        landed: (state) => !ours(state),
        after: end('succeeded'),
        refused: lost,
      };
    case 'begin':
      return {
        do: 'state',
        next: (state) => ({
          ...withSwitchStarted(state, release, fences),
          ...(kind === 'rollback' && { hold: { by: name, release } }),
          claim: { owner: name, work: 'switch' },
        }),
        landed: (state) => ours(state) && state.claim?.work === 'switch',
        after: { at: 'switch', left: plan.switch },
        refused: lost,
      };
    case 'switch':
      return { do: 'read', decide: () => ({ at: 'finish' }) };
    case 'finish': {
      const more = plan.prune.length > 0;
      const live = (state: SiteState): SiteState => ({
        ...state,
        current: release,
        staged: undefined,
        released: undefined,
        published:
          kind !== 'rollback' ? [...state.published.filter((one) => one !== release), release] : state.published,
        claim: undefined,
      });
      return {
        do: 'state',
        next: (state) => ({
          ...live(state),
          unfinished: undefined,
          claim: more ? { owner: name, work: 'prune' } : undefined,
        }),
        unsettled: live,
        landed: (state) => !(ours(state) && state.claim?.work === 'switch'),
        after: more ? { at: 'forget' } : end('succeeded'),
        refused: lost,
      };
    }
    case 'forget':
      return {
        do: 'state',
        next: (state) => ({
          ...state,
          published: fences.forgetFirst ? withoutPruned(state, plan) : state.published,
        }),
        landed: (state) => ours(state) && withoutPruned(state, plan).length === state.published.length,
        after: { at: 'prune', left: plan.prune.flatMap(filesOf) },
        refused: lost,
      };
    case 'prune':
      return {
        do: 'state',
        next: (state) => ({ ...state, published: withoutPruned(state, plan), claim: undefined }),
        landed: (state) => !ours(state),
        after: end('succeeded'),
        refused: lost,
      };
    case 'release claim':
      return {
        do: 'state',
        next: (state) => withoutClaim(state, fences),
        landed: (state) => !ours(state),
        after: end(run.outcome),
        refused: end(run.outcome),
      };
  }
}

const withoutPruned = ({ published }: SiteState, { prune }: SitePlan): readonly string[] =>
  published.filter((one) => !prune.includes(one));

/** A release's files in the order of deletion: the manifest last, since a later run knows the rest by it. */
const filesOf = (release: string): ObjectWrite[] =>
  [asset(release), manifest(release)].map((object) => ({ object, content: undefined }));

/** A run that cannot store the assets first, or the manifest, is one of the broken variants. */
function stageOf({ stage, switch: pages }: SitePlan, fences: SiteFences): readonly ObjectWrite[] {
  const ordered = fences.manifestFirst ? stage : stage.toReversed();
  return fences.assetsFirst ? ordered : [...pages, ...ordered];
}

function withSwitchStarted(state: SiteState, to: string, fences: SiteFences): SiteState {
  const { current, unfinished } = state;
  const from = new Set([...(unfinished?.from ?? []), unfinished?.to, current]);
  from.delete(to);
  from.delete(undefined);
  const recorded = fences.recordReleases
    ? ([...from] as string[])
    : current === undefined || current === to
      ? []
      : [current];
  const pruning = fences.keepMarkInSwitch ? unfinished?.pruning : undefined;
  return { ...state, unfinished: { from: recorded, to, pruning } };
}

/** Waits, refuses, or plans. */
function decide(system: SiteSystem, run: Run, fences: SiteFences): Partial<Run> | undefined {
  const { state, objects, expired, canary } = system;
  const { claim, current, unfinished, hold, staged } = state;
  const mayTake = expired || (run.kind === 'rollback' && claim?.work === 'upload');
  if (claim !== undefined && !mayTake) return undefined;
  if (run.kind === 'release-hold') return hold === undefined ? end('succeeded') : { at: 'unhold', stateFresh: true };
  const publishes = run.kind === 'publish' || run.kind === 'stage';
  if (run.kind === 'finish-staged') {
    if (staged === undefined && !isUnsettled(state)) return end('succeeded');
    if (staged !== undefined && canary === 'restored')
      return fences.dropRestored ? { at: 'drop', stateFresh: true } : end('succeeded');
    if (staged !== undefined && canary === 'undecided' && fences.promoted) return end('succeeded');
  }
  if (run.kind !== 'rollback' && hold !== undefined) return end('refused');
  // A canary that was restored releases nothing: its commit begins a new one.
  if (run.kind === 'stage' && canary === 'restored') return end('refused');
  if (publishes && current === run.name && !unfinished && !claim) return end('succeeded');
  const waits = run.kind === 'stage' && canary === 'undecided';
  if (waits && staged === run.name && !claim) return end('succeeded');
  const release = publishes
    ? run.name
    : run.kind === 'finish-staged'
      ? (staged ?? current)
      : rollbackTarget(system, run);
  if (release === undefined) return end('refused');
  const files = [manifest(release), asset(release)];
  const missing = files.filter((name) => !(name in objects));
  if (!publishes && missing.length > 0) return end('refused');
  const prune = publishes && !waits ? prunable(system, release, fences) : [];
  return {
    at: 'claim',
    stateFresh: true,
    changed: [],
    plan: {
      release,
      waits,
      // The manifest is always written: where a deletion of it is still on the network, that one is then refused.
      stage: publishes
        ? [...new Set([manifest(release), ...missing])].map((object) => ({ object, content: release }))
        : [],
      switch: planSwitch(system, release, fences, prune),
      prune,
    },
  };
}

/** The switch to the live release has not invalidated all caches, or its run may have deletions on the network. */
export const isUnsettled = ({ current, unfinished, hold }: SiteState): boolean =>
  unfinished !== undefined && unfinished.to === current && hold === undefined;

/**
 * A re-run goes where its run went, unless something was published or rolled back since.
 * While a switch is unfinished: where a rollback was going, or what was live before a publish began. While a release is staged, its
 * services may be new already, and the site is what it was before.
 */
function rollbackTarget({ state, canary }: SiteSystem, { name }: Run): string | undefined {
  const { current, published, unfinished, hold, released, staged } = state;
  const own = hold ?? released;
  if (own?.by === name) return own.release;
  if (unfinished === undefined && staged !== undefined && canary !== 'restored') return current;
  if (unfinished !== undefined) return hold === undefined ? unfinished.from[0] : unfinished.to;
  return published[published.indexOf(current ?? '') - 1];
}

const NOTHING = { assets: false, pages: false };

/**
 * What runs that stopped may still change: a switch the pages of its release, pruning the files that its release does not
 * have. A run that released its claim is known by what it left unfinished.
 */
function contestedBy({ claim, current, unfinished }: SiteState, release: string): typeof NOTHING {
  const switching = unfinished ? [...unfinished.from.filter((one) => one !== current), unfinished.to] : [];
  const pruning = claim?.work === 'prune' ? current : unfinished?.pruning;
  const deletes = pruning !== undefined && pruning !== release;
  return { assets: deletes, pages: deletes || switching.some((one) => one !== release) };
}

/**
 * The state without the claim, after a failure. Deletions may still be on the network, so pruning leaves a mark: a switch
 * to the current release that is to be finished.
 */
function withoutClaim(state: SiteState, fences: SiteFences): SiteState {
  const { claim, current } = state;
  const marked = claim?.work === 'prune' && current !== undefined && fences.markPruning;
  return { ...state, claim: undefined, ...(marked && { unfinished: { from: [], to: current, pruning: current } }) };
}

/** Pages of the release after all that they load, then pages that it does not have: those of releases that may be live or are `pruned`. */
function planSwitch(
  { state, objects }: SiteSystem,
  release: string,
  fences: SiteFences,
  pruned: readonly string[],
): ObjectWrite[] {
  const { current, unfinished } = state;
  const contested = fences.contested ? contestedBy(state, release) : NOTHING;
  const renewed = contested.assets && asset(release) in objects ? [{ object: asset(release), content: release }] : [];
  const pages = pagesOf(release)
    .filter((page) => objects[page] !== release || contested.pages)
    .map((object) => ({ object, content: release }));
  const left = fences.removeLeftPages ? pruned : [];
  const before = [current, ...(unfinished?.from ?? []), unfinished?.to, ...left];
  const removed = Object.entries(objects)
    .filter(([name, of]) => name === 'extra' && !pagesOf(release).includes(name) && before.includes(of))
    .map(([object]) => ({ object, content: undefined }));
  return [...renewed, ...pages, ...removed];
}

/**
 * Whether all pages that stopped runs may still create are of the release: a switch to it was interrupted, or one to another release
 * that is live. The run of that one may have been pruning.
 */
function onlyOwnPagesArrive({ current, unfinished }: SiteState, release: string): boolean {
  if (unfinished === undefined) return true;
  const { from, to, pruning } = unfinished;
  return from.every((one) => one === current) && (to === release || (to === current && to === pruning));
}

/**
 * Releases that are neither the new one nor the one before, whether they ever went live or not. After an interrupted switch to another
 * release nothing is pruned: the next publish lists the pages that have arrived.
 */
function prunable({ state, objects }: SiteSystem, release: string, fences: SiteFences): string[] {
  const { current, published } = state;
  if (fences.arrivals && !onlyOwnPagesArrive(state, release)) return [];
  const before = current !== release ? current : published.filter((one) => one !== release).at(-1);
  const spared = [release, ...(fences.sparePrevious ? [before] : [])];
  return manifestsIn(objects).filter((one) => !spared.includes(one));
}
