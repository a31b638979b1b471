/** The last write of a rollback of one service, and how its step undoes it, where others write to the service as well. */
import { describe, expect, test } from 'vitest';
import type { RecordedRelease } from '../../../../actions/deploy-run/plan/records.ts';
import { restore } from '../../../../actions/deploy-run/rollout/restore.ts';
import { giveShare, type RolloutProgress } from '../../../../actions/deploy-run/rollout/rollout.ts';
import { isRollbackUndo, type RollbackUndo } from '../../../../actions/deploy-run/rollout/undo.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';
import { fakeService } from '../fake-service.ts';

const PREFIX = 'actions.orchestra.dev/';
const target = (revision: string, percent: number) => ({ type: REVISION, revision, percent });
const routed = (...traffic: Service['traffic'] & object) => ({ traffic, trafficStatuses: traffic });
const entry = (revision: string, withdrawn?: string): RecordedRelease => ({
  revision,
  commit: revision.repeat(40),
  image: 'i',
  at: '2026-01-01T00:00:00Z',
  runUrl: 'u',
  rollout: `of ${revision}`,
  ...(withdrawn !== undefined && { withdrawn }),
});
const HOLD_BEFORE = { reason: 'y', by: 'bob', at: '2025-01-01T00:00:00Z', runUrl: 'x', revision: 'c', commit: '' };
const HOLD = { reason: 'x', by: 'ann', at: '2026-01-01T00:00:01Z', runUrl: 'u', revision: 'a', commit: 'a'.repeat(40) };
const RECORD = {
  id: 'ours',
  kind: 'rollback',
  commit: 'a'.repeat(40),
  candidate: 'a',
  tag: 'check',
  baseline: [{ revision: 'c', percent: 100 }],
  write: 1,
  runUrl: 'u',
  actor: 'ann',
  startedAt: '2026-01-01T00:00:02Z',
  holdBefore: HOLD_BEFORE,
};
/** `b` was withdrawn by an earlier rollback. */
const RELEASES = [entry('a', 'an incident'), entry('b', 'a bug'), entry('c')];

const records = (values: Readonly<Record<string, object>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [PREFIX + key, JSON.stringify(value)]));
const BEFORE: Service = {
  ...routed(target('c', 100)),
  labels: { team: 'shop', 'commit-sha': 'c'.repeat(40) },
  annotations: { other: 'x', ...records({ releases: RELEASES, hold: HOLD_BEFORE }) },
};
/** After the first write of the rollback. */
const BEGUN: Service = {
  ...BEFORE,
  ...routed(target('c', 100), { type: REVISION, revision: 'a', tag: 'check' }),
  annotations: { ...BEFORE.annotations, ...records({ rollout: RECORD, hold: HOLD }) },
};
const withRecord = (now: Service, name: string, value: object | undefined): Service => {
  const { [PREFIX + name]: _, ...rest } = now.annotations ?? {};
  return { ...now, annotations: { ...rest, ...(value && records({ [name]: value })) } };
};

/** A rollback that gives its target all traffic. `change` is what happens to the service after the write. */
async function finish({ before = BEGUN, change = (now: Service) => now, reads = [] as Service[] } = {}) {
  let now = before;
  const sent: Service[] = [];
  const kept: RollbackUndo[] = [];
  const { regional } = fakeService(
    () => reads.shift() ?? now,
    async (_, service) => {
      expect(kept).toHaveLength(sent.length + 1);
      sent.push(service);
      now = change({ ...service, trafficStatuses: service.traffic ?? [] });
      return {};
    },
  );
  const releaseChange = {
    kind: 'withdraw',
    target: { revision: 'a', withdrawn: [entry('b'), entry('c')] },
    reason: 'x',
  };
  const plan = {
    kind: 'rollback',
    baseline: RECORD.baseline,
    commit: RECORD.commit,
    tag: 'check',
    keepTag: false,
    hold: HOLD,
    releaseChange,
  };
  const progress = { planned: { regional, plan }, id: 'ours', revision: 'a', service: before } as unknown;
  const done = giveShare(progress as RolloutProgress, 100, [], (undo) => kept.push(undo));
  // As `post` reads it.
  const undo = () => JSON.parse(JSON.stringify(kept.at(-1))) as RollbackUndo;
  return { done, sent, undo, now: () => now };
}

/** Restores the rollback on the service. `lost` loses the response to the first write, which was executed if it is true. */
async function restored(first: Service, undo: RollbackUndo, lost?: boolean) {
  let now = first;
  const sent: Service[] = [];
  const { regional } = fakeService(
    () => now,
    async (_, service) => {
      sent.push(service);
      if (lost !== false || sent.length > 1) now = { ...service, trafficStatuses: service.traffic ?? [] };
      if (lost !== undefined && sent.length === 1)
        throw new CloudError({ message: 'reset', status: 0, resource: 'web' });
      return {};
    },
  );
  return { outcome: await restore(regional, 'ours', { undo }), sent, now };
}

async function finished(change?: (now: Service) => Service) {
  const { done, undo, now } = await finish();
  await done;
  return { undo: undo(), now: change ? change(now()) : now() };
}

