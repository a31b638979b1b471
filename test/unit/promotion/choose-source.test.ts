/** What is promoted, and what is a reason to promote nothing. */
import { describe, expect, test } from 'vitest';
import { builtInProblem, findHosts } from '../../../actions/promotion/plan/built-in-hosts.ts';
import { chooseSourceRelease } from '../../../actions/promotion/plan/choose-release.ts';
import { choosePromotion, laterProblems, type SourceMember } from '../../../actions/promotion/plan/choose-source.ts';
import { migrationJobOf, type PromotedEntry } from '../../../actions/promotion/plan/entries.ts';

const COMMIT = 'a'.repeat(40);
const DIGEST = `sha256:${'1'.repeat(64)}`;
const REPOSITORY = 'us-central1-docker.pkg.dev/acme/apps';
const chosen = { kind: 'chosen', commit: COMMIT } as const;
const found = (entry: string, over: object = {}): SourceMember => ({
  entry,
  label: `service ${entry}`,
  optional: false,
  state: {
    kind: 'found',
    choice: chosen,
    images: [`${REPOSITORY}/${entry}@${DIGEST}`],
    hold: undefined,
    rollout: undefined,
    hosts: [],
    ...over,
  },
});
const site = (over: object = {}) => ({
  ...{ name: 'shop', label: 'site shop', choice: { ...chosen, release: 'r1' }, hold: undefined, unfinished: false },
  ...over,
});
const source = (members: readonly SourceMember[], sites = [site()], names = ['web'], commit?: string) =>
  choosePromotion({
    repository: REPOSITORY,
    images: names.map((name, i) => ({ name, slot: `s${i}` })),
    members,
    sites,
    commit,
  });
const OTHER = { kind: 'chosen', commit: 'b'.repeat(40) } as const;
const second = { images: [`${REPOSITORY}/web@sha256:${'2'.repeat(64)}`] };

test('the commit, digests by slot, and releases of sites', () => {
  expect(source([found('web')])).toEqual({
    promotion: { commit: COMMIT, digests: { s0: DIGEST }, releases: { shop: 'r1' } },
    problems: [],
  });
});

test.each<[string, ReturnType<typeof source>, RegExp]>([
  ['a hold', source([found('web', { hold: 'ann: slow' })]), /service web is on hold: ann: slow/],
  ['a hold on a site', source([found('web')], [site({ hold: 'r1' })]), /site shop is on hold: r1/],
  ['a rollout', source([found('web', { rollout: 'a deploy' })]), /has a rollout in progress: a deploy/],
  ['no release', source([found('web', { choice: { kind: 'none', why: 'has none.' } })]), /service web has none\./],
  [
    'another commit of a site',
    source([found('web')], [site({ choice: { ...OTHER, release: 'r2' } })]),
    /different commits/,
  ],
  ['an image of another repository', source([found('web', { images: [`x/y/web@${DIGEST}`] })]), /runs the image/],
  ['two builds of one image', source([found('web'), found('worker', second)]), /with 2 different digests/],
  ['an image whose name begins alike', source([found('web-admin')]), /runs the image/],
])('%s is a reason to promote nothing', (_, { problems }, message) => {
  expect(problems.join(' ')).toMatch(message);
});

test('a job of the release says which image it runs, and need not exist or be of the same commit', () => {
  const job = (over: object): SourceMember => ({ ...found('report', over), optional: true });
  const absent: SourceMember = { entry: 'x', label: 'job x', optional: true, state: { kind: 'absent' } };
  const both = source([found('web'), job({}), absent], [site()], ['web', 'report']);
  expect(both).toMatchObject({ promotion: { digests: { s0: DIGEST, s1: DIGEST } }, problems: [] });
  expect(source([found('web'), job({ ...second, choice: OTHER })]).problems).toEqual([]);
});

test('a rollout is no reason against a commit that was chosen', () => {
  const members = [found('web', { rollout: 'a newer deploy' })];
  expect(source(members, [site({ unfinished: true })], ['web'], COMMIT.slice(0, 7)).problems).toEqual([]);
});

