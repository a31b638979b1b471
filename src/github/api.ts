/** The calls of GitHub's REST API, through the official client. */

import { absent } from '../google/errors/not-found.ts';
import { createGitHubClient, type GitHubOptions } from './client.ts';
import type { GitHubRun } from './run.ts';

export interface CheckResult {
  readonly name: string;
  /** `success`, `failure`, … or undefined while it runs. */
  readonly conclusion: string | undefined;
  /** Slug and name of the app that made the check run; empty for a commit status, which anyone with write access can set. */
  readonly apps: readonly string[];
}

/** https://docs.github.com/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
interface CombinedStatus {
  readonly statuses: { readonly context: string; readonly state: string }[];
}

/** The author of a comment. */
interface Author {
  readonly login?: string;
  readonly type?: string;
}

/** How many of an environment's newest deployments `endDeployments` reads. */
const NEWEST_DEPLOYMENTS = 10;

/** The author of comments written with the job's token (https://docs.github.com/actions/concepts/security/github_token). */
const ACTIONS_BOT = 'github-actions[bot]';

export interface GitHub {
  /** How `head` relates to `base`: `behind` if it is a strict ancestor. Undefined if one of them is unknown. */
  compare(base: string, head: string): Promise<'ahead' | 'behind' | 'identical' | 'diverged' | undefined>;
  /** The text of a file at a commit; undefined if it does not exist. */
  file(path: string, commit: string): Promise<string | undefined>;
  /** The latest check runs and commit statuses of a commit. */
  checks(commit: string): Promise<readonly CheckResult[]>;
  /**
   * Creates the comment, or updates it if it differs. A comment of another user is never updated, because its author could edit it
   * later.
   */
  upsertComment(comment: MarkedComment): Promise<void>;
  /** A pull request; undefined if it does not exist. */
  pull(number: number): Promise<PullRequest | undefined>;
  /** All pull requests that are open. */
  openPulls(): Promise<readonly PullRequest[]>;
  /** Re-runs a completed workflow run, with its own commit. */
  rerun(runId: string): Promise<void>;
  /** Adds a status to the newest deployment of a commit to an environment. Returns false without such a deployment. */
  addDeploymentStatus(commit: string, environment: string, status: DeploymentStatus): Promise<boolean>;
  /**
   * Adds the status that `ended` returns to those of the newest deployments to an environment whose newest status is `in_progress`, with
   * this description.
   */
  endDeployments(
    environment: string,
    ended: (description: string, commit: string) => DeploymentStatus | undefined,
  ): Promise<void>;
}

/** A comment on an issue or a pull request that is found again by its first line. */
export interface MarkedComment {
  /** Number of the issue or pull request. */
  readonly issue: number;
  /** The first line of the comment. */
  readonly marker: string;
  /** What follows the marker. */
  readonly body: string;
  /** Whether a first line is that of the same comment under another marker, which counts if none has this one. */
  readonly alike?: (line: string) => boolean;
  /** Updates all comments with the marker or one that is alike, and each keeps its first line. None is created. */
  readonly every?: boolean;
}

/** https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
export interface PullRequest {
  readonly number: number;
  readonly open: boolean;
  /** Of its last push, comment or change, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** Once merged, the commit on the base branch. */
  readonly mergeCommit: string | undefined;
  /** Its newest commit; undefined if GitHub does not say. */
  readonly head: string | undefined;
}

/** https://docs.github.com/rest/deployments/statuses#create-a-deployment-status */
export interface DeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure';
  /** At most 140 characters. */
  readonly description: string;
  readonly logUrl: string;
}

