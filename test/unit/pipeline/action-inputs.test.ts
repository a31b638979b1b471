/** Values that an action refuses are refused before anything is built or migrated, all at once; what it takes is taken. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionInputProblems } from '../../../actions/pipeline/action-inputs.ts';
import { readCall } from '../../../actions/pipeline/plan/call.ts';
import { PIPELINE_KEYS } from '../../../actions/pipeline/plan/keys.ts';
import type { Entry } from '../../../actions/pipeline/plan/lists.ts';
import { type PreviewPlace, readPreview } from '../../../actions/pipeline/plan/preview.ts';
import { projectDir } from '../../../scripts/parts/local.ts';
import { readSurroundings } from '../../../src/runtime/action.ts';

let workspace = '';
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'action-inputs-'));
  writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch\n');
  mkdirSync(join(workspace, 'deploy'));
  writeFileSync(
    join(workspace, 'deploy/web.yaml'),
    'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{image: web}]}}}\n',
  );
  writeFileSync(
    join(workspace, 'deploy/api.yaml'),
    'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: api}\nspec: {template: {spec: {containers: [{image: api, name: api, ports: [{containerPort: 80}]}, {image: proxy, name: proxy}]}}}\n',
  );
  for (const job of ['job', 'seed'])
    writeFileSync(
      join(workspace, `deploy/${job}.yaml`),
      `apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata: {name: ${job}}\nspec: {template: {spec: {template: {spec: {containers: [{image: job}]}}}}}\n`,
    );
  for (const context of ['proxy', 'common']) mkdirSync(join(workspace, context));
  writeFileSync(join(workspace, 'proxy/Dockerfile'), 'FROM scratch\n');
  mkdirSync(join(workspace, 'db/migrations'), { recursive: true });
  writeFileSync(join(workspace, 'db/migrations/000001_orders.up.sql'), 'CREATE TABLE orders (id int);\n');
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

/** `preview`: the pull request of a call of preview.yml. */
async function problemsOf(
  inputs: Entry,
  {
    folder = workspace,
    preview,
    promotes = false,
  }: { folder?: string; preview?: PreviewPlace; promotes?: boolean } = {},
): Promise<string[]> {
  const text = (name: string, none: string) => {
    const value = inputs[name] ?? none;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const texts = {
    checks: text('checks', '[]'),
    services: text('services', '[]'),
    jobs: text('jobs', '[]'),
    frontends: text('frontends', '[]'),
    migration: text('migration', ''),
  };
  const { lists, problems } = preview ? readPreview({ ...inputs, ...texts }, preview) : readCall(texts);
  const deploys = inputs.deploy !== false;
  const surroundings = readSurroundings({ GITHUB_WORKSPACE: folder, GITHUB_SHA: 'a'.repeat(40) });
  const promotion = promotes ? { folder: 'sites', sites: new Set<string>() } : undefined;
  const found = await actionInputProblems({ inputs, lists, promotion, deploys, preview }, problems, {
    ...surroundings,
    clock: { now: () => Date.UTC(2026, 0, 1), sleep: () => Promise.resolve() } as never,
    log: { warning: () => {}, info: () => {}, notice: () => {}, debug: () => {} } as never,
  });
  return [...problems, ...found].map(({ input, message }) => `Input ${input}: ${message}`);
}

const target = {
  project: 'acme-prod',
  region: 'us-central1',
  'image-repository': 'us-central1-docker.pkg.dev/acme-prod/web',
};

describe('what is refused before anything is built', () => {
  test('numbers out of range, in every action', async () => {
    const problems = await problemsOf({
      ...target,
      services: [
        { name: 'web', service: 'web', port: 0, concurrency: 0, 'probe-passes': 101, 'cache-mounts-max-size': '4' },
      ],
      frontends: [{ name: 'site', path: 'dist', bucket: 'acme-site', 'keep-releases': 0, concurrency: 513 }],
      migration: { image: 'web', job: 'migrate', timeout: '8d' },
    });
    expect(problems).toEqual([
      'Input services: web, cache-mounts-max-size: "4" is not a size. Write a whole number with Mi or Gi, such as 4Gi.',
      'Input migration: timeout: must be from 1s to 7d, the limit of Cloud Run for a task.',
      expect.stringMatching(/^Input services: web, port: "0" is not a whole number/),
      expect.stringMatching(/^Input services: web, concurrency: "0" is not a whole number/),
      expect.stringMatching(/^Input services: web, probe-passes: "101" is not a whole number from 1 to 100\.$/),
      expect.stringMatching(/^Input frontends: site, concurrency: "513" is not a whole number from 1 to 512\.$/),
      expect.stringMatching(/^Input frontends: site, keep-releases: "0" is not a whole number/),
    ]);
  });

  test.each<[string, Entry, RegExp[]]>([
    [
      'the content of analysis, of one service of two',
      {
        services: [
          { name: 'web', service: 'web', strategy: 'canary', analysis: [{ latency: 'p96' }] },
          { name: 'api', service: 'api', strategy: 'canary', analysis: ['errors'], 'false-alarm-rate': '30%' },
        ],
      },
      [
        /^Input services: web, analysis: condition 1: latency expects/,
        /^Input services: api, false-alarm-rate: expected/,
      ],
    ],
    [
      'an analysis without a canary',
      { services: [{ name: 'web', service: 'web', analysis: ['errors'] }] },
      [/analysis: is only allowed with strategy: canary/],
    ],
    [
      'what two inputs say of one thing',
      { services: [{ name: 'web', manifest: 'deploy/web.yaml', env: { A: 'b' }, 'probe-path': 'health' }] },
      [/web.yaml, probe-path: "health" is not a path/, /web.yaml, env: cannot be combined with manifest/],
    ],
    [
      'names of variables, secrets, accounts',
      {
        services: [
          { name: 'web', service: 'web', env: { 'A B': '1' }, secrets: { B: '' }, 'runtime-service-account': 'me' },
        ],
      },
      [/web, secrets: /, /web, env: /, /web, runtime-service-account: "me" is not a service account/],
    ],
    [
      'a manifest that is not there',
      { services: [{ name: 'web', manifest: 'deploy/wbe.yaml' }], migration: { image: 'web', job: 'migrate' } },
      [/^Input services: web has manifest "deploy\/wbe\.yaml", which does not exist/],
    ],
    [
      'inputs of the call',
      { freeze: 'sometimes', region: '', services: [{ name: 'web', service: 'web' }] },
      [/^Input region: is missing/, /^Input freeze: /],
    ],
    [
      'a key that the lists refuse, once',
      { services: [{ name: 'web', service: 'web', 'probe-pth': '/', 'probe-passes': 'two' }] },
      [/web has no key probe-pth/, /web has probe-passes "two"/],
    ],
    [
      'an image from a repository that is not allowed',
      { services: [{ name: 'web', service: 'web', image: `docker.io/x/web@sha256:${'a'.repeat(64)}` }] },
      [/^Input services: web, image: /],
    ],
    [
      'globs and headers of a site',
      {
        frontends: [
          { name: 'site', path: 'dist', bucket: 'B', mutable: ['{'], 'cache-control': { '*': '?' }, host: 'a.com' },
        ],
      },
      [/site, bucket/, /site, host: requires url-map/, /site, mutable/, /site, cache-control/],
    ],
  ])('%s', async (_, given, expected) => {
    const problems = await problemsOf({ ...target, ...given });
    expect(problems).toHaveLength(expected.length);
    for (const [i, pattern] of expected.entries()) expect(problems[i]).toMatch(pattern);
  });
});

test('a promotion needs a repository only for images', async () => {
  const { 'image-repository': _, ...call } = target;
  const frontends = [{ name: 'site', path: 'dist', bucket: 'acme-site' }];
  expect(await problemsOf({ project: target.project, frontends }, { promotes: true })).toEqual([]);
  const services = [{ name: 'web', service: 'web' }];
  expect((await problemsOf({ ...call, services }, { promotes: true }))[0]).toMatch(
    /^Input image-repository: is missing, but the call promotes images: web\./,
  );
});

test('a repository with a slash at its end is refused by its name', async () => {
  const call = {
    ...target,
    'image-repository': `${target['image-repository']}/`,
    services: [{ name: 'web', service: 'web' }],
  };
  expect((await problemsOf(call))[0]).toMatch(/^Input image-repository: ".*\/\/web" is not an image name\./);
});

test('services and frontends of a call may be in several regions; a migration has one', async () => {
  const call = {
    ...{ ...target, region: 'us-central1\neurope-west4' },
    services: [{ name: 'web', service: 'web' }],
    frontends: [{ name: 'site', path: 'dist', bucket: 'acme-site' }],
  };
  expect(await problemsOf(call)).toEqual([]);
  expect(await problemsOf({ ...call, migration: { image: 'web', job: 'migrate' } })).toEqual([
    'Input region: only one region is allowed here, got us-central1, europe-west4. Entries of services can name several of their own.',
  ]);
});

test('without a repository, images from anywhere are taken, and none can be built', async () => {
  const image = `docker.io/x/web@sha256:${'a'.repeat(64)}`;
  const call = { ...target, 'image-repository': '' };
  expect(await problemsOf({ ...call, services: [{ name: 'web', service: 'web', image }] })).toEqual([]);
  expect(await problemsOf({ ...call, services: [{ name: 'web', service: 'web' }] })).toEqual([
    expect.stringMatching(/^Input image-repository: is missing, but the call builds images: web\./),
  ]);
});

describe('a call that deploys nothing', () => {
  const call = { deploy: false, frontends: [{ name: 'site', path: 'dist', bucket: 'acme-site' }] };

  test('is refused for what its release would be refused for', async () => {
    const services = [{ name: 'web', service: 'web', port: 0, 'cache-mounts-max-size': '4' }];
    expect(await problemsOf({ ...target, ...call, services })).toEqual([
      expect.stringMatching(/^Input services: web, cache-mounts-max-size: /),
      expect.stringMatching(/^Input services: web, port: /),
    ]);
  });

  test('need not name its target', async () => {
    const elsewhere = { name: 'api', service: 'api', image: `docker.io/x/api@sha256:${'a'.repeat(64)}` };
    const services = [{ name: 'web', service: 'web' }, elsewhere];
    const migration = { image: 'web', job: 'migrate', args: 'up' };
    expect(await problemsOf({ ...call, services, migration })).toEqual([]);
    // checks.yml has no input for other allowed repositories.
    expect(await problemsOf({ ...target, ...call, services, migration })).toEqual([]);
    expect(await problemsOf({ ...target, 'image-repositories': '', ...call, services, migration })).toEqual([
      expect.stringMatching(/^Input services: api, image: /),
    ]);
  });
});

const PULL_REQUEST: PreviewPlace = {
  ...{ repository: 'acme/shop', repositoryId: '1001', number: 7 },
  storage: 'https://storage.googleapis.com',
};

describe('a preview', () => {
  const preview = PULL_REQUEST;
  const secrets = { DB: 'preview-db' };
  const api = { name: 'api', service: 'api-preview', env: { DATABASE: '${PREVIEW_DATABASE}', CORS: '${URL_SITE}' } };
  const web = { name: 'web', service: 'web-preview', env: { API: '${URL_API}' }, strategy: 'canary', analysis: ['x'] };
  const site = { name: 'site', path: 'dist', bucket: 'acme-previews', url: 'https://previews.acme.com', build: 'make' };
  const migration = {
    ...{ image: 'api', args: ['migrate'], 'clean-up-args': ['migrate', '--drop'] },
    ...{ env: { DATABASE: '${PREVIEW_DATABASE}' }, secrets },
  };

  test('of services that refer to each other, a migration and a frontend is accepted, whatever its rollout keys', async () => {
    const call = { ...target, services: [api, web], frontends: [site], migration };
    expect(await problemsOf(call, { preview })).toEqual([]);
  });

  test.each<[string, Entry, RegExp[]]>([
    [
      'numbers out of their range',
      {
        services: [{ ...api, port: 0 }],
        migration: { ...migration, timeout: '8d' },
        frontends: [{ ...site, concurrency: 513 }],
      },
      [/^Input migration: timeout: /, /^Input services: api-preview, port: /, /^Input frontends: site, concurrency: /],
    ],
    [
      'a service whose name leaves no room for the tag',
      { services: [{ ...api, service: 'a'.repeat(44) }] },
      [/^Input (services|tag): .*(46|tag)/],
    ],
    [
      'a name that no service can have',
      { services: [{ ...api, service: 'a'.repeat(64) }] },
      [/service: "a+" is not a service name/],
    ],
    [
      'a manifest that is not there',
      { services: [{ name: 'api', manifest: 'deploy/preview.yaml' }] },
      [/has manifest "deploy\/preview\.yaml", which does not exist/],
    ],
    [
      'a manifest of kind Job',
      { services: [api, { name: 'job', manifest: 'deploy/job.yaml' }] },
      [/deploy\/job\.yaml is of kind Job, but the only job of a preview is its migration/],
    ],
  ])('%s is refused', async (_, given, expected) => {
    const problems = await problemsOf({ ...target, ...given }, { preview });
    expect(problems).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});

/** Every call of pipeline.yml, checks.yml and preview.yml in the examples and the applications that run in a runner. */
const calls = ['examples/orchestra', 'test/e2e/app', 'test/e2e/shop'].flatMap((folder) =>
  readdirSync(join(projectDir, folder, '.github/workflows')).flatMap((file) => {
    const text = readFileSync(join(projectDir, folder, '.github/workflows', file), 'utf8');
    const { jobs } = parse(text.replace(/\$\{\{.*?\}\}/g, (one) => stubFor(one))) as {
      jobs: Readonly<Record<string, { uses?: string; with?: Entry }>>;
    };
    return Object.entries(jobs)
      .filter(([, { uses = '' }]) => /\/(pipeline|checks|preview)\.yml/.test(uses))
      .map(([job, { uses = '', with: inputs = {} }]) => ({
        call: `${folder} ${file} ${job}`,
        inputs: { ...inputs, ...(uses.includes('/checks.yml') && { deploy: false }) },
        options: { folder: join(projectDir, folder), ...(uses.includes('/preview.yml') && { preview: PULL_REQUEST }) },
      }));
  }),
);

function stubFor(expression: string): string {
  if (/REGION/.test(expression)) return 'us-central1';
  if (/REPOSITORY/.test(expression)) return target['image-repository'];
  if (/WORKLOAD_IDENTITY/.test(expression))
    return 'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github';
  return 'acme-prod';
}

test.each(calls)('$call is accepted', async ({ inputs, options }) => {
  expect(await problemsOf(inputs, options)).toEqual([]);
});

describe('docs/guides/pipeline-keys.md', () => {
  type List = keyof typeof PIPELINE_KEYS;
  const page = readFileSync(join(projectDir, 'docs/guides/pipeline-keys.md'), 'utf8');
  const examples = page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) =>
      [...section.matchAll(/```json\n([\s\S]*?)```/g)].map(([, example = '']) => ({
        list: /^`([a-z]+)`/.exec(section)?.[1] as List,
        entries: [JSON.parse(example)].flat() as Entry[],
      })),
    );
  const entriesOf = (list: List) => examples.filter((one) => one.list === list).flatMap(({ entries }) => entries);

  test.each(Object.entries(PIPELINE_KEYS))('has an example of each key of %s', (list, keys) => {
    const shown = new Set(entriesOf(list as List).flatMap((entry) => Object.keys(entry)));
    expect([...keys].filter((key) => !shown.has(key))).toEqual([]);
  });

  test.each(entriesOf('migration').map((migration, i) => ({ i: i + 1, migration })))(
    'has lists that the pipeline and the actions accept, with migration $i',
    async ({ migration }) => {
      const { checks, services, jobs, frontends } = Object.fromEntries(
        (['checks', 'services', 'jobs', 'frontends'] as const).map((list) => [list, entriesOf(list)]),
      );
      expect(await problemsOf({ ...target, checks, services, jobs, frontends, migration })).toEqual([]);
    },
  );
});
