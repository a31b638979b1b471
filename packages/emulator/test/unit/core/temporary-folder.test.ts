/** Temporary folders are deleted at the end of their process. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTemporaryFolder } from '../../../src/core/temporary-folder.ts';

test('a folder goes when it is closed', async () => {
  const folder = createTemporaryFolder('folder-test');
  const path = await folder.path();
  expect(existsSync(path)).toBe(true);
  await folder.close();
  expect(existsSync(path)).toBe(false);
});

test('a folder that was not closed is removed with its process', () => {
  const module = new URL('../../../src/core/temporary-folder.ts', import.meta.url).href;
  const script = `import { createTemporaryFolder } from '${module}'; console.log(await createTemporaryFolder('folder-test').path()); process.exit(3);`;
  let path = '';
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', script]);
  } catch (error) {
    path = String((error as { stdout: Buffer }).stdout).trim();
  }
  expect(path).toContain('folder-test-');
  expect(existsSync(path)).toBe(false);
}, 30_000);
