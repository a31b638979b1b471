/** Refuses a commit that is a strict ancestor of a live one, so that a delayed run does not deploy an older version. */

import { CloudError, OutcomeError } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
import type { GitHub } from './api.ts';
import { shortCommit } from './commit.ts';

/** What to do when GitHub cannot say which of two commits is older. */
export const ON_UNKNOWN_HISTORY = ['refuse', 'warn'] as const;
export type OnUnknownHistory = (typeof ON_UNKNOWN_HISTORY)[number];

export interface FreshnessOptions {
  /** Undefined without a `github-token`. Called only if there are two commits to compare. */
  readonly github: (() => Promise<Pick<GitHub, 'compare'>>) | undefined;
  readonly log: Log;
  /** Allows an older commit, or one of unknown history, with a warning. */
  readonly force: boolean;
  readonly onUnknownHistory: OnUnknownHistory;
  /** For messages: what happens to the commit of this step, and what the known commits are; they are live by default. */
  readonly done: 'deployed' | 'published';
  readonly known?: 'live' | 'being deployed';
  /** Advice for going back on purpose; default the inputs of the action. */
  readonly wayBack?: string;
}

/**
 * `known` are live commits and those of unfinished runs. Throws `OutcomeError` if `commit` is older than one of
 * them, and with `onUnknownHistory: 'refuse'` if that is unknown. A missing token, or one without permission to read commits,
 * counts as unknown history.
 */
export async function checkFreshness(
  commit: string,
  known: readonly string[],
  options: FreshnessOptions,
): Promise<void> {
  const { log, force, done } = options;
  for (const other of new Set(known)) {
    if (other === commit) continue;
    const relation = await relate(other, commit, options);
    if (relation === 'newer') continue;
    if (relation === 'older') {
      const message = `Commit ${shortCommit(commit)} is older than ${shortCommit(other)}, which is already ${options.known ?? 'live'}.`;
      if (!force)
        throw new OutcomeError(
          `${message} Nothing was changed. ${options.wayBack ?? `To go back on purpose use rollback-to, or force: true to let the older commit be ${done}.`}`,
        );
      log.warning(`${message} It is ${done} because force is true.`);
      continue;
    }
    if (options.onUnknownHistory === 'refuse' && !force)
      throw new OutcomeError(
        `${relation.unknown} Nothing was changed, because on-unknown-history is refuse. Use force: true to let this commit be ${done} once.`,
      );
    log.warning(`${relation.unknown} The commit is ${done} without this check.`);
  }
}

type Relation = 'newer' | 'older' | { readonly unknown: string };

async function relate(other: string, commit: string, { github, known = 'live' }: FreshnessOptions): Promise<Relation> {
  const [theirs, ours] = [`${shortCommit(other)}, which is ${known}`, shortCommit(commit)];
  const unchecked = `Whether commit ${ours} is older than ${theirs}, is unknown`;
  if (!github) return { unknown: `${unchecked}: there is no github-token.` };
  let status: Awaited<ReturnType<GitHub['compare']>>;
  try {
    status = await (await github()).compare(other, commit);
  } catch (error) {
    // After the rate limit the comparison succeeds.
    const refused =
      error instanceof CloudError && [401, 403].includes(error.status) && error.retryAfterMs === undefined;
    if (!refused) throw error;
    return {
      unknown: `${unchecked}: GitHub refused the github-token (${error.status}: ${error.message}). Grant the job contents: read.`,
    };
  }
  if (status === undefined)
    return {
      unknown: `${unchecked}: GitHub does not know both commits (404). Check that both are in this repository, and that the job has contents: read.`,
    };
  if (status === 'diverged')
    return {
      unknown: `The histories of commit ${ours} and of ${theirs}, have diverged, so neither is older. Commit ${ours} may lack changes of ${shortCommit(other)}.`,
    };
  return status === 'behind' ? 'older' : 'newer';
}
