/** Commits of merged pull requests, whose images production may run. */
import type { GitHub } from '../../../src/github/api.ts';
import { inParallel } from '../../../src/google/http/in-parallel.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { AT_A_TIME } from './limits.ts';

/** What the pull requests became on their base branch. Before its closing, an event has a trial merge. */
export async function mergedCommits(
  numbers: readonly number[],
  { payload: { action, pull_request: event } }: Context['github'],
  github: Pick<GitHub, 'pull'> | undefined,
): Promise<ReadonlySet<string>> {
  const commits = await inParallel(numbers, AT_A_TIME, async (number) =>
    number === event?.number && action === 'closed'
      ? event.merge_commit_sha
      : (await github?.pull(number))?.mergeCommit,
  );
  return new Set(commits.filter((commit) => typeof commit === 'string'));
}
