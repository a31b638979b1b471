/** `npm run emulator`: the local Google Cloud as a process of its own. Prints the environment to use; ends on SIGINT or SIGTERM. */
import { parseArgs } from 'node:util';
import { startEmulator } from './start.ts';

const HELP = `npm run emulator -- [options]
  --port N         first of a row of fixed ports (default: 8780)
  --project ID     the project that exists (default: orchestra-dev)
  --engine WHICH   docker: run revisions and jobs as containers; none: pretend (default: docker if one answers)
  --registry URL   keep images in this registry instead of the built-in one
  --env FILE       also write the environment to FILE as KEY=VALUE lines`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8780' },
    project: { type: 'string' },
    engine: { type: 'string' },
    registry: { type: 'string' },
    env: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const emulator = await startEmulator({
  port: Number(values.port),
  ...(values.project !== undefined && { project: values.project }),
});
const lines = Object.entries(emulator.env).map(([name, value]) => `export ${name}='${value}'`);
console.log(lines.join('\n'));
console.error('\nThe local Google Cloud is up. Ctrl-C ends it; its state is in memory and goes with it.');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    emulator.stop().then(() => process.exit(0));
  });
}
