/**
 * Redis on 127.0.0.1, in memory only: the machine's `redis-server`, else Debian's, unpacked, else `redis:7-alpine`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianProgram } from './debian/debian.ts';
import { packages } from './debian/packages.ts';
import type { Engine } from './engine.ts';
import { onDebianAsRoot, which } from './local.ts';
import { onFreePort, request, type Server, startContainer, startProcess } from './processes/daemon.ts';

/** The path of a Redis program, downloaded if missing; `undefined` if downloads are not allowed. */
export async function redisProgram(): Promise<string | undefined> {
  const present = await which('redis-server');
  if (present || !(await onDebianAsRoot())) return present;
  return debianProgram(packages.redis, 'usr/bin/redis-server');
}

/** Starts Redis on a free port: `redis://127.0.0.1:PORT/0`. */
export async function startRedis(options: { engine?: Pick<Engine, 'env'> } = {}): Promise<Server> {
  const command = await redisProgram();
  const urlOf = (port: number) => `redis://127.0.0.1:${port}/0`;
  const ready = (port: number) => async () => (await request(port, 'PING\r\n')).startsWith('+PONG');
  if (!command) {
    const container = { image: 'redis:7-alpine', inner: 6379, env: options.engine?.env ?? {} };
    return onFreePort(async (port) => ({
      url: urlOf(port),
      stop: await startContainer({ ...container, port, ready: ready(port) }),
    }));
  }
  const dir = await mkdtemp(join(tmpdir(), 'orchestra-redis-'));
  return onFreePort(async (port) => {
    const args = ['--bind', '127.0.0.1', '--port', `${port}`, '--dir', dir, '--save', '', '--appendonly', 'no'];
    const end = await startProcess({ name: 'Redis', command, args, logFile: join(dir, 'log'), ready: ready(port) });
    const stop = async () => {
      await end();
      await rm(dir, { recursive: true, force: true });
    };
    return { url: urlOf(port), stop };
  });
}
