/** Wheels of the Python applications of the tests, so that `pip install` in their images needs no network. */
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from '../dependencies.ts';
import { hashOf, projectDir, requireProgram, run } from '../local.ts';
import { tool } from '../tools.ts';

const PIP = 'pip==25.3';
const applications = ['shop/web', 'shop/api', 'templates/python'];
const lists = applications.map((name) => join(projectDir, 'test/e2e', name, 'requirements.txt'));

/** For Python 3.13 on linux/amd64: the packages of their requirements.txt, and pip. */
export async function pythonWheels(): Promise<Folder> {
  const stamp = hashOf(PIP, ...(await Promise.all(lists.map((file) => readFile(file, 'utf8')))));
  const dir = await tool('python-wheels', stamp, '.', async (target) => {
    await requireProgram('python3');
    const platform = ['--only-binary=:all:', '--python-version=3.13', '--platform=manylinux2014_x86_64'];
    const options = ['download', '--quiet', '--no-deps', ...platform, '--dest', target];
    // One call for each: two applications may need different versions of a package.
    for (const list of lists) await run('python3', ['-m', 'pip', ...options, '--requirement', list]);
    await run('python3', ['-m', 'pip', ...options, PIP]);
  });
  return { dir: await realpath(dir), stamp };
}
