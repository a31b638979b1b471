/** Whether the commit of a step is the one that is checked out: for every event, what actions/checkout leaves, and what it names. */
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notCheckedOut, warnOfOtherCheckout } from '../../../../src/github/checkout.ts';
import { type EventPayload, type GitHubRun, readGitHubRun, resolveCommit } from '../../../../src/github/run.ts';
import { useTemporaryFolder } from '../../temporary-folder.ts';

const [TIP, HEAD, MERGE] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const { path, write } = useTemporaryFolder('checkout-');

const run = (eventName: string, payload: EventPayload = {}, sha = TIP): GitHubRun => ({
  ...readGitHubRun({ GITHUB_REPOSITORY: 'acme/Shop', GITHUB_WORKSPACE: path(), GITHUB_SHA: sha }),
  eventName,
  payload,
});
function warningOf(commit: string, of: GitHubRun): string | undefined {
  const warnings: string[] = [];
  warnOfOtherCheckout(commit, of, { warning: (message) => void warnings.push(message) });
  expect(warnings.length).toBeLessThanOrEqual(1);
  return warnings[0];
}

const remote = (url: string) => `[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;

function checkout(head: string, url = 'https://github.com/acme/shop'): void {
  write('.git/config', remote(url));
  write('.git/HEAD', `${head}\n`);
}

const open = { head: { sha: HEAD } };
const merged = { merged: true, merge_commit_sha: MERGE, head: { sha: HEAD } };

describe.each<[string, EventPayload, string, boolean]>([
  ['push', {}, TIP, true],
  ['schedule', {}, TIP, true],
  ['workflow_dispatch', {}, TIP, true],
  ['merge_group', { merge_group: { base_sha: HEAD } }, TIP, true],
  ['pull_request', { pull_request: open }, HEAD, true],
  ['pull_request', { action: 'closed', pull_request: { ...merged, merge_commit_sha: TIP } }, TIP, true],
  ['pull_request', { action: 'closed', pull_request: merged }, MERGE, true],
  ['pull_request_review', { pull_request: open }, HEAD, true],
  ['pull_request_target', { pull_request: open }, HEAD, false],
  ['pull_request_target', { action: 'closed', pull_request: merged }, MERGE, false],
  ['workflow_run', { workflow_run: { head_sha: TIP } }, TIP, true],
  ['workflow_run', { workflow_run: { head_sha: HEAD } }, HEAD, false],
])('%s with %j', (event, payload, commit, same) => {
  it('a plain actions/checkout has the commit of the step, or something is said', () => {
    checkout(TIP);
    const of = run(event, payload);
    expect(resolveCommit(undefined, of)).toBe(commit);
    const said = warningOf(commit, of);
    if (same) expect([said, notCheckedOut(of)]).toEqual([undefined, undefined]);
    else {
      expect(said).toMatch(/^The workspace has commit a{12}, but .* (?:b|c){12}, .*ref: (?:b|c){40}\b.*input commit/);
      expect(notCheckedOut(of)).toMatch(new RegExp(`^${event} is about commit .*checks out a{12}.*Use on: push`));
    }
  });

  it('that commit, checked out, is fine', () => {
    checkout(commit);
    expect(warningOf(commit, run(event, payload))).toBeUndefined();
  });
});

it('a branch that has moved on since the event: ref: main, as loose and as packed ref', () => {
  checkout('ref: refs/heads/main');
  expect(warningOf(TIP, run('push'))).toBeUndefined();
  write('.git/refs/heads/main', `${HEAD}\n`);
  expect(warningOf(TIP, run('push'))).toContain('bbbbbbbbbbbb');
  rmSync(path('.git/refs'), { recursive: true });
  write(
    '.git/packed-refs',
    `# pack-refs with: peeled\n${TIP} refs/heads/not/refs/heads/main\n${HEAD} refs/heads/main\n`,
  );
  expect(warningOf(TIP, run('push'))).toContain('bbbbbbbbbbbb');
});

it.each([
  ['git@github.com:acme/shop.git', true],
  ['https://github.example.com/acme/shop/', true],
  ['https://github.com/acme/shop-web', false],
  ['https://github.com/other/acme-shop', false],
])('only a checkout of this repository counts: %s', (url, counts) => {
  checkout(HEAD, url);
  expect(warningOf(TIP, run('push')) !== undefined).toBe(counts);
});

it('a linked worktree is read; no checkout, and files of another kind, say nothing', () => {
  expect(warningOf(TIP, run('push'))).toBeUndefined();
  write('main/config', remote('https://github.com/acme/shop'));
  write('main/worktrees/next/commondir', '../..\n');
  write('main/worktrees/next/HEAD', HEAD);
  write('.git', `gitdir: ${path()}/main/worktrees/next\n`);
  expect(warningOf(TIP, run('push'))).toContain('bbbbbbbbbbbb');
  write('.git', 'nothing');
  expect(warningOf(TIP, run('push'))).toBeUndefined();
});
