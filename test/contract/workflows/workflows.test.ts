/** Our workflows, and the example's: they name what exists, hold no open door, and the gate needs every job. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { ACTIONS, filesBelow, manifestOf, read } from '../sources.ts';
import { parseWorkflow, type Step, usesOf, type Workflow } from './workflows.ts';

const WORKFLOWS = [
  ...filesBelow('.github/workflows', '.yml'),
  ...filesBelow('examples/orchestra/.github/workflows', '.yml'),
];
const REUSABLE = ['pipeline', 'rollback', 'preview', 'preview-clean-up', 'promote', 'advance'];

/** Names of inputs that `uses` takes, and those that it requires; undefined if it is not ours. */
function inputsOf(uses: string): { known: string[]; required: string[] } | undefined {
  const action = /^(?:\.\/actions|orchestra\/actions)\/([a-z-]+)(?:@v[\d.]+)?$/.exec(uses)?.[1];
  if (action) {
    const { inputs } = manifestOf(action);
    return { known: Object.keys(inputs), required: Object.keys(inputs).filter((name) => inputs[name]?.required) };
  }
  const workflow = /^(?:\.|orchestra\/actions)\/\.github\/workflows\/([a-z-]+)\.yml(?:@v[\d.]+)?$/.exec(uses)?.[1];
  if (!workflow) return undefined;
  const inputs = parseWorkflow(read(`.github/workflows/${workflow}.yml`)).on?.workflow_call?.inputs ?? {};
  return { known: Object.keys(inputs), required: Object.keys(inputs).filter((name) => inputs[name]?.required) };
}

/** What is wrong with the `with:` of our own actions and workflows. */
function misfits(workflow: Workflow): string[] {
  return usesOf(workflow).flatMap(({ uses, with: given }) => {
    const inputs = inputsOf(uses);
    if (!inputs) return [];
    const unknown = Object.keys(given).filter((name) => !inputs.known.includes(name));
    const missing = inputs.required.filter((name) => !(name in given));
    return [
      ...unknown.map((name) => `${uses} has no input ${name}`),
      ...missing.map((name) => `${uses} needs ${name}`),
    ];
  });
}

/** What the jobs of a workflow of ours ask for and its caller does not grant: GitHub would not start it. */
function notGranted(workflow: Workflow): string[] {
  return Object.values(workflow.jobs).flatMap(({ uses = '', permissions = {} }) => {
    const called = /^(?:\.|orchestra\/actions)\/\.github\/workflows\/([a-z-]+)\.yml/.exec(uses)?.[1];
    if (!called) return [];
    const requested = Object.values(parseWorkflow(read(`.github/workflows/${called}.yml`)).jobs);
    const granted = permissions as Record<string, string>;
    return requested
      .flatMap((job) => Object.entries((job.permissions ?? {}) as Record<string, string>))
      .filter(([scope, level]) => granted[scope] !== level && granted[scope] !== 'write')
      .map(([scope, level]) => `${uses} needs ${scope}: ${level}`);
  });
}

