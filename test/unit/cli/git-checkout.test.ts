/** Which repository on GitHub a folder is a checkout of. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCheckout } from '../../../cli/core/git-checkout.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkout-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const remote = (url: string, name = 'origin') =>
  `[core]\n\tbare = false\n[remote "${name}"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/${name}/*\n[branch "main"]\n\tremote = ${name}\n`;

describe('the remote origin', () => {
  it.each([
    'https://github.com/acme/web',
    'https://github.com/acme/web.git',
    'https://github.com/acme/web/',
    'https://x-access-token:abc@github.com/acme/web.git',
    'git@github.com:acme/web.git',
    'ssh://git@github.com/acme/web.git',
  ])('%s', (url) => {
    write('.git/config', remote('git@github.com:other/fork.git', 'upstream') + remote(url));
    expect(findCheckout(folder)).toEqual({ root: folder, repository: 'acme/web' });
  });

  it.each([
    'https://gitlab.com/acme/web.git',
    'https://github.com.example.com/acme/web',
    '/srv/git/web.git',
    'https://github.com/acme',
  ])('%s is not on GitHub', (url) => {
    write('.git/config', remote(url));
    expect(findCheckout(folder)).toEqual({ root: folder, repository: undefined });
  });
});

it('is found from a subfolder, a linked worktree and a submodule', () => {
  write('.git/config', remote('git@github.com:acme/web.git'));
  write('services/api/README.md', '');
  expect(findCheckout(join(folder, 'services/api'))).toEqual({ root: folder, repository: 'acme/web' });

  write('.git/worktrees/next/commondir', '../..\n');
  write('next/.git', `gitdir: ${folder}/.git/worktrees/next\n`);
  expect(findCheckout(join(folder, 'next'))).toEqual({ root: join(folder, 'next'), repository: 'acme/web' });

  write('.git/modules/library/config', remote('https://github.com/acme/library'));
  write('library/.git', 'gitdir: ../.git/modules/library\n');
  expect(findCheckout(join(folder, 'library'))?.repository).toBe('acme/library');
});

it('no checkout, and one without a configuration', () => {
  expect(findCheckout(folder)).toBeUndefined();
  write('.git/HEAD', '');
  expect(findCheckout(folder)).toEqual({ root: folder, repository: undefined });
});
