/** How many approvals a release asks for, and how many jobs stand in a row: each waits for a runner of its own. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { graphOf, longestPath, OPTIONAL_JOBS, VERSION_1_0 } from '../../bench/job-graph.ts';
import { read } from '../sources.ts';
import { runJobs } from './runs/runner-model.ts';
import { parseWorkflow } from './workflows.ts';

const { jobs } = parseWorkflow(read('.github/workflows/pipeline.yml'));
const graph = graphOf(jobs);

test('one job holds the environment, so a target is approved once', () => {
  const held = Object.entries(jobs).filter(([, job]) => job.environment !== undefined);
  expect(held.map(([name]) => name)).toEqual(['release']);
  // It is no matrix: each of its jobs would ask.
  expect(jobs.release?.strategy).toBeUndefined();
});

// A job that is skipped because one before it failed looks like one that had nothing to do.
test.each(['release', 'named'])('the job %s needs every job before it, and none that failed', (name) => {
  const before = new Set(graph[name]);
  for (const job of before) for (const earlier of graph[job] ?? []) before.add(earlier);
  expect([...before].sort()).toEqual([...(graph[name] ?? [])].sort());
  for (const job of before) {
    // A plan that cannot read the live state in time stops nothing.
    const passed = job === 'plan' ? " != 'failure'" : "(?:\\)| == 'success')";
    expect(jobs[name]?.if).toMatch(new RegExp(`needs\\.${job}\\.result${passed}`));
  }
});

test('a call without a deploy requests no approval, and still outputs the images that it built', () => {
  const { release, named } = jobs;
  const deploys = /\(contains\(inputs\.migration, '\{'\) [\s\S]*?\.manifest, ''\) != ''\)/.exec(release?.if ?? '')?.[0];
  expect(deploys).toMatch(/inputs\.jobs [\s\S]*inputs\.frontends [\s\S]*inputs\.services \|\| '\[\]'\)\.\*\.service, /);
  expect(named?.if).toContain(`&& !${deploys}`);
  expect(named?.environment).toBeUndefined();
  expect(named?.permissions).toBeUndefined();
});

test.each([
  ['one service', ['checks', 'frontends', ...OPTIONAL_JOBS], 2],
  ['checks, services and frontends', OPTIONAL_JOBS, 2],
  ['frontends alone', ['checks', 'images', ...OPTIONAL_JOBS], 2],
  ['a service that takes the image of another', ['platforms'], 3],
  ['images of several platforms', ['select'], 3],
])('%s: the longest path has %j skipped and %i jobs', (_, skipped, expected) => {
  expect(longestPath(graph, { start: 1, skipped })).toBe(expected);
});

test('version 1.0 had six', () => {
  expect(longestPath(VERSION_1_0, { start: 1 })).toBe(6);
  expect(longestPath(VERSION_1_0, { start: 10, times: { images: 7, deploy: 5 }, skipped: ['publish'] })).toBe(62);
});

test('the plan that reviewers read comes before the approval, delays no build, and never has the identity that deploys', () => {
  const waiting = Object.keys(graph).filter((job) => graph[job]?.includes('plan'));
  expect([waiting, graph.plan]).toEqual([['release'], []]);
  const { 'service-account': account } = jobs.plan?.steps?.at(-1)?.with ?? {};
  expect(account).toBe("${{ inputs.deploy && inputs.plan-service-account || '' }}");
});

test('a promotion is approved once, after a job that only reads and, where frontends are built for the target, their builds', () => {
  const promotion = parseWorkflow(read('.github/workflows/promote.yml')).jobs;
  expect(Object.keys(promotion)).toEqual(['source', 'frontends', 'release']);
  expect(promotion.source?.environment).toBeUndefined();
  expect(promotion.release?.environment).toBeDefined();
  expect(graphOf(promotion).release).toEqual(['source', 'frontends']);
  expect(longestPath(graphOf(promotion), { start: 1, skipped: ['frontends'] })).toBe(2);
  // They run code of the user, without an identity.
  expect(promotion.frontends?.permissions).toEqual({ contents: 'read' });
  const built = Object.values(promotion).flatMap(({ steps = [] }) => steps.map(({ uses = '' }) => uses));
  expect(built).not.toContain('./actions/build-image');
});

test('a promotion whose inputs the release would refuse is refused before the approval, as the release reads them', () => {
  const { source, release } = parseWorkflow(read('.github/workflows/promote.yml')).jobs;
  const [check, ...others] = (source?.steps ?? []).filter((step) => step.with?.call);
  expect([check?.if, others]).toEqual([undefined, []]);
  const steps = source?.steps ?? [];
  const at = check ? steps.indexOf(check) : 0;
  expect(steps[at - 1]).toMatchObject({
    uses: expect.stringMatching(/^actions\/checkout@/),
    with: { ref: '${{ steps.source.outputs.commit }}' },
  });
  expect(source?.outputs?.commit).toBe('${{ steps.source.outputs.commit }}');
  expect(release?.steps?.[0]?.with?.ref).toBe('${{ needs.source.outputs.commit }}');
  const lists = release?.steps?.find(({ id }) => id === 'lists')?.with ?? {};
  for (const name of ['promotion', 'from-sites', 'services', 'jobs', 'frontends', 'migration', 'region', 'call'])
    expect(check?.with?.[name], name).toEqual(lists[name]);
  expect(release?.if).toContain("needs.source.result == 'success'");
});

test('a rollback of services and frontends is one job, and so one approval', () => {
  const rollback = parseWorkflow(read('.github/workflows/rollback.yml'));
  const [job, ...others] = Object.values(rollback.jobs);
  expect(others).toEqual([]);
  expect(JSON.stringify(job?.environment)).toContain('inputs.environment');
  expect(job?.strategy).toBeUndefined();
  // Its dispatch may give an empty text, for which the plan stands, too.
  const targets = (job?.steps ?? []).flatMap((step) => step.with?.['rollback-to'] ?? []);
  expect(targets).toHaveLength(4);
  for (const target of targets) expect(target).toContain('steps.lists.outputs.rollback-to');
});

describe('advance.yml', () => {
  const workflow = parseWorkflow(read('.github/workflows/advance.yml'));
  const ran = (approvals: string, advance: 'success' | 'failure') =>
    runJobs(workflow, { inputs: {}, outcomes: { advance }, outputs: { advance: { approvals } } }).ran;

  test('asks for the approval of a canary even if another one has failed', () => {
    expect(ran('', 'success')).toEqual(['advance']);
    expect(ran('', 'failure')).toEqual(['advance']);
    expect(ran('r@1', 'success')).toEqual(['advance', 'approve']);
    expect(ran('r@1', 'failure')).toEqual(['advance', 'approve']);
  });

  test('continues only the canaries that the reviewers have approved', () => {
    const { advance, approve } = workflow.jobs;
    expect(advance?.outputs?.approvals).toBe('${{ steps.advance.outputs.approvals }}');
    const [step, ...others] = (approve?.steps ?? []).filter(({ with: given }) => given?.approved !== undefined);
    expect([step?.with?.approved, others]).toEqual(['${{ needs.advance.outputs.approvals }}', []]);
    const { approved: _, ...given } = step?.with ?? {};
    expect(given).toEqual(advance?.steps?.find(({ id }) => id === 'advance')?.with);
  });

  test.each([
    ['production', 0],
    ['', 1],
    [' ', 1],
  ])('with the approval environment "%s" its first step ends with %i', (ENVIRONMENT, status) => {
    const [check] = workflow.jobs.approve?.steps ?? [];
    expect(check?.env).toEqual({ ENVIRONMENT: '${{ inputs.approval-environment }}' });
    const env = { PATH: process.env.PATH, ENVIRONMENT };
    const ended = spawnSync('bash', ['-eo', 'pipefail', '-c', check?.run ?? ''], { env, encoding: 'utf8' });
    expect(ended.status).toBe(status);
    expect(ended.stdout).toMatch(status === 0 ? /^$/ : /^::error::The input approval-environment is empty/);
  });
});
