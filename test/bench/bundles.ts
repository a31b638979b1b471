/** Start time and size of the bundles, compared with an empty Node process. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectDir } from '../../scripts/parts/local.ts';
import { compare, ms, type Row } from './measure.ts';

const ACTIONS = ['build-image', 'migrate', 'deploy-run', 'publish-frontend'];

export async function benchBundles(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const action of ACTIONS) {
    const bundle = join(projectDir, 'dist', action, 'main.cjs');
    // Without inputs a bundle loads completely, reports the missing inputs, and ends.
    const start = () => spawnSync(process.execPath, [bundle], { env: { PATH: process.env.PATH } });
    const empty = () => execFileSync(process.execPath, ['-e', '0']);
    const times = await compare(9, start, empty);
    rows.push({
      what: `start of ${action}`,
      ours: ms(times.ours),
      against: `${ms(times.theirs)} (empty Node)`,
      ratio: `${(times.ours / times.theirs).toFixed(1)}×, +${ms(times.ours - times.theirs)}`,
      aim: 'within 100 ms',
    });
    const code = readFileSync(join(projectDir, 'dist', action, 'action.cjs'));
    const kilobytes = gzipSync(code, { level: 9 }).length / 1000;
    const budget = 200;
    rows.push({
      what: `size of ${action}, gzipped`,
      ours: `${kilobytes.toFixed(0)} KB`,
      against: `${(code.length / 1e6).toFixed(1)} MB plain`,
      ratio: (kilobytes / budget).toFixed(2),
      aim: `${budget} KB`,
    });
  }
  return rows;
}
