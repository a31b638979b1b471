/** `npx github:orchestra/actions#v1`: the release tree installs as a package without dependencies, and its command starts. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundlesFolder } from '../../harness/bundles.ts';

const folder = mkdtempSync(join(tmpdir(), 'npx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packages = () =>
  ['package.json', 'cli/package.json'].map(
    (file) => JSON.parse(readFileSync(join(bundlesFolder(), file), 'utf8')) as Record<string, unknown>,
  );

test('its packages have no dependencies and no scripts', () => {
  for (const one of packages()) {
    const keys = Object.keys(one).filter((key) => /dependencies|scripts|gypfile|bundle/i.test(key));
    expect(keys).toEqual([]);
    expect(one.bin).toEqual({ orchestra: expect.stringMatching(/orchestra\.cjs$/) });
  }
});

test('npx runs it from a git tag, offline', () => {
  const repository = join(folder, 'repository');
  cpSync(bundlesFolder(), repository, { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: repository,
      // The user's own settings, such as `commit.gpgsign`, do not apply.
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    });
  git('init', '--quiet');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', 'release');
  git('tag', 'v1');
  const output = execFileSync('npx', ['--yes', '--offline', `git+file://${repository}#v1`, '--version'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      npm_config_cache: join(folder, 'cache'),
      npm_config_update_notifier: 'false',
    },
  });
  expect(output.trim()).toBe(packages()[0]?.version);
});
