/** GitHub's REST API, by its own client. */
import { getOctokit } from '@actions/github';
import { describe, expect, test } from 'vitest';
import { start } from '../fixture.ts';

const repo = { owner: 'orchestra', repo: 'orchestra' };
const sha = (letter: string) => letter.repeat(40);

async function fixture() {
  const emulator = await start();
  const { github } = emulator;
  //  a ← b ← c (main)      e stands alone
  //   ↖ d
  github.commit(sha('a'));
  github.commit(sha('b'), [sha('a')]);
  github.commit(sha('c'), [sha('b')], 'the third');
  github.commit(sha('d'), [sha('a')]);
  github.commit(sha('e'));
  github.ref('main', sha('c'));
  return { emulator, github, octokit: getOctokit(github.token, { baseUrl: emulator.urls.github }).rest };
}

test('a file at a commit, as it is and as JSON', async () => {
  const { github, octokit } = await fixture();
  github.file(sha('b'), 'deploy/web app.yaml', 'kind: Service\n');
  const at = { ...repo, path: 'deploy/web app.yaml', ref: sha('b') };
  expect((await octokit.repos.getContent({ ...at, mediaType: { format: 'raw' } })).data).toBe('kind: Service\n');
  expect((await octokit.repos.getContent(at)).data).toMatchObject({ encoding: 'base64', size: 14 });
  await expect(octokit.repos.getContent({ ...at, ref: sha('c') })).rejects.toThrow('Not Found');
});

describe('compare', () => {
  test.each([
    ['a', 'c', 'ahead', 2, 0, 'a'],
    ['c', 'a', 'behind', 0, 2, 'a'],
    ['b', 'd', 'diverged', 1, 1, 'a'],
    ['b', 'b', 'identical', 0, 0, 'b'],
  ])('%s...%s is %s', async (base, head, status, ahead_by, behind_by, merge) => {
    const { octokit } = await fixture();
    const { data } = await octokit.repos.compareCommitsWithBasehead({
      ...repo,
      basehead: `${sha(base)}...${sha(head)}`,
    });
    expect(data).toMatchObject({ status, ahead_by, behind_by, merge_base_commit: { sha: sha(merge) } });
  });

  test('takes branches, and lists the commits of the head', async () => {
    const { octokit } = await fixture();
    const { data } = await octokit.repos.compareCommitsWithBasehead({ ...repo, basehead: `${sha('a')}...main` });
    expect(data.commits.map((commit) => commit.sha)).toEqual([sha('b'), sha('c')]);
  });

  test.each([`${sha('a')}...${sha('f')}`, `${sha('a')}...${sha('e')}`])('%s is 404', async (basehead) => {
    const { octokit } = await fixture();
    await expect(octokit.repos.compareCommitsWithBasehead({ ...repo, basehead })).rejects.toMatchObject({
      status: 404,
    });
  });
});

test('commits are found by branch and by short SHA, and not by an unknown one', async () => {
  const { octokit } = await fixture();
  for (const ref of ['main', 'heads/main', 'ccccccc']) {
    expect((await octokit.repos.getCommit({ ...repo, ref })).data).toMatchObject({
      sha: sha('c'),
      commit: { message: 'the third' },
    });
  }
  await expect(octokit.repos.getCommit({ ...repo, ref: 'cccccc' })).rejects.toMatchObject({ status: 422 });
});

test('check runs, statuses and pull requests of a commit', async () => {
  const { github, octokit } = await fixture();
  github.setCheckRuns(sha('c'), [
    { name: 'test', status: 'completed', conclusion: 'success' },
    { name: 'lint', status: 'in_progress' },
  ]);
  const all = await octokit.checks.listForRef({ ...repo, ref: 'main' });
  expect(all.data.check_runs).toMatchObject([
    { name: 'test', conclusion: 'success' },
    { name: 'lint', status: 'in_progress', conclusion: null },
  ]);
  const named = await octokit.checks.listForRef({ ...repo, ref: sha('c'), check_name: 'lint' });
  expect(named.data.total_count).toBe(1);
  const state = async () => (await octokit.repos.getCombinedStatusForRef({ ...repo, ref: sha('c') })).data.state;
  expect(await state()).toBe('pending');
  github.setStatus(sha('c'), 'ci', 'success');
  expect(await state()).toBe('success');
  github.setStatus(sha('c'), 'audit', 'failure');
  expect(await state()).toBe('failure');
  github.setPulls(sha('c'), [7]);
  const pulls = await octokit.repos.listPullRequestsAssociatedWithCommit({ ...repo, commit_sha: sha('c') });
  expect(pulls.data.map(({ number }) => number)).toEqual([7]);
});

