/** A run whose service is not what it planned for, or not yet what it asked for, stops or waits instead of going on. */
import { describe, expect, test } from 'vitest';
import type { CanaryMove } from '../../../../actions/deploy-run/canary/canary-move.ts';
import { runLaterJobs } from '../../../../actions/deploy-run/canary/later-jobs.ts';
import type { DeployInputs } from '../../../../actions/deploy-run/plan/request.ts';
import { createCandidate, OutdatedPlanError } from '../../../../actions/deploy-run/rollout/create-candidate.ts';
import { proveCandidate, type RolloutProgress } from '../../../../actions/deploy-run/rollout/rollout.ts';
import { waitForTraffic } from '../../../../actions/deploy-run/rollout/wait.ts';
import type { PlannedRollout } from '../../../../actions/deploy-run/service/planned-rollout.ts';
import { REVISION, type Service } from '../../../../src/google/run/resources.ts';
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
  const current = { ...serves('b'), template: { revision: 'b' } };
  const begin = (now: Service) => {
    const { regional, written } = fixture(() => now);
    const plan = { current, candidate: { kind: 'serving', revision: 'b' }, baseline: [], kind: 'deploy', commit: 'a' };
    // The plan was made from `current`, and another run may have written since.
    const context = { ...regional.context, github: { runUrl: 'u', actor: 'ann' } };
    const planned = {
      regional: { ...regional, context },
      plan: { ...plan, current: { ...current, reconciling: true } },
    };
    return { done: createCandidate(planned as unknown as PlannedRollout, 'ours'), written };
  };

  test('is made on the service that was planned for', async () => {
    const { done, written } = begin(current);
    await done;
    expect(written).toHaveLength(1);
  });
  test('is not made over the record of a run that has begun since, although nothing else has changed', async () => {
    const { done, written } = begin(withRollout(current, { ...OURS, id: 'theirs', candidate: 'b', kind: 'rollback' }));
    await expect(done).rejects.toThrow(OutdatedPlanError);
    expect(written).toEqual([]);
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
    const log = { ...regional.context.log, group: (_: string, work: () => unknown) => work() };
    const planned = {
      regional: {
        ...regional,
        clients: { revisions: { get: async () => revision } },
        context: { ...regional.context, log },
      },
      plan: { baseline: [], template: { containers: [{ image: image('1') }] }, accepted: new Map() },
    };
    const progress = { planned, id: 'ours', revision: 'c' };
    return proveCandidate(progress as unknown as RolloutProgress, {} as DeployInputs, []);
  };

  test('goes on with the image that the template names', async () => {
    await expect(prove('1')).resolves.toBeUndefined();
  });
  test('stops with any other image', async () => {
    await expect(prove('2')).rejects.toThrow(
      /The revision runs us-docker.pkg.dev\/p\/r\/web@sha256:2+ in the container 0, not/,
    );
  });
});

describe('the shares that were asked for', () => {
  const moved = withRollout(serves('c'), OURS);
  const asked = { ...withRollout(serves('b'), OURS), traffic: [target('c', 100)], reconciling: true };
  const wish = { id: 'ours', shares: [{ revision: 'c', percent: 100 }], candidate: 'c' };

  test('are waited for until they are in effect', async () => {
    let reads = 0;
    const { regional } = fixture(() => (++reads < 3 ? asked : moved));
    expect(await waitForTraffic(regional, wish)).toBe(moved);
    expect(reads).toBe(3);
  });
  test('are waited for where an early read does not show them', async () => {
    const { regional } = fixture(() => moved);
    expect(await waitForTraffic(regional, wish, Promise.resolve(asked))).toBe(moved);
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
  const at = { step: 1, since: '2026-01-01T00:00:00Z', spans: [] };
  const canary = { plan: { jobs: [{ places: [], onFailure: 'fail' }] }, at, advancing: 'this run' };
  const record = { ...OURS, release: { format: 4, members: ['r/services/web'], canary } };
  /** `advancing` is the run that advances the canary when the job has ended. */
  const run = (advancing: string) => {
    let reads = 0;
    const { regional, written } = fixture(() =>
      withRollout(
        serves('c'),
        ++reads === 1 ? record : { ...record, release: { ...record.release, canary: { ...canary, advancing } } },
      ),
    );
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
  test('is not recorded over the progress of a run that has taken the canary over meanwhile', async () => {
    const { done, written } = run('another run');
    await expect(done).rejects.toThrow('Another run advances this canary.');
    expect(written).toEqual([]);
  });
});
