/** The plan of rollback.yml: what is chosen, what is shown before anything changes, and the live versions afterwards. */
import { describe, expect, test } from 'vitest';
import {
  apartWarnings,
  chooseRollback,
  keptWarnings,
  movesOf,
  type RollbackTexts,
  servingAfter,
} from '../../../actions/pipeline/plan/rollback.ts';

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
const web = { name: 'web', service: 'acme-web' };
const api = { name: 'api', service: 'acme-api', 'probe-path': '/health', region: ['us-central1', 'europe-west1'] };
const site = { name: 'site', bucket: 'acme-site', prefix: 'app' };

const choose = (
  given: Partial<Record<'services' | 'frontends', unknown>> &
    Partial<Omit<RollbackTexts, 'services' | 'frontends'>> = {},
) => {
  const { services = [web, api], frontends = [site], ...rest } = given;
  const json = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return chooseRollback({
    what: 'all',
    to: 'previous',
    region: 'us-central1',
    releaseHold: false,
    ...rest,
    services: json(services),
    frontends: json(frontends),
  });
};

describe('the choice', () => {
  test.each([
    ['all', ['acme-web', 'acme-api'], ['site']],
    ['services', ['acme-web', 'acme-api'], []],
    ['frontends', [], ['site']],
    ['api', ['acme-api'], []],
    ['site', [], ['site']],
  ])('%s', (what, services, sites) => {
    const { plan, problems } = choose({ what });
    expect(problems).toEqual([]);
    expect(plan.services.map(({ service }) => service)).toEqual(services);
    expect(plan.sites.map(({ name }) => name)).toEqual(sites);
  });

  test('a service that is called like a list is chosen by its name', () => {
    const { plan } = choose({ services: [web, { ...api, name: 'frontends' }], what: 'frontends' });
    expect([plan.services.map(({ service }) => service), plan.sites]).toEqual([['acme-api'], []]);
  });

  test('gives the actions what they take: each service has its regions, and no health check where a hold is released', () => {
    expect(choose().plan.services).toEqual([
      { service: 'acme-web', region: ['us-central1'] },
      { service: 'acme-api', 'probe-path': '/health', region: ['us-central1', 'europe-west1'] },
    ]);
    expect(choose({ releaseHold: true }).plan.services[1]).toEqual({
      service: 'acme-api',
      region: ['us-central1', 'europe-west1'],
    });
  });

  test.each([
    ['previous', 'all', false],
    [A, 'all', false],
    ['c0ffee1', 'all', false],
    ['1234-1-web', 'all', true],
    ['1234-1-web', 'site', false],
  ])('%s of %s is the id of a release of services: %s', (to, what, expected) => {
    expect(choose({ to, what }).plan).toMatchObject({ to, byRelease: expected });
  });

  test('rolls nothing back where a hold is released, whatever `to` is', () => {
    const { plan } = choose({ releaseHold: true, to: '1234-1-web', what: 'site' });
    expect(plan).toMatchObject({ to: '', byRelease: false, onNoEarlierRelease: '' });
  });

  test.each<[string, Parameters<typeof choose>[0], RegExp[]]>([
    [
      'an unknown name',
      { what: 'shop' },
      [/there is no service or frontend "shop"\. Choose all, services, frontends, web, api, site\./],
    ],
    ['what the call has none of', { what: 'frontends', frontends: [] }, [/Choose all, services, web, api\./]],
    ['no JSON', { services: 'web' }, [/is not a JSON list of objects/]],
    ['no names', { frontends: [{ bucket: 'b' }] }, [/an entry needs a name/]],
    ['no service', { services: [{ name: 'web' }] }, [/web needs service/]],
    ['unknown keys', { services: [{ ...web, 'probe-pth': '/' }] }, [/Did you mean probe-path\? Known keys: name/]],
    ['two mistakes', { services: '', frontends: '?' }, [/list/, /list/]],
  ])('%s is refused', (_, given, expected) => {
    const { problems } = choose(given);
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]?.message).toMatch(pattern);
  });
});

describe('what is shown', () => {
  const row = (service: string, region: string, from: string, to: string) => ({
    service,
    region,
    revision: `${service}-${to.slice(0, 3)}`,
    commit: to,
    'previous-commit': from,
  });
  const { plan } = choose();
  // In the order in which the services ended.
  const rows = [
    row('acme-api', 'europe-west1', C, B),
    row('acme-web', 'us-central1', C, B),
    row('acme-api', 'us-central1', C, B),
  ];
  const sites = (to: string) => [{ name: 'site', release: to, 'previous-release': C }];

  test('each service in each region, and each frontend; all go back to one commit', () => {
    const moves = movesOf(plan, 'us-central1', rows, sites(B));
    expect(moves.map(({ name, from, to }) => [name, from[0], to[0]])).toEqual([
      ['web', 'c', 'b'],
      ['api in us-central1', 'c', 'b'],
      ['api in europe-west1', 'c', 'b'],
      ['site', 'c', 'b'],
    ]);
    expect(apartWarnings(moves)).toEqual([]);
  });

  test.each([
    ['a service', [row('acme-web', 'us-central1', C, A), ...rows], B, 'web from cccccccccccc to aaaaaaaaaaaa'],
    ['a frontend', rows, A, 'site from cccccccccccc to aaaaaaaaaaaa'],
  ])('%s that goes back to another commit is a warning', (_, planned, release, said) => {
    const [warning, ...others] = apartWarnings(movesOf(plan, 'us-central1', planned, sites(release)));
    expect(others).toEqual([]);
    expect(warning).toContain('go back to different commits');
    expect(warning).toContain(said);
  });

  test('what is not known is a dash: revisions without a commit, and releases by name', () => {
    const bare = [
      { service: 'acme-web', region: 'us-central1', revision: 'acme-web-1', 'previous-revision': 'acme-web-2' },
    ];
    const moves = movesOf(plan, 'us-central1', bare, [{ release: 'v1' }]);
    expect(moves.map(({ from, to }) => `${from} ${to}`)).toEqual(['acme-web-2 acme-web-1', '- -', '- -', '- v1']);
    expect(apartWarnings(moves)).toEqual([]);
  });

  test('a frontend without an earlier release is listed as kept, and not compared', () => {
    const moves = movesOf(plan, 'us-central1', rows, [
      { name: 'site', status: 'kept', release: C, 'previous-release': C },
    ]);
    expect(apartWarnings(moves)).toEqual([]);
    expect(keptWarnings(moves)).toEqual([
      expect.stringMatching(/^Not rolled back, .*: site \(release cccccccccccc\)\. It stays as it is/),
    ]);
    expect(keptWarnings(movesOf(plan, 'us-central1', rows, sites(B)))).toEqual([]);
    expect(() => keptWarnings(moves.filter(({ kept }) => kept))).toThrow(
      'There is nothing to roll back to: no earlier release is kept of site (release cccccccccccc). Nothing was changed.',
    );
  });

  test.each([
    ['all', 'keep'],
    ['frontends', 'keep'],
    ['site', 'refuse'],
  ])('of what: %s, a frontend without an earlier release: %s', (what, expected) => {
    expect(choose({ what }).plan.onNoEarlierRelease).toBe(expected);
  });

  test('afterwards: the live revisions and releases by name; nothing where a step did not get that far', () => {
    expect(servingAfter(plan, 'us-central1', rows, sites(B))).toEqual({
      site: B,
      web: 'acme-web-bbb',
      api: 'acme-api-bbb',
    });
    expect(servingAfter(plan, 'us-central1', [], sites(B))).toEqual({ site: B });
  });
});
