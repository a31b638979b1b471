/** GitHub's REST API, as far as we call it, through the official client. */

import { getOctokit } from '@actions/github';
import { readJson } from '../google/errors/error-body.ts';
import { absent } from '../google/errors/not-found.ts';
import { retryAfter } from '../google/http/retry-after.ts';
import { about } from '../google/http/unusable-answer.ts';
import { formatDuration } from '../inputs/duration.ts';
import type { Clock } from '../runtime/clock.ts';
import { CloudError } from '../runtime/errors.ts';
import { interrupted, orAborted } from '../runtime/interruption.ts';
import { retry } from '../runtime/retry.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { GitHubRun } from './run.ts';

const MOST_RETRIES = 3;
/** Milliseconds from the first attempt in which a fault is worth another. */
const FAULT_PATIENCE = 60_000;
/** Milliseconds that a rate limit is waited for. The hourly limit may take longer, and a step should not. */
const RATE_LIMIT_PATIENCE = 300_000;
/** GitHub asks for a minute where it names no time (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately). */
const SECONDARY_LIMIT_PAUSE = 60_000;

export interface CheckResult {
  readonly name: string;
  /** `success`, `failure`, … or undefined while it runs. */
  readonly conclusion: string | undefined;
  /** Slug and name of the app that made the check run; empty for a commit status, which anyone with write access can set. */
  readonly apps: readonly string[];
}

/** What GitHub names as author of a comment. */
interface Author {
  readonly login?: string;
  readonly type?: string;
}

/** Whose comments the job's own token writes (https://docs.github.com/actions/concepts/security/github_token). */
const ACTIONS_BOT = 'github-actions[bot]';

export interface GitHub {
  /** How `head` relates to `base`: `behind` if it is a strict ancestor. Undefined if one of them is unknown. */
  compare(base: string, head: string): Promise<'ahead' | 'behind' | 'identical' | 'diverged' | undefined>;
  /** The text of a file at a commit; undefined if it does not exist. */
  file(path: string, commit: string): Promise<string | undefined>;
  /** The latest check runs and commit statuses of a commit. */
  checks(commit: string): Promise<readonly CheckResult[]>;
  /**
   * Writes the one comment with this marker on a pull request: makes it, or changes it, or the one with the `former` marker.
   * One that another user wrote is not taken over, whatever it holds: its author could go on editing it.
   */
  upsertComment(issue: number, marker: string, body: string, former?: string): Promise<void>;
  /** Starts a workflow run that has ended again, for its own commit. */
  rerun(runId: string): Promise<void>;
  /** Adds a status to the newest deployment of a commit to an environment. Gives false if there is no such deployment. */
  addDeploymentStatus(commit: string, environment: string, status: DeploymentStatus): Promise<boolean>;
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
  options: {
    signal: AbortSignal;
    clock: Clock;
    /** When the step must end, in milliseconds since 1970. */
    deadline?: number | undefined;
  },
): GitHub {
  const { signal, clock, deadline = Number.POSITIVE_INFINITY } = options;
  const [owner = '', repo = ''] = run.repository.split('/');
  const octokit = getOctokit(token, {
    baseUrl: run.apiUrl,
    request: { signal, fetch: boundedFetch((...call) => fetch(...call), clock) },
  });
  const { rest } = octokit;
  const at = { owner, repo };

  /**
   * Reads are repeated when GitHub has a fault; its client answers 500 for a broken connection, too. What a rate limit refused
   * was not carried out, so any call is repeated once the limit is over.
   */
  const repeated = async <T>(
    { resource, permission, reads }: { resource: string; permission: string; reads: boolean },
    call: () => Promise<T>,
  ): Promise<T> => {
    const patience = Math.min(clock.now() + RATE_LIMIT_PATIENCE, deadline);
    let last: CloudError | undefined;
    const work = async (): Promise<T> => {
      try {
        return await orAborted(call(), signal);
      } catch (error) {
        if (signal.aborted) throw interrupted(signal, resource, last);
        last = toCloudError(error, resource, permission, clock.now());
        throw last;
      }
    };
    const enough = clock.now() + FAULT_PATIENCE;
    const mayPass = (error: unknown, attempt: number) =>
      error instanceof CloudError &&
      (error.retryAfterMs !== undefined ||
        (reads && error.status >= 500 && !error.final && attempt < MOST_RETRIES && clock.now() < enough));
    return await retry(work, { clock, signal, resource, until: patience, mayPass });
  };
  const read = <T>(resource: string, permission: string, call: () => Promise<T>): Promise<T> =>
    repeated({ resource, permission, reads: true }, call);

  /** The comment that the job's token wrote, or this very token: a user's, or another app's. */
  const ownOf = async <T extends { readonly user: Author | null }>(marked: readonly T[]): Promise<T | undefined> => {
    const bots = marked.find(({ user }) => user?.login === ACTIONS_BOT && user.type === 'Bot');
    if (bots || marked.length === 0) return bots;
    // GET /user answers no installation; this does (https://docs.github.com/graphql/reference/queries#viewer).
    const login = await read('the owner of github-token', '', () =>
      octokit.graphql<{ viewer?: { login?: string } } | undefined>('{ viewer { login } }'),
    ).then(
      (answer) => answer?.viewer?.login,
      () => undefined,
    );
    if (!login) return undefined;
    const app = token.startsWith('ghs_');
    return marked.find(({ user }) =>
      user?.type === 'Bot'
        ? user.login?.replace(/\[bot\]$/, '') === login.replace(/\[bot\]$/, '')
        : !app && user?.login === login,
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
        ...runs.map(({ name, conclusion, app }) => ({
          name,
          conclusion: conclusion ?? undefined,
          apps: [app?.slug, app?.name].filter((one): one is string => Boolean(one)),
        })),
        ...combined.statuses.map(({ context, state }) => ({
          name: context,
          conclusion: state === 'pending' ? undefined : state,
          apps: [],
        })),
      ];
    },

    async rerun(runId) {
      await repeated(
        { resource: `run ${runId} of ${run.repository}`, permission: 'actions: write', reads: false },
        () => rest.actions.reRunWorkflow({ ...at, run_id: Number(runId) }),
      );
    },

    async addDeploymentStatus(commit, environment, { state, description, logUrl }) {
      const resource = `deployments of ${run.repository}`;
      const permission = 'deployments: write';
      const { data } = await read(resource, permission, () =>
        rest.repos.listDeployments({ ...at, sha: commit, environment, per_page: 1 }),
      );
      const [newest] = data;
      if (!newest) return false;
      await repeated({ resource, permission, reads: false }, () =>
        rest.repos.createDeploymentStatus({
          ...at,
          deployment_id: newest.id,
          state,
          description: description.slice(0, 140),
          log_url: logUrl,
          auto_inactive: false,
        }),
      );
      return true;
    },

    async upsertComment(issue, marker, body, former) {
      const resource = `comments of ${run.repository}#${issue}`;
      const comments = await read(resource, 'pull-requests: write', () =>
        octokit.paginate(rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 }),
      );
      const own = (text: string) => ownOf(comments.filter((comment) => comment.body?.startsWith(text)));
      const mine = (await own(marker)) ?? (former ? await own(former) : undefined);
      const text = `${marker}\n${body}`;
      await repeated({ resource, permission: 'pull-requests: write', reads: false }, async () => {
        if (!mine) await rest.issues.createComment({ ...at, issue_number: issue, body: text });
        else if (mine.body !== text) await rest.issues.updateComment({ ...at, comment_id: mine.id, body: text });
      });
    },
  };
}

