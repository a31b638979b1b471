/** What a success changes in the record of releases. */
import { describe, expect, test } from 'vitest';
import type { RecordedRelease } from '../../../actions/deploy-run/plan/records.ts';
import { planReleasesAfter } from '../../../actions/deploy-run/plan/rollout-plan.ts';

const AT = '2026-01-02T00:00:00.000Z';
const release = (revision: string, more: object = {}): RecordedRelease => ({
  revision,
  commit: `of ${revision}`,
  image: 'app@sha256:0',
  at: '2026-01-01T00:00:00.000Z',
  runUrl: 'https://run/1',
  rollout: 'earlier',
  ...more,
});

describe('the releases that are recorded after a success', () => {
  test('a deploy adds its revision, at the time of the success, to those recorded by then', () => {
    const releaseChange = { kind: 'add', image: 'app@sha256:1', runUrl: 'https://run/2', rollout: 'now' } as const;
    const before = [release('web-1'), release('web-2')];
    expect(planReleasesAfter({ releaseChange, commit: 'c3' }, before, 'web-3', AT)).toEqual([
      ...before,
      {
        revision: 'web-3',
        commit: 'c3',
        image: 'app@sha256:1',
        at: AT,
        runUrl: 'https://run/2',
        rollout: 'now',
      },
    ]);
  });

  test('a rollback adds none: it withdraws those after its target, and no longer its target', () => {
    const before = [release('web-1', { withdrawn: 'slow' }), release('web-2')];
    const target = { revision: 'web-1', release: before[0], withdrawn: [release('web-2')], others: [] };
    const releaseChange = { kind: 'withdraw', target, reason: 'broken' } as const;
    expect(planReleasesAfter({ releaseChange, commit: 'c1' }, before, 'web-1', AT)).toEqual([
      release('web-1'),
      release('web-2', { withdrawn: 'broken' }),
    ]);
  });
});

test('a plan is a plain value: it survives being copied', () => {
  const plan = { releaseChange: { kind: 'add', image: 'i', runUrl: 'u', rollout: 'r' }, commit: 'c' } as const;
  expect(planReleasesAfter(structuredClone(plan), [], 'web-1', AT)).toEqual(planReleasesAfter(plan, [], 'web-1', AT));
});
