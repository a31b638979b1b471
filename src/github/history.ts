/** Reads earlier commits of a branch from GitHub: their files and the results of their checks. */
import { absent } from '../google/errors/not-found.ts';
import { createGitHubClient, type GitHubOptions } from './client.ts';
import type { GitHubRun } from './run.ts';

/** A check run that has ended (https://docs.github.com/rest/checks/runs#list-check-runs-for-a-git-reference). */
export interface EndedCheck {
  readonly id: number;
  readonly name: string;
  readonly conclusion: string;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** Slug of the app that made it; `github-actions` for a job of a workflow. */
  readonly app: string;
  readonly suite: number;
  /** Its page. */
  readonly url: string;
}

export interface GitHubHistory {
  /** Whether branch protection or a ruleset applies to the branch. */
  isProtected(branch: string): Promise<boolean>;
  /** The commit and its ancestors by first parents, newest first. At most 100. */
  line(commit: string): Promise<readonly string[]>;
  /** The files of a commit, path → id of its content and mode; undefined if there are more than GitHub lists at once. */
  files(commit: string): Promise<ReadonlyMap<string, string> | undefined>;
  endedChecks(commit: string): Promise<readonly EndedCheck[]>;
  /** Messages of the notices, warnings and errors of a check run. */
  annotations(check: number): Promise<readonly string[]>;
  /** The branch of a check suite. */
  branchOf(suite: number): Promise<string | undefined>;
}

export function createGitHubHistory(
  run: Pick<GitHubRun, 'repository' | 'apiUrl'>,
  token: string,
  options: GitHubOptions,
): GitHubHistory {
  const { octokit, rest, at, read } = createGitHubClient(run, token, options);
  const contents = <T>(what: string, call: () => Promise<T>) =>
    read(`${what} of ${run.repository}`, 'contents: read', call);
  const checks = <T>(call: () => Promise<T>) => read(`checks of ${run.repository}`, 'checks: read', call);
  return {
    async isProtected(branch) {
      const found = await absent(contents(`branch ${branch}`, () => rest.repos.getBranch({ ...at, branch })));
      if (!found) return false;
      if (found.data.protected) return true;
      const rules = contents(`rules of branch ${branch}`, () => rest.repos.getBranchRules({ ...at, branch }));
      return ((await absent(rules))?.data.length ?? 0) > 0;
    },

    async line(commit) {
      const { data } = await contents('commits', () => rest.repos.listCommits({ ...at, sha: commit, per_page: 100 }));
      const parents = new Map(data.map(({ sha, parents: [first] }) => [sha, first?.sha]));
      const line: string[] = [];
      for (let next: string | undefined = commit; next !== undefined && parents.has(next); next = parents.get(next))
        line.push(next);
      return line;
    },

    async files(commit) {
      const { data } = await contents('files', () => rest.git.getTree({ ...at, tree_sha: commit, recursive: '1' }));
      if (data.truncated) return undefined;
      return new Map(
        data.tree.flatMap(({ path, mode, sha, type }) => (type === 'tree' ? [] : [[path, `${mode} ${sha}`]])),
      );
    },

    async endedChecks(commit) {
      const runs = await checks(() =>
        octokit.paginate(rest.checks.listForRef, { ...at, ref: commit, filter: 'latest', per_page: 100 }),
      );
      return runs.flatMap(({ id, name, conclusion, completed_at, app, check_suite, html_url }) =>
        conclusion && completed_at
          ? {
              id: Number(id),
              name,
              conclusion,
              endedAt: Date.parse(completed_at),
              app: app?.slug ?? '',
              suite: Number(check_suite?.id),
              url: html_url ?? '',
            }
          : [],
      );
    },

    async annotations(check) {
      const found = await checks(() =>
        octokit.paginate(rest.checks.listAnnotations, { ...at, check_run_id: check, per_page: 100 }),
      );
      return found.map(({ message }) => message ?? '');
    },

    async branchOf(suite) {
      const { data } = await checks(() => rest.checks.getSuite({ ...at, check_suite_id: suite }));
      return data.head_branch ?? undefined;
    },
  };
}
