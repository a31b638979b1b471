/**
 * A server as a process of this machine, or as a container if the machine lacks the
 * program and has a Docker Engine. It listens only on 127.0.0.1.
 */
import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { endProcess, freePort, run, tryRun, waitFor } from '../local.ts';
import { alive } from './processes.ts';

export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server on a free port; retries once on another port if another process took it first. */
export async function onFreePort(start: (port: number) => Promise<Server>): Promise<Server> {
  try {
    return await start(await freePort());
  } catch (error) {
    // Messages of PostgreSQL, Redis, the registry and Docker.
    if (!/address already in use|port is already allocated/i.test((error as Error).message)) throw error;
    return start(await freePort());
  }
}

export interface ProcessOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  /** Where its output goes. */
  readonly logFile: string;
  /** Whether it is ready; polled after the start. */
  readonly ready: () => Promise<boolean>;
  /** The signal that shuts it down immediately and cleanly. */
  readonly signal?: NodeJS.Signals;
}

/** Starts a server process, waits until it is ready, and returns a function that stops it. It also stops when this process exits normally. */
export async function startProcess(options: ProcessOptions): Promise<() => Promise<void>> {
  const { name, command, args, logFile, ready, signal = 'SIGTERM', ...identity } = options;
  await mkdir(dirname(logFile), { recursive: true });
  const log = await open(logFile, 'w');
  const child = spawn(command, args, { ...identity, cwd: '/', stdio: ['ignore', log.fd, log.fd] });
  const pid = await new Promise<number>((done, fail) => {
    child.once('error', fail).once('spawn', () => done(child.pid as number));
  });
  await log.close();
  const atExit = () => void child.kill(signal);
  process.once('exit', atExit);
  const stop = async () => {
    process.off('exit', atExit);
    if (await alive(pid)) await endProcess(pid, signal);
  };
  try {
    await waitFor(`a response from ${name}`, 30_000, () => {
      if (child.exitCode !== null) throw new Error(`${name} ended with exit code ${child.exitCode}`);
      return ready();
    });
  } catch (error) {
    await stop();
    const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-10).join('\n');
    throw new Error(`${(error as Error).message}. The end of ${logFile}:\n${lines}`);
  }
  return stop;
}

export interface ContainerOptions {
  readonly image: string;
  /** The port that the image's server listens on. It is published on `port` of 127.0.0.1. */
  readonly inner: number;
  readonly port: number;
  /** Arguments of `docker run` before the image: environment, volumes. */
  readonly options?: readonly string[];
  readonly ready: () => Promise<boolean>;
  /** The environment in which `docker` finds its engine; by default this process's. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a server in a container, like `startProcess`. */
export async function startContainer(options: ContainerOptions): Promise<() => Promise<void>> {
  const { image, inner, port, ready } = options;
  const env = { ...process.env, ...options.env };
  const publish = ['--publish', `127.0.0.1:${port}:${inner}`];
  const args = ['run', '--detach', '--rm', ...publish, ...(options.options ?? []), image];
  const id = (await run('docker', args, { env })).trim();
  const stop = async () => void (await tryRun('docker', ['rm', '--force', '--volumes', id], { env }));
  try {
    await waitFor(`a response from ${image}`, 60_000, ready);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** The first bytes of the response of a server on 127.0.0.1, as text; empty if it does not respond. */
export function request(port: number, text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    const end = (response: string) => {
      socket.destroy();
      done(response);
    };
    socket.setTimeout(1_000, () => end(''));
    socket.once('data', (bytes) => end(bytes.toString('latin1')));
    socket.once('error', () => end('')).once('close', () => end(''));
  });
}
