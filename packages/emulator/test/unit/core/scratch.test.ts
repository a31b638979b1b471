/** Temporary folders do not outlive their process. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createScratch } from '../../../src/core/scratch.ts';

test('a folder goes when it is closed', async () => {
  const scratch = createScratch('scratch-test');
  const path = await scratch.path();
  expect(existsSync(path)).toBe(true);
  await scratch.close();
  expect(existsSync(path)).toBe(false);
});

test('a folder that nobody closed goes with its process', () => {
  const module = new URL('../../../src/core/scratch.ts', import.meta.url).href;
  const script = `import { createScratch } from '${module}'; console.log(await createScratch('scratch-test').path()); process.exit(3);`;
  let path = '';
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', script]);
  } catch (error) {
    path = String((error as { stdout: Buffer }).stdout).trim();
  }
  expect(path).toContain('scratch-test-');
  expect(existsSync(path)).toBe(false);
}, 30_000);
