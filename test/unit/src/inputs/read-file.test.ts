import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTextFile } from '../../../../src/inputs/read-file.ts';

const root = mkdtempSync(join(tmpdir(), 'read-file-'));

test('a file is read, also behind a link', () => {
  writeFileSync(join(root, 'a'), 'text');
  symlinkSync('a', join(root, 'b'));
  expect([readTextFile(join(root, 'a')), readTextFile(join(root, 'b'))]).toEqual(['text', 'text']);
});

test('a pipe and a device are not waited for', () => {
  execFileSync('/bin/sh', ['-c', 'command -p mkfifo "$0"', join(root, 'pipe')]);
  symlinkSync('/dev/zero', join(root, 'zero'));
  for (const path of [join(root, 'pipe'), join(root, 'zero'), '/dev/zero'])
    expect(() => readTextFile(path)).toThrow(expect.objectContaining({ code: 'NOT_A_FILE' }));
});

test('a missing file, or a folder, is reported as before', () => {
  expect(() => readTextFile(join(root, 'missing'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  expect(() => readTextFile(root)).toThrow(expect.objectContaining({ code: 'EISDIR' }));
});
