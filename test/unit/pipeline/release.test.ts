/** What the release hands to the actions: images by digest, all services together, and what holds for all of them. */
import { describe, expect, test } from 'vitest';
import { nameOf, parseAnalysis } from '../../../actions/deploy-run/analysis/parse-conditions.ts';
import { parseJobEntries } from '../../../actions/deploy-run/inputs/entries.ts';
import { matrixJobOf } from '../../../actions/pipeline/plan/call.ts';
import type { Entry } from '../../../actions/pipeline/plan/lists.ts';
import { servedNow } from '../../../actions/pipeline/plan/result.ts';
import { digest, plan, REPOSITORY } from './release.fixture.ts';

describe('images', () => {
  const services = [
    { name: 'web', manifest: 'web.yaml', containers: { proxy: 'nginx' } },
    { name: 'nginx' },
    { name: 'worker', manifest: 'worker.yaml', image: 'web' },
  ];

  test('are in the repository of the call, by the digests that their jobs passed on', () => {
    const { images, services: entries, migration, errors } = plan({ services, migration: { image: 'web', job: 'm' } });
    expect(errors).toEqual([]);
    const web = `${REPOSITORY}/web@${digest('0')}`;
    expect(images).toEqual({ web, nginx: `${REPOSITORY}/nginx@${digest('1')}` });
    expect(entries.map(({ image }) => image)).toEqual([[web, `proxy=${REPOSITORY}/nginx@${digest('1')}`], [web]]);
    expect(migration).toEqual({ image: web, job: 'm' });
  });

  test.each([
    ['none', ''],
    ['another image', `docker.io/evil/miner@${digest('b')}`],
    ['a tag', 'latest'],
    ['two lines', `${digest('a')}\nsidecar=docker.io/evil/miner@${digest('b')}`],
  ])('are refused if a job passed on %s', (_, passed) => {
    const { errors } = plan({ services, digests: { s0: passed, s1: digest('b') } });
    expect(errors).toEqual(['the job "Image web" returned no digest. Re-run all jobs.']);
  });
});

