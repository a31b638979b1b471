/** Revisions and their traffic: failures, names, concurrent operations, and limits. */
import { expect, test } from 'vitest';
import { digest, image, type Json, PARENT, REVISION, service, startFixture } from './fixture.ts';

const SERVICE = `${PARENT}/services/server`;
const to = (revision: string, percent: number, tag?: string) => ({
  type: REVISION,
  revision,
  percent,
  ...(tag && { tag }),
});

test('a revision that fails its probe gets no traffic: the wish and the fact differ, and the failure stays', async () => {
  const { settle, call, visit, openToAll, driver, logs } = await startFixture();
  const probe = { startupProbe: { httpGet: { path: '/health' }, periodSeconds: 1, failureThreshold: 2 } };
  await settle(
    'POST',
    `${PARENT}/services?serviceId=server`,
    service('a', { template: { revision: 'server-one' }, container: probe }),
  );
  await openToAll('server');
  driver.setBehavior(digest('b'), {
    http: { '/health': { status: 500, body: 'database is down' } },
    logs: ['cannot reach the database'],
  });
  const operation = await settle('PATCH', SERVICE, {
    ...service('b', { template: { revision: 'server-two' }, container: probe }),
    traffic: [to('server-two', 100)],
  });
  expect(operation.error).toMatchObject({
    code: 9,
    message: expect.stringMatching(
      /^Revision 'server-two' is not ready and cannot serve traffic\. The user-provided container failed the configured startup probe checks\./,
    ),
  });
  const { body } = await call('GET', SERVICE);
  expect(body).toMatchObject({
    generation: '2',
    observedGeneration: '1',
    traffic: [{ revision: 'server-two', percent: 100 }],
    trafficStatuses: [{ revision: 'server-one', percent: 100 }],
    terminalCondition: { state: 'CONDITION_FAILED', revisionReason: 'HEALTH_CHECK_CONTAINER_ERROR' },
    latestReadyRevision: `${SERVICE}/revisions/server-one`,
    latestCreatedRevision: `${SERVICE}/revisions/server-two`,
  });
  expect((await visit(body.uri)).body).toContain('server-one');
  const revision = (await call('GET', `${SERVICE}/revisions/server-two`)).body;
  expect(revision.conditions).toContainEqual(
    expect.objectContaining({
      type: 'Ready',
      state: 'CONDITION_FAILED',
      revisionReason: 'HEALTH_CHECK_CONTAINER_ERROR',
    }),
  );
  expect(logs.map(({ textPayload }) => textPayload)).toEqual(
    expect.arrayContaining([
      'cannot reach the database',
      expect.stringMatching(/^STARTUP HTTP probe for container .* path "\/health" failed 2 times/),
    ]),
  );
  expect(driver.running).toHaveLength(1);

  // The traffic is restored, although the operation still ends with the failed template's error.
  const restored = await settle('PATCH', `${SERVICE}?updateMask=traffic`, { traffic: [to('server-one', 100)] });
  expect(restored.error.message).toContain('server-two');
  expect((await call('GET', SERVICE)).body.trafficStatuses).toEqual([to('server-one', 100)]);
});

test.each([
  ['an image that does not exist', { image: `${image('c')}` }, { reason: 'CONTAINER_MISSING' }, /Image '.*' not found/],
  [
    'a secret version that does not exist',
    { env: [{ name: 'X', valueSource: { secretKeyRef: { secret: 'db-url', version: '9' } } }] },
    { reason: 'SECRETS_ACCESS_CHECK_FAILED' },
    /env\[0\]\.value_from\.secret_key_ref\.name: Secret projects\/123456789012\/secrets\/db-url\/versions\/9 was not found/,
  ],
  [
    'a container that ends',
    { image: image('d') },
    { revisionReason: 'HEALTH_CHECK_CONTAINER_ERROR' },
    /failed to start and listen on the port defined provided by the PORT=8080/,
  ],
])('%s makes the revision fail', async (_, container, reason, message) => {
  const { settle, call, driver, missingImages } = await startFixture();
  missingImages.add(image('c'));
  driver.setBehavior(digest('d'), { startup: 'exits' });
  const operation = await settle(
    'POST',
    `${PARENT}/services?serviceId=server`,
    service('a', { container, template: { revision: 'server-one' } }),
  );
  expect(operation.error.message).toMatch(message);
  const revision = (await call('GET', `${SERVICE}/revisions/server-one`)).body;
  expect(revision.conditions[0]).toMatchObject({ type: 'Ready', state: 'CONDITION_FAILED', ...reason });
});