describe.each(WORKFLOWS)('%s', (file) => {
  const text = read(file);
  const workflow = parseWorkflow(text);
  const steps: Step[] = Object.values(workflow.jobs).flatMap((job) => [...(job.steps ?? [])]);

  test('gives our actions and workflows inputs that they have, and all that they require', () => {
    expect(misfits(workflow)).toEqual([]);
    expect(notGranted(workflow)).toEqual([]);
  });

  test('pins every action of others by full SHA, with the version as a comment', () => {
    const lines = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    const loose = lines.filter(
      (line) => !/uses: (\.\/|orchestra\/actions\/)/.test(line) && !/@[0-9a-f]{40} # v?\d+\.\d+\.\d+$/.test(line),
    );
    expect(loose).toEqual([]);
  });

  test('has no expression inside a script', () => {
    expect(steps.filter((step) => step.run?.includes('${{')).map((step) => step.run)).toEqual([]);
  });

  test('revokes all permissions, then grants each job its own', () => {
    expect(workflow.permissions).toEqual({});
  });

  test('keeps no credentials in the checkout', () => {
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('restores no cache of GitHub in a job that holds an identity, nor, unless the caller asks for it, in one whose work goes to production', () => {
    for (const [name, job] of Object.entries(workflow.jobs)) {
      if (!JSON.stringify(job.permissions ?? {}).includes('id-token') && name !== 'frontends') continue;
      const caching = (job.steps ?? []).filter(
        (step) =>
          /^actions\/(cache|setup-)/.test(step.uses ?? '') &&
          step.with?.['package-manager-cache'] !== false &&
          !(name === 'frontends' && step.if?.includes('fromJSON(steps.entry.outputs.entry).cache')),
      );
      expect(caching).toEqual([]);
    }
  });
});

test('the gate of ci.yml needs every other job, so that it fails if any of them fails', () => {
  const { jobs } = parseWorkflow(read('.github/workflows/ci.yml'));
  const others = Object.keys(jobs).filter((name) => name !== 'gate');
  expect([...(jobs.gate?.needs ?? [])].sort()).toEqual(others.sort());
});

test.each([
  ['success success', 0],
  ['success failure', 1],
  ['cancelled success', 1],
  ['success skipped', 1],
])('the gate runs whatever became of the others, and for "%s" ends with %i', (results, status) => {
  const { gate } = parseWorkflow(read('.github/workflows/ci.yml')).jobs;
  expect(gate?.if).toBe('${{ always() }}');
  const script = gate?.steps?.[0]?.run ?? 'missing';
  const run = spawnSync('bash', ['-e', '-c', script], { env: { PATH: process.env.PATH, RESULTS: results } });
  expect(run.status).toBe(status);
});

test('ci.yml calls the lines of the README', () => {
  const { jobs } = parseWorkflow(read('.github/workflows/ci.yml'));
  const runs = Object.values(jobs).flatMap((job) => (job.steps ?? []).map((step) => step.run ?? ''));
  for (const line of ['npm ci && npm test', 'npm ci && npm run demo']) {
    expect(read('README.md')).toContain(`${line} `);
    expect(runs).toContain(line);
  }
});

describe('a caller and the workflow that it calls', () => {
  // What is checked in TypeScript has tests, and needs no program on the runner.
  test.each(REUSABLE)('%s.yml checks nothing with jq', (name) => {
    expect(read(`.github/workflows/${name}.yml`)).not.toMatch(/\bjq\b/);
  });

  test.each(REUSABLE)('%s.yml has concurrency groups that name project or environment, and cancels nothing', (name) => {
    const groups = [...read(`.github/workflows/${name}.yml`).matchAll(/group: (.*)\n\s+cancel-in-progress: (.*)/g)];
    expect(groups.length).toBeGreaterThan(0);
    for (const [, group, cancel] of groups) {
      expect(group).toMatch(/inputs\.project/);
      expect(cancel).toBe('false');
    }
  });

  // GitHub refuses longer ones (https://github.com/cilium/cilium/pull/18201). Names and places are short, lists need not be.
  test.each(REUSABLE)('%s.yml has concurrency groups of at most 400 characters', (name) => {
    const longest: Readonly<Record<string, number>> = {
      ...{ 'inputs.project': 30, 'inputs.region': 25, 'inputs.image-repository': 120, 'inputs.what': 63 },
      ...{ 'inputs.environment': 100, 'inputs.approval-environment': 100, 'github.workflow_ref': 200 },
      ...{ 'inputs.service || inputs.manifest': 100, 'inputs.name': 63, 'github.event.pull_request.number': 7 },
      'needs.advance.outputs.approvals': 150,
    };
    for (const { concurrency } of Object.values(parseWorkflow(read(`.github/workflows/${name}.yml`)).jobs)) {
      const group = (concurrency?.group ?? '').replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
        const length = longest[/^toJSON\((.*)\)$/.exec(expression)?.[1] ?? expression];
        return 'x'.repeat((length ?? Number.POSITIVE_INFINITY) + 2);
      });
      expect(group.length).toBeLessThanOrEqual(400);
    }
  });

  test('name previews by service and location, not only by the pull request', () => {
    const groups = [...read('.github/workflows/preview.yml').matchAll(/group: (.*)/g)].map((match) => match[1]);
    expect(new Set(groups).size).toBe(1);
    for (const part of ['project', 'region', 'service', 'manifest', 'name'])
      expect(groups[0]).toContain(`inputs.${part}`);
    expect(groups[0]).toContain('github.event.pull_request.number');
  });

  test('never share a group, and a rollback never waits for a deploy', () => {
    const groups = WORKFLOWS.flatMap((file) =>
      [...read(file).matchAll(/group: (\S+?)[-$\n]/g)].map((match) => `${file.includes('rollback')} ${match[1]}`),
    );
    const prefixes = new Set(groups.filter((group) => group.startsWith('true')).map((group) => group.slice(5)));
    for (const group of groups.filter((entry) => entry.startsWith('false')))
      expect(prefixes).not.toContain(group.slice(6));
  });
});

describe('examples in documents', () => {
  const documents = ['README.md', 'docs', 'actions', 'examples/orchestra/README.md']
    .flatMap((path) => (path.endsWith('.md') ? [path] : filesBelow(path, '.md')))
    .filter((path) => !path.includes('node_modules'));
  const blocks = documents.flatMap((path) =>
    [...read(path).matchAll(/```ya?ml\n([\s\S]*?)```/g)].map((match) => ({ path, text: match[1] as string })),
  );

  test.each(blocks)('$path: a block of YAML parses, and gives our actions inputs that they have', ({ text }) => {
    for (const document of parseAllDocuments(text)) {
      expect(document.errors).toEqual([]);
      const value = document.toJS() as unknown;
      const workflow: Workflow = Array.isArray(value)
        ? { jobs: { job: { steps: value as Step[] } } }
        : typeof value === 'object' && value !== null && 'jobs' in value
          ? (value as Workflow)
          : { jobs: { job: { steps: [(value ?? {}) as Step] } } };
      expect(misfits(workflow)).toEqual([]);
      expect(notGranted(workflow)).toEqual([]);
    }
  });

  test('every action has one', () => {
    for (const action of ACTIONS)
      expect(
        blocks.filter((block) => block.text.includes(`orchestra/actions/${action}@v1`)),
        action,
      ).not.toEqual([]);
  });

  test('links between documents lead somewhere', () => {
    const broken = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)\s]*)?(?: "[^"]*")?\)/g)]
        .map((match) => new URL(match[1] as string, `file:///${path}`).pathname.slice(1))
        .filter((target) => {
          try {
            return read(target) === undefined;
          } catch (error) {
            return (error as NodeJS.ErrnoException).code !== 'EISDIR';
          }
        })
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

test('every message that the troubleshooting page quotes is one of ours', () => {
  const sources = ['src', 'actions']
    .flatMap((folder) => filesBelow(folder, '.ts'))
    .concat(filesBelow('.github/workflows', '.yml'))
    .map(read)
    .join('\n');
  // What Google or BuildKit says has an ellipsis; the rest of a bold line is its explanation.
  const quoted = [...read('docs/troubleshooting.md').matchAll(/\*\*`([^`]+)`\*\*/g)].map((match) => match[1] as string);
  expect(quoted.length).toBeGreaterThan(30);
  expect(quoted.filter((text) => !text.includes('…') && !sources.includes(text))).toEqual([]);
});
