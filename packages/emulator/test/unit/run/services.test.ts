/** Services: successful deploys, and the semantics of reads and writes. */
import { expect, test } from 'vitest';
import { image, type Json, LATEST, PARENT, REVISION, service, startFixture } from './fixture.ts';

const SERVICE = `${PARENT}/services/server`;
const to = (revision: string, percent: number, tag?: string) => ({
  type: REVISION,
  revision,
  percent,
  ...(tag && { tag }),
});

test('a created service serves, with the defaults that the server makes written back', async () => {
  const { settle, call, visit, openToAll } = await startFixture();
  const operation = await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  expect(operation).toMatchObject({
    done: true,
    response: { '@type': 'type.googleapis.com/google.cloud.run.v2.Service' },
  });
  const { body } = await call('GET', SERVICE);
  expect(body).toMatchObject({
    name: SERVICE,
    generation: '1',
    observedGeneration: '1',
    creator: 'deployer@orchestra-dev.iam.gserviceaccount.com',
    ingress: 'INGRESS_TRAFFIC_ALL',
    launchStage: 'GA',
    traffic: [{ type: LATEST, percent: 100 }],
    terminalCondition: { type: 'Ready', state: 'CONDITION_SUCCEEDED' },
    template: {
      maxInstanceRequestConcurrency: 80,
      timeout: '300s',
      serviceAccount: '123456789012-compute@developer.gserviceaccount.com',
      scaling: { maxInstanceCount: 100 },
      containers: [
        {
          image: image('a'),
          ports: [{ name: 'http1', containerPort: 8080 }],
          resources: { limits: { cpu: '1000m', memory: '512Mi' }, cpuIdle: true },
          startupProbe: { timeoutSeconds: 240, periodSeconds: 240, failureThreshold: 1, tcpSocket: { port: 8080 } },
        },
      ],
    },
  });
  expect(body.template.revision).toBeUndefined();
  expect(body.reconciling).toBeUndefined();
  const revision = body.latestReadyRevision.split('/').at(-1);
  expect(revision).toMatch(/^server-00001-[a-z0-9]{3}$/);
  expect(body.trafficStatuses).toEqual([{ type: LATEST, revision, percent: 100 }]);
  await openToAll('server');
  expect(JSON.parse((await visit(body.uri)).body)).toMatchObject({ service: 'server', revision });
});

test('a candidate at 0 % responds on its tag only, and traffic moves by a write of the split', async () => {
  const { settle, call, visit, openToAll } = await startFixture();
  await settle(
    'POST',
    `${PARENT}/services?serviceId=server`,
    service('a', { template: { revision: 'server-one' }, traffic: [to('server-one', 100)] }),
  );
  await openToAll('server');
  const first = (await call('GET', SERVICE)).body;
  await settle('PATCH', `${SERVICE}?updateMask=template,traffic`, {
    ...service('b', { template: { revision: 'server-two' } }),
    traffic: [to('server-one', 100), to('server-two', 0, 'candidate')],
    etag: first.etag,
  });
  const candidate = (await call('GET', SERVICE)).body;
  // It is ready, but `latestReadyRevision` stays on the revision with traffic.
  expect(candidate.latestReadyRevision).toMatch(/server-one$/);
  expect(candidate.latestCreatedRevision).toMatch(/server-two$/);
  const tagged = candidate.trafficStatuses.find(({ tag }: Json) => tag === 'candidate');
  expect(tagged).toEqual({
    type: REVISION,
    revision: 'server-two',
    tag: 'candidate',
    uri: expect.stringContaining('//candidate---server-'),
  });
  expect((await visit(candidate.uri)).body).toContain('server-one');
  expect((await visit(tagged.uri)).body).toContain('server-two');
  await settle('PATCH', `${SERVICE}?updateMask=traffic`, { traffic: [to('server-two', 100)] });
  expect((await visit(candidate.uri)).body).toContain('server-two');
  expect((await visit(tagged.uri)).status).toBe(404);
  const one = (await call('GET', `${SERVICE}/revisions/server-one`)).body;
  expect(one.conditions).toContainEqual(expect.objectContaining({ type: 'Ready', state: 'CONDITION_SUCCEEDED' }));
  expect(one.conditions).toContainEqual(
    expect.objectContaining({ type: 'Active', revisionReason: 'RETIRED', severity: 'INFO' }),
  );
});

