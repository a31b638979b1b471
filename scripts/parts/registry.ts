/**
 * An OCI registry on 127.0.0.1 over plain HTTP, with deletion: `docker-registry` (Debian's name) or `registry` (its
 * makers' name) where the machine has it, else Debian's package, unpacked, else the image `registry:2`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Server, startContainer, startProcess } from './daemon.ts';
import { unpackDebian } from './debian.ts';
import type { Engine } from './engine.ts';
import { freePort, localDir, onDebianAsRoot, which } from './local.ts';

/** The path of a registry program, fetched where it is missing and may be; `undefined` where it may not. */
export async function registryProgram(): Promise<string | undefined> {
  const present = (await which('docker-registry')) ?? (await which('registry'));
  if (present || !(await onDebianAsRoot())) return present;
  return join(await unpackDebian('registry', ['docker-registry']), 'usr/bin/docker-registry');
}

/**
 * Starts a registry.
 * @param options.dir Where it keeps what is pushed; by default in the project's local folder.
 * @param options.port By default a free one.
 * @param options.engine What runs it where the machine has no registry program; by default the engine that answers.
 */
export async function startRegistry(
  options: { dir?: string; port?: number; engine?: Pick<Engine, 'env'> } = {},
): Promise<Server> {
  const dir = options.dir ?? join(localDir, 'registry');
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const ready = () =>
    fetch(`${url}/v2/`).then(
      ({ ok }) => ok,
      () => false,
    );
  const data = join(dir, 'data');
  await mkdir(data, { recursive: true });
  const command = await registryProgram();
  if (!command) {
    const volume = ['--volume', `${data}:/var/lib/registry`, '--env', 'REGISTRY_STORAGE_DELETE_ENABLED=true'];
    const env = options.engine?.env ?? {};
    return { url, stop: await startContainer({ image: 'registry:2', inner: 5000, port, options: volume, ready, env }) };
  }
  const config = {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: data }, delete: { enabled: true } },
    http: { addr: `127.0.0.1:${port}` },
  };
  const file = join(dir, `config-${port}.json`);
  // JSON is YAML, which is what the registry reads.
  await writeFile(file, JSON.stringify(config, null, 2));
  const logFile = join(dir, 'registry.log');
  return { url, stop: await startProcess({ name: 'the registry', command, args: ['serve', file], logFile, ready }) };
}
