/** Checks the provenance of an image: reads its attestations from the registry until one is verified. */
import { formatImageDigest, type ImageDigest } from '../container/image-reference.ts';
import type { AttestationStore } from './attestation-store.ts';
import type { BuildIdentity } from './identity.ts';
import type { Expectation, VerifyBundle } from './verifier.ts';

export type ImageProvenance =
  | { readonly verified: true; readonly build: BuildIdentity }
  /** Why not, in one sentence without a full stop. */
  | { readonly verified: false; readonly reason: string };

/** Attestations that are read at a time. */
const PARALLEL = 32;
/** Attestations of one digest that are read. Whoever may push can add more, which then costs a deploy and lets nothing through. */
const MOST = 20_000;
/** Kinds of reasons that a message names. */
const MOST_REASONS = 5;

/** One valid attestation is enough. Other attestations and their order do not matter. */
export async function checkImage(
  store: AttestationStore,
  verify: VerifyBundle,
  image: ImageDigest,
  expected: Omit<Expectation, 'digest'>,
): Promise<ImageProvenance> {
  const { digest } = image;
  const reasons = new Map<string, number>();
  let read = 0;

  const judge = async (reference: string): Promise<BuildIdentity | undefined> => {
    const { bundle, problem } = await store.read(image, digest, reference);
    read++;
    const verdict = bundle ? verify(bundle, { ...expected, digest }) : undefined;
    if (verdict?.verified) return verdict.build;
    const reason = verdict?.reason ?? problem ?? 'empty';
    // Statements of other kinds, such as SBOMs, are attached to each image.
    if (!reason.startsWith('of type ')) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    return undefined;
  };
  const search = async (references: readonly string[]): Promise<BuildIdentity | undefined> => {
    let found: BuildIdentity | undefined;
    let next = 0;
    const work = async () => {
      while (!found && next < references.length) found ??= await judge(references[next++] as string);
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    return found;
  };

  const tags = await store.list(image, digest);
  const build =
    (await search(tags.slice(0, MOST))) ?? (await search((await store.listReferrers(image, digest)).slice(0, MOST)));
  if (build) return { verified: true, build };
  const name = formatImageDigest(image);
  const what = expected.predicateType;
  if (read === 0) return { verified: false, reason: `no attestation is attached to ${name}` };
  const counted = [...reasons].sort(([, a], [, b]) => b - a);
  const listed = counted.slice(0, MOST_REASONS).map(([reason, count]) => `${count} is ${reason}`);
  const rest = counted.length > MOST_REASONS ? [`${counted.length - MOST_REASONS} more reasons`] : [];
  return {
    verified: false,
    reason: `${read} attestation${read === 1 ? ' is' : 's are'} attached to ${name}, and none counts as ${what}${counted.length > 0 ? `: ${[...listed, ...rest].join('; ')}` : ''}`,
  };
}
