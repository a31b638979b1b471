/** The pipeline's first job: lists of the caller are checked as a whole, and made into what the other jobs read. */
import { describe, expect, test, vi } from 'vitest';
import { manifestOf, read } from '../sources.ts';
import { parseWorkflow, runScript, type ScriptRun } from './workflows.ts';

// Each run of a script starts a dozen processes.
vi.setConfig({ testTimeout: 60_000 });

const pipeline = parseWorkflow(read('.github/workflows/pipeline.yml'));
const script = pipeline.jobs.plan?.steps?.[0]?.run ?? '';

const text = (value: unknown, absent: string) =>
  value === undefined ? absent : typeof value === 'string' ? value : JSON.stringify(value);

const plan = (inputs: Readonly<Record<string, unknown>>): ScriptRun =>
  runScript(script, {
    CHECKS: text(inputs.checks, '[]'),
    SERVICES: text(inputs.services, '[]'),
    FRONTENDS: text(inputs.frontends, '[]'),
    MIGRATION: text(inputs.migration, ''),
    REGION: text(inputs.region, 'us-central1'),
    TARGET: text(inputs.target, 'production'),
    CALL: JSON.stringify(inputs),
  });

describe('what the other jobs read', () => {
  test('a repository with nothing but a Node service', () => {
    const { ok, errors, outputs } = plan({
      checks: [{ name: 'Tests', node: '24', run: 'npm test' }],
      services: [{ name: 'web', manifest: 'deploy/web.yaml' }],
    });
    expect({ ok, errors }).toEqual({ ok: true, errors: [] });
    expect(outputs.images).toEqual([{ name: 'web', manifest: 'deploy/web.yaml', slot: 0 }]);
    expect(outputs.services).toEqual([{ name: 'web', manifest: 'deploy/web.yaml', key: 'us-central1/web', slot: 0 }]);
    expect(outputs.frontends).toEqual([]);
    expect(outputs.migration).toEqual({});
    expect(outputs.checks[0].cache.split('\n')).toContain('~/.npm');
  });

  test('lists become lines, objects lines of KEY=VALUE, other values stay as they are', () => {
    const { outputs } = plan({
      services: [
        { name: 'nginx', 'build-args': { A: '1', B: 'x=y' } },
        {
          name: 'web',
          manifest: 'web.yaml',
          containers: { nginx: 'nginx' },
          region: ['us-central1', 'europe-west1'],
          'allow-unauthenticated': false,
          'probe-passes': 5,
        },
      ],
      migration: { image: 'web', job: 'migrate', args: ['migrate', 'up'] },
    });
    expect(outputs.images[0]['build-args']).toBe('A=1\nB=x=y');
    expect(outputs.services).toEqual([
      {
        name: 'web',
        manifest: 'web.yaml',
        containers: { nginx: 'nginx' },
        region: 'us-central1\neurope-west1',
        'allow-unauthenticated': false,
        'probe-passes': 5,
        key: 'us-central1,europe-west1/web',
        slot: 0,
      },
    ]);
    expect(outputs.migration).toEqual({ image: 'web', job: 'migrate', args: 'migrate\nup' });
  });

  test('a hold on any service blocks the migration: services are named as migrate reads them', () => {
    const { outputs } = plan({
      services: [
        { name: 'sidecar' },
        { name: 'web', manifest: 'web.yaml', substitutions: { SERVICE: 'web-us' } },
        { name: 'api', service: 'acme-api', region: ['us-central1', 'europe-west1'] },
      ],
    });
    const lines = '{"manifest":"web.yaml","region":"us-central1","substitutions":"SERVICE=web-us"}';
    expect(pipeline.jobs.migrate?.steps?.at(-1)?.with?.services).toBe('${{ needs.plan.outputs.holders }}');
    expect(outputs.holders).toBe(`${lines}\nus-central1/acme-api\neurope-west1/acme-api`);
  });

  test('what toolchains fetch is cached, unless the caller says otherwise', () => {
    const { outputs } = plan({
      checks: [
        { name: 'Rust', rust: '1.80', 'working-directory': 'engine', run: 'cargo test' },
        { name: 'Own', node: '24', run: 'x', cache: ['.cache', '.turbo'] },
        { name: 'None', node: '24', run: 'x', cache: false },
        { name: 'Go', go: '1.23', run: 'go test' },
      ],
    });
    expect(outputs.checks.map(({ cache }: { cache: unknown }) => cache)).toEqual([
      '~/.cargo/registry\n~/.cargo/git\nengine/target',
      '.cache\n.turbo',
      false,
      '',
    ]);
  });
});

