/**
 * The parts of GitHub's REST API that the actions call: comparing commits, checks and statuses of a commit, comments, pull requests.
 * https://docs.github.com/en/rest
 */
import type { Core } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import { type ApiRequest, type Route, route, type ServeOptions } from '../http/routes.ts';
import { createDeployments, type Deployments } from './deployments.ts';
import { type CheckRun, historyRoutes } from './history.ts';
import { pageOf } from './pages.ts';

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
  readonly created_at: string;
  updated_at: string;
}

/** The fields of a pull request that the actions read. */
export interface PullRequest {
  readonly state: 'open' | 'closed';
  /** RFC 3339; default now. */
  readonly updated_at?: string;
  readonly merge_commit_sha?: string | null;
  /** The head commit of its branch. */
  readonly head?: { readonly sha: string };
}

export interface GitHub {
  readonly routes: readonly Route[];
  readonly serveOptions: ServeOptions;
  /** The job's token (`github.token`). */
  readonly token: string;
  /** Adds a commit with its parents; other commits do not exist. The first parent is on the same branch. */
  commit(sha: string, parents?: readonly string[], message?: string): void;
  /** Points a branch or tag at a commit. */
  ref(name: string, sha: string): void;
  /** Protects a branch, by branch protection or by a ruleset. */
  protect(branch: string, by?: 'branch' | 'ruleset'): void;
  setCheckRuns(sha: string, runs: readonly CheckRun[]): void;
  setStatus(sha: string, context: string, state: 'success' | 'failure' | 'error' | 'pending'): void;
  /** The text of a file at a commit. */
  file(sha: string, path: string, text: string): void;
  /** Sets the pull requests (numbers) of a commit. */
  setPulls(sha: string, numbers: readonly number[]): void;
  /** Opens a pull request, or changes it. */
  setPull(number: number, pull: PullRequest): void;
  /** The comments of an issue or pull request. */
  comments(issue: number): readonly Comment[];
  /** Deployments, and re-runs. */
  readonly runs: Pick<Deployments, 'deployments' | 'reruns' | 'runs'>;
  /** A comment by another user. */
  addComment(issue: number, body: string, user: Comment['user']): void;
}

interface Commit {
  readonly parents: readonly string[];
  readonly message: string;
}

