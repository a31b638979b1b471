/** What the rollout makes of a service that others write to, and of responses that were lost. */
import { describe, expect, test } from 'vitest';
import type { RolloutRecord } from '../../../actions/deploy-run/plan/records.ts';
import { isMoving, movedTo } from '../../../actions/deploy-run/plan/traffic.ts';
import { readSettledService } from '../../../actions/deploy-run/preflight/read-stable-service.ts';
import { recordSuccess } from '../../../actions/deploy-run/rollout/rollout.ts';
import { writeService } from '../../../actions/deploy-run/service/fenced-write.ts';
import type { PlannedRollout } from '../../../actions/deploy-run/service/planned-rollout.ts';
import { LATEST, REVISION, type Service } from '../../../src/google/run/resources.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { fakeService } from './fake-service.ts';

const target = (revision: string, percent: number) => ({ type: REVISION, revision, percent });
const share = (revision: string, percent: number) => ({ revision, percent });
const record = { id: 'x', kind: 'deploy', candidate: 'c', baseline: [share('b', 100)], found: ['f'] } as const;
const annotated = (more: object = {}) => ({
  annotations: { 'actions.orchestra.dev/rollout': JSON.stringify({ ...record, ...more }) },
});

describe('whether another user has moved the traffic', () => {
  const serves = { trafficStatuses: [target('b', 90), target('c', 10)] };
  test.each<[string, Service, string | undefined]>([
    ['nobody has, while our own wish waits', { ...serves, reconciling: true, traffic: [target('c', 100)] }, undefined],
    ['the live traffic shows it', { trafficStatuses: [target('z', 100)] }, 'z'],
    ['so does the requested traffic', { ...serves, reconciling: true, traffic: [target('z', 100)] }, 'z'],
    [
      'LATEST, too',
      { ...serves, reconciling: true, traffic: [{ type: LATEST, percent: 100 }], latestCreatedRevision: 'p/z' },
      'z',
    ],
    [
      'a tag of a preview does not',
      { ...serves, reconciling: true, traffic: [target('c', 100), { type: REVISION, revision: 'z', tag: 'pr-1' }] },
      undefined,
    ],
    ['nor does what Cloud Run could not carry out', { ...serves, traffic: [target('z', 100)] }, undefined],
    ['nor what a lost rollout left', { ...serves, reconciling: true, traffic: [target('f', 100)] }, undefined],
  ])('%s', (_, service, expected) => {
    expect(movedTo(record as unknown as RolloutRecord, service)).toBe(expected);
  });
});

describe('whether the live traffic is about to change', () => {
  const half = { trafficStatuses: [target('a', 50), target('b', 50)] };
  test.each<[string, Service, boolean]>([
    ['a restore that is not routed yet', { ...half, reconciling: true, traffic: [target('a', 100)] }, true],
    [
      'a new revision that starts without traffic',
      { ...half, reconciling: true, traffic: [target('b', 50), target('a', 50)] },
      false,
    ],
    ['a service at rest', { ...half, traffic: [target('a', 100)] }, false],
    [
      'LATEST with a new revision that starts',
      { ...half, reconciling: true, traffic: [{ type: LATEST, percent: 100 }], latestCreatedRevision: 'p/c' },
      true,
    ],
    [
      'a rollout in flight: its record knows what to return to',
      { ...annotated(), trafficStatuses: [target('b', 100)], reconciling: true, traffic: [target('c', 100)] },
      false,
    ],
    [
      'a lost rollout whose traffic a user has moved',
      { ...annotated(), trafficStatuses: [target('b', 100)], reconciling: true, traffic: [target('z', 100)] },
      true,
    ],
    ['a first deploy', { ...annotated({ baseline: [] }), reconciling: true, traffic: [target('c', 100)] }, false],
  ])('%s', (_, service, expected) => {
    expect(isMoving(service)).toBe(expected);
  });
});

