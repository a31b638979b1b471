/** `npm run emulator`: the local Google Cloud as a separate process. Prints the environment variables for clients; ends on SIGINT or SIGTERM. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULTS } from './defaults.ts';
import { createDockerDriver, engineResponds } from './run/index.ts';
import { startEmulator } from './start.ts';

const HELP = `Starts the local Google Cloud. Options:
  --port N         first of a range of fixed ports; 0 for free ports (default 8780)
  --listen ADDR    address to listen on (default 127.0.0.1, which all printed URLs name); 0.0.0.0 in a container
  --project IDS    ids of the projects, separated by commas (default orchestra-dev)
  --engine ENGINE  docker: revisions and jobs run as containers; none: no container runs (default: docker if it responds)
  --registry URL   store images in this registry, for instance http://127.0.0.1:5000, instead of in memory
  --env FILE       also write the environment to FILE, KEY=VALUE, one per line, readable only by its owner`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8780' },
      listen: { type: 'string' },
      project: { type: 'string' },
      engine: { type: 'string' },
      registry: { type: 'string' },
      env: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (!/^\d+$/.test(values.port)) throw new Error(`--port must be a number, not ${values.port}`);
  const engine = values.engine ?? ((await engineResponds(process.env.DOCKER_HOST)) ? 'docker' : 'none');
  if (engine !== 'docker' && engine !== 'none') throw new Error(`--engine must be docker or none, not ${engine}`);

  const [project = DEFAULTS.project, ...others] = values.project?.split(',') ?? [];
  const emulator = await startEmulator({
    ...(values.port !== '0' && { port: Number(values.port) }),
    ...(values.listen !== undefined && { address: values.listen }),
    project,
    ...(values.registry !== undefined && { registry: values.registry }),
    ...(engine === 'docker' && {
      driver: await createDockerDriver(process.env.DOCKER_HOST === undefined ? {} : { host: process.env.DOCKER_HOST }),
    }),
  });
  // As the setup guides leave the bucket: `/` is served by index.html.
  emulator.storage.store.bucket(DEFAULTS.bucket).settings.website = { mainPageSuffix: 'index.html' };
  for (const other of others) emulator.seed.projectLike(other);
  // A person's Application Default Credentials, for the command line and Google's client libraries.
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  const credentials = join(folder, 'credentials.json');
  writeFileSync(credentials, JSON.stringify(emulator.seed.credentials(), undefined, 2), { mode: 0o600 });
  const lines = Object.entries({
    ...emulator.env,
    GOOGLE_APPLICATION_CREDENTIALS: credentials,
    GOOGLE_CLOUD_PROJECT: project,
    CLOUDSDK_RUN_REGION: DEFAULTS.region,
  });
  if (values.env !== undefined) {
    writeFileSync(values.env, lines.map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600 });
  }
  console.log(lines.map(([name, value]) => `export ${name}='${value}'`).join('\n'));
  const containers = engine === 'docker' ? 'as containers' : 'without an engine: no container runs';
  console.error(
    `\nThe local Google Cloud is up (Cloud Run ${containers}). Ctrl-C stops it; its state is in memory and is then lost.`,
  );

  let stopping = false;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      // A second signal does not wait for the end of the containers.
      if (stopping) process.exit(code);
      stopping = true;
      console.error(`\n${signal}: stopping the local Google Cloud and its containers.`);
      rmSync(folder, { recursive: true, force: true });
      emulator.stop().then(
        () => {
          console.error('Everything that was started here has ended.');
          process.exit(code);
        },
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

main().catch((error: Error & { code?: string }) => {
  const hint = error.code === 'EADDRINUSE' ? ' Another emulator may run there: choose another --port.' : '';
  console.error(`${error.message}${hint}`);
  process.exitCode = 1;
});
