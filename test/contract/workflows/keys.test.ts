/** The keys of the lists: those that jobs read are those that are allowed, and named as the inputs of the actions. */
import { expect, test } from 'vitest';
import { RELEASE_WIDE } from '../../../actions/deploy-run/inputs/entries.ts';
import { BUILD_KEYS, PIPELINE_KEYS, ROLLOUT_KEYS } from '../../../actions/pipeline/plan/keys.ts';
import { NOT_OF_MIGRATION } from '../../../actions/pipeline/plan/preview.ts';
import { manifestOf, read } from '../sources.ts';
import { parseWorkflow } from './workflows.ts';

const pipeline = parseWorkflow(read('.github/workflows/pipeline.yml'));
const preview = parseWorkflow(read('.github/workflows/preview.yml'));

/** Keys of an entry that a job reads: of the matrix itself, or as the plan made them. */
const readBy = (job: string, pattern: RegExp, workflow = pipeline): string[] => {
  const text = JSON.stringify(workflow.jobs[job]);
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] as string))].sort();
};
const ENTRY = /(?:matrix\.\w+|fromJSON\(steps\.entry\.outputs\.entry\))\.([a-z-]+)/g;

test('every key of a check is read by its job, and no other', () => {
  // The action reads how long a passed check counts.
  expect([...readBy('checks', ENTRY), 'passed-within'].sort()).toEqual([...PIPELINE_KEYS.checks].sort());
});

test('every key of a build is read by the job of the image, and no other', () => {
  expect(readBy('images', ENTRY)).toEqual([...BUILD_KEYS, 'name', 'policy-exceptions'].sort());
});

test('every key of the migration is read by the release, and no other', () => {
  expect(readBy('release', /outputs\.migration\)\.([a-z-]+)/g)).toEqual([...PIPELINE_KEYS.migration].sort());
});

test('previews read the same keys, but for those of a migration that a pull request does not decide', () => {
  expect(readBy('images', ENTRY, preview)).toEqual(readBy('images', ENTRY));
  expect(readBy('frontends', ENTRY, preview)).toEqual(readBy('frontends', ENTRY));
  const MIGRATION = /outputs\.migration\)\.([a-z-]+)/g;
  const own: readonly string[] = NOT_OF_MIGRATION.filter((key) => key !== 'job');
  expect(readBy('deploy', MIGRATION, preview)).toEqual(
    readBy('release', MIGRATION).filter((key) => !own.includes(key)),
  );
});

test('every key of a deploy is an input of deploy-run: of an entry of services, or of all', () => {
  const inputs = Object.keys(manifestOf('deploy-run').inputs);
  expect(ROLLOUT_KEYS.filter((key) => !inputs.includes(key))).toEqual([]);
  const shared = readBy('release', /outputs\.options\)\.([a-z-]+)/g);
  expect(ROLLOUT_KEYS.filter((key) => RELEASE_WIDE.has(key) && key !== 'execute').sort()).toEqual(shared);
});

test('every key of a frontend is read by its build, or is an input of publish-frontend', () => {
  const inputs = Object.keys(manifestOf('publish-frontend').inputs);
  const build = readBy('frontends', ENTRY);
  expect(PIPELINE_KEYS.frontends.filter((key) => !inputs.includes(key) && !build.includes(key))).toEqual(['url']);
});

test('a hold on any service blocks the migration and the frontends', () => {
  for (const action of ['migrate', 'publish-frontend'])
    expect(pipeline.jobs.release?.steps?.find(({ uses }) => uses?.endsWith(`/${action}`))?.with?.services).toBe(
      '${{ steps.lists.outputs.holders }}',
    );
});

test('keys that are inputs of an action are named as there', () => {
  for (const [job, action] of [
    ['release', 'migrate'],
    ['images', 'build-image'],
  ] as const) {
    const given = pipeline.jobs[job]?.steps?.find((step) => step.uses?.endsWith(`/${action}`))?.with ?? {};
    for (const [name, value] of Object.entries(given)) {
      const key = /^\$\{\{ fromJSON\(\S+\)\.([a-z-]+) \}\}$/.exec(String(value))?.[1];
      // The Dockerfile is `file` of build-image.
      if (key && key !== 'dockerfile') expect(key).toBe(name);
      expect(Object.keys(manifestOf(action).inputs)).toContain(name);
    }
  }
});
