/** The lists in docs/pipeline.md are read as the pipeline reads them. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCall } from '../../../actions/pipeline/plan/call.ts';
import { readRunners } from '../../../actions/pipeline/plan/platforms.ts';
import { read } from '../sources.ts';
import { parseWorkflow, usesOf, type Workflow } from './workflows.ts';

const text = read('docs/pipeline.md');
const EMPTY = { checks: '[]', services: '[]', jobs: '[]', frontends: '[]', migration: '' };
// What other lists refer to.
const SERVICES = JSON.stringify([{ name: 'web', manifest: 'deploy/web.yaml' }]);

/** Each example of a list, with the list that the text before it names. */
const lists = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(({ index, 1: example = '' }) => ({
  name: [...text.slice(0, index).matchAll(/\*\*`([a-z]+)`\*\*/g)].at(-1)?.[1] ?? '',
  example,
}));

test('there are examples of checks, platforms and jobs', () => {
  expect(lists.map(({ name }) => name)).toEqual(['checks', 'checks', 'platforms', 'jobs']);
});

test.each(lists)('the example of $name is accepted', ({ name, example }) => {
  const { problems } =
    name === 'platforms' ? readRunners(example, []) : readCall({ ...EMPTY, services: SERVICES, [name]: example });
  expect(problems).toEqual([]);
});

test('the secrets of the example are those of the workflow', () => {
  const [, example = ''] = /```yaml\n( +secrets:[\s\S]*?)```/.exec(text) ?? [];
  const given = Object.keys((parse(example) as { secrets: object }).secrets);
  const called = parse(read('.github/workflows/pipeline.yml')) as { on: { workflow_call: { secrets: object } } };
  expect(Object.keys(called.on.workflow_call.secrets)).toEqual(expect.arrayContaining(given));
  expect(given).toEqual(['build-env']);
});

const workflows = [...text.matchAll(/```yaml\n(name:[\s\S]*?)```/g)].map(([, example = '']) => example);

test.each(workflows)(
  'an example workflow passes only inputs of the called one, and grants its permissions',
  (example) => {
    for (const [, job] of Object.entries((parse(example) as Workflow).jobs)) {
      const called = parseWorkflow(read(job.uses?.replace(/^orchestra\/actions\/(.*)@v1$/, '$1') ?? ''));
      const inputs = called.on?.workflow_call?.inputs ?? {};
      const given = job.with ?? {};
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      const missing = Object.keys(inputs).filter((name) => inputs[name]?.required && !(name in given));
      expect(missing).toEqual([]);
      const requested = Object.values(called.jobs).flatMap(({ permissions }) => Object.entries(permissions ?? {}));
      for (const [scope, level] of requested) expect(job.permissions).toMatchObject({ [scope]: level });
      const texts = Object.fromEntries(
        Object.keys(EMPTY).flatMap((name) => (given[name] ? [[name, String(given[name])]] : [])),
      );
      expect(readCall({ ...EMPTY, ...texts }).problems).toEqual([]);
      expect(usesOf(called).length).toBeGreaterThan(0);
    }
  },
);
