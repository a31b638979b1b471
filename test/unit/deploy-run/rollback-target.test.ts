/** Which revision `rollback-to` means where the records of a service leave a choice. */
import { describe, expect, it } from 'vitest';
import { mayCheckLater, planRollback, revisionBefore } from '../../../actions/deploy-run/plan/rollback-target.ts';

const A = `aaaaaaa1${'0'.repeat(32)}`;
const OTHER_A = `aaaaaaa2${'0'.repeat(32)}`;
const B = 'b'.repeat(40);

const release = (revision: string, commit: string, digest: string, withdrawn?: string) => ({
  revision,
  commit,
  image: `host/p/r/web@sha256:${digest}`,
  at: '2026-01-01T00:00:00Z',
  runUrl: '',
  rollout: revision,
  ...(withdrawn !== undefined && { withdrawn }),
});

const service = (serving: string, releases: readonly object[]) => ({
  annotations: { 'actions.orchestra.dev/releases': JSON.stringify(releases) },
  trafficStatuses: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION' as const, revision: serving, percent: 100 }],
});

const TWICE = [release('web-1', A, '1'), release('web-2', B, '2'), release('web-3', A, '3'), release('web-4', B, '4')];

it('a commit that was released with two images means the newer, and the older is named', () => {
  const target = planRollback(service('web-4', TWICE), A, false);
  expect(target.revision).toBe('web-3');
  expect(target.others.map(({ revision }) => revision)).toEqual(['web-1']);
});

it('a commit does not mean a release of it that was rolled back from, while another one stands', () => {
  const releases = [release('web-1', A, '1'), release('web-2', A, '2', 'broken'), release('web-3', B, '3')];
  const target = planRollback(service('web-3', releases), A, false);
  expect(target.revision).toBe('web-1');
  expect(target.others.map(({ revision }) => revision)).toEqual(['web-2']);
  expect(target.withdrawn.map(({ revision }) => revision)).toEqual(['web-2', 'web-3']);
});

it('a commit whose only release was rolled back from is an explicit choice', () => {
  const target = planRollback(
    service('web-1', [release('web-1', A, '1'), release('web-2', B, '2', 'broken')]),
    B,
    false,
  );
  expect(target).toMatchObject({ revision: 'web-2', others: [] });
});

it('releases of one commit with one image are no choice', () => {
  const releases = [release('web-1', A, '1'), release('web-2', A, '1'), release('web-3', B, '3')];
  expect(planRollback(service('web-3', releases), A, false)).toMatchObject({ revision: 'web-2', others: [] });
});

it('the start of two commits is refused, with both named', () => {
  const releases = [release('web-1', A, '1'), release('web-2', OTHER_A, '2'), release('web-3', B, '3')];
  expect(() => planRollback(service('web-3', releases), 'aaaaaaa', false)).toThrow(
    new RegExp(`aaaaaaa matches more than one commit: ${A}, ${OTHER_A}`),
  );
  expect(planRollback(service('web-3', releases), 'aaaaaaa1', false).revision).toBe('web-1');
});

it('previous is another revision, also where the serving commit was released before with another image', () => {
  const releases = [release('web-1', A, '1'), release('web-2', A, '2')];
  expect(planRollback(service('web-2', releases), 'previous', false).revision).toBe('web-1');
});

/** The service with the record of a rollout that was cut short. */
const cutShort = (serves: string, kind: 'deploy' | 'rollback', candidate: string, baseline: string) => ({
  annotations: {
    'actions.orchestra.dev/releases': JSON.stringify(TWICE),
    'actions.orchestra.dev/rollout': JSON.stringify({
      id: 'x',
      kind,
      candidate,
      baseline: [{ revision: baseline, percent: 100 }],
    }),
  },
  trafficStatuses: service(serves, []).trafficStatuses,
});

it('previous, while a deploy is in flight, is what it would restore', () => {
  expect(planRollback(cutShort('web-5', 'deploy', 'web-5', 'web-4'), 'previous', false).revision).toBe('web-4');
});

it('previous is what served before a deploy that has been restored meanwhile, unless the service has changed since', () => {
  const restored = new Map([['web', 'web-4']]);
  const previous = (name: string, live: string, alone: boolean) => {
    const before = revisionBefore(restored, { name, live, alone });
    return planRollback(service(live, TWICE), 'previous', false, before).revision;
  };
  expect([previous('web', 'web-4', true), previous('web', 'web-2', true)]).toEqual(['web-4', 'web-1']);
  expect([previous('web', 'web-4', false), previous('api', 'web-3', false)]).toEqual(['web-4', 'web-3']);
  expect(revisionBefore(new Map(), { name: 'web', live: 'web-4', alone: false })).toBeUndefined();
});

it('previous does not follow a rollout that no longer explains the live traffic', () => {
  // Since then, another user has moved the traffic to web-2.
  expect(planRollback(cutShort('web-2', 'deploy', 'web-5', 'web-4'), 'previous', false).revision).toBe('web-1');
});

it('previous, repeated after an interrupted rollback, continues it instead of going one release further', () => {
  for (const serves of ['web-4', 'web-3'])
    expect(planRollback(cutShort(serves, 'rollback', 'web-3', 'web-4'), 'previous', false).revision).toBe('web-3');
});

describe('the target may be checked beside the first write', () => {
  const share = (revision: string, percent: number) => ({
    type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION' as const,
    revision,
    percent,
  });
  const releases = [release('web-1', A, '1'), release('web-2', B, '2')];
  const at = (shares: readonly ReturnType<typeof share>[], rollout?: object) => ({
    annotations: {
      ...service('', releases).annotations,
      ...(rollout && { 'actions.orchestra.dev/rollout': JSON.stringify(rollout) }),
    },
    traffic: [...shares],
    trafficStatuses: [...shares],
  });
  const live = [share('web-2', 100)];
  const to = (revision: string, found = releases.find((one) => one.revision === revision)) =>
    ({ revision, release: found, withdrawn: [], others: [] }) as const;
  const lost = { id: 'lost', candidate: 'web-1', baseline: [{ revision: 'web-2', percent: 100 }], write: 1 };

  it.each([
    ['the live release is another one', to('web-1'), at(live), true],
    ['a lost rollback has moved no traffic', to('web-1'), at(live, { ...lost, kind: 'rollback' }), true],
    ['no release is recorded', to('web-0'), at(live), false],
    ['its commit is not recorded', to('web-0', release('web-0', '', '1')), at(live), false],
    ['it is live', to('web-2'), at(live), false],
    ['it has a share', to('web-1'), at([share('web-2', 90), share('web-1', 10)]), false],
    [
      'the first write takes the traffic from a candidate',
      to('web-2'),
      at([share('web-3', 100)], { ...lost, kind: 'deploy', candidate: 'web-3' }),
      false,
    ],
    ['nothing serves', to('web-1'), at([]), false],
    ['the last write is not in effect', to('web-1'), { ...at(live), traffic: [share('web-3', 100)] }, false],
  ])('%s: %#', (_, target, current, expected) => {
    expect(mayCheckLater(target, current)).toBe(expected);
  });
});
