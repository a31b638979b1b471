/**
 * What all parts share: where their files live, how they run programs, how they wait, and how two processes that
 * want the same part take turns. Node built-ins only: the parts are prepared before `npm ci` has run.
 */
import { type SpawnOptions, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The project's root folder. */
export const projectDir = resolve(import.meta.dirname, '../..');

/** The folder that holds everything the parts make: `.local` in the project, or `ORCHESTRA_LOCAL`. */
export const localDir = resolve(process.env.ORCHESTRA_LOCAL || join(projectDir, '.local'));

/** True where parts may be taken from Debian's archive: root on a Debian system, on amd64 or arm64. */
export const onDebianAsRoot = async (): Promise<boolean> =>
  process.getuid?.() === 0 && (await exists('/etc/debian_version')) && (await which('apt-get')) !== undefined;

/** An error of a part: what is missing, and the command that gets it, in one line. */
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

/**
 * Runs a program to its end and answers its standard output.
 * A non-zero exit is an error that holds the last lines of both outputs.
 */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let stdout = '';
  let all = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    all += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    all += text;
  });
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done, fail) => {
    child.once('error', fail);
    child.once('close', (...result) => done(result));
  });
  if (code === 0) return stdout;
  const tail = all.trimEnd().split('\n').slice(-30).join('\n');
  throw new Error(`${command} ${args.join(' ')} ended with ${signal ?? `exit code ${code}`}:\n${tail}`);
}

/** As `run`, but `undefined` where the program fails or is not there. */
export async function tryRun(command: string, args: readonly string[], options: SpawnOptions = {}) {
  return run(command, args, options).catch(() => undefined);
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

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A TCP port of 127.0.0.1 that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return address.port;
}

/** Asks again and again until the answer is truthy; after `deadline` milliseconds an error that says what was awaited. */
export async function waitFor<T>(
  what: string,
  deadline: number,
  ask: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + deadline;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${deadline / 1000} s`);
    await sleep(25);
  }
}

/** True while the process exists and is not a zombie. */
export async function alive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(stat);
}

/** Ends a process: `signal` first, `SIGKILL` after `grace` milliseconds; answers when it is gone. */
export async function endProcess(pid: number, signal: NodeJS.Signals = 'SIGTERM', grace = 15_000): Promise<void> {
  const send = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  const gone = async () => !(await alive(pid));
  send(signal);
  await waitFor('the end', grace, gone).catch(async () => {
    send('SIGKILL');
    await waitFor(`the end of process ${pid}`, 5_000, gone);
  });
}

/** Runs `work` while no other process runs work under the same name. A lock whose holder died is taken over. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  await mkdir(localDir, { recursive: true });
  const file = join(localDir, `${name}.lock`);
  await waitFor(`the lock ${file}`, 15 * 60_000, () => takeLock(file));
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
  // One at a time, by a lock of its own: whoever saw the same dead holder later would remove the lock of the next one.
  const removal = `${file}.stale`;
  if (await takeLock(removal)) {
    if ((await readFile(file, 'utf8').catch(() => '')) === stale) await rm(file);
    await rm(removal);
  }
  return false;
}

/** Whether the process that an `identityOf` told of is gone. */
async function isDead(identity: string): Promise<boolean> {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && (!(await alive(pid)) || (await identityOf(pid)) !== identity);
}

/** A process id with the time of its start, where the system tells: after a restart the number alone means another. */
async function identityOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 22; the second may hold spaces: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
}

/** The first 16 hexadecimal digits of the SHA-256 of some texts. */
export function hashOf(...texts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}