describe('the release', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((digit) => ({ commit: digit.repeat(40), id: digit }));
  const withdrawn = { commit: 'd'.repeat(40), id: 'd', withdrawn: 'slow' };
  const records = [a, b, c, withdrawn] as { commit: string; id: string; withdrawn?: string }[];

  test('is the one that serves, and otherwise the newest of the chosen commit', () => {
    expect(chooseSourceRelease(records, c, undefined)).toMatchObject({ kind: 'chosen', id: 'c' });
    expect(chooseSourceRelease(records, c, 'bbbbbbb')).toMatchObject({ kind: 'chosen', id: 'b' });
    expect(chooseSourceRelease([...records, { ...b, id: 'b2' } as never], c, 'b'.repeat(40))).toMatchObject({
      id: 'b2',
    });
  });

  test.each<[string, Parameters<typeof chooseSourceRelease>, RegExp]>([
    ['nothing recorded serves', [records, undefined, undefined], /no recorded release that serves all requests/],
    ['the live revision was rolled back from', [records, withdrawn, undefined], /no recorded release that serves/],
    [
      'another tool deployed the live revision',
      [records, { commit: '' }, undefined],
      /no recorded release that serves/,
    ],
    [
      'it never served',
      [records, c, 'eeeeeee'],
      /no recorded release of commit eeeeeee\. It has: d{12}, c{12}, b{12}, a{12}/,
    ],
    ['nothing is recorded', [[], undefined, 'eeeeeee'], /It has: none\./],
    [
      'its beginning is that of two commits',
      [[...records, { commit: `${'a'.repeat(39)}b` }], c, 'aaaaaaa'],
      /several commits that begin with aaaaaaa: a{40}, a{39}b\. Use more digits/,
    ],
    ['it was rolled back from', [records, c, 'ddddddd'], /was rolled back from commit d{12}: slow\. Promote another/],
  ])('is none where %s', (_, [releases, serving, wanted], message) => {
    expect(chooseSourceRelease(releases, serving, wanted)).toMatchObject({
      kind: 'none',
      why: expect.stringMatching(message),
    });
  });
});

test.each<[string, object, string | undefined]>([
  ['job', { job: 'shop-migrate', 'from-service': 'deploy/web.yaml' }, 'shop-migrate'],
  ['the manifest of a service', { 'from-service': 'deploy/web.yaml' }, 'web-staging-migrate'],
  ['a service', { 'from-service': 'api' }, 'api-staging-migrate'],
  ['a service that is not in the list', { 'from-service': 'other' }, 'other-migrate'],
  ['a manifest that no entry has', { 'from-service': 'deploy/other.yaml' }, 'in-deploy/other.yaml-migrate'],
  ['its own manifest', { manifest: 'deploy/migrate.yaml' }, 'in-deploy/migrate.yaml'],
  ['a manifest that cannot be read', { 'from-service': 'deploy/gone.yaml' }, undefined],
  ['nothing', {}, undefined],
])('the job that migrates at the source is named by %s', (_, migration, name) => {
  const services = [
    { name: 'web', manifest: 'deploy/web.yaml' },
    { name: 'api', service: 'api' },
  ];
  const names = {
    ofEntry: (entry: PromotedEntry) => `${entry.name}-staging`,
    ofManifest: ({ manifest }: PromotedEntry) => (manifest === 'deploy/gone.yaml' ? undefined : `in-${manifest}`),
  };
  expect(migrationJobOf(migration as PromotedEntry, services, names)).toBe(name);
});

test('holds, and whether the commit was rolled back from, are read again before anything changes', () => {
  const members = [
    found('web', { hold: 'ann', rollout: 'a newer deploy', choice: { kind: 'none', why: 'has none.' } }),
  ];
  expect(laterProblems({ members, sites: [site({ unfinished: true })] })).toEqual(['The service web is on hold: ann']);
  // The hold of that rollback was released since.
  const why = 'was rolled back from commit dddddddddddd: slow.';
  const undone = { kind: 'none', why, withdrawn: true } as const;
  expect(laterProblems({ members: [found('web', { choice: undone })], sites: [site({ choice: undone })] })).toEqual([
    `The service web ${why}`,
    `The site shop ${why}`,
  ]);
});

describe('hosts of the source in the files of a site', () => {
  const host = 'web-1a2b-uc.a.run.app';
  const hosts = (path: string, text: string) => findHosts(path, Buffer.from(text), [host]);

  test.each([
    ['assets/index.js', `fetch("https://${host}/x")`],
    ['index.html', `<a href=//${host.toUpperCase()}>`],
    ['config.json', `{"api":"${host}."}`],
  ])('%s names one', (path, text) => expect(hosts(path, text)).toEqual([host]));

  test.each([
    ['index.html', `https://my-${host}/ https://${host}.example.com https://x.${host}`],
    ['logo.png', host],
    ['index.html', 'https://web.example.com'],
  ])('%s names none', (path, text) => expect(hosts(path, text)).toEqual([]));

  test('are reported with their files', () => {
    expect(builtInProblem('site shop', [])).toBeUndefined();
    expect(builtInProblem('site shop', ['b names x', 'a names x'])).toMatch(
      /cannot be promoted: a names x; b names x\./,
    );
  });
});
