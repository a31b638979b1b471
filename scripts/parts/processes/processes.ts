/** Processes of this machine by id: whether they are running, and how to stop them with their children. Node built-ins only. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

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

/** A process id with its start time, if the system provides it: ids are reused. */
export async function identityOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 22; the second may hold spaces: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
}

/** Whether the process with this `identityOf` has exited. */
export async function isDead(identity: string): Promise<boolean> {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && (!(await alive(pid)) || (await identityOf(pid)) !== identity);
}

/** Sends a signal to a process, which may have exited. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Ends a process and its descendants, also those that left its process group: `signal` first, `SIGTERM` after half of
 * `grace` milliseconds (background processes of a shell ignore SIGINT), `SIGKILL` after `grace`. Returns when all have exited.
 */
export async function endTree(root: number, signal: NodeJS.Signals = 'SIGTERM', grace = 10_000): Promise<void> {
  // Identified by start time, too, since process ids are reused.
  const identities = new Map<number, string>();
  const collect = async () => {
    const found = [root, ...descendants(root)].filter((pid) => !identities.has(pid));
    for (const pid of found) identities.set(pid, await identityOf(pid));
    return found;
  };
  const living = async () => {
    const pids: number[] = [];
    for (const [pid, identity] of identities) if (!(await isDead(identity))) pids.push(pid);
    return pids;
  };
  const waitForEnd = async (milliseconds: number) => {
    for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(25)) {
      for (const pid of await collect()) send(pid, signal);
      if ((await living()).length === 0) return true;
    }
    return false;
  };
  if (await waitForEnd(grace / 2)) return;
  for (const pid of await living()) send(pid, 'SIGTERM');
  if (await waitForEnd(grace / 2)) return;
  for (const pid of await living()) send(pid, 'SIGKILL');
  await waitForEnd(5_000);
}

/** The descendants of a process. */
function descendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const [pid, parent] of parents()) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(root);
}

/** All processes with their parents. */
function parents(): [pid: number, parent: number][] {
  if (process.platform === 'linux')
    return readdirSync('/proc').flatMap((name): [number, number][] => {
      if (!/^\d+$/.test(name)) return [];
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
      } catch {
        return []; // It ended meanwhile.
      }
    });
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
}
