/** The server code that all APIs share: authentication, permissions, faults, the call log. */
import { describe, expect, test } from 'vitest';
import { caller, manualClock, start } from '../fixture.ts';

const SECRET = '/v1/projects/orchestra-dev/secrets/a/versions/1';

async function fixture() {
  const clock = manualClock();
  const emulator = await start({ clock });
  emulator.seed.secret('a', 'x');
  return { emulator, clock, call: caller(emulator, 'secretmanager') };
}

describe('authentication', () => {
  test('refuses a call without a token, with a foreign one, and with an expired one', async () => {
    const { emulator, clock, call } = await fixture();
    const token = emulator.token({ lifetimeSeconds: 60 });
    expect((await call('GET', SECRET, { token: null })).status).toBe(401);
    expect((await call('GET', SECRET, { token: 'ya29.made-up' })).json.error.status).toBe('UNAUTHENTICATED');
    expect((await call('GET', SECRET, { token })).status).toBe(200);
    clock.advance(61);
    expect((await call('GET', SECRET, { token })).status).toBe(401);
  });

  test('refuses what was denied, only there and only to the member, until it is allowed again', async () => {
    const { emulator, call } = await fixture();
    emulator.seed.secret('b', 'x');
    emulator.core.access.deny('secretmanager.versions.get', { resource: 'secrets/a', member: 'serviceAccount:me' });
    const token = emulator.token({ member: 'serviceAccount:me' });
    const refused = await call('GET', SECRET, { token });
    expect(refused.status).toBe(403);
    expect(refused.json.error).toMatchObject({
      status: 'PERMISSION_DENIED',
      details: [{ reason: 'IAM_PERMISSION_DENIED', metadata: { permission: 'secretmanager.versions.get' } }],
    });
    expect((await call('GET', SECRET.replace('/a/', '/b/'), { token })).status).toBe(200);
    expect((await call('GET', SECRET)).status).toBe(200);
    emulator.core.access.allow('secretmanager.versions.get');
    expect((await call('GET', SECRET, { token })).status).toBe(200);
  });

  test('refuses projects that do not exist as forbidden, as the real APIs do', async () => {
    const { call } = await fixture();
    expect((await call('GET', SECRET.replace('orchestra-dev', 'other'))).status).toBe(403);
    expect((await call('GET', SECRET.replace('orchestra-dev', '123456789012'))).status).toBe(200);
  });
});

describe('faults', () => {
  test('responds with a status on the n-th matching call, as often as the rule says', async () => {
    const { emulator, call } = await fixture();
    emulator.core.faults.add({ api: 'secretmanager', path: 'versions/1$', nth: 2, times: 2, status: 503 });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await call('GET', SECRET)).status);
    expect(statuses).toEqual([200, 503, 503, 200, 200]);
  });

  test('resets the connection before the work, and drops the response after it', async () => {
    const { emulator, call } = await fixture();
    const add = () =>
      call('POST', '/v1/projects/orchestra-dev/secrets/a:addVersion', { json: { payload: { data: '' } } });
    const versions = async () => (await call('GET', '/v1/projects/orchestra-dev/secrets/a/versions')).json.totalSize;
    emulator.core.faults.add({ path: 'addVersion', reset: true });
    await expect(add()).rejects.toThrow(/ECONNRESET|socket hang up/);
    expect(await versions()).toBe(1);
    emulator.core.faults.add({ path: 'addVersion', dropResponse: true });
    await expect(add()).rejects.toThrow(/ECONNRESET|socket hang up/);
    expect(await versions()).toBe(2);
    expect(emulator.core.calls.list.map(({ status }) => status)).toContain(0);
  });

  test('expires the token of the caller, for this call and all later ones', async () => {
    const { emulator, call } = await fixture();
    emulator.core.faults.add({ expireToken: true, nth: 2 });
    const token = emulator.token();
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await call('GET', SECRET, { token })).status);
    expect(statuses).toEqual([200, 401, 401]);
  });

  test('delays by the clock of the emulator', async () => {
    const { emulator, clock, call } = await fixture();
    emulator.core.faults.add({ delayMs: 30_000 });
    const arrived = new Promise<void>((resolve) => emulator.core.calls.onCall(() => resolve()));
    let responded = false;
    const response = call('GET', SECRET).then(({ status }) => {
      responded = true;
      return status;
    });
    await arrived;
    await new Promise((resolve) => setImmediate(resolve));
    expect(responded).toBe(false);
    clock.advance(30);
    expect(await response).toBe(200);
  });
});

describe('the call log', () => {
  test('numbers all calls over all APIs, with their query and status', async () => {
    const { emulator, call } = await fixture();
    await call('GET', `${SECRET}?alt=json`);
    await caller(emulator, 'github')('GET', '/nowhere', { token: emulator.github.token });
    expect(emulator.core.calls.list).toMatchObject([
      { number: 1, api: 'secretmanager', method: 'GET', path: SECRET, query: '?alt=json', status: 200 },
      { number: 2, api: 'github', path: '/nowhere', status: 404 },
    ]);
  });

  test('lets a hook act before a call is carried out', async () => {
    const { emulator, call } = await fixture();
    const stop = emulator.core.calls.onCall(({ number }) => {
      if (number === 2) emulator.secrets.delete('orchestra-dev', 'a');
    });
    expect((await call('GET', SECRET)).status).toBe(200);
    expect((await call('GET', SECRET)).status).toBe(404);
    stop();
  });
});

test('a body that is no JSON is an invalid argument', async () => {
  const { call } = await fixture();
  const response = await call('POST', '/v1/projects/orchestra-dev/secrets/a:addVersion', { body: '{' });
  expect(response.status).toBe(400);
  expect(response.json.error.status).toBe('INVALID_ARGUMENT');
});
