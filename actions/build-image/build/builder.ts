/**
 * Chooses the builder. Docker's own builder supports attestations, caches and several platforms only on the containerd image
 * store (https://docs.docker.com/build/builders/drivers/docker/); otherwise a builder in a container is created for this step.
 *
 * buildx refuses unsupported features at once. So the builder is inspected only after a failed build: most support everything, and
 * inspecting it would delay every build by two processes.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Docker } from '../../../src/container/docker-program.ts';
import { isLoopback } from '../../../src/google/http/loopback.ts';
import type { Random } from '../../../src/runtime/clock.ts';
import { InputError, OutcomeError } from '../../../src/runtime/errors.ts';
import type { BuildInputs } from '../inputs.ts';

export interface Builder {
  /** The builder to name; undefined for the current one. */
  readonly name: string | undefined;
  /** Whether it can attach attestations, keep a cache and build for several platforms. */
  readonly capable: boolean;
  /** Why a requested feature is left out, in one line. */
  readonly missing: string | undefined;
}

/** Names of builders that are created for a step. */
export const OWN_BUILDER = /^orchestra-[0-9a-f]{16}$/;

const SETUP = 'Add docker/setup-buildx-action before this step.';

/** The builder to begin with: the one that was named, or the current one, which is taken to be capable. */
export const firstBuilder = (inputs: Pick<BuildInputs, 'builder'>): Builder => ({
  name: inputs.builder,
  capable: true,
  missing: undefined,
});

/**
 * The builder inside Docker names a snapshotter only on the containerd image store
 * (https://github.com/moby/moby/blob/master/builder/builder-next/controller.go).
 */
const SNAPSHOTTER = 'org.mobyproject.buildkit.worker.snapshotter:';

/**
 * Inspects the builder, and creates a more capable one if needed. Throws if none can be used. `onMade` is
 * called with the name of a builder before it is created, so that it is always removed.
 */
export async function chooseBuilder(
  inputs: BuildInputs,
  docker: Docker,
  env: Readonly<Record<string, string>>,
  folder: string,
  random: Random,
  onMade: (name: string) => void,
): Promise<Builder> {
  const inspected = await docker(['buildx', 'inspect', ...(inputs.builder ? [inputs.builder] : [])], { env });
  const driver = /^Driver:\s*(\S+)/m.exec(inspected.stdout)?.[1];
  if (inspected.exitCode !== 0 || driver === undefined) throw unusable(inputs, inspected.stderr || inspected.stdout);
  const capable = driver !== 'docker' || inspected.stdout.includes(SNAPSHOTTER);
  if (capable) return firstBuilder(inputs);
  if (inputs.builder || !wanted(inputs)) return { name: inputs.builder, capable, missing: lacking(inputs) };

  const name = `orchestra-${random.hex(8)}`;
  onMade(name);
  const made = await docker(
    ['buildx', 'create', '--name', name, '--driver', 'docker-container', ...local(inputs, folder)],
    { env },
  );
  const started = made.exitCode === 0 ? await docker(['buildx', 'inspect', '--bootstrap', name], { env }) : made;
  if (started.exitCode === 0) return { name, capable: true, missing: undefined };
  const reason = lastLine(started.stderr);
  return {
    name: undefined,
    capable: false,
    missing: `${lacking(inputs)} A builder for this step could not be started: ${reason}`,
  };
}

/** Whether a feature is requested that the plain builder does not support. */
const wanted = (inputs: BuildInputs): boolean =>
  inputs.platforms.length > 1 || inputs.cache === 'gha' || (inputs.push && lacking(inputs) !== undefined);

function lacking(inputs: BuildInputs): string | undefined {
  const parts = [
    ...(inputs.provenance !== 'false' ? ['provenance'] : []),
    ...(inputs.sbom !== 'false' ? ['sbom'] : []),
    ...(inputs.cache !== 'off' ? [`cache: ${inputs.cache}`] : []),
    // Their image is written with BuildKit's own exporter.
    ...(inputs.cacheMounts ? ['cache-mounts'] : []),
  ];
  if (parts.length === 0) return undefined;
  return `Built without ${parts.join(', ')}: this builder cannot, as Docker runs without the containerd image store. ${SETUP}`;
}

/** A builder in a container sees this machine's registry only on the host's network, and must be told that it has no TLS. */
function local(inputs: BuildInputs, folder: string): string[] {
  if (!isLoopback(inputs.image.host)) return [];
  const config = join(folder, 'buildkitd.toml');
  writeFileSync(config, `[registry."${inputs.image.host}"]\n  http = true\n`);
  return ['--driver-opt', 'network=host', '--config', config];
}

function unusable(inputs: BuildInputs, text: string): Error {
  if (/is not a docker command|unknown command: docker buildx/.test(text))
    return new InputError([{ subject: 'Docker', message: `buildx was not found. ${SETUP}` }]);
  if (/no builder .* found|not found/.test(text) && inputs.builder)
    return new InputError([
      { subject: 'Input builder', message: `the builder "${inputs.builder}" was not found. ${SETUP}` },
    ]);
  if (/Cannot connect to the Docker daemon|daemon running/.test(text))
    return new InputError([
      { subject: 'Docker', message: 'its engine does not respond. Start Docker on this runner.' },
    ]);
  return new OutcomeError(`The builder is not usable: ${lastLine(text)}`);
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
