/** Which interrupted rollouts a deploy restores that a hold or a freeze blocks; with a clock of its own. */
import { describe, expect, test } from 'vitest';
import { restoreBlocked } from '../../../../actions/deploy-run/release/restore-blocked.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';
import { fakeService } from '../fake-service.ts';

const PREFIX = 'actions.orchestra.dev/';
const hold = { reason: 'incident', by: 'ann', at: '2026-01-01T01:00:00Z', runUrl: 'u', revision: 'b', commit: '' };
const lost = {
  id: '41-1-lost',
  kind: 'deploy',
  commit: 'c'.repeat(40),
  candidate: 'c',
  baseline: [{ revision: 'b', percent: 100 }],
  write: 3,
  runUrl: 'https://example.com/41',
  actor: 'ann',
  startedAt: '2026-01-01T00:00:00Z',
};

/** Plays a deploy of run 42 that is blocked. `ownerWrote` is called at each read, with the milliseconds until then. */
async function play(
  records: { rollout?: object; hold?: object },
  ownerWrote: (passed: number) => boolean = () => false,
) {
  const split = [
    { type: REVISION, revision: 'b', percent: 50 },
    { type: REVISION, revision: 'c', percent: 50 },
  ];
  const found = Object.entries(records).map(([key, value]) => [PREFIX + key, JSON.stringify(value)] as const);
  let now: Service = { annotations: Object.fromEntries(found), traffic: split, trafficStatuses: split };
  const fake = fakeService(
    () => {
      if (!ownerWrote(fake.passed()) || !records.rollout) return now;
      const rollout = JSON.stringify({ ...records.rollout, write: 9 });
      return { ...now, annotations: { ...now.annotations, [`${PREFIX}rollout`]: rollout } };
    },
    async (_, sent) => {
      now = { ...now, ...sent, trafficStatuses: sent.traffic ?? [] };
      return {};
    },
  );
  const github = { runId: '42', runAttempt: 2 };
  const step = { context: { ...fake.regional.context, github } } as unknown as StepContext;
  const ended = await restoreBlocked([fake.regional], step);
  return { ended, traffic: now.traffic, waited: fake.passed() };
}

describe('a rollout that is restored', () => {
  test('at once under a hold, since its own run has to stop there, too', async () => {
    const { ended, traffic, waited } = await play({ rollout: lost, hold });
    expect(ended.map(({ sentence }) => sentence)).toEqual([
      'The deploy of cccccccccccc by ann (https://example.com/41) was interrupted: b serves web in r as before it.',
    ]);
    expect(traffic).toEqual([{ type: REVISION, revision: 'b', percent: 100 }]);
    expect(waited).toBe(0);
  });
  test('at once in a freeze, if it is of an earlier attempt', async () => {
    const { ended, waited } = await play({ rollout: { ...lost, id: '42-1-lost' } });
    expect(ended).toHaveLength(1);
    expect(waited).toBe(0);
  });
  test('in a freeze, a minute after the last write', async () => {
    const { ended, waited } = await play({ rollout: lost });
    expect(ended).toHaveLength(1);
    expect(waited).toBeGreaterThanOrEqual(60_000);
  });
});

describe('a rollout that is not changed', () => {
  let readsAfterExpiry = 0;
  test.each<[string, object, ((passed: number) => boolean)?]>([
    ['none', {}],
    ['one in progress in a freeze', { rollout: lost }, (passed) => passed >= 30_000],
    [
      'one whose owner wakes up after a minute',
      { rollout: lost },
      (passed) => passed >= 60_000 && readsAfterExpiry++ > 0,
    ],
    [
      'one that was forced despite the same hold, and is in progress',
      { rollout: { ...lost, holdBefore: hold }, hold },
      (passed) => passed >= 9,
    ],
    ['a rollback, whose own hold it is', { rollout: { ...lost, kind: 'rollback' }, hold }],
    [
      'that of a release of several services',
      { rollout: { ...lost, release: { format: 2, members: ['r/services/web', 'r/services/api'] } }, hold },
    ],
  ])('%s', async (_, records, ownerWrote) => {
    const { ended, traffic } = await play(records, ownerWrote);
    expect(ended).toEqual([]);
    expect(traffic).toHaveLength(2);
  });
});
