/** Compute Engine: lists, backend buckets, operations, repeated requests. */
import { expect, test } from 'vitest';
import { caller, manualClock, start } from '../fixture.ts';

const G = '/compute/v1/projects/orchestra-dev/global';
const names = (list: { items?: { name: string }[] }) => (list.items ?? []).map(({ name }) => name);

async function fixture() {
  const emulator = await start();
  return { emulator, call: caller(emulator, 'compute') };
}

test('URL maps and backend buckets are listed in pages, in order, filtered', async () => {
  const { emulator, call } = await fixture();
  for (const name of ['b', 'a']) emulator.seed.site({ name, host: `${name}.example.com` });
  const first = (await call('GET', `${G}/urlMaps?maxResults=2`)).json;
  expect([first.kind, names(first)]).toEqual(['compute#urlMapList', ['a', 'b']]);
  const rest = (await call('GET', `${G}/urlMaps?pageToken=${first.nextPageToken}`)).json;
  expect([names(rest), rest.nextPageToken]).toEqual([['orchestra-dashboard'], undefined]);
  expect(names((await call('GET', `${G}/urlMaps?filter=name%3Da`)).json)).toEqual(['a']);
  expect(
    names((await call('GET', `${G}/backendBuckets?filter=${encodeURIComponent('name eq "orch.*"')}`)).json),
  ).toEqual(['orchestra-dashboard']);
  expect((await call('GET', `${G}/urlMaps?filter=${encodeURIComponent('a=b AND c=d')}`)).status).toBe(400);
  expect((await call('GET', `${G}/urlMaps?orderBy=id`)).status).toBe(400);
});

test('a backend bucket is made, patched, used by a URL map, and deleted only when unused', async () => {
  const { call } = await fixture();
  expect((await call('POST', `${G}/backendBuckets`, { json: { name: 'B', bucketName: 'x' } })).status).toBe(400);
  expect((await call('POST', `${G}/backendBuckets`, { json: { name: 'web' } })).status).toBe(400);
  const made = await call('POST', `${G}/backendBuckets`, {
    json: { name: 'web', bucketName: 'bucket', enableCdn: true },
  });
  expect(made.json).toMatchObject({ kind: 'compute#operation', operationType: 'insert', status: 'RUNNING' });
  expect((await call('POST', `${G}/backendBuckets`, { json: { name: 'web', bucketName: 'bucket' } })).status).toBe(409);
  await call('PATCH', `${G}/backendBuckets/web`, {
    json: { cdnPolicy: { defaultTtl: 60, maxTtl: null }, enableCdn: null },
  });
  const { selfLink, ...backend } = (await call('GET', `${G}/backendBuckets/web`)).json;
  expect(backend).toMatchObject({ bucketName: 'bucket', cdnPolicy: { defaultTtl: 60 } });
  expect([backend.enableCdn, 'maxTtl' in backend.cdnPolicy]).toEqual([undefined, false]);
  await call('POST', `${G}/urlMaps`, { json: { name: 'web', defaultService: selfLink } });
  const used = await call('DELETE', `${G}/backendBuckets/web`);
  expect([used.status, used.json.error.errors[0].reason]).toEqual([400, 'resourceInUseByAnotherResource']);
  await call('DELETE', `${G}/urlMaps/web`);
  expect((await call('DELETE', `${G}/backendBuckets/web`)).json.operationType).toBe('delete');
  expect((await call('GET', `${G}/backendBuckets/web`)).status).toBe(404);
});

test('operations are listed, waited for, and forgotten', async () => {
  const clock = manualClock();
  const emulator = await start({ clock });
  const call = caller(emulator, 'compute');
  emulator.compute.operationDelay = 1000;
  const { name } = (await call('POST', `${G}/urlMaps/orchestra-dashboard/invalidateCache`, { json: { path: '/*' } }))
    .json;
  const waiting = call('POST', `${G}/operations/${name}/wait`);
  expect((await call('GET', `${G}/operations?filter=status%3DRUNNING`)).json.items).toHaveLength(1);
  clock.advance(1);
  expect((await waiting).json.status).toBe('DONE');
  expect((await call('DELETE', `${G}/operations/${name}`)).status).toBe(204);
  expect((await call('GET', `${G}/operations/${name}`)).status).toBe(404);
});

test('a request that is sent twice with one requestId is carried out once', async () => {
  const { emulator, call } = await fixture();
  let invalidations = 0;
  emulator.compute.onInvalidate(() => invalidations++);
  const path = `${G}/urlMaps/orchestra-dashboard/invalidateCache?requestId=`;
  const twice = [];
  for (let i = 0; i < 2; i++) {
    twice.push((await call('POST', `${path}2f4bd2b0-5a0c-4f7c-9c58-9a4d2a1c1f11`, { json: { path: '/*' } })).json.name);
  }
  expect([new Set(twice).size, invalidations]).toEqual([1, 1]);
  const zero = await call('POST', `${path}00000000-0000-0000-0000-000000000000`, { json: { path: '/*' } });
  expect(zero.status).toBe(400);
});
