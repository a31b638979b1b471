/**
 * Earlier commits of a branch: their files, the protection of the branch, and check runs.
 * https://docs.github.com/en/rest/branches/branches, https://docs.github.com/en/rest/repos/rules, https://docs.github.com/en/rest/git/trees,
 * https://docs.github.com/en/rest/commits/commits#list-commits, https://docs.github.com/en/rest/checks
 */
import { createHash } from 'node:crypto';
import { ApiError } from '../http/errors.ts';
import { type Route, route } from '../http/routes.ts';
import { pageOf } from './pages.ts';

export interface CheckRun {
  readonly name: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion?:
    | 'success'
    | 'failure'
    | 'neutral'
    | 'cancelled'
    | 'skipped'
    | 'timed_out'
    | 'action_required'
    | null;
  readonly started_at?: string;
  readonly completed_at?: string;
  /** Messages of the notices that its job printed. */
  readonly annotations?: readonly string[];
  /** Its check suite, and the branch of that. */
  readonly suite?: { readonly id: number; readonly branch: string };
  /** The app that created it; default: GitHub Actions. */
  readonly app?: { readonly slug: string; readonly name: string };
}

/** The state of the repository. */
export interface HistorySource {
  /** The SHA of a branch, tag or commit; throws if it does not exist. */
  resolve(name: string): string;
  /** `undefined` if the branch does not exist. */
  head(branch: string): string | undefined;
  /** A commit and all its ancestors, newest first. */
  ancestors(sha: string): Iterable<string>;
  commitBody(sha: string): object;
  /** Files of a commit, `path` → text. */
  files(sha: string): ReadonlyMap<string, string>;
  /** Check runs of all commits, with their ids. */
  checkRuns(): Iterable<CheckRun & { readonly id: number }>;
  /** Protected branches with their protection. */
  readonly protection: ReadonlyMap<string, 'branch' | 'ruleset'>;
}

/** Maximum of entries in a tree response; tests set it lower. */
const MOST_ENTRIES = 100_000;

export function historyRoutes(repo: string, source: HistorySource): readonly Route[] {
  const notFound = (message = 'Not Found') => new ApiError(404, message);
  const pages = ['per_page', 'page'];
  const check = (id: string | undefined) => {
    for (const run of source.checkRuns()) if (String(run.id) === id) return run;
    throw notFound();
  };
  return [
    route('GET', `${repo}/branches/{branch=**}`, ({ params }) => {
      const { branch = '' } = params;
      const sha = source.head(branch);
      if (sha === undefined) throw notFound('Branch not found');
      return {
        body: { name: branch, commit: source.commitBody(sha), protected: source.protection.get(branch) === 'branch' },
      };
    }),
    route('GET', `${repo}/rules/branches/{branch=**}`, ({ params }) => ({
      body: source.protection.get(params.branch ?? '') === 'ruleset' ? [{ type: 'non_fast_forward' }] : [],
    })),
    route(
      'GET',
      `${repo}/commits`,
      (request) => {
        const from = source.resolve(request.query.get('sha') ?? 'main');
        return pageOf(request, [...source.ancestors(from)].map(source.commitBody));
      },
      { query: [...pages, 'sha'] },
    ),
    // Folders are listed, too: https://docs.github.com/en/rest/git/trees#get-a-tree
    route(
      'GET',
      `${repo}/git/trees/{sha}`,
      ({ params }) => {
        const files = [...source.files(source.resolve(params.sha ?? ''))].sort(([a], [b]) => (a < b ? -1 : 1));
        const folders = new Set(files.flatMap(([path]) => foldersOf(path)));
        const tree = [
          ...[...folders].map((path) => ({ path, mode: '040000', type: 'tree', sha: gitHash(path) })),
          ...files.map(([path, text]) => ({ path, mode: '100644', type: 'blob', sha: gitHash(text) })),
        ];
        return { body: { sha: params.sha, tree: tree.slice(0, MOST_ENTRIES), truncated: tree.length > MOST_ENTRIES } };
      },
      { query: ['recursive'] },
    ),
    route(
      'GET',
      `${repo}/check-runs/{id}/annotations`,
      (request) => {
        const messages = check(request.params.id).annotations ?? [];
        return pageOf(
          request,
          messages.map((message) => ({ path: '.github', annotation_level: 'notice', title: '', message })),
        );
      },
      { query: pages },
    ),
    route('GET', `${repo}/check-suites/{id}`, ({ params }) => {
      for (const { suite } of source.checkRuns())
        if (suite !== undefined && String(suite.id) === params.id)
          return { body: { id: suite.id, head_branch: suite.branch } };
      throw notFound();
    }),
  ];
}

const foldersOf = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, i, parts) => parts.slice(0, i + 1).join('/'));

const gitHash = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
