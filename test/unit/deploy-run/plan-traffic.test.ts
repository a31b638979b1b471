/** Who gets which share: the fact and the wish, baselines, steps, restores. */
import { describe, expect, test } from 'vitest';
import type { RolloutRecord } from '../../../actions/deploy-run/plan/records.ts';
import {
  planBaseline,
  planRestoredTraffic,
  planTraffic,
  scale,
  serving,
  tagsInEffect,
  tagsPending,
} from '../../../actions/deploy-run/plan/traffic.ts';
import { LATEST, REVISION, type Service } from '../../../src/google/run/resources.ts';
import fc from '../../harness/seeded.ts';

const share = (revision: string, percent: number) => ({ revision, percent });
const target = (revision: string, percent: number) => ({ type: REVISION, revision, percent });
const tag = (name: string, revision: string) => ({ type: REVISION, revision, tag: name });
const rollout = (record: Partial<RolloutRecord>): Record<string, string> => ({
  'actions.orchestra.dev/rollout': JSON.stringify({ id: 'x', kind: 'deploy', ...record }),
});

describe('the live traffic', () => {
  test.each<[string, Service, unknown]>([
    [
      'is the fact, not the wish',
      { traffic: [target('b', 100)], trafficStatuses: [target('a', 100)] },
      [share('a', 100)],
    ],
    [
      'is not the first entry, which may be a tag',
      { trafficStatuses: [tag('pr', 'b'), target('a', 100)] },
      [share('a', 100)],
    ],
    [
      'adds up entries of one revision',
      { trafficStatuses: [target('a', 60), target('b', 10), target('a', 30)] },
      [share('a', 90), share('b', 10)],
    ],
    [
      'is what LATEST stands for',
      { latestReadyRevision: 'p/revisions/a', trafficStatuses: [{ type: LATEST, percent: 100 }] },
      [share('a', 100)],
    ],
    [
      'is named beside LATEST',
      { latestReadyRevision: 'p/revisions/b', trafficStatuses: [{ type: LATEST, revision: 'a', percent: 100 }] },
      [share('a', 100)],
    ],
    ['may be nothing', {}, []],
  ])('%s', (_, service, expected) => {
    expect(serving(service)).toEqual(expected);
  });

  test('tags in effect, and tags that wait', () => {
    const service: Service = {
      latestReadyRevision: 'p/revisions/a',
      latestCreatedRevision: 'p/revisions/c',
      traffic: [target('a', 100), tag('pr-1', 'b'), { type: LATEST, tag: 'next' }],
      trafficStatuses: [target('a', 100), tag('pr-1', 'a'), { type: LATEST, tag: 'stable' }],
    };
    expect(tagsInEffect(service)).toEqual([
      { tag: 'pr-1', revision: 'a' },
      { tag: 'stable', revision: 'a' },
    ]);
    expect(tagsPending(service)).toEqual([
      { tag: 'pr-1', revision: 'b' },
      { tag: 'next', revision: 'c' },
    ]);
  });
});

describe('the baseline', () => {
  const baseline = [share('a', 100)];
  test.each<[string, Service | undefined, unknown]>([
    ['of a service that does not exist is empty', undefined, []],
    ['is the live traffic', { trafficStatuses: [target('a', 100)] }, baseline],
    [
      'of an interrupted rollout is in its record',
      { annotations: rollout({ candidate: 'b', baseline }), trafficStatuses: [target('a', 50), target('b', 50)] },
      baseline,
    ],
    [
      'of a first deploy that was interrupted is empty: no revision has passed its health checks',
      { annotations: rollout({ candidate: 'b', baseline: [] }), trafficStatuses: [target('b', 100)] },
      [],
    ],
    [
      'is the live revision if another user has moved the traffic since',
      { annotations: rollout({ candidate: 'b', baseline }), trafficStatuses: [target('z', 100)] },
      [share('z', 100)],
    ],
    [
      'of a rollout that found the split of another interrupted one is in its record',
      {
        annotations: rollout({ candidate: 'c', baseline, found: ['a', 'b'] }),
        trafficStatuses: [target('a', 50), target('b', 50)],
      },
      baseline,
    ],
    [
      'ignores an invalid record',
      { annotations: { 'actions.orchestra.dev/rollout': '{"id":' }, trafficStatuses: [target('a', 100)] },
      baseline,
    ],
  ])('%s', (_, service, expected) => {
    expect(planBaseline(service)).toEqual(expected);
  });
});

describe('the targets', () => {
  test.each([
    ['at 0 %: the baseline by name, the candidate by its tag', [share('a', 100)], 0, [target('a', 100), tag('c', 'b')]],
    ['at 10 %', [share('a', 100)], 10, [target('a', 90), target('b', 10), tag('c', 'b')]],
    ['at 100 %', [share('a', 100)], 100, [target('b', 100), tag('c', 'b')]],
    ['with nothing before: all, from the start', [], 0, [target('b', 100), tag('c', 'b')]],
    [
      'a split keeps its proportions',
      [share('a', 70), share('z', 30)],
      10,
      [target('a', 63), target('z', 27), target('b', 10), tag('c', 'b')],
    ],
    [
      'a candidate that served a part before counts once',
      [share('a', 90), share('b', 10)],
      50,
      [target('a', 50), target('b', 50), tag('c', 'b')],
    ],
  ])('%s', (_, baseline, percent, expected) => {
    expect(planTraffic({ baseline, candidate: 'b', percent, tags: [{ tag: 'c', revision: 'b' }] })).toEqual(expected);
  });

  const shares = fc
    .uniqueArray(
      fc.record({ revision: fc.constantFrom('a', 'c', 'd', 'e', 'f'), percent: fc.integer({ min: 1, max: 100 }) }),
      {
        selector: ({ revision }) => revision,
        minLength: 1,
      },
    )
    .map((list) => scale(list, 100))
    .filter((list) => list.length > 0);

  test('always sum to 100, name no revision twice and none at less than 1 %', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 100 }), (baseline, percent) => {
        const traffic = planTraffic({ baseline, candidate: 'b', percent, tags: [] });
        expect(traffic.reduce((sum, one) => sum + (one.percent ?? 0), 0)).toBe(100);
        expect(new Set(traffic.map(({ revision }) => revision)).size).toBe(traffic.length);
        expect(traffic.every((one) => (one.percent ?? 0) >= 1)).toBe(true);
        expect(traffic.find(({ revision }) => revision === 'b')?.percent ?? 0).toBe(percent);
      }),
    );
  });

  test('of a restore are the baseline as it was', () => {
    fc.assert(
      fc.property(shares, (baseline) => {
        const service = { trafficStatuses: planRestoredTraffic(baseline, []) };
        expect(new Map(serving(service).map(({ revision, percent }) => [revision, percent]))).toEqual(
          new Map(baseline.map(({ revision, percent }) => [revision, percent])),
        );
      }),
    );
  });
});
