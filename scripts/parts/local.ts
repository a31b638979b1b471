/**
 * Shared code of all parts: locations of files, running programs, waiting, and locks between processes that
 * need the same part. Node built-ins only: the parts are prepared before `npm ci` has run.
 */
import { type SpawnOptions, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { throwIfInterrupted, track, whileEnding } from './processes/interruption.ts';
import { createMonitor } from './processes/monitor.ts';
import { alive, endTree, identityOf, isDead, send } from './processes/processes.ts';

/** The project's root folder. */
export const projectDir = resolve(import.meta.dirname, '../..');

/** The folder for all files of the parts: `.local` in the project, or `ORCHESTRA_LOCAL`. */
export const localDir = resolve(process.env.ORCHESTRA_LOCAL || join(projectDir, '.local'));

/** True if parts can come from Debian's archive: as root on Debian, on amd64 or arm64. */
export const onDebianAsRoot = async (): Promise<boolean> =>
  process.getuid?.() === 0 && (await exists('/etc/debian_version')) && (await which('apt-get')) !== undefined;

/** An error of a part: what is missing, and the command that installs it, in one line. */
export class MissingPartError extends Error {
  override name = 'MissingPartError';
  constructor(what: string, remedy: string) {
    super(`${what} Get it with: ${remedy}`);
  }
}

/** A progress line with the seconds since the process started, on standard error. */
export function say(message: string): void {
  process.stderr.write(`[${process.uptime().toFixed(1).padStart(6)}s] ${message}\n`);
}

export interface RunOptions extends SpawnOptions {
  /** Milliseconds after which the program and its child processes are ended. Default: 15 minutes. */
  readonly timeout?: number;
}

const programLimit = 15 * 60_000;

/**
 * Runs a program to completion and returns its standard output. Output is shown after 20 s.
 * A non-zero exit code is an error with the last lines of stdout and stderr.
 *
 * A Go command whose download failed is repeated, since Go does not repeat requests, unlike npm, pip, cargo and apt. It continues with
 * what it has (`getBody` in https://go.dev/src/cmd/go/internal/modfetch/proxy.go).
 */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  for (const pause of command === 'go' ? [1_000, 10_000] : []) {
    try {
      return await runOnce(command, args, options);
    } catch (error) {
      throwIfInterrupted();
      if (!failedDownload.test((error as Error).message)) throw error;
      say(`go ${args[0]}: a download failed; repeated in ${pause / 1000} s`);
      await sleep(pause);
    }
  }
  return await runOnce(command, args, options);
}

/** A failed request of Go or of its git, except for a version that does not exist. */
const failedDownload = /(?:\breading |\bGet "|unable to access ')https?:\/\/(?!.*: 4(?:04|10) )/;

async function runOnce(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  throwIfInterrupted();
  const { timeout = programLimit, ...rest } = options;
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...rest });
  track(child);
  const title = [basename(command), ...args.filter((argument) => !argument.startsWith('-')).slice(0, 2)].join(' ');
  const monitor = createMonitor(title, say);
  let stdout = '';
  let all = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      all += text;
      monitor.write(text);
    });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void endTree(child.pid as number, 'SIGTERM', 5_000);
  }, timeout);
  try {
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done, fail) => {
      child.once('error', fail);
      child.once('close', (...result) => done(result));
    });
    if (code === 0) return stdout;
    const tail = all.trimEnd().split('\n').slice(-30).join('\n');
    const how = late ? `was stopped after ${timeout / 1000} s, since it was still running` : undefined;
    throw new Error(`${command} ${args.join(' ')} ${how ?? `ended with ${signal ?? `exit code ${code}`}`}:\n${tail}`);
  } finally {
    clearTimeout(timer);
    monitor.end();
  }
}

/** Like `run`, but `undefined` if the program fails or does not exist. */
export async function tryRun(command: string, args: readonly string[], options: RunOptions = {}) {
  return run(command, args, options).catch(() => {
    throwIfInterrupted();
    return undefined;
  });
}

/** The full path of a program on `PATH`, or `undefined`. */
export async function which(program: string, path = process.env.PATH ?? ''): Promise<string | undefined> {
  for (const dir of path.split(delimiter).filter(Boolean)) {
    const file = join(dir, program);
    if (
      await access(file, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  return undefined;
}

const INSTALL = { go: ['Go', 'https://go.dev/doc/install'], python3: ['Python', 'https://www.python.org/'] } as const;

/** Throws `MissingPartError` if the program is not on `PATH`. */
export async function requireProgram(program: keyof typeof INSTALL): Promise<void> {
  const [name, remedy] = INSTALL[program];
  if (!(await which(program))) throw new MissingPartError(`${name} is not installed.`, remedy);
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A free TCP port of 127.0.0.1. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return address.port;
}

/** Polls until the result is truthy. After `deadline` milliseconds it throws an error that names `what` it waited for. */
export async function waitFor<T>(
  what: string,
  deadline: number,
  check: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + deadline;
  for (;;) {
    throwIfInterrupted();
    const result = await check();
    if (result) return result;
    if (Date.now() > end) throw new Error(`timed out after ${deadline / 1000} s waiting for ${what}`);
    await sleep(25);
  }
}

/** Ends a process: `signal` first, `SIGKILL` after `grace` milliseconds; returns when it has exited. */
export async function endProcess(pid: number, signal: NodeJS.Signals = 'SIGTERM', grace = 15_000): Promise<void> {
  const gone = async () => !(await alive(pid));
  await whileEnding(async () => {
    send(pid, signal);
    await waitFor(`the end of process ${pid}`, grace, gone).catch(async () => {
      send(pid, 'SIGKILL');
      await waitFor(`the end of process ${pid}`, 5_000, gone);
    });
  });
}

/**
 * Runs `work` under a lock between processes. The lock of a dead process is taken over.
 * @param onWait Called once with the holder of the lock, if this process has to wait.
 */
export async function withLock<T>(
  name: string,
  work: () => Promise<T>,
  onWait: (holder: number) => void = () => {},
): Promise<T> {
  await mkdir(localDir, { recursive: true });
  const file = join(localDir, `${name}.lock`);
  let waited = false;
  await waitFor(`the lock ${file}`, 15 * 60_000, async () => {
    if (await takeLock(file)) return true;
    const holder = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
    if (!waited && holder > 0) {
      waited = true;
      onWait(holder);
    }
    return false;
  });
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function takeLock(file: string): Promise<boolean> {
  try {
    await writeFile(file, await identityOf(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const stale = await readFile(file, 'utf8').catch(() => '');
  if (!(await isDead(stale))) return false;
  // One process at a time, under a second lock: otherwise a process that saw the same dead holder could remove the next lock.
  const removal = `${file}.stale`;
  if (await takeLock(removal)) {
    if ((await readFile(file, 'utf8').catch(() => '')) === stale) await rm(file);
    await rm(removal);
  }
  return false;
}

/** The first 16 hexadecimal digits of the SHA-256 of some texts. */
export function hashOf(...texts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}
