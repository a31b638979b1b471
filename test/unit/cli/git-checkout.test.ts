/** Which repository on GitHub a folder is a checkout of. */
import { describe, expect, it } from 'vitest';
import { findCheckout } from '../../../cli/core/git-checkout.ts';
import { useTemporaryFolder } from '../temporary-folder.ts';

const { path, write } = useTemporaryFolder('checkout-');

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
    expect(findCheckout(path())).toEqual({ root: path(), repository: 'acme/web' });
  });

  it.each([
    'https://gitlab.com/acme/web.git',
    'https://github.com.example.com/acme/web',
    '/srv/git/web.git',
    'https://github.com/acme',
  ])('%s is not on GitHub', (url) => {
    write('.git/config', remote(url));
    expect(findCheckout(path())).toEqual({ root: path(), repository: undefined });
  });
});

it('is found from a subfolder, a linked worktree and a submodule', () => {
  write('.git/config', remote('git@github.com:acme/web.git'));
  write('services/api/README.md', '');
  expect(findCheckout(path('services/api'))).toEqual({ root: path(), repository: 'acme/web' });

  write('.git/worktrees/next/commondir', '../..\n');
  write('next/.git', `gitdir: ${path()}/.git/worktrees/next\n`);
  expect(findCheckout(path('next'))).toEqual({ root: path('next'), repository: 'acme/web' });

  write('.git/modules/library/config', remote('https://github.com/acme/library'));
  write('library/.git', 'gitdir: ../.git/modules/library\n');
  expect(findCheckout(path('library'))?.repository).toBe('acme/library');
});

it('no checkout, and one without a configuration', () => {
  expect(findCheckout(path())).toBeUndefined();
  write('.git/HEAD', '');
  expect(findCheckout(path())).toEqual({ root: path(), repository: undefined });
});
