/** Lists of the caller are checked as a whole, and made into what the jobs of pipeline.yml read. */
import { describe, expect, test } from 'vitest';
import { matrixJobOf, readCall } from '../../../actions/pipeline/plan/call.ts';
import { describeCall } from '../../../actions/pipeline/plan/describe.ts';
import { parseMap } from '../../../src/inputs/lists.ts';

const text = (value: unknown, absent: string) =>
  value === undefined ? absent : typeof value === 'string' ? value : JSON.stringify(value);

/** The lists of a call; problems as the log shows them. */
function readLists(inputs: Readonly<Record<string, unknown>>) {
  const { lists, problems } = readCall({
    checks: text(inputs.checks, '[]'),
    services: text(inputs.services, '[]'),
    jobs: text(inputs.jobs, '[]'),
    frontends: text(inputs.frontends, '[]'),
    migration: text(inputs.migration, ''),
  });
  return { lists, errors: problems.map(({ input, message }) => `Input ${input}: ${message}`) };
}

describe('what a job of a matrix reads', () => {
  const services = [
    { name: 'nginx', 'build-args': { A: '1', B: 'x=y' }, platforms: ['linux/amd64', 'linux/arm64'] },
    { name: 'web', manifest: 'web.yaml', containers: { nginx: 'nginx' } },
    { name: 'worker', manifest: 'worker.yaml', image: 'web' },
  ];
  const checks = [
    { name: 'Rust', rust: '1.80', 'working-directory': 'engine', run: 'cargo test' },
    { name: 'Own', node: '24', run: 'x', cache: ['.cache', '.turbo'] },
    { name: 'None', node: '24', run: 'x', cache: false },
    { name: 'Go', go: '1.23', run: 'go test' },
    { name: 'Node', node: '24', run: 'npm test' },
  ];
  const { lists, errors } = readLists({ services, checks });

  test('lists become lines, objects KEY=VALUE lines, and each job has a separate slot', () => {
    expect(errors).toEqual([]);
    expect(matrixJobOf(lists, 'services', 'nginx')).toEqual({
      entry: { name: 'nginx', 'build-args': 'A=1\nB=x=y', platforms: 'linux/amd64\nlinux/arm64' },
      slot: 0,
    });
    expect(matrixJobOf(lists, 'services', 'web').slot).toBe(1);
  });

  test('values come out as they were written, whatever is in them', () => {
    const env = { A: ' hi ', B: '"quoted"', C: '#c', D: '{"a":\n1}', E: 'x\nF=y', G: '', H: null };
    const built = readLists({ services: [{ name: 'web', manifest: 'w.yaml', 'build-args': env }] }).lists;
    const text = String(matrixJobOf(built, 'services', 'web').entry?.['build-args']);
    expect(Object.fromEntries(parseMap(text))).toEqual({ ...env, H: '' });
  });

  test('a command is text, or the lines of a list as they are, which no shell takes for an input', () => {
    const run = ['# first', 'cat <<END', 'a', 'END', 'for i in 1 2; do\n  echo $i\ndone'];
    const read = readLists({
      checks: [{ name: 'T', run }],
      frontends: [{ name: 'site', path: 'dist', bucket: 'b', build: ['npm ci', '', '# then\nnpm run build'] }],
    });
    expect(read.errors).toEqual([]);
    expect(matrixJobOf(read.lists, 'checks', 'T').entry?.run).toBe(run.join('\n'));
    expect(matrixJobOf(read.lists, 'frontends', 'site').entry?.build).toBe('npm ci\n\n# then\nnpm run build');
  });

  test('what is null is not given', () => {
    const read = readLists({
      checks: [{ name: 'T', run: null, 'golangci-lint': 'v2', paths: null }],
      services: [{ name: 'web', service: 'web', image: null, manifest: null, env: { A: null } }],
      migration: { image: 'web', job: 'm', when: null },
    });
    expect(read.errors).toEqual([]);
    expect(matrixJobOf(read.lists, 'services', 'web').entry).toEqual({ name: 'web', service: 'web', env: 'A=' });
    expect(read.lists.migration).toEqual({ image: 'web', job: 'm' });
  });

  test('a service that takes the image of another has nothing to build', () => {
    expect(matrixJobOf(lists, 'services', 'worker')).toEqual({ entry: undefined, slot: 2 });
  });

  test('what toolchains fetch is cached, unless the caller says otherwise', () => {
    expect(checks.map(({ name }) => matrixJobOf(lists, 'checks', name).entry?.cache)).toEqual([
      '~/.cargo/registry\n~/.cargo/git\nengine/target',
      '.cache\n.turbo',
      false,
      '',
      '~/.npm\n~/.local/share/pnpm/store\n~/.cache/yarn',
    ]);
  });

  test.each([
    [{ python: '3.13' }, '~/.cache/pip\n~/.cache/uv\n~/.cache/pypoetry'],
    [{ java: '21' }, '~/.m2/repository\n~/.gradle/caches\n~/.gradle/wrapper'],
    [{ ruby: '3.4' }, '~/.bundle/cache\n~/.gem'],
    [{ dotnet: '9' }, '~/.nuget/packages'],
    [{ php: '8.4', cache: true }, '~/.cache/composer'],
    [{ setup: './.github/actions/elixir' }, ''],
    [{ setup: './tools', cache: ['~/.mix'] }, '~/.mix'],
  ])('of %j the cache is %s', (tools, expected) => {
    const { lists, errors } = readLists({ checks: [{ name: 'Own', run: 'x', ...tools }] });
    expect(errors).toEqual([]);
    expect(matrixJobOf(lists, 'checks', 'Own').entry?.cache).toBe(expected);
  });

  test('a frontend has a cache only if its entry sets one', () => {
    const site = { name: 'site', path: 'dist', bucket: 'b' };
    const cacheOf = (more: object) =>
      matrixJobOf(readLists({ frontends: [{ ...site, ...more }] }).lists, 'frontends', 'site').entry?.cache;
    expect([cacheOf({}), cacheOf({ cache: true }), cacheOf({ cache: ['.next/cache'] })]).toEqual([
      undefined,
      '~/.npm\n~/.local/share/pnpm/store\n~/.cache/yarn',
      '.next/cache',
    ]);
  });

  test('a reviewer reads what will happen', () => {
    const call = readLists({
      checks,
      services: [
        ...services,
        { name: 'api', service: 'acme-api', region: ['us-central1', 'europe-west1'], steps: [10, 100] },
      ],
      migration: { image: 'web', job: 'migrate' },
      frontends: [
        { name: 'site', path: 'dist', bucket: 'acme-site', prefix: 'app' },
        { name: 'docs', path: 'docs', bucket: 'acme-docs' },
      ],
    });
    expect(describeCall(call.lists, 'us-central1', undefined)).toEqual([
      { step: 'Check', what: ['Rust', 'Own', 'None', 'Go', 'Node'] },
      { step: 'Build images, unless their inputs are unchanged', what: ['nginx', 'web', 'api'] },
      { step: 'Build frontends', what: ['site', 'docs'] },
      { step: 'Migrate', what: ['migrate with the image of web'] },
      {
        step: 'Deploy together',
        what: ['web in us-central1', 'worker in us-central1', 'api in us-central1 and europe-west1, steps 10, 100'],
      },
      { step: 'Publish', what: ['site to gs://acme-site/app', 'docs to gs://acme-docs/'] },
    ]);
    const promotion = { folder: '/tmp/sites', sites: new Set(['site']) };
    const rows = describeCall(call.lists, 'us-central1', promotion);
    expect(rows.map(({ step }) => step)).toEqual([
      'Check',
      'Take images from the source',
      'Take sites from the source',
      'Build frontends',
      'Migrate',
      'Deploy together',
      'Publish',
    ]);
    expect(rows.slice(2, 4).map(({ what }) => what)).toEqual([['site'], ['docs']]);
  });
});

