/** Writes of holds and of members of a release whose response is lost: what stands then decides whether they are repeated. */
import { describe, expect, test } from 'vitest';
import { releaseServiceHold } from '../../../../actions/deploy-run/hold/release-hold.ts';
import { setHold } from '../../../../actions/deploy-run/hold/set-hold.ts';
import type { FoundService } from '../../../../actions/deploy-run/manifest/load-services.ts';
import { conclude } from '../../../../actions/deploy-run/release/finish-or-restore.ts';
import type { Reached } from '../../../../actions/deploy-run/release/reachable.ts';
import { createCandidate, OutdatedPlanError } from '../../../../actions/deploy-run/rollout/create-candidate.ts';
import { finishMember } from '../../../../actions/deploy-run/rollout/finish-member.ts';
import { recordUnchanged } from '../../../../actions/deploy-run/rollout/record-unchanged.ts';
import { restore } from '../../../../actions/deploy-run/rollout/restore.ts';
import { giveShare, type RolloutProgress, recordSuccess } from '../../../../actions/deploy-run/rollout/rollout.ts';
import type { PlannedRollout } from '../../../../actions/deploy-run/service/planned-rollout.ts';
import type { RegionalService } from '../../../../actions/deploy-run/service/regional-service.ts';
import type { StepContext } from '../../../../actions/deploy-run/service/step-context.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';
import { fakeService } from '../fake-service.ts';

const PREFIX = 'actions.orchestra.dev/';
const target = (revision: string, percent: number) => ({ type: REVISION, revision, percent });
const service = (records: Readonly<Record<string, object>>): Service => ({
  annotations: Object.fromEntries(
    Object.entries(records).map(([name, value]) => [PREFIX + name, JSON.stringify(value)]),
  ),
  traffic: [target('b', 100)],
  trafficStatuses: [target('b', 100)],
});
const recordOf = (one: Service | undefined, name: string) => JSON.parse(one?.annotations?.[PREFIX + name] ?? 'null');

/** What the server makes of the first write, whose response is lost. Later writes are carried out. */
type Lost = (sent: Service, before: Service) => Service;
const carriedOut: Lost = (sent) => sent;
const notCarriedOut: Lost = (_, before) => before;

function fixture(before: Service, lost: Lost) {
  let now = before;
  let writes = 0;
  const { regional } = fakeService(
    () => now,
    async (_, sent) => {
      now = ++writes === 1 ? lost(sent, now) : sent;
      if (writes === 1) throw new CloudError({ message: 'reset', status: 0, resource: 'web' });
      return {};
    },
  );
  const github = { runUrl: 'https://example.com/7', actor: 'ann', runId: '7', runAttempt: 1 };
  const context = { ...regional.context, github };
  const step = { id: '7-1-ours', context, inputs: { reason: 'slow', dryRun: false } } as unknown as StepContext;
  const ours = { ...regional, context } as unknown as RegionalService;
  return { regional: ours, step, now: () => now, writes: () => writes };
}

const reach = (...services: readonly RegionalService[]): Reached => ({
  reachable: services.map((regional) => ({ regional, read: undefined }) as FoundService),
  silent: [],
});

const THEIRS = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };

describe('a hold that is set', () => {
  const set = (lost: Lost) => {
    const { regional, step, ...after } = fixture(service({}), lost);
    return { done: setHold(reach(regional), step, []), ...after };
  };

  test('remains if the write was executed', async () => {
    const { done, now, writes } = set(carriedOut);
    await done;
    expect([recordOf(now(), 'hold').reason, writes()]).toEqual(['slow', 1]);
  });
  test('is set again if it was not', async () => {
    const { done, now, writes } = set(notCarriedOut);
    await done;
    expect([recordOf(now(), 'hold').reason, writes()]).toEqual(['slow', 2]);
  });
  test('is distinguished from a hold that another user sets concurrently', async () => {
    const { done, now } = set(() => service({ hold: THEIRS }));
    await expect(done).rejects.toThrow('is on hold already');
    expect(recordOf(now(), 'hold').reason).toBe('incident');
  });
});

test('a hold of several services leaves those that stand, and is refused if there are no others', async () => {
  const held = fixture(service({ hold: THEIRS }), carriedOut);
  const free = fixture(service({}), carriedOut);
  await setHold(reach(held.regional, free.regional), held.step, []);
  expect([held, free].map(({ now }) => recordOf(now(), 'hold').reason)).toEqual(['incident', 'slow']);
  const { context } = held.step;
  const later = {
    ...held.step,
    context: { ...context, clock: { ...context.clock, now: () => context.clock.now() + 1 } },
  };
  await expect(setHold(reach(held.regional, free.regional), later, [])).rejects.toThrow(
    /incident.* is on hold already\. .*slow.* Nothing was changed\. .*release these holds first/,
  );
});

