/** Workflows in the pages of promotion and previews: they would start as they stand there. */
import { describe, expect, test } from 'vitest';
import { readCall } from '../../../actions/pipeline/plan/call.ts';
import { read } from '../sources.ts';
import { type Job, parseWorkflow, type Workflow } from '../workflows/workflows.ts';

const examples = ['promotion', 'preview'].flatMap((page) =>
  [...read(`docs/${page}.md`).matchAll(/```yaml\n([\s\S]*?)```/g)]
    .map(([, text = '']) => parseWorkflow(text))
    .flatMap((workflow) => Object.values(workflow.jobs ?? {}).map((job) => [page, job] as const)),
);

const calledBy = ({ uses = '' }: Job): Workflow => {
  const name = /^orchestra\/actions\/\.github\/workflows\/([a-z-]+)\.yml@v1$/.exec(uses)?.[1];
  return parseWorkflow(read(`.github/workflows/${name}.yml`));
};

test('there is one in each page, and another for the schedule of previews', () => {
  expect(examples.map(([page]) => page)).toEqual(['promotion', 'preview', 'preview']);
});

describe.each(examples)('the example of %s.md', (_, job) => {
  const inputs = calledBy(job).on?.workflow_call?.inputs ?? {};

  test('gives inputs that there are, and all that are required', () => {
    const given = Object.keys(job.with ?? {});
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
    expect(Object.keys(inputs).filter((name) => inputs[name]?.required && !given.includes(name))).toEqual([]);
  });

  test('grants exactly what the jobs ask for', () => {
    const asked = Object.values(calledBy(job).jobs).map(({ permissions }) => permissions as Record<string, string>);
    expect(job.permissions).toEqual(Object.assign({}, ...asked.filter(Boolean)));
  });

  test('has lists that are read without a problem', () => {
    // Names of services, one per line.
    if (job.uses?.includes('/preview-clean-up.yml')) return;
    const list = (name: string, none: string) => String(job.with?.[name] ?? none);
    const texts = {
      checks: '[]',
      services: list('services', '[]'),
      jobs: list('jobs', '[]'),
      frontends: list('frontends', '[]'),
      migration: list('migration', ''),
    };
    expect(readCall(texts).problems).toEqual([]);
  });
});
