/** Checks that a publish does not replace a newer commit by an older one. */
import { isCommit } from '../../../src/github/commit.ts';
import { checkFreshness } from '../../../src/github/freshness.ts';
import type { SiteClients } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import { readReleaseManifest } from '../store/read-manifests.ts';
import type { State } from '../store/site-state.ts';

/**
 * Throws `OutcomeError` if the commit is older than that of the live release, or of a publish that was not finished. The claim
 * is only taken in the state that was checked, so a newer concurrent publish is always noticed.
 */
export async function checkCommitOrder(inputs: PublishInputs, clients: SiteClients, state: State): Promise<void> {
  await checkFreshness(inputs.commit, await liveCommits(inputs, clients, state), {
    github: clients.github,
    log: clients.context.log,
    force: inputs.force,
    onUnknownHistory: inputs.onUnknownHistory,
    done: 'published',
  });
}

async function liveCommits({ layout }: PublishInputs, { store }: SiteClients, state: State): Promise<string[]> {
  const { current, unfinished, hold, published } = state;
  const commits: (string | undefined)[] = [];
  const unfinishedRollback = unfinished !== undefined && hold?.release === unfinished.to;
  // For an unfinished rollback its target counts.
  if (!unfinishedRollback) commits.push(published.find(({ release }) => release === current)?.commit);
  if (unfinished) commits.push((await readReleaseManifest(store, layout, unfinished.to))?.commit);
  return commits.filter((commit): commit is string => isCommit(commit ?? ''));
}
