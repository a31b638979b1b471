/** The rules of .dockerignore, as BuildKit has them. The e2e tier compares them with the builder itself. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fingerprintFolder, readIgnoreFile, walkContext } from '../../../../actions/build-image/reuse/context-files.ts';
import { parseIgnoreFile } from '../../../../actions/build-image/reuse/ignore-file.ts';

const folders: string[] = [];
function tree(paths: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'context-'));
  folders.push(root);
  for (const path of paths) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
  return root;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const FILES = [
  'a.txt',
  'b.md',
  'README.md',
  'src/a.txt',
  'src/deep/b.md',
  'src/deep/a.txt',
  'node_modules/x/index.js',
  '.env',
];
const sent = (ignore: string) =>
  [...walkContext(tree(FILES), parseIgnoreFile(ignore))].filter(({ kind }) => kind === 'file').map(({ path }) => path);

const CASES: readonly (readonly [name: string, ignore: string, left: readonly string[]])[] = [
  ['nothing without rules', '', []],
  ['a file at the root alone', 'a.txt', ['a.txt']],
  ['a leading slash means nothing', '/a.txt', ['a.txt']],
  ['a file at every depth', '**/a.txt', ['a.txt', 'src/a.txt', 'src/deep/a.txt']],
  ['a pattern at the root alone', '*.md', ['README.md', 'b.md']],
  ['one level down', '*/*.txt', ['src/a.txt']],
  ['a folder with all in it', 'node_modules', ['node_modules/x/index.js']],
  ['a trailing slash means nothing', 'src/', ['src/a.txt', 'src/deep/a.txt', 'src/deep/b.md']],
  ['what is in a folder', 'src/**', ['src/a.txt', 'src/deep/a.txt', 'src/deep/b.md']],
  ['two stars in the middle', 'src/**/a.txt', ['src/a.txt', 'src/deep/a.txt']],
  ['all that ends so', '**.md', ['README.md', 'b.md', 'src/deep/b.md']],
  ['an exception after', '*.md\n!README.md', ['b.md']],
  ['an exception that is overruled', '*.md\n!README.md\nREADME*', ['README.md', 'b.md']],
  ['an exception inside a left-out folder', 'src\n!src/deep/a.txt', ['src/a.txt', 'src/deep/b.md']],
  ['all but one folder', '*\n!src', ['.env', 'README.md', 'a.txt', 'b.md', 'node_modules/x/index.js']],
  ['comments and blank lines', '# a.txt\n\n   \n.env\n', ['.env']],
  ['blanks around', '  .env  ', ['.env']],
  ['a byte order mark', '\uFEFFa.txt', ['a.txt']],
  ['Windows line ends', 'a.txt\r\nb.md\r\n', ['a.txt', 'b.md']],
  ['a question mark', '?.txt', ['a.txt']],
  ['a class', '[ab].*', ['a.txt', 'b.md']],
  ['a negated class', '[^b].*', ['a.txt']],
  ['a dot that is a dot', 'a?txt\n!a.txt', []],
  ['an escaped star', '\\*.md', []],
  ['dots in a path', './src/../a.txt', ['a.txt']],
  ['other letters', 'A.TXT', []],
  ['a lone exclamation mark', '!', []],
];

describe('.dockerignore leaves out', () => {
  it.each(CASES)('%s', (_name, ignore, left) => {
    expect(sent(ignore).sort()).toEqual(FILES.filter((file) => !left.includes(file)).sort());
  });

  it('sends the folders above an exception, and no others', () => {
    const entries = [...walkContext(tree(FILES), parseIgnoreFile('*\n!src/deep/a.txt'))];
    expect(entries.map(({ path }) => path)).toEqual(['src', 'src/deep', 'src/deep/a.txt']);
  });

  it.each(['c++/x(1).txt', 'a{b}.txt', 'a$b', 'a|b', 'a^b'])('takes %s for what it is', (name) => {
    const left = [...walkContext(tree([name, 'other']), parseIgnoreFile(name))].filter(({ kind }) => kind === 'file');
    expect(left.map(({ path }) => path)).toEqual(['other']);
  });
});

describe('the ignore file that counts', () => {
  it('is the one named after the Dockerfile, else that of the context', () => {
    const root = tree([
      'deploy/Dockerfile.server',
      'deploy/Dockerfile.server.dockerignore',
      'deploy/Dockerfile.worker',
      '.dockerignore',
    ]);
    expect(readIgnoreFile(root, join(root, 'deploy/Dockerfile.server'))).toBe('deploy/Dockerfile.server.dockerignore');
    expect(readIgnoreFile(root, join(root, 'deploy/Dockerfile.worker'))).toBe('.dockerignore');
  });

  it('may be absent', () => {
    const root = tree(['Dockerfile']);
    expect(readIgnoreFile(root, join(root, 'Dockerfile'))).toBe('');
  });
});

describe('an ignore file that is no file', () => {
  it.each(['.dockerignore', 'Dockerfile.dockerignore'])('%s is refused by name instead of waited for', (name) => {
    const root = tree(['Dockerfile']);
    execFileSync('/bin/sh', ['-c', 'command -p mkfifo "$0"', join(root, name)]);
    expect(() => readIgnoreFile(root, join(root, 'Dockerfile'))).toThrow(
      `${name} cannot be read: it is not a regular file`,
    );
  });
  it('and a pipe within the context is not opened', () => {
    const root = tree(['a.txt']);
    execFileSync('/bin/sh', ['-c', 'command -p mkfifo "$0"', join(root, 'pipe')]);
    expect([...walkContext(root, parseIgnoreFile(''))].map(({ path, kind }) => [path, kind])).toEqual([
      ['a.txt', 'file'],
      ['pipe', 'other'],
    ]);
    expect(fingerprintFolder(root, '')).toMatch(/^[0-9a-f]{64}$/);
  });
});
