/** What a plan says would stop the release, and what waits for no approval. */
import { expect, test } from 'vitest';
import { describeCallPlan } from '../../../actions/pipeline/describe-plan.ts';
import { readInputs } from '../../../actions/pipeline/inputs.ts';
import { readLiveTarget } from '../../../actions/pipeline/live/read-target.ts';
import { describeLiveService } from '../../../actions/pipeline/plan/live.ts';
import { run } from '../../../actions/pipeline/run.ts';
import { parseFreezeWindow } from '../../../src/freeze/windows.ts';
import { readSurroundings } from '../../../src/runtime/action.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { createInputReader } from '../../../src/runtime/inputs.ts';
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
  for (const withoutTarget of ['no-account', 'promotion', 'no-deploy'])
    await describeCallPlan({ ...task, withoutTarget } as never, { log, summary, clock, github: {} } as never);
  expect(warnings.filter((warning) => /all week/.test(warning))).toHaveLength(2);
});

/** Warnings of the plan of a call with one service. */
async function warningsOf(
  inputs: object,
  github: object,
  deploys = true,
  services: readonly object[] = [{ name: 'web', service: 'web' }],
  promotion?: object,
): Promise<string[]> {
  const warnings: string[] = [];
  const summary = createSummary();
  const log = { info: () => {}, warning: (message: string) => void warnings.push(message) };
  const lists = { checks: [], services, frontends: [], jobs: [], migration: undefined };
  const given = { deploys, inputs: { environment: 'production', ...inputs }, lists, promotion };
  const task = { task: 'plan', lists, region: 'r', promotion, runners: [], freeze: [], target: undefined };
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

test('so does a promotion, which deploys a commit that is live at its source, whatever started it', async () => {
  const services = [{ name: 'web', service: 'web' }];
  const promotion = { folder: '', sites: new Set() };
  const run = { eventName: 'pull_request', payload: { pull_request: { number: 7 } } };
  expect(await warningsOf({}, run, true, services, promotion)).toEqual([]);
  expect(await warningsOf({ environment: ' ' }, run, true, services, promotion)).toEqual([
    'The input environment is empty, so the release waits for no approval. Set the name of a GitHub environment.',
  ]);
});

test.each([
  [
    '',
    ['The input environment is empty, so the rollback waits for no approval. Set the name of a GitHub environment.'],
  ],
  ['production', []],
])('a rollback in the environment "%s"', async (environment, expected) => {
  const warnings: string[] = [];
  const env = {
    INPUT_TASK: 'rollback',
    INPUT_REGION: 'us-central1',
    INPUT_SERVICES: '[{"name": "web", "service": "web"}]',
    INPUT_CALL: JSON.stringify({ environment }),
  };
  const log = { info: () => {}, warning: (message: string) => void warnings.push(message) };
  const context = { ...readSurroundings(env), log, summary: createSummary(), output: () => {} } as unknown as Context;
  await run(readInputs(createInputReader(env), context), context);
  expect(warnings).toEqual(expected);
});

test.each([
  ['', undefined],
  ['[]', undefined],
  ['\n', 'Input services: is blank. Pass a list, or nothing:'],
])('a list %j is refused as the expressions of the workflow refuse it', async (services, expected) => {
  const call = { project: 'p-1', region: 'r', deploy: true, services };
  const env = { INPUT_SERVICES: services, INPUT_CALL: JSON.stringify(call) };
  const log = { info: () => {}, warning: () => {} };
  const context = { ...readSurroundings(env), log, summary: createSummary() } as unknown as Context;
  const refused = await run(readInputs(createInputReader(env), context), context).catch((error: Error) => error);
  if (expected === undefined) expect(refused).toBeUndefined();
  else expect((refused as Error).message).toContain(expected);
});

test('a call whose lists are all empty does nothing, and says so', async () => {
  const run = { eventName: 'pull_request', payload: {} };
  expect(await warningsOf({ environment: '' }, run, true, [])).toEqual([expect.stringContaining('does nothing')]);
});
