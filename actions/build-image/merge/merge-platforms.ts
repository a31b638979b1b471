/**
 * Merges what other jobs pushed, one platform each, into one image: reads and verifies each source, writes the index, and gives it the
 * tags. Nothing is built, and no program of the user runs.
 */
import { formatImageDigest, formatImageName } from '../../../src/container/image-reference.ts';
import { formatPlatform } from '../../../src/container/registry.ts';
import { createRegistryArtifacts } from '../../../src/container/registry-artifacts.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { checkPushTarget } from '../build/push-target.ts';
import type { BuildInputs } from '../inputs.ts';
import { keyTag } from '../plan/own-tags.ts';
import { type BuildSession, finish } from '../report/outputs.ts';
import { readBuildRecord } from '../reuse/build-record.ts';
import { tagAll } from '../reuse/find-image.ts';
import { gatherIngredients, reuseKey } from '../reuse/key.ts';
import { CREATED_LABEL, KEY_LABEL, REVISION_LABEL } from '../reuse/key-label.ts';
import { describeMove, readTagged } from '../reuse/moved-tag.ts';
import { reuseObstacle } from '../reuse/trusted-reuse.ts';
import { readProvenance } from '../sign/buildkit-attestations.ts';
import { signImage } from '../sign/sign-image.ts';
import { indexAnnotations, type MergeSource, mergeSourceProblem, mergeSources } from './merged-index.ts';

export async function mergePlatforms(work: BuildSession, merge: ReadonlyMap<string, string>): Promise<void> {
  const { inputs, context, registry, cloud } = work;
  const { image } = inputs;
  const sources = await readSources(work, merge);
  const records = await Promise.all(sources.map(({ manifest }) => readBuildRecord(registry, image, manifest)));
  const key = wholeKey(work, sources, records);
  const index = mergeSources(sources, indexAnnotations(inputs.annotations, key, records));
  const present = key === undefined ? undefined : await registry.digest(image, keyTag(key));
  if (inputs.dryRun) {
    context.log.info(
      `Dry run. ${merge.size} platforms would be merged as ${index.digest}, with the tags ${work.tags.join(', ')}.`,
    );
    return;
  }
  const repository = await checkPushTarget(work);
  const before = await readTagged(registry, image, inputs.commit);
  // With immutable tags, that of the key stays where it is.
  const lookup = key !== undefined && !(repository?.immutableTags && present !== undefined) ? [keyTag(key)] : [];
  const name = formatImageDigest({ ...image, digest: index.digest });
  if (!(await tagAll(registry, image, index, [...work.tags, ...lookup])))
    throw new OutcomeError(`Not merged: the registry has lost parts of the images of ${name}. Re-run all jobs.`);
  context.log.info(`Merged ${sources.map(({ platform }) => platform).join(', ')} as ${name}.`);
  const moved = describeMove(image, before, index.digest, key);
  if (moved !== undefined) context.log.warning(moved);
  const notes = moved === undefined ? [] : [moved];
  // The same sources were merged before: what was signed then counts.
  if (inputs.reuse && present === index.digest && (await reuseObstacle(work, index.digest)) === undefined) {
    const record = await readBuildRecord(registry, image, index);
    const reused = {
      commit: record[REVISION_LABEL] ?? 'unknown',
      created: new Date(record[CREATED_LABEL] ?? Number.NaN),
    };
    return await finish(work, { manifest: index, tagged: undefined, reused, notes });
  }
  const provenance = await Promise.all(
    sources.map(({ manifest }) => readProvenance(registry, createRegistryArtifacts(cloud.http), image, manifest)),
  );
  const metadata = Object.fromEntries(
    sources.map(({ platform }, i) => [`buildx.build.provenance/${platform}`, provenance[i]]),
  );
  const signed = await signImage(work, index, { metadata, caches: [] });
  await finish(work, { manifest: index, tagged: undefined, signed, notes });
}

/**
 * The sources as the registry has them.
 * @throws {OutcomeError} With the problems of all of them, in their order.
 */
async function readSources(work: BuildSession, merge: ReadonlyMap<string, string>): Promise<readonly MergeSource[]> {
  const read = await Promise.all([...merge].sort().map(([platform, digest]) => readSource(work, platform, digest)));
  const problems = read.filter((source) => typeof source === 'string');
  if (problems.length > 0) throw new OutcomeError(`Not merged: ${problems.join(' ')}`);
  return read.filter((source) => typeof source !== 'string');
}

/** A source, or why it cannot be merged, in sentences; where provenance is required, only one that counts is a source. */
async function readSource(work: BuildSession, platform: string, digest: string): Promise<MergeSource | string> {
  const { inputs, registry } = work;
  const [manifest, obstacle] = await Promise.all([
    registry.manifest(inputs.image, digest),
    reuseObstacle(work, digest),
  ]);
  const name = `${formatImageName(inputs.image)}@${digest}`;
  if (!manifest) return `the registry has no ${name}, which was given for ${platform}. Build it again.`;
  const configured = manifest.config ? formatPlatform(await registry.config(inputs.image, manifest)) : undefined;
  const source = { platform, manifest, configured };
  const problem = mergeSourceProblem(source);
  if (problem !== undefined)
    return `${digest} was given for ${platform}, and is ${problem}. Pass the output digest of the build for ${platform}.`;
  return obstacle === undefined ? source : `${name}, for ${platform}: ${obstacle}.`;
}

/** The key of the whole image, by which a build of all platforms finds it; undefined where a source was built from other inputs. */
function wholeKey(
  { inputs, context, key }: BuildSession,
  sources: readonly MergeSource[],
  records: readonly Readonly<Record<string, string>>[],
): string | undefined {
  const keyOf = (one: BuildInputs) => reuseKey(gatherIngredients(one, context.env.SOURCE_DATE_EPOCH));
  const other = sources.filter(
    ({ platform }, i) => records[i]?.[KEY_LABEL] !== keyOf({ ...inputs, platforms: [platform] }),
  );
  if (other.length === 0) return key;
  context.log.warning(
    `The images of ${other.map(({ platform }) => platform).join(', ')} were built from other inputs than this step has, so the merged image is not found again by its inputs. Use the same inputs in the steps that build and in the one that merges.`,
  );
  return undefined;
}
