/** A run whose service is not what it planned for, or not yet what it requested, stops or waits instead of continuing. */
import { describe, expect, test } from 'vitest';
import type { CanaryMove } from '../../../../actions/deploy-run/canary/canary-move.ts';
import { runLaterJobs } from '../../../../actions/deploy-run/canary/later-jobs.ts';
import type { DeployInputs } from '../../../../actions/deploy-run/plan/request.ts';
import { createCandidate, OutdatedPlanError } from '../../../../actions/deploy-run/rollout/create-candidate.ts';
import {
  checkStillOurs,
  giveShare,
  type RolloutProgress,
  waitUntilHealthy,
  watchShare,
} from '../../../../actions/deploy-run/rollout/rollout.ts';
import { waitForTraffic } from '../../../../actions/deploy-run/rollout/wait.ts';
import type { PlannedRollout } from '../../../../actions/deploy-run/service/planned-rollout.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';
import { OutcomeError } from '../../../../src/runtime/errors.ts';
import { fakeService } from '../fake-service.ts';

const target = (revision: string, percent: number) => ({ type: REVISION, revision, percent });
const serves = (revision: string): Pick<Service, 'traffic' | 'trafficStatuses'> => ({
  traffic: [target(revision, 100)],
  trafficStatuses: [target(revision, 100)],
});
const withRollout = (service: Service, record: object): Service => ({
  ...service,
  annotations: { 'actions.orchestra.dev/rollout': JSON.stringify(record) },
});
const OURS = {
  id: 'ours',
  kind: 'deploy',
  commit: 'c'.repeat(40),
  candidate: 'c',
  baseline: [{ revision: 'b', percent: 100 }],
  write: 1,
};

/** Writes of a run that finds the service as `read` gives it. */
function fixture(read: () => Service) {
  const written: Service[] = [];
  const fake = fakeService(read, async (_, service) => {
    written.push(service);
    return {};
  });
  return { ...fake, written };
}

describe('the first write of a rollout', () => {
  const template = { revision: 'b' };
  const rest = { ...serves('b'), template };
  /** A write that requests another revision is not carried out yet. */
  const requests = (revision: string): Service => ({
    ...rest,
    traffic: [target(revision, 100)],
    reconciling: true,
    latestCreatedRevision: `p/${revision}`,
  });
  const split = { ...rest, trafficStatuses: [target('b', 90), target('c', 10)] };
  const hold = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };
  const annotated = (name: string, value: object): Service => ({
    ...rest,
    annotations: { [`actions.orchestra.dev/${name}`]: JSON.stringify(value) },
  });

  /** The plan was made from `planned`, and the service is read again before it is written. */
  const begin = (now: Service, planned: Service = rest, more: object = {}) => {
    const { regional, written } = fixture(() => now);
    const context = { ...regional.context, github: { runUrl: 'u', actor: 'ann' } };
    const plan = { candidate: { kind: 'serving', revision: 'b' }, baseline: [], kind: 'deploy', commit: 'a', ...more };
    // One that was reconciling is read again.
    const current = { ...planned, reconciling: true };
    const rollout = { regional: { ...regional, context }, plan: { ...plan, current } };
    return { done: createCandidate(rollout as unknown as PlannedRollout, 'ours'), written };
  };

  test.each<[string, Service, Service]>([
    ['as it was planned for', rest, rest],
    ['whose traffic moves as it did then', requests('z'), requests('z')],
  ])('is made on a service %s', async (_, now, planned) => {
    const { done, written } = begin(now, planned);
    await done;
    expect(written).toHaveLength(1);
  });
  test.each<[string, Service, Service]>([
    [
      'with the record of a run that has begun since, although nothing else has changed',
      withRollout(rest, { ...OURS, id: 'theirs', candidate: 'b', kind: 'rollback' }),
      rest,
    ],
    ['whose traffic has begun to move', requests('z'), rest],
    ['whose traffic moves to something else than then', requests('z'), requests('y')],
    ['whose interrupted rollout has moved on', withRollout(split, OURS), withRollout(rest, OURS)],
    [
      'whose traffic was to leave an interrupted rollout then, and does not any more',
      { ...withRollout(split, OURS), traffic: [target('z', 100)] },
      { ...withRollout(split, OURS), traffic: [target('z', 100)], latestCreatedRevision: 'p/z' },
    ],
  ])('is not made on a service %s', async (_, now, planned) => {
    const { done, written } = begin(now, planned);
    await expect(done).rejects.toThrow(OutdatedPlanError);
    expect(written).toEqual([]);
  });
  test('is not made under a new hold, or over the tag of another repository', async () => {
    const held = begin(annotated('hold', hold));
    await expect(held.done).rejects.toThrow('incident');
    const tags = [...(rest.traffic ?? []), { type: REVISION, revision: 'a', tag: 'pr-1' }];
    const owned = { ...annotated('previews', { 'pr-1': 'other/repo' }), traffic: tags };
    const claim = { tag: 'pr-1', repository: 'acme/shop', force: false };
    const theirs = begin(owned, owned, { claim });
    await expect(theirs.done).rejects.toThrow('pr-1 is a preview of the repository other/repo');
    expect([...held.written, ...theirs.written]).toEqual([]);
  });
});

