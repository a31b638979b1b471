/** The report of the mutants: its verdict, and its sections. */
import { expect, test } from 'vitest';
import { backedUpGroups, type Review } from '../reviewed.ts';
import type { Site } from '../sites.ts';
import { type Outcome, report } from './report.ts';

const site = (id: string): Site => ({
  id,
  kind: 'etag',
  file: 'a.ts',
  line: 1,
  start: 0,
  end: 1,
  change: { leaveOut: true },
});
const SITES = ['first', 'second', 'third'].map(site);
const KILLED: Outcome = { end: 'killed', by: 'test/unit/a.test.ts' };
const REVIEWED: Readonly<Record<string, Review>> = {
  second: { why: 'the third does the same', backedUpBy: ['third'] },
};

/** `ends` are those of the mutants, and of the pair of the second and third. */
function reported(ends: readonly Outcome[], reviewed = REVIEWED) {
  const groups = [...SITES.map((one) => [one]), SITES.slice(1)];
  return report(
    ends.map((outcome, i) => ({ group: groups[i] as Site[], outcome })),
    reviewed,
    SITES,
  );
}

test('a mutant is noticed, or has a reason and its pair is noticed', () => {
  const { ok, text } = reported([KILLED, { end: 'survived' }, { end: 'killed', by: 'trace check' }, KILLED]);
  expect(ok).toBe(true);
  expect(text.split('\n')[0]).toBe('OK: of 3 mutants, 2 were noticed, and 1 has a reason.');
  expect(text).toContain('Noticed by:\n  unit tests: 1\n  trace check: 1');
  expect(text).toContain('second\n    the third does the same');
  expect(text).toContain('second and third\n    noticed by test/unit/a.test.ts');
});

test.each<readonly [string, readonly Outcome[], Readonly<Record<string, Review>>, string]>([
  ['has no reason', [{ end: 'survived', by: 'out of time' }, KILLED, KILLED], {}, 'first (out of time)'],
  ['does not end', [{ end: 'timeout', by: 'simulation' }, KILLED, KILLED], {}, 'first (did not end: simulation)'],
  [
    'has a reason, and its pair is not noticed, either',
    [KILLED, { end: 'survived' }, KILLED, { end: 'survived' }],
    REVIEWED,
    'second and third',
  ],
])('a mutant that %s fails', (_, ends, reviewed, open) => {
  const { ok, text } = reported(ends, reviewed);
  expect(ok).toBe(false);
  expect(text).toMatch(/^FAILED: nothing noticed 1 mutant without a reason\./);
  expect(text).toContain(`Not noticed, without a reason:\n  ${open}`);
});

test('a reason that names a check that is gone fails', () => {
  const { ok, text } = reported([KILLED, KILLED, KILLED], { second: { why: '', backedUpBy: ['fourth'] } });
  expect(ok).toBe(false);
  expect(text).toContain('checks that do not exist:\n  fourth');
});

test('what the trace check missed is listed', () => {
  const { text } = reported([
    { ...KILLED, changesWrites: true },
    { ...KILLED, changesWrites: true, traced: true },
    KILLED,
  ]);
  expect(text).toContain('of 2 that change writes in the simulation, it rejects 1 (50 %). Not these:\n  first');
});

test('checks that back each other up are removed together', () => {
  expect(backedUpGroups(REVIEWED)).toEqual([['second', 'third']]);
});
