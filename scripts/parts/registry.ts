/**
 * An OCI registry on 127.0.0.1 over plain HTTP, with deletion: `docker-registry` (Debian's name) or `registry`
 * (its makers' name) where the machine has it, else Debian's package, unpacked.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, startDaemon } from './daemon.ts';
import { unpackDebian } from './debian.ts';
import { freePort, localDir, MissingPartError, onDebianAsRoot, which } from './local.ts';

export interface Registry extends Daemon {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
}

/** The path of a registry program; fetched where it is missing and may be. */
export async function ensureRegistry(): Promise<string> {
  const present = (await which('docker-registry')) ?? (await which('registry'));
  if (present) return present;
  if (await onDebianAsRoot()) return join(await unpackDebian('registry', ['docker-registry']), 'usr/bin/docker-registry');
  throw new MissingPartError('There is no registry program.', 'apt-get install docker-registry, or brew install distribution');
}

/**
 * Starts a registry.
 * @param options.dir Where it keeps what is pushed; by default in the project's local folder.
 * @param options.port By default a free one.
 */
export async function startRegistry(options: { dir?: string; port?: number } = {}): Promise<Registry> {
  const dir = options.dir ?? join(localDir, 'registry');
  const port = options.port ?? (await freePort());
  const command = await ensureRegistry();
  await mkdir(dir, { recursive: true });
  const config = {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(dir, 'data') }, delete: { enabled: true } },
    http: { addr: `127.0.0.1:${port}` },
  };
  const file = join(dir, 'config.json');
  // JSON is YAML, which is what the registry reads.
  await writeFile(file, JSON.stringify(config, null, 2));
  const logFile = join(dir, 'registry.log');
  const daemon = await startDaemon({ name: 'the registry', command, args: ['serve', file], logFile, port });
  return { ...daemon, url: `http://127.0.0.1:${port}` };
}