describe('a candidate that is ready', () => {
  const image = (digit: string) => `us-docker.pkg.dev/p/r/web@sha256:${digit.repeat(64)}`;
  const prove = (running: string) => {
    const { regional } = fixture(() => withRollout(serves('c'), { ...OURS, baseline: [] }));
    const revision = {
      conditions: [{ type: 'Ready', state: 'CONDITION_SUCCEEDED' }],
      containers: [{ image: image(running) }],
    };
    const planned = {
      regional: { ...regional, clients: { revisions: { get: async () => revision } } },
      plan: { baseline: [], template: { containers: [{ image: image('1') }] }, accepted: new Map() },
    };
    const progress = { planned, id: 'ours', revision: 'c' };
    return waitUntilHealthy(progress as unknown as RolloutProgress, {} as DeployInputs, []);
  };

  test('continues with the image that the template names', async () => {
    await expect(prove('1')).resolves.toBeUndefined();
  });
  test('stops with any other image', async () => {
    await expect(prove('2')).rejects.toThrow(
      /The revision runs us-docker.pkg.dev\/p\/r\/web@sha256:2+ in the container 0, not/,
    );
  });
});

test('a candidate that fails at a step says why, as the outcome of the step', async () => {
  const { regional } = fixture(() => serves('c'));
  const conditions = [{ type: 'Ready', state: 'CONDITION_FAILED', message: 'The container exited with 137.' }];
  const clock = { now: () => 0, sleep: async () => {} };
  const planned = {
    regional: {
      ...regional,
      context: { ...regional.context, clock },
      clients: { revisions: { get: async () => ({ conditions }) } },
    },
    plan: { baseline: OURS.baseline },
  };
  const progress = { planned, id: 'ours', revision: 'c' } as unknown as RolloutProgress;
  const watched = watchShare(progress, 10, {} as DeployInputs, [], true);
  await expect(watched).rejects.toThrow(OutcomeError);
  await expect(watched).rejects.toThrow('The revision c failed after it was ready: The container exited with 137.');
});

describe('the shares that were requested', () => {
  const moved = withRollout(serves('c'), OURS);
  const requested = { ...withRollout(serves('b'), OURS), traffic: [target('c', 100)], reconciling: true };
  const wish = { id: 'ours', shares: [{ revision: 'c', percent: 100 }], candidate: 'c' };

  test('are waited for until they are in effect', async () => {
    let reads = 0;
    const { regional } = fixture(() => (++reads < 3 ? requested : moved));
    expect(await waitForTraffic(regional, wish)).toBe(moved);
    expect(reads).toBe(3);
  });
  test('are waited for where an early read does not show them', async () => {
    const { regional } = fixture(() => moved);
    expect(await waitForTraffic(regional, wish, Promise.resolve(requested))).toBe(moved);
    expect(await waitForTraffic(regional, wish, Promise.resolve(moved))).toBe(moved);
  });
  test('are not waited for once another run has the service', async () => {
    const theirs = withRollout(serves('c'), { ...OURS, id: 'theirs' });
    const { regional } = fixture(() => theirs);
    await expect(waitForTraffic(regional, wish)).rejects.toThrow('has taken the service over');
    await expect(waitForTraffic(regional, wish, Promise.resolve(theirs))).rejects.toThrow('has taken the service over');
  });
});

