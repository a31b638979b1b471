/** The emulator as a separate process, and its admin API. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdentityPoolClient } from 'google-auth-library';
import { afterEach, expect, test } from 'vitest';
import { caller, start } from './fixture.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function run(...args: string[]) {
  const child = spawn(process.execPath, [new URL('../../src/main.ts', import.meta.url).pathname, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const up = new Promise<void>((resolve) =>
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
      if (stderr.includes('is up')) resolve();
    }),
  );
  // Not `exit`: output of the process can still arrive after that, but not after `close`.
  return { child, up, ended: once(child, 'close'), output: () => ({ stdout, stderr }) };
}

const environment = (file: string): Record<string, string> =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  );

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('prints and writes the environment, serves, and ends on %s with %i', async (signal, code) => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-main-'));
  const file = join(folder, 'env');
  const { child, up, ended, output } = run('--port', '0', '--engine', 'none', '--project', 'mine', '--env', file);
  await up;
  const env = environment(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(output().stdout).toContain(
    `export CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN='${env.CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN}'`,
  );
  const { token } = (await (await fetch(`${env.ORCHESTRA_EMULATOR}/tokens`, { method: 'POST' })).json()) as {
    token: string;
  };
  const headers = { authorization: `Bearer ${token}` };
  const secrets = `${env.CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER}v1/projects`;
  expect((await fetch(`${secrets}/mine/secrets/x`, { headers })).status).toBe(404);
  expect((await fetch(`${secrets}/orchestra-dev/secrets/x`, { headers })).status).toBe(403);
  child.kill(signal);
  expect(await ended).toEqual([code, null]);
  expect(output().stderr).toContain('Everything that was started here has ended.');
  rmSync(folder, { recursive: true });
});

test('the environment is enough for a client with Application Default Credentials, in each project', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-main-'));
  const file = join(folder, 'env');
  const { child, up, ended } = run('--port', '0', '--engine', 'none', '--project', 'staging,prod', '--env', file);
  await up;
  const env = environment(file);
  expect(env).toMatchObject({ GOOGLE_CLOUD_PROJECT: 'staging', CLOUDSDK_RUN_REGION: 'us-central1' });
  const credentials = env.GOOGLE_APPLICATION_CREDENTIALS ?? '';
  expect(statSync(credentials).mode & 0o777).toBe(0o600);
  const scopes = ['https://www.googleapis.com/auth/cloud-platform'];
  const client = new IdentityPoolClient({ ...JSON.parse(readFileSync(credentials, 'utf8')), scopes });
  const headers = { authorization: `Bearer ${(await client.getAccessToken()).token}` };
  const services = (project: string) =>
    fetch(`${env.CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN}v2/projects/${project}/locations/us-central1/services`, {
      headers,
    });
  expect((await services('staging')).status).toBe(200);
  expect((await services('prod')).status).toBe(200);
  expect((await services('other')).status).toBe(403);
  child.kill('SIGTERM');
  await ended;
  expect(existsSync(credentials)).toBe(false);
  rmSync(folder, { recursive: true });
});

test.each([
  [['--engine', 'lxc'], '--engine must be docker or none, not lxc'],
  [['--port', 'x'], '--port must be a number, not x'],
  [['--nonsense'], "Unknown option '--nonsense'"],
])('refuses %j', async (args, message) => {
  const { ended, output } = run(...args);
  expect((await ended)[0]).toBe(1);
  expect(output().stderr).toContain(message);
});

test('says when a port is taken', async () => {
  const emulator = await start();
  const { ended, output } = run('--engine', 'none', '--port', new URL(emulator.urls.admin).port);
  expect((await ended)[0]).toBe(1);
  expect(output().stderr).toMatch(/EADDRINUSE.*choose another --port/);
});

test('the admin API sets faults, permissions, claims, secrets, commits; and shows calls', async () => {
  const emulator = await start();
  const admin = caller(emulator, 'admin');
  const put = (path: string, json: object) => admin('PUT', path, { token: null, json });
  expect((await admin('GET', '/env', { token: null })).json).toEqual(emulator.env);
  expect((await put('/secrets', { name: 'db', value: 'x' })).json.version).toMatch(/secrets\/db\/versions\/1$/);
  await put('/oidc/claims', { environment: 'production' });
  expect(emulator.oidc.claims).toEqual({ environment: 'production' });
  await put('/github/commit', { sha: 'a'.repeat(40), ref: 'main' });
  const commit = await caller(emulator, 'github')('GET', '/repos/o/r/commits/main', { token: emulator.github.token });
  expect(commit.json.sha).toBe('a'.repeat(40));
  expect((await put('/nonsense', {})).status).toBe(400);

  const secret = () => caller(emulator, 'secretmanager')('GET', '/v1/projects/orchestra-dev/secrets/db');
  await admin('POST', '/faults', { token: null, json: { api: 'secretmanager', status: 503 } });
  expect((await secret()).status).toBe(503);
  await admin('POST', '/access/deny', { token: null, json: { permission: 'secretmanager.secrets.get' } });
  expect((await secret()).status).toBe(403);
  await admin('POST', '/access/allow', { token: null, json: { permission: 'secretmanager.secrets.get' } });
  expect((await secret()).status).toBe(200);
  const calls = await admin('GET', '/calls?api=secretmanager', { token: null });
  expect(calls.json.map(({ status }: { status: number }) => status)).toEqual([503, 403, 200]);
});
