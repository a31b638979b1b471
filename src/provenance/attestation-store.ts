/**
 * Where attestations are kept: beside the image, each under a tag of its own, which is named after the image's digest and the
 * attestation's own. Nothing is read, changed and written back, so signers do not disturb each other, and a tag that is there
 * already is this very attestation. Works in repositories with immutable tags, and where the registry has no list of referrers;
 * where it has one, tools find the attestation there
 * (https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md).
 */
import type { ImageName } from '../container/image-reference.ts';
import type { Descriptor, Registry } from '../container/registry.ts';
import { OCI_MANIFEST } from '../container/registry.ts';
import { type RegistryArtifacts, sha256Digest } from '../container/registry-artifacts.ts';
import { CloudError } from '../runtime/errors.ts';
import { ATTESTATION_TAG, attestationTagPrefix } from './attestation-tag.ts';

const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const EMPTY_TYPE = 'application/vnd.oci.empty.v1+json';
const EMPTY = Buffer.from('{}');
/** Bytes of a bundle that are read; one with an SBOM may have millions. */
const MOST_BUNDLE = 4_000_000;
/** Bytes of a bundle that are kept in the manifest, too, which saves a call for each (https://github.com/opencontainers/image-spec/blob/main/descriptor.md#embedded-content). */
const MOST_EMBEDDED = 100_000;

/** 128 characters at most: 12 + 64 + 1 + 32. */
const attestationTag = (digest: string, manifest: string): string =>
  `${attestationTagPrefix(digest)}${manifest.replace('sha256:', '').slice(0, 32)}`;

export interface StoredAttestation {
  /** The tag or digest that it was found by. */
  readonly reference: string;
  /** The bundle's JSON; undefined if it cannot be read, with the reason in words that follow "is". */
  readonly bundle: Buffer | undefined;
  readonly problem?: string;
}

export interface AttestationStore {
  /** The references of all attestations of a digest. */
  list(image: ImageName, digest: string): Promise<string[]>;
  /** References that only the registry's list of referrers has; empty without such a list. */
  listReferrers(image: ImageName, digest: string): Promise<string[]>;
  read(image: ImageName, digest: string, reference: string): Promise<StoredAttestation>;
  /**
   * Stores a bundle for each of the digests, and gives the tags. `subject` is the manifest that it is about; its tag is the last one, so
   * that all others exist where it does.
   */
  write(image: ImageName, subject: Descriptor, digests: readonly string[], bundle: Attestation): Promise<string[]>;
}

export interface Attestation {
  /** The bundle's JSON. */
  readonly bundle: string;
  readonly predicateType: string;
  /** RFC 3339. */
  readonly created: string;
}

export function createAttestationStore(registry: Registry, artifacts: RegistryArtifacts): AttestationStore {
  return {
    list: (image, digest) => artifacts.tags(image, attestationTagPrefix(digest)),
    listReferrers: (image, digest) => artifacts.referrers(image, digest, BUNDLE_TYPE),

    async read(image, digest, reference) {
      const none = (problem: string): StoredAttestation => ({ reference, bundle: undefined, problem });
      const manifest = await registry.manifest(image, reference).catch((error: unknown) => {
        // What another user pushed may be anything; only a registry that fails ends the step.
        if (error instanceof CloudError && (error.status === 0 || error.status >= 400)) throw error;
        return undefined;
      });
      if (!manifest) return none('gone');
      if (reference.startsWith(ATTESTATION_TAG) && reference !== attestationTag(digest, manifest.digest))
        return none('overwritten: its tag names another attestation');
      const [layer] = Array.isArray(manifest.layers) ? (manifest.layers as readonly EmbeddedDescriptor[]) : [];
      if (layer?.mediaType !== BUNDLE_TYPE || typeof layer.digest !== 'string') return none('no Sigstore bundle');
      const embedded = typeof layer.data === 'string' ? Buffer.from(layer.data, 'base64') : undefined;
      if (embedded && sha256Digest(embedded) === layer.digest) return { reference, bundle: embedded };
      if (!(layer.size <= MOST_BUNDLE)) return none(`larger than ${MOST_BUNDLE} bytes`);
      const bundle = await artifacts.blob(image, layer.digest, MOST_BUNDLE);
      return bundle ? { reference, bundle } : none('incomplete: its content is gone');
    },

    async write(image, subject, digests, { bundle, predicateType, created }) {
      const content = Buffer.from(bundle);
      const [config, layer] = await Promise.all([
        artifacts.pushBlob(image, EMPTY_TYPE, EMPTY),
        artifacts.pushBlob(image, BUNDLE_TYPE, content),
      ]);
      const embedded = content.length <= MOST_EMBEDDED ? { data: content.toString('base64') } : {};
      const manifest = Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: OCI_MANIFEST,
          artifactType: BUNDLE_TYPE,
          config: { ...config, data: EMPTY.toString('base64') },
          layers: [{ ...layer, ...embedded }],
          subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
          annotations: {
            'org.opencontainers.image.created': created,
            'dev.sigstore.bundle.content': 'dsse-envelope',
            'dev.sigstore.bundle.predicateType': predicateType,
          },
        }),
      );
      const own = sha256Digest(manifest);
      const tags = digests.map((digest) => attestationTag(digest, own));
      const last = attestationTag(subject.digest, own);
      for (const some of [tags.filter((tag) => tag !== last), tags.filter((tag) => tag === last)])
        await Promise.all(some.map((tag) => putOnce(tag, own, () => artifacts.pushManifest(image, tag, manifest))));
      return tags;

      /** A repeated push to an immutable tag is refused, and changes nothing. */
      async function putOnce(tag: string, digest: string, push: () => Promise<void>): Promise<void> {
        try {
          await push();
        } catch (error) {
          if (!(error instanceof CloudError) || (await registry.digest(image, tag)) !== digest) throw error;
        }
      }
    },
  };
}

interface EmbeddedDescriptor extends Descriptor {
  readonly data?: unknown;
}
