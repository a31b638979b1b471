/** Whether the commit of a run is still the newest of its pull request. */
import { expect, test } from 'vitest';
import { pullNow } from '../../../actions/preview/comment/pull.ts';
import type { GitHub, PullRequest } from '../../../src/github/api.ts';
import type { Context } from '../../../src/runtime/context.ts';

const COMMIT = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);
const PUSHED = Date.parse('2026-01-01T00:00:10Z');

interface Case {
  /** What GitHub returns. */
  readonly pull: Partial<PullRequest>;
  readonly action?: string;
  /** Whether the commit of the run is in front of the one that GitHub returns. */
  readonly ahead?: boolean;
  /** Whether the event says when it happened. */
  readonly dated?: boolean;
}

async function read({ pull, action = 'synchronize', ahead = false, dated = true }: Case) {
  const github = {
    pull: async () => ({ number: 7, open: true, head: COMMIT, updatedAt: PUSHED, mergeCommit: undefined, ...pull }),
    compare: async () => (ahead ? 'ahead' : 'diverged'),
  } as unknown as GitHub;
  const event = { number: 7, ...(dated && { updated_at: new Date(PUSHED).toISOString() }) };
  const context = { github: { payload: { action, pull_request: event } }, log: { warning: () => {} } };
  const { open, current } = await pullNow({ number: 7, commit: COMMIT }, context as unknown as Context, github);
  return open ? (current ? 'deploy' : 'superseded') : 'closed';
}

test.each<[string, Case, 'deploy' | 'superseded' | 'closed']>([
  ['a force push that GitHub does not show yet', { pull: { head: OTHER, updatedAt: PUSHED - 1000 } }, 'deploy'],
  ['a force push after that of the run', { pull: { head: OTHER, updatedAt: PUSHED + 1000 } }, 'superseded'],
  ['a force push back to its parent', { pull: { head: OTHER, updatedAt: PUSHED + 1000 }, ahead: true }, 'superseded'],
  ['another push in the same second, to its parent or before it', { pull: { head: OTHER }, ahead: true }, 'deploy'],
  ['another push in the same second, elsewhere', { pull: { head: OTHER } }, 'superseded'],
  ['an event without a time', { pull: { head: OTHER }, dated: false, ahead: true }, 'deploy'],
  ['reopened, which GitHub does not show yet', { pull: { open: false, updatedAt: PUSHED - 1000 } }, 'deploy'],
  ['closed, which GitHub does not show yet', { pull: { updatedAt: PUSHED - 1000 }, action: 'closed' }, 'closed'],
  ['closed since', { pull: { open: false, updatedAt: PUSHED + 1000 } }, 'closed'],
])('%s', async (_, one, expected) => {
  expect(await read(one)).toBe(expected);
});