test('a revision name is taken once: the same configuration is no news, another is a conflict', async () => {
  const { settle, call } = await startFixture();
  const wish = service('a', { template: { revision: 'server-one' } });
  await settle('POST', `${PARENT}/services?serviceId=server`, wish);
  const again = await settle('PATCH', SERVICE, wish);
  expect(again.error).toBeUndefined();
  expect((await call('GET', `${SERVICE}/revisions`)).body.revisions).toHaveLength(1);
  const conflict = await call('PATCH', SERVICE, service('b', { template: { revision: 'server-one' } }));
  expect(conflict).toMatchObject({
    status: 409,
    body: {
      error: {
        status: 'ALREADY_EXISTS',
        message: "Revision named 'server-one' with different configuration already exists.",
      },
    },
  });
});

test('traffic to a revision that is gone is accepted, and fails when it is carried out', async () => {
  const { settle, call } = await startFixture();
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a', { template: { revision: 'server-one' } }));
  const operation = await settle('PATCH', `${SERVICE}?updateMask=traffic`, { traffic: [to('server-old', 100)] });
  expect(operation.error.message).toBe(
    "Revision 'server-old' does not exist or is deleted. Update all traffic to route to currently available revisions.",
  );
  const { body } = await call('GET', SERVICE);
  expect(body.trafficStatuses[0].revision).toBe('server-one');
  expect(body.traffic[0].revision).toBe('server-old');
});

test('the index is requested, its linux/amd64 child is reported', async () => {
  const { settle, call, children } = await startFixture();
  children.set(digest('a'), [digest('f'), digest('0')]);
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a', { template: { revision: 'server-one' } }));
  expect((await call('GET', `${SERVICE}/revisions/server-one`)).body.containers[0].image).toBe(image('f'));
  expect((await call('GET', SERVICE)).body.template.containers[0].image).toBe(image('a'));
});

test('old revisions vanish beyond the limit, unless a target names them', async () => {
  const { settle, call } = await startFixture({ revisionLimit: 2 });
  await settle(
    'POST',
    `${PARENT}/services?serviceId=server`,
    service('a', { template: { revision: 'server-1' }, traffic: [to('server-1', 100)] }),
  );
  for (const n of [2, 3, 4]) {
    await settle('PATCH', `${SERVICE}?updateMask=template`, service('b', { template: { revision: `server-${n}` } }));
  }
  const names = (await call('GET', `${SERVICE}/revisions`)).body.revisions.map(({ name }: Json) =>
    name.split('/').at(-1),
  );
  expect(names).toEqual(['server-4', 'server-1']);
});

test('operations can be slow, never end, or end in an error although the work was done', async () => {
  const { call, settle, run } = await startFixture();
  run.operations.behave({ method: 'services.create', error: { code: 13, message: 'Internal error' } });
  const failed = await settle(
    'POST',
    `${PARENT}/services?serviceId=server`,
    service('a', { template: { revision: 'server-one' } }),
  );
  expect(failed.error).toEqual({ code: 13, message: 'Internal error' });
  expect((await call('GET', SERVICE)).body.terminalCondition.state).toBe('CONDITION_SUCCEEDED');
  run.operations.behave({ method: 'services.update', never: true });
  const never = await call('PATCH', SERVICE, service('b', { template: { revision: 'server-two' } }));
  expect((await call('POST', `${never.body.name}:wait`, { timeout: '0.2s' })).body.done).toBeUndefined();
  expect((await call('GET', SERVICE)).body.trafficStatuses[0].revision).toBe('server-two');
  run.operations.behave({ method: 'services.update', stuck: true });
  await call('PATCH', SERVICE, service('c', { template: { revision: 'server-three' } }));
  expect((await call('GET', SERVICE)).body).toMatchObject({
    reconciling: true,
    terminalCondition: { state: 'CONDITION_RECONCILING' },
  });
});

