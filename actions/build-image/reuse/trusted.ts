/**
 * What of earlier builds counts where provenance is required: an image, and a build cache, that the same repository signed at a
 * ref that the policy names. Whatever anyone else wrote under their tags is ignored with one line.
 */
import { identityRefMatches } from '../../../src/provenance/identity.ts';
import { verifyProvenance } from '../../../src/provenance/require-provenance.ts';
import { BUILD_CACHE } from '../../../src/provenance/statement.ts';
import type { TrustedCache } from '../plan/build-command.ts';
import { cacheTag } from '../plan/own-tags.ts';
import type { BuildSession } from '../report/outputs.ts';

/** True where reuse and build cache need provenance that counts. */
export const needsProvenance = ({ inputs }: Pick<BuildSession, 'inputs'>): boolean =>
  inputs.provenanceRequired.mode !== 'off' || inputs.sign === 'required';

/** Why the image of a digest must not be reused; undefined if it may be. */
export async function reuseObstacle(work: BuildSession, digest: string): Promise<string | undefined> {
  if (!needsProvenance(work)) return undefined;
  const { inputs, cloud, context } = work;
  const { identity, trustedRoots, keys, mode } = inputs.provenanceRequired;
  if (!identity) return 'the run does not say who must have built it (input provenance-identity)';
  const result = await verifyProvenance({ ...inputs.image, digest }, { identity, trustedRoots, keys }, cloud);
  if (result.verified) return undefined;
  if (mode !== 'warn' || inputs.sign === 'required') return result.reason;
  context.log.warning(`require-provenance: the image of the same inputs is reused, though ${result.reason}.`);
  return undefined;
}

/** The build cache that may be read, and whether this build may write it; undefined where no provenance is required. */
export async function trustCache(work: BuildSession): Promise<TrustedCache | undefined> {
  const { inputs, context, registry, cloud } = work;
  const { identity, trustedRoots, keys, mode } = inputs.provenanceRequired;
  if (inputs.cache === 'off' || !inputs.push) return undefined;
  if (mode !== 'enforce' && inputs.sign !== 'required') return undefined;
  const ignored = (why: string) => context.log.info(`The build cache is ignored: ${why}.`);
  // Others read it, too, so a build of another ref leaves it alone.
  const write = identity !== undefined && identityRefMatches(context.github.ref, identity);
  if (inputs.cache === 'gha') {
    ignored("GitHub's cache carries no provenance; use cache: registry");
    return { from: undefined, write: false };
  }
  const digest = await registry.digest(inputs.image, cacheTag(inputs.platforms));
  if (digest === undefined) return { from: undefined, write };
  const result = identity
    ? await verifyProvenance({ ...inputs.image, digest }, { identity, trustedRoots, keys }, cloud, BUILD_CACHE)
    : ({ verified: false, reason: 'the run does not say who must have built it (input provenance-identity)' } as const);
  if (result.verified) return { from: digest, write };
  ignored(result.reason);
  return { from: undefined, write };
}
