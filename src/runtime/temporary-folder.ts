/**
 * A folder that `main` makes and `post` removes. State is only a hint where the folder is: `post` removes one only if it lies
 * directly in the runner's temporary folder, is no link, and holds the random id that `main` wrote.
 */
import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Context } from './context.ts';

const MARKER = '.orchestra-owner';
const idState = (name: string): string => `${name}-id`;

/** Marks `dir` as made by this step and tells `post` of it, as state `name`. */
export function claimFolder(context: Pick<Context, 'saveState'>, name: string, dir: string): void {
  const id = randomBytes(16).toString('hex');
  writeFileSync(join(dir, MARKER), id, { mode: 0o600, flag: 'wx' });
  context.saveState(name, dir);
  context.saveState(idState(name), id);
}

/** The folder that `main` claimed as `name`; undefined if it is gone. One that cannot be proved to be ours is named and left alone. */
export function claimedFolder(context: Pick<Context, 'state' | 'log'>, name: string, temp: string): string | undefined {
  const dir = context.state(name);
  if (dir === '') return undefined;
  const problem = refusal(dir, context.state(idState(name)), temp);
  if (problem === undefined) return dir;
  if (problem !== 'gone')
    context.log.warning(`State ${name} names ${dir}, which was not removed: it ${problem}. Remove it if it is yours.`);
  return undefined;
}

/** Removes a folder that was claimed or made by this process. */
export const removeFolder = (dir: string): void => rmSync(dir, { recursive: true, force: true });

function refusal(dir: string, id: string, temp: string): string | undefined {
  if (dir !== resolve(dir) || dirname(dir) !== resolve(temp)) return `is not in ${temp}`;
  try {
    if (!lstatSync(dir).isDirectory()) return 'is not a folder';
    if (realpathSync(dir) !== join(realpathSync(temp), basename(dir))) return 'is a link';
    const marker = join(dir, MARKER);
    if (!lstatSync(marker).isFile()) return 'has no marker of this step';
    if (!/^[0-9a-f]{32}$/.test(id) || readFileSync(marker, 'utf8') !== id) return 'has the marker of another step';
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return `could not be read (${(error as Error).message})`;
    return lstatSync(dir, { throwIfNoEntry: false }) ? 'has no marker of this step' : 'gone';
  }
}
