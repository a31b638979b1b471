/** Multi-region services: one service at the location `global`, and one in each of its regions. */
import { expect, test } from 'vitest';
import { image, PARENT, REVISION, service, startFixture } from './fixture.ts';

const PROJECT = PARENT.split('/locations/')[0];
const GLOBAL = `${PROJECT}/locations/global`;
const SERVICE = `${GLOBAL}/services/server`;
const inRegion = (region: string) => `${PROJECT}/locations/${region}/services/server`;
const REGIONS = ['us-central1', 'europe-west1'];
const wanted = (letter: string, regions: readonly string[] = REGIONS) => ({
  ...service(letter),
  multiRegionSettings: { regions },
});

test('a write is carried out in every region, under one name of the revision', async () => {
  const { settle, call } = await startFixture();
  await settle('POST', `${GLOBAL}/services?serviceId=server`, wanted('a'));
  const { body } = await call('GET', SERVICE);
  const regional = await Promise.all(REGIONS.map(async (region) => (await call('GET', inRegion(region))).body));
  expect(body).toMatchObject({
    name: SERVICE,
    multiRegionSettings: { regions: REGIONS, multiRegionId: expect.any(String) },
    terminalCondition: { state: 'CONDITION_SUCCEEDED' },
    conditions: REGIONS.map((region, i) => ({
      type: `MultiRegionReady/${region}`,
      state: 'CONDITION_SUCCEEDED',
      message: regional[i].uri,
    })),
    urls: regional.map(({ uri }) => uri),
  });
  expect(body.uri).toBeUndefined();
  const revisions = regional.map(({ latestReadyRevision }) => latestReadyRevision.split('/').at(-1));
  expect(new Set([...revisions, body.latestReadyRevision.split('/').at(-1)]).size).toBe(1);
  expect(regional.map(({ template }) => template.containers[0].image)).toEqual([image('a'), image('a')]);

  const revision = 'server-two';
  const traffic = [
    { type: REVISION, revision: revisions[0], percent: 100 },
    { type: REVISION, revision, tag: 'new' },
  ];
  const next = { ...wanted('b'), traffic };
  await settle('PATCH', SERVICE, { ...next, template: { ...next.template, revision } });
  expect((await call('GET', SERVICE)).body.trafficStatuses).toEqual(traffic);
  for (const region of REGIONS)
    expect((await call('GET', inRegion(region))).body.trafficStatuses[1].uri).toContain(`new---server-`);
});

test('a region that fails fails the service, and the others serve', async () => {
  const { settle, call, run } = await startFixture();
  await settle('POST', `${GLOBAL}/services?serviceId=server`, wanted('a'));
  run.operations.behave({ target: inRegion('europe-west1'), error: { code: 13, message: 'no capacity' } });
  const operation = await settle('PATCH', SERVICE, wanted('b'));
  expect(operation.error).toMatchObject({ code: 13, message: 'Region europe-west1: no capacity' });
  const { body } = await call('GET', SERVICE);
  expect(body.terminalCondition).toMatchObject({ state: 'CONDITION_FAILED' });
  expect(body.conditions.map(({ state }: { state: string }) => state)).toEqual([
    'CONDITION_SUCCEEDED',
    'CONDITION_FAILED',
  ]);
});

test('regions are added, removed, and deleted with the service', async () => {
  const { settle, call } = await startFixture();
  await settle('POST', `${GLOBAL}/services?serviceId=server`, wanted('a'));
  await settle('PATCH', SERVICE, wanted('a', ['us-central1', 'asia-east1']));
  expect((await call('GET', inRegion('asia-east1'))).status).toBe(200);
  expect((await call('GET', inRegion('europe-west1'))).status).toBe(404);
  await settle('DELETE', SERVICE);
  expect((await call('GET', inRegion('us-central1'))).status).toBe(404);
});

test.each<[string, string, readonly string[] | undefined, RegExp]>([
  ['no regions at the location global', GLOBAL, [], /multi_region_settings\.regions: required field not present/],
  ['regions at a region', PARENT, REGIONS, /created at the location 'global', not in 'europe-west1'/],
  ['a region twice', GLOBAL, ['us-central1', 'us-central1'], /'us-central1' is not a valid region, or is named twice/],
])('refused: %s', async (_, parent, regions, message) => {
  const { call } = await startFixture();
  const { status, body } = await call('POST', `${parent}/services?serviceId=server`, wanted('a', regions));
  expect(status).toBe(400);
  expect(body.error.message).toMatch(message);
});

test('jobs and worker pools are not at the location global', async () => {
  const { call } = await startFixture();
  expect((await call('GET', `${GLOBAL}/jobs`)).status).toBe(400);
  expect((await call('GET', `${GLOBAL}/workerPools`)).status).toBe(400);
});
