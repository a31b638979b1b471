/** The target of a push: checks the repository, and lists the tags. */
import { formatImageName } from '../../../src/container/image-reference.ts';
import { checkRepository, type Repository } from '../../../src/google/artifact-registry.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { keyTag } from '../plan/own-tags.ts';
import type { BuildSession } from '../report/outputs.ts';
import { taken, type UntrustedImage } from '../reuse/find-image.ts';

/** The repository; undefined where nothing is pushed, or it is on this machine. Throws if it cannot take the image. */
export async function checkPushTarget({ inputs, context, cloud }: BuildSession): Promise<Repository | undefined> {
  if (!inputs.push || !inputs.repository) return undefined;
  const caller = { clock: context.clock, signal: context.signal, auth: cloud.auth };
  return await checkRepository(caller, context.endpoints.artifactregistry, inputs.repository);
}

/**
 * The tags of the image, and that of its key. With immutable tags, one that exists is an error, and an old key tag is left alone.
 * `untrusted` is the image of the same inputs that is not to be reused, and why.
 */
export async function tagsToPush(
  { inputs, registry, tags, key }: BuildSession,
  repository: Repository | undefined,
  untrusted: UntrustedImage | undefined,
): Promise<string[]> {
  const lookup = key ? [keyTag(key)] : [];
  if (!repository?.immutableTags) return [...tags, ...lookup];
  const present = await Promise.all(
    [...tags, ...lookup].map(async (tag) => [tag, await registry.digest(inputs.image, tag)] as const),
  );
  const conflict = present.find(([tag, digest]) => digest !== undefined && tags.includes(tag));
  if (conflict) {
    const [tag, digest] = conflict as [string, string];
    throw digest === untrusted?.digest ? unsigned(formatImageName(inputs.image), tag, untrusted) : taken(tag, digest);
  }
  return present.filter(([, digest]) => digest === undefined).map(([tag]) => tag);
}

/** The image was pushed by a step that did not sign it, or by another user: labels prove nothing, since anyone who can push can set them. */
const unsigned = (name: string, tag: string, { digest, reason }: UntrustedImage): OutcomeError =>
  new OutcomeError(
    `The tag ${tag} exists, points at ${digest}, and cannot be moved: the repository has immutable tags. That image has the same inputs and is not reused, since ${reason}: nothing proves that this workflow built it. Delete it with "gcloud artifacts docker images delete ${name}@${digest} --delete-tags" and run this step again, or build from a new commit.`,
  );