describe('services', () => {
  test('keep their own options; what is not of a deploy stays out', () => {
    const { services } = plan({
      services: [
        {
          name: 'web',
          manifest: 'web.yaml',
          dockerfile: 'Dockerfile.web',
          env: { A: '1' },
          region: ['us-central1', 'europe-west1'],
          'probe-path': '/health',
          'step-interval': '1m',
        },
      ],
    });
    expect(services).toEqual([
      {
        name: 'web',
        manifest: 'web.yaml',
        env: { A: '1' },
        region: ['us-central1', 'europe-west1'],
        'probe-path': '/health',
        image: [`${REPOSITORY}/web@${digest('0')}`],
      },
    ]);
  });

  test('move together: the value of one applies to all, the safest first', () => {
    const { options, notices, services } = plan({
      services: [
        { name: 'web', service: 'web', strategy: 'canary', steps: '10,50,100', 'step-interval': '1m', policy: 'warn' },
        { name: 'api', service: 'api', steps: '50,100', 'step-interval': '10m', 'required-checks': 'a' },
        { name: 'worker', service: 'worker', 'required-checks': ['b', 'a'], 'secrets-latest': 'keep' },
      ],
    });
    expect(options).toEqual({
      strategy: 'canary',
      steps: '10,50,100',
      'step-interval': '10m',
      'required-checks': 'a\nb',
    });
    expect(notices).toContain('Services of a release move together: strategy of web (canary) applies to all.');
    expect(notices).toHaveLength(4);
    // A policy is that of a service, and weakens no other's.
    expect(services).toMatchObject([{ policy: 'warn' }, {}, { 'secrets-latest': 'keep' }]);
    expect(services[1]).not.toHaveProperty('policy');
  });

  const LOG = { log: 'severity>=ERROR', name: 'errors in logs' };
  test.each<[string, readonly Record<string, unknown>[], Record<string, unknown>]>([
    ['the canary of hours', [{ steps: '5,10,50,100' }, { steps: ['50@1h', '100'] }], { steps: '50@1h\n100' }],
    [
      'the longer canary',
      [{ steps: '5@1h,25@1h,100' }, { steps: '5@1d+approval,100' }],
      { steps: '5@1d+approval,100' },
    ],
    ['the smaller first step', [{ steps: '20,100' }, { steps: '5,100' }], { steps: '5,100' }],
    [
      'no interval beside times of their own',
      [{ steps: '5@1h,100' }, { 'step-interval': '10m' }],
      { steps: '5@1h,100' },
    ],
    [
      'all conditions',
      [{ analysis: ['errors', LOG] }, { analysis: '- latency: p95' }, { analysis: 'errors' }],
      {
        analysis: JSON.stringify(['errors', LOG, { latency: 'p95' }]),
      },
    ],
    [
      'the usual conditions of the others, too',
      [{ analysis: [LOG] }, {}],
      {
        analysis: JSON.stringify([LOG, 'errors']),
      },
    ],
    ['no analysis only where all say so', [{ analysis: 'off' }, { analysis: 'off' }], { analysis: 'off' }],
    ['off of one alone', [{ analysis: 'off' }, {}], {}],
    ['supersede of one alone', [{ 'on-canary': 'supersede' }, {}], {}],
    ['proceed of one alone', [{ 'on-inconclusive': 'proceed' }, {}], {}],
    [
      'proceed beside extend',
      [{ 'on-inconclusive': 'proceed' }, { 'on-inconclusive': 'extend' }],
      {
        'on-inconclusive': 'extend',
      },
    ],
  ])('hold for all: %s', (_, entries, expected) => {
    const services = entries.map((entry, i) => ({ name: `s${i}`, service: `s${i}`, ...entry }));
    expect(plan({ services }).options).toEqual(expected);
  });

  test('of which one asks for less get a notice that it does not apply', () => {
    const services = [
      { name: 'web', service: 'web', analysis: 'off' },
      { name: 'api', service: 'api' },
    ];
    expect(plan({ services }).notices).toEqual([
      'Services of a release move together: analysis of web is not used, because other services do not set it.',
    ]);
  });

  test('have conditions that deploy-run reads as they were written', () => {
    const analysis = [
      'errors',
      { latency: 'p95' },
      { metric: 'metric.type="logging.googleapis.com/user/x"', name: 'x' },
    ];
    const { options } = plan({ services: [{ name: 'web', service: 'web', strategy: 'canary', analysis }] });
    expect(parseAnalysis(String(options.analysis)).map(nameOf)).toEqual(['errors', 'refused', 'latency p95', 'x']);
  });

  test('that agree need no notice', () => {
    expect(plan({ services: [{ name: 'web', service: 'web', strategy: 'canary' }] }).notices).toEqual([]);
  });

  test('are requested the canary of an earlier commit before a migration, whatever the steps of this one are', () => {
    const service = { name: 'web', service: 'web', region: ['us-central1', 'europe-west1'], env: { A: '1' } };
    const migration = { image: 'web', job: 'm' };
    const requested = [{ service: 'web', region: ['us-central1', 'europe-west1'] }];
    const timed = { ...service, strategy: 'canary', steps: '5@1h,100' };
    expect(plan({ services: [service], migration })).toMatchObject({ canaries: requested, timed: false });
    expect(plan({ services: [timed], migration })).toMatchObject({ canaries: requested, timed: true });
    expect(plan({ services: [timed] })).toMatchObject({ canaries: requested, timed: true });
    // The deploy itself waits for it.
    expect(plan({ services: [service] })).toMatchObject({ canaries: [], timed: false });
  });

  test('block the migration by their holds, in each region', () => {
    const { holders } = plan({
      services: [
        { name: 'sidecar' },
        { name: 'web', manifest: 'web.yaml', substitutions: { SERVICE: 'web-us' } },
        { name: 'api', service: 'acme-api', region: ['us-central1', 'europe-west1'] },
      ],
    });
    expect(holders).toEqual([
      '{"manifest":"web.yaml","region":"us-central1","substitutions":"SERVICE=web-us"}',
      'us-central1/acme-api',
      'europe-west1/acme-api',
    ]);
  });
});

describe('manifests of kind Job', () => {
  const jobs = [
    { name: 'warm-up', manifest: 'warm-up.yaml', execute: true },
    { name: 'report', manifest: 'report.yaml' },
  ];

  test('beside services run before their traffic, or are only deployed', () => {
    const { services, jobs: planned } = plan({ services: [{ name: 'web', service: 'web' }, ...jobs] });
    expect(services).toHaveLength(1);
    expect(planned).toMatchObject([
      { manifest: 'warm-up.yaml', when: 'before-traffic', execute: true },
      { manifest: 'report.yaml', when: 'before-traffic', execute: false },
    ]);
  });

  test('need no service beside them', () => {
    const { services, jobs: planned, errors } = plan({ services: jobs });
    expect([services, errors]).toEqual([[], []]);
    expect(planned).toEqual([
      {
        manifest: 'warm-up.yaml',
        image: [`${REPOSITORY}/warm-up@${digest('0')}`],
        when: 'before-traffic',
        execute: true,
      },
      {
        manifest: 'report.yaml',
        image: [`${REPOSITORY}/report@${digest('1')}`],
        when: 'before-traffic',
        execute: false,
      },
    ]);
  });
});

