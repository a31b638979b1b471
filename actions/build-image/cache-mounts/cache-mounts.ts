/**
 * Saves the content of `RUN --mount=type=cache` in the registry between runs, as a separate image in the repository of the image. It is
 * restored into a new builder before the build, and changes are saved after it. Problems never fail the build.
 */
import { resolve } from 'node:path';
import { formatImageName } from '../../../src/container/image-reference.ts';
import { imageLabels } from '../../../src/container/registry.ts';
import { readTextFile } from '../../../src/inputs/read-file.ts';
import { isAbort } from '../../../src/runtime/errors.ts';
import type { Step } from '../build/progress.ts';
import { cacheMountsTag } from '../plan/own-tags.ts';
import type { BuildSession } from '../report/outputs.ts';
import { trustCacheMounts } from '../reuse/trusted-reuse.ts';
import { type FoundMounts, findCacheMounts } from './find-mounts.ts';
import { type MountBuilder, runMountBuild } from './mount-builds.ts';
import {
  LAST_STAGE,
  onlyMounts,
  reportDockerfile,
  restoreDockerfile,
  SECRETS_ID,
  saveDockerfile,
} from './mount-dockerfiles.ts';
import { formatMebibytes, planSave, readReport, secretPatterns } from './mount-report.ts';

/** Label of the image with the mounts: JSON, key → fingerprint of the content. */
export const MOUNTS_LABEL = 'dev.orchestra.actions.cache-mounts';

export interface CacheMounts {
  readonly found: FoundMounts;
  /** The image with their content, by digest, and the fingerprint of each mount in it; undefined if none was found. */
  readonly saved: { readonly image: string; readonly fingerprints: Readonly<Record<string, string>> } | undefined;
  /** Whether this run may write a new one. */
  readonly write: boolean;
}

/** The cache mounts of the Dockerfile, and their saved content; undefined if there is nothing to restore or save. */
export async function findSavedMounts(work: BuildSession): Promise<CacheMounts | undefined> {
  const { inputs, context, registry } = work;
  if (!inputs.cacheMounts || !inputs.push) return undefined;
  const text = readTextFile(resolve(inputs.workspace, inputs.file));
  const found = findCacheMounts(text, inputs.target, inputs.buildArgs);
  for (const note of found.notes) context.log.info(note);
  if (found.stages.length === 0) {
    context.log.info('Input cache-mounts: the Dockerfile has no RUN --mount=type=cache that can be saved.');
    return undefined;
  }
  return await warnOnFailure(work, 'The cache mounts are neither restored nor saved', async () => {
    const { from, write } = await trustCacheMounts(work);
    const manifest = from === undefined ? undefined : await registry.manifest(inputs.image, from);
    if (!manifest) return { found, saved: undefined, write };
    const label = (await imageLabels(registry, inputs.image, manifest))[MOUNTS_LABEL];
    const fingerprints = JSON.parse(label ?? '{}') as Record<string, string>;
    return { found, saved: { image: `${formatImageName(inputs.image)}@${from}`, fingerprints }, write };
  });
}

/** Fills the mounts that are empty in the builder. */
export async function restoreCacheMounts(
  work: BuildSession,
  { found, saved }: CacheMounts,
  builder: MountBuilder,
): Promise<void> {
  const { inputs, context } = work;
  if (!saved) return context.log.info('No cache mounts were saved by an earlier run.');
  // With `--no-cache` BuildKit discards the content of the mounts.
  if (inputs.noCache) return;
  const known = onlyMounts(found, new Set(Object.keys(saved.fingerprints)));
  if (known.stages.length === 0) return;
  const began = context.clock.now();
  await warnOnFailure(work, 'The cache mounts were not restored', async () => {
    await runMountBuild(inputs, builder, {
      dockerfile: restoreDockerfile(known, saved.image),
      output: toFolder,
      salt: context.random.hex(8),
    });
    const seconds = ((context.clock.now() - began) / 1000).toFixed(1);
    context.log.info(`Restored the cache mounts ${namesOf(known)} from ${saved.image} in ${seconds} s.`);
  });
}

/**
 * Saves the content of the mounts after a build.
 * @param steps Steps of the build: if none with a cache mount ran, nothing has changed.
 * @returns The digest of the image with their content; undefined if none was written.
 */
export async function saveCacheMounts(
  work: BuildSession,
  { found, saved, write }: CacheMounts,
  steps: readonly Step[],
  builder: MountBuilder,
): Promise<string | undefined> {
  const { inputs, context } = work;
  if (!write || !steps.some(usedMounts)) {
    context.log.info(
      `The cache mounts are not saved: ${write ? 'no step that uses them ran' : 'this run only reads them'}.`,
    );
    return undefined;
  }
  const began = context.clock.now();
  return await warnOnFailure(work, 'The cache mounts were not saved', async () => {
    const salt = context.random.hex(8);
    const { files } = await runMountBuild(inputs, builder, {
      dockerfile: reportDockerfile(found, saved?.image),
      output: (out) => [...toFolder(out), '--secret', `id=${SECRETS_ID},env=${PATTERNS}`],
      env: { [PATTERNS]: secretPatterns(secretValues(work)) },
      salt,
    });
    const mounts = found.stages.flatMap((stage) => stage.mounts);
    const plan = planSave(mounts, readReport(files.values()), saved?.fingerprints ?? {}, inputs.cacheMountsMaxSize);
    if (!plan.save) {
      const line = `The cache mounts are not saved: ${plan.reason}.`;
      if (plan.warn) context.log.warning(line);
      else context.log.info(line);
      return undefined;
    }
    const name = `${formatImageName(inputs.image)}:${cacheMountsTag(inputs.platforms)}`;
    const { metadata } = await runMountBuild(inputs, builder, {
      dockerfile: saveDockerfile(found, plan.fresh, plan.reused, saved?.image),
      output: () => [
        ...['--label', `${MOUNTS_LABEL}=${JSON.stringify(plan.fingerprints)}`, '--target', LAST_STAGE],
        ...['--output', `type=image,name=${name},push=true,oci-mediatypes=true,compression=zstd`],
      ],
      salt,
    });
    const seconds = ((context.clock.now() - began) / 1000).toFixed(1);
    context.log.info(`Saved the cache mounts, ${formatMebibytes(plan.size)}, as ${name} in ${seconds} s.`);
    return String(metadata['containerimage.digest']);
  });
}

/** Variable that carries the secrets to buildx. */
const PATTERNS = 'ORCHESTRA_SECRET_PATTERNS';

const toFolder = (out: string): string[] => ['--target', LAST_STAGE, '--output', `type=local,dest=${out}`];

/** A step is named by its instruction. */
const usedMounts = ({ name, cached }: Step): boolean => !cached && /\bRUN\b.*--mount=\S*type=cache/s.test(name);

const namesOf = ({ stages }: FoundMounts): string =>
  stages.flatMap(({ mounts }) => mounts.map(({ name }) => name)).join(', ');

function* secretValues({ inputs, context }: BuildSession): Generator<string> {
  yield* inputs.secrets.values();
  for (const variable of inputs.secretEnvs.values()) yield context.env[variable] ?? '';
  for (const path of inputs.secretFiles.values()) yield readTextFile(resolve(inputs.workspace, path));
}

/** The work's result; undefined after an error, which becomes a warning unless the step is cancelled or timed out. */
async function warnOnFailure<T>(
  { context }: BuildSession,
  what: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isAbort(error) || context.signal.aborted) throw error;
    context.log.warning(`${what}: ${(error as Error).message.replace(/\.?$/, '.')} The image is built as usual.`);
    return undefined;
  }
}