describe('what is refused, all at once and before anything runs', () => {
  const web = { name: 'web', manifest: 'web.yaml' };
  test.each<[string, Record<string, unknown>, (string | RegExp)[]]>([
    ['no JSON', { checks: '[{"name": }]' }, [/^Input checks is not a JSON list of objects, such as/]],
    ['two documents', { services: '[] []' }, [/^Input services is not a JSON list/]],
    ['an object for a list', { frontends: {} }, [/^Input frontends is not a JSON list/]],
    ['an entry that is text', { services: ['web'] }, [/^Input services is not a JSON list/]],
    ['no name', { checks: [{ run: 'x' }] }, [/an entry needs a name of letters/]],
    ['a name with a slash', { services: [{ ...web, name: 'a/b' }] }, [/a\/b needs a name of letters/]],
    [
      'a misspelt key',
      { services: [{ ...web, 'probe-pth': '/' }] },
      [/web has no key probe-pth\. Known are name, image/],
    ],
    ['a check without work', { checks: [{ name: 'a' }] }, ['Input checks: a needs run or golangci-lint.']],
    [
      'a frontend without bucket',
      { frontends: [{ name: 'site', path: 'dist' }] },
      ['Input frontends: site needs bucket.'],
    ],
    [
      'a name of a service and a frontend',
      { services: [web], frontends: [{ name: 'web', path: 'a', bucket: 'b' }] },
      ['Two services or frontends have the name web.'],
    ],
    [
      'options of a deploy, and nothing to deploy',
      { services: [{ name: 'sidecar', probe: 'grpc' }] },
      ['Input services: sidecar has probe, but neither manifest nor service.'],
    ],
    [
      'options of a build, and nothing to build',
      { services: [web, { name: 'worker', image: 'web', manifest: 'w.yaml', context: '.' }] },
      ['Input services: worker has context, but takes the image of another.'],
    ],
    [
      'an image that nobody builds',
      { services: [{ name: 'worker', image: 'web', manifest: 'w.yaml' }] },
      ['Input services: worker takes the image web, which no service of that name builds.'],
    ],
    [
      'a sidecar that nobody builds',
      { services: [{ ...web, containers: { nginx: 'proxy' } }] },
      ['Input services: web takes the image proxy, which no service of that name builds.'],
    ],
    [
      'an image only',
      { services: [web, { name: 'x', image: 'web' }] },
      ['Input services: x is neither built nor deployed.'],
    ],
    [
      'a migration that is no JSON',
      { services: [web], migration: 'server' },
      [/^Input migration is not a JSON object/, /needs image/],
    ],
    ['a migration without image', { services: [web], migration: { job: 'm' } }, [/^Input migration needs image/]],
    [
      'a migration of an unknown image',
      { services: [web], migration: { image: 'api' } },
      [/^Input migration needs image/],
    ],
    [
      'a migration with an unknown key',
      { services: [web], migration: { image: 'web', arg: 'x' } },
      [/^Input migration has no key arg/],
    ],
    [
      'more than there are slots for',
      { services: Array.from({ length: 257 }, (_, i) => ({ name: `web-${i}`, manifest: 'web.yaml' })) },
      [/^257 services are built, and one call takes at most 256, .* Split/, /^257 services, and one call/],
    ],
    [
      'several at once',
      { checks: [{ name: 'a' }], services: [{ ...web, prob: 1 }], frontends: '?' },
      [/needs run/, /no key prob/, /^Input frontends/],
    ],
  ])('%s', (_, inputs, expected) => {
    const { ok, errors, outputs } = plan(inputs);
    expect(ok).toBe(false);
    expect(outputs).toEqual({});
    expect(errors).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(errors[index]).toMatch(pattern);
  });
});