describe('the last traffic write of a rollback', () => {
  test('also records it: without the record and the tag, with the later releases withdrawn', async () => {
    const { done, sent } = await finish();
    await done;
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      traffic: [target('a', 100)],
      labels: { team: 'shop', 'commit-sha': RECORD.commit },
      annotations: {
        other: 'x',
        ...records({ hold: HOLD, releases: [entry('a'), entry('b', 'x'), entry('c', 'x')] }),
      },
    });
    expect(sent[0]?.annotations).not.toHaveProperty([`${PREFIX}rollout`]);
  });
  test('is waited for past a read from before it', async () => {
    const { done } = await finish({ reads: [BEGUN, BEGUN] });
    await expect(done).resolves.toBeUndefined();
  });
  test('succeeds although its hold is released meanwhile', async () => {
    const { done } = await finish({ change: (now) => withRecord(now, 'hold', undefined) });
    await expect(done).resolves.toBeUndefined();
  });
  test.each<[string, (now: Service) => Service, string]>([
    [
      'another rollout has begun',
      (now) => withRecord(now, 'rollout', { ...RECORD, id: 'theirs' }),
      'has taken the service over',
    ],
    ['another hold was set', (now) => withRecord(now, 'hold', { ...HOLD_BEFORE, runUrl: 'z' }), 'bob put the service'],
    ['a user has moved the traffic', (now) => ({ ...now, ...routed(target('b', 100)) }), 'has changed the traffic'],
    [
      'another run has recorded a release',
      (now) => withRecord(now, 'releases', [...RELEASES, entry('a')]),
      'has changed the traffic or the releases',
    ],
  ])('is overtaken if %s', async (_, change, message) => {
    await expect((await finish({ change })).done).rejects.toThrow(message);
  });
});

describe('a rollback whose service failed its health checks', () => {
  test('is undone: everything is as it was before it', async () => {
    const { undo, now } = await finished();
    const { outcome, sent, now: after } = await restored(now, undo);
    expect(outcome).toEqual({ kind: 'restored', shares: RECORD.baseline });
    expect(sent).toHaveLength(1);
    expect(after).toEqual(BEFORE);
  });
  test('is undone where nothing was recorded before it', async () => {
    const bare = { ...routed(target('c', 100)), labels: { team: 'shop' }, annotations: {} };
    const { holdBefore: _, ...record } = RECORD;
    const { done, undo, now } = await finish({
      before: { ...bare, annotations: records({ rollout: record, hold: HOLD }) },
    });
    await done;
    const { now: after } = await restored(now(), undo());
    expect(after).toEqual({ ...bare, annotations: records({ releases: [] }) });
  });
  test('is undone if it goes to the revision that served', async () => {
    const baseline = [{ revision: 'a', percent: 100 }];
    const before = withRecord({ ...BEGUN, ...routed(target('a', 100)) }, 'rollout', { ...RECORD, baseline });
    const { done, undo, now } = await finish({ before });
    await done;
    const { outcome, now: after } = await restored(now(), undo(), false);
    expect(outcome).toEqual({ kind: 'restored', shares: baseline });
    expect(after).toEqual({ ...BEFORE, ...routed(target('a', 100)) });
  });
  test.each([
    ['was executed', true, 1],
    ['was not executed', false, 2],
  ])('is undone once, also if the response to a write that %s is lost', async (_, executed, writes) => {
    const { undo, now } = await finished();
    const { outcome, sent, now: after } = await restored(now, undo, executed);
    expect(outcome).toEqual({ kind: 'restored', shares: RECORD.baseline });
    expect(sent).toHaveLength(writes);
    expect(after).toEqual(BEFORE);
  });
  test('is restored by its record if the last write was not executed', async () => {
    const { undo } = await finished();
    const { outcome, now: after } = await restored(BEGUN, undo);
    expect(outcome.kind).toBe('restored');
    expect(after).toEqual(BEFORE);
  });
  test.each<[string, (now: Service) => Service]>([
    ['another rollout has begun', (now) => withRecord(now, 'rollout', { ...RECORD, id: 'theirs' })],
    ['another hold was set', (now) => withRecord(now, 'hold', { ...HOLD_BEFORE, runUrl: 'z' })],
    ['another attempt of the run has set a hold', (now) => withRecord(now, 'hold', { ...HOLD, at: '2026-01-02' })],
    ['its hold was released', (now) => withRecord(now, 'hold', undefined)],
    ['a user has moved the traffic', (now) => ({ ...now, ...routed(target('b', 100)) })],
    ['a user has split the traffic', (now) => ({ ...now, ...routed(target('a', 90), target('c', 10)) })],
    [
      'a deploy has recorded its target again',
      (now) => withRecord(now, 'releases', [entry('a'), entry('b', 'x'), entry('c', 'x'), entry('a')]),
    ],
  ])('is left alone if %s', async (_, change) => {
    const { undo, now } = await finished(change);
    const { outcome, sent } = await restored(now, undo);
    expect(outcome.kind).toBe('not-ours');
    expect(sent).toEqual([]);
  });
});

test('the saved state is checked', async () => {
  const { undo } = await finished();
  expect(isRollbackUndo(undo)).toBe(true);
  for (const wrong of [
    undefined,
    'x',
    { ...undo, record: undefined },
    { ...undo, record: { ...undo.record, baseline: 'c' } },
    { ...undo, hold: {} },
    { ...undo, releases: 1 },
    { ...undo, withdrawn: [1] },
  ])
    expect(isRollbackUndo(wrong)).toBe(false);
});
