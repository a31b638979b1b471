/** The tags that a build pushes, where the repository lets tags be moved and where not. */
import { expect, it } from 'vitest';
import { tagsToPush } from '../../../actions/build-image/build/push-target.ts';
import { keyTag } from '../../../actions/build-image/plan/own-tags.ts';
import type { BuildSession } from '../../../actions/build-image/report/outputs.ts';
import type { Repository } from '../../../src/google/artifact-registry.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { anInput } from './inputs-of.ts';

const KEY = 'f'.repeat(64);
const TAGS = ['c'.repeat(40), 'v2'];
const OLD = `sha256:${'1'.repeat(64)}`;

/** `present` are tags in the registry, with their digests. */
function push(immutableTags: boolean, present: Readonly<Record<string, string>>, untrusted?: string) {
  const registry = { digest: async (_: unknown, tag: string) => present[tag] };
  const session = { inputs: anInput(), registry, tags: TAGS, key: KEY } as unknown as BuildSession;
  return tagsToPush(
    session,
    { immutableTags } as Repository,
    untrusted === undefined ? undefined : { digest: untrusted, reason: 'it has no provenance' },
  );
}

it('tags that can be moved are all pushed, with that of the inputs', async () => {
  await expect(push(false, { v2: OLD, [keyTag(KEY)]: OLD })).resolves.toEqual([...TAGS, keyTag(KEY)]);
});

it('an immutable tag of the inputs stays where it is', async () => {
  await expect(push(true, {})).resolves.toEqual([...TAGS, keyTag(KEY)]);
  await expect(push(true, { [keyTag(KEY)]: OLD })).resolves.toEqual(TAGS);
});

it('an immutable tag of the image that exists is an error', async () => {
  const refused = push(true, { v2: OLD });
  await expect(refused).rejects.toThrow(OutcomeError);
  await expect(refused).rejects.toThrow(
    /The tag v2 exists, points at sha256:1+, and cannot be moved.*leave the tag out/,
  );
});

it('one that points at an image without provenance says how to delete that', async () => {
  const refused = push(true, { v2: OLD }, OLD);
  await expect(refused).rejects.toThrow(
    /since it has no provenance.*gcloud artifacts docker images delete .*@sha256:1+/,
  );
  await expect(push(true, { v2: OLD }, `sha256:${'2'.repeat(64)}`)).rejects.toThrow(/leave the tag out/);
});
