/**
 * The users of a resource that several processes share: one file each, with the identity of the process. Dead processes do not count.
 * Call these under a lock of the part's name.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDir } from '../local.ts';
import { identityOf, isDead } from './processes.ts';

export interface Lease {
  release(): Promise<void>;
}

let count = 0;

/** Counts this process among the part's users. */
export async function takeLease(part: string): Promise<Lease> {
  const folder = join(localDir, `${part}-users`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${++count}`);
  await writeFile(file, await identityOf(process.pid));
  return { release: () => rm(file, { force: true }) };
}

/** The process ids of the part's running users; leases of dead processes are removed. */
export async function usersOf(part: string): Promise<number[]> {
  const folder = join(localDir, `${part}-users`);
  const users: number[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const identity = await readFile(file, 'utf8').catch(() => '');
    if (identity !== '' && !(await isDead(identity))) users.push(Number.parseInt(identity, 10));
    else await rm(file, { force: true });
  }
  return users;
}
