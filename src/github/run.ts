/** The run as the runner's environment describes it: commit, event, actor, links. */

import { readFileSync } from 'node:fs';
import { InputError } from '../runtime/errors.ts';
import { isCommit } from './commit.ts';

/** https://docs.github.com/actions/reference/workflows-and-actions/variables */
export interface GitHubRun {
  readonly repository: string;
  /** Id of the repository, which does not change when it is renamed. */
  readonly repositoryId: string;
  readonly actor: string;
  readonly eventName: string;
  readonly ref: string;
  readonly runId: string;
  readonly runAttempt: number;
  readonly workflow: string;
  /** The workflow that was started, `acme/web/.github/workflows/deploy.yml@refs/heads/main`. */
  readonly workflowRef: string;
  readonly job: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** The page of this run. */
  readonly runUrl: string;
  readonly workspace: string;
  /** A folder that the runner empties at the end of the job. */
  readonly temp: string;
  readonly sha: string;
  /** The event's payload; empty if it could not be read. */
  readonly payload: Readonly<EventPayload>;
}

/** The parts of event payloads that we use. */
export interface EventPayload {
  /** The activity type, such as `closed` of a pull request. */
  readonly action?: string;
  readonly pull_request?: {
    readonly number?: number;
    readonly merged?: boolean;
    /** Once merged, the commit on the base branch; before that, a trial merge. */
    readonly merge_commit_sha?: string | null;
    /** Of the change that the event is about, in whole seconds. */
    readonly updated_at?: string;
    readonly head?: { readonly sha?: string; readonly repo?: { readonly full_name?: string } | null };
    readonly base?: { readonly sha?: string; readonly ref?: string };
  };
  /** https://docs.github.com/webhooks/webhook-events-and-payloads#merge_group */
  readonly merge_group?: { readonly base_sha?: string; readonly base_ref?: string };
  readonly repository?: { readonly default_branch?: string };
  readonly workflow_run?: {
    readonly head_sha?: string;
    /** What started that run, such as `pull_request`. */
    readonly event?: string;
  };
  /** The commit that a push moved the branch from. */
  readonly before?: string;
}

type Env = Readonly<Record<string, string | undefined>>;

export function readGitHubRun(env: Env): GitHubRun {
  const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const repository = env.GITHUB_REPOSITORY ?? '';
  const runId = env.GITHUB_RUN_ID ?? '';
  return {
    repository,
    serverUrl,
    runId,
    actor: env.GITHUB_ACTOR ?? '',
    repositoryId: env.GITHUB_REPOSITORY_ID ?? '',
    workflowRef: env.GITHUB_WORKFLOW_REF ?? '',
    eventName: env.GITHUB_EVENT_NAME ?? '',
    ref: env.GITHUB_REF ?? '',
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1'),
    workflow: env.GITHUB_WORKFLOW ?? '',
    job: env.GITHUB_JOB ?? '',
    apiUrl: (env.GITHUB_API_URL ?? 'https://api.github.com').replace(/\/+$/, ''),
    runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
    workspace: env.GITHUB_WORKSPACE ?? '',
    temp: env.RUNNER_TEMP ?? '',
    sha: env.GITHUB_SHA ?? '',
    payload: readPayload(env.GITHUB_EVENT_PATH),
  };
}

function readPayload(path: string | undefined): EventPayload {
  if (!path) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as EventPayload;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/**
 * The commit of a step: the input, else that of the pull request, else the head commit of the `workflow_run`,
 * else `GITHUB_SHA`. A full commit SHA.
 */
export function resolveCommit(input: string | undefined, run: GitHubRun): string {
  const { payload, sha } = run;
  const commit = input ?? pullRequestCommit(run) ?? payload.workflow_run?.head_sha ?? sha;
  if (isCommit(commit)) return commit;
  throw new InputError([
    {
      subject: input === undefined ? 'Variable GITHUB_SHA' : 'Input commit',
      message: `"${commit}" is not a commit. Set the full commit SHA, for instance \${{ github.sha }}.`,
    },
  ]);
}

/**
 * For an open pull request the head, because `GITHUB_SHA` is only a trial merge. For a merged one the commit on the base
 * branch: heads of pull requests are siblings, so an older one would not count as older
 * (https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request).
 */
function pullRequestCommit({ payload: { pull_request: pull }, sha }: GitHubRun): string | undefined {
  if (pull?.merged) return pull.merge_commit_sha ?? sha;
  return pull?.head?.sha;
}
