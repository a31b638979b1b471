/** GitHub's REST API, as far as we call it, through the official client. */
import { getOctokit } from '@actions/github';
import { absent } from './absent.ts';
import type { Clock } from './clock.ts';
import { CloudError } from './errors.ts';
import type { GitHubRun } from './github-run.ts';
import { backoff } from './http.ts';

const MOST_RETRIES = 3;

export interface CheckResult {
  readonly name: string;
  /** `success`, `failure`, … or undefined while it runs. */
  readonly conclusion: string | undefined;
}

export interface GitHub {
  /** How `head` relates to `base`: `behind` if it is a strict ancestor. Undefined if one of them is unknown. */
  compare(base: string, head: string): Promise<'ahead' | 'behind' | 'identical' | 'diverged' | undefined>;
  /** The latest check runs and commit statuses of a commit. */
  checks(commit: string): Promise<readonly CheckResult[]>;
  /** Writes the one comment with this marker on a pull request: makes it, or changes it. */
  upsertComment(issue: number, marker: string, body: string): Promise<void>;
}

export function createGitHub(
  run: Pick<GitHubRun, 'repository' | 'apiUrl'>,
  token: string,
  options: { signal: AbortSignal; clock: Clock },
): GitHub {
  const [owner = '', repo = ''] = run.repository.split('/');
  const octokit = getOctokit(token, { baseUrl: run.apiUrl, request: { signal: options.signal } });
  const { rest } = octokit;
  const at = { owner, repo };

  /** Reads are repeated when GitHub has a fault; its client answers 500 for a broken connection, too. */
  const read = async <T>(resource: string, permission: string, call: () => Promise<T>): Promise<T> => {
    for (let tries = 0; ; tries++) {
      try {
        return await call();
      } catch (error) {
        const failure = toCloudError(error, resource, permission);
        if (failure.status < 500 || tries >= MOST_RETRIES) throw failure;
        await options.clock.sleep(backoff(tries), options.signal);
      }
    }
  };

  return {
    async compare(base, head) {
      const comparison = read(`commits of ${run.repository}`, 'contents: read', () =>
        rest.repos.compareCommitsWithBasehead({ ...at, basehead: `${base}...${head}`, per_page: 1 }),
      );
      return (await absent(comparison))?.data.status;
    },

    async checks(commit) {
      const [runs, { data: combined }] = await read(
        `checks of ${run.repository}`,
        'checks: read and statuses: read',
        () =>
          Promise.all([
            octokit.paginate(rest.checks.listForRef, { ...at, ref: commit, filter: 'latest', per_page: 100 }),
            rest.repos.getCombinedStatusForRef({ ...at, ref: commit, per_page: 100 }),
          ]),
      );
      return [
        ...runs.map(({ name, conclusion }) => ({ name, conclusion: conclusion ?? undefined })),
        ...combined.statuses.map(({ context, state }) => ({
          name: context,
          conclusion: state === 'pending' ? undefined : state,
        })),
      ];
    },

    async upsertComment(issue, marker, body) {
      const resource = `comments of ${run.repository}#${issue}`;
      const comments = await read(resource, 'pull-requests: write', () =>
        octokit.paginate(rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 }),
      );
      const mine = comments.find((comment) => comment.body?.includes(marker));
      const text = `${marker}\n${body}`;
      try {
        if (!mine) await rest.issues.createComment({ ...at, issue_number: issue, body: text });
        else if (mine.body !== text) await rest.issues.updateComment({ ...at, comment_id: mine.id, body: text });
      } catch (error) {
        throw toCloudError(error, resource, 'pull-requests: write');
      }
    },
  };
}

function toCloudError(error: unknown, resource: string, permission: string): CloudError {
  const { status, message } = error as { status?: number; message?: string };
  if (typeof status !== 'number') throw error;
  return new CloudError(
    {
      message: message ?? `HTTP ${status}`,
      status,
      resource,
      permission: status === 401 || status === 403 ? permission : undefined,
      member: status === 401 || status === 403 ? "the job's GITHUB_TOKEN" : undefined,
    },
    { cause: error },
  );
}
