/** GitHub's REST API against `octokit.request` with the routes of its documentation. */
import { getOctokit } from '@actions/github';
import { createGitHub } from '../../../src/github/api.ts';
import { createGitHubHistory } from '../../../src/github/history.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { Pair } from '../pair.ts';

const BASE = 'a'.repeat(40);
const HEAD = 'b'.repeat(40);
const at = { owner: 'acme', repo: 'shop' };
const MARKER = '<!-- orchestra: preview -->';

const ours = (url: string) =>
  createGitHub({ repository: 'acme/shop', apiUrl: url }, 'ghs_conformance', {
    signal: new AbortController().signal,
    clock: systemClock,
  });
const history = (url: string) =>
  createGitHubHistory({ repository: 'acme/shop', apiUrl: url }, 'ghs_conformance', {
    signal: new AbortController().signal,
    clock: systemClock,
  });
const octokit = (url: string) => getOctokit('ghs_conformance', { baseUrl: url });

const BOT = { login: 'github-actions[bot]', type: 'Bot' };

export const github: readonly Pair[] = [
  {
    // https://docs.github.com/rest/commits/commits#compare-two-commits
    name: 'github: comparison of two commits',
    respond: () => ({ json: { status: 'ahead' } }),
    ours: (url) => ours(url).compare(BASE, HEAD),
    official: (url) =>
      octokit(url).request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...at,
        basehead: `${BASE}...${HEAD}`,
        per_page: 1,
      }),
  },
  {
    // https://docs.github.com/rest/repos/contents#get-repository-content
    name: 'github: a file at a commit',
    respond: () => ({ json: { type: 'file', encoding: 'base64', content: 'a2luZDogU2VydmljZQ==' } }),
    ours: (url) => ours(url).file('deploy/web app.yaml', BASE),
    official: (url) =>
      octokit(url).request('GET /repos/{owner}/{repo}/contents/{path}', {
        ...at,
        path: 'deploy/web app.yaml',
        ref: BASE,
      }),
  },
  {
    // https://docs.github.com/rest/checks/runs#list-check-runs-for-a-git-reference
    // https://docs.github.com/rest/commits/statuses#get-the-combined-status-for-a-specific-reference
    name: 'github: checks and statuses of a commit',
    unordered: true,
    respond: ({ target }) => ({
      json: target.includes('/check-runs')
        ? { total_count: 0, check_runs: [] }
        : { url: target, total_count: 0, statuses: [] },
    }),
    ours: (url) => ours(url).checks(HEAD),
    official: async (url) => {
      const client = octokit(url);
      await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...at,
        ref: HEAD,
        filter: 'latest',
        per_page: 100,
      });
      await client.request('GET /repos/{owner}/{repo}/commits/{ref}/status', { ...at, ref: HEAD, per_page: 100 });
    },
  },
  {
    // https://docs.github.com/rest/branches/branches#get-a-branch
    // https://docs.github.com/rest/repos/rules#get-rules-for-a-branch
    name: 'github: whether a branch is protected',
    respond: ({ target }) => ({ json: target.includes('/rules/') ? [] : { name: 'release/1', protected: false } }),
    ours: (url) => history(url).isProtected('release/1'),
    official: async (url) => {
      const client = octokit(url);
      await client.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...at, branch: 'release/1' });
      await client.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', { ...at, branch: 'release/1' });
    },
  },
  {
    // https://docs.github.com/rest/commits/commits#list-commits
    name: 'github: commits before a commit',
    respond: () => ({ json: [{ sha: HEAD, parents: [{ sha: BASE }] }] }),
    ours: (url) => history(url).line(HEAD),
    official: (url) => octokit(url).request('GET /repos/{owner}/{repo}/commits', { ...at, sha: HEAD, per_page: 100 }),
  },
  {
    // https://docs.github.com/rest/git/trees#get-a-tree
    name: 'github: files of a commit',
    respond: () => ({ json: { sha: HEAD, tree: [], truncated: false } }),
    ours: (url) => history(url).files(HEAD),
    official: (url) =>
      octokit(url).request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { ...at, tree_sha: HEAD, recursive: '1' }),
  },
  {
    // https://docs.github.com/rest/checks/runs#list-check-runs-for-a-git-reference
    name: 'github: checks that have ended',
    respond: () => ({ json: { total_count: 0, check_runs: [] } }),
    ours: (url) => history(url).endedChecks(HEAD),
    official: (url) =>
      octokit(url).request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...at,
        ref: HEAD,
        filter: 'latest',
        per_page: 100,
      }),
  },
  {
    // https://docs.github.com/rest/checks/runs#list-check-run-annotations
    name: 'github: annotations of a check',
    respond: () => ({ json: [] }),
    ours: (url) => history(url).annotations(5),
    official: (url) =>
      octokit(url).request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', {
        ...at,
        check_run_id: 5,
        per_page: 100,
      }),
  },
  {
    // https://docs.github.com/rest/checks/suites#get-a-check-suite
    name: 'github: the branch of a check suite',
    respond: () => ({ json: { id: 70, head_branch: 'main' } }),
    ours: (url) => history(url).branchOf(70),
    official: (url) =>
      octokit(url).request('GET /repos/{owner}/{repo}/check-suites/{check_suite_id}', { ...at, check_suite_id: 70 }),
  },
  {
    // https://docs.github.com/rest/pulls/pulls#get-a-pull-request
    name: 'github: a pull request',
    respond: () => ({ json: { number: 7, state: 'open' } }),
    ours: (url) => ours(url).pull(7),
    official: (url) => octokit(url).request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...at, pull_number: 7 }),
  },
  {
    // https://docs.github.com/rest/pulls/pulls#list-pull-requests
    name: 'github: pull requests that are open',
    respond: () => ({ json: [] }),
    ours: (url) => ours(url).openPulls(),
    official: (url) => octokit(url).request('GET /repos/{owner}/{repo}/pulls', { ...at, state: 'open', per_page: 100 }),
  },
  {
    // https://docs.github.com/rest/actions/workflow-runs#re-run-a-workflow
    name: 'github: a run that is started again',
    respond: () => ({ status: 201, json: {} }),
    ours: (url) => ours(url).rerun('42'),
    official: (url) =>
      octokit(url).request('POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun', { ...at, run_id: 42 }),
  },
  {
    // https://docs.github.com/rest/deployments/deployments#list-deployments
    // https://docs.github.com/rest/deployments/statuses#create-a-deployment-status
    name: 'github: a status of the newest deployment',
    respond: ({ method }) => ({ json: method === 'GET' ? [{ id: 5 }] : { id: 6 } }),
    ours: (url) =>
      ours(url).addDeploymentStatus(HEAD, 'production', {
        state: 'in_progress',
        description: '5 %',
        logUrl: 'https://github.com/acme/shop/actions/runs/1',
      }),
    official: async (url) => {
      const client = octokit(url);
      await client.request('GET /repos/{owner}/{repo}/deployments', {
        ...at,
        sha: HEAD,
        environment: 'production',
        per_page: 1,
      });
      await client.request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...at,
        deployment_id: 5,
        state: 'in_progress',
        description: '5 %',
        log_url: 'https://github.com/acme/shop/actions/runs/1',
        auto_inactive: false,
      });
    },
  },
  {
    // https://docs.github.com/rest/deployments/deployments#list-deployments
    // https://docs.github.com/rest/deployments/statuses#list-deployment-statuses
    name: 'github: a status of each deployment that has ended',
    respond: ({ method, target }) => {
      const statuses = [{ id: 7, state: 'in_progress', description: '5 %' }];
      return {
        json: method === 'GET' ? (target.includes('/statuses') ? statuses : [{ id: 5, sha: HEAD }]) : { id: 6 },
      };
    },
    ours: (url) =>
      ours(url).endDeployments('production', (description, commit) =>
        description === '5 %' && commit === HEAD
          ? { state: 'failure', description: 'ended', logUrl: 'https://github.com/acme/shop/actions/runs/1' }
          : undefined,
      ),
    official: async (url) => {
      const client = octokit(url);
      await client.request('GET /repos/{owner}/{repo}/deployments', { ...at, environment: 'production', per_page: 10 });
      const deployment = { ...at, deployment_id: 5 };
      await client.request('GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...deployment,
        per_page: 1,
      });
      await client.request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...deployment,
        state: 'failure',
        description: 'ended',
        log_url: 'https://github.com/acme/shop/actions/runs/1',
        auto_inactive: false,
      });
    },
  },
  {
    // https://docs.github.com/rest/issues/comments
    name: 'github: a new comment',
    respond: ({ method }) => ({ json: method === 'GET' ? [] : { id: 5 } }),
    ours: (url) => ours(url).upsertComment({ issue: 7, marker: MARKER, body: 'text' }),
    official: async (url) => {
      const client = octokit(url);
      const issue = { ...at, issue_number: 7 };
      await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...issue, per_page: 100 });
      await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...issue,
        body: `${MARKER}\ntext`,
      });
    },
  },
  {
    // https://docs.github.com/graphql/reference/queries#viewer
    name: 'github: a comment of another author',
    respond: ({ method, target }) => ({
      json: target.endsWith('/graphql')
        ? { data: { viewer: { login: 'me' } } }
        : method === 'GET'
          ? [{ id: 5, body: `${MARKER}\nplanted`, user: { login: 'mallory', type: 'User' } }]
          : { id: 6 },
    }),
    ours: (url) => ours(url).upsertComment({ issue: 7, marker: MARKER, body: 'text' }),
    official: async (url) => {
      const client = octokit(url);
      const issue = { ...at, issue_number: 7 };
      await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...issue, per_page: 100 });
      await client.graphql('{ viewer { login } }');
      await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...issue,
        body: `${MARKER}\ntext`,
      });
    },
  },
  {
    name: 'github: a changed comment',
    respond: ({ method }) => ({ json: method === 'GET' ? [{ id: 5, body: `${MARKER}\nold`, user: BOT }] : { id: 5 } }),
    ours: (url) => ours(url).upsertComment({ issue: 7, marker: MARKER, body: 'text' }),
    official: async (url) => {
      const client = octokit(url);
      await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...at,
        issue_number: 7,
        per_page: 100,
      });
      await client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...at,
        comment_id: 5,
        body: `${MARKER}\ntext`,
      });
    },
  },
];
