/** A server as a child process that lives as long as its owner wants: started, awaited, stopped, its output in a file. */
import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { alive, endProcess, waitFor } from './local.ts';

export interface Daemon {
  readonly pid: number;
  stop(): Promise<void>;
}

export interface DaemonOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Where its output goes. */
  readonly logFile: string;
  /** The TCP port of 127.0.0.1 that says that it is up. */
  readonly port: number;
  /** The signal that ends it at once and in order; SIGTERM unless told. */
  readonly signal?: NodeJS.Signals;
}

/** Starts a server and answers when its port takes connections. It does not outlive an orderly end of this process. */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const { name, command, args, logFile, port, signal = 'SIGTERM', ...rest } = options;
  await mkdir(dirname(logFile), { recursive: true });
  const log = await open(logFile, 'w');
  const child = spawn(command, args, { ...rest, stdio: ['ignore', log.fd, log.fd] });
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
    await waitFor(`a connection to ${name} on 127.0.0.1:${port}`, 30_000, async () => {
      if (child.exitCode !== null) throw new Error(`${name} ended with exit code ${child.exitCode}`);
      return accepts(port);
    });
  } catch (error) {
    await stop();
    const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-10).join('\n');
    throw new Error(`${(error as Error).message}. The end of ${logFile}:\n${lines}`);
  }
  return { pid, stop };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (up: boolean) => () => {
      socket.destroy();
      done(up);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });
}