describe('a baseline is read at rest', () => {
  const moving: Service = {
    reconciling: true,
    trafficStatuses: [target('a', 50), target('b', 50)],
    traffic: [target('a', 100)],
  };
  const rest: Service = { trafficStatuses: [target('a', 100)], traffic: [target('a', 100)] };

  test('at once if it is at rest, and if the service does not exist', async () => {
    for (const service of [rest, undefined]) {
      const { regional, passed } = fakeService(() => service);
      expect((await readSettledService(regional)).service).toBe(service);
      expect(passed()).toBe(0);
    }
  });
  test('after it was waited for', async () => {
    let reads = 0;
    const { regional } = fakeService(() => (++reads < 5 ? moving : rest));
    expect(await readSettledService(regional)).toEqual({ service: rest, notes: [] });
  });
  test('not indefinitely: after a minute the routed traffic counts, and a note says so', async () => {
    const { regional, passed } = fakeService(() => moving);
    const { service, notes } = await readSettledService(regional);
    expect(service).toBe(moving);
    expect(passed()).toBeGreaterThan(50_000);
    expect(passed()).toBeLessThanOrEqual(60_000);
    expect(notes.join()).toMatch(/has not moved the traffic of web to a within a minute\..*a \(50 %\)/);
  });
  test('not after the step has been stopped', async () => {
    const { regional } = fakeService(() => moving);
    const stop = new AbortController();
    stop.abort(new Error('cancelled'));
    await expect(
      readSettledService({ ...regional, context: { ...regional.context, signal: stop.signal } }),
    ).rejects.toThrow('cancelled');
  });
});

describe('the last write of a rollback whose response is lost', () => {
  const hold = { reason: 'x', by: 'ann', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'c', commit: '' };
  const finishedAs = (service: Service) => {
    let lost = false;
    const before: Service = {
      ...annotated({ kind: 'rollback' }),
      traffic: [target('c', 100)],
      trafficStatuses: [target('c', 100)],
    };
    const { regional } = fakeService(
      () => (lost ? service : before),
      async () => {
        lost = true;
        throw new CloudError({ message: 'reset', status: 0, resource: 'web' });
      },
    );
    const releaseChange = { kind: 'withdraw', target: { revision: 'c', withdrawn: [] }, reason: '' };
    const planned = { regional, plan: { kind: 'rollback', hold, keepTag: false, commit: '', releaseChange } };
    return recordSuccess({ planned: planned as unknown as PlannedRollout, id: 'x', revision: 'c', service: before });
  };
  const held = (by: object, traffic = [target('c', 100)]): Service => ({
    annotations: { 'actions.orchestra.dev/hold': JSON.stringify(by) },
    traffic,
  });

  test('its own hold over its own traffic: it is in force', async () => {
    await expect(finishedAs(held(hold))).resolves.toBeUndefined();
  });
  test.each([
    ['the hold of another rollback', held({ ...hold, runUrl: 'other' })],
    ['no hold', { traffic: [target('c', 100)] }],
    ['its hold, and traffic that a forced deploy moved', held(hold, [target('z', 100)])],
  ])('%s: it was overtaken', async (_, service) => {
    await expect(finishedAs(service)).rejects.toThrow('Another run has ended this rollout.');
  });
});

describe('a write that starts from an earlier read', () => {
  const versions = (...conflicts: boolean[]) => {
    const seen: (string | undefined)[] = [];
    let reads = 0;
    const site = fakeService(
      () => ({ etag: `read-${++reads}` }),
      async (_, { etag }) => {
        seen.push(etag);
        if (conflicts.shift()) throw new CloudError({ message: 'conflict', status: 409, resource: 'web' });
        return {};
      },
    );
    const plan = (now: Service): Service => ({ ...now, labels: { a: 'b' } });
    const write = { known: { etag: 'known' }, landed: () => false, plan };
    return { ...site, seen, reads: () => reads, done: writeService(site.regional, write) };
  };

  test('is fenced by its etag, and reads nothing', async () => {
    const { done, seen, reads } = versions(false);
    await done;
    expect([seen, reads()]).toEqual([['known'], 0]);
  });
  test('reads a changed service again immediately, and plans again', async () => {
    const { done, seen, reads, passed } = versions(true, false);
    await done;
    expect([seen, reads(), passed()]).toEqual([['known', 'read-1'], 1, 0]);
  });
  test('pauses after a second conflict', async () => {
    const { done, seen, passed } = versions(true, true, false);
    await done;
    expect(seen).toEqual(['known', 'read-1', 'read-2']);
    expect(passed()).toBeGreaterThan(0);
  });
});
