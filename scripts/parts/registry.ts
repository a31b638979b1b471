/**
 * An OCI registry on 127.0.0.1 over plain HTTP, with deletion: `docker-registry` (Debian's name) or `registry` (the
 * upstream name) if the machine has it, else Debian's package, unpacked, else the image `registry:2`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackDebian } from './debian/debian.ts';
import type { Engine } from './engine.ts';
import { onDebianAsRoot, which } from './local.ts';
import { onFreePort, type Server, startContainer, startProcess } from './processes/daemon.ts';

/** The path of a registry program, downloaded if missing; `undefined` if downloads are not allowed. */
export async function registryProgram(): Promise<string | undefined> {
  const present = (await which('docker-registry')) ?? (await which('registry'));
  if (present || !(await onDebianAsRoot())) return present;
  return join(await unpackDebian('registry', ['docker-registry']), 'usr/bin/docker-registry');
}

/** Starts a registry on a free port. Its data is deleted when it stops. */
export async function startRegistry(options: { engine?: Pick<Engine, 'env'> } = {}): Promise<Server> {
  const command = await registryProgram();
  const urlOf = (port: number) => `http://127.0.0.1:${port}`;
  const ready = (port: number) => () =>
    fetch(`${urlOf(port)}/v2/`).then(
      ({ ok }) => ok,
      () => false,
    );
  if (!command) {
    const deletion = ['--env', 'REGISTRY_STORAGE_DELETE_ENABLED=true'];
    const container = { image: 'registry:2', inner: 5000, options: deletion, env: options.engine?.env ?? {} };
    return onFreePort(async (port) => ({
      url: urlOf(port),
      stop: await startContainer({ ...container, port, ready: ready(port) }),
    }));
  }
  const dir = await mkdtemp(join(tmpdir(), 'orchestra-registry-'));
  return onFreePort(async (port) => {
    const config = {
      version: '0.1',
      log: { level: 'warn', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: join(dir, 'data') }, delete: { enabled: true } },
      http: { addr: `127.0.0.1:${port}` },
    };
    const file = join(dir, 'config.json');
    // The registry reads YAML, which includes JSON.
    await writeFile(file, JSON.stringify(config, null, 2));
    const args = ['serve', file];
    const logFile = join(dir, 'log');
    const end = await startProcess({ name: 'the registry', command, args, logFile, ready: ready(port) });
    const stop = async () => {
      await end();
      await rm(dir, { recursive: true, force: true });
    };
    return { url: urlOf(port), stop };
  });
}
