import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGitHubRun, resolveCommit } from '../../../../src/github/run.ts';

const [merge, head, dispatched] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(payload: object) {
  const file = join(folder, 'event.json');
  writeFileSync(file, JSON.stringify(payload));
  return readGitHubRun({ GITHUB_SHA: merge, GITHUB_EVENT_PATH: file });
}

describe('the commit, by one rule', () => {
  test.each<[string, string | undefined, object, string]>([
    ['the input wins', dispatched, { pull_request: { head: { sha: head } } }, dispatched],
    ['the head of the pull request, not its merge commit', undefined, { pull_request: { head: { sha: head } } }, head],
    [
      'what a merged pull request became on the base branch',
      undefined,
      { action: 'closed', pull_request: { merged: true, merge_commit_sha: dispatched, head: { sha: head } } },
      dispatched,
    ],
    [
      'the head of a pull request that was closed without being merged',
      undefined,
      { action: 'closed', pull_request: { merged: false, merge_commit_sha: dispatched, head: { sha: head } } },
      head,
    ],
    [
      'GITHUB_SHA where a merged pull request does not name its commit',
      undefined,
      { pull_request: { merged: true, merge_commit_sha: null, head: { sha: head } } },
      merge,
    ],
    ['the head of the workflow_run', undefined, { workflow_run: { head_sha: head } }, head],
    ['GITHUB_SHA', undefined, {}, merge],
  ])('%s', (_, input, payload, commit) => {
    expect(resolveCommit(input, run(payload))).toBe(commit);
  });

  test('a short or upper-case SHA is refused with the expected format', () => {
    expect(() => resolveCommit('abc1234', run({}))).toThrow(
      'Input commit: "abc1234" is not a commit. Set the full commit SHA',
    );
    expect(() => resolveCommit('A'.repeat(40), run({}))).toThrow(/is not a commit/);
  });
});
