/** Which of the recorded releases of a service or site is promoted. Pure. */

/** A recorded release. */
export interface SourceRelease {
  readonly commit: string;
  /** Why it was rolled back from. */
  readonly withdrawn?: string | undefined;
}

/** The chosen release, or the rest of a sentence that says why none was. */
export type Choice<T> = ({ readonly kind: 'chosen' } & T) | { readonly kind: 'none'; readonly why: string };

const COMMIT = /^[0-9a-f]{40}$/;
const short = (commit: string) => commit.slice(0, 12);

/** `serving` is the release that serves all requests. `wanted` is a commit, or its beginning. `releases`: oldest first. */
export function chooseSourceRelease<T extends SourceRelease>(
  releases: readonly T[],
  serving: T | undefined,
  wanted: string | undefined,
): Choice<T> {
  if (wanted === undefined)
    return serving && serving.withdrawn === undefined && COMMIT.test(serving.commit)
      ? { kind: 'chosen', ...serving }
      : {
          kind: 'none',
          why: 'has no recorded release that serves all requests. Only live releases are promoted. Release it there first.',
        };
  const found = releases.findLast(({ commit }) => COMMIT.test(commit) && commit.startsWith(wanted));
  if (found?.withdrawn !== undefined)
    return {
      kind: 'none',
      why: `was rolled back from commit ${short(found.commit)}: ${found.withdrawn}. Promote another commit.`,
    };
  if (found) return { kind: 'chosen', ...found };
  const known = new Set(releases.filter(({ commit }) => COMMIT.test(commit)).map(({ commit }) => short(commit)));
  return {
    kind: 'none',
    why: `has no recorded release of commit ${short(wanted)}. It has: ${[...known].reverse().join(', ') || 'none'}.`,
  };
}
