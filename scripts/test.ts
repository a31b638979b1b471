/**
 * `npm test`: format, types, dead code, then all tiers, each with what it needs. A developer's machine may lack parts
 * (an engine, act): what is left out is said in one line. In CI nothing may be left out.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
let red = false;

function step(title: string, command: string, args: readonly string[]): boolean {
  console.log(`\n▶ ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: process.env });
  if (status !== 0) red = true;
  return status === 0;
}

step('format and lint', 'npx', ['biome', 'check', '.']);
step('types', 'npx', ['tsc', '--noEmit']);
step('dead code', 'npx', ['knip']);
for (const tier of ['unit', 'contract', 'conformance', 'emulator', 'bundle', 'e2e']) {
  const report = join(folder, `${tier}.json`);
  step(`${tier} tests`, 'npx', [
    'vitest',
    'run',
    '--project',
    tier,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  count(report);
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
if (process.env.CI === 'true' && totals.skipped > 0) {
  console.log('In CI nothing may be skipped.');
  red = true;
}
process.exit(red ? 1 : 0);

function count(report: string): void {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    totals.passed += result.numPassedTests ?? 0;
    totals.failed += result.numFailedTests ?? 0;
    totals.skipped += (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
  } catch (error) {
    console.log(`The report of a tier could not be read: ${(error as Error).message}`);
    red = true;
  }
}
