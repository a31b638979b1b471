/**
 * `npm run demo`: the whole pipeline on the sample application against a local Google Cloud, with real containers, a real
 * registry and a real database. `-- --keep` leaves it running at the end and prints the URLs to open.
 * Exits 0 only if all checks passed. Ctrl-C stops everything that was started and exits 130.
 */
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { DEFAULTS } from '../packages/emulator/src/defaults.ts';
import { play } from './demo/demo-steps.ts';
import { type LocalCloud, startLocalCloud } from './demo/local-cloud.ts';
import { createPipeline } from './demo/pipeline.ts';
import { createReport } from './demo/report.ts';
import { createRepository } from './demo/repository.ts';
import { localDir, MissingPartError, projectDir, withLock } from './parts/local.ts';
import { exitOnSignal, leaveToSignal } from './parts/processes/interruption.ts';
import { ensurePnpm } from './parts/tools.ts';

const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const print = (text: string) => void process.stdout.write(text);
let starting: Promise<LocalCloud> | undefined;

/** Stops what was started, also during the start. A failed start stops its own parts. */
async function stop(): Promise<void> {
  const cloud = await starting?.catch(() => undefined);
  await cloud?.stop();
}

exitOnSignal(
  (line) => print(`\n${line}\n`),
  () => stop().catch((error: Error) => print(`\n✘ ${error.message}\n`)),
);

/** Returns whether all checks passed. */
async function demonstrate(): Promise<boolean> {
  const began = performance.now();
  const report = createReport(print);
  print('━━ Preparing: a Docker Engine, a registry, PostgreSQL, Redis, and the local Google Cloud\n');
  starting = startLocalCloud(
    (line) => print(`   ✔ ${line}\n`),
    (line) => print(`   … ${line}\n`),
  );
  const cloud = await starting;
  const pnpm = await ensurePnpm();
  const prepared = performance.now();
  const workspace = join(localDir, 'demo/checkout');
  const { github } = cloud.emulator;
  const repository = createRepository(join(projectDir, 'examples/orchestra'), workspace, (commit, parent) =>
    github.commit(commit, parent ? [parent] : []),
  );
  const pipeline = createPipeline(cloud, workspace, pnpm, (line) => print(`       ${line}\n`));
  const siteUrl = cloud.emulator.urls.cdn.replace('127.0.0.1', DEFAULTS.siteHost);
  await play({ report, repository, pipeline, siteUrl });

  print(`${report.table()}\n`);
  const failed = report.rows.filter(({ result }) => result !== 'ok').length;
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(0);
  print(
    `\n${report.rows.length - failed} of ${report.rows.length} as expected, in ${seconds(prepared)} s (and ${((prepared - began) / 1000).toFixed(0)} s to prepare).\n`,
  );
  if (values.keep && failed === 0) {
    print(`\nIt keeps running until you press Ctrl-C. Open:\n`);
    print(`   ${siteUrl}/dashboard/index.html   the dashboard, through the CDN\n`);
    for (const { doc } of cloud.emulator.run.services.values()) print(`   ${doc.uri}\n`);
    await new Promise(() => {});
  }
  return failed === 0;
}

/** One at a time: they share a checkout and what is installed in it. */
const ok = await withLock(
  'demo',
  async () => {
    try {
      const asExpected = await demonstrate();
      await stop();
      return asExpected;
    } catch (error) {
      await leaveToSignal();
      print(`\n✘ ${error instanceof MissingPartError ? error.message : ((error as Error).stack ?? error)}\n`);
      await stop();
      return false;
    }
  },
  (holder) => print(`Another demo runs in this folder (process ${holder}). This one starts when that one has ended.\n`),
).catch(async (error: Error) => {
  await leaveToSignal();
  print(`\n✘ ${error.message}\n`);
  return false;
});
process.exit(ok ? 0 : 1);
