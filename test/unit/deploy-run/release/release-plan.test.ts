/** The pure parts of a release: its decision, its order, its claim, and the combinations that a rollback can mean. */
import { describe, expect, test } from 'vitest';
import type { RecordedRelease } from '../../../../actions/deploy-run/plan/records.ts';
import {
  decisionOf,
  lastLed,
  memberKey,
  planLayers,
  releaseOn,
} from '../../../../actions/deploy-run/plan/release/decision.ts';
import { planReleaseRollback } from '../../../../actions/deploy-run/plan/release/target.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';

const PREFIX = 'actions.orchestra.dev/';
const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];

function service(records: { rollout?: object; releases?: object[] }, revision = 'x'): Service {
  return {
    annotations: Object.fromEntries(
      Object.entries(records).map(([key, value]) => [PREFIX + key, JSON.stringify(value)]),
    ),
    trafficStatuses: [{ type: REVISION, revision, percent: 100 }],
  };
}

const record = (more: object = {}) => ({
  id: '1',
  kind: 'deploy',
  commit: A,
  candidate: 'web-2',
  baseline: [],
  release: { format: 2, members: ['r/services/web', 'r/services/api'], ...more },
});

function release(commit: string, revision: string, more: Partial<RecordedRelease> = {}): RecordedRelease {
  return {
    commit,
    revision,
    image: '',
    at: `2026-01-0${revision.at(-1)}`,
    runUrl: '',
    rollout: `run of ${revision}`,
    ...more,
  };
}

describe('the decision about a release', () => {
  test.each<[string, Service | undefined, string]>([
    ['its record stands', service({ rollout: record() }), 'undecided'],
    ['its record says so', service({ rollout: record({ aborted: true }) }), 'aborted'],
    ['it is recorded', service({ releases: [release(A, 'web-2', { rollout: '1' })] }), 'committed'],
    [
      'it is a rollback that is recorded',
      service({ releases: [release(A, 'web-1', { restoredBy: { id: '1', members: [] } })] }),
      'committed',
    ],
    ['another one stands', service({ rollout: { ...record(), id: '2' } }), 'aborted'],
    ['another one is recorded', service({ releases: [release(A, 'web-2', { rollout: '2' })] }), 'aborted'],
    ['nothing is left of it', service({}), 'aborted'],
    ['its lead is gone', undefined, 'aborted'],
  ])('%s', (_, lead, expected) => {
    expect(decisionOf(lead, '1')).toBe(expected);
  });

  test('a newer format is refused, and the record of a single service is no release', () => {
    expect(() => releaseOn(service({ rollout: record({ format: 5 }) }))).toThrow(/format 5.*Use the version/);
    const { release: _, ...alone } = record();
    expect(releaseOn(service({ rollout: alone }))).toBeUndefined();
    expect(releaseOn(service({ rollout: record() }))?.members).toHaveLength(2);
  });

  test('a lead names the newest deploy and the newest rollback that it led', () => {
    const members = { 'r/services/web': { revision: 'web-2' } };
    const releases = [
      release(A, 'web-1', { restoredBy: { id: '7', members: ['m'] } }),
      release(B, 'web-2', { rollout: '5', members }),
    ];
    expect(lastLed(service({ releases }))).toEqual([
      { id: '5', kind: 'deploy', members: ['r/services/web'] },
      { id: '7', kind: 'rollback', members: ['m'] },
    ]);
    expect(lastLed(service({ releases: [release(A, 'web-1')] }))).toEqual([]);
  });

  test('a member is named by region, kind and name', () => {
    expect(memberKey('projects/p/locations/r/workerPools/w')).toBe('r/workerPools/w');
  });
});

describe('the order of traffic', () => {
  const one = (service: string, ...after: string[]) => ({ service, after });
  const names = (layers: { service: string }[][]) => layers.map((layer) => layer.map(({ service }) => service));

  test('a layer waits for all regions of the services before it', () => {
    const members = [one('web', 'api'), one('api'), one('worker', 'web'), one('api')];
    expect(names(planLayers(members))).toEqual([['api', 'api'], ['web'], ['worker']]);
  });

  test('an entry can be selected by its own name; a service of that name has precedence', () => {
    const web = { service: 'acme-web', alias: 'web', after: ['api'] };
    const api = { service: 'acme-api', alias: 'api', after: [] };
    expect(names(planLayers([web, api]))).toEqual([['acme-api'], ['acme-web']]);
    expect(
      names(planLayers([web, api, one('api', 'acme-web')].map((m) => ({ ...m, after: m === web ? [] : m.after })))),
    ).toEqual([['acme-web', 'acme-api'], ['api']]);
  });

  test.each<[string, { service: string; after: string[] }[], RegExp]>([
    ['an unknown name', [one('web', 'apj')], /web has after: apj, which is not in the list/],
    ['a circle', [one('web', 'api'), one('api', 'web')], /wait for each other/],
  ])('%s is refused', (_, members, message) => {
    expect(() => planLayers(members)).toThrow(message);
  });
});

