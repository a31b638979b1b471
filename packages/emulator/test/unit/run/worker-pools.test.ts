import { expect, test } from 'vitest';
import { digest, image, PARENT, startFixture } from './fixture.ts';

const POOL = `${PARENT}/workerPools/worker`;
const REVISION = 'INSTANCE_SPLIT_ALLOCATION_TYPE_REVISION';
const pool = (letter: string, revision: string, rest: object = {}) => ({
  template: { revision, containers: [{ image: image(letter) }] },
  ...rest,
});

test('a worker pool runs its instance, and an instance split moves it', async () => {
  const { settle, call, driver } = await startFixture();
  await settle('POST', `${PARENT}/workerPools?workerPoolId=worker`, pool('a', 'worker-one'));
  expect((await call('GET', POOL)).body).toMatchObject({
    scaling: { manualInstanceCount: 1 },
    instanceSplits: [{ type: 'INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST', percent: 100 }],
    instanceSplitStatuses: [{ revision: 'worker-one', percent: 100 }],
    terminalCondition: { state: 'CONDITION_SUCCEEDED' },
  });
  const running = () => driver.running.map(({ labels }) => labels.revision_name);
  expect(running()).toEqual(['worker-one']);
  const one = [{ type: REVISION, revision: 'worker-one', percent: 100 }];
  await settle('PATCH', `${POOL}?updateMask=template,instanceSplits`, pool('b', 'worker-two', { instanceSplits: one }));
  // Started to check it, then stopped, since no instances are split to it.
  expect(driver.started.map(({ labels }) => labels.revision_name)).toEqual(['worker-one', 'worker-two']);
  expect(running()).toEqual(['worker-one']);
  expect((await call('GET', `${POOL}/revisions/worker-two`)).body.conditions[0].state).toBe('CONDITION_SUCCEEDED');
  await settle('PATCH', `${POOL}?updateMask=instanceSplits`, {
    instanceSplits: [{ ...one[0], revision: 'worker-two' }],
  });
  await expect.poll(running).toEqual(['worker-two']);
  await settle('DELETE', POOL);
  expect(running()).toEqual([]);
});

test('a worker that ends at once is not ready, and the old one continues', async () => {
  const { settle, call, driver } = await startFixture();
  await settle('POST', `${PARENT}/workerPools?workerPoolId=worker`, pool('a', 'worker-one'));
  driver.setBehavior(digest('b'), { startup: 'exits', exitCode: 2 });
  const operation = await settle('PATCH', POOL, pool('b', 'worker-two'));
  expect(operation.error.message).toContain('exited with code 2');
  expect((await call('GET', POOL)).body.instanceSplitStatuses).toMatchObject([{ revision: 'worker-one' }]);
  expect(driver.running.map(({ labels }) => labels.revision_name)).toEqual(['worker-one']);
});

test('traffic is no field of a worker pool, tags neither', async () => {
  const { call } = await startFixture();
  expect(
    (await call('POST', `${PARENT}/workerPools?workerPoolId=worker`, pool('a', 'worker-one', { traffic: [] }))).status,
  ).toBe(400);
  const tagged = { instanceSplits: [{ type: REVISION, revision: 'worker-one', percent: 100, tag: 'abc' }] };
  expect(
    (await call('POST', `${PARENT}/workerPools?workerPoolId=worker`, pool('a', 'worker-one', tagged))).status,
  ).toBe(400);
});

test('a worker that crashes is started again', async () => {
  const { settle, driver } = await startFixture();
  await settle('POST', `${PARENT}/workerPools?workerPoolId=worker`, pool('a', 'worker-one'));
  driver.crash('worker-one');
  await expect.poll(() => driver.running).toHaveLength(0);
  await expect.poll(() => driver.running).toHaveLength(1);
});
