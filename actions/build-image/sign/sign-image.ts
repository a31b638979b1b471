/** Signs what was pushed: provenance of the image and of the build cache, and each SBOM. */
import { formatImageName } from '../../../src/container/image-reference.ts';
import { type Descriptor, type ImageManifest, isAttestation } from '../../../src/container/registry.ts';
import { createRegistryArtifacts } from '../../../src/container/registry-artifacts.ts';
import { createAttestationStore } from '../../../src/provenance/attestation-store.ts';
import { type JobClaims, readClaims, resolvedDependencies, slsaPredicate } from '../../../src/provenance/slsa.ts';
import { SLSA_PROVENANCE } from '../../../src/provenance/statement.ts';
import { CloudError, InputError, isAbort, OutcomeError } from '../../../src/runtime/errors.ts';
import { orAborted } from '../../../src/runtime/interruption.ts';
import { signingObstacle, tokenObstacle } from '../plan/signing.ts';
import type { BuildSession } from '../report/outputs.ts';
import { readSboms } from './buildkit-attestations.ts';
import { identitySigner, keySigner } from './signers.ts';

/** What the build says about itself. */
interface Built {
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Caches that are signed: what the builder says that it wrote, since a tag may be another's by now. */
  readonly caches: readonly { readonly digest: string; readonly predicateType: string }[];
}

/** Throws `InputError` where signatures are required and this run cannot sign. */
export function checkSigning({ inputs, context: { github, env } }: BuildSession): void {
  const obstacle = inputs.sign === 'required' && inputs.push ? signingObstacle(github, env, inputs.signKey) : undefined;
  if (obstacle)
    throw new InputError([{ subject: 'Input sign', message: `is required, and nothing can be signed: ${obstacle}.` }]);
}

/** Signs the image. Where signatures are not required, a failure is a warning. Gives a line for the summary. */
export async function signImage(
  work: BuildSession,
  manifest: ImageManifest,
  built: Built,
): Promise<string | undefined> {
  const { inputs, context } = work;
  if (inputs.sign === 'off') return undefined;
  try {
    const obstacle = signingObstacle(context.github, context.env, inputs.signKey);
    const claims = obstacle === undefined ? await readJobClaims(work) : undefined;
    const why = obstacle ?? (claims && !inputs.signKey ? tokenObstacle(claims, context.github.serverUrl) : undefined);
    if (!claims || why !== undefined) {
      if (inputs.sign === 'required') throw new OutcomeError(`Not signed: ${why}.`);
      context.log.info(`Not signed: ${why}.`);
      return undefined;
    }
    return await sign(work, claims, manifest, built);
  } catch (error) {
    if (inputs.sign === 'required' || isAbort(error) || context.signal.aborted) throw asOutcome(error);
    context.log.warning(
      `The image was not signed: ${describe(error)}. Run this step again, or set sign to off; with sign: required this fails the step.`,
    );
    return undefined;
  }
}

/** With a key, the token is read and sent nowhere: its audience is none that an authority takes. */
async function readJobClaims({ inputs, context, cloud }: BuildSession): Promise<JobClaims> {
  const audience = inputs.signKey ? 'orchestra-provenance' : 'sigstore';
  return readClaims(await orAborted(cloud.auth.jobToken(audience), context.signal));
}

async function sign(
  work: BuildSession,
  claims: JobClaims,
  manifest: ImageManifest,
  { metadata, caches }: Built,
): Promise<string> {
  const { inputs, context, cloud, registry } = work;
  const { image } = inputs;
  const artifacts = createRegistryArtifacts(cloud.http);
  const store = createAttestationStore(registry, artifacts);
  const signer = inputs.signKey ? await keySigner(inputs.signKey, cloud) : identitySigner(claims, inputs.signLog);
  const predicate = slsaPredicate(claims, context.github.serverUrl, inputs.commit, resolvedDependencies(metadata));
  const images = manifest.manifests.filter((entry) => !isAttestation(entry)).map(({ digest }) => digest);
  const [sboms, written] = await Promise.all([
    readSboms(registry, artifacts, image, manifest),
    Promise.all(caches.map(async (cache) => ({ ...cache, manifest: await registry.manifest(image, cache.digest) }))),
  ]);
  const name = formatImageName(image);
  const created = new Date(context.clock.now()).toISOString();
  const attest = async (
    subject: Descriptor,
    digests: readonly string[],
    predicateType: string,
    about: object,
    writtenBefore?: Promise<unknown>,
  ) => {
    const subjects = digests.map((digest) => ({ name, digest: { sha256: digest.replace('sha256:', '') } }));
    const bundle = await orAborted(signer.sign({ subjects, predicateType, predicate: about }), context.signal);
    await writtenBefore;
    await store.write(image, subject, digests, { bundle, predicateType, created });
    return bundle;
  };
  const attestedSboms = Promise.all(
    sboms.map((sbom) => attest(descriptor(manifest, sbom.digest), [sbom.digest], sbom.predicateType, sbom.predicate)),
  );
  // An image with provenance is reused, so its provenance is the last to be written.
  const digests = [manifest.digest, ...images];
  const [provenance, ofSboms] = await Promise.all([
    attest(descriptor(manifest), digests, SLSA_PROVENANCE, predicate, attestedSboms),
    attestedSboms,
  ]);
  const bundles = [provenance, ...ofSboms];
  for (const { manifest: cache, predicateType } of written)
    if (cache) await attest(descriptor(cache), [cache.digest], predicateType, predicate);
  const sbomText = sboms.length > 0 ? ` and ${sboms.length === 1 ? 'its SBOM' : `${sboms.length} SBOMs`}` : '';
  const line = `Signed provenance${sbomText} as ${claims.workflow_ref}, ${signer.how}.`;
  context.log.info(line);
  // GitHub takes what certificates vouch for (https://docs.github.com/en/rest/repos/attestations#create-an-attestation).
  if (!inputs.signKey) await toGitHub(work, bundles);
  return line;
}

/** GitHub's own store is a second place; the registry's is the one that is verified. */
async function toGitHub({ inputs, context }: BuildSession, bundles: readonly string[]): Promise<void> {
  if (!inputs.githubToken) return;
  try {
    const { storeAtGitHub } = await import('../../../src/provenance/signer.ts');
    await storeAtGitHub(context.github, inputs.githubToken, bundles, context);
    context.log.info("The attestations are also in GitHub's store.");
  } catch (error) {
    if (context.signal.aborted) throw error;
    const { status, message } = error as { status?: number; message: string };
    const why =
      status === 403
        ? 'the token has no attestations: write'
        : status === 404
          ? 'the plan of this repository has none'
          : message;
    context.log.info(`The attestations are in the registry, and not in GitHub's store: ${why}.`);
  }
}

/** A manifest as a subject, or an image of its index. */
function descriptor(manifest: ImageManifest, digest = manifest.digest): Descriptor {
  const entry = manifest.manifests.find((one) => one.digest === digest);
  return entry ?? { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
}

function asOutcome(error: unknown): unknown {
  const known = [CloudError, InputError, OutcomeError].some((type) => error instanceof type);
  if (known || isAbort(error) || !(error instanceof Error)) return error;
  return new OutcomeError(`The image was pushed, but not signed: ${describe(error)}. Run this step again.`, {
    cause: error,
  });
}

/** The toolkit says what it did, and its cause why that failed. */
function describe(error: unknown): string {
  const { message, cause } = error as Error;
  const why =
    cause instanceof Error && cause.message !== '' && !message.includes(cause.message) ? ` (${cause.message})` : '';
  return `${message}${why}`;
}
