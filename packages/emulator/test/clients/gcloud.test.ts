/** gcloud against the emulator: a client independent of our code. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../src/start.ts';

const present = (() => {
  try {
    execFileSync('gcloud', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const skipped = !present && !process.env.CI;
if (skipped) console.warn('Left out: gcloud against the emulator, since gcloud is not installed.');

describe.skipIf(skipped)('gcloud', () => {
  let emulator: Emulator;
  let folder: string;
  beforeAll(async () => {
    emulator = await startEmulator();
    folder = mkdtempSync(join(tmpdir(), 'gcloud-storage-'));
    writeFileSync(join(folder, 'token'), emulator.token());
    mkdirSync(join(folder, 'site/a b'), { recursive: true });
    writeFileSync(join(folder, 'site/index.html'), '<h1>one</h1>');
    writeFileSync(join(folder, 'site/a b/x:y.css'), 'body {}');
    writeFileSync(join(folder, 'site/empty.txt'), '');
    writeFileSync(join(folder, 'site/big.bin'), Buffer.alloc(9 * 1024 * 1024, 'big '));
  });
  afterAll(async () => {
    await emulator.stop();
    rmSync(folder, { recursive: true });
  });

  const gcloud = (...args: string[]) => run('storage', ...args);
  async function run(...args: string[]) {
    const env = {
      ...emulator.env,
      PATH: process.env.PATH,
      HOME: folder,
      CLOUDSDK_CONFIG: join(folder, 'config'),
      CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: join(folder, 'token'),
      CLOUDSDK_CORE_PROJECT: 'orchestra-dev',
      CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
      CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: '1',
      CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: '1',
    };
    return promisify(execFile)('gcloud', args, { env });
  }
  const read = async (name: string) => (await emulator.storage.read('orchestra-dashboard', name))?.toString();
  const uploads = () =>
    emulator.core.calls.list.filter(({ method, path }) => method !== 'GET' && path.includes('upload')).length;

  test('rsync sends a folder, a large file in a resumable session, and then nothing again', async () => {
    await gcloud('rsync', '-r', join(folder, 'site'), 'gs://orchestra-dashboard/site');
    expect(await read('site/index.html')).toBe('<h1>one</h1>');
    expect(await read('site/a b/x:y.css')).toBe('body {}');
    expect(await read('site/empty.txt')).toBe('');
    expect((await read('site/big.bin'))?.length).toBe(9 * 1024 * 1024);
    expect(emulator.core.calls.list.some(({ query }) => query.includes('uploadType=resumable&upload_id='))).toBe(true);
    const sent = uploads();
    await gcloud('rsync', '-r', join(folder, 'site'), 'gs://orchestra-dashboard/site');
    expect(uploads()).toBe(sent);
  }, 60_000);

  test('ls lists it, cp brings a large file back whole', async () => {
    const { stdout } = await gcloud('ls', '-r', 'gs://orchestra-dashboard/site/**');
    expect(stdout.trim().split('\n').sort()).toEqual(
      ['a b/x:y.css', 'big.bin', 'empty.txt', 'index.html'].map((name) => `gs://orchestra-dashboard/site/${name}`),
    );
    await gcloud('cp', 'gs://orchestra-dashboard/site/big.bin', join(folder, 'back.bin'));
    expect(readFileSync(join(folder, 'back.bin')).equals(readFileSync(join(folder, 'site/big.bin')))).toBe(true);
  }, 60_000);

  test('mv, rm and metadata', async () => {
    await gcloud('cp', '--cache-control=no-cache', join(folder, 'site/index.html'), 'gs://orchestra-dashboard/m/one');
    await gcloud('mv', 'gs://orchestra-dashboard/m/one', 'gs://orchestra-dashboard/m/two');
    expect([await read('m/one'), await read('m/two')]).toEqual([undefined, '<h1>one</h1>']);
    await gcloud('objects', 'update', 'gs://orchestra-dashboard/m/two', '--custom-metadata=a=b');
    const { metadata } = emulator.storage.store.object('orchestra-dashboard', 'm/two');
    expect(metadata).toMatchObject({ cacheControl: 'no-cache', metadata: { a: 'b' } });
    await gcloud('rm', '-r', 'gs://orchestra-dashboard/m');
    expect(await read('m/two')).toBeUndefined();
  }, 60_000);

  test('the IAM policy of a bucket', async () => {
    const grant = ['--member=allUsers', '--role=roles/storage.objectViewer'];
    await gcloud('buckets', 'add-iam-policy-binding', 'gs://orchestra-dashboard', ...grant);
    const { stdout } = await gcloud('buckets', 'get-iam-policy', 'gs://orchestra-dashboard', '--format=json');
    expect(JSON.parse(stdout).bindings).toContainEqual({ members: ['allUsers'], role: 'roles/storage.objectViewer' });
  }, 60_000);

  test('explains a bucket that does not exist', async () => {
    await expect(gcloud('ls', 'gs://no-such-bucket')).rejects.toThrow(/gs:\/\/no-such-bucket not found: 404/);
  }, 60_000);
});
