/** GitHub's store of attestations (https://docs.github.com/en/rest/repos/attestations#create-an-attestation). */
import { getOctokit } from '@actions/github';
import type { Clock } from '../runtime/clock.ts';
import { orAborted } from '../runtime/interruption.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { GitHubRun } from './run.ts';

/**
 * Stores bundles of the repository. Throws GitHub's error: 403 without `attestations: write`, 404 where the plan has no store for
 * private repositories.
 */
export async function storeAtGitHub(
  run: Pick<GitHubRun, 'repository' | 'apiUrl'>,
  token: string,
  bundles: readonly string[],
  { signal, clock }: { readonly signal: AbortSignal; readonly clock: Pick<Clock, 'timer'> },
): Promise<void> {
  const [owner = '', repo = ''] = run.repository.split('/');
  const octokit = getOctokit(token, {
    baseUrl: run.apiUrl,
    request: { signal, fetch: boundedFetch((...call) => fetch(...call), clock) },
  });
  for (const bundle of bundles)
    await orAborted(
      octokit.request('POST /repos/{owner}/{repo}/attestations', { owner, repo, bundle: JSON.parse(bundle) }),
      signal,
    );
}
