/**
 * Copies an image by digest from one repository to another, with the attestations that are kept beside it. `docker buildx
 * imagetools` copies from registry to registry, and needs no Docker Engine
 * (https://docs.docker.com/reference/cli/docker/buildx/imagetools/create/).
 */
import type { Docker } from '../../../src/container/docker.ts';
import { formatImageName, type ImageName } from '../../../src/container/image-reference.ts';
import type { Registry } from '../../../src/container/registry.ts';
import type { RegistryArtifacts } from '../../../src/container/registry-artifacts.ts';
import { attestationTagPrefix } from '../../../src/provenance/attestation-store.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';

export interface Copying {
  readonly docker: Docker;
  readonly registry: Registry;
  readonly artifacts: RegistryArtifacts;
}

/** Bytes of one part of an attestation. */
const MOST_ATTESTATION = 16_000_000;

/** Gives what was copied: nothing of an image that is there. */
export async function copyImage(
  { docker, registry, artifacts }: Copying,
  from: ImageName,
  to: ImageName,
  digest: string,
  tag: string,
): Promise<{ readonly copied: boolean; readonly attestations: number }> {
  const there = (await registry.digest(to, digest)) !== undefined;
  if (!there) {
    const source = `${formatImageName(from)}@${digest}`;
    const target = `${formatImageName(to)}:${tag}`;
    // Without the preference a single image would be wrapped in an index, whose digest is another one.
    const args = ['buildx', 'imagetools', 'create', '--prefer-index=false', '--tag', target, source];
    const { exitCode, stderr } = await docker(args);
    if (exitCode !== 0) throw new OutcomeError(`${source} could not be copied to ${target}: ${stderr.trim()}`);
    if ((await registry.digest(to, digest)) === undefined)
      throw new OutcomeError(`${source} was copied to ${target}, which has another digest. Nothing was deployed.`);
  }
  return { copied: !there, attestations: await copyAttestations({ registry, artifacts }, from, to, digest) };
}

async function copyAttestations(
  { registry, artifacts }: Pick<Copying, 'registry' | 'artifacts'>,
  from: ImageName,
  to: ImageName,
  digest: string,
): Promise<number> {
  const prefix = attestationTagPrefix(digest);
  const [tags, known] = await Promise.all([artifacts.tags(from, prefix), artifacts.tags(to, prefix)]);
  const missing = tags.filter((tag) => !known.includes(tag));
  for (const tag of missing) {
    const manifest = await registry.manifest(from, tag);
    if (!manifest) continue;
    for (const { digest: blob, mediaType } of [...(manifest.config ? [manifest.config] : []), ...manifest.layers]) {
      const content = await artifacts.blob(from, blob, MOST_ATTESTATION);
      if (content) await artifacts.pushBlob(to, mediaType, content);
    }
    await artifacts.pushManifest(to, tag, manifest.bytes);
  }
  return missing.length;
}
