/**
 * The Docker Engine: the one that answers, or on Debian as root one of our own, unpacked and started under the
 * project's local folder. Ours keeps images in containerd's store, which attestations and registry caches need, and
 * makes no bridge and no firewall rule: containers run with `--network host`, builds with `--network=none` or `host`.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { unpackDebian } from './debian.ts';
import {
  alive,
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

export interface Engine {
  /** The engine's address, as in `DOCKER_HOST`. */
  readonly dockerHost: string;
  /** What a process must have in its environment so that `docker` and `docker buildx` reach the engine. */
  readonly env: Readonly<Record<string, string>>;
  /** True where this call started the engine. */
  readonly startedByUs: boolean;
  /** Takes back what this call did: the engine is stopped only where this call started it. */
  stop(): Promise<void>;
}

interface EngineState {
  readonly pid: number;
  readonly dockerHost: string;
  /** Sockets and process state: a short path, since a socket's path holds 107 bytes at most. */
  readonly runDir: string;
}

const engineDir = join(localDir, 'engine');
const stateFile = join(engineDir, 'state.json');
const dataDir = join(engineDir, 'data');

/** Finds an engine that answers, else starts one. */
export async function ensureEngine(): Promise<Engine> {
  const found = await answeringEngine();
  if (found) return found;
  return withLock('engine', async () => (await answeringEngine()) ?? (await busyEngine()) ?? startEngine());
}

/** The engine of the caller's environment, or the one that an earlier process started here. */
export async function answeringEngine(): Promise<Engine | undefined> {
  const theirs = await hostOfEnvironment();
  if (theirs) return describe(theirs, false);
  const ours = await readState();
  if (ours && (await answers(ours.dockerHost))) return describe(ours.dockerHost, false);
  return undefined;
}

/** An engine of ours that lives but does not answer is busy, and others may be using it: it is waited for, not swept away. */
async function busyEngine(): Promise<Engine | undefined> {
  const ours = await readState();
  if (!ours) return undefined;
  const lives = () => belongsTo(ours.pid, engineDir);
  const what = `an answer of the Docker Engine (process ${ours.pid}; scripts/setup.sh stop ends it)`;
  await waitFor(what, 180_000, async () => !(await lives()) || (await answers(ours.dockerHost)));
  return (await lives()) ? describe(ours.dockerHost, false) : undefined;
}

/** Stops the engine that a process of this project started, and what runs in it. Answers whether there was one. */
export async function stopEngine(): Promise<boolean> {
  const state = await readState();
  if (!state) return false;
  if (await answers(state.dockerHost)) {
    const env = { ...process.env, DOCKER_HOST: state.dockerHost, PATH: await pathWithDocker() };
    const running = (await tryRun('docker', ['ps', '--quiet'], { env }))?.split('\n').filter(Boolean) ?? [];
    if (running.length > 0) await tryRun('docker', ['rm', '--force', ...running], { env });
  }
  if (await belongsTo(state.pid, engineDir)) await endProcess(state.pid, 'SIGTERM', 30_000);
  await sweep(state);
  return true;
}

async function startEngine(): Promise<Engine> {
  if (!(await onDebianAsRoot()))
    throw new MissingPartError(
      'No Docker Engine answers, and one can be started here only as root on Debian.',
      'curl -fsSL https://get.docker.com | sudo sh   (or start it, if it is there: sudo systemctl start docker)',
    );
  const stale = await readState();
  if (stale) await sweep(stale);
  // Debian 13's runc needs a libc newer than Debian 12's.
  const root = await unpackDebian('engine', ['docker.io', 'containerd', 'runc/bookworm']);
  const path = [join(root, 'usr/sbin'), join(root, 'usr/bin'), process.env.PATH].join(delimiter);
  await mkdir(dataDir, { recursive: true });
  const runDir = await mkdtemp((await exists('/run')) ? '/run/orchestra-' : join(tmpdir(), 'orchestra-'));
  const dockerHost = `unix://${runDir}/docker.sock`;
  const config = join(engineDir, 'daemon.json');
  const daemon = {
    hosts: [dockerHost],
    'data-root': dataDir,
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
  const logFile = join(engineDir, 'dockerd.log');
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
  const state: EngineState = { pid, dockerHost, runDir };
  await writeFile(stateFile, JSON.stringify(state));
  try {
    await waitFor('an answer of the Docker Engine', 60_000, async () => {
      if (child.exitCode !== null) throw new Error(`dockerd ended with exit code ${child.exitCode}`);
      return answers(dockerHost);
    });
  } catch (error) {
    await stopEngine();
    const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-10).join('\n');
    throw new Error(`The Docker Engine did not start (${(error as Error).message}). The end of ${logFile}:\n${lines}`);
  }
  say(`Docker Engine started (process ${pid}, ${dockerHost})`);
  return describe(dockerHost, true);
}

