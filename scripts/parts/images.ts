/**
 * The base images of the sample application. With a network they are pulled. Without one, stand-ins are built from
 * Debian's packages and the machine's toolchains and tagged locally: BuildKit prefers a local image.
 * A stand-in has a label with the hash of its sources, and is rebuilt only when that changes.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unpackDebian } from './debian/debian.ts';
import { packages } from './debian/packages.ts';
import { type Folder, goModules, goToolchain, rustCrates, rustToolchain } from './dependencies.ts';
import type { Engine } from './engine.ts';
import { nodeToolchain } from './images/npm.ts';
import { pythonWheels } from './images/wheels.ts';
import { hashOf, localDir, MissingPartError, onDebianAsRoot, run, say, tryRun, withLock } from './local.ts';

/** All others are based on the first, and `jre` on `java`. */
export const baseImages = ['alpine', 'golang', 'rust', 'nginx', 'redis', 'python', 'java', 'jre', 'node'] as const;
export type BaseImage = (typeof baseImages)[number];

interface StandIn {
  readonly tag: string;
  /** The named build contexts of its Dockerfile, `images/NAME.Dockerfile`. */
  readonly contexts: () => Promise<Readonly<Record<string, Folder>>>;
  /** The stand-ins that it is based on, by default all before it: it is rebuilt with them. */
  readonly on?: readonly BaseImage[];
}

const recipes = join(import.meta.dirname, 'images');
const label = 'dev.orchestra.actions.stand-in';
const pullDeadline = 180_000;

const standIns: Readonly<Record<BaseImage, StandIn>> = {
  alpine: {
    tag: 'alpine:3.20',
    contexts: async () => ({ debian: await debian('alpine', packages.alpine), files: await recipeFiles('alpine') }),
  },
  golang: {
    tag: 'golang:1.23-alpine',
    contexts: async () => ({ toolchain: await goToolchain(), modules: await goModules() }),
  },
  rust: {
    tag: 'rust:1.80-alpine',
    contexts: async () => ({
      debian: await debian('rust', [...new Set([...packages.linker, ...packages.protoc])]),
      toolchain: await rustToolchain(),
      crates: await rustCrates(),
    }),
  },
  nginx: {
    tag: 'nginx:1.27-alpine',
    contexts: async () => ({ debian: await debian('nginx', packages.nginx), files: await recipeFiles('nginx') }),
  },
  redis: {
    tag: 'redis:7-alpine',
    contexts: async () => ({ debian: await debian('redis', packages.redis) }),
  },
  python: {
    tag: 'python:3.13-slim',
    contexts: async () => ({ debian: await debian('python', packages.python), wheels: await pythonWheels() }),
    on: ['alpine'],
  },
  java: {
    tag: 'eclipse-temurin:21-alpine',
    contexts: async () => ({ debian: await debian('java', packages.java) }),
    on: ['alpine'],
  },
  node: {
    tag: 'node:24-alpine',
    contexts: async () => ({ debian: await debian('node', packages.node), node: await nodeToolchain() }),
    on: ['alpine'],
  },
  jre: { tag: 'eclipse-temurin:21-jre-alpine', contexts: async () => ({}), on: ['alpine', 'java'] },
};

/**
 * Ensures that the engine has the base images.
 * @returns For each image, by tag, whether it is the real one or a stand-in.
 */
export async function ensureBaseImages(
  engine: Pick<Engine, 'env'>,
  names: readonly BaseImage[] = baseImages,
): Promise<Readonly<Record<string, 'real' | 'stand-in'>>> {
  const env = { ...process.env, ...engine.env };
  return withLock('images', async () => {
    const kinds: Record<string, 'real' | 'stand-in'> = {};
    // All stand-ins are based on alpine's, so one pull decides for all whether there is a network.
    const ordered = baseImages.filter((name) => name === 'alpine' || names.includes(name));
    let base = '';
    const made: Partial<Record<BaseImage, string>> = {};
    for (const name of ordered) {
      const { tag, on } = standIns[name];
      const present = await inspect(env, tag);
      const real = present ? present.standIn === undefined : !base && (await pull(env, tag));
      if (!real) {
        const below = on ? on.map((one) => made[one]).join() : base;
        made[name] = await ensureStandIn(env, name, present?.standIn, below);
        if (!on) base = made[name] ?? '';
      }
      kinds[tag] = real ? 'real' : 'stand-in';
    }
    return kinds;
  });
}

