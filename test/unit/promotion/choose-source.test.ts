/** What is promoted, and what is a reason to promote nothing. */
import { describe, expect, test } from 'vitest';
import { builtInProblem, findHosts } from '../../../actions/promotion/plan/built-in-hosts.ts';
import { choosePromotion, holdProblems, type SourceMember } from '../../../actions/promotion/plan/choose-source.ts';

const COMMIT = 'a'.repeat(40);
const DIGEST = `sha256:${'1'.repeat(64)}`;
const REPOSITORY = 'us-central1-docker.pkg.dev/acme/apps';
const found = (entry: string, over: object = {}): SourceMember => ({
  entry,
  label: `service ${entry}`,
  state: {
    kind: 'found',
    commit: COMMIT,
    images: [`${REPOSITORY}/${entry}@${DIGEST}`],
    hold: undefined,
    rollout: undefined,
    hosts: [],
    ...over,
  },
});
const site = (over: object = {}) => ({
  ...{ name: 'shop', label: 'site shop', release: 'r1', commit: COMMIT, hold: undefined, unfinished: false },
  ...over,
});
const source = (members: readonly SourceMember[], sites = [site()], names = ['web']) =>
  choosePromotion({
    repository: REPOSITORY,
    images: names.map((name, i) => ({ name, slot: `s${i}` })),
    members,
    sites,
  });

test('the commit, digests by slot, and releases of sites', () => {
  expect(source([found('web')])).toEqual({
    promotion: { commit: COMMIT, digests: { s0: DIGEST }, releases: { shop: 'r1' } },
    problems: [],
  });
});

test.each<[string, ReturnType<typeof source>, RegExp]>([
  ['a hold', source([found('web', { hold: 'ann: slow' })]), /service web is on hold: ann: slow/],
  ['a hold on a site', source([found('web')], [site({ hold: 'r1' })]), /site shop is on hold: r1/],
  ['a rollout', source([found('web', { rollout: 'a deploy' })]), /has not ended: a deploy/],
  ['no release', source([found('web', { commit: undefined })]), /no recorded release/],
  ['another commit of a site', source([found('web')], [site({ commit: 'b'.repeat(40) })]), /different commits/],
  ['an image of another repository', source([found('web', { images: [`x/y/web@${DIGEST}`] })]), /runs the image/],
  [
    'two builds of one image',
    source([found('web'), found('worker', { images: [`${REPOSITORY}/web@sha256:${'2'.repeat(64)}`] })]),
    /by 2 digests/,
  ],
  ['an image whose name begins alike', source([found('web-admin')]), /runs the image/],
])('%s is a reason to promote nothing', (_, { problems }, message) => {
  expect(problems.join(' ')).toMatch(message);
});

test('holds alone are read again before anything changes', () => {
  const members = [found('web', { hold: 'ann', rollout: 'a newer deploy', commit: undefined })];
  expect(holdProblems({ members, sites: [site({ unfinished: true })] })).toEqual(['The service web is on hold: ann']);
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

  test('are told with their files', () => {
    expect(builtInProblem('site shop', [])).toBeUndefined();
    expect(builtInProblem('site shop', ['b names x', 'a names x'])).toMatch(
      /cannot be promoted: a names x; b names x\./,
    );
  });
});
