/**
 * Bundles of the working tree: the bundle and e2e tiers build them before their first test and remove them after the last, so
 * that no test can pass on what `dist/` was built from earlier. `test/contract/dist.test.ts` compares `dist/` with a fresh build.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRelease } from '../../scripts/build.ts';

const VARIABLE = 'ORCHESTRA_BUNDLES';

/** The folder of the release tree under test: `NAME/action.yml` and bundles. Outside the test tiers that is `dist/`. */
export function bundlesFolder(): string {
  return process.env[VARIABLE] ?? join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'dist');
}

/** Vitest's global setup: workers inherit the variable. Bundles that it already names are not built again. */
export default async function setup(): Promise<() => void> {
  if (process.env[VARIABLE] !== undefined) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  await buildRelease(folder);
  process.env[VARIABLE] = folder;
  return () => {
    delete process.env[VARIABLE];
    rmSync(folder, { recursive: true, force: true });
  };
}
