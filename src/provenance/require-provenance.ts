/** The policy `require-provenance`: images run only if what the team named has built them. */
import { artifactRegistryRepository, formatImageDigest, type ImageDigest } from '../container/image-reference.ts';
import { createRegistry } from '../container/registry.ts';
import { createRegistryArtifacts } from '../container/registry-artifacts.ts';
import type { HttpClient } from '../google/http/client.ts';
import { isLoopback } from '../google/http/loopback.ts';
import type { ProvenanceInputs } from '../inputs/provenance.ts';
import { InputError, PolicyError, type Problem } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
import { createAttestationStore } from './attestation-store.ts';
import { checkImage, type ImageProvenance } from './check-image.ts';
import type { ProvenanceIdentity } from './identity.ts';
import { SLSA_PROVENANCE } from './statement.ts';
import type { VerifyBundle } from './verifier.ts';

interface Clients {
  readonly http: Pick<HttpClient, 'text'>;
  readonly log: Log;
}

/** What signatures are trusted: authorities, and public keys in PEM. */
type Trust = Pick<ProvenanceInputs, 'trustedRoots' | 'keys'>;

/** Loads the verifier, which is a file of its own. Throws `InputError` for trusted roots that cannot be used. */
export async function loadVerifier({ trustedRoots, keys }: Trust): Promise<VerifyBundle> {
  const { createVerifier } = await import('./verifier.ts');
  try {
    return createVerifier(trustedRoots, keys);
  } catch (error) {
    throw new InputError([
      {
        subject: 'Input trusted-root',
        message: `contains no usable trusted root: ${(error as Error).message}. Create it with: npx github:orchestra/actions#v1 trusted-root > FILE`,
      },
    ]);
  }
}

/**
 * Reads and verifies the provenance of an image, or of what `predicateType` names. `complete`: it also has the tag that a signer sets last,
 * so the images in it and its SBOMs are signed, too.
 */
export async function verifyProvenance(
  image: ImageDigest,
  { identity, trustedRoots, keys }: Trust & { readonly identity: ProvenanceIdentity },
  { http }: Pick<Clients, 'http'>,
  predicateType: string = SLSA_PROVENANCE,
  { complete = false }: { readonly complete?: boolean } = {},
): Promise<ImageProvenance> {
  // Of other registries we know no credentials.
  if (!isLoopback(image.host) && !artifactRegistryRepository(image, undefined))
    return {
      verified: false,
      reason: `${formatImageDigest(image)} is not in Artifact Registry, where attestations are read`,
    };
  const store = createAttestationStore(createRegistry(http), createRegistryArtifacts(http));
  const from = complete ? { ...store, listReferrers: async () => [] } : store;
  return await checkImage(from, await loadVerifier({ trustedRoots, keys }), image, { predicateType, identity });
}

/**
 * Throws `PolicyError` if the inputs enforce provenance and one of the images has none that counts. Revisions that `served`
 * before return with a warning: a rollback must not wait for a signature.
 */
export async function requireProvenance(
  images: readonly ImageDigest[],
  inputs: ProvenanceInputs,
  { http, log }: Clients,
  { served = false }: { readonly served?: boolean } = {},
): Promise<void> {
  const { mode, identity, trustedRoots, keys } = inputs;
  if (mode === 'off' || !identity) return;
  const unique = [...new Map(images.map((image) => [formatImageDigest(image), image])).values()];
  const checked = await Promise.all(
    unique.map(async (image) => ({
      image,
      result: await verifyProvenance(image, { identity, trustedRoots, keys }, { http }),
    })),
  );
  const problems: Problem[] = [];
  for (const { image, result } of checked) {
    if (result.verified) {
      const { repository, commit, ref, runUrl } = result.build;
      log.info(
        `Provenance verified: ${formatImageDigest(image)} was built from ${repository} at ${commit} (${ref}) by ${runUrl}.`,
      );
      continue;
    }
    problems.push({ subject: 'require-provenance', message: `${result.reason}. ${wayOut(identity)}` });
  }
  if (problems.length === 0) return;
  if (mode === 'enforce' && !served) throw new PolicyError(problems);
  for (const { subject, message } of problems)
    log.warning(
      `${subject}: ${message}${mode === 'enforce' ? ' The rollback continues, because the revision is recorded as having been live.' : ''}`,
    );
}

const wayOut = ({ workflows, refs }: ProvenanceIdentity): string =>
  `Expected provenance that ${workflows.join(' or ')} signed at ${refs.join(' or ')}: build the image there with build-image and sign: required, or name who builds it in provenance-identity. If a clean-up policy deleted the attestation, build the image again.`;