test('every key that a job reads is one that the plan knows, and the other way round', () => {
  const text = read('.github/workflows/pipeline.yml');
  const knownOf = (input: string, entry: object) =>
    /Known are (.*)\.$/
      .exec(plan({ [input]: entry }).errors.find((error) => error.includes('Known are')) ?? '')?.[1]
      ?.split(', ')
      .sort();
  const readBy = (pattern: RegExp) =>
    [...new Set([...text.matchAll(pattern)].map((match) => match[1] as string))].filter(
      (key) => key !== 'slot' && key !== 'key', // which the plan itself adds
    );
  const odd = { name: 'a', path: 'p', bucket: 'b', run: 'x', '?': 1 };
  expect(knownOf('checks', [odd])).toEqual(readBy(/matrix\.check\.([a-z-]+)/g).sort());
  // `image` and `containers` are read by the script that names the images.
  expect(knownOf('services', [odd])).toEqual([...readBy(/matrix\.service\.([a-z-]+)/g), 'containers', 'image'].sort());
  expect(knownOf('frontends', [odd])).toEqual(readBy(/matrix\.frontend\.([a-z-]+)/g).sort());
  expect(knownOf('migration', { image: 'a', '?': 1 })).toEqual(
    [...readBy(/outputs\.migration\)\.([a-z-]+)/g), 'image'].sort(),
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

describe('the choice of a rollback', () => {
  const rollback = parseWorkflow(read('.github/workflows/rollback.yml')).jobs.plan?.steps?.[0]?.run ?? '';
  const services = [
    { name: 'web', service: 'web' },
    { name: 'api', service: 'acme-api', 'probe-path': '/health' },
  ];
  const frontends = [{ name: 'site', bucket: 'acme-site' }];
  const choose = (what: string, inputs: { services?: unknown; frontends?: unknown; to?: string } = {}) =>
    runScript(rollback, {
      WHAT: what,
      REGION: 'us-central1',
      TO: inputs.to ?? 'previous',
      RELEASE_HOLD: 'false',
      SERVICES: text(inputs.services ?? services, ''),
      FRONTENDS: text(inputs.frontends ?? frontends, ''),
    });

  const leg = (entry: { name: string; region?: string }, slot: number) => ({
    ...entry,
    slot,
    key: `us-central1/${entry.name}`,
  });

  test.each([
    ['all', services, frontends],
    ['api', services.slice(1), []],
    ['site', [], frontends],
  ])('%s', (what, chosenServices, chosenFrontends) => {
    const { ok, outputs } = choose(what);
    expect(ok).toBe(true);
    expect(outputs).toMatchObject({ services: chosenServices.map(leg), frontends: chosenFrontends.map(leg) });
  });

  test.each([
    ['all', 'previous', 'true'],
    ['all', 'c0ffee1', 'false'],
    ['api', 'previous', 'false'],
  ])('%s to %s: the services are compared first: %s', (what, to, compare) => {
    expect(choose(what, { to }).outputs.compare).toBe(compare);
  });

  test.each<[string, Parameters<typeof choose>, RegExp[]]>([
    ['an unknown name', ['shop'], [/There is no service or frontend "shop"\. Choose all, or one of: web, api, site\./]],
    ['no JSON', ['all', { services: 'web' }], [/Input services is not a JSON list/]],
    ['no names', ['all', { frontends: [{ bucket: 'b' }] }], [/Input frontends is not a JSON list/]],
    [
      'unknown keys',
      ['all', { services: [{ name: 'web', 'probe-pth': '/' }] }],
      [/web has no key probe-pth\. Known are name/],
    ],
    ['two mistakes', ['all', { services: '', frontends: '?' }], [/services/, /frontends/]],
  ])('%s is refused', (_, given, expected) => {
    const { ok, errors } = choose(...given);
    expect(ok).toBe(false);
    expect(errors).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(errors[index]).toMatch(pattern);
  });
});
