/** The official client of GitHub's REST API, with retries and errors as `CloudError`. */
import { getOctokit } from '@actions/github';
import { readJson } from '../google/errors/error-body.ts';
import { about } from '../google/http/invalid-response.ts';
import { retryAfter } from '../google/http/retry-after.ts';
import { formatDuration } from '../inputs/duration.ts';
import type { Clock } from '../runtime/clock.ts';
import { CloudError } from '../runtime/errors.ts';
import { interrupted, orAborted } from '../runtime/interruption.ts';
import { retry } from '../runtime/retry.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { GitHubRun } from './run.ts';

const MOST_RETRIES = 3;
/** Milliseconds after the first attempt within which a fault is retried. */
const FAULT_PATIENCE = 60_000;
/** Longest wait for a rate limit, in milliseconds. The hourly limit can take longer. */
const RATE_LIMIT_PATIENCE = 300_000;
/** The pause if GitHub names no time (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately). */
const SECONDARY_LIMIT_PAUSE = 60_000;
/**
 * Milliseconds from one write to the next: GitHub takes at most 80 a minute that create content
 * (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests).
 */
const WRITE_INTERVAL = 1000;

export interface GitHubOptions {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** When the step must end, in milliseconds since 1970. */
  readonly deadline?: number | undefined;
}

/** What a call is about: a cloud error names the resource and the missing permission. */
interface CallSubject {
  readonly resource: string;
  readonly permission: string;
  /** True for a call that changes nothing. */
  readonly reads: boolean;
}

export type GitHubClient = ReturnType<typeof createGitHubClient>;

/** `at` are the parameters of every call, `{owner, repo}`. */
export function createGitHubClient(
  run: Pick<GitHubRun, 'repository' | 'apiUrl'>,
  token: string,
  { signal, clock, deadline = Number.POSITIVE_INFINITY }: GitHubOptions,
) {
  const [owner = '', repo = ''] = run.repository.split('/');
  const octokit = getOctokit(token, {
    baseUrl: run.apiUrl,
    request: { signal, fetch: boundedFetch((...call) => fetch(...call), clock) },
  });

  let nextWrite = 0;
  const turnToWrite = async (): Promise<void> => {
    const wait = nextWrite - clock.now();
    nextWrite = Math.max(nextWrite, clock.now()) + WRITE_INTERVAL;
    if (wait > 0) await clock.sleep(wait, signal);
  };

  /**
   * Reads are repeated after faults of GitHub; its client reports a broken connection as 500, too. A call refused by a rate limit
   * was not executed, so any call is repeated after the limit.
   */
  const repeated = async <T>({ resource, permission, reads }: CallSubject, call: () => Promise<T>): Promise<T> => {
    if (!reads) await turnToWrite();
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

  return { octokit, rest: octokit.rest, at: { owner, repo }, repeated, read };
}

interface RequestError {
  readonly status?: number;
  readonly message?: string;
  readonly cause?: unknown;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number>>; readonly data?: unknown };
}

function toCloudError(error: unknown, resource: string, permission: string, now: number): CloudError {
  const { status, message, response, cause } = error as RequestError;
  // The response did not come from GitHub.
  if (cause instanceof CloudError) return about(resource, cause, cause);
  if (typeof status !== 'number') throw error;
  const wait = rateLimit(status, response, now);
  const denied = wait === undefined && (status === 401 || status === 403);
  const text = response?.data === undefined ? message : readJson(response.data).message || message;
  return new CloudError(
    {
      message: text || `HTTP ${status}`,
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
 * Milliseconds until GitHub accepts requests again; undefined if no rate limit refused the call
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit).
 */
function rateLimit(status: number, response: RequestError['response'], now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const headers = response?.headers ?? {};
  const wait = retryAfter(headers, now);
  if (wait !== undefined) return wait;
  const reset = Number(headers['x-ratelimit-reset']) * 1000;
  if (String(headers['x-ratelimit-remaining']) === '0')
    return Number.isFinite(reset) ? Math.max(0, reset - now) : SECONDARY_LIMIT_PAUSE;
  const secondary = /rate limit|abuse detection/i.test(readJson(response?.data ?? '').message);
  return status === 429 || secondary ? SECONDARY_LIMIT_PAUSE : undefined;
}
