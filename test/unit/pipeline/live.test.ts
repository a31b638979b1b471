/** What a plan says would stop the release. */
import { expect, test } from 'vitest';
import { describeCallPlan } from '../../../actions/pipeline/describe-plan.ts';
import { readLiveTarget } from '../../../actions/pipeline/live/read-target.ts';
import { describeLiveService } from '../../../actions/pipeline/plan/live.ts';
import { parseFreezeWindow } from '../../../src/freeze/windows.ts';
import { createSummary } from '../../../src/runtime/summary.ts';

const name = 'projects/p/locations/r/services/web';
const clock = { now: () => 0 };
const freeze = [parseFreezeWindow('Mon - Sun: all week')];
const HOLD = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };
const service = (records: Readonly<Record<string, string>>) => ({
  annotations: Object.fromEntries(
    Object.entries(records).map(([key, value]) => [`actions.orchestra.dev/${key}`, value]),
  ),
});

test('a hold and a freeze of a service stop a release', () => {
  expect(describeLiveService({ name, resource: service({}) }, clock).stops).toEqual([]);
  const resource = service({ hold: JSON.stringify(HOLD), freeze: 'Mon - Sun: all week' });
  expect(describeLiveService({ name, resource }, clock).stops).toEqual([
    expect.stringMatching(/web in r is on hold\. .*incident/),
    expect.stringMatching(/web in r: .*all week/),
  ]);
});

test('so does a freeze of the input, whether or not the plan reads the target', async () => {
  const place = { services: [], sites: [], freeze, project: 'p', commit: 'c' };
  const { signal } = new AbortController();
  const cloud = { http: {}, endpoints: {}, clock } as never;
  expect((await readLiveTarget(place, cloud, { signal, github: {} } as never)).stops).toEqual([
    expect.stringMatching(/all week/),
  ]);
  const warnings: string[] = [];
  const summary = createSummary();
  const log = { info: () => {}, warning: (message: string) => void warnings.push(message) };
  const lists = { checks: [], images: [], services: [], frontends: [], jobs: [], migration: undefined };
  const task = { task: 'plan', lists, region: 'r', promotion: undefined, runners: {}, freeze, target: undefined };
  await describeCallPlan(
    { ...task, withoutTarget: 'no-account' } as never,
    { log, summary, clock, github: {} } as never,
  );
  expect(warnings.join()).toMatch(/all week/);
});

/** Warnings of the plan of a call with one service. */
async function warningsOf(
  inputs: object,
  github: object,
  deploys = true,
  services: readonly object[] = [{ name: 'web', service: 'web' }],
): Promise<string[]> {
  const warnings: string[] = [];
  const summary = createSummary();
  const log = { info: () => {}, warning: (message: string) => void warnings.push(message) };
  const lists = { checks: [], services, frontends: [], jobs: [], migration: undefined };
  const given = { deploys, inputs: { environment: 'production', ...inputs }, lists };
  const task = { task: 'plan', lists, region: 'r', promotion: undefined, runners: [], freeze: [], target: undefined };
  await describeCallPlan({ ...task, given } as never, { log, summary, clock, github } as never);
  return warnings;
}

test.each([
  [
    { eventName: 'pull_request', payload: { pull_request: { number: 7 } } },
    /^This run of pull request #7 releases a commit that is not merged\./,
  ],
  [{ eventName: 'merge_group', payload: {} }, /^This run of a merge queue releases a commit that is not merged\./],
])('a release of %j is one of a commit that is not merged', async (github, expected) => {
  expect(await warningsOf({}, github)).toEqual([expect.stringMatching(expected)]);
  expect(await warningsOf({}, github, false)).toEqual([]);
});

test('a release of a merged pull request, or of a push, is not', async () => {
  for (const eventName of ['pull_request', 'push'])
    expect(await warningsOf({}, { eventName, payload: { pull_request: { number: 7, merged: true } } })).toEqual([]);
});

test('a release without an environment waits for no approval', async () => {
  const push = { eventName: 'push', payload: {} };
  expect(await warningsOf({ environment: '' }, push)).toEqual([expect.stringContaining('waits for no approval')]);
});

test('a call whose lists are all empty does nothing, and says so', async () => {
  const run = { eventName: 'pull_request', payload: {} };
  expect(await warningsOf({ environment: '' }, run, true, [])).toEqual([expect.stringContaining('does nothing')]);
});
