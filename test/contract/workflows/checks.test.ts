/** checks.yml runs what pipeline.yml runs before a release, and needs no identity for it. */
import { describe, expect, test } from 'vitest';
import { renderChecks } from '../../../scripts/docs/checks-workflow.ts';
import { read } from '../sources.ts';
import { type Job, parseWorkflow } from './workflows.ts';

const text = read('.github/workflows/checks.yml');
const { jobs } = parseWorkflow(text);
const pipeline = parseWorkflow(read('.github/workflows/pipeline.yml'));

test('is what `npm run docs` makes from pipeline.yml', () => {
  expect(text).toBe(renderChecks(read('.github/workflows/pipeline.yml')));
});

test('has the same checks, under the same names: required checks are the same in both', () => {
  const without = (step: object) => ({ ...step, with: { ...(step as { with?: object }).with, call: undefined } });
  const steps = (job: Job | undefined) => job?.steps?.map(without);
  expect({ ...jobs.checks, steps: steps(jobs.checks) }).toEqual({
    ...pipeline.jobs.checks,
    steps: steps(pipeline.jobs.checks),
  });
  for (const name of ['images', 'frontends'])
    expect(jobs[name]).toMatchObject({ name: expect.stringContaining('matrix') });
  const own = pipeline.jobs.frontends?.steps ?? [];
  const build = own.findIndex(({ name }) => name === 'Build');
  expect(steps(jobs.frontends)).toEqual(own.slice(0, build + 1).map(without));
});

describe('its images', () => {
  const build = jobs.images?.steps?.find(({ id }) => id === 'build')?.with ?? {};

  test('are built with the inputs of the pipeline, and pushed nowhere', () => {
    expect(build.push).toBe(false);
    const same = Object.entries(pipeline.jobs.images?.steps?.find(({ id }) => id === 'build')?.with ?? {});
    expect(Object.entries(build).filter(([name]) => !['push', 'image', 'sbom', 'sign'].includes(name))).toEqual(
      same.filter(([name]) => name in build && !['push', 'image', 'sbom', 'sign'].includes(name)),
    );
  });

  test('need no identity', () => {
    expect(text).not.toMatch(/id-token|workload-identity|service-account|credentials-json/);
  });
});

test('where nothing is deployed the pipeline uses no identity either, and releases nothing', () => {
  const { with: build = {} } = pipeline.jobs.images?.steps?.find(({ id }) => id === 'build') ?? {};
  for (const name of ['workload-identity-provider', 'service-account', 'credentials-json'])
    expect(build[name]).toMatch(/^\$\{\{ inputs\.deploy && .* \|\| '' \}\}$/);
  expect(build.push).toBe('${{ inputs.deploy }}');
  expect(pipeline.jobs.release?.if).toContain('inputs.deploy');
});
