/**
 * Runs instances as containers of a Docker Engine on this machine. Each instance has its own network namespace, as on
 * Cloud Run: its containers share one loopback, and two revisions may listen on the same ports. A relay inside it (relay.ts)
 * forwards connections to it, and from it to those ports of the host's loopback that its environment names (`127.0.0.1:5432`).
 * It has no other network. The engine must share this machine's files and unix sockets.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pinned } from '../requests/resource-names.ts';
import type { ContainerSpec, Driver, Exit, Instance, InstanceSpec } from './driver.ts';
import { connectEngine, type Engine } from './engine.ts';
import { dialInside, serveOutbound } from './relay-client.ts';
import { tar } from './tar.ts';

export interface DockerOptions {
  /** A `DOCKER_HOST`. */
  readonly host?: string;
  /** Seconds between SIGTERM and SIGKILL. Default 10, as on Cloud Run. */
  readonly graceSeconds?: number;
}

/** Label of all resources of this driver; its value is the process that created them. */
const OWNER = 'dev.orchestra.emulator.pid';
const LABELS = { [OWNER]: String(process.pid) };
/** Directories that this machine's Node binary needs in any image. */
const LIBRARIES = ['/lib', '/lib64', '/usr/lib'].filter((path) => existsSync(path));

/** Whether an engine responds. */
export async function engineResponds(host: string | undefined): Promise<boolean> {
  try {
    await connectEngine(host).call('GET', '/_ping');
    return true;
  } catch {
    return false;
  }
}