interface RequestError {
  readonly status?: number;
  readonly message?: string;
  readonly cause?: unknown;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number>>; readonly data?: unknown };
}

function toCloudError(error: unknown, resource: string, permission: string, now: number): CloudError {
  const { status, message, response, cause } = error as RequestError;
  // What came was no answer of GitHub's.
  if (cause instanceof CloudError) return about(resource, cause, cause);
  if (typeof status !== 'number') throw error;
  const wait = rateLimit(status, response, now);
  const denied = wait === undefined && (status === 401 || status === 403);
  const said = response?.data === undefined ? message : readJson(response.data).message || message;
  return new CloudError(
    {
      message: said || `HTTP ${status}`,
      status,
      resource,
      permission: denied ? permission : undefined,
      member: denied ? "the job's GITHUB_TOKEN" : undefined,
      retryAfterMs: wait,
      advice:
        wait === undefined
          ? undefined
          : `GitHub's rate limit is reached: it takes requests again in ${formatDuration(wait)}. Run this step again then, or run fewer jobs with this token at a time.`,
    },
    { cause: error },
  );
}

/**
 * Milliseconds until GitHub takes requests again; undefined if it was not its rate limit that refused
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit).
 */
function rateLimit(status: number, response: RequestError['response'], now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const headers = response?.headers ?? {};
  const asked = retryAfter(headers, now);
  if (asked !== undefined) return asked;
  const reset = Number(headers['x-ratelimit-reset']) * 1000;
  if (String(headers['x-ratelimit-remaining']) === '0')
    return Number.isFinite(reset) ? Math.max(0, reset - now) : SECONDARY_LIMIT_PAUSE;
  const secondary = /rate limit|abuse detection/i.test(readJson(response?.data ?? '').message);
  return status === 429 || secondary ? SECONDARY_LIMIT_PAUSE : undefined;
}
