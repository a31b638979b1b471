/**
 * `npm run demo`: the whole pipeline on the sample application against a local Google Cloud, with real containers, a real
 * registry and a real database. `-- --keep` leaves it running at the end and prints the URLs to open.
 * Exits 0 only if everything that it shows was seen to be true.
 */
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { DEFAULTS } from '../emulator/seed.ts';
import { createPipeline } from './demo/pipeline.ts';
import { createReport } from './demo/report.ts';
import { createRepository } from './demo/repository.ts';
import { play } from './demo/scenes.ts';
import { startWorld, type World } from './demo/world.ts';
import { localDir, MissingPartError, projectDir } from './parts/local.ts';
import { ensurePnpm } from './parts/tools.ts';

const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const print = (text: string) => void process.stdout.write(text);
const report = createReport(print);
const began = performance.now();
let world: World | undefined;
let stopping: Promise<void> | undefined;

/** Ends everything once, whoever asks. */
const stop = () => {
  stopping ??= world?.stop() ?? Promise.resolve();
  return stopping;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void stop().then(() => process.exit(130)));

try {
  print('━━ Preparing: a Docker Engine, a registry, PostgreSQL, Redis, and the local Google Cloud\n');
  world = await startWorld((line) => print(`   ✔ ${line}\n`));
  const prepared = performance.now();
  const workspace = join(localDir, 'demo/checkout');
  const { github } = world.emulator;
  const repository = createRepository(join(projectDir, 'examples/orchestra'), workspace, (commit, parent) =>
    github.commit(commit, parent ? [parent] : []),
  );
  const pipeline = createPipeline(world, workspace, await ensurePnpm(), (line) => print(`       ${line}\n`));
  const siteUrl = world.emulator.urls.cdn.replace('127.0.0.1', DEFAULTS.siteHost);
  await play({ report, repository, pipeline, siteUrl });

  print(`${report.table()}\n`);
  const failed = report.rows.filter((row) => !row.ok).length;
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(0);
  print(
    `\n${report.rows.length - failed} of ${report.rows.length} as expected, in ${seconds(prepared)} s (and ${((prepared - began) / 1000).toFixed(0)} s to prepare).\n`,
  );
  if (values.keep && failed === 0) {
    print(`\nIt goes on running until you press Ctrl-C. Open:\n`);
    print(`   ${siteUrl}/dashboard/index.html   the dashboard, through the CDN\n`);
    for (const { doc } of world.emulator.run.services.values()) print(`   ${doc.uri}\n`);
    await new Promise(() => {});
  }
  await stop();
  process.exit(failed === 0 ? 0 : 1);
} catch (error) {
  print(`\n✘ ${error instanceof MissingPartError ? error.message : ((error as Error).stack ?? error)}\n`);
  await stop();
  process.exit(1);
}
