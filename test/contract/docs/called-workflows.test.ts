/** Workflows in the pages of promotion, previews and targets: they would start as they stand there. */
import { describe, expect, test } from 'vitest';
import { readCall } from '../../../actions/pipeline/plan/call.ts';
import type { Entry } from '../../../actions/pipeline/plan/lists.ts';
import { readPreview } from '../../../actions/pipeline/plan/preview.ts';
import { readInputs } from '../../../actions/preview/inputs.ts';
import { readInputs as readPromotion } from '../../../actions/promotion/inputs.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { createInputReader } from '../../../src/runtime/inputs.ts';
import { read } from '../sources.ts';
import { type Job, parseWorkflow, type Workflow } from '../workflows/workflows.ts';

const examples = ['promotion', 'preview', 'guides/staging-and-production'].flatMap((page) =>
  [...read(`docs/${page}.md`).matchAll(/```yaml\n([\s\S]*?)```/g)]
    .map(([, text = '']) => parseWorkflow(text))
    .flatMap((workflow) =>
      Object.values(workflow.jobs ?? {}).flatMap((job) => (job.uses ? [[page, job] as const] : [])),
    ),
);

const calledBy = ({ uses = '' }: Job): Workflow => {
  const name = /^orchestra\/actions\/\.github\/workflows\/([a-z-]+)\.yml@v1$/.exec(uses)?.[1];
  return parseWorkflow(read(`.github/workflows/${name}.yml`));
};

test('there are two of promotions, of previews one service, all lists, and the schedule, and two targets', () => {
  expect(examples.map(([page]) => page)).toEqual([
    ...['promotion', 'promotion', 'preview', 'preview', 'preview'],
    ...['guides/staging-and-production', 'guides/staging-and-production'],
  ]);
});

const PLACE = { repository: 'acme/shop', repositoryId: '1001', number: 7, storage: 'https://storage.googleapis.com' };

/** Variables of the runner for these inputs; an expression stands for a name. */
function inputVariables(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const values = Object.entries(given).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    String(value)
      .replaceAll(/\$\{\{[^}]*region[^}]*\}\}/gi, 'us-central1')
      .replaceAll(/\$\{\{.*?\}\}/g, 'acme-previews'),
  ]);
  const known = Object.fromEntries(values) as Record<string, string>;
  delete known['INPUT_WORKLOAD-IDENTITY-PROVIDER'];
  delete known['INPUT_SERVICE-ACCOUNT'];
  return known;
}

const CONTEXT = { github: { payload: {}, sha: 'a'.repeat(40), workspace: '.' } as Context['github'] } as Context;

const cleanUpInputs = (given: Readonly<Record<string, unknown>>) =>
  readInputs(createInputReader(inputVariables({ task: 'find', ...given })), CONTEXT);

test('the promotion between regions reads the services and jobs that the page names', () => {
  const [, [, job]] = examples as [unknown, (typeof examples)[number]];
  const step = calledBy(job).jobs.source?.steps?.find(({ uses }) => uses === './actions/promotion');
  const given = Object.fromEntries(Object.entries(job.with ?? {}).filter(([name]) => name in (step?.with ?? {})));
  const { services, jobs, migrationJob } = readPromotion(createInputReader(inputVariables(given)), CONTEXT);
  const all = [...services, ...jobs, ...(migrationJob ? [migrationJob] : [])];
  const names = all.map(({ service }) => service);
  const [region, ...others] = new Set(all.flatMap(({ regions }) => regions));
  expect(others).toEqual([]);
  expect(names).toEqual(['web-staging', 'report-staging', 'web-staging-migrate']);
  const sentence = `reads the service \`${names[0]}\` and the jobs \`${names[1]}\` and \`${names[2]}\` in \`${region}\``;
  expect(read('docs/promotion.md')).toContain(sentence);
});

test('the schedule of previews cleans up all that the example with all lists makes', () => {
  const [, lists, schedule] = examples.filter(([page]) => page === 'preview').map(([, { with: given = {} }]) => given);
  const { lists: made } = readPreview(lists as Entry, PLACE);
  const cleaned = cleanUpInputs(schedule ?? {});
  expect(cleaned.services.map((name) => name.split('/').at(-1))).toEqual(made.services.map(({ service }) => service));
  expect(cleaned.images.map(({ path }) => path.split('/').at(-1))).toEqual(made.services.map(({ name }) => name));
  expect(cleaned.buckets).toEqual(made.frontends.map(({ bucket }) => bucket));
  expect(cleaned.migrations).toBe(made.migration !== undefined);
  expect(cleaned.maxAge).toBe(14 * 86_400_000);
});

describe.each(examples)('the example of %s.md', (_, job) => {
  const inputs = calledBy(job).on?.workflow_call?.inputs ?? {};

  test('gives inputs that there are, and all that are required', () => {
    const given = Object.keys(job.with ?? {});
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
    expect(Object.keys(inputs).filter((name) => inputs[name]?.required && !given.includes(name))).toEqual([]);
  });

  test('grants exactly what the jobs ask for', () => {
    const requested = Object.values(calledBy(job).jobs).map(({ permissions }) => permissions as Record<string, string>);
    expect(job.permissions).toEqual(Object.assign({}, ...requested.filter(Boolean)));
  });

  test('has lists that are read without a problem', () => {
    if (job.uses?.includes('/preview-clean-up.yml')) {
      const { services, images, buckets } = cleanUpInputs(job.with ?? {});
      for (const list of [services, images, buckets]) expect(list.length).toBeGreaterThan(0);
      return;
    }
    if (job.uses?.includes('/preview.yml')) {
      expect(readPreview(job.with as Entry, PLACE).problems).toEqual([]);
      return;
    }
    const list = (name: string, none: string) => String(job.with?.[name] ?? none);
    const texts = {
      checks: list('checks', '[]'),
      services: list('services', '[]'),
      jobs: list('jobs', '[]'),
      frontends: list('frontends', '[]'),
      migration: list('migration', ''),
    };
    expect(readCall(texts).problems).toEqual([]);
  });
});
