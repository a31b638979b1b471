/** Runs a build of our own that reaches the cache mounts of a builder, and reads the files that it gives. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Docker } from '../../../src/container/docker-program.ts';
import { readBuildError } from '../build/build-error.ts';
import { createProgress } from '../build/progress.ts';
import type { BuildInputs } from '../inputs.ts';
import { flagPairs } from '../plan/build-command.ts';
import { FAILED, RUN_ARGUMENT } from './mount-dockerfiles.ts';

/** Where the mounts are. */
export interface MountBuilder {
  readonly docker: Docker;
  readonly env: Readonly<Record<string, string>>;
  /** Undefined for the current one. */
  readonly builder: string | undefined;
  /** A temporary folder of this step. */
  readonly folder: string;
}

export interface MountBuild {
  readonly dockerfile: string;
  /** Arguments for the output of the build. */
  readonly output: (out: string) => readonly string[];
  /** Added to the environment of docker. */
  readonly env?: Readonly<Record<string, string>>;
  /** Differs from build to build. */
  readonly salt: string;
}

interface MountResult {
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Texts of the files that it wrote, by path. With several platforms, each has a folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** Throws an `Error` with the reason that a step printed, else with the message of the builder. */
export async function runMountBuild(
  inputs: Pick<BuildInputs, 'platforms' | 'buildArgs' | 'buildContexts'>,
  { docker, env, builder, folder }: MountBuilder,
  build: MountBuild,
): Promise<MountResult> {
  const [context, out] = [join(folder, 'cache-mounts'), join(folder, 'cache-mounts-out')];
  for (const dir of [context, out]) rmSync(dir, { recursive: true, force: true });
  mkdirSync(context);
  mkdirSync(out);
  const metadataFile = join(context, 'metadata.json');
  writeFileSync(join(context, 'Dockerfile'), build.dockerfile);
  writeFileSync(join(context, '.dockerignore'), '*');
  let reason: string | undefined;
  const progress = createProgress((line) => {
    reason ??= line.split(FAILED)[1];
  });
  const { exitCode } = await docker(
    [
      ...['buildx', 'build', ...(builder ? ['--builder', builder] : [])],
      ...['--file', join(context, 'Dockerfile'), '--platform', inputs.platforms.join(',')],
      // `FROM` can use them.
      ...flagPairs('--build-arg', inputs.buildArgs),
      ...flagPairs('--build-context', inputs.buildContexts),
      ...['--build-arg', `${RUN_ARGUMENT}=${build.salt}`, '--provenance', 'false', '--sbom', 'false'],
      ...build.output(out),
      ...['--metadata-file', metadataFile, '--progress', 'rawjson', context],
    ],
    { env: { ...env, ...build.env }, onOutput: (chunk) => progress.write(chunk) },
  );
  progress.end();
  if (exitCode !== 0) throw new Error(reason ?? readBuildError(progress.text(), 'Dockerfile', exitCode).message);
  const metadata = JSON.parse(readFileSync(metadataFile, 'utf8')) as Record<string, unknown>;
  return { metadata, files: readFiles(out) };
}

function readFiles(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
