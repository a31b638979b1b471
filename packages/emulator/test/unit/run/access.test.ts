import { v2 } from '@google-cloud/run';
import { expect, test } from 'vitest';
import { PARENT, service, startFixture } from './fixture.ts';

const SERVICE = `${PARENT}/services/server`;
const invoker = (...members: string[]) => ({ policy: { bindings: [{ role: 'roles/run.invoker', members }] } });

test('a policy is read, changed and fenced by its etag', async () => {
  const { settle, call } = await startFixture();
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  const serviceEtag = (await call('GET', SERVICE)).body.etag;
  expect((await call('GET', `${SERVICE}:getIamPolicy`)).body).toEqual({ etag: 'ACAB' });
  const set = await call('POST', `${SERVICE}:setIamPolicy`, {
    policy: { ...invoker('allUsers').policy, etag: 'ACAB' },
  });
  expect(set.body).toMatchObject({ version: 1, bindings: [{ role: 'roles/run.invoker', members: ['allUsers'] }] });
  const stale = await call('POST', `${SERVICE}:setIamPolicy`, { policy: { bindings: [], etag: 'ACAB' } });
  expect(stale.body.error).toMatchObject({ code: 409, status: 'ABORTED' });
  // The etag of the service is independent of that of its policy.
  expect((await call('GET', SERVICE)).body.etag).toBe(serviceEtag);
});

test('an organization policy can forbid allUsers', async () => {
  const { settle, call, run } = await startFixture();
  await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  run.settings.domainRestrictedSharing = true;
  expect((await call('POST', `${SERVICE}:setIamPolicy`, invoker('allUsers'))).body.error).toMatchObject({
    code: 400,
    status: 'FAILED_PRECONDITION',
  });
  expect((await call('POST', `${SERVICE}:setIamPolicy`, invoker('nobody'))).status).toBe(400);
});

test('a private service takes an identity token of an invoker with the right audience, for its tags too', async () => {
  const { settle, call, visit, identities } = await startFixture();
  const { response } = await settle(
    'POST',
    `${PARENT}/services?serviceId=server`,
    service('a', { template: { revision: 'server-one' } }),
  );
  const email = 'prober@orchestra-dev.iam.gserviceaccount.com';
  identities.set('good', { email, audience: response.uri });
  identities.set('stranger', { email: 'other@example.com', audience: response.uri });
  identities.set('elsewhere', { email, audience: 'https://example.com' });
  await call('POST', `${SERVICE}:setIamPolicy`, invoker(`serviceAccount:${email}`));
  const get = async (url: string, token?: string) =>
    (await visit(url, token ? { authorization: `Bearer ${token}` } : {})).status;
  expect(await get(response.uri)).toBe(403);
  expect(await get(response.uri, 'nonsense')).toBe(401);
  expect(await get(response.uri, 'elsewhere')).toBe(401);
  expect(await get(response.uri, 'stranger')).toBe(403);
  expect(await get(response.uri, 'good')).toBe(200);
  const tagged = await settle('PATCH', `${SERVICE}?updateMask=traffic`, {
    traffic: [
      { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: 'server-one', percent: 100, tag: 'candidate' },
    ],
  });
  expect(await get(tagged.response.trafficStatuses[0].uri, 'good')).toBe(200);
  await settle('PATCH', `${SERVICE}?updateMask=customAudiences`, { customAudiences: ['https://example.com'] });
  expect(await get(response.uri, 'elsewhere')).toBe(200);
  await settle('PATCH', `${SERVICE}?updateMask=invokerIamDisabled`, { invokerIamDisabled: true });
  expect(await get(response.uri)).toBe(200);
  await settle('PATCH', `${SERVICE}?updateMask=ingress`, { ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY' });
  expect(await get(response.uri)).toBe(404);
});

test('the official client reads services with enums as numbers, and policies', async () => {
  const fixture = await startFixture();
  const client = fixture.client(v2.ServicesClient);
  const [operation] = await client.createService({
    parent: PARENT,
    serviceId: 'server',
    service: {
      ingress: 'INGRESS_TRAFFIC_ALL',
      template: { revision: 'server-one', timeout: { seconds: 60 }, containers: service('a').template.containers },
    },
  });
  const [created] = await operation.promise();
  expect(created).toMatchObject({ ingress: 1, terminalCondition: { state: 4 } });
  expect(Number(created.generation)).toBe(1);
  expect(fixture.core.calls.list.some(({ query }) => query.includes('enum-encoding=int'))).toBe(true);
  const [revision] = await fixture.client(v2.RevisionsClient).getRevision({ name: `${SERVICE}/revisions/server-one` });
  expect(revision).toMatchObject({ service: 'server', timeout: { seconds: '60' } });
  const [listed] = await client.listServices({ parent: PARENT });
  expect(listed.map(({ name }) => name)).toEqual([SERVICE]);
  const [policy] = await client.setIamPolicy({ resource: SERVICE, ...invoker('allUsers') });
  expect(policy.bindings?.[0]?.members).toEqual(['allUsers']);
  // The typed client can write back what it read, without the revision's name.
  const [read] = await client.getService({ name: SERVICE });
  const [update] = await client.updateService({ service: { ...read, description: 'changed' } });
  const [written] = await update.promise();
  expect(written.description).toBe('changed');
  await expect(client.updateService({ service: { ...read, description: 'again' } })).rejects.toMatchObject({
    code: 10,
  });
});

test('an image that the service agent cannot read has another error than one that is missing', async () => {
  const { settle, core } = await startFixture();
  const agent = 'service-123456789012@serverless-robot-prod.iam.gserviceaccount.com';
  core.access.deny('artifactregistry.repositories.downloadArtifacts', { member: `serviceAccount:${agent}` });
  const operation = await settle('POST', `${PARENT}/services?serviceId=server`, service('a'));
  expect(operation.error.message).toContain(
    `Google Cloud Run Service Agent ${agent} must have permission to read the image`,
  );
  expect(operation.metadata.terminalCondition.reason).toBe('CONTAINER_PERMISSION_DENIED');
});