describe('a hold that is released', () => {
  const release = (lost: Lost) => {
    const { regional, step, ...after } = fixture(service({ hold: THEIRS }), lost);
    return { done: releaseServiceHold(reach(regional), step, []), ...after };
  };

  test('is gone if the write was carried out, and is released again if it was not', async () => {
    for (const [lost, expected] of [
      [carriedOut, 1],
      [notCarriedOut, 2],
    ] as const) {
      const { done, now, writes } = release(lost);
      await done;
      expect([recordOf(now(), 'hold'), writes()]).toEqual([null, expected]);
    }
  });
});

describe('the last write of a member', () => {
  const end = { kind: 'rollback', reason: '' };
  const rollout = {
    id: 'ours',
    kind: 'rollback',
    commit: 'b'.repeat(40),
    candidate: 'b',
    baseline: [{ revision: 'a', percent: 100 }],
    release: { format: 2, members: ['r/services/web', 'r/services/api'], end },
  };
  const releases = [{ revision: 'b', commit: 'b'.repeat(40), rollout: 'first', at: '2026-01-01T00:00:00Z' }];
  const finish = (lost: Lost, isLead: boolean, record: object = rollout) => {
    const { regional, ...after } = fixture(service({ rollout: record, releases }), lost);
    const members = { 'r/services/web': { revision: 'b' } } as never;
    return { done: finishMember(regional, 'ours', isLead ? { check: () => {}, members } : undefined), ...after };
  };

  test.each([true, false])('is repeated if it was not carried out, and only then (the lead: %s)', async (isLead) => {
    for (const [lost, expected] of [
      [carriedOut, 1],
      [notCarriedOut, 2],
    ] as const) {
      const { done, now, writes } = finish(lost, isLead);
      await done;
      expect([recordOf(now(), 'rollout'), writes()]).toEqual([null, expected]);
    }
  });
  test('is not made on the record of another release', async () => {
    const { done, writes } = finish(carriedOut, false, { ...rollout, id: 'theirs' });
    await done;
    expect(writes()).toBe(0);
  });
});

describe('the first write of a rollout', () => {
  const begin = (lost: Lost) => {
    const before = service({});
    const { regional, ...after } = fixture(before, lost);
    const plan = {
      current: before,
      candidate: { kind: 'serving', revision: 'b' },
      baseline: [],
      kind: 'deploy',
      commit: 'a',
    };
    return { done: createCandidate({ regional, plan } as unknown as PlannedRollout, 'ours'), ...after };
  };

  test('is repeated if it was not carried out, and only then', async () => {
    for (const [lost, expected] of [
      [carriedOut, 1],
      [notCarriedOut, 2],
    ] as const) {
      const { done, now, writes } = begin(lost);
      await done;
      expect([recordOf(now(), 'rollout').id, writes()]).toEqual(['ours', expected]);
    }
  });
  test('is not taken for that of another run', async () => {
    const { done, writes } = begin(() => service({ rollout: { id: 'theirs', baseline: [] } }));
    await expect(done).rejects.toThrow(OutdatedPlanError);
    expect(writes()).toBe(1);
  });
});

describe('the decision that a release goes back', () => {
  const rollout = {
    id: 'ours',
    kind: 'deploy',
    commit: 'c'.repeat(40),
    candidate: 'b',
    baseline: [{ revision: 'b', percent: 100 }],
    write: 3,
    release: { format: 2, members: ['r/services/web', 'r/services/api'] },
  };
  const committed = service({ releases: [{ revision: 'b', rollout: 'ours', commit: '', at: '' }] });
  const decide = async (lost: Lost) => {
    const lead = fixture(service({ rollout }), lost);
    const { regional: member } = fixture(service({}), carriedOut);
    const { decision } = await conclude('ours', [lead.regional, member], { mayBeCommitted: true });
    return { decision, left: recordOf(lead.now(), 'rollout') };
  };

  test('is written again if it was not carried out', async () => {
    for (const lost of [carriedOut, notCarriedOut])
      expect(await decide(lost)).toEqual({ decision: 'aborted', left: null });
  });
  test('is not taken if the commit was carried out before it', async () => {
    expect(await decide(() => committed)).toEqual({ decision: 'committed', left: null });
  });
});