test('jobs of their own list have a phase, the image of a service, of elsewhere, or that of their manifest', () => {
  const elsewhere = `europe-docker.pkg.dev/acme/shared/tools@${digest('e')}`;
  const { jobs } = plan({
    services: [{ name: 'web', service: 'web' }],
    jobs: [
      { name: 'collect', manifest: 'collect.yaml', image: 'web', region: 'us-central1' },
      { name: 'warm', manifest: 'warm.yaml', image: elsewhere, when: 'after-traffic', 'on-failure': 'restore' },
      { name: 'own', manifest: 'own.yaml', execute: false },
      { name: 'smoke', job: 'smoke-test', when: 'after-traffic' },
      { name: 'seed', command: ['npm', 'run', 'seed'], service: 'web' },
    ],
  });
  expect(jobs).toEqual([
    {
      manifest: 'collect.yaml',
      region: 'us-central1',
      image: [`${REPOSITORY}/web@${digest('0')}`],
      when: 'before-traffic',
      execute: true,
    },
    { manifest: 'warm.yaml', image: [elsewhere], when: 'after-traffic', 'on-failure': 'restore', execute: true },
    { manifest: 'own.yaml', when: 'before-traffic', execute: false },
    { job: 'smoke-test', when: 'after-traffic' },
    { command: ['npm', 'run', 'seed'], service: 'web', when: 'before-traffic' },
  ]);
  expect(parseJobEntries(JSON.stringify(jobs)).map(({ source }) => source.kind)).toEqual([
    'manifest',
    'manifest',
    'manifest',
    'existing',
    'command',
  ]);
});

test('images that were built elsewhere are taken by digest, and their services are not built', () => {
  const elsewhere = `europe-docker.pkg.dev/acme/shared/web@${digest('e')}`;
  const { lists, services, migration, images, errors } = plan({
    services: [
      { name: 'web', service: 'web', image: elsewhere, containers: { proxy: elsewhere } },
      { name: 'api', service: 'api', after: ['web'] },
    ],
    migration: { image: elsewhere, job: 'm' },
    digests: { s1: digest('1') },
  });
  expect(errors).toEqual([]);
  expect(Object.keys(images)).toEqual(['api']);
  expect(services[0]?.image).toEqual([elsewhere, `proxy=${elsewhere}`]);
  expect(services[1]).toMatchObject({ name: 'api', after: ['web'] });
  expect(migration?.image).toBe(elsewhere);
  expect(matrixJobOf(lists, 'services', 'web').entry).toBeUndefined();
});

test('the live revisions are listed by the names of the lists; a service in two regions by its first', () => {
  const { lists } = plan({
    services: [
      { name: 'sidecar' },
      { name: 'web', service: 'acme-web', region: ['us-central1', 'europe-west1'] },
      { name: 'warm-up', manifest: 'warm-up.yaml' },
      { name: 'api', service: 'acme-api' },
    ],
    frontends: [{ name: 'site', path: 'dist', bucket: 'b', url: 'https://site.example' }],
    builds: { s0: `17 1 ${digest('a')}` },
  });
  const rows: Entry[] = [
    { service: 'acme-web', revision: 'acme-web-1', url: 'https://web.example' },
    { service: 'acme-web', revision: 'acme-web-2', url: 'https://web-eu.example' },
    { service: 'acme-api', revision: 'acme-api-1', url: 'https://api.example' },
  ];
  const jobs = new Set(['warm-up.yaml']);
  expect(servedNow(lists, jobs, 'us-central1', rows, [{ release: 'c0ffee' }])).toEqual([
    { name: 'web', version: 'acme-web-1', url: 'https://web.example' },
    { name: 'api', version: 'acme-api-1', url: 'https://api.example' },
    { name: 'site', version: 'c0ffee', url: 'https://site.example' },
  ]);
  expect(servedNow(lists, jobs, 'us-central1', [], [])).toEqual([]);
});