describe('the combination that a rollback means', () => {
  const both = (web: string, api: string, before?: [string, string]) => ({
    'r/services/web': { revision: web, ...(before && { before: before[0] }) },
    'r/services/api': { revision: api, ...(before && { before: before[1] }) },
  });
  const stored = [
    release(B, 'web-2', { rollout: '2', members: both('web-2', 'api-2', ['web-1', 'api-1']) }),
    release(C, 'web-3', { rollout: '3', members: both('web-3', 'api-2', ['web-2', 'api-2']) }),
  ];
  const members = (web: string, api: string, releases = stored, others: RecordedRelease[] = []) => [
    { key: 'r/services/web', service: service({ releases }, web) },
    { key: 'r/services/api', service: service({ releases: others }, api) },
  ];
  const plan = (list: ReturnType<typeof members>, to: string) => Object.fromEntries(planReleaseRollback(list, to));

  test.each<[string, string, string, string, string, string]>([
    ['previous', 'web-3', 'api-2', 'previous', 'web-2', 'api-2'],
    ['previous of the first release: what served before', 'web-2', 'api-2', 'previous', 'web-1', 'api-1'],
    ['previous of what is recorded nowhere: the newest', 'web-9', 'api-9', 'previous', 'web-3', 'api-2'],
    ['an id', 'web-3', 'api-2', '2', 'web-2', 'api-2'],
    ['a commit', 'web-3', 'api-2', B.slice(0, 7), 'web-2', 'api-2'],
  ])('%s', (_, web, api, to, wantedWeb, wantedApi) => {
    expect(plan(members(web, api), to)).toEqual({ 'r/services/web': wantedWeb, 'r/services/api': wantedApi });
  });

  test('a combination with the revisions that an earlier attempt has chosen, wherever the others are now', () => {
    const chosen = (revision: string) =>
      Object.fromEntries(
        planReleaseRollback(members('web-2', 'api-9'), 'previous', 'refuse', new Map([['r/services/web', revision]])),
      );
    expect(chosen('web-2')).toEqual({ 'r/services/web': 'web-2', 'r/services/api': 'api-2' });
    // Nothing ran with that one, so the traffic decides.
    expect(chosen('web-7')).toEqual({ 'r/services/web': 'web-3', 'r/services/api': 'api-2' });
  });

  test('a combination that any member was rolled back from is withdrawn, also if the lead did not respond then', () => {
    const withdrawn = [release(C, 'api-3', { rollout: '3', withdrawn: 'broken' })];
    expect(plan(members('web-3', 'api-2', stored, withdrawn), 'previous')).toEqual({
      'r/services/web': 'web-2',
      'r/services/api': 'api-2',
    });
    expect(plan(members('web-9', 'api-2', stored, withdrawn), 'previous')).toMatchObject({ 'r/services/web': 'web-2' });
  });

  test('records of version 1.0: combinations released in one run, or from one commit', () => {
    const web = [release(A, 'web-1', { rollout: '1' }), release(B, 'web-2', { rollout: 'w' })];
    const api = [release(A, 'api-1', { rollout: '1' }), release(B, 'api-2', { rollout: 'a' })];
    expect(plan(members('web-2', 'api-2', web, api), 'previous')).toMatchObject({ 'r/services/api': 'api-1' });
    expect(plan(members('web-1', 'api-1', web, api), B)).toMatchObject({ 'r/services/api': 'api-2' });
  });

  test.each<[string, string, RegExp]>([
    ['an unknown commit', 'd'.repeat(40), /no combination of these services ran as d+\. .* Recorded: 3 \(c{12}\), 2/],
    ['a revision', 'web-2', /Use previous, the id of a release, or a commit/],
  ])('%s is refused with the choices', (_, to, message) => {
    expect(() => plan(members('web-3', 'api-2'), to)).toThrow(message);
  });

  test('a release that did not have one of the services never ran with it', () => {
    const releases = [release(B, 'web-2', { rollout: '2', members: { 'r/services/web': { revision: 'web-2' } } })];
    expect(() => plan(members('web-3', 'api-2', releases), '2')).toThrow(
      /did not have api in r, so this combination never ran/,
    );
  });

  describe('with a service that was new in the newest release', () => {
    const first = { ...both('web-2', 'api-1'), 'r/services/web': { revision: 'web-2', before: 'web-1' } };
    const web = [
      release(A, 'web-1', { rollout: '1', at: '2026-01-01T00:00:00Z' }),
      release(B, 'web-2', { rollout: '2', at: '2026-01-02T00:00:00Z', members: first }),
    ];
    const api = [release(B, 'api-1', { rollout: '2', at: '2026-01-02T00:00:01Z' })];
    const goes = { 'r/services/web': 'web-1', 'r/services/api': undefined };
    const warn = (list: ReturnType<typeof members>, to: string, chosen = new Map<string, string>()) =>
      Object.fromEntries(planReleaseRollback(list, to, 'warn', chosen));

    test.each(['previous', A, '1'])('%s: the others go back and it stays, if the caller says so', (to) => {
      expect(warn(members('web-2', 'api-1', web, api), to)).toEqual(goes);
      expect(() => plan(members('web-2', 'api-1', web, api), to)).toThrow(
        /did not have api in r, so this combination never ran\. To roll back the others .* set on-unknown-combination: warn\./,
      );
    });

    test('again in a second attempt of the same run', () => {
      expect(warn(members('web-1', 'api-1', web, api), 'previous', new Map([['r/services/web', 'web-1']]))).toEqual(
        goes,
      );
    });

    test('what was there before and is not recorded in it never stays', () => {
      const older = [release(C, 'api-0', { rollout: '0', at: '2025-12-31T00:00:00Z' }), ...api];
      expect(() => warn(members('web-2', 'api-1', web, older), '1')).toThrow(/Roll back the other services alone/);
      expect(warn(members('web-2', 'api-1', web, older), 'previous')).toEqual({});
      const full = Array.from({ length: 30 }, (_, i) =>
        release(B, `api-${i}`, { rollout: '2', at: '2026-01-03T00:00:00Z' }),
      );
      expect(() => warn(members('web-2', 'api-1', web, full), '1')).toThrow(/Roll back the other services alone/);
    });
  });
});
