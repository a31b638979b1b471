import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outwardPorts } from '../../../src/run/drivers/docker-driver.ts';
import type { ContainerSpec } from '../../../src/run/drivers/driver.ts';
import { tar } from '../../../src/run/drivers/tar.ts';

const container = (env: Record<string, string>, rest: Partial<ContainerSpec> = {}): ContainerSpec => ({
  name: 'c',
  image: 'i',
  digest: 'd',
  command: [],
  args: [],
  env,
  workingDir: undefined,
  port: undefined,
  startupProbe: undefined,
  dependsOn: [],
  files: [],
  ...rest,
});

test('an instance reaches those ports of the host that its environment names, and none that are its own', () => {
  const server = container({
    DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/db?x=1',
    REDIS_URL: 'redis://localhost:6379/0',
    SELF: 'http://localhost:8080',
    PORT: '3000',
    OTHER: 'http://127.0.0.1:3000',
    FAR: 'http://10.0.0.1:99',
    NONSENSE: 'localhost:99999',
  });
  const nginx = container({ PORT: '8080', UPSTREAM: '127.0.0.1:3000' }, { port: 8080 });
  expect(outwardPorts([nginx, server])).toEqual([5432, 6379]);
});

test('tar reads what we write', () => {
  const directory = mkdtempSync(join(tmpdir(), 'tar-'));
  const long = `/${'deep/'.repeat(30)}file`;
  const files = [
    { path: '/secrets/jwt', data: Buffer.from('x'.repeat(700)), mode: 0o444 },
    { path: long, data: Buffer.from('y'), mode: 0o400 },
  ];
  const { status, stderr } = spawnSync('tar', ['-xf', '-', '-C', directory], { input: tar(files) });
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
  expect(readFileSync(join(directory, 'secrets/jwt'), 'utf8')).toBe('x'.repeat(700));
  expect(statSync(join(directory, 'secrets/jwt')).mode & 0o777).toBe(0o444);
  expect(readFileSync(join(directory, long), 'utf8')).toBe('y');
  rmSync(directory, { recursive: true });
});
