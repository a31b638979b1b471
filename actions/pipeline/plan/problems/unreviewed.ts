/** What a release deploys without a review. Callers of 1.0 may do so on purpose, so it is a warning. Pure. */
import type { GitHubRun } from '../../../../src/github/run.ts';
import { type CallLists, isDeployed } from '../call.ts';
import type { Entry } from '../lists.ts';

/** `inputs`: all inputs of a call that deploys. */
export function unreviewed(
  inputs: Entry,
  { services, jobs, frontends, migration }: CallLists,
  { eventName, payload }: Pick<GitHubRun, 'eventName' | 'payload'>,
): string[] {
  const released = [...services.filter(isDeployed), ...jobs, ...frontends, ...(migration ? [migration] : [])];
  if (released.length === 0) return [];
  const { number, merged = false } = payload.pull_request ?? {};
  const origin = eventName === 'merge_group' ? 'a merge queue' : `pull request #${number}`;
  const isUnmerged = eventName === 'merge_group' || (eventName === 'pull_request' && !merged);
  return [
    ...(isUnmerged
      ? [
          `This run of ${origin} releases a commit that is not merged. To only check and build, call checks.yml, or give deploy: \${{ github.event_name == 'push' }}.`,
        ]
      : []),
    ...(String(inputs.environment ?? 'none').trim() === ''
      ? ['The input environment is empty, so the release waits for no approval. Give the name of a GitHub environment.']
      : []),
  ];
}
