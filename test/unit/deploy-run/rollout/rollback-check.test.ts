/** The target of a rollback is read beside the first write, and awaited before traffic moves. */
import { expect, test } from 'vitest';
import { type RolloutProgress, waitUntilHealthy } from '../../../../actions/deploy-run/rollout/rollout.ts';
import type { TargetConfiguration } from '../../../../actions/deploy-run/service/planned-rollout.ts';
import type { Service } from '../../../../src/google/run/resources.ts';
import { InputError } from '../../../../src/runtime/errors.ts';
import { ahead } from '../../../../src/runtime/retry.ts';
import { fakeService } from '../fake-service.ts';

const baseline = [{ revision: 'b', percent: 100 }];
const rollout = { id: 'ours', kind: 'rollback', commit: '', candidate: 'a', baseline, write: 1 };
const SERVICE: Service = {
  trafficStatuses: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: 'b', percent: 100 }],
  annotations: { 'actions.orchestra.dev/rollout': JSON.stringify(rollout) },
};
const INPUTS = { rollout: { probe: { kind: 'startup' } } } as Parameters<typeof waitUntilHealthy>[1];

function begun(target: Promise<TargetConfiguration>): RolloutProgress {
  const { regional } = fakeService(() => SERVICE);
  const clients = {
    revisions: { get: async () => ({ conditions: [{ type: 'Ready', state: 'CONDITION_SUCCEEDED' }] }) },
  };
  const plan = { kind: 'rollback', baseline, template: { containers: [] }, accepted: new Map() };
  const planned = { regional: { ...regional, clients }, plan, target: ahead(target) };
  return { planned, id: 'ours', revision: 'a', service: SERVICE } as unknown as RolloutProgress;
}

test('a target that cannot start ends the rollback, although its revision is Ready', async () => {
  const refused = new InputError([{ subject: 'Image', message: 'does not exist' }]);
  await expect(waitUntilHealthy(begun(Promise.reject(refused)), INPUTS, [])).rejects.toBe(refused);
});

test('the plan has the configuration that was read', async () => {
  const template = { containers: [], serviceAccount: 'runtime@acme.iam.gserviceaccount.com' };
  const progress = begun(Promise.resolve({ template, accepted: new Map() }));
  await waitUntilHealthy(progress, INPUTS, []);
  expect(progress.planned.plan).toMatchObject({ kind: 'rollback', template });
});
