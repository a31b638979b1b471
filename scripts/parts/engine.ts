/**
 * The Docker Engine: a running one, or as root on Debian one that is unpacked and started in the
 * project's local folder. It keeps images in containerd's store, which attestations and registry caches need, and
 * creates no bridge and no firewall rules: containers run with `--network host`, builds with `--network=none` or `host`.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { unpackDebian } from './debian/debian.ts';
import {
  endProcess,
  exists,
  localDir,
  MissingPartError,
  onDebianAsRoot,
  run,
  say,
  tryRun,
  waitFor,
  which,
  withLock,
} from './local.ts';
import { whileEnding } from './processes/interruption.ts';
import { type Lease, takeLease, usersOf } from './processes/lease.ts';
import { alive } from './processes/processes.ts';
import { reach } from './registry-environment.ts';

export interface Engine {
  /** The engine's address, as in `DOCKER_HOST`. */
  readonly dockerHost: string;
  /** The environment variables with which `docker` and `docker buildx` reach the engine. */
  readonly env: Readonly<Record<string, string>>;
  /** True if this call started the engine. */
  readonly startedByUs: boolean;
  /** Ends this use. An engine that was started without `keep` stops with its last user. */
  stop(): Promise<void>;
}

interface EngineState {
  readonly pid: number;
  readonly dockerHost: string;
  /** Sockets and process state: a short path, since a socket's path has at most 107 bytes. */
  readonly runDir: string;
  /** Whether it keeps running without users. An engine whose state lacks this field does. */
  readonly keep?: boolean;
}

const engineDir = join(localDir, 'engine');
const stateFile = join(engineDir, 'state.json');
const dataDir = join(engineDir, 'data');

/**
 * Finds a running engine, else starts one. Starts, stops and changes of users are serialized, so that no process
 * gets an engine that is stopping.
 * @param options.keep The started engine runs until `stopEngine`, also without users.
 */
export async function ensureEngine({ keep = false } = {}): Promise<Engine> {
  const theirs = await hostOfEnvironment();
  if (theirs) return describe(theirs, false);
  const { state, started, lease } = await withLock('engine', async () => {
    const found = (await respondingState()) ?? (await busyState());
    const state = found ?? (await startEngine(keep));
    if (keep && state.keep === false) await writeFile(stateFile, JSON.stringify({ ...state, keep }));
    return { state, started: !found, lease: await takeLease('engine') };
  });
  return describe(state.dockerHost, started, lease);
}

/** The address of a running engine: the caller's, or one that an earlier process started here. */
export async function respondingHost(): Promise<string | undefined> {
  return (await hostOfEnvironment()) ?? (await respondingState())?.dockerHost;
}

async function respondingState(): Promise<EngineState | undefined> {
  const ours = await readState();
  return ours && (await responds(ours.dockerHost)) ? ours : undefined;
}

/** A started engine that does not respond is busy, and other processes may use it, so wait instead of stopping it. */
async function busyState(): Promise<EngineState | undefined> {
  const ours = await readState();
  if (!ours) return undefined;
  const lives = () => belongsTo(ours.pid, engineDir);
  const what = `a response from the Docker Engine (process ${ours.pid}; scripts/setup.sh stop ends it)`;
  await waitFor(what, 180_000, async () => !(await lives()) || (await responds(ours.dockerHost)));
  return (await lives()) ? ours : undefined;
}

/** Stops the engine that a process of this project started, with its containers. Returns whether there was one. */
export const stopEngine = (): Promise<boolean> => withLock('engine', endEngine);

/** Ends one use of the started engine, and stops it after the last one. */
const endUse = (lease: Lease): Promise<void> =>
  withLock('engine', async () => {
    await lease.release();
    const temporary = (await readState())?.keep === false;
    if (temporary && (await usersOf('engine')).length === 0) await endEngine();
  });

/** To be called under the lock. */
async function endEngine(): Promise<boolean> {
  const state = await readState();
  if (!state) return false;
  if (await responds(state.dockerHost)) {
    const env = { ...process.env, DOCKER_HOST: state.dockerHost, PATH: await pathWithDocker() };
    const running = (await tryRun('docker', ['ps', '--quiet'], { env }))?.split('\n').filter(Boolean) ?? [];
    if (running.length > 0) await tryRun('docker', ['rm', '--force', ...running], { env });
  }
  if (await belongsTo(state.pid, engineDir)) await endProcess(state.pid, 'SIGTERM', 30_000);
  await sweep(state);
  return true;
}

/** To be called under the lock. */
async function startEngine(keep: boolean): Promise<EngineState> {
  if (!(await onDebianAsRoot()))
    throw new MissingPartError(
      'No Docker Engine responds, and one can be started here only as root on Debian.',
      'curl -fsSL https://get.docker.com | sudo sh   (or start it, if it is there: sudo systemctl start docker)',
    );
  const stale = await readState();
  if (stale) await sweep(stale);
  await mkdir(dataDir, { recursive: true });
  const runDir = await makeRunDir();
  const launched = await launchEngine(engineDir, runDir);
  const state: EngineState = { pid: launched.pid, dockerHost: launched.dockerHost, runDir, keep };
  await writeFile(stateFile, JSON.stringify(state));
  try {
    await launched.ready();
  } catch (error) {
    await whileEnding(endEngine);
    throw error;
  }
  say(`Docker Engine started (process ${state.pid}, ${state.dockerHost})`);
  return state;
}