test('a write during reconciliation overtakes it: the earlier operation ends with ABORTED, the later one counts', async () => {
  // The startup probe has 240 real seconds, so it waits for as long as the test holds the container back.
  const { settle, call, run, driver } = await startFixture({ secondMs: 1000 });
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a', { template: { revision: 'server-one' } }));
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  driver.setBehavior(digest('b'), { startAfter: released });
  const overtaken = await call('PATCH', SERVICE, service('b', { template: { revision: 'server-two' } }));
  expect((await call('GET', SERVICE)).body.reconciling).toBe(true);
  await settle('PATCH', SERVICE, service('c', { template: { revision: 'server-three' } }));
  expect((await call('GET', overtaken.body.name)).body.error.code).toBe(10);
  release();
  await run.services.get(SERVICE)?.revisions.get('server-two')?.settled;
  // The slow revision became ready later, and changed nothing.
  expect((await call('GET', SERVICE)).body).toMatchObject({
    trafficStatuses: [{ revision: 'server-three', percent: 100 }],
    latestReadyRevision: `${SERVICE}/revisions/server-three`,
    terminalCondition: { state: 'CONDITION_SUCCEEDED' },
  });
  expect((await call('GET', `${SERVICE}/revisions/server-two`)).body.conditions[0].state).toBe('CONDITION_SUCCEEDED');
  await expect.poll(() => driver.running.map(({ labels }) => labels.revision_name)).toEqual(['server-three']);
});

test('the revision of an overtaken write does not stay running', async () => {
  const { settle, call, run, driver } = await startFixture();
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a', { template: { revision: 'server-one' } }));
  run.settings.readyDelayMs = 100;
  await call('PATCH', SERVICE, service('b', { template: { revision: 'server-two' } }));
  run.settings.readyDelayMs = 0;
  await settle('PATCH', SERVICE, service('c', { template: { revision: 'server-three' } }));
  await run.services.get(SERVICE)?.revisions.get('server-two')?.settled;
  await expect.poll(() => driver.running.map(({ labels }) => labels.revision_name)).toEqual(['server-three']);
});

test('containers start in the order of their dependencies, each after the probes of those it waits for', async () => {
  const { settle, driver, logs } = await startFixture();
  driver.setBehavior(digest('b'), { startMs: 30 });
  const containers = [
    {
      name: 'nginx',
      image: image('a'),
      ports: [{ containerPort: 8080 }],
      dependsOn: ['server'],
      startupProbe: { httpGet: {} },
    },
    {
      name: 'server',
      image: image('b'),
      startupProbe: { httpGet: { port: 3000 }, periodSeconds: 1, failureThreshold: 200 },
    },
  ];
  expect(
    (await settle('POST', `${PARENT}/services?serviceId=server`, { template: { containers } })).error,
  ).toBeUndefined();
  expect(logs.map(({ textPayload }) => /container "(\w+)".* succeeded/.exec(textPayload ?? '')?.[1])).toEqual([
    'server',
    'nginx',
  ]);
});

test('a revision that a target names cannot be deleted, nor the latest one', async () => {
  const { settle, call } = await startFixture();
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a', { template: { revision: 'server-one' } }));
  await settle('PATCH', SERVICE, service('b', { template: { revision: 'server-two' } }));
  await settle('PATCH', `${SERVICE}?updateMask=traffic`, { traffic: [to('server-one', 100)] });
  for (const name of ['server-one', 'server-two']) {
    expect((await call('DELETE', `${SERVICE}/revisions/${name}`)).body.error.status).toBe('FAILED_PRECONDITION');
  }
  await settle('PATCH', SERVICE, service('c', { template: { revision: 'server-three' } }));
  await settle('DELETE', `${SERVICE}/revisions/server-two`);
  expect((await call('GET', `${SERVICE}/revisions/server-two`)).status).toBe(404);
});
