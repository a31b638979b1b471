/** The target of a push: checks the repository, and lists the tags. */
import { checkRepository, type Repository } from '../../../src/google/artifact-registry.ts';
import { keyTag } from '../plan/own-tags.ts';
import type { BuildSession } from '../report/outputs.ts';
import { taken } from '../reuse/find-image.ts';

/** The repository; undefined where nothing is pushed, or it is on this machine. Throws if it cannot take the image. */
export async function checkPushTarget({ inputs, context, cloud }: BuildSession): Promise<Repository | undefined> {
  if (!inputs.push || !inputs.repository) return undefined;
  const caller = { clock: context.clock, signal: context.signal, auth: cloud.auth };
  return await checkRepository(caller, context.endpoints.artifactregistry, inputs.repository);
}

/** The tags of the image, and that of its key. With immutable tags, one that exists is an error, and an old key tag is left alone. */
export async function tagsToPush(
  { inputs, registry, tags, key }: BuildSession,
  repository: Repository | undefined,
): Promise<string[]> {
  const lookup = key ? [keyTag(key)] : [];
  if (!repository?.immutableTags) return [...tags, ...lookup];
  const present = await Promise.all(
    [...tags, ...lookup].map(async (tag) => [tag, await registry.digest(inputs.image, tag)] as const),
  );
  const conflict = present.find(([tag, digest]) => digest !== undefined && tags.includes(tag));
  if (conflict) throw taken(conflict[0], conflict[1] as string);
  return present.filter(([, digest]) => digest === undefined).map(([tag]) => tag);
}