export function createGitHub(
  run: Pick<GitHubRun, 'repository' | 'apiUrl'>,
  token: string,
  options: GitHubOptions,
): GitHub {
  const { octokit, rest, at, read, repeated } = createGitHubClient(run, token, options);

  /** The comments that were written with the job's token, or else with this token (a user's or another app's). */
  const ownOf = async <T extends { readonly user: Author | null }>(marked: readonly T[]): Promise<T[]> => {
    const bots = marked.filter(({ user }) => user?.login === ACTIONS_BOT && user.type === 'Bot');
    if (bots.length > 0 || marked.length === 0) return bots;
    // GET /user is refused to installations; this is not (https://docs.github.com/graphql/reference/queries#viewer).
    const login = await read('the owner of github-token', '', () =>
      octokit.graphql<{ viewer?: { login?: string } } | undefined>('{ viewer { login } }'),
    ).then(
      (response) => response?.viewer?.login,
      () => undefined,
    );
    if (!login) return [];
    const app = token.startsWith('ghs_');
    return marked.filter(({ user }) =>
      user?.type === 'Bot'
        ? user.login?.replace(/\[bot\]$/, '') === login.replace(/\[bot\]$/, '')
        : !app && user?.login === login,
    );
  };

  const deployments = { resource: `deployments of ${run.repository}`, permission: 'deployments: write' };
  const setStatus = async (id: number, { state, description, logUrl }: DeploymentStatus): Promise<void> => {
    await repeated({ ...deployments, reads: false }, () =>
      rest.repos.createDeploymentStatus({
        ...at,
        deployment_id: id,
        state,
        description: description.slice(0, 140),
        log_url: logUrl,
        auto_inactive: false,
      }),
    );
  };

  return {
    async compare(base, head) {
      const comparison = read(`commits of ${run.repository}`, 'contents: read', () =>
        rest.repos.compareCommitsWithBasehead({ ...at, basehead: `${base}...${head}`, per_page: 1 }),
      );
      return (await absent(comparison))?.data.status;
    },

    async file(path, commit) {
      const found = read(`files of ${run.repository}`, 'contents: read', () =>
        rest.repos.getContent({ ...at, path, ref: commit }),
      );
      // A folder is a list; a file of more than a megabyte has no content (https://docs.github.com/rest/repos/contents#get-repository-content).
      const data = (await absent(found))?.data as { content?: string; encoding?: string } | undefined;
      return data?.encoding === 'base64' ? Buffer.from(data.content ?? '', 'base64').toString('utf8') : undefined;
    },

    async checks(commit) {
      const [runs, statuses] = await read(`checks of ${run.repository}`, 'checks: read and statuses: read', () =>
        Promise.all([
          octokit.paginate(rest.checks.listForRef, { ...at, ref: commit, filter: 'latest', per_page: 100 }),
          octokit.paginate(
            rest.repos.getCombinedStatusForRef,
            { ...at, ref: commit, per_page: 100 },
            // The types state a list, but the plugin takes a response with `url` as it is.
            ({ data }) => (data as unknown as CombinedStatus).statuses,
          ),
        ]),
      );
      return [
        ...runs.map(({ name, conclusion, app }) => ({
          name,
          conclusion: conclusion ?? undefined,
          apps: [app?.slug, app?.name].filter((one): one is string => Boolean(one)),
        })),
        ...statuses.map(({ context, state }) => ({
          name: context,
          conclusion: state === 'pending' ? undefined : state,
          apps: [],
        })),
      ];
    },

    async pull(number) {
      const found = read(`pull request #${number} of ${run.repository}`, 'pull-requests: read', () =>
        rest.pulls.get({ ...at, pull_number: number }),
      );
      const pull = await absent(found);
      return pull && toPullRequest(pull.data);
    },

    async openPulls() {
      const found = await read(`pull requests of ${run.repository}`, 'pull-requests: read', () =>
        octokit.paginate(rest.pulls.list, { ...at, state: 'open', per_page: 100 }),
      );
      return found.map(toPullRequest);
    },

    async rerun(runId) {
      await repeated(
        { resource: `run ${runId} of ${run.repository}`, permission: 'actions: write', reads: false },
        () => rest.actions.reRunWorkflow({ ...at, run_id: Number(runId) }),
      );
    },

    async addDeploymentStatus(commit, environment, status) {
      const { data } = await read(deployments.resource, deployments.permission, () =>
        rest.repos.listDeployments({ ...at, sha: commit, environment, per_page: 1 }),
      );
      const [newest] = data;
      if (!newest) return false;
      await setStatus(newest.id, status);
      return true;
    },

    async endDeployments(environment, ended) {
      const { resource, permission } = deployments;
      const { data } = await read(resource, permission, () =>
        rest.repos.listDeployments({ ...at, environment, per_page: NEWEST_DEPLOYMENTS }),
      );
      for (const { id, sha } of data) {
        const { data: statuses } = await read(resource, permission, () =>
          rest.repos.listDeploymentStatuses({ ...at, deployment_id: id, per_page: 1 }),
        );
        const [newest] = statuses;
        const status = newest?.state === 'in_progress' ? ended(newest.description, sha) : undefined;
        if (status) await setStatus(id, status);
      }
    },

    async upsertComment({ issue, marker, body, alike = () => false, every = false }) {
      const resource = `comments of ${run.repository}#${issue}`;
      const comments = await read(resource, 'pull-requests: write', () =>
        octokit.paginate(rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 }),
      );
      const marked = comments.map((comment) => ({ ...comment, line: comment.body?.split(/\r?\n/, 1)[0] ?? '' }));
      const exact = marked.filter(({ line }) => line.startsWith(marker));
      const others = marked.filter(({ line }) => !line.startsWith(marker) && alike(line));
      const write = async (text: string, id?: number) =>
        await repeated({ resource, permission: 'pull-requests: write', reads: false }, async () => {
          if (id === undefined) await rest.issues.createComment({ ...at, issue_number: issue, body: text });
          else await rest.issues.updateComment({ ...at, comment_id: id, body: text });
        });
      let own = await ownOf(every ? [...exact, ...others] : exact);
      if (own.length === 0 && !every) own = await ownOf(others);
      if (own.length === 0 && !every) await write(`${marker}\n${body}`);
      for (const { id, line, body: before } of every ? own : own.slice(0, 1)) {
        const text = `${every ? line : marker}\n${body}`;
        if (before !== text) await write(text, id);
      }
    },
  };
}

function toPullRequest(pull: {
  readonly number: number;
  readonly state: string;
  readonly updated_at: string;
  readonly merge_commit_sha: string | null;
  readonly head?: { readonly sha: string };
}): PullRequest {
  return {
    number: pull.number,
    open: pull.state === 'open',
    updatedAt: Date.parse(pull.updated_at),
    mergeCommit: pull.merge_commit_sha ?? undefined,
    head: pull.head?.sha,
  };
}
