/** Secret Manager: versions, aliases, states, permissions. */
import { expect, test } from 'vitest';
import { caller, start } from '../fixture.ts';

const SECRETS = '/v1/projects/orchestra-dev/secrets';
const OUTSIDE = 'projects/123456789012/secrets';

async function fixture() {
  const emulator = await start();
  return { emulator, call: caller(emulator, 'secretmanager') };
}

test('a secret is made, gets versions, and gives them back', async () => {
  const { call } = await fixture();
  const made = await call('POST', `${SECRETS}?secretId=db`, {
    json: { replication: { automatic: {} }, labels: { a: 'b' } },
  });
  expect(made.json).toMatchObject({ name: `${OUTSIDE}/db`, labels: { a: 'b' } });
  expect((await call('POST', `${SECRETS}?secretId=db`, { json: {} })).status).toBe(409);
  expect((await call('GET', `${SECRETS}/db/versions/latest`)).status).toBe(404);
  for (const value of ['one', 'two']) {
    await call('POST', `${SECRETS}/db:addVersion`, {
      json: { payload: { data: Buffer.from(value).toString('base64') } },
    });
  }
  const latest = await call('GET', `${SECRETS}/db/versions/latest:access`);
  expect(latest.json).toMatchObject({ name: `${OUTSIDE}/db/versions/2`, payload: { data: 'dHdv' } });
  expect((await call('GET', `${SECRETS}/db/versions/1:access`)).json.payload.data).toBe('b25l');
  const { versions, totalSize } = (await call('GET', `${SECRETS}/db/versions`)).json;
  expect(totalSize).toBe(2);
  expect(versions.map(({ name }: { name: string }) => name)).toEqual([
    `${OUTSIDE}/db/versions/2`,
    `${OUTSIDE}/db/versions/1`,
  ]);
});

test('disabled and destroyed versions give nothing', async () => {
  const { emulator, call } = await fixture();
  emulator.seed.secret('db', 'one');
  expect((await call('POST', `${SECRETS}/db/versions/1:disable`, { json: {} })).json.state).toBe('DISABLED');
  const disabled = await call('GET', `${SECRETS}/db/versions/latest:access`);
  expect([disabled.status, disabled.json.error.status]).toEqual([400, 'FAILED_PRECONDITION']);
  expect(disabled.json.error.message).toBe(`Secret Version [${OUTSIDE}/db/versions/1] is in DISABLED state.`);
  await call('POST', `${SECRETS}/db/versions/1:enable`, { json: {} });
  expect((await call('GET', `${SECRETS}/db/versions/1:access`)).status).toBe(200);
  await call('POST', `${SECRETS}/db/versions/1:destroy`, { json: {} });
  expect((await call('GET', `${SECRETS}/db/versions/1`)).json.state).toBe('DESTROYED');
  expect((await call('POST', `${SECRETS}/db/versions/1:enable`, { json: {} })).status).toBe(400);
  expect(() => emulator.secrets.access('orchestra-dev', 'db', '1')).toThrow(/DESTROYED/);
});

test('"latest" is the newest version that was not destroyed', async () => {
  const { emulator } = await fixture();
  for (const value of ['one', 'two']) emulator.seed.secret('db', value);
  expect(emulator.secrets.access('orchestra-dev', 'db', 'latest')).toEqual({ value: Buffer.from('two'), version: '2' });
  emulator.secrets.setState('orchestra-dev', 'db', 2, 'DESTROYED');
  expect(emulator.secrets.access('123456789012', 'db', 'latest').version).toBe('1');
});

test('what does not exist is 404, and metadata may be open where payloads are not', async () => {
  const { emulator, call } = await fixture();
  emulator.seed.secret('db', 'one');
  expect((await call('GET', `${SECRETS}/nope`)).status).toBe(404);
  expect((await call('GET', `${SECRETS}/db/versions/9`)).json.error.message).toBe(
    `Secret Version [${OUTSIDE}/db/versions/9] not found.`,
  );
  emulator.core.access.deny('secretmanager.versions.access', { resource: 'secrets/db' });
  expect((await call('GET', `${SECRETS}/db/versions/1`)).status).toBe(200);
  const refused = await call('GET', `${SECRETS}/db/versions/1:access`);
  expect([refused.status, refused.text.includes('b25l')]).toEqual([403, false]);
});

test('secrets are listed in pages, patched by mask, deleted by etag', async () => {
  const { emulator, call } = await fixture();
  for (const id of ['a', 'b', 'c']) emulator.seed.secret(id, 'x');
  const first = (await call('GET', `${SECRETS}?pageSize=2`)).json;
  expect([first.totalSize, first.secrets.map(({ name }: { name: string }) => name)]).toEqual([
    3,
    [`${OUTSIDE}/c`, `${OUTSIDE}/b`],
  ]);
  const rest = (await call('GET', `${SECRETS}?pageToken=${first.nextPageToken}`)).json;
  expect([rest.secrets[0].name, rest.nextPageToken]).toEqual([`${OUTSIDE}/a`, undefined]);
  const { etag } = (await call('GET', `${SECRETS}/a`)).json;
  const patched = await call('PATCH', `${SECRETS}/a?updateMask=labels`, { json: { labels: { k: 'v' }, etag } });
  expect(patched.json.labels).toEqual({ k: 'v' });
  const stale = await call('DELETE', `${SECRETS}/a?etag=${encodeURIComponent(etag)}`);
  expect([stale.status, stale.json.error.status]).toEqual([400, 'FAILED_PRECONDITION']);
  const current = encodeURIComponent(patched.json.etag);
  expect((await call('DELETE', `${SECRETS}/a?etag=${current}`)).status).toBe(200);
  expect((await call('GET', `${SECRETS}/a`)).status).toBe(404);
  expect((await call('PATCH', `${SECRETS}/b?updateMask=replication`, { json: {} })).status).toBe(400);
});

test('the policy of a secret is read and changed by its etag; enums are numbers where they are requested', async () => {
  const { emulator, call } = await fixture();
  emulator.seed.secret('db', 'x');
  const before = (await call('GET', `${SECRETS}/db:getIamPolicy?options.requestedPolicyVersion=3`)).json;
  const binding = {
    role: 'roles/secretmanager.secretAccessor',
    members: ['serviceAccount:a@b.iam.gserviceaccount.com'],
  };
  const policy = { ...before, bindings: [binding] };
  const after = (await call('POST', `${SECRETS}/db:setIamPolicy`, { json: { policy } })).json;
  expect(after.bindings).toEqual([binding]);
  const lost = await call('POST', `${SECRETS}/db:setIamPolicy`, { json: { policy } });
  expect([lost.status, lost.json.error.status]).toEqual([409, 'ABORTED']);
  const held = await call('POST', `${SECRETS}/db:testIamPermissions`, {
    json: { permissions: ['secretmanager.versions.access'] },
  });
  expect(held.json.permissions).toEqual(['secretmanager.versions.access']);
  expect((await call('GET', `${SECRETS}/db/versions/1?$alt=json;enum-encoding=int`)).json.state).toBe(1);
});

test('a payload with another checksum, or with more than 64 KiB, is refused', async () => {
  const { emulator, call } = await fixture();
  emulator.seed.secret('db', 'x');
  const add = (payload: object) => call('POST', `${SECRETS}/db:addVersion`, { json: { payload } });
  expect((await add({ data: 'b25l', dataCrc32c: '1' })).status).toBe(400);
  expect((await add({ data: Buffer.alloc(65_537).toString('base64') })).status).toBe(400);
  expect((await add({ data: Buffer.alloc(65_536).toString('base64') })).status).toBe(200);
});
