/**
 * Prepares the parts of the local pipeline: `node scripts/parts/main.ts prepare [part…]`, by default all. `status` says
 * what is there, `stop` ends the Docker Engine that was started here. Nothing is fetched twice.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { answeringEngine, ensureEngine, stopEngine } from './engine.ts';
import { ensureBaseImages } from './images.ts';
import { localDir, say } from './local.ts';
import { postgresPrograms } from './postgres.ts';
import { redisProgram } from './redis.ts';
import { registryProgram } from './registry.ts';
import {
  ensureAct,
  ensureActionlint,
  ensureChromium,
  ensureFakeGcsServer,
  ensureGolangciLint,
  ensureNginx,
  ensurePnpm,
  ensureProtoc,
  ensurePythonClients,
  ensureZizmor,
  toolsBin,
} from './tools.ts';

const fromImage = 'from its image, when it is started';

/** What each part is prepared by, answering where it is. */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  engine: async () => (await ensureEngine()).dockerHost,
  images: async () => {
    const kinds = Object.entries(await ensureBaseImages(await ensureEngine()));
    return kinds.map(([tag, kind]) => `${tag} (${kind})`).join(', ');
  },
  registry: async () => (await registryProgram()) ?? fromImage,
  postgres: async () => (await postgresPrograms()) ?? fromImage,
  redis: async () => (await redisProgram()) ?? fromImage,
  protoc: ensureProtoc,
  nginx: ensureNginx,
  pnpm: ensurePnpm,
  zizmor: ensureZizmor,
  chromium: ensureChromium,
  actionlint: ensureActionlint,
  act: ensureAct,
  'golangci-lint': ensureGolangciLint,
  'fake-gcs-server': ensureFakeGcsServer,
  'python-clients': ensurePythonClients,
};

async function prepare(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  const chosen = names.length > 0 ? names : Object.keys(parts);
  say(`preparing ${chosen.join(', ')} in ${localDir}`);
  const failures = new Map<string, string[]>();
  const one = async (name: string) => {
    try {
      say(`${name}: ${await parts[name]?.()}`);
    } catch (error) {
      const { message } = error as Error;
      failures.set(message, [...(failures.get(message) ?? []), name]);
    }
  };
  // One after another within a lane: the two lanes share the processors, and one fetches while the other compiles.
  const containers = chosen.filter((name) => ['engine', 'images'].includes(name));
  const lanes = [containers, chosen.filter((name) => !containers.includes(name))];
  await Promise.all(
    lanes.map(async (lane) => {
      for (const name of lane) await one(name);
    }),
  );
  if (failures.size > 0)
    throw new Error([...failures].map(([message, failed]) => `${failed.join(', ')}: ${message}`).join('\n'));
  say(`ready; tools are in ${toolsBin}`);
}

async function status(): Promise<void> {
  const engine = await answeringEngine();
  const lines = [`Docker Engine: ${engine ? engine.dockerHost : 'none answers'}`];
  for (const kind of ['debian', 'dependencies', 'tools']) {
    const found = await readdir(join(localDir, kind)).catch(() => []);
    lines.push(
      ...found
        .filter((name) => name !== 'bin')
        .sort()
        .map((name) => `${kind}: ${name}`),
    );
  }
  console.log(lines.join('\n'));
}

const [command, ...names] = process.argv.slice(2);
try {
  if (command === 'prepare') await prepare(names);
  else if (command === 'status') await status();
  else if (command === 'stop')
    say((await stopEngine()) ? 'Docker Engine stopped' : 'no Docker Engine was started here');
  else throw new Error('Usage: node scripts/parts/main.ts prepare [part…] | status | stop');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
