/** A job as its next execution would run it: with the digest behind each tag, and the number behind each alias of a secret. */
import { artifactRegistryRepository, imageNameOf } from '../../../src/container/image-reference.ts';
import type { Job } from '../../../src/google/run/resources.ts';
import { secretReferences } from '../../../src/google/run/secret-versions.ts';
import type { StepContext } from '../service/step-context.ts';

/** What cannot be read stays as it is. */
export async function asItRuns(job: Job, region: string, { inputs, clients }: StepContext): Promise<Job> {
  const copy = structuredClone(job);
  const task = copy.template?.template ?? {};
  const secrets = secretReferences(task, inputs.project).map(async ({ secret, version, resolve }) => {
    if (/^\d+$/.test(version)) return;
    const found = await clients.secrets.version(secret, version).catch(() => undefined);
    if (found) resolve(found.version);
  });
  const images = (task.containers ?? []).map(async (container) => {
    const { image = '' } = container;
    const name = imageNameOf(image);
    if (!name || image.includes('@') || !artifactRegistryRepository(name, region)) return;
    const tag = /:([^/:]+)$/.exec(image)?.[1] ?? 'latest';
    const digest = await clients.registry.digest(name, tag).catch(() => undefined);
    if (digest) container.image = `${image.replace(/:[^/:]+$/, '')}@${digest}`;
  });
  await Promise.all([...secrets, ...images]);
  return copy;
}