test('a list has links to its other pages', async () => {
  const { github, octokit, emulator } = await fixture();
  for (let i = 1; i <= 5; i++) github.setStatus(sha('c'), `ci ${i}`, 'success');
  const page = async (number: number, size: number) =>
    await octokit.repos.getCombinedStatusForRef({ ...repo, ref: 'main', per_page: size, page: number });
  const commit = `${emulator.urls.github}/repos/orchestra/orchestra/${sha('c')}`;
  const { data, headers } = await page(2, 2);
  expect(data).toMatchObject({ total_count: 5, commit_url: commit, url: `${commit}/status` });
  expect(data.repository.full_name).toBe('orchestra/orchestra');
  expect(data.statuses.map(({ context }) => context)).toEqual(['ci 3', 'ci 2']);
  const url = `${emulator.urls.github}/repos/orchestra/orchestra/commits/main/status?per_page=2&page`;
  expect(headers.link?.split(', ').sort()).toEqual([
    `<${url}=1>; rel="first"`,
    `<${url}=1>; rel="prev"`,
    `<${url}=3>; rel="last"`,
    `<${url}=3>; rel="next"`,
  ]);
  expect((await page(1, 5)).headers.link).toBeUndefined();
});

test('history of a branch: protection, commits, files, and what check runs left', async () => {
  const { github, octokit } = await fixture();
  const branch = async () => (await octokit.repos.getBranch({ ...repo, branch: 'main' })).data.protected;
  const rules = async () => (await octokit.repos.getBranchRules({ ...repo, branch: 'main' })).data.length;
  expect([await branch(), await rules()]).toEqual([false, 0]);
  github.protect('main', 'ruleset');
  expect([await branch(), await rules()]).toEqual([false, 1]);
  github.protect('main');
  expect([await branch(), await rules()]).toEqual([true, 0]);
  await expect(octokit.repos.getBranch({ ...repo, branch: 'gone' })).rejects.toMatchObject({ status: 404 });
  const { data: commits } = await octokit.repos.listCommits({ ...repo, sha: 'main' });
  expect(commits.map((commit) => commit.sha)).toEqual([sha('c'), sha('b'), sha('a')]);
  github.file(sha('c'), 'api/cmd/main.go', 'package main\n');
  const { data: tree } = await octokit.git.getTree({ ...repo, tree_sha: sha('c'), recursive: '1' });
  expect(tree.truncated).toBe(false);
  expect(tree.tree.map(({ path, type }) => `${type} ${path}`)).toEqual([
    'tree api',
    'tree api/cmd',
    'blob api/cmd/main.go',
  ]);
  // By `git hash-object`.
  expect(tree.tree.at(-1)?.sha).toBe('06ab7d0f9a35a7d1070711496d6ca1cb892a258f');
  const suite = { id: 70, branch: 'main' };
  github.setCheckRuns(sha('c'), [
    { name: 'test', status: 'completed', conclusion: 'success', annotations: ['one', 'two'], suite },
  ]);
  const { data: runs } = await octokit.checks.listForRef({ ...repo, ref: sha('c') });
  const [run] = runs.check_runs;
  expect(run).toMatchObject({ check_suite: { id: 70 }, output: { annotations_count: 2 } });
  const annotations = await octokit.checks.listAnnotations({ ...repo, check_run_id: Number(run?.id) });
  expect(annotations.data.map(({ message }) => message)).toEqual(['one', 'two']);
  expect((await octokit.checks.getSuite({ ...repo, check_suite_id: 70 })).data.head_branch).toBe('main');
  await expect(octokit.checks.getSuite({ ...repo, check_suite_id: 71 })).rejects.toMatchObject({ status: 404 });
});

test('comments are made, paged, changed and deleted', async () => {
  const { github, octokit } = await fixture();
  const issue = { ...repo, issue_number: 7 };
  const { data: first } = await octokit.issues.createComment({ ...issue, body: 'one' });
  await octokit.issues.createComment({ ...issue, body: 'two' });
  const page = await octokit.issues.listComments({ ...issue, per_page: 1, page: 2 });
  expect(page.data.map(({ body }) => body)).toEqual(['two']);
  await octokit.issues.updateComment({ ...repo, comment_id: first.id, body: 'changed' });
  expect(github.comments(7).map(({ body }) => body)).toEqual(['changed', 'two']);
  await octokit.issues.deleteComment({ ...repo, comment_id: first.id });
  await expect(octokit.issues.getComment({ ...repo, comment_id: first.id })).rejects.toMatchObject({ status: 404 });
});

test('a wrong token is refused in its words', async () => {
  const { emulator } = await fixture();
  const octokit = getOctokit('ghs_wrong', { baseUrl: emulator.urls.github }).rest;
  await expect(octokit.repos.get(repo)).rejects.toMatchObject({
    status: 401,
    message: expect.stringContaining('Bad credentials'),
  });
});
