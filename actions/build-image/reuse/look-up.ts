/** Whether there is an image to reuse, for a step that would build it. */
import type { ImageManifest } from '../../../src/container/registry.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { keyTag } from '../plan/own-tags.ts';
import type { BuildSession } from '../report/outputs.ts';
import { findReusable, judgeReuse, type Lookup, tagAll } from './find-image.ts';
import type { TaggedImage } from './moved-tag.ts';
import { reuseObstacle } from './trusted-reuse.ts';

/** Finds an image to reuse by the tag of the same inputs, or else by that of the commit, where a step was interrupted after its push. */
export async function lookUp(
  work: BuildSession,
  tagged: Promise<TaggedImage | undefined> | undefined,
): Promise<Lookup> {
  const { inputs, context, registry, key } = work;
  if (!inputs.reuse || !key) return { hit: false, reason: 'reuse is off' };
  if (inputs.pull || inputs.noCache) return { hit: false, reason: 'pull or no-cache requests a fresh build' };
  const now = context.clock.now();
  const byInputs = await judgeTrust(work, await findReusable(registry, inputs.image, key, inputs.reuseMaxAge, now));
  const before = byInputs.hit ? undefined : await tagged;
  const byCommit = before && judgeReuse(before.manifest, before.labels, key, inputs.reuseMaxAge, now);
  const judged = byCommit?.hit ? await judgeTrust(work, { ...byCommit, isUnfinished: true }) : byInputs;
  if (!judged.hit) context.log.info(`Nothing to reuse: ${judged.reason}.`);
  return judged;
}

async function judgeTrust(work: BuildSession, found: Lookup): Promise<Lookup> {
  if (!found.hit) return found;
  const { digest } = found.manifest;
  const reason = await reuseObstacle(work, digest);
  return reason === undefined ? found : { hit: false, reason, untrusted: { digest, reason } };
}

/** Adds what an interrupted step left out. An immutable tag of older inputs stays where it is, and the image is found by its commit. */
export async function tagInputs(
  { inputs, context, registry, key }: BuildSession,
  manifest: ImageManifest,
): Promise<void> {
  try {
    if (key) await tagAll(registry, inputs.image, manifest, [keyTag(key)]);
  } catch (error) {
    if (!(error instanceof OutcomeError)) throw error;
    context.log.debug(error.message);
  }
}
