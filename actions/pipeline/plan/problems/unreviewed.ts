/** What is deployed or rolled back without a review. Callers of 1.0 may do so on purpose, so it is a warning. Pure. */
import type { GitHubRun } from '../../../../src/github/run.ts';
import type { GivenCall } from '../../inputs.ts';
import { isDeployed } from '../call.ts';

/** Of a call that deploys. */
export function unreviewed(
  { inputs, lists, promotion }: Pick<GivenCall, 'inputs' | 'lists' | 'promotion'>,
  { eventName, payload }: Pick<GitHubRun, 'eventName' | 'payload'>,
): string[] {
  const { services, jobs, frontends, migration } = lists;
  const released = [...services.filter(isDeployed), ...jobs, ...frontends, ...(migration ? [migration] : [])];
  if (released.length === 0) return [];
  const { number, merged = false } = payload.pull_request ?? {};
  const origin = eventName === 'merge_group' ? 'a merge queue' : `pull request #${number}`;
  const isUnmerged = eventName === 'merge_group' || (eventName === 'pull_request' && !merged);
  return [
    // A promotion deploys what is live at its source, whatever started it.
    ...(isUnmerged && promotion === undefined
      ? [
          `This run of ${origin} releases a commit that is not merged. To only check and build, call checks.yml, or set deploy: \${{ github.event_name == 'push' }}.`,
        ]
      : []),
    ...withoutApproval('release', inputs.environment),
  ];
}

/** `environment`: the input of the workflow; undefined for one that has none. */
export const withoutApproval = (what: 'release' | 'rollback', environment: unknown): string[] =>
  String(environment ?? 'none').trim() === ''
    ? [`The input environment is empty, so the ${what} waits for no approval. Set the name of a GitHub environment.`]
    : [];