test('a split is kept over many requests', async () => {
  const { settle, visit, openToAll } = await startFixture();
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a', { template: { revision: 'server-one' } }));
  await openToAll('server');
  const { response } = await settle('PATCH', `${SERVICE}?updateMask=template,traffic`, {
    ...service('b', { template: { revision: 'server-two' } }),
    traffic: [to('server-one', 75), to('server-two', 25)],
  });
  let two = 0;
  for (let i = 0; i < 400; i++) if ((await visit(response.uri)).body.includes('server-two')) two++;
  expect(two).toBeGreaterThan(70);
  expect(two).toBeLessThan(130);
});

test('secrets reach the container, and a runtime account without the role does not get them', async () => {
  const { settle, core, driver } = await startFixture();
  const env = [
    { name: 'PINNED', valueSource: { secretKeyRef: { secret: 'db-url', version: '1' } } },
    { name: 'NEWEST', valueSource: { secretKeyRef: { secret: 'db-url', version: 'latest' } } },
  ];
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a', { container: { env } }));
  expect(driver.started[0]?.containers[0]?.env).toMatchObject({
    PINNED: 'postgres://old',
    NEWEST: 'postgres://new',
    PORT: '8080',
    K_SERVICE: 'server',
  });
  core.access.deny('secretmanager.versions.access', {
    member: 'serviceAccount:server@orchestra-dev.iam.gserviceaccount.com',
  });
  const operation = await settle(
    'PATCH',
    SERVICE,
    service('b', { container: { env }, template: { serviceAccount: 'server@orchestra-dev.iam.gserviceaccount.com' } }),
  );
  expect(operation.error.message).toContain(
    'Permission denied on secret: projects/123456789012/secrets/db-url/versions/1 for Revision service account server@',
  );
});

test('a stale etag is refused with ABORTED and changes nothing; a fresh one is taken', async () => {
  const { settle, call } = await startFixture();
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  const { etag } = (await call('GET', SERVICE)).body;
  await settle('PATCH', `${SERVICE}?updateMask=description`, { description: 'one', etag });
  const stale = await call('PATCH', `${SERVICE}?updateMask=description`, { description: 'two', etag });
  expect(stale).toMatchObject({ status: 409, body: { error: { status: 'ABORTED' } } });
  expect((await call('GET', SERVICE)).body.description).toBe('one');
});

test('a mask touches what it names and nothing else; without a mask everything is replaced', async () => {
  const { settle, call, run } = await startFixture();
  run.extend('RevisionTemplate', 'futureKnob', 'string');
  await settle(
    'POST',
    `${PARENT}/services?serviceId=server`,
    service('a', {
      template: { futureKnob: 'on' },
      annotations: { 'example.dev/a': '1' },
      scaling: { minInstanceCount: 1 },
    }),
  );
  await settle('PATCH', `${SERVICE}?updateMask=scaling.minInstanceCount,labels`, {
    scaling: { minInstanceCount: 2, maxInstanceCount: 9 },
    labels: { team: 'core' },
  });
  const masked = (await call('GET', SERVICE)).body;
  expect(masked).toMatchObject({
    scaling: { minInstanceCount: 2 },
    labels: { team: 'core' },
    annotations: { 'example.dev/a': '1' },
    template: { futureKnob: 'on' },
  });
  expect(masked.scaling.maxInstanceCount).toBeUndefined();
  expect((await call('GET', `${SERVICE}/revisions`)).body.revisions).toHaveLength(1);
  await settle('PATCH', SERVICE, service('b'));
  const replaced = (await call('GET', SERVICE)).body;
  expect(replaced.labels).toBeUndefined();
  expect(replaced.template.futureKnob).toBeUndefined();
  expect(replaced.traffic).toEqual([{ type: LATEST, percent: 100 }]);
});

