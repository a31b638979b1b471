/** Where the jobs run: the input `runner` takes a label, or in JSON what `runs-on` takes. */
import { expect, test } from 'vitest';
import { read } from '../../sources.ts';
import { parseWorkflow } from '../workflows.ts';

const WORKFLOWS = ['pipeline', 'checks', 'preview', 'preview-clean-up', 'promote', 'rollback', 'advance'];

/** What `runs-on` becomes. */
function runsOn(expression: string, runner: string): unknown {
  const code = /^\$\{\{ (.*) \}\}$/.exec(expression)?.[1] ?? '';
  const functions = {
    startsWith: (text: string, start: string) => text.startsWith(start),
    fromJSON: (text: string) => JSON.parse(text) as unknown,
  };
  const evaluate = new Function(...Object.keys(functions), 'inputs', `return ${code}`);
  return evaluate(...Object.values(functions), { runner }) as unknown;
}

test.each(WORKFLOWS)('every job of %s.yml', (name) => {
  const { jobs } = parseWorkflow(read(`.github/workflows/${name}.yml`));
  // The builds for platforms have runners of their own.
  for (const [job, { 'runs-on': expression }] of Object.entries(jobs).filter(([one]) => one !== 'platforms')) {
    expect(runsOn(String(expression), 'ubuntu-latest'), job).toBe('ubuntu-latest');
    expect(runsOn(String(expression), '["self-hosted", "linux"]'), job).toEqual(['self-hosted', 'linux']);
    expect(runsOn(String(expression), '{"group": "deploy"}'), job).toEqual({ group: 'deploy' });
  }
});

test('each build for a platform runs on the runner of its platform', () => {
  const { platforms } = parseWorkflow(read('.github/workflows/pipeline.yml')).jobs;
  expect(platforms?.['runs-on']).toBe('${{ matrix.build.runner }}');
  expect(platforms?.strategy?.matrix).toMatchObject({ build: "${{ fromJSON(inputs.platforms || '[]') }}" });
});
