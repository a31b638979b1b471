/** Selects previews that are no longer needed. Pure. */
import type { PullRequest } from '../../../src/github/api.ts';

/** `closed` also stands for a pull request that GitHub does not know. */
export type Staleness = 'closed' | 'inactive';

/**
 * Numbers of the pull requests whose preview goes, and why. `maxAge`: milliseconds without a push, comment or change after which the
 * preview of an open pull request goes; undefined for never.
 */
export function stalePreviews(
  found: readonly number[],
  open: readonly PullRequest[],
  now: number,
  maxAge: number | undefined,
): ReadonlyMap<number, Staleness> {
  const byNumber = new Map(open.map((pull) => [pull.number, pull]));
  const stale = found.flatMap((number): [number, Staleness][] => {
    const pull = byNumber.get(number);
    if (!pull) return [[number, 'closed']];
    return maxAge !== undefined && now - pull.updatedAt > maxAge ? [[number, 'inactive']] : [];
  });
  return new Map(stale.sort(([a], [b]) => a - b));
}
