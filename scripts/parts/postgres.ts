/**
 * PostgreSQL on 127.0.0.1 with an empty database, for a demo or a test run: the machine's programs, else
 * Debian's package (installed: it does not run unpacked), else the image `postgres:16-alpine`.
 */
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aptInstall } from './debian/debian.ts';
import type { Engine } from './engine.ts';
import { exists, onDebianAsRoot, run, tryRun, which } from './local.ts';
import { onFreePort, request, type Server, startContainer, startProcess } from './processes/daemon.ts';

const user = 'orchestra';
const database = 'orchestra';

/** The folder with `initdb` and `postgres`, installed if missing; `undefined` if installs are not allowed. */
export async function postgresPrograms(): Promise<string | undefined> {
  const present = await findPrograms();
  if (present || !(await onDebianAsRoot())) return present;
  // Otherwise the package creates and starts its own cluster.
  const config = '/etc/postgresql-common/createcluster.conf';
  if (!(await exists(config))) {
    await run('mkdir', ['-p', dirname(config)]);
    await writeFile(config, 'create_main_cluster = false\n');
  }
  await aptInstall(['postgresql']);
  return findPrograms();
}

async function findPrograms(): Promise<string | undefined> {
  const onPath = await which('initdb');
  if (onPath) return dirname(await realpath(onPath));
  const base = '/usr/lib/postgresql';
  const versions = (await readdir(base).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  for (const version of versions) {
    const dir = join(base, version, 'bin');
    if (await exists(join(dir, 'initdb'))) return dir;
  }
  return undefined;
}

/** Starts PostgreSQL on a free port: `postgres://USER:PASSWORD@127.0.0.1:PORT/DATABASE`. Its data is deleted when it stops. */
export async function startPostgres(options: { engine?: Pick<Engine, 'env'> } = {}): Promise<Server> {
  const password = randomBytes(16).toString('hex');
  const urlOf = (port: number) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
  const bin = await postgresPrograms();
  if (!bin) {
    const variables = { POSTGRES_USER: user, POSTGRES_DB: database, POSTGRES_PASSWORD: password };
    const options_ = Object.entries(variables).flatMap(([key, value]) => ['--env', `${key}=${value}`]);
    const env = options.engine?.env ?? {};
    const container = { image: 'postgres:16-alpine', inner: 5432, options: options_, env };
    return onFreePort(async (port) => ({
      url: urlOf(port),
      stop: await startContainer({ ...container, port, ready: () => takesLogins(port) }),
    }));
  }
  const dir = await mkdtemp(join(tmpdir(), 'orchestra-postgres-'));
  const identity = await unprivileged();
  if (identity) await chown(dir, identity.uid, identity.gid);
  const passwordFile = join(dir, 'password');
  await writeFile(passwordFile, password, { mode: 0o644 });
  const data = join(dir, 'data');
  const initdb = ['--pgdata', data, '--username', user, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  await run(join(bin, 'initdb'), [...initdb, '--encoding', 'UTF8', '--locale', 'C', '--no-sync'], {
    ...identity,
    cwd: dir,
  });
  await rm(passwordFile);
  // Single-user mode: creates the database before any client can connect.
  await run(
    'sh',
    ['-c', `echo 'CREATE DATABASE ${database}' | "$0" --single -D "$1" postgres`, join(bin, 'postgres'), data],
    {
      ...identity,
      cwd: dir,
    },
  );
  return onFreePort(async (port) => {
    const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' };
    const args = ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
    const end = await startProcess({
      ...{ name: 'PostgreSQL', command: join(bin, 'postgres'), args, ...identity, logFile: join(dir, 'log') },
      ready: () => takesLogins(port),
      // Fast shutdown: https://www.postgresql.org/docs/current/server-shutdown.html
      signal: 'SIGINT',
    });
    const stop = async () => {
      await end();
      await rm(dir, { recursive: true, force: true });
    };
    return { url: urlOf(port), stop };
  });
}

/** PostgreSQL refuses to run as root, so it runs as the user that its package creates, else as `nobody`. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const name = (await tryRun('id', ['-u', 'postgres'])) ? 'postgres' : 'nobody';
  return { uid: Number(await run('id', ['-u', name])), gid: Number(await run('id', ['-g', name])) };
}

/** Whether the server asks for a password, as it does once it has started: it responds with `R` to a start-up message. */
async function takesLogins(port: number): Promise<boolean> {
  // https://www.postgresql.org/docs/current/protocol-message-formats.html (StartupMessage, protocol 3.0)
  const body = `\0\x03\0\0user\0${user}\0database\0${database}\0\0`;
  const response = await request(port, `\0\0\0${String.fromCharCode(body.length + 4)}${body}`);
  return response.startsWith('R');
}
