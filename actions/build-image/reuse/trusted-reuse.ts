/**
 * Reuse if provenance is required: only images and build caches that the same repository signed at a
 * ref that the policy names. Others are ignored with a line in the log.
 */
import { identityRefMatches } from '../../../src/provenance/identity.ts';
import { verifyProvenance } from '../../../src/provenance/require-provenance.ts';
import { BUILD_CACHE, CACHE_MOUNTS, SLSA_PROVENANCE } from '../../../src/provenance/statement.ts';
import type { TrustedCache } from '../plan/build-command.ts';
import { cacheMountsTag, cacheTag } from '../plan/own-tags.ts';
import type { BuildSession } from '../report/outputs.ts';

/** True where reuse and build cache need provenance that counts. */
export const needsProvenance = ({ inputs }: Pick<BuildSession, 'inputs'>): boolean =>
  inputs.provenanceRequired.mode !== 'off' || inputs.sign === 'required';

/** Why the image of a digest must not be reused; undefined if it may be. */
export async function reuseObstacle(work: BuildSession, digest: string): Promise<string | undefined> {
  if (!needsProvenance(work)) return undefined;
  const { inputs, cloud, context } = work;
  const { identity, trustedRoots, keys, mode } = inputs.provenanceRequired;
  if (!identity) return 'the required builder is unknown (input provenance-identity)';
  const trust = { identity, trustedRoots, keys };
  // A step that was interrupted while it signed has not signed everything. Where steps sign nothing, another tool did.
  const complete = inputs.sign !== 'off';
  const result = await verifyProvenance({ ...inputs.image, digest }, trust, cloud, SLSA_PROVENANCE, { complete });
  if (result.verified) return undefined;
  if (mode !== 'warn' || inputs.sign === 'required') return result.reason;
  context.log.warning(`require-provenance: the image of the same inputs is reused, though ${result.reason}.`);
  return undefined;
}

/** The build cache that may be read, and whether this build may write it; undefined where no provenance is required. */
export async function trustCache(work: BuildSession): Promise<TrustedCache | undefined> {
  const { inputs } = work;
  if (inputs.cache === 'off' || !inputs.push || !mustBeSigned(work)) return undefined;
  if (inputs.cache === 'gha') {
    work.context.log.info("The build cache is ignored: GitHub's cache carries no provenance; use cache: registry.");
    return { from: undefined, write: false };
  }
  return {
    from: await verifiedContent(work, cacheTag(inputs.platforms), BUILD_CACHE, 'build cache is'),
    write: isTrustedRef(work),
  };
}

/** Runs of these events build code that is not merged. */
const UNMERGED = ['pull_request', 'pull_request_target', 'merge_group'];

/**
 * The cache mounts that may be read, and whether this build may write them. Steps run programs that they find there, so a build of
 * what is not merged only reads them, whatever is required.
 */
export async function trustCacheMounts(work: BuildSession): Promise<TrustedCache> {
  const { inputs, context, registry } = work;
  const tag = cacheMountsTag(inputs.platforms);
  const merged = !UNMERGED.includes(context.github.eventName);
  if (!mustBeSigned(work)) return { from: await registry.digest(inputs.image, tag), write: merged };
  return {
    from: await verifiedContent(work, tag, CACHE_MOUNTS, 'cache mounts in the registry are'),
    write: merged && isTrustedRef(work),
  };
}

/** Whether caches count, and are written, only with a signature. */
export const mustBeSigned = ({ inputs }: Pick<BuildSession, 'inputs'>): boolean =>
  inputs.provenanceRequired.mode === 'enforce' || inputs.sign === 'required';

/** Others read it, too, so a build of another ref leaves it alone. */
function isTrustedRef({ inputs, context }: BuildSession): boolean {
  const { identity } = inputs.provenanceRequired;
  return identity !== undefined && identityRefMatches(context.github.ref, identity);
}

/** The digest behind a tag if its provenance counts. */
async function verifiedContent(
  { inputs, context, registry, cloud }: BuildSession,
  tag: string,
  predicateType: string,
  what: string,
): Promise<string | undefined> {
  const { identity, trustedRoots, keys } = inputs.provenanceRequired;
  const digest = await registry.digest(inputs.image, tag);
  if (digest === undefined) return undefined;
  const result = identity
    ? await verifyProvenance({ ...inputs.image, digest }, { identity, trustedRoots, keys }, cloud, predicateType)
    : ({ verified: false, reason: 'the required builder is unknown (input provenance-identity)' } as const);
  if (result.verified) return digest;
  context.log.info(`The ${what} ignored: ${result.reason}.`);
  return undefined;
}
