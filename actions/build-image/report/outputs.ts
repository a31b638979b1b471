/** Outputs and summary of build-image. */
import { join } from 'node:path';
import { DIGEST, formatImageDigest, formatImageName } from '../../../src/container/image-reference.ts';
import type { ImageManifest, Registry } from '../../../src/container/registry.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { code, listed, md, plain } from '../../../src/runtime/summary.ts';
import type { Step } from '../build/progress.ts';
import { type PlatformImage, readPlatforms } from '../build/pushed-image.ts';
import type { BuildInputs } from '../inputs.ts';
import { planBuild, planLabels } from '../plan/build-command.ts';
import { keyTag } from '../plan/own-tags.ts';
import type { Lookup } from '../reuse/find-image.ts';
import { summarizeBuild } from './summary.ts';

/** All that the steps of a build need. */
export interface BuildSession {
  readonly inputs: BuildInputs;
  readonly context: Context;
  readonly cloud: Cloud;
  readonly registry: Registry;
  /** The process of this action. */
  readonly pid: number;
  readonly key: string | undefined;
  readonly tags: readonly string[];
  readonly started: number;
}

interface Outcome {
  readonly manifest: ImageManifest;
  /** Fails where the image did not get its tags; the reads for the summary need not wait for it. */
  readonly tagged: Promise<void> | undefined;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly Step[];
  readonly notes?: readonly string[];
  /** What was signed, for the summary. */
  readonly signed?: string | undefined;
  readonly reused?: { readonly commit: string; readonly created: Date };
}

/** Outputs and summary of an image that was pushed or reused. */
export async function finish(
  { inputs, context, registry, tags, started }: BuildSession,
  outcome: Outcome,
): Promise<void> {
  const { manifest } = outcome;
  const [platforms, previous] = await Promise.all([
    readPlatforms(registry, inputs.image, manifest, { instructions: !outcome.reused }),
    outcome.reused ? [] : previousImage(context, registry, inputs),
    outcome.tagged,
  ]);
  const name = formatImageName(inputs.image);
  context.output('image', formatImageDigest({ ...inputs.image, digest: manifest.digest }));
  context.output('digest', manifest.digest);
  context.output('digests', Object.fromEntries(platforms.map(({ platform, digest }) => [platform, digest])));
  context.output(
    'tags',
    tags.map((tag) => `${name}:${tag}`),
  );
  context.output('reused', outcome.reused !== undefined);
  context.output('metadata', outcome.metadata ?? '');
  summarizeBuild(context.summary, inputs, {
    run: context.github,
    digest: manifest.digest,
    tags,
    platforms,
    previous,
    reused: outcome.reused,
    steps: outcome.steps ?? [],
    notes: [...inputs.policy.exceptions, ...(outcome.notes ?? [])],
    signed: outcome.signed,
    milliseconds: context.clock.now() - started,
  });
}

/** The image of the previous commit, for comparison; undefined if it is unknown. */
async function previousImage({ github }: Context, registry: Registry, inputs: BuildInputs): Promise<PlatformImage[]> {
  const before = github.payload.before ?? github.payload.pull_request?.base?.sha;
  if (!before || /^0+$/.test(before)) return [];
  try {
    const manifest = await registry.manifest(inputs.image, before);
    return manifest ? await readPlatforms(registry, inputs.image, manifest) : [];
  } catch {
    return [];
  }
}

/** Reports a build without push. */
export function finishLocal(
  { inputs, context, tags }: BuildSession,
  digest: string,
  metadata: Readonly<Record<string, unknown>>,
): void {
  if (DIGEST.test(digest)) context.output('digest', digest);
  context.output('reused', false);
  context.output('metadata', metadata);
  const where = inputs.load ? md`loaded as ${listed(tags.map(code), ' ')}` : md`not kept`;
  context.summary.heading(md`Image ${code(formatImageName(inputs.image))}`);
  context.summary.paragraph(md`Built, not pushed, ${where}.`);
}

/** Reports a dry run. */
export function finishDryRun(work: BuildSession, found: Lookup): void {
  const { inputs, context, tags, key, started } = work;
  const labels = planLabels(inputs, context.github, new Date(started), key);
  const settings = { builder: inputs.builder, capable: true, cache: inputs.cache, sbom: inputs.sbom, again: false };
  const plan = planBuild(inputs, [...tags, ...(key ? [keyTag(key)] : [])], labels, {
    ...settings,
    metadataFile: join('$RUNNER_TEMP', 'metadata.json'),
  });
  const decision = found.hit
    ? `The image of commit ${found.commit} (${found.manifest.digest}) would get the tags ${tags.join(', ')}.`
    : `An image would be built and ${inputs.push ? 'pushed' : 'not pushed'} (${found.reason}).`;
  context.log.info(`Dry run. ${decision}`);
  if (!found.hit) context.log.info(`docker ${plan.args.join(' ')}`);
  context.output('reused', found.hit);
  context.summary.heading(md`Image ${code(formatImageName(inputs.image))}: dry run`);
  context.summary.paragraph(plain(decision));
  if (!found.hit) context.summary.block(['docker', ...plan.args].join(' '), 'sh');
}
