/** The checkout of the current folder, read from git's files, since a machine can be without git. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface GitCheckout {
  /** Its top folder. */
  readonly root: string;
  /** `OWNER/NAME` on GitHub, from the remote `origin`. */
  readonly repository: string | undefined;
}

/** The checkout that the folder is in. */
export function findCheckout(folder: string): GitCheckout | undefined {
  for (let root = folder; ; root = dirname(root)) {
    const git = join(root, '.git');
    if (existsSync(git)) return { root, repository: originIn(configOf(git)) };
    if (dirname(root) === root) return undefined;
  }
}

/** In a linked worktree and in a submodule `.git` is a file (https://git-scm.com/docs/gitrepository-layout). */
function configOf(git: string): string {
  if (statSync(git).isDirectory()) return textOf(join(git, 'config'));
  const target = /^gitdir: (.+)$/m.exec(textOf(git))?.[1];
  if (target === undefined) return '';
  const own = resolve(dirname(git), target);
  return textOf(resolve(own, textOf(join(own, 'commondir')).trim(), 'config'));
}

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function originIn(config: string): string | undefined {
  const section = /\[remote "origin"\]([^[]*)/.exec(config)?.[1] ?? '';
  return /^\s*url\s*=\s*(?:https:\/\/(?:[^\s@/]+@)?|(?:ssh:\/\/)?git@)github\.com[:/]+([^\s/]+\/[^\s/]+?)(?:\.git)?\/?\s*$/m.exec(
    section,
  )?.[1];
}
