/** What a restore says that serves, where others write to the service at the same time. */
import { describe, expect, test } from 'vitest';
import { createCandidate } from '../../../actions/deploy-run/rollout/create-candidate.ts';
import { restore } from '../../../actions/deploy-run/rollout/restore.ts';
import type { PlannedRollout } from '../../../actions/deploy-run/service/planned-rollout.ts';
import { REVISION, type Service } from '../../../src/google/run/resources.ts';
import { holdOf } from '../../../src/records/holds.ts';
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

describe('the hold, when a run that took over an interrupted rollback is restored', () => {
  const baseline = [{ revision: 'b', percent: 100 }];
  const lost = { ...rollout, id: 'lost', kind: 'rollback', write: 1 };
  const lostHold = {
    reason: 'x',
    by: 'ann',
    at: '2026-01-01T00:00:01Z',
    runUrl: lost.runUrl,
    revision: 'c',
    commit: '',
  };
  const before = { ...lostHold, at: '2025-01-01T00:00:00Z', runUrl: 'https://example.com/0' };
  const byUser = { ...lostHold, at: '2026-01-01T00:01:00Z', runUrl: '' };
  const own = { ...lostHold, at: '2026-01-02T00:00:00Z', runUrl: 'https://example.com/2', revision: 'd' };
  const rollback = { kind: 'rollback', candidate: { kind: 'existing', revision: 'd' }, hold: own };
  const withHold = (record: object, hold: object | undefined): Service => ({
    ...withRecords({ rollout: record, ...(hold && { hold }) }),
    ...routed(target('b', 100)),
  });

  /** The run takes over `found`, and fails. `now` is the service at its first write. */
  async function holdAfter(found: Service, plan: object = rollback, now = found) {
    let service = now;
    const { regional } = fakeService(
      () => service,
      async (_, sent) => {
        service = { ...service, ...sent, trafficStatuses: sent.traffic ?? [] };
        return {};
      },
    );
    const clock = { ...regional.context.clock, now: () => Date.parse('2026-01-02T00:00:01Z') };
    const github = { runUrl: own.runUrl, actor: 'bob' };
    const planned = {
      regional: { ...regional, context: { ...regional.context, clock, github } },
      // One that is reconciling is read again.
      plan: { current: { ...found, reconciling: true }, baseline, commit: 'a', holdBefore: holdOf(found), ...plan },
    };
    await createCandidate(planned as unknown as PlannedRollout, 'x');
    expect((await restore(regional, 'x')).kind).toBe('restored');
    return holdOf(service);
  }

  test.each<[string, Service, object | undefined]>([
    ['of the interrupted rollback is released', withHold(lost, lostHold), undefined],
    ['before the interrupted rollback comes back', withHold({ ...lost, holdBefore: before }, lostHold), before],
    ['that a user has set since stays', withHold({ ...lost, holdBefore: before }, byUser), byUser],
    ['that was released since stays released', withHold({ ...lost, holdBefore: before }, undefined), undefined],
    ['that was there before an interrupted deploy stays', withHold({ ...lost, kind: 'deploy' }, lostHold), lostHold],
  ])('%s', async (_, found, after) => {
    expect(await holdAfter(found)).toEqual(after);
  });
  test('that is released before the first write stays released', async () => {
    const found = withHold({ ...lost, kind: 'deploy' }, before);
    expect(await holdAfter(found, rollback, withHold({ ...lost, kind: 'deploy' }, undefined))).toBeUndefined();
  });
  test('stays if the run is a deploy with force', async () => {
    const deploy = { kind: 'deploy', candidate: { kind: 'existing', revision: 'd' } };
    expect(await holdAfter(withHold({ ...lost, holdBefore: before }, lostHold), deploy)).toEqual(lostHold);
  });
});
