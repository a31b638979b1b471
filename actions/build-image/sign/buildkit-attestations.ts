/** What BuildKit attached to an image: SBOMs, and provenance (https://docs.docker.com/build/metadata/attestations/attestation-storage/). */
import type { ImageName } from '../../../src/container/image-reference.ts';
import { type ImageManifest, isAttestation, type Registry } from '../../../src/container/registry.ts';
import type { RegistryArtifacts } from '../../../src/container/registry-artifacts.ts';

export interface AttachedStatement {
  /** The image that it is about, `sha256:…`. */
  readonly digest: string;
  /** Such as `https://spdx.dev/Document`. */
  readonly predicateType: string;
  readonly predicate: object;
}

const PREDICATE_TYPE = 'in-toto.io/predicate-type';
/** Bytes of a statement that is read, as GitHub's own action allows (https://github.com/actions/attest-sbom). */
const MOST_BYTES = 16_000_000;

type Reading = [registry: Registry, artifacts: RegistryArtifacts, image: ImageName, manifest: ImageManifest];

export const readSboms = (...of: Reading): Promise<AttachedStatement[]> => readAttached(...of, 'https://spdx.dev/');

/** The predicate of the provenance of a single image; undefined if it has none. */
export async function readProvenance(...of: Reading): Promise<object | undefined> {
  const [found] = await readAttached(...of, 'https://slsa.dev/provenance/');
  return found?.predicate;
}

async function readAttached(
  registry: Registry,
  artifacts: RegistryArtifacts,
  image: ImageName,
  manifest: ImageManifest,
  type: string,
): Promise<AttachedStatement[]> {
  const entries = manifest.manifests.filter(isAttestation);
  const found = await Promise.all(
    entries.map(async ({ digest, annotations }) => {
      const about = annotations?.['vnd.docker.reference.digest'];
      const attached = about && (await registry.manifest(image, digest));
      if (!attached) return [];
      const layers = attached.layers.filter((layer) => layer.annotations?.[PREDICATE_TYPE]?.startsWith(type));
      return await Promise.all(
        layers.map(async (layer): Promise<AttachedStatement[]> => {
          if (layer.size > MOST_BYTES) return [];
          const content = await artifacts.blob(image, layer.digest, MOST_BYTES);
          if (!content) return [];
          const { predicateType, predicate } = JSON.parse(content.toString()) as {
            predicateType?: unknown;
            predicate?: unknown;
          };
          if (typeof predicateType !== 'string' || typeof predicate !== 'object' || predicate === null) return [];
          return [{ digest: about, predicateType, predicate }];
        }),
      );
    }),
  );
  return found.flat(2);
}