describe('a job after the traffic of a canary', () => {
  const hold = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };
  const at = { step: 1, since: '2026-01-01T00:00:00Z', spans: [] };
  const canary = { plan: { jobs: [{ places: [], onFailure: 'fail' }] }, at, advancing: 'this run' };
  const record = { ...OURS, release: { format: 4, members: ['r/services/web'], canary } };
  /** `advancing` is the run that advances the canary when the job has ended. */
  const run = (advancing: string, annotations: Readonly<Record<string, string>> = {}) => {
    let reads = 0;
    const { regional, written } = fixture(() => {
      const now = { ...record, release: { ...record.release, canary: { ...canary, advancing } } };
      const found = withRollout(serves('c'), ++reads === 1 ? record : now);
      return { ...found, annotations: { ...found.annotations, ...annotations } };
    });
    const progress = { planned: { regional, plan: {} }, id: 'ours', revision: 'c', advancing: 'this run' };
    const move = {
      found: { record, canary },
      candidates: [{ progress }],
      lead: regional,
      working: { step: { id: 'this run', inputs: {}, context: regional.context } },
    };
    return { done: runLaterJobs(move as unknown as CanaryMove), written };
  };
  const jobsIn = ({ annotations = {} }: Service) =>
    JSON.parse(annotations['actions.orchestra.dev/rollout'] ?? '{}').release.canary.at.jobs;

  test('is recorded when it has ended', async () => {
    const { done, written } = run('this run');
    await done;
    expect(written.map(jobsIn)).toEqual([{ ended: 1 }]);
  });
  test('does not begin under a hold that was set since the shares are in effect', async () => {
    const { done, written } = run('this run', { 'actions.orchestra.dev/hold': JSON.stringify(hold) });
    await expect(done).rejects.toThrow('incident');
    expect(written).toEqual([]);
  });
  test('does not begin under a hold that was set on the other service of the canary', async () => {
    const lead = fixture(() => withRollout(serves('c'), record));
    const held = withRollout(serves('c'), record);
    const annotations = { ...held.annotations, 'actions.orchestra.dev/hold': JSON.stringify(hold) };
    const other = fixture(() => ({ ...held, annotations }));
    const candidates = [lead, other].map(({ regional }) => ({
      progress: { planned: { regional, plan: {} }, id: 'ours', revision: 'c', advancing: 'this run' },
      deploy: { regional },
    }));
    const step = { id: 'this run', inputs: {}, context: lead.regional.context, stopOthers: () => {} };
    const move = { found: { record, canary }, candidates, lead: lead.regional, working: { step } };
    await expect(runLaterJobs(move as unknown as CanaryMove)).rejects.toThrow('incident');
    expect(lead.written).toEqual([]);
  });
  test('does not overwrite the progress of a run that took over the canary', async () => {
    const { done, written } = run('another run');
    await expect(done).rejects.toThrow('Another run advances this canary.');
    expect(written).toEqual([]);
  });
});

describe('a rollout that gives its candidate more traffic', () => {
  const progress = (now: Service, more: object = {}) => {
    const { regional, written } = fixture(() => now);
    const planned = { regional, plan: { baseline: OURS.baseline } };
    return { written, begun: { planned, id: 'ours', revision: 'c', ...more } as unknown as RolloutProgress };
  };
  const hold = { reason: 'incident', by: 'bob', at: '2026-01-01T00:00:00Z', runUrl: 'u', revision: 'b', commit: '' };

  test('stops at a hold that was set since', async () => {
    const now = withRollout(serves('b'), OURS);
    const held = { ...now, annotations: { ...now.annotations, 'actions.orchestra.dev/hold': JSON.stringify(hold) } };
    const { begun, written } = progress(held);
    await expect(giveShare(begun, 100, [])).rejects.toThrow('incident');
    expect(written).toEqual([]);
  });
  test('stops where another run advances its canary', () => {
    const canary = { plan: {}, advancing: 'another run' };
    const now = withRollout(serves('b'), { ...OURS, release: { format: 3, members: [], canary } });
    const { begun } = progress(now, { advancing: 'this run' });
    expect(() => checkStillOurs(begun, now)).toThrow('Another run advances this canary.');
    expect(checkStillOurs({ ...begun, advancing: 'another run' }, now).id).toBe('ours');
  });
  test('stops where its candidate has more traffic than the next step of the canary', async () => {
    const traffic = [target('b', 50), target('c', 50)];
    const canary = { plan: {}, advancing: 'this run' };
    const now = withRollout(
      { traffic, trafficStatuses: traffic },
      { ...OURS, release: { format: 3, members: [], canary } },
    );
    const { begun, written } = progress(now, { advancing: 'this run' });
    await expect(giveShare(begun, 25, [])).rejects.toThrow('has moved c to 50 %, more than the 25 % of this step');
    expect(written).toEqual([]);
  });
});
