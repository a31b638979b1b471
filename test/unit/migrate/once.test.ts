import { describe, expect, it } from 'vitest';
import { decide, succeeded, type Wanted } from '../../../actions/migrate/plan/decision.ts';
import { configurationOf } from '../../../actions/migrate/plan/fingerprint.ts';
import { describeFailure } from '../../../actions/migrate/report/outcome.ts';
import type { ListedExecution } from '../../../src/google/run/executions.ts';

const OURS = 'a'.repeat(40);
const task = (args: string[]) => ({ containers: [{ image: 'h/p@sha256:1', args }] });
const WANTED: Wanted = {
  commit: OURS,
  digest: 'sha256:1',
  project: 'acme',
  fingerprint: 'f',
  configuration: configurationOf(task(['migrate']), 'acme', new Map()),
  facts: new Map(),
};
const MARKS = { 'actions.orchestra.dev/digest': 'sha256:1', 'actions.orchestra.dev/fingerprint': 'f' };
const anExecution = (about: Partial<ListedExecution> = {}): ListedExecution => ({
  name: 'e',
  labels: { 'commit-sha': OURS },
  annotations: MARKS,
  template: task(['migrate']),
  createTime: '2026-01-02T00:00:00Z',
  taskCount: 1,
  succeeded: 1,
  failed: 0,
  cancelled: 0,
  running: 0,
  ended: true,
  deleted: false,
  logUri: undefined,
  completed: { type: 'Completed', state: 'CONDITION_SUCCEEDED', message: '', reason: '' },
  conditions: [],
  ...about,
});
const RUNNING = { ended: false, succeeded: 0, completed: undefined };
const FAILED = {
  succeeded: 0,
  failed: 1,
  completed: { type: 'Completed', state: 'CONDITION_FAILED', message: 'Task failed', reason: 'NON_ZERO_EXIT_CODE' },
};
const other = { labels: { 'commit-sha': 'b'.repeat(40) } };

const CASES: readonly (readonly [name: string, executions: Partial<ListedExecution>[], kind: string])[] = [
  ['nothing ran yet', [], 'start'],
  ['ours succeeded', [{}], 'applied'],
  ['ours succeeded before another did', [other, {}], 'applied'],
  ['ours runs', [RUNNING], 'resume'],
  ['ours failed', [FAILED], 'start'],
  ['ours failed and succeeded again', [{}, FAILED], 'applied'],
  ['ours was cancelled', [{ succeeded: 0, cancelled: 1 }], 'start'],
  ['another runs', [{ ...RUNNING, ...other }], 'wait'],
  ['another runs and ours succeeded', [{ ...RUNNING, ...other }, {}], 'wait'],
  ['both run', [{ ...RUNNING, ...other }, RUNNING], 'resume'],
  [
    'the same commit succeeded with another image',
    [{ annotations: { 'actions.orchestra.dev/digest': 'sha256:2', 'actions.orchestra.dev/fingerprint': 'f' } }],
    'start',
  ],
  ['only the version was requested', [{ template: task(['migrate', 'status']) }], 'start'],
  ['the version is being requested', [{ ...RUNNING, template: task(['migrate', 'status']) }], 'wait'],
  [
    'ours succeeded in another configuration',
    [{ annotations: { ...MARKS, 'actions.orchestra.dev/fingerprint': 'g' } }],
    'start',
  ],
  [
    'another user changed the job and ran it',
    [{ template: { ...task(['migrate']), serviceAccount: 'other@x.iam' } }],
    'start',
  ],
  ['ours was deleted while it ran', [{ ...RUNNING, deleted: true }], 'start'],
];

describe('what is left to do when', () => {
  it.each(CASES)('%s', (_name, executions, kind) => {
    expect(decide(executions.map(anExecution), WANTED).kind).toBe(kind);
  });
});

describe('what was applied is repeated', () => {
  it('where an input says so, but not what this step started itself', () => {
    const earlier = anExecution({ name: 'earlier' });
    const now = anExecution({ name: 'now' });
    expect(decide([earlier], WANTED, new Set(['earlier'])).kind).toBe('start');
    expect(decide([now, earlier], WANTED, new Set(['earlier']))).toEqual({ kind: 'applied', execution: now });
    expect(decide([anExecution(RUNNING), earlier], WANTED, new Set(['earlier'])).kind).toBe('resume');
  });
});

describe('success', () => {
  it('is all of it', () => expect(succeeded(anExecution())).toBe(true));
  it.each<[string, Partial<ListedExecution>]>([
    ['not ended', { ended: false }],
    ['too few tasks', { taskCount: 2 }],
    ['a failed task', { failed: 1 }],
    ['a cancelled task', { cancelled: 1 }],
    ['no condition', { completed: undefined }],
    ['a condition that failed', FAILED],
    [
      'a condition that is not decided',
      { completed: { type: 'Completed', state: 'CONDITION_RECONCILING', message: '', reason: '' } },
    ],
  ])('is not: %s', (_name, about) => expect(succeeded(anExecution(about))).toBe(false));
});

describe('the words for a failure', () => {
  const completed = (message: string, reason = 'NON_ZERO_EXIT_CODE') => ({
    ...FAILED,
    completed: { type: 'Completed', state: 'CONDITION_FAILED', message, reason },
  });
  const task = { exitCode: 0, signal: 0, message: '' };
  it.each([
    ['an exit code', anExecution(FAILED), [{ ...task, exitCode: 3 }], /failed with exit code 3/],
    ['a signal', anExecution(FAILED), [{ ...task, signal: 11 }], /terminated by signal 11/],
    ['a kill', anExecution(FAILED), [{ ...task, signal: 9 }], /ran out of memory/],
    ['memory', anExecution(completed('Memory limit of 512 MiB exceeded')), [], /ran out of memory/],
    ['a timeout', anExecution(completed('The configured timeout was reached.')), [], /timed out after 600s/],
    ['a cancellation', anExecution({ ...FAILED, failed: 0, cancelled: 1 }), [], /was cancelled while it ran/],
    ['a deletion', undefined, [], /was deleted while it ran/],
    ['anything else', anExecution(completed('No capacity')), [], /failed: No capacity\.$/],
    ['a whole sentence', anExecution(completed('No capacity.')), [], /failed: No capacity\.$/],
  ])('tell %s', (_name, execution, tasks, said) => {
    expect(describeFailure(execution, tasks, '600s')).toMatch(said);
  });
});
