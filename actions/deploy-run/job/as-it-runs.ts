/** A job as its next execution would run it: with the digest behind each tag, and the number behind each alias of a secret. */
import { pinnedReference } from '../../../src/container/pinned-reference.ts';
import type { Job } from '../../../src/google/run/resources.ts';
import { secretReferences } from '../../../src/google/run/secret-versions.ts';
import type { StepContext } from '../service/step-context.ts';

/** What cannot be read stays as it is. */
export async function asItRuns(job: Job, { inputs, clients }: StepContext): Promise<Job> {
  const copy = structuredClone(job);
  const task = copy.template?.template ?? {};
  const secrets = secretReferences(task, inputs.project).map(async ({ secret, version, resolve }) => {
    if (/^\d+$/.test(version)) return;
    const found = await clients.secrets.version(secret, version).catch(() => undefined);
    if (found) resolve(found.version);
  });
  const images = (task.containers ?? []).map(async (container) => {
    const pinned = await pinnedReference(container.image ?? '', clients);
    if (pinned !== undefined) container.image = pinned;
  });
  await Promise.all([...secrets, ...images]);
  return copy;
}
