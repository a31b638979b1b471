/**
 * A called workflow that asks for more than its caller grants fails at start-up
 * (https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows#supported-keywords-for-jobs-that-call-a-reusable-workflow),
 * so what a caller of 1.0 granted has to be enough for all of v1. What needs more is a workflow of its own, or waits for v2.
 */
import { describe, expect, test } from 'vitest';
import { read } from '../sources.ts';
import { parseWorkflow } from './workflows.ts';

type Permissions = Readonly<Record<string, string>>;

/** What the jobs of version 1.0.0 requested, of each workflow together, and what those ask for that are new since. It does not change within v1. */
const GRANTED: Readonly<Record<string, Permissions>> = {
  pipeline: { contents: 'read', 'id-token': 'write', checks: 'read', statuses: 'read' },
  checks: { contents: 'read', checks: 'read' },
  preview: { contents: 'read', 'id-token': 'write', 'pull-requests': 'write' },
  rollback: { contents: 'read', 'id-token': 'write' },
  promote: { contents: 'read', 'id-token': 'write', checks: 'read', statuses: 'read' },
  'preview-clean-up': { 'id-token': 'write', 'pull-requests': 'write' },
  advance: { contents: 'read', 'id-token': 'write', deployments: 'write', actions: 'write' },
};

const LEVELS = ['none', 'read', 'write'];
const allows = (granted: string | undefined, requested: string): boolean =>
  LEVELS.includes(requested) && LEVELS.indexOf(requested) <= LEVELS.indexOf(granted ?? 'none');

/** Requested for and not granted, in words. `read-all`, `write-all` and no permissions at all (the caller's default) never pass. */
function beyond(granted: Permissions, requested: unknown): string[] {
  if (requested === null || typeof requested !== 'object') return [`permissions: ${requested}`];
  return Object.entries(requested).flatMap(([scope, level]) =>
    allows(granted[scope], String(level)) ? [] : [`${scope}: ${level}`],
  );
}

describe.each(Object.entries(GRANTED))('%s.yml', (name, granted) => {
  const workflow = parseWorkflow(read(`.github/workflows/${name}.yml`));

  test('grants nothing to a job that does not ask', () => {
    expect(workflow.permissions).toEqual({});
  });

  test.each(Object.entries(workflow.jobs))('job %s asks for nothing that callers of 1.0 do not grant', (_, job) => {
    expect(beyond(granted, job.permissions ?? workflow.permissions)).toEqual([]);
    // The jobs of a workflow that is called in turn would ask for their own.
    expect(job.uses).toBeUndefined();
  });
});

test.each([
  [{ contents: 'write' }, ['contents: write']],
  [{ attestations: 'read' }, ['attestations: read']],
  [{ contents: 'none', 'id-token': 'write' }, []],
  ['write-all', ['permissions: write-all']],
  [undefined, ['permissions: undefined']],
])('%j is judged', (requested, expected) => {
  expect(beyond({ contents: 'read', 'id-token': 'write' }, requested)).toEqual(expected);
});

describe('the identity that deploys', () => {
  const workflows = ['pipeline', 'rollback', 'promote'].map((name) =>
    parseWorkflow(read(`.github/workflows/${name}.yml`)),
  );
  const jobs = workflows.flatMap((workflow) => Object.entries(workflow.jobs));
  /** Whether a job takes the deployer's provider or account, where those of images are given. */
  const deploys = (job: (typeof jobs)[number][1]) =>
    (job.steps ?? []).some(({ with: given = {} }) =>
      ['workload-identity-provider', 'service-account'].some((name) =>
        String(given[name] ?? '').startsWith(`\${{ inputs.${name} `),
      ),
    );

  test('of canaries exists only in jobs of an environment, too', () => {
    const advance = Object.values(parseWorkflow(read('.github/workflows/advance.yml')).jobs);
    for (const { environment } of advance)
      expect(JSON.stringify(environment)).toMatch(/inputs\.(?:approval-)?environment/);
  });

  test('exists only in jobs of the environment', () => {
    const deploying = jobs.filter(([, job]) => deploys(job));
    expect(deploying.map(([name]) => name)).toEqual(expect.arrayContaining(['release', 'rollback']));
    for (const [name, { environment }] of deploying)
      expect(JSON.stringify(environment) ?? name).toContain('inputs.environment');
  });

  test.each([
    [{ 'workload-identity-provider': 'P', 'service-account': 'S' }, 'P', 'S'],
    [{ 'workload-identity-provider': 'P', 'service-account': '' }, 'P', ''],
    [{ 'workload-identity-provider': 'P', 'service-account': 'S', 'images-service-account': 'B' }, 'P', 'B'],
    [
      {
        'workload-identity-provider': 'P',
        'service-account': 'S',
        'images-workload-identity-provider': 'I',
        'images-service-account': 'B',
      },
      'I',
      'B',
    ],
    // Direct federation: the deployer's account does not trust the provider of images.
    [{ 'workload-identity-provider': 'P', 'service-account': 'S', 'images-workload-identity-provider': 'I' }, 'I', ''],
  ])('is that of images only where they have none of their own: %j', (given, provider, account) => {
    const inputs: Record<string, unknown> = {
      'images-workload-identity-provider': '',
      'images-service-account': '',
      deploy: true,
      ...given,
    };
    const { with: build = {} } =
      jobs.find(([name]) => name === 'images')?.[1].steps?.find(({ id }) => id === 'build') ?? {};
    // GitHub's operators are those of JavaScript on texts: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
    const evaluate = (name: string) => {
      const [, expression = 'missing'] = /^\$\{\{ (.*) \}\}$/.exec(String(build[name])) ?? [];
      const names = Object.keys(inputs);
      const script = expression.replace(/inputs\.([a-z-]+)/g, (_, input: string) => `values[${names.indexOf(input)}]`);
      return new Function('values', `return ${script}`)(names.map((one) => inputs[one])) as unknown;
    };
    expect(evaluate('workload-identity-provider')).toBe(provider);
    expect(evaluate('service-account')).toBe(account);
  });
});
