/** Buckets: settings, pages, IAM policies; batches and moves of objects. */
import { expect, test } from 'vitest';
import { caller, start } from '../fixture.ts';

const B = '/storage/v1/b/orchestra-dashboard';

async function fixture() {
  const emulator = await start();
  return { emulator, call: caller(emulator, 'storage') };
}

test('the IAM policy of a bucket is read, changed, and guarded by its etag', async () => {
  const { call } = await fixture();
  const before = (await call('GET', `${B}/iam?optionsRequestedPolicyVersion=3`)).json;
  expect(before).toMatchObject({ kind: 'storage#policy', resourceId: 'projects/_/buckets/orchestra-dashboard' });
  expect(before.bindings.map(({ role }: { role: string }) => role)).toContain('roles/storage.legacyBucketOwner');
  const viewers = { role: 'roles/storage.objectViewer', members: ['allUsers'] };
  const wanted = { ...before, bindings: [...before.bindings, viewers] };
  const after = (await call('PUT', `${B}/iam`, { json: wanted })).json;
  expect(after.bindings).toContainEqual(viewers);
  expect(after.etag).not.toBe(before.etag);
  expect((await call('PUT', `${B}/iam`, { json: wanted })).status).toBe(412);
  expect((await call('GET', `${B}/iam`)).json).toEqual(after);
  await call('PATCH', B, { json: { iamConfiguration: { publicAccessPrevention: 'enforced' } } });
  expect((await call('PUT', `${B}/iam`, { json: after })).status).toBe(412);
});

test('testPermissions returns those that are held', async () => {
  const { emulator, call } = await fixture();
  emulator.core.access.deny('storage.objects.delete');
  const query = 'permissions=storage.objects.get&permissions=storage.objects.delete';
  expect((await call('GET', `${B}/iam/testPermissions?${query}`)).json.permissions).toEqual(['storage.objects.get']);
});

test('a bucket keeps what it can, refuses what it cannot do, and checks its metageneration', async () => {
  const { call } = await fixture();
  const json = {
    labels: { a: '1', b: '2' },
    versioning: { enabled: false },
    softDeletePolicy: { retentionDurationSeconds: '0' },
  };
  expect((await call('PATCH', `${B}?ifMetagenerationMatch=1`, { json })).json).toMatchObject({
    labels: { a: '1', b: '2' },
    metageneration: '2',
  });
  expect((await call('PATCH', `${B}?ifMetagenerationMatch=1`, { json })).status).toBe(412);
  const fewer = await call('PATCH', B, { json: { labels: { a: null } } });
  expect(fewer.json.labels).toEqual({ b: '2' });
  for (const feature of [
    { versioning: { enabled: true } },
    { lifecycle: { rule: [{ action: { type: 'Delete' } }] } },
  ]) {
    expect((await call('PATCH', B, { json: feature })).status).toBe(400);
  }
  const unequal = { iamConfiguration: { uniformBucketLevelAccess: { enabled: false } } };
  expect((await call('PATCH', B, { json: unequal })).status).toBe(400);
});

test('buckets are listed in pages', async () => {
  const { emulator, call } = await fixture();
  for (const name of ['a-bucket', 'b-bucket']) emulator.seed.bucket(name);
  const first = (await call('GET', '/storage/v1/b?project=orchestra-dev&maxResults=2')).json;
  expect(first.items.map(({ name }: { name: string }) => name)).toEqual(['a-bucket', 'b-bucket']);
  const rest = (await call('GET', `/storage/v1/b?project=orchestra-dev&pageToken=${first.nextPageToken}`)).json;
  expect([rest.items[0].name, rest.nextPageToken]).toEqual(['orchestra-dashboard', undefined]);
});

test('moveTo gives an object another name, with the preconditions of both', async () => {
  const { emulator, call } = await fixture();
  const one = await emulator.storage.put('orchestra-dashboard', 'a/1', 'one', { cacheControl: 'no-cache' });
  const two = await emulator.storage.put('orchestra-dashboard', 'b', 'two');
  const move = (query: string, to = 'b') => call('POST', `${B}/o/a%2F1/moveTo/o/${to}${query}`);
  expect((await move('?ifGenerationMatch=0')).status).toBe(412);
  expect((await move(`?ifSourceGenerationMatch=${two.generation}`)).status).toBe(412);
  expect((await move('', 'a%2F1')).status).toBe(400);
  const moved = await move(`?ifGenerationMatch=${two.generation}&ifSourceGenerationMatch=${one.generation}`);
  expect(moved.json).toMatchObject({ name: 'b', metageneration: '1', cacheControl: 'no-cache', size: '3' });
  expect(Number(moved.json.generation)).toBeGreaterThan(Number(two.generation));
  expect((await emulator.storage.read('orchestra-dashboard', 'b'))?.toString()).toBe('one');
  expect(await emulator.storage.read('orchestra-dashboard', 'a/1')).toBeUndefined();
});

test('a batch carries out each call by itself, in order, with its own status', async () => {
  const { emulator, call } = await fixture();
  await emulator.storage.put('orchestra-dashboard', 'a', 'a');
  const part = (id: string, text: string) =>
    `--xyz\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <${id}>\r\n\r\n${text}\r\n`;
  const json = '{"cacheControl":"no-store","metadata":{"a":"ä"}}';
  const batch = (body: string, token?: null) =>
    call('POST', '/batch/storage/v1', {
      body,
      headers: { 'content-type': 'multipart/mixed; boundary=xyz' },
      ...(token === null && { token }),
    });
  const body = [
    part('b+1', `PATCH ${B}/o/a HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${json}`),
    part('b+2', `DELETE ${B}/o/none HTTP/1.1\r\nAccept: application/json\r\n\r\n`),
    part('b+3', `DELETE ${B}/o/a HTTP/1.1\r\n\r\n`),
    '--xyz--',
  ].join('');
  emulator.core.calls.clear();
  const response = await batch(body);
  expect([response.status, response.headers['content-type']]).toEqual([
    200,
    expect.stringContaining('multipart/mixed; boundary='),
  ]);
  expect(response.text.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 204']);
  expect(response.text.match(/^Content-ID: .*$/gm)).toEqual([1, 2, 3].map((n) => `Content-ID: <response-b+${n}>`));
  expect(response.text).toContain('"metadata":{"a":"ä"}');
  expect(await emulator.storage.read('orchestra-dashboard', 'a')).toBeUndefined();
  expect(emulator.core.calls.list.map(({ status }) => status)).toEqual([200, 200, 404, 204]);
  const anonymous = await batch(body, null);
  expect(anonymous.text.match(/^HTTP\/1\.1 \d+/gm)).toEqual(Array(3).fill('HTTP/1.1 401'));
  const upload = part('1', `POST /upload${B}/o?uploadType=media&name=x HTTP/1.1\r\n\r\nx`);
  expect((await batch(`${upload}--xyz--`)).status).toBe(400);
  expect(
    (await batch(`${Array.from({ length: 101 }, (_, i) => part(`${i}`, `GET ${B} HTTP/1.1\r\n\r\n`)).join('')}--xyz--`))
      .status,
  ).toBe(400);
});
