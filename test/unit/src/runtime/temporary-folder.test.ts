import { existsSync, mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Context } from '../../../../src/runtime/context.ts';
import { claimedFolder, claimFolder } from '../../../../src/runtime/temporary-folder.ts';

let temp: string;
let state: Record<string, string>;
let warnings: string[];
let context: Pick<Context, 'state' | 'saveState' | 'log'>;

beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'runner-temp-'));
  state = {};
  warnings = [];
  context = {
    state: (name) => state[name] ?? '',
    saveState: (name, value) => {
      state[name] = value as string;
    },
    log: { warning: (text: string) => warnings.push(text) } as unknown as Context['log'],
  };
});

const make = (dir = join(temp, 'docker-1')) => {
  mkdirSync(dir);
  claimFolder(context, 'config', dir);
  return dir;
};

test('a folder that main claimed is given to post', () => {
  const dir = make();
  expect(claimedFolder(context, 'config', temp)).toBe(dir);
  expect(warnings).toEqual([]);
});

test('nothing claimed, or gone: nothing to say', () => {
  expect(claimedFolder(context, 'config', temp)).toBeUndefined();
  state = { config: join(temp, 'docker-9'), 'config-id': 'a'.repeat(32) };
  expect(claimedFolder(context, 'config', temp)).toBeUndefined();
  expect(warnings).toEqual([]);
});

test.each<[string, () => void]>([
  ['lies elsewhere', () => (state.config = make(join(mkdtempSync(join(tmpdir(), 'x-')), 'docker-1')))],
  ['lies deeper', () => void make(join(make(), 'docker-2'))],
  ['is the temporary folder', () => (state.config = temp)],
  ['is written with dots', () => (state.config = `${make()}/../docker-1`)],
  ['is relative', () => (state.config = 'docker-1')],
  [
    'has no mark',
    () => {
      make();
      state.config = join(temp, 'victim');
      mkdirSync(state.config);
    },
  ],
  [
    'has the marker of another',
    () => {
      make();
      state['config-id'] = 'b'.repeat(32);
    },
  ],
  [
    'has a mark and no id is known',
    () => {
      make();
      delete state['config-id'];
    },
  ],
  [
    'is a link to a folder with the mark',
    () => {
      const dir = make();
      renameSync(dir, `${dir}-moved`);
      symlinkSync(`${dir}-moved`, dir);
    },
  ],
  [
    'has a link as its mark',
    () => {
      make();
      const id = join(temp, 'id');
      writeFileSync(id, state['config-id'] as string);
      state.config = join(temp, 'victim');
      mkdirSync(state.config);
      symlinkSync(id, join(state.config, '.orchestra-owner'));
    },
  ],
  [
    'is a file',
    () => {
      make();
      state.config = join(temp, 'file');
      writeFileSync(state.config, '');
    },
  ],
])('a folder that %s is left alone, and named', (_, forge) => {
  forge();
  expect(claimedFolder(context, 'config', temp)).toBeUndefined();
  expect(warnings.join()).toContain('was not removed');
  expect(existsSync(temp)).toBe(true);
});
