/** What a context should not have is named before the build. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contextWarnings } from '../../../../actions/build-image/reuse/context-warnings.ts';
import { anInput } from '../inputs-of.ts';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'context-'));
  for (const name of ['Dockerfile', 'app/main.go', '.gitignore', 'credentials.json']) write(name);
});
afterEach(() => rmSync(workspace, { recursive: true }));

function write(name: string, text = 'x'): void {
  mkdirSync(dirname(join(workspace, name)), { recursive: true });
  writeFileSync(join(workspace, name), text);
}
const warnings = (contextDir = '.') => contextWarnings(anInput({ workspace, contextDir }));

it('prints nothing for a normal context', () => expect(warnings()).toEqual([]));

it.each([
  ['a repository', '.git/config', /has \.git, which differs in every checkout.*Add \.git to \.dockerignore/],
  ['a worktree', '.git', /has \.git/],
  ['credentials', 'gha-creds-0a1b2c3d.json', /has gha-creds-0a1b2c3d\.json.*Add gha-creds-\*\.json to \.dockerignore/],
])('names %s', (_, name, says) => {
  write(name);
  expect(warnings()).toEqual([expect.stringMatching(says)]);
  // Not in this folder.
  expect(warnings('app')).toEqual([]);
});

it.each([
  ['.dockerignore', '.git\ngha-creds-*.json\n'],
  ['.dockerignore', '*\n!app\n'],
  ['Dockerfile.dockerignore', '**/.git\n**/gha-creds-*\n'],
])('says nothing about what %s ignores', (name, text) => {
  write('.git/config');
  write('gha-creds-0a1b2c3d.json');
  write(name, text);
  expect(warnings()).toEqual([]);
});
