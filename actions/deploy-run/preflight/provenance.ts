/** Checks the provenance of the images of a revision or job. */
import type { Container } from '../../../src/google/run/resources.ts';
import { requireProvenance } from '../../../src/provenance/require-provenance.ts';
import { PolicyError } from '../../../src/runtime/errors.ts';
import { imageByDigest } from '../plan/image-digests.ts';
import type { StepContext } from '../service/step-context.ts';

/** Throws `PolicyError` if `require-provenance: enforce` refuses an image. `served`: the revision is recorded as having been live. */
export async function checkProvenance(
  { inputs, context, clients }: StepContext,
  { containers = [] }: { readonly containers?: readonly Container[] },
  options: { readonly served?: boolean } = {},
): Promise<void> {
  const { provenance } = inputs;
  if (provenance.mode === 'off') return;
  // The image behind a tag can change, so its provenance is unknown; a policy that only warns continues.
  const tagged = containers.filter((container) => imageByDigest(container).length === 0);
  if (tagged.length > 0 && provenance.mode === 'enforce')
    throw new PolicyError(
      tagged.map(({ image = '' }) => ({
        subject: 'require-provenance',
        message: `"${image}" has no digest, so it cannot have provenance. Pass the image output of build-image.`,
      })),
    );
  const images = containers.flatMap(imageByDigest).map(([, image]) => image);
  await requireProvenance(images, provenance, { http: clients.cloud.http, log: context.log }, options);
}