const makeRunDir = async (): Promise<string> =>
  mkdtemp((await exists('/run')) ? '/run/orchestra-' : join(tmpdir(), 'orchestra-'));

/** Starts dockerd with configuration, log and `data` in `folder`. */
async function launchEngine(
  folder: string,
  runDir: string,
): Promise<{ readonly pid: number; readonly dockerHost: string; readonly ready: () => Promise<void> }> {
  // Debian 13's runc needs a libc newer than Debian 12's.
  const root = await unpackDebian('engine', ['docker.io', 'containerd', 'runc/bookworm']);
  const path = [join(root, 'usr/sbin'), join(root, 'usr/bin'), process.env.PATH].join(delimiter);
  const dockerHost = `unix://${runDir}/docker.sock`;
  const config = join(folder, 'daemon.json');
  const daemon = {
    hosts: [dockerHost],
    'data-root': join(folder, 'data'),
    'exec-root': runDir,
    pidfile: join(runDir, 'dockerd.pid'),
    features: { 'containerd-snapshotter': true },
    bridge: 'none',
    'userland-proxy': false,
    iptables: false,
    ip6tables: false,
    'ip-forward': false,
    'ip-masq': false,
    builder: { gc: { enabled: true, defaultKeepStorage: '8GB' } },
  };
  await writeFile(config, JSON.stringify(daemon, null, 2));
  const logFile = join(folder, 'dockerd.log');
  const log = await open(logFile, 'w');
  const child = spawn(join(root, 'usr/sbin/dockerd'), ['--config-file', config], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { ...process.env, PATH: path },
  });
  const pid = await new Promise<number>((done, fail) => {
    child.once('error', fail).once('spawn', () => done(child.pid as number));
  });
  await log.close();
  child.unref();
  const ready = async () => {
    try {
      await waitFor('a response from the Docker Engine', 60_000, async () => {
        if (child.exitCode !== null) throw new Error(`dockerd ended with exit code ${child.exitCode}`);
        return responds(dockerHost);
      });
    } catch (error) {
      const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-10).join('\n');
      throw new Error(
        `The Docker Engine did not start (${(error as Error).message}). The end of ${logFile}:\n${lines}`,
      );
    }
  };
  return { pid, dockerHost, ready };
}