test.each(['template.nothing', 'traffic.percent', 'labels.team', 'nothing'])('the mask %s is refused', async (mask) => {
  const { settle, call } = await startFixture();
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  expect((await call('PATCH', `${SERVICE}?updateMask=${mask}`, {})).status).toBe(400);
});

test('validateOnly responds with what would be, refuses what would be refused, and changes nothing', async () => {
  const { settle, call } = await startFixture();
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  const before = (await call('GET', SERVICE)).body;
  const { body } = await call(
    'PATCH',
    `${SERVICE}?validateOnly=true`,
    service('b', { template: { revision: 'server-next' } }),
  );
  expect(body).toMatchObject({ done: true, response: { template: { revision: 'server-next', timeout: '300s' } } });
  expect(
    (await call('PATCH', `${SERVICE}?validateOnly=true`, service('b', { template: { revision: 'other-next' } })))
      .status,
  ).toBe(400);
  expect((await call('GET', SERVICE)).body).toEqual(before);
  expect((await call('POST', `${PARENT}/services?serviceId=new&validateOnly=true`, service('a'))).status).toBe(200);
  expect((await call('GET', `${PARENT}/services/new`)).status).toBe(404);
});

test('what a service is called and where it is decides between 404, 403 and 409', async () => {
  const { settle, call, core } = await startFixture();
  expect((await call('GET', SERVICE)).body.error).toMatchObject({
    code: 404,
    status: 'NOT_FOUND',
    message: "Resource 'server' of kind 'SERVICE' in region 'europe-west1' in project 'orchestra-dev' does not exist.",
  });
  expect((await call('GET', 'projects/nowhere/locations/europe-west1/services/server')).status).toBe(403);
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  expect((await call('POST', `${PARENT}/services?serviceId=server`, service('a'))).body.error.status).toBe(
    'ALREADY_EXISTS',
  );
  core.access.deny('run.services.update');
  expect((await call('PATCH', SERVICE, service('b'))).body.error.message).toContain(
    "Permission 'run.services.update' denied",
  );
  core.access.deny('iam.serviceaccounts.actAs');
  core.access.allow('run.services.update');
  expect((await call('PATCH', SERVICE, service('b'))).body.error.message).toContain(
    "'iam.serviceaccounts.actAs' denied on service account 123456789012-compute@",
  );
});

test('allowMissing creates; a deleted service is gone with its revisions and its URL', async () => {
  const { settle, call, visit, openToAll, driver } = await startFixture();
  expect((await call('PATCH', SERVICE, service('a'))).status).toBe(404);
  const { response } = await settle('PATCH', `${SERVICE}?allowMissing=true`, service('a'));
  await openToAll('server');
  expect((await visit(response.uri)).status).toBe(200);
  const removed = await settle('DELETE', SERVICE);
  expect(removed.response.deleteTime).toBeDefined();
  expect((await call('GET', SERVICE)).status).toBe(404);
  expect((await visit(response.uri)).status).toBe(404);
  expect(driver.running).toHaveLength(0);
});

test('lists come newest first, in pages', async () => {
  const { settle, call } = await startFixture();
  for (const id of ['one', 'two', 'three']) await settle('POST', `${PARENT}/services?serviceId=${id}`, service('a'));
  const names = ({ body }: Json) => body.services.map(({ name }: Json) => name.split('/').at(-1));
  const first = await call('GET', `${PARENT}/services?pageSize=2`);
  expect(names(first)).toEqual(['three', 'two']);
  const second = await call('GET', `${PARENT}/services?pageSize=2&pageToken=${first.body.nextPageToken}`);
  expect(names(second)).toEqual(['one']);
  expect(second.body.nextPageToken).toBeUndefined();
  // The project can be named by number; responses name it by id.
  expect((await call('GET', 'projects/123456789012/locations/europe-west1/services/one')).body.name).toBe(
    `${PARENT}/services/one`,
  );
});
