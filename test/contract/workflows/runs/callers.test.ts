/** Which jobs run for each kind of caller, and which callers wait for an approval: that of the job `release`. */
import { expect, test } from 'vitest';
import { read } from '../../sources.ts';
import { parseWorkflow } from '../workflows.ts';
import { runJobs } from './runner-model.ts';

const DIGEST = `us-docker.pkg.dev/acme/images/web@sha256:${'a'.repeat(64)}`;
const LISTS = {
  checks: [{ name: 'Tests', run: 'make' }],
  services: [{ name: 'web', service: 'web' }],
  jobs: [{ name: 'sync', manifest: 'sync.yaml' }],
  frontends: [{ name: 'site', path: 'dist', bucket: 'b' }],
  migration: { image: DIGEST, job: 'migrate' },
  platforms: [{ platform: 'linux/arm64', runner: 'arm' }],
};
const { checks, services, jobs, frontends, migration, platforms } = LISTS;
const NONE = { checks: '[]', services: '[]', jobs: '[]', frontends: '[]', platforms: '[]', migration: '' };
const elsewhere = [{ name: 'web', service: 'web', image: DIGEST }];
const shared = [...services, { name: 'worker', service: 'worker', image: 'web' }];
const built = [{ name: 'proxy', context: 'proxy' }];

/** `selected`: names that the job `select` outputs; `refused`: whether the plan refuses the call. */
function jobsOf(
  lists: object,
  { deploy = true, selected = [] as readonly string[], refused = false }: Options = {},
): string[] {
  const given = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, typeof list === 'string' ? list : JSON.stringify(list)]),
  );
  const outputs = { select: { services: JSON.stringify(selected.map((name) => ({ name }))) } };
  const workflow = parseWorkflow(read('.github/workflows/pipeline.yml'));
  const outcomes = refused ? ({ plan: 'failure' } as const) : {};
  return runJobs(workflow, { inputs: { ...NONE, ...given, deploy }, outputs, outcomes }).ran.toSorted();
}

interface Options {
  readonly deploy?: boolean;
  readonly selected?: readonly string[];
  readonly refused?: boolean;
}

test.each<[string, object, string[]]>([
  ['nothing', {}, []],
  ['checks alone', { checks }, ['checks']],
  ['a service', { services }, ['images', 'release']],
  ['checks and a service', { checks, services }, ['checks', 'images', 'release']],
  ['images that are only built', { services: built }, ['images', 'named']],
  ['images that are only built, and checks', { checks, services: built }, ['checks', 'images', 'named']],
  ['jobs alone', { jobs }, ['release']],
  ['a migration alone', { migration }, ['release']],
  ['a migration from a variable that is not set', { checks, migration: '\n  \n' }, ['checks']],
  ['a frontend alone', { frontends }, ['frontends', 'release']],
  ['a frontend and an image that is only built', { frontends, services: built }, ['frontends', 'images', 'release']],
  ['a service for platforms', { services, platforms }, ['images', 'platforms', 'release']],
  ['platforms without a service', { checks, platforms }, ['checks']],
])('%s', (_, lists, expected) => {
  expect(jobsOf(lists)).toEqual(['plan', ...expected].sort());
  const builds = expected.filter((job) => !['release', 'named', 'platforms'].includes(job));
  expect(jobsOf(lists, { deploy: false })).toEqual(['plan', ...builds].sort());
  // No reviewer has to approve what the plan refuses.
  expect(jobsOf(lists, { refused: true })).toEqual(['plan', ...expected.filter((job) => job !== 'release')].sort());
});

test.each([
  ['that builds no frontend', '[]', ['source', 'release']],
  ['that builds one for the target', '[0]', ['source', 'frontends', 'release']],
])('a promotion %s', (_, rebuilt, expected) => {
  const workflow = parseWorkflow(read('.github/workflows/promote.yml'));
  const given = { inputs: NONE, outputs: { source: { rebuilt } } };
  expect(runJobs(workflow, given).ran).toEqual(expected);
  expect(runJobs(workflow, { ...given, outcomes: { source: 'failure' } }).ran).toEqual(['source']);
});

test('an image that was built elsewhere needs no build, and one that two services share a single one', () => {
  expect(jobsOf({ services: elsewhere })).toEqual(['plan', 'release', 'select']);
  expect(jobsOf({ services: elsewhere, platforms })).toEqual(['plan', 'release', 'select']);
  expect(jobsOf({ services: shared }, { selected: ['web'] })).toEqual(['images', 'plan', 'release', 'select']);
});