export function createGitHub(core: Core): GitHub {
  const commits = new Map<string, Commit>();
  const refs = new Map<string, string>();
  const checkRuns = new Map<string, readonly (CheckRun & { readonly id: number })[]>();
  const protection = new Map<string, 'branch' | 'ruleset'>();
  const statuses = new Map<string, { context: string; state: string }[]>();
  const files = new Map<string, string>();
  const pulls = new Map<string, readonly number[]>();
  const pullRequests = new Map<number, PullRequest>();
  const comments = new Map<number, Comment[]>();
  let lastId = 1000;
  const now = () => new Date(core.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');

  /** A full or short SHA (7 characters or more), a branch or a tag. */
  function resolve(name: string): string {
    const ref = refs.get(name) ?? refs.get(name.replace(/^(refs\/)?(heads|tags)\//, ''));
    if (ref) return ref;
    const matches = [...commits.keys()].filter((sha) => name.length >= 7 && sha.startsWith(name));
    if (matches.length !== 1 || !matches[0]) throw missing(`No commit found for SHA: ${name}`, 422);
    return matches[0];
  }
  function ancestors(sha: string): Set<string> {
    const seen = new Set<string>();
    const open = [sha];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(commits.get(next)?.parents ?? []));
    }
    return seen;
  }
  const commitBody = (sha: string) => ({
    sha,
    commit: { message: commits.get(sha)?.message ?? '' },
    parents: (commits.get(sha)?.parents ?? []).map((parent) => ({ sha: parent })),
  });

  function compare(spec: string) {
    const [base = '', head = ''] = spec.split('...');
    let from: string;
    let to: string;
    try {
      [from, to] = [resolve(base), resolve(head)];
    } catch {
      throw missing('Not Found');
    }
    const [behind, ahead] = [ancestors(from), ancestors(to)];
    const aheadCommits = [...ahead].filter((sha) => !behind.has(sha));
    const behindBy = [...behind].filter((sha) => !ahead.has(sha)).length;
    const common = [...ahead].find((sha) => behind.has(sha));
    if (!common) throw missing('No common ancestor between the commits.');
    const status =
      aheadCommits.length === 0 ? (behindBy === 0 ? 'identical' : 'behind') : behindBy === 0 ? 'ahead' : 'diverged';
    return {
      status,
      ahead_by: aheadCommits.length,
      behind_by: behindBy,
      total_commits: aheadCommits.length,
      base_commit: commitBody(from),
      merge_base_commit: commitBody(common),
      commits: aheadCommits.reverse().map(commitBody),
      files: [],
    };
  }

  function addComment(issue: number, body: string, user: Comment['user']): Comment {
    const comment = { id: ++lastId, body, user, created_at: now(), updated_at: now() };
    comments.set(issue, [...(comments.get(issue) ?? []), comment]);
    return comment;
  }
  const findComment = (request: ApiRequest) => {
    const id = Number(request.params.id);
    for (const [issue, list] of comments) {
      const comment = list.find((one) => one.id === id);
      if (comment) return { issue, list, comment };
    }
    throw missing('Not Found');
  };
  const bodyOf = async (request: ApiRequest) => {
    const { body } = await request.json<{ body?: unknown }>();
    if (typeof body !== 'string' || body === '') throw missing('Validation Failed: body is missing', 422);
    return body;
  };

  const repo = '/repos/{owner}/{repo}';
  const runs = createDeployments(repo);
  return {
    token: core.tokens.mint({ member: 'github-actions[bot]' }, 86_400),
    serveOptions: {
      unauthenticated: () => ({ status: 401, body: { message: 'Bad credentials', status: '401' } }),
      errorBody: ({ status, message }) => ({ message, status: String(status) }),
      systemParameters: false,
    },
    commit: (sha, parents = [], message = '') => void commits.set(sha, { parents, message }),
    ref: (name, sha) => void refs.set(name, sha),
    protect: (branch, by = 'branch') => void protection.set(branch, by),
    setCheckRuns: (sha, runs) =>
      void checkRuns.set(
        sha,
        runs.map((run) => ({ id: ++lastId, ...run })),
      ),
    setStatus(sha, context, state) {
      const status = {
        id: ++lastId,
        state,
        description: null,
        target_url: null,
        context,
        created_at: now(),
        updated_at: now(),
      };
      statuses.set(sha, [status, ...(statuses.get(sha) ?? []).filter((one) => one.context !== context)]);
    },
    file: (sha, path, text) => void files.set(`${sha} ${path}`, text),
    setPull: (number, pull) => void pullRequests.set(number, { updated_at: now(), merge_commit_sha: null, ...pull }),
    setPulls: (sha, numbers) => void pulls.set(sha, numbers),
    comments: (issue) => comments.get(issue) ?? [],
    addComment: (issue, body, user) => void addComment(issue, body, user),
    runs,
    routes: [
      ...runs.routes,
      ...historyRoutes(repo, {
        resolve,
        ancestors,
        commitBody,
        protection,
        head: (branch) => refs.get(branch),
        files: (sha) =>
          new Map(
            [...files].flatMap(([key, text]) => (key.startsWith(`${sha} `) ? [[key.slice(sha.length + 1), text]] : [])),
          ),
        checkRuns: () => [...checkRuns.values()].flat(),
      }),
      route(
        'GET',
        `${repo}/compare/{spec=**}`,
        (request) => {
          const { commits, ...comparison } = compare(request.params.spec ?? '');
          return pageOf(request, commits, (page) => ({ ...comparison, commits: page }), 250);
        },
        { query: PAGES },
      ),
      // The file itself with the media type `raw`, else as JSON in base64
      // (https://docs.github.com/rest/repos/contents#get-repository-content).
      route(
        'GET',
        `${repo}/contents/{path=**}`,
        (request) => {
          const path = request.params.path ?? '';
          const text = files.get(`${resolve(request.query.get('ref') ?? 'main')} ${path}`);
          if (text === undefined) throw missing('Not Found');
          if (/[.+]raw(?:\+json)?\b/.test(String(request.headers.accept ?? '')))
            return { body: text, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } };
          return {
            body: {
              type: 'file',
              name: path.split('/').at(-1),
              path,
              size: Buffer.byteLength(text),
              encoding: 'base64',
              content: Buffer.from(text).toString('base64'),
            },
          };
        },
        { query: ['ref'] },
      ),
      route(
        'GET',
        `${repo}/commits/{ref}/check-runs`,
        (request) => {
          const name = request.query.get('check_name');
          const all = (checkRuns.get(resolve(request.params.ref ?? '')) ?? [])
            .filter((run) => name === null || run.name === name)
            .map(({ annotations = [], suite, ...run }) => ({
              conclusion: null,
              started_at: now(),
              completed_at: run.status === 'completed' ? now() : null,
              html_url: `https://github.com/${request.params.owner}/${request.params.repo}/runs/${run.id}`,
              app: { slug: 'github-actions', name: 'GitHub Actions' },
              check_suite: { id: suite?.id ?? run.id },
              output: { annotations_count: annotations.length },
              ...run,
            }));
          return pageOf(request, all, (page) => ({ total_count: all.length, check_runs: page }));
        },
        { query: [...PAGES, 'check_name', 'filter=latest'] },
      ),
      route(
        'GET',
        `${repo}/commits/{ref}/status`,
        (request) => {
          const sha = resolve(request.params.ref ?? '');
          const all = statuses.get(sha) ?? [];
          const failed = all.some(({ state }) => state === 'failure' || state === 'error');
          const pending = all.length === 0 || all.some(({ state }) => state === 'pending');
          const state = failed ? 'failure' : pending ? 'pending' : 'success';
          const repository = repositoryBody(request);
          return pageOf(request, all, (statuses) => ({
            state,
            statuses,
            sha,
            total_count: all.length,
            repository,
            commit_url: `${repository.url}/${sha}`,
            url: `${repository.url}/${sha}/status`,
          }));
        },
        { query: PAGES },
      ),
      route(
        'GET',
        `${repo}/commits/{ref}/statuses`,
        (request) => pageOf(request, statuses.get(resolve(request.params.ref ?? '')) ?? []),
        { query: PAGES },
      ),
      route(
        'GET',
        `${repo}/commits/{ref}/pulls`,
        (request) => {
          const sha = resolve(request.params.ref ?? '');
          return pageOf(
            request,
            (pulls.get(sha) ?? []).map((number) => ({ number, state: 'open', head: { sha } })),
          );
        },
        { query: PAGES },
      ),
      // https://docs.github.com/rest/pulls/pulls#list-pull-requests
      route(
        'GET',
        `${repo}/pulls`,
        (request) => {
          const state = request.query.get('state') ?? 'open';
          const found = [...pullRequests].filter(([, pull]) => state === 'all' || pull.state === state);
          return pageOf(request, found.map(pullBody));
        },
        { query: [...PAGES, 'state'] },
      ),
      route('GET', `${repo}/pulls/{number}`, ({ params }) => {
        const found = pullRequests.get(Number(params.number));
        if (!found) throw missing('Not Found');
        return { body: pullBody([Number(params.number), found]) };
      }),
      route('GET', `${repo}/commits/{ref=**}`, ({ params }) => ({ body: commitBody(resolve(params.ref ?? '')) })),
      route(
        'GET',
        `${repo}/issues/{issue}/comments`,
        (request) => pageOf(request, comments.get(Number(request.params.issue)) ?? []),
        { query: PAGES },
      ),
      route('POST', `${repo}/issues/{issue}/comments`, async (request) => {
        const user = { login: 'github-actions[bot]', type: 'Bot' };
        return { status: 201, body: addComment(Number(request.params.issue), await bodyOf(request), user) };
      }),
      route('GET', `${repo}/issues/comments/{id}`, (request) => ({ body: findComment(request).comment })),
      route('PATCH', `${repo}/issues/comments/{id}`, async (request) => {
        const { comment } = findComment(request);
        comment.body = await bodyOf(request);
        comment.updated_at = now();
        return { body: comment };
      }),
      route('DELETE', `${repo}/issues/comments/{id}`, (request) => {
        const { issue, list, comment } = findComment(request);
        comments.set(
          issue,
          list.filter((one) => one !== comment),
        );
        return { status: 204 };
      }),
      route('GET', repo, (request) => ({ body: repositoryBody(request) })),
    ],
  };
}

const repositoryBody = ({ url, params: { owner, repo } }: ApiRequest) => ({
  full_name: `${owner}/${repo}`,
  name: repo,
  default_branch: 'main',
  private: true,
  url: `${url.origin}/repos/${owner}/${repo}`,
});
const pullBody = ([number, pull]: [number, PullRequest]) => ({ number, ...pull });

const PAGES = ['per_page', 'page'];
const missing = (message: string, status = 404) => new ApiError(status, message);