describe('what is refused, all at once and before anything runs', () => {
  const web = { name: 'web', manifest: 'web.yaml' };
  test.each<[string, Record<string, unknown>, (string | RegExp)[]]>([
    [
      'no JSON',
      { checks: '[{"name": }]', migration: '{"image": "web",}', frontends: '[{"name": "site"' },
      [
        /^Input checks: is not a JSON list of objects, such as .*\. Unexpected token '}' near \[\{"name": \}\]\.$/,
        /^Input frontends: .* Line 1, column \d+: /,
        /^Input migration: is not a JSON object, such as .* Line 1, column 17: Expected double-quoted property name\.$/,
      ],
    ],
    ['a list that is empty text', { services: '' }, [/^Input services: is not a JSON list.* It ends too early\.$/]],
    [
      'names that no image can have',
      {
        services: [
          { name: 'Web', service: 'a' },
          { name: 'my app', service: 'b' },
          { name: 'a-', service: 'c' },
        ],
      },
      [
        /^Input services: Web is also the name of the image.*lower-case/,
        /my app is also the name of the image/,
        /a- is also the name/,
      ],
    ],
    [
      'a key that stands twice',
      {
        services:
          '[{"name": "a", "manifest": "m.yaml", "env": {"A": "1", "B": "}"}, "env": {"A": "2", "\\u0041": "\\"x\\":"}}]',
      },
      [/^Input services: has the key "env" twice/, /^Input services: has the key "\\u0041" twice/],
    ],
    [
      'numbers whose digits would be lost',
      {
        services:
          '[{"name": "a", "manifest": "m.yaml", "probe-passes": 2.0, "build-args": {"GO": 1.20, "N": 3, "T": "1.50", "B": 12345678901234567890}}]',
        migration: '{"image": "a", "job": "m", "args": ["-v", 1e3]}',
      },
      [
        /^Input services: has the number 1\.20, which would become 1\.2\. Write "1\.20", in quotes/,
        /^Input services: has the number 12345678901234567890, /,
        /^Input migration: has the number 1e3, which would become 1000/,
      ],
    ],
    ['two documents', { services: '[] []' }, [/^Input services: is not a JSON list/]],
    ['an object for a list', { frontends: {} }, [/^Input frontends: is not a JSON list/]],
    ['an entry that is text', { services: ['web'] }, [/^Input services: is not a JSON list/]],
    ['no name', { checks: [{ run: 'x' }] }, [/an entry needs a name of letters/]],
    ['a name with a slash', { services: [{ ...web, name: 'a/b' }] }, [/a\/b needs a name of letters/]],
    [
      'a misspelled key',
      { services: [{ ...web, 'probe-pth': '/' }] },
      [/web has no key probe-pth\. Did you mean probe-path\? Known keys: name, image/],
    ],
    ...['setup', '../setup', './a/../../b', 'actions/setup-go@v5', '/etc'].map(
      (setup): [string, Record<string, unknown>, RegExp[]] => [
        `the setup ${setup}`,
        { checks: [{ name: 'a', run: 'x', setup }] },
        [/^Input checks: a has setup .* Expected the folder of a composite action in this repository/],
      ],
    ),
    ['a check without work', { checks: [{ name: 'a' }] }, ['Input checks: a needs run or golangci-lint.']],
    ...['', '  ', [], [''], { a: 'x' }, ['npm test', 1], 7].map((run): [string, Record<string, unknown>, RegExp[]] => [
      `a check that runs ${JSON.stringify(run)}`,
      { checks: [{ name: 'a', run }] },
      [/^Input checks: a has a run that is not a command\. Expected text or a list of lines/],
    ]),
    [
      'a check that runs nothing',
      { checks: [{ name: 'a', run: null }] },
      ['Input checks: a needs run or golangci-lint.'],
    ],
    [
      'a frontend without a place, or with a build that does nothing',
      { frontends: [{ name: 'site', path: '', bucket: ' ', build: [] }] },
      [/site has path ""\. Expected/, /site has bucket " "\. Expected/, /site has a build that is not a command/],
    ],
    [
      'a frontend without bucket',
      { frontends: [{ name: 'site', path: 'dist' }] },
      ['Input frontends: site needs bucket.'],
    ],
    [
      'a name of a service and a frontend',
      { services: [web], frontends: [{ name: 'web', path: 'a', bucket: 'b' }] },
      [/^Input frontends: two services, jobs or frontends have the name web\./],
    ],
    [
      'options of a deploy, and nothing to deploy',
      { services: [{ name: 'sidecar', probe: 'grpc' }] },
      [/^Input services: sidecar has probe, but neither manifest nor service/],
    ],
    [
      'options of a build, and nothing to build',
      { services: [web, { name: 'worker', image: 'web', manifest: 'w.yaml', context: '.' }] },
      [/^Input services: worker has context, but takes the image of another/],
    ],
    [
      'an image that nobody builds',
      { services: [{ name: 'worker', image: 'web', manifest: 'w.yaml' }] },
      [/^Input services: worker takes the image web, which no service of that name builds/],
    ],
    [
      'a sidecar that nobody builds',
      { services: [{ ...web, containers: { nginx: 'proxy' } }] },
      [/^Input services: web takes the image proxy, which no service of that name builds/],
    ],
    [
      'a tag of an image from elsewhere',
      { services: [{ name: 'worker', image: 'docker.io/acme/web:1', manifest: 'w.yaml' }] },
      [/takes the image docker\.io\/acme\/web:1, .* Pass an image that was built elsewhere by its digest/],
    ],
    [
      'a service after one that is not deployed',
      { services: [{ ...web, after: ['sidecar'] }, { name: 'sidecar' }] },
      [/web comes after sidecar, which is not a service that is deployed\. Deployed services: web\./],
    ],
    [
      'jobs with mistakes',
      {
        services: [web],
        jobs: [
          { name: 'a' },
          { name: 'b', manifest: 'b.yaml', when: 'later' },
          { name: 'c', manifest: 'c.yaml', image: 'api' },
          { name: 'web', manifest: 'd.yaml' },
          { name: 'd', job: 'smoke', image: 'web', execute: false },
          { name: 'e', job: 'smoke', command: ['npm', 'test'] },
          { name: 'f', command: ['npm', 'test'], service: 'shop-web' },
          { name: 'g', manifest: 'g.yaml', args: ['all'] },
        ],
      },
      [
        /^Input jobs: a needs one of manifest, job, command\./,
        /b has when "later"\. Expected before-traffic or after-traffic\./,
        /c takes the image api, which no service/,
        /d has image, which is only allowed with manifest/,
        /d has execute, which is only allowed with manifest/,
        /e needs one of manifest, job, command/,
        /f runs in shop-web, which is not deployed\. Set service to one of: web\./,
        /g has args, which is only allowed with command/,
        /have the name web/,
      ],
    ],
    [
      'an image only',
      { services: [web, { name: 'x', image: 'web' }] },
      [/^Input services: x is neither built nor deployed/],
    ],
    [
      'a migration that is no JSON',
      { services: [web], migration: 'server' },
      [/^Input migration: is not a JSON object/],
    ],
    ['a migration without image', { services: [web], migration: { job: 'm' } }, [/^Input migration: needs image/]],
    [
      'a migration of an unknown image',
      { services: [web], migration: { image: 'api' } },
      [/^Input migration: needs image/],
    ],
    [
      'a migration after traffic beside timed steps',
      {
        services: [{ ...web, strategy: 'canary', steps: ['5@1h', '100'] }],
        migration: { image: 'web', when: 'after-traffic' },
      },
      [/^Input migration: has when "after-traffic", which cannot be combined with the timed steps of web/],
    ],
    [
      'a migration after the traffic of nothing',
      { services: [{ name: 'web' }], migration: { image: 'web', when: 'after-traffic' } },
      [/^Input migration: has when "after-traffic", but this call deploys no service/],
    ],
    [
      'a migration at another time',
      { services: [web], migration: { image: 'web', when: 'later' } },
      [/^Input migration: has when "later"\. Expected before-traffic or after-traffic/],
    ],
    [
      'a migration with an unknown key',
      { services: [web], migration: { image: 'web', arg: 'x' } },
      [/^Input migration: has no key arg/],
    ],
    [
      'more than there are slots for',
      { services: Array.from({ length: 257 }, (_, i) => ({ name: `web-${i}`, manifest: `web-${i}.yaml` })) },
      [/^Input services: has 257 services, and one call takes at most 256, .* Split/],
    ],
    [
      'more checks than a matrix has jobs',
      { checks: Array.from({ length: 257 }, (_, i) => ({ name: `Part ${i}`, run: 'make' })) },
      [/^Input checks: has 257 checks, and one call takes at most 256, .* Split/],
    ],
    [
      'several at once',
      { checks: [{ name: 'a' }], services: [{ ...web, prob: 1 }], frontends: '?' },
      [/needs run/, /no key prob/, /^Input frontends/],
    ],
  ])('%s', (_, inputs, expected) => {
    const { errors } = readLists(inputs);
    expect(errors).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(errors[index]).toMatch(pattern);
  });
});
