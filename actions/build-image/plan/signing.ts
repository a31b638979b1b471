/** Whether this run may sign, and why not. Pure. */
import type { GitHubRun } from '../../../src/github/run.ts';
import { issuerOf } from '../../../src/provenance/identity.ts';
import type { JobClaims } from '../../../src/provenance/slsa.ts';

/**
 * Events whose runs have the ref of the default branch although anyone may control their code or input. Verification refuses them;
 * not to sign at all leaves nothing to be misread (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows).
 */
const NOT_OURS = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
];

/** Why nothing can be signed, by the job's identity or by a key, in words that follow "Not signed:"; undefined if it can. */
export function signingObstacle(
  { serverUrl, eventName }: Pick<GitHubRun, 'serverUrl' | 'eventName'>,
  env: Readonly<Record<string, string | undefined>>,
  signKey?: string,
): string | undefined {
  if (signKey === undefined && issuerOf(serverUrl) === undefined)
    return `${serverUrl} is GitHub Enterprise Server, whose tokens Sigstore does not accept. Use a key instead (sign-key)`;
  if (!env.ACTIONS_ID_TOKEN_REQUEST_URL || !env.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
    return 'the job has no identity token. Add "id-token: write" to its permissions (a pull request from a fork never gets one)';
  if (NOT_OURS.includes(eventName))
    return `a run started by ${eventName} carries the ref of the default branch, whatever it builds`;
  return undefined;
}

/** Like `signingObstacle`, from the claims of the job's token. */
export function tokenObstacle({ iss }: JobClaims, serverUrl: string): string | undefined {
  const issuer = issuerOf(serverUrl);
  if (issuer !== undefined && (iss === issuer || iss.startsWith(`${issuer}/`))) return undefined;
  return `the job's token is of ${iss}, which Sigstore does not know`;
}

/** Where signatures are recorded: a private repository is named in the public log only if that was requested. */
export const signingInstance = (
  { repository_visibility: visibility }: JobClaims,
  signLog: 'auto' | 'public',
): 'public-good' | 'github' => (visibility === 'public' || signLog === 'public' ? 'public-good' : 'github');
