/** Which of the recorded releases of a service or site is promoted. Pure. */
import { isCommit, shortCommit } from '../../../src/github/commit.ts';

/** A recorded release. */
export interface SourceRelease {
  readonly commit: string;
  /** Why it was rolled back from. */
  readonly withdrawn?: string | undefined;
}

/** The chosen release, or the rest of a sentence that says why none was. */
export type Choice<T> =
  | ({ readonly kind: 'chosen' } & T)
  /** `withdrawn`: it was live, and rolled back from. */
  | { readonly kind: 'none'; readonly why: string; readonly withdrawn?: true };

/** `serving` is the release that serves all requests. `wanted` is a commit, or its beginning. `releases`: oldest first. */
export function chooseSourceRelease<T extends SourceRelease>(
  releases: readonly T[],
  serving: T | undefined,
  wanted: string | undefined,
): Choice<T> {
  if (wanted === undefined)
    return serving && serving.withdrawn === undefined && isCommit(serving.commit)
      ? { kind: 'chosen', ...serving }
      : {
          kind: 'none',
          why: 'has no recorded release that serves all requests. Only live releases are promoted. Release it there first.',
        };
  const matching = releases.filter(({ commit }) => isCommit(commit) && commit.startsWith(wanted));
  const commits = new Set(matching.map(({ commit }) => commit));
  if (commits.size > 1)
    return {
      kind: 'none',
      why: `has several commits that begin with ${wanted}: ${[...commits].join(', ')}. Use more digits.`,
    };
  const found = matching.at(-1);
  if (found?.withdrawn !== undefined)
    return {
      kind: 'none',
      withdrawn: true,
      why: `was rolled back from commit ${shortCommit(found.commit)}: ${found.withdrawn}. Promote another commit.`,
    };
  if (found) return { kind: 'chosen', ...found };
  const known = new Set(releases.filter(({ commit }) => isCommit(commit)).map(({ commit }) => shortCommit(commit)));
  return {
    kind: 'none',
    why: `has no recorded release of commit ${shortCommit(wanted)}. It has: ${[...known].reverse().join(', ') || 'none'}.`,
  };
}