/** An empty engine for this process only; needs root on Debian. Its data is deleted when it stops. */
export async function startNewEngine(): Promise<Pick<Engine, 'dockerHost' | 'env' | 'stop'>> {
  const folder = await mkdtemp(join(localDir, 'new-engine-'));
  const runDir = await makeRunDir();
  const { pid, dockerHost, ready } = await launchEngine(folder, runDir);
  const stop = () =>
    whileEnding(async () => {
      await endProcess(pid, 'SIGTERM', 30_000);
      await sweepProcesses(runDir, join(folder, 'data'));
      for (const dir of [runDir, folder]) await rm(dir, { recursive: true, force: true });
    });
  try {
    await ready();
    return { dockerHost, env: { DOCKER_HOST: dockerHost, ...(await clientEnvironment()) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function describe(dockerHost: string, startedByUs: boolean, lease?: Lease): Promise<Engine> {
  let builder: Awaited<ReturnType<typeof ownBuilder>>;
  const stop = () =>
    whileEnding(async () => {
      await builder?.remove();
      if (lease) await endUse(lease);
    });
  try {
    const client = { DOCKER_HOST: dockerHost, ...(await clientEnvironment()) };
    builder = await ownBuilder({ ...process.env, ...client });
    return { dockerHost, env: { ...client, ...builder?.env }, startedByUs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * An engine that keeps images in its old store cannot build attestations and registry caches itself. There BuildKit
 * runs in a container beside it, on the host's network so that it reaches registries on 127.0.0.1.
 * https://docs.docker.com/build/builders/drivers/
 */
async function ownBuilder(
  env: NodeJS.ProcessEnv,
): Promise<{ env: Record<string, string>; remove(): Promise<void> } | undefined> {
  if (env.BUILDX_BUILDER) return undefined;
  const store = await run('docker', ['info', '--format', '{{json .DriverStatus}}'], { env });
  if (store.includes('io.containerd.snapshotter')) return undefined;
  const name = 'orchestra-actions';
  const lease = await withLock('builder', async () => {
    if (!(await tryRun('docker', ['buildx', 'inspect', name], { env }))) {
      const driver = ['--driver', 'docker-container', '--driver-opt', 'network=host'];
      await run('docker', ['buildx', 'create', '--name', name, ...driver], { env });
    }
    return takeLease('builder');
  });
  const remove = () =>
    withLock('builder', async () => {
      await lease.release();
      // Its volume, the cache of builds, stays.
      if ((await usersOf('builder')).length === 0)
        await tryRun('docker', ['buildx', 'rm', '--keep-state', name], { env });
    });
  return { env: { BUILDX_BUILDER: name }, remove };
}

/** If the `docker` program or its buildx plugin is missing: an environment with Debian's. */
export async function clientEnvironment(): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  const path = await pathWithDocker();
  if (path !== process.env.PATH) env.PATH = path;
  const buildx = (await tryRun('docker', ['buildx', 'version'], { env: { ...process.env, ...env } })) !== undefined;
  const user = process.env.DOCKER_CONFIG || join(homedir(), '.docker');
  const given = await readFile(join(user, 'config.json'), 'utf8').then(JSON.parse, () => ({}));
  const proxies = given.proxies ? undefined : proxyConfiguration();
  if (buildx && !proxies) return env;
  const plugins = [join(user, 'cli-plugins')];
  if (!buildx) {
    if (!(await onDebianAsRoot()) && !(await which('dpkg-deb')))
      throw new MissingPartError('docker has no buildx.', 'https://docs.docker.com/go/buildx/');
    plugins.unshift(join(await unpackDebian('buildx', ['docker-buildx']), 'usr/libexec/docker/cli-plugins'));
  }
  env.DOCKER_CONFIG = join(localDir, 'docker-config');
  await mkdir(env.DOCKER_CONFIG, { recursive: true });
  const config = { cliPluginsExtraDirs: plugins, ...(proxies && { proxies }) };
  // Replaced as a whole: another process may read it at any time. The address of a proxy may contain a password.
  const file = join(env.DOCKER_CONFIG, 'config.json');
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, JSON.stringify(config), { mode: 0o600 });
  await rename(part, file);
  return env;
}

/**
 * This machine's proxies as the configuration that `docker` passes to builds and containers; images do not contain them.
 * https://docs.docker.com/engine/cli/proxy/
 */
function proxyConfiguration(): { readonly default: Readonly<Record<string, string>> } | undefined {
  const env = reach();
  const names = { httpProxy: 'http_proxy', httpsProxy: 'https_proxy', allProxy: 'all_proxy', noProxy: 'no_proxy' };
  const found = Object.entries(names).flatMap(([key, name]) => {
    const value = env[name] ?? env[name.toUpperCase()];
    return value ? [[key, value] as const] : [];
  });
  return found.length > 0 ? { default: Object.fromEntries(found) } : undefined;
}

/** `PATH` with a `docker` program on it: the machine's, else Debian's. */
async function pathWithDocker(): Promise<string> {
  const path = process.env.PATH ?? '';
  if (await which('docker')) return path;
  const root = await unpackDebian('docker-cli', ['docker-cli']);
  return `${join(root, 'usr/bin')}${delimiter}${path}`;
}

/** The address that the caller's `docker` uses (`DOCKER_HOST` or its context), if an engine responds there. */
async function hostOfEnvironment(): Promise<string | undefined> {
  if (!(await which('docker'))) {
    const usual = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
    return (await responds(usual)) ? usual : undefined;
  }
  const context = await tryRun('docker', ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
  const host = process.env.DOCKER_HOST ?? context?.trim();
  return host && (await responds(host)) ? host : undefined;
}

async function responds(dockerHost: string): Promise<boolean> {
  const env = { ...process.env, DOCKER_HOST: dockerHost, PATH: await pathWithDocker() };
  const version = ['version', '--format', '{{.Server.Version}}'];
  return (await tryRun('docker', version, { env, timeout: 30_000 })) !== undefined;
}

async function readState(): Promise<EngineState | undefined> {
  return readFile(stateFile, 'utf8').then(JSON.parse, () => undefined);
}

/** Whether the process was started with `word` in its command line: process ids are reused. */
async function belongsTo(pid: number, word: string): Promise<boolean> {
  if (!(await alive(pid))) return false;
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(word);
}

/** Cleans up after an engine that was killed: containerd and its shims, mounts, sockets. */
async function sweep({ runDir }: EngineState): Promise<void> {
  await sweepProcesses(runDir, dataDir);
  await rm(runDir, { recursive: true, force: true });
  await rm(stateFile, { force: true });
  // dockerd and containerd create these folders regardless of their configuration. Only empty folders are removed.
  const strays = ['/run/containerd/s', '/run/containerd', '/run/docker/plugins', '/run/docker'];
  for (const dir of [...strays, '/opt/containerd/bin', '/opt/containerd/lib', '/opt/containerd'])
    await rmdir(dir).catch(() => {});
}

async function sweepProcesses(runDir: string, dataDir: string): Promise<void> {
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (pid > 0 && pid !== process.pid && (await belongsTo(pid, runDir))) await endProcess(pid);
  }
  const mounts = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n').map((line) => line.split(' ')[4] ?? '');
  for (const mount of mounts.reverse())
    if (mount.startsWith(`${runDir}/`) || mount.startsWith(`${dataDir}/`)) await tryRun('umount', ['--lazy', mount]);
}
