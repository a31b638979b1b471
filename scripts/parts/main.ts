/**
 * Prepares the parts of the local pipeline: `node scripts/parts/main.ts prepare [part…]`, by default all. `status` says
 * what is installed, `stop` stops the Docker Engine that was started here. Nothing is fetched twice.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureEngine, respondingHost, stopEngine } from './engine.ts';
import { localDir, say } from './local.ts';
import { prepare } from './prepare.ts';
import { exitOnSignal, leaveToSignal } from './processes/interruption.ts';

async function status(): Promise<void> {
  const lines = [`Docker Engine: ${(await respondingHost()) ?? 'none responds'}`];
  for (const kind of ['debian', 'dependencies', 'tools']) {
    const found = await readdir(join(localDir, kind)).catch(() => []);
    lines.push(
      ...found
        .filter((name) => name !== 'bin')
        .sort()
        .map((name) => `${kind}: ${name}`),
    );
  }
  console.log(lines.join('\n'));
}

exitOnSignal(say, async () => {});
const [command, ...names] = process.argv.slice(2);
try {
  if (command === 'prepare') await prepare(() => ensureEngine({ keep: true }), names);
  else if (command === 'status') await status();
  else if (command === 'stop')
    say((await stopEngine()) ? 'Docker Engine stopped' : 'no Docker Engine was started here');
  else throw new Error('Usage: node scripts/parts/main.ts prepare [part…] | status | stop');
} catch (error) {
  await leaveToSignal();
  console.error((error as Error).message);
  process.exitCode = 1;
}
