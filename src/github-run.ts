/** What the runner says about the run: commit, event, actor, links. Read once from the environment. */
import { readFileSync } from 'node:fs';
import { InputError } from './errors.ts';

/** https://docs.github.com/actions/reference/workflows-and-actions/variables */
export interface GitHubRun {
  readonly repository: string;
  readonly actor: string;
  readonly eventName: string;
  readonly ref: string;
  readonly runId: string;
  readonly runAttempt: number;
  readonly workflow: string;
  readonly job: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** The page of this run. */
  readonly runUrl: string;
  readonly workspace: string;
  /** A folder that the runner empties at the end of the job. */
  readonly temp: string;
  readonly sha: string;
  /** The event's payload, as far as it was readable. */
  readonly payload: Readonly<EventPayload>;
}

/** The parts of event payloads that we use. */
export interface EventPayload {
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly sha?: string; readonly repo?: { readonly full_name?: string } | null };
    readonly base?: { readonly sha?: string };
  };
  readonly workflow_run?: { readonly head_sha?: string };
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
 * The commit, by one rule everywhere: the input, else the head of the pull request (`GITHUB_SHA` is only its merge
 * commit), else the head commit of the `workflow_run`, else `GITHUB_SHA`. 40 hexadecimal digits.
 */
export function resolveCommit(input: string | undefined, run: GitHubRun): string {
  const commit = input ?? run.payload.pull_request?.head?.sha ?? run.payload.workflow_run?.head_sha ?? run.sha;
  if (/^[0-9a-f]{40}$/.test(commit)) return commit;
  throw new InputError([
    {
      subject: input === undefined ? 'Variable GITHUB_SHA' : 'Input commit',
      message: `"${commit}" is not a commit. Give the full SHA, 40 hexadecimal digits, for instance \${{ github.sha }}.`,
    },
  ]);
}