export async function createDockerDriver({ host, graceSeconds = 10 }: DockerOptions = {}): Promise<Driver> {
  const engine = connectEngine(host);
  await removeLeftOvers(engine);
  const directory = await mkdtemp(join(tmpdir(), 'orchestra-run-'));
  await chmod(directory, 0o700);
  const outside = join(directory, 'out');
  const outbound = await serveOutbound(outside);
  const instances = new Set<Instance>();
  const pulled = new Set<string>();
  let count = 0;
  let stopped = false;

  async function create(spec: InstanceSpec): Promise<Instance> {
    if (stopped) throw new Error('the emulator is stopping');
    const inside = join(directory, `i${++count}`);
    const created: string[] = [];
    const remove = () =>
      Promise.all(
        created
          .toReversed()
          .map((id) => engine.call('DELETE', `/containers/${id}?force=1&v=1`, { accept: [404, 409] })),
      ).then(() => rm(inside, { force: true }));
    try {
      for (const { image, digest } of spec.containers) {
        const reference = pinned(image, digest);
        if (await engine.pull(reference, { username: 'oauth2accesstoken', password: spec.pullToken }))
          pulled.add(reference);
      }
      const relay = await createContainer(engine, `${spec.id}-relay`, relayConfig(spec, directory, inside, outside));
      created.push(relay);
      await engine.call('POST', `/containers/${relay}/start`);
      const containers = new Map<string, string>();
      for (const container of spec.containers) {
        const id = await createContainer(
          engine,
          `${spec.id}-${container.name}`,
          containerConfig(spec, container, relay),
        );
        created.push(id);
        containers.set(container.name, id);
        if (container.files.length > 0)
          await engine.call('PUT', `/containers/${id}/archive?path=/`, { tar: tar(container.files) });
      }
      await until(
        () => existsSync(inside),
        'The relay of the instance did not come up. The engine must run on this machine, with access to its files.',
      );
      const instance: Instance = {
        launch: (name) => launch(engine, spec, name, containers.get(name) ?? ''),
        dial: (_, port) => dialInside(inside, port),
        async stop() {
          instances.delete(instance);
          await Promise.all(
            [...containers.values()].map((id) =>
              engine.call('POST', `/containers/${id}/stop?t=${graceSeconds}`, { accept: [304, 404] }).catch(() => {}),
            ),
          );
          await remove();
        },
      };
      instances.add(instance);
      return instance;
    } catch (error) {
      await remove().catch(() => {});
      throw error;
    }
  }

  return {
    create,
    async stop() {
      stopped = true;
      await Promise.all([...instances].map((instance) => instance.stop()));
      for (const reference of pulled) await engine.call('DELETE', `/images/${reference}`, { accept: [404, 409] });
      await new Promise((resolve) => outbound.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function launch(
  engine: Engine,
  spec: InstanceSpec,
  name: string,
  id: string,
): Promise<{ exited: Promise<Exit> }> {
  await engine.call('POST', `/containers/${id}/start`);
  const output = engine.follow(id, (stream, line) => spec.log(name, stream, line)).catch(() => {});
  const exited = engine.call<{ StatusCode: number }>('POST', `/containers/${id}/wait`).then(
    async ({ StatusCode: code }): Promise<Exit> => {
      await output;
      return { container: name, code, ...(code > 128 && { signal: code - 128 }) };
    },
    (): Exit => ({ container: name, code: 137, signal: 9 }),
  );
  return { exited };
}

async function createContainer(engine: Engine, name: string, config: object): Promise<string> {
  const { Id } = await engine.call<{ Id: string }>('POST', `/containers/create?name=orchestra-run-${name}`, {
    body: config,
  });
  return Id;
}

function containerConfig(spec: InstanceSpec, container: ContainerSpec, relay: string) {
  const { image, digest, command, args, env, workingDir, name } = container;
  return {
    Image: pinned(image, digest),
    ...(command.length > 0 && { Entrypoint: command }),
    ...(args.length > 0 && { Cmd: args }),
    Env: Object.entries(env).map(([key, value]) => `${key}=${value}`),
    ...(workingDir !== undefined && { WorkingDir: workingDir }),
    Labels: { ...spec.labels, ...LABELS, 'dev.orchestra.container': name },
    HostConfig: { NetworkMode: `container:${relay}` },
  };
}

/** The relay runs in an image that exists anyway, of which it only uses the file system: Node and its libraries are this machine's. */
function relayConfig(spec: InstanceSpec, directory: string, inside: string, outside: string) {
  const [first] = spec.containers;
  return {
    Image: pinned(first?.image ?? '', first?.digest ?? ''),
    Entrypoint: [
      '/.orchestra/node',
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      '/.orchestra/relay.ts',
      inside,
      outside,
    ],
    Cmd: outwardPorts(spec.containers).map(String),
    User: `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`,
    WorkingDir: '/',
    Env: [],
    Healthcheck: { Test: ['NONE'] },
    Labels: { ...spec.labels, ...LABELS },
    HostConfig: {
      NetworkMode: 'none',
      Binds: [
        `${process.execPath}:/.orchestra/node:ro`,
        `${fileURLToPath(new URL('relay.ts', import.meta.url))}:/.orchestra/relay.ts:ro`,
        `${directory}:${directory}`,
        ...LIBRARIES.map((path) => `${path}:${path}:ro`),
      ],
    },
  };
}

/** Ports of the host's loopback that the environment names and on which no container of the instance listens. */
export function outwardPorts(containers: readonly ContainerSpec[]): number[] {
  const own = new Set<number>();
  const named = new Set<number>();
  for (const { port, env, startupProbe } of containers) {
    const probe = startupProbe?.httpGet?.port ?? startupProbe?.tcpSocket?.port ?? startupProbe?.grpc?.port;
    for (const one of [port, probe, Number(env.PORT)]) if (one) own.add(one);
    for (const value of Object.values(env)) {
      for (const match of value.matchAll(/(?:127\.0\.0\.1|localhost|\[::1\]):(\d{1,5})\b/g))
        named.add(Number(match[1]));
    }
  }
  return [...named].filter((port) => !own.has(port) && port > 0 && port < 65_536);
}

async function until(condition: () => boolean, otherwise: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(otherwise);
    await sleep(10);
  }
}

/** Removes the containers of a killed emulator. */
async function removeLeftOvers(engine: Engine): Promise<void> {
  const filters = encodeURIComponent(JSON.stringify({ label: [OWNER] }));
  const found = await engine.call<{ Id: string; Labels: Record<string, string> }[]>(
    'GET',
    `/containers/json?all=1&filters=${filters}`,
  );
  for (const { Id, Labels } of found) {
    if (!isAlive(Number(Labels[OWNER])))
      await engine.call('DELETE', `/containers/${Id}?force=1&v=1`, { accept: [404, 409] });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
