/** A release of two services looks at both before it gives one more traffic, and before it is committed. */
import { describe, expect, test } from 'vitest';
import { type Candidate, commit, type Release, shift } from '../../../../actions/deploy-run/release/phases.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';
import { fakeService } from '../fake-service.ts';

const PREFIX = 'actions.orchestra.dev/';
const HOLD = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };
const ROLLOUT = {
  id: 'ours',
  kind: 'deploy',
  commit: 'c'.repeat(40),
  candidate: 'c',
  baseline: [{ revision: 'b', percent: 100 }],
  write: 2,
  release: { format: 2, members: ['r/services/web', 'r/services/api'] },
};

function service(serving: string, records: Readonly<Record<string, object>> = {}): Service {
  const target = [{ type: REVISION, revision: serving, percent: 100 }];
  const annotations = Object.entries({ rollout: ROLLOUT, ...records }).map(([name, value]) => [
    PREFIX + name,
    JSON.stringify(value),
  ]);
  return { traffic: target, trafficStatuses: target, annotations: Object.fromEntries(annotations) };
}

/** `other` is the second service when this run looks. */
function release(lead: Service, other: Service) {
  const written: Service[] = [];
  const members = [lead, other].map((one, i) => {
    let now = one;
    const { regional } = fakeService(
      () => now,
      async (_, sent) => {
        written.push(sent);
        now = { ...sent, trafficStatuses: sent.traffic ?? [] };
        return {};
      },
    );
    const mine = { ...regional, name: `projects/p/locations/r/services/${i}` };
    const plan = {
      kind: 'deploy',
      commit: ROLLOUT.commit,
      baseline: ROLLOUT.baseline,
      releaseChange: { kind: 'add', image: 'i', runUrl: 'u', rollout: 'ours' },
      service: mine,
    };
    const progress = { planned: { regional: mine, plan }, id: 'ours', revision: 'c', service: one };
    return { deploy: { regional: mine }, layer: i, unchanged: false, progress } as unknown as Candidate;
  });
  const step = { id: 'ours', stopOthers: () => {} };
  const whole = { step, events: [], members, begun: new Set() } as unknown as Release;
  return { whole, members, written };
}

describe.each<[string, Service, string]>([
  ['has a new hold', service('b', { hold: HOLD }), 'incident'],
  [
    'has the rollout of another run',
    service('b', { rollout: { ...ROLLOUT, id: 'theirs' } }),
    'has taken the service over',
  ],
  ['goes back', service('b', { rollout: { ...ROLLOUT, release: { ...ROLLOUT.release, aborted: true } } }), 'has ended'],
  ['was moved by a user', service('z'), 'The traffic was moved to z'],
])('where the other service %s', (_, other, reason) => {
  test('the first one gets no more traffic', async () => {
    const { whole, members, written } = release(service('b'), other);
    await expect(shift(whole, members, 50)).rejects.toThrow(reason);
    expect(written).toEqual([]);
  });
  test('the release is not committed', async () => {
    const { whole, members, written } = release(service('c'), other);
    await expect(commit(whole, members)).rejects.toThrow(reason);
    expect(written).toEqual([]);
  });
});

test('both get their share, the first layer first', async () => {
  const { whole, members, written } = release(service('b'), service('b'));
  await shift(whole, members, 50);
  expect(written).toHaveLength(2);
});

test('a release is not committed before all traffic of both is on their candidates', async () => {
  const early = release(service('c'), service('b'));
  await expect(commit(early.whole, early.members)).rejects.toThrow('was moved by another run or user meanwhile');
  expect(early.written).toEqual([]);
  const done = release(service('c'), service('c'));
  await commit(done.whole, done.members);
  expect(done.written).toHaveLength(1);
});