/** Removes the images that the engine holds under names of a registry (`HOST:PORT`) that no longer exists, so that nothing can use them. */
export async function removeImages(engine: Pick<Engine, 'env'>, registry: string): Promise<void> {
  const env = { ...process.env, ...engine.env };
  const format = '{{.Repository}}{{if eq .Tag "<none>"}}@{{.Digest}}{{else}}:{{.Tag}}{{end}}';
  const listed = (await tryRun('docker', ['images', '--digests', '--format', format], { env })) ?? '';
  // By name, since the same image may also have names of other registries.
  const names = listed.split('\n').filter((name) => name.startsWith(`${registry}/`));
  if (names.length > 0) await tryRun('docker', ['rmi', '--force', ...new Set(names)], { env });
}

/** The engine's image with this tag. */
async function inspect(env: NodeJS.ProcessEnv, tag: string): Promise<{ standIn: string | undefined } | undefined> {
  const format = `{{with .Config.Labels}}{{index . "${label}"}}{{end}}`;
  const hash = await tryRun('docker', ['image', 'inspect', '--format', format, tag], { env });
  return hash === undefined ? undefined : { standIn: hash.trim() || undefined };
}

/** Tries to pull an image. Without a network this fails immediately. */
async function pull(env: NodeJS.ProcessEnv, tag: string): Promise<boolean> {
  if (process.env.ORCHESTRA_OFFLINE === 'true') return false;
  return (await tryRun('docker', ['pull', '--quiet', tag], { env, timeout: pullDeadline })) !== undefined;
}

/** Builds a stand-in unless the engine has it in this version, and returns the hash of the version. */
async function ensureStandIn(env: NodeJS.ProcessEnv, name: BaseImage, present: string | undefined, base: string) {
  if (process.arch !== 'x64' || !(await onDebianAsRoot()))
    throw new MissingPartError(
      `${standIns[name].tag} cannot be pulled, and a stand-in can be made here only as root on Debian (amd64).`,
      `docker pull ${standIns[name].tag}`,
    );
  const started = performance.now();
  const { tag, contexts } = standIns[name];
  const folders = Object.entries(await contexts());
  const dockerfile = join(recipes, `${name}.Dockerfile`);
  const hash = hashOf(base, await readFile(dockerfile), ...folders.flatMap(([key, { stamp }]) => [key, stamp]));
  if (hash === present) return hash;
  const empty = join(localDir, 'empty');
  await mkdir(empty, { recursive: true });
  await run(
    'docker',
    [
      ...[
        'buildx',
        'build',
        '--network=none',
        '--provenance=false',
        '--file',
        dockerfile,
        '--label',
        `${label}=${hash}`,
      ],
      ...folders.flatMap(([key, { dir }]) => ['--build-context', `${key}=${dir}`]),
      ...['--output', `type=image,name=${tag},compression=zstd`, empty],
    ],
    { env },
  );
  // The engine's copy of the folders: hundreds of megabytes that the image also contains.
  await tryRun('docker', ['buildx', 'prune', '--force', '--filter', 'type=source.local'], { env });
  say(`stand-in for ${tag} made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return hash;
}

async function debian(name: string, names: readonly string[]): Promise<Folder> {
  const dir = await unpackDebian(name, names);
  // The folder's name contains the hash of its content; its location is not part of the hash, so checkouts share the result.
  return { dir, stamp: basename(dir) };
}

/** The files beside a stand-in's Dockerfile. */
async function recipeFiles(name: BaseImage): Promise<Folder> {
  const dir = join(recipes, name);
  const files = await Promise.all((await readdir(dir)).sort().map((file) => readFile(join(dir, file))));
  return { dir, stamp: hashOf(...files) };
}
