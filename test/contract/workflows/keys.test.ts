/** The keys of the lists: those that jobs read are those that are allowed, and named as the inputs of the actions. */
import { expect, test } from 'vitest';
import { PIPELINE_KEYS } from '../../../actions/pipeline/plan/keys.ts';
import { manifestOf, read } from '../sources.ts';
import { parseWorkflow } from './workflows.ts';

const pipeline = parseWorkflow(read('.github/workflows/pipeline.yml'));

test('every key that a job reads is allowed, and the other way round', () => {
  const text = read('.github/workflows/pipeline.yml');
  const readBy = (pattern: RegExp) =>
    [...new Set([...text.matchAll(pattern)].map((match) => match[1] as string))].filter(
      (key) => key !== 'slot' && key !== 'key', // which the plan itself adds
    );
  const sorted = (keys: readonly string[]) => [...keys].sort();
  expect(sorted(PIPELINE_KEYS.checks)).toEqual(readBy(/matrix\.check\.([a-z-]+)/g).sort());
  // `image` and `containers` are read by the script that names the images.
  expect(sorted(PIPELINE_KEYS.services)).toEqual(
    [...readBy(/matrix\.service\.([a-z-]+)/g), 'containers', 'image'].sort(),
  );
  expect(sorted(PIPELINE_KEYS.frontends)).toEqual(readBy(/matrix\.frontend\.([a-z-]+)/g).sort());
  expect(sorted(PIPELINE_KEYS.migration)).toEqual([...readBy(/outputs\.migration\)\.([a-z-]+)/g), 'image'].sort());
});

test('a hold on any service blocks the migration and the frontends', () => {
  for (const [job, action] of [
    ['migrate', 'migrate'],
    ['publish', 'publish-frontend'],
  ] as const)
    expect(pipeline.jobs[job]?.steps?.find(({ uses }) => uses?.endsWith(`/${action}`))?.with?.services).toBe(
      '${{ needs.plan.outputs.holders }}',
    );
});

test('keys that are inputs of an action are named as there', () => {
  const ownKeys = ['name', 'image', 'containers', 'dockerfile', 'build', 'node', 'url'];
  for (const [job, action] of [
    ['deploy', 'deploy-run'],
    ['publish', 'publish-frontend'],
    ['migrate', 'migrate'],
    ['images', 'build-image'],
  ] as const) {
    const given = pipeline.jobs[job]?.steps?.find((step) => step.uses?.endsWith(`/${action}`))?.with ?? {};
    for (const [name, value] of Object.entries(given)) {
      const key = /^\$\{\{ (?:matrix\.\w+|fromJSON\(\S+\))\.([a-z-]+) \}\}$/.exec(String(value))?.[1];
      if (key && !ownKeys.includes(key)) expect(key).toBe(name);
      expect(Object.keys(manifestOf(action).inputs)).toContain(name);
    }
  }
});
