/** Names that are shared by a run or a repository: artifacts, caches, concurrency groups. Those of two targets never meet. */
import { describe, expect, test } from 'vitest';
import { type CallTexts, readCall, shortHash } from '../../../actions/pipeline/plan/call.ts';
import { read } from '../sources.ts';
import { parseWorkflow } from './workflows.ts';

type Inputs = Readonly<Record<string, string>>;

const pipeline = parseWorkflow(read('.github/workflows/pipeline.yml'));
const BASE: Inputs = {
  environment: 'prod',
  project: 'acme-prod',
  region: 'us-central1',
  'image-repository': 'us-central1-docker.pkg.dev/acme-prod/apps',
  checks: '[{"name": "Tests", "run": "npm test", "node": "24"}]',
  jobs: '[]',
  services: '[{"name": "api", "manifest": "deploy/web.yaml"}]',
  migration: '{"image": "api", "job": "migrate"}',
  frontends: '[{"name": "site", "path": "dist", "bucket": "acme-site"}]',
};

/** Evaluates what names use of GitHub's expressions: paths, `fromJSON(PATH).KEY`, and functions of the runner. */
function evaluate(text: string, contexts: object): string {
  const at = (path: string) =>
    path.split('.').reduce((value: unknown, key) => (value as Record<string, unknown> | undefined)?.[key], contexts);
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression.startsWith('hashFiles(')) return 'files';
    const [, json] = /^toJSON\(([\w.-]+)\)$/.exec(expression) ?? [];
    if (json) return JSON.stringify(at(json) ?? null);
    if (!/^[\w.-]+$/.test(expression)) throw new Error(`the model does not know ${expression}`);
    return String(at(expression) ?? '');
  });
}

/** All names of one call of the pipeline, as `JOB KIND NAME`, and the prefixes by which a cache is restored. */
function namesOf(inputs: Inputs): { names: string[]; restored: string[] } {
  const { problems } = readCall(inputs as unknown as CallTexts);
  expect(problems).toEqual([]);
  const restored: string[] = [];
  const names = Object.entries(pipeline.jobs).flatMap(([id, job]) => {
    const [, kind = '', list = ''] =
      /^\{"(\w+)":"\$\{\{ fromJSON\(inputs\.(\w+) \|\| '\[\]'\) \}\}"\}$/.exec(
        JSON.stringify(job.strategy?.matrix ?? {}),
      ) ?? [];
    const entries = list ? (JSON.parse(inputs[list] ?? '[]') as { readonly name: string }[]) : [undefined];
    return entries.flatMap((entry) => {
      const given = job.steps?.find((step) => step.id === 'entry')?.with ?? {};
      const own = { inputs, matrix: { [kind]: entry }, runner: { os: 'Linux', arch: 'X64' } };
      const hashOf = (input: string) => shortHash(evaluate(String(given[input] ?? ''), own));
      const outputs = { target: hashOf('target'), call: hashOf('call') };
      const contexts = { ...own, steps: { entry: { outputs } } };
      const name = (what: string, value: unknown) =>
        value ? [`${id} ${what} ${evaluate(String(value), contexts)}`] : [];
      restored.push(...(job.steps ?? []).flatMap((one) => name('cache', one.with?.['restore-keys'])));
      return [
        ...name('group', job.concurrency?.group),
        ...(job.steps ?? []).flatMap((one) => [
          ...(one.uses?.startsWith('actions/upload-artifact@') ? name('artifact', one.with?.name) : []),
          ...(one.uses?.startsWith('actions/cache@') ? name('cache', one.with?.key) : []),
        ]),
      ];
    });
  });
  return { names, restored };
}

describe('two calls of the pipeline', () => {
  test.each<[string, Inputs, Inputs]>([
    ['tenants with a repository each', {}, { 'image-repository': 'us-central1-docker.pkg.dev/acme-prod/apps-eu' }],
    ['environments', {}, { environment: 'staging' }],
    ['environments whose names begin alike', {}, { environment: 'prod-eu' }],
    [
      'a "-" that moves from one name to the next',
      { environment: 'prod-acme', project: 'eu' },
      { environment: 'prod', project: 'acme-eu' },
    ],
    ['a "/" that moves', { environment: 'prod/acme', project: 'eu' }, { environment: 'prod', project: 'acme/eu' }],
    ['projects', {}, { project: 'acme-dev' }],
    ['regions', {}, { region: 'europe-west1' }],
  ])('of two %s share no name', (_, one, other) => {
    const [first, second] = [namesOf({ ...BASE, ...one }), namesOf({ ...BASE, ...other })];
    expect(first.names).toHaveLength(4);
    expect(first.names.filter((name) => second.names.includes(name))).toEqual([]);
    const foreign = (names: string[], prefixes: string[]) =>
      names.filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
    expect(foreign(first.names, second.restored)).toEqual([]);
    expect(foreign(second.names, first.restored)).toEqual([]);
  });

  test('with the same target wait for each other', () => {
    const groups = (inputs: Inputs) => namesOf(inputs).names.filter((name) => name.includes(' group '));
    expect(groups(BASE)).toHaveLength(1);
    expect(groups({ ...BASE, checks: '[]', frontends: '[]', 'builder-args': '--no-cache' })).toEqual(groups(BASE));
  });

  test('with the same target and other frontends, share no artifact', () => {
    const artifacts = (inputs: Inputs) => namesOf(inputs).names.filter((name) => name.includes(' artifact '));
    const other = { ...BASE, frontends: BASE.frontends?.replace('acme-site', 'acme-other') ?? '' };
    expect(artifacts(BASE)).toHaveLength(1);
    expect(artifacts(other)).not.toEqual(artifacts(BASE));
  });

  test('checks whose names begin alike restore no cache of each other', () => {
    const { names, restored } = namesOf({
      ...BASE,
      checks: '[{"name": "a", "run": "x", "rust": "1"}, {"name": "a-1", "run": "x"}, {"name": "a-1-b", "run": "x"}]',
    });
    const caches = names.filter((name) => name.startsWith('checks cache '));
    expect(caches.map((name) => restored.filter((prefix) => name.startsWith(prefix)).length)).toEqual([1, 1, 1]);
  });

  test('names are readable: they contain the target in plain text', () => {
    const group = namesOf(BASE).names.find((name) => name.startsWith('release group'));
    expect(group).toBe(
      'release group release/"prod"/"acme-prod"/"us-central1"/"us-central1-docker.pkg.dev/acme-prod/apps"',
    );
  });
});
