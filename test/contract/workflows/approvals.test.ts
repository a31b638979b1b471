/** How many approvals a release asks for, and how many jobs stand in a row: each waits for a runner of its own. */
import { expect, test } from 'vitest';
import { read } from '../sources.ts';
import { type Job, parseWorkflow } from './workflows.ts';

const { jobs } = parseWorkflow(read('.github/workflows/pipeline.yml'));
const needs = ({ needs = [] }: Job): readonly string[] => (typeof needs === 'string' ? [needs] : needs);

/** Jobs in a row up to this one, of those that are not skipped. */
function depth(name: string, skipped: readonly string[]): number {
  if (skipped.includes(name)) return 0;
  return 1 + Math.max(0, ...needs(jobs[name] as Job).map((one) => depth(one, skipped)));
}

test('one job holds the environment, so a target is approved once', () => {
  const held = Object.entries(jobs).filter(([, job]) => job.environment !== undefined);
  expect(held.map(([name]) => name)).toEqual(['release']);
  // It is no matrix: each of its jobs would ask.
  expect(jobs.release?.strategy).toBeUndefined();
});

test.each([
  ['one service', ['checks', 'frontends'], 2],
  ['checks, services and frontends', [], 2],
  ['frontends alone', ['checks', 'images'], 2],
])('%s: the longest path has %j skipped and %i jobs', (_, skipped, expected) => {
  expect(Math.max(...Object.keys(jobs).map((name) => depth(name, skipped)))).toBe(expected);
});

test('the plan that reviewers read is on no path, and needs no permission', () => {
  expect(Object.values(jobs).flatMap((job) => needs(job))).not.toContain('plan');
  expect(jobs.plan?.permissions).toBeUndefined();
});

test('a promotion is approved once, after a job that only reads', () => {
  const promotion = parseWorkflow(read('.github/workflows/promote.yml')).jobs;
  expect(Object.keys(promotion)).toEqual(['source', 'release']);
  expect(promotion.source?.environment).toBeUndefined();
  expect(promotion.release?.environment).toBeDefined();
  expect(needs(promotion.release as Job)).toEqual(['source']);
  const built = Object.values(promotion).flatMap(({ steps = [] }) => steps.map(({ uses = '' }) => uses));
  expect(built).not.toContain('./actions/build-image');
});
