/** Chooses the release to roll back to, and checks that it is complete. Pure. */
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { keptName, type Layout, siteRoot } from '../store/object-names.ts';
import type { ReleaseManifest } from '../store/release-manifest.ts';
import { type Published, previousRelease, type State } from '../store/site-state.ts';
import { type Listing, mayHold } from '../store/stored-object.ts';

/** There is no release before the live one. */
export class NoEarlierRelease extends OutcomeError {}

/**
 * The release to go back to. `wanted` is `previous`, a release, a commit, or the start of one (7 characters or more). `run` is the
 * page of this run: repeating it means the same release again. With `stays`, `previous` is the live one; see `staysLive`.
 */
export function chooseRelease(state: State, wanted: string, run: string, stays = false): string {
  const releases = state.published.map(({ release }) => release);
  if (wanted === 'previous') {
    const previous = begunTarget(state, run) ?? (stays ? state.current : undefined) ?? previousRelease(state);
    if (previous !== undefined) return previous;
    throw new NoEarlierRelease(
      state.current === undefined
        ? 'There is nothing to roll back to: nothing was published here yet.'
        : `There is nothing to roll back to: no release before ${state.current} is kept.`,
    );
  }
  const matches = releases.includes(wanted) ? [wanted] : startingWith(wanted, state);
  if (matches.length === 1 && matches[0] !== undefined) return matches[0];
  const choices =
    releases.length > 0 ? `Kept releases, newest first: ${releases.toReversed().join(', ')}.` : 'No release is kept.';
  // A release of that name was pruned, or is of a time in which the site did not exist: with earlier ones, it may be either.
  const Refusal = matches.length === 0 && previousRelease(state) === undefined ? NoEarlierRelease : OutcomeError;
  throw new Refusal(
    matches.length > 1
      ? `Release ${wanted} is ambiguous: ${matches.join(', ')}.`
      : `Release ${wanted} cannot be rolled back to: it was never completely published here, or was pruned. ${choices}`,
  );
}

/** A site of a step. With `waits` a staged release may still go live. */
export interface SiteToRollBack {
  readonly state: State;
  readonly waits: boolean;
}

/**
 * Whether `previous` is the live release of the site: a staged one may still go live, and its services may be new already. Or another
 * site of the step stays on this commit, because a publish was interrupted before it had switched all of them: `previous` is what
 * they served together.
 */
export function staysLive(site: SiteToRollBack, step: readonly SiteToRollBack[], run: string): boolean {
  const stays = ({ state, waits }: SiteToRollBack) => {
    const target = begunTarget(state, run);
    return target === undefined ? waits : target === state.current;
  };
  const commit = liveCommit(site.state);
  return site.waits || step.some((other) => commit !== undefined && stays(other) && liveCommit(other.state) === commit);
}

const liveCommit = ({ published, current }: State) => published.find(({ release }) => release === current)?.commit;

/** Where this run went before it was repeated, or where an unfinished switch leads a rollback. */
function begunTarget(state: State, run: string): string | undefined {
  const own = state.hold ?? state.released;
  return own?.run === run ? own.release : unfinishedTarget(state);
}

/** By the name of the release, else by the commit that was published as it. */
function startingWith(wanted: string, { published }: State): string[] {
  if (wanted.length < 7) return [];
  const releasesWhere = (matches: (one: Published) => boolean) => [
    ...new Set(published.filter(matches).map(({ release }) => release)),
  ];
  const named = releasesWhere(({ release }) => release.startsWith(wanted));
  return named.length > 0 ? named : releasesWhere(({ commit }) => commit.startsWith(wanted));
}

/**
 * While a switch is unfinished, `previous` is the target of the rollback, or the release that was live before the publish. A switch whose
 * release is already current only has to invalidate caches or prune.
 */
function unfinishedTarget({ unfinished, hold, current }: State): string | undefined {
  if (!unfinished) return undefined;
  if (hold?.release === unfinished.to) return unfinished.to;
  return unfinished.to === current ? undefined : current;
}

/** Paths of the release whose objects are missing or have other content than was published. */
export function missingFiles(layout: Layout, manifest: ReleaseManifest, listing: Listing): string[] {
  const root = siteRoot(layout, manifest.release, manifest.atomic);
  const missing: string[] = [];
  for (const [path, file] of manifest.files) {
    const object = listing.get(file.kept === undefined ? root + path : keptName(layout, file.kept));
    if (!object || !mayHold(object, file.md5)) missing.push(path);
  }
  return missing;
}
