/** The checkout of the current folder. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitConfig } from '../../src/github/checkout.ts';

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
    if (existsSync(git)) return { root, repository: originIn(gitConfig(git)) };
    if (dirname(root) === root) return undefined;
  }
}

function originIn(config: string): string | undefined {
  const section = /\[remote "origin"\]([^[]*)/.exec(config)?.[1] ?? '';
  return /^\s*url\s*=\s*(?:https:\/\/(?:[^\s@/]+@)?|(?:ssh:\/\/)?git@)github\.com[:/]+([^\s/]+\/[^\s/]+?)(?:\.git)?\/?\s*$/m.exec(
    section,
  )?.[1];
}
