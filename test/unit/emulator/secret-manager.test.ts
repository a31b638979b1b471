/** Secret Manager: versions, aliases, states, permissions. */
import { expect, test } from 'vitest';
import { caller, start } from './world.ts';

const SECRETS = '/v1/projects/orchestra-dev/secrets';
const OUTSIDE = 'projects/123456789012/secrets';

async function world() {
  const emulator = await start();
  return { emulator, call: caller(emulator, 'secretmanager') };
}

test('a secret is made, gets versions, and gives them back', async () => {
  const { call } = await world();
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
  const { emulator, call } = await world();
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
  const { emulator } = await world();
  for (const value of ['one', 'two']) emulator.seed.secret('db', value);
  expect(emulator.secrets.access('orchestra-dev', 'db', 'latest')).toEqual({ value: Buffer.from('two'), version: '2' });
  emulator.secrets.setState('orchestra-dev', 'db', 2, 'DESTROYED');
  expect(emulator.secrets.access('123456789012', 'db', 'latest').version).toBe('1');
});

test('what does not exist is 404, and metadata may be open where payloads are not', async () => {
  const { emulator, call } = await world();
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
