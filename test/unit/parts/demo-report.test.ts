/** The report of `npm run demo`. */
import { expect, test } from 'vitest';
import { createReport } from '../../../scripts/demo/report.ts';

test('a step after a failed one is skipped, since it would fail for the same reason', async () => {
  let printed = '';
  let ran = 0;
  const report = createReport((text) => {
    printed += text;
  });
  await report.step('build', async () => 'one image');
  await report.step('migrate', async () => {
    throw new Error('no database');
  });
  await report.step('deploy', async () => `${++ran}`);
  expect(ran).toBe(0);
  expect(report.rows.map(({ what, result }) => `${what} ${result}`)).toEqual([
    'build ok',
    'migrate failed',
    'deploy skipped',
  ]);
  expect(printed).toContain('no database');
  expect(report.table()).toMatch(/✔ build .* s\n✘ migrate .* s\n– deploy +skipped/);
});