async function describe(dockerHost: string, startedByUs: boolean): Promise<Engine> {
  const client = { DOCKER_HOST: dockerHost, ...(await clientEnvironment()) };
  const builder = await ownBuilder({ ...process.env, ...client });
  const stop = async () => {
    await builder?.remove();
    if (startedByUs) await stopEngine();
  };
  return { dockerHost, env: { ...client, ...builder?.env }, startedByUs, stop };
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
  if (!(await tryRun('docker', ['buildx', 'inspect', name], { env }))) {
    const driver = ['--driver', 'docker-container', '--driver-opt', 'network=host'];
    await run('docker', ['buildx', 'create', '--name', name, ...driver], { env });
  }
  // Its volume, the cache of builds, stays.
  const remove = async () => void (await tryRun('docker', ['buildx', 'rm', '--keep-state', name], { env }));
  return { env: { BUILDX_BUILDER: name }, remove };
}

/** Where the `docker` program or its buildx plugin is missing: the environment in which Debian's are found. */
export async function clientEnvironment(): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  const path = await pathWithDocker();
  if (path !== process.env.PATH) env.PATH = path;
  if (await tryRun('docker', ['buildx', 'version'], { env: { ...process.env, ...env } })) return env;
  if (!(await onDebianAsRoot()) && !(await which('dpkg-deb')))
    throw new MissingPartError('docker has no buildx.', 'https://docs.docker.com/go/buildx/');
  const root = await unpackDebian('buildx', ['docker-buildx']);
  env.DOCKER_CONFIG = join(localDir, 'docker-config');
  await mkdir(env.DOCKER_CONFIG, { recursive: true });
  const config = { cliPluginsExtraDirs: [join(root, 'usr/libexec/docker/cli-plugins')] };
  await writeFile(join(env.DOCKER_CONFIG, 'config.json'), JSON.stringify(config));
  return env;
}

/** `PATH` with a `docker` program on it: the machine's, else Debian's. */
async function pathWithDocker(): Promise<string> {
  const path = process.env.PATH ?? '';
  if (await which('docker')) return path;
  const root = await unpackDebian('docker-cli', ['docker-cli']);
  return `${join(root, 'usr/bin')}${delimiter}${path}`;
}

/** The address that the caller's `docker` uses (`DOCKER_HOST` or its context), if an engine answers there. */
async function hostOfEnvironment(): Promise<string | undefined> {
  if (!(await which('docker'))) {
    const usual = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
    return (await answers(usual)) ? usual : undefined;
  }
  const context = await tryRun('docker', ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
  const host = process.env.DOCKER_HOST ?? context?.trim();
  return host && (await answers(host)) ? host : undefined;
}

async function answers(dockerHost: string): Promise<boolean> {
  const env = { ...process.env, DOCKER_HOST: dockerHost, PATH: await pathWithDocker() };
  const version = ['version', '--format', '{{.Server.Version}}'];
  return (await tryRun('docker', version, { env, timeout: 30_000 })) !== undefined;
}

async function readState(): Promise<EngineState | undefined> {
  return readFile(stateFile, 'utf8').then(JSON.parse, () => undefined);
}

/** Whether the process was started with `word` in its command line: a process id may have been given anew since. */
async function belongsTo(pid: number, word: string): Promise<boolean> {
  if (!(await alive(pid))) return false;
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(word);
}

/** Ends what an engine that is gone left behind: containerd and its shims, mounts, sockets. */
async function sweep({ runDir }: EngineState): Promise<void> {
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (pid > 0 && pid !== process.pid && (await belongsTo(pid, runDir))) await endProcess(pid);
  }
  const mounts = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n').map((line) => line.split(' ')[4] ?? '');
  for (const mount of mounts.reverse())
    if (mount.startsWith(`${runDir}/`) || mount.startsWith(`${dataDir}/`)) await tryRun('umount', ['--lazy', mount]);
  await rm(runDir, { recursive: true, force: true });
  await rm(stateFile, { force: true });
  // Made by dockerd and containerd at these places, whatever their configuration says. Only empty folders go.
  const strays = ['/run/containerd/s', '/run/containerd', '/run/docker/plugins', '/run/docker'];
  for (const dir of [...strays, '/opt/containerd/bin', '/opt/containerd/lib', '/opt/containerd'])
    await rmdir(dir).catch(() => {});
}