describe('a commit that needs no revision', () => {
  const record = (id: string) => ({
    id,
    kind: 'deploy',
    commit: 'c'.repeat(40),
    candidate: 'b',
    baseline: [],
    write: 1,
  });
  /** `current` is what the deploy was planned for. */
  const deploy = (before: Service, current: Service, { claimed = false, lost = carriedOut, claim = {} } = {}) => {
    const { regional, step, ...after } = fixture(before, lost);
    const plan = {
      kind: 'deploy',
      commit: 'c'.repeat(40),
      current,
      desired: { service: current },
      candidate: { kind: 'serving', revision: 'b' },
      releaseChange: { kind: 'add', image: 'i', runUrl: 'u', rollout: step.id },
      ...claim,
    };
    const planned = { regional, plan } as unknown as PlannedRollout;
    return { done: recordUnchanged(planned, step, { claimed, release: undefined }), ...after };
  };
  const commits = (one: Service) =>
    (recordOf(one, 'releases') ?? []).map(({ rollout }: { rollout: string }) => rollout);

  test('is recorded once, whether or not the write was executed', async () => {
    const before = service({ releases: [{ revision: 'b', commit: 'b'.repeat(40), rollout: 'first', at: '' }] });
    for (const lost of [carriedOut, notCarriedOut]) {
      const { done, now } = deploy(before, before, { lost });
      await done;
      expect(commits(now())).toEqual(['first', '7-1-ours']);
    }
  });
  const requested = (revision: string): Service => ({
    ...service({}),
    reconciling: true,
    traffic: [target(revision, 100)],
    latestCreatedRevision: `p/${revision}`,
  });
  test.each<[string, Service, Service, object?]>([
    ['of a rollout that has begun since', service({ rollout: record('theirs') }), service({})],
    ['of a rollout that has ended since', service({}), service({ rollout: record('theirs') })],
    [
      'of another run over the claim of this one',
      service({ rollout: record('theirs') }),
      service({}),
      { claimed: true },
    ],
    ['whose traffic is being moved', requested('z'), service({})],
  ])('is not recorded on a service %s', async (_, before, current, how) => {
    const { done, writes } = deploy(before, current, how);
    await expect(done).rejects.toThrow('has taken the service over');
    expect(writes()).toBe(0);
  });
  test('is recorded where the traffic was on its way when it was planned', async () => {
    const { done, now } = deploy(requested('z'), requested('z'));
    await done;
    expect(commits(now())).toEqual(['7-1-ours']);
  });
  test('is not recorded under a new hold, or over the tag of another repository', async () => {
    const held = deploy(service({ hold: THEIRS }), service({}));
    await expect(held.done).rejects.toThrow('incident');
    const tagged: Service = {
      ...service({}),
      traffic: [target('b', 100), { type: REVISION, revision: 'a', tag: 'pr-1' }],
    };
    const owned = { ...tagged, annotations: { [`${PREFIX}previews`]: JSON.stringify({ 'pr-1': 'other/repo' }) } };
    const claim = { claim: { tag: 'pr-1', repository: 'acme/shop', force: false }, tag: 'pr-1', keepTag: true };
    const theirs = deploy(owned, owned, { claim });
    await expect(theirs.done).rejects.toThrow(/pr-1/);
    expect([held.writes(), theirs.writes()]).toEqual([0, 0]);
  });
});

describe('a write of a rollout', () => {
  const rollout = {
    id: '7-1-ours',
    kind: 'deploy',
    commit: 'c'.repeat(40),
    candidate: 'c',
    baseline: [{ revision: 'b', percent: 100 }],
    write: 1,
  };
  const plan = { kind: 'deploy', baseline: rollout.baseline, commit: rollout.commit, keepTag: false, notes: [] };
  const begun = service({ rollout });
  const moved = (one: Service, revision: string): Service => ({
    ...one,
    traffic: [target(revision, 100)],
    trafficStatuses: [target(revision, 100)],
  });
  const give = (lost: Lost) => {
    const { regional, ...after } = fixture(begun, lost);
    const progress = { planned: { regional, plan }, id: rollout.id, revision: 'c', service: begun };
    return { done: giveShare(progress as unknown as RolloutProgress, 100, []), ...after };
  };

  test('that moves traffic is not taken for that of another run to the same revision', async () => {
    const theirs = service({ rollout: { ...rollout, id: 'theirs' } });
    const { done, writes } = give(() => moved(theirs, 'c'));
    await expect(done).rejects.toThrow('has taken the service over');
    expect(writes()).toBe(1);
  });
  test('that records its success is not taken for an earlier release', async () => {
    const before = { revision: 'b', commit: 'b'.repeat(40), rollout: 'first', at: '' };
    const all = moved(service({ rollout, releases: [before] }), 'c');
    const { regional, writes } = fixture(all, () => service({ releases: [before] }));
    const releaseChange = { kind: 'add', image: 'i', runUrl: 'u', rollout: rollout.id };
    const planned = { regional, plan: { ...plan, releaseChange } };
    const done = recordSuccess({ planned, id: rollout.id, revision: 'c', service: all } as unknown as RolloutProgress);
    await expect(done).rejects.toThrow('Another run has ended this rollout.');
    expect(writes()).toBe(1);
  });
  test('that restores the baseline is not taken for that of a run that requests other traffic', async () => {
    const { regional } = fixture(moved(begun, 'c'), () => ({
      ...service({}),
      traffic: [target('z', 100)],
      reconciling: true,
    }));
    expect(await restore(regional, rollout.id)).toEqual({ kind: 'not-ours', shares: rollout.baseline });
  });
});
