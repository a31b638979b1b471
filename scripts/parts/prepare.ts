/** The parts that tests and the demonstration need on this machine, by name. Node built-ins only: it also runs before `npm ci`. */
import type { Engine } from './engine.ts';
import { ensureBaseImages } from './images.ts';
import { localDir, say } from './local.ts';
import { postgresPrograms } from './postgres.ts';
import { redisProgram } from './redis.ts';
import { registryProgram } from './registry.ts';
import { ensureSchemaProvider, ensureTofu } from './terraform/tofu.ts';
import {
  ensureAct,
  ensureActionlint,
  ensureChromium,
  ensureFakeGcsServer,
  ensureGolangciLint,
  ensureJava,
  ensureNginx,
  ensureOras,
  ensurePnpm,
  ensureProtoc,
  ensurePythonClients,
  ensureZizmor,
  toolsBin,
} from './tools.ts';

const fromImage = 'from its image, when it is started';

/** The function that prepares each part and returns its location. */
const parts: Readonly<Record<string, (engine: () => Promise<Engine>) => Promise<string>>> = {
  engine: async (engine) => (await engine()).dockerHost,
  images: async (engine) => {
    const kinds = Object.entries(await ensureBaseImages(await engine()));
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
  java: ensureJava,
  actionlint: ensureActionlint,
  act: ensureAct,
  'golangci-lint': ensureGolangciLint,
  'fake-gcs-server': ensureFakeGcsServer,
  oras: ensureOras,
  'python-clients': ensurePythonClients,
  tofu: ensureTofu,
  'terraform-provider-schema': ensureSchemaProvider,
};

const partNames: readonly string[] = Object.keys(parts);

/**
 * Prepares parts, by default all, two at a time. Nothing is downloaded twice. Throws at the end with the missing parts and
 * how to install them.
 * @param engine Returns the Docker Engine to use.
 */
export async function prepare(engine: () => Promise<Engine>, names: readonly string[] = []): Promise<void> {
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. There are: ${partNames.join(', ')}.`);
  const chosen = names.length > 0 ? names : partNames;
  say(`preparing ${chosen.join(', ')} in ${localDir}`);
  const failures = new Map<string, string[]>();
  const one = async (name: string) => {
    try {
      say(`${name}: ${await parts[name]?.(engine)}`);
    } catch (error) {
      const { message } = error as Error;
      failures.set(message, [...(failures.get(message) ?? []), name]);
    }
  };
  // Sequential within a lane: of the two lanes, one downloads while the other compiles.
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
