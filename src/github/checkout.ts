/**
 * Whether the checkout has the commit of the step. Git's files are read directly, because some machines have no git
 * (https://git-scm.com/docs/gitrepository-layout).
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Log } from '../runtime/log.ts';
import { isCommit, shortCommit } from './commit.ts';
import { type GitHubRun, resolveCommit } from './run.ts';

/** `GITHUB_SHA` of a pull request is a merge of its head, on trial or on the base branch. Only `pull_request_target` has the base. */
const isMergeOfPull = ({ eventName, payload: { pull_request: pull } }: GitHubRun): boolean =>
  pull !== undefined && eventName !== 'pull_request_target';

/**
 * Warns if the workspace has another commit than `commit`. By default, actions/checkout checks out `GITHUB_SHA`, which on some events is
 * the newest commit of the branch (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows), and
 * with `ref: main` the newest commit of main. No warning without a checkout of this repository.
 */
export function warnOfOtherCheckout(commit: string, run: GitHubRun, log: Pick<Log, 'warning'>): void {
  const git = join(resolve(run.workspace || '.'), '.git');
  const head = existsSync(git) && isOf(run.repository, gitConfig(git)) ? headCommit(git) : undefined;
  if (head === undefined || head === commit || (head === run.sha && isMergeOfPull(run))) return;
  log.warning(
    `The workspace has commit ${shortCommit(head)}, but this step is for commit ${shortCommit(commit)}, so its results would have the name of the wrong commit. Check out ${shortCommit(commit)} (actions/checkout with ref: ${commit}), or set the input commit to the one that is checked out.`,
  );
}

/** Why a workflow that checks out `GITHUB_SHA` cannot work for the commit of its event; undefined if it can. */
export function notCheckedOut(run: GitHubRun): string | undefined {
  if (run.sha === '' || isMergeOfPull(run)) return undefined;
  const commit = resolveCommit(undefined, run);
  if (commit === run.sha) return undefined;
  return `${run.eventName} is about commit ${shortCommit(commit)}, but the workflow checks out ${shortCommit(run.sha)}, the newest commit of the branch, and would build and deploy that under the name of the other. Use on: push. To deploy only after checks of other workflows, name them in required-checks.`;
}

/** The text of `.git/config`; empty without one. `git` is the entry `.git` of a checkout. */
export function gitConfig(git: string): string {
  const folders = gitFolders(git);
  return folders ? textOf(join(folders.common, 'config')) : '';
}

function headCommit(git: string): string | undefined {
  const folders = gitFolders(git);
  if (!folders) return undefined;
  const head = textOf(join(folders.own, 'HEAD')).trim();
  const branch = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  const commit =
    branch === undefined ? head : textOf(join(folders.common, branch)).trim() || packed(folders.common, branch);
  return isCommit(commit) ? commit : undefined;
}

const packed = (folder: string, branch: string): string =>
  textOf(join(folder, 'packed-refs'))
    .split('\n')
    .find((line) => line.endsWith(` ${branch}`))
    ?.split(' ')[0] ?? '';

/** The folder of the checkout, with its HEAD, and that of the repository. In a linked worktree and in a submodule `.git` is a file. */
function gitFolders(git: string): { readonly own: string; readonly common: string } | undefined {
  if (statSync(git).isDirectory()) return { own: git, common: git };
  const target = /^gitdir: (.+)$/m.exec(textOf(git))?.[1];
  if (target === undefined) return undefined;
  const own = resolve(dirname(git), target);
  return { own, common: resolve(own, textOf(join(own, 'commondir')).trim()) };
}

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Whether one of the remotes is the repository. */
const isOf = (repository: string, config: string): boolean =>
  [...config.matchAll(/^\s*url\s*=\s*(\S+?)(?:\.git)?\/?\s*$/gm)].some(([, url = '']) =>
    ['/', ':'].some((before) => url.toLowerCase().endsWith(before + repository.toLowerCase())),
  );
