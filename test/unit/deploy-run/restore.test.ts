/** What a restore says that serves, where others write to the service at the same time. */
import { describe, expect, test } from 'vitest';
import { restore } from '../../../actions/deploy-run/rollout/restore.ts';
import { REVISION, type Service } from '../../../src/google/run/resources.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { fakeService } from './fake-service.ts';

const PREFIX = 'actions.orchestra.dev/';
const target = (revision: string, percent: number) => ({ type: REVISION, revision, percent });
const routed = (...traffic: ReturnType<typeof target>[]) => ({ traffic, trafficStatuses: traffic });
const rollout = {
  id: 'x',
  kind: 'deploy',
  candidate: 'c',
  baseline: [{ revision: 'b', percent: 100 }],
  runUrl: 'https://example.com/1',
  startedAt: '2026-01-01T00:00:05Z',
};
const withRecords = (records: object): Pick<Service, 'annotations'> => ({
  annotations: Object.fromEntries(Object.entries(records).map(([key, value]) => [PREFIX + key, JSON.stringify(value)])),
});
const canary: Service = { ...withRecords({ rollout }), ...routed(target('b', 90), target('c', 10)) };

/** Restores the rollout `x`. `onWrite` gives what is there after our write, and may refuse it. */
async function restored(first: Service, onWrite: (sent: Service, now: Service) => Service, refused = false) {
  let now = first;
  const sent: Service[] = [];
  const { regional, passed } = fakeService(
    () => now,
    async (_, service) => {
      sent.push(service);
      now = onWrite({ ...now, ...service, trafficStatuses: service.traffic ?? [] }, now);
      if (refused) throw new CloudError({ message: 'conflict', status: 409, resource: 'web' });
      return {};
    },
  );
  return { outcome: await restore(regional, 'x'), sent, waited: passed() };
}

describe('a rollout that failed', () => {
  test('is restored to its baseline', async () => {
    const { outcome, sent } = await restored(canary, (next) => next);
    expect(outcome).toEqual({ kind: 'restored', shares: [{ revision: 'b', percent: 100 }] });
    expect(sent).toHaveLength(1);
  });
  test('that another run has taken over by then: its revisions serve, and are named at once', async () => {
    const other = { ...withRecords({}), ...routed(target('d', 100)) };
    const { outcome, sent, waited } = await restored(canary, () => other, true);
    expect(outcome).toEqual({ kind: 'not-ours', shares: [{ revision: 'd', percent: 100 }] });
    expect(sent).toHaveLength(1);
    expect(waited).toBeLessThan(10_000);
  });
  test('that another run has taken over and not moved: that is not ours, though the baseline serves', async () => {
    const theirs = { ...rollout, id: 'y', candidate: 'd', baseline: [{ revision: 'b', percent: 90 }] };
    const other = { ...withRecords({ rollout: theirs }), ...routed(target('b', 90), target('c', 10)) };
    const { outcome } = await restored(canary, () => other, true);
    expect(outcome).toEqual({
      kind: 'not-ours',
      shares: [
        { revision: 'b', percent: 90 },
        { revision: 'c', percent: 10 },
      ],
    });
  });
  test('that another run has restored just so counts as restored', async () => {
    const other = { ...withRecords({}), ...routed(target('b', 100)) };
    expect((await restored(canary, () => other, true)).outcome.kind).toBe('restored');
  });
  test('that is moved again right after: the live revisions are named, without waiting', async () => {
    const other = { ...withRecords({}), ...routed(target('d', 100)) };
    const { outcome, waited } = await restored(canary, () => other);
    expect(outcome).toEqual({ kind: 'not-ours', shares: [{ revision: 'd', percent: 100 }] });
    expect(waited).toBeLessThan(10_000);
  });
});

describe('the hold, when a rollback is restored', () => {
  const back = { ...rollout, kind: 'rollback' };
  const own = { reason: 'x', by: 'ann', at: '2026-01-01T00:00:01Z', runUrl: rollout.runUrl, revision: 'c', commit: '' };
  const holdAfter = async (hold: object, record: object = back) => {
    const service = { ...withRecords({ rollout: record, hold }), ...routed(target('c', 100)) };
    const { sent } = await restored(service, (next) => next);
    const text = sent[0]?.annotations?.[`${PREFIX}hold`];
    return text && JSON.parse(text);
  };
  test('that it set itself is released', async () => {
    expect(await holdAfter(own)).toBeUndefined();
  });
  test('that stood before comes back', async () => {
    const before = { ...own, at: '2025-01-01T00:00:00Z', runUrl: 'https://example.com/0' };
    expect(await holdAfter(own, { ...back, holdBefore: before })).toEqual(before);
  });
  test.each([
    ['another run', { ...own, runUrl: 'https://example.com/2' }],
    ['the same place later', { ...own, at: '2026-01-01T00:01:00Z' }],
  ])('that %s has set meanwhile stays', async (_, hold) => {
    expect(await holdAfter(hold)).toEqual(hold);
  });
});
