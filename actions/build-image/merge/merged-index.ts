/** The index that a merge writes: the images of its sources, one for each platform. Pure. */
import {
  type Descriptor,
  formatPlatform,
  type ImageManifest,
  isAttestation,
  OCI_INDEX,
  parseImageManifest,
} from '../../../src/container/registry.ts';
import { CREATED_LABEL, INDEX_ANNOTATIONS, KEY_LABEL } from '../reuse/key-label.ts';

/** An image of one platform to merge. */
export interface MergeSource {
  /** As it was given, such as `linux/arm64`. */
  readonly platform: string;
  readonly manifest: ImageManifest;
  /** The platform in the configuration of a manifest that is no index. */
  readonly configured: string | undefined;
}

/** Why a source cannot be merged, in words that follow "is"; undefined if it can. */
export function mergeSourceProblem({ platform, manifest, configured }: MergeSource): string | undefined {
  const images = manifest.config ? [configured ?? 'unknown'] : imagesOf(manifest).map(platformOf);
  if (images.length === 1 && images[0] === platform) return undefined;
  return images.length === 0 ? 'no image' : `of ${images.join(', ')}`;
}

/**
 * The index of all sources, with the attestations that BuildKit attached. It depends on nothing but the sources and `annotations`, so that
 * the same sources give the same digest. Sources must have been checked by `mergeSourceProblem`.
 */
export function mergeSources(sources: readonly MergeSource[], annotations: ReadonlyMap<string, string>): ImageManifest {
  const manifests = sources.flatMap(({ platform, manifest }): Descriptor[] => {
    if (!manifest.config) return [...manifest.manifests];
    const [os = '', architecture = '', variant] = platform.split('/');
    const { mediaType, digest, bytes } = manifest;
    return [{ mediaType, digest, size: bytes.length, platform: { os, architecture, ...(variant && { variant }) } }];
  });
  const document = {
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests,
    ...(annotations.size > 0 && { annotations: Object.fromEntries([...annotations].sort()) }),
  };
  return parseImageManifest(Buffer.from(JSON.stringify(document)), OCI_INDEX);
}

/**
 * Annotations of the index: those that were given for it, and what build-image says of an image that it built. Its age is that of the
 * oldest source.
 * @param key Of the inputs of the whole image; undefined if it is not to be found by them.
 * @param records What each source says of its build.
 */
export function indexAnnotations(
  given: ReadonlyMap<string, string>,
  key: string | undefined,
  records: readonly Readonly<Record<string, string>>[],
): ReadonlyMap<string, string> {
  // https://docs.docker.com/build/metadata/annotations/#specify-annotation-level
  const own = [...given].flatMap(([name, value]) => {
    const [, levels, rest] = /^((?:index|manifest)(?:\[[^\]]*\])?(?:,[^:]*)?):(.*)$/.exec(name) ?? [];
    return levels?.split(',').includes('index') ? [[rest as string, value] as const] : [];
  });
  if (key === undefined) return new Map(own);
  const [oldest] = [...records].sort((a, b) => ((a[CREATED_LABEL] ?? '') < (b[CREATED_LABEL] ?? '') ? -1 : 1));
  const record = [...INDEX_ANNOTATIONS].flatMap(([label, annotation]) => {
    const value = label === KEY_LABEL ? key : oldest?.[label];
    return value === undefined ? [] : [[annotation, value] as const];
  });
  return new Map([...own, ...record]);
}

const imagesOf = ({ manifests }: ImageManifest): readonly Descriptor[] =>
  manifests.filter((entry) => !isAttestation(entry));

/** BuildKit names the variant of arm64, which has one only: `linux/arm64` is `linux/arm64/v8`. */
const platformOf = ({ platform = { os: '', architecture: '' } }: Descriptor): string =>
  formatPlatform(platform.architecture === 'arm64' ? { ...platform, variant: '' } : platform);
