/** The digest behind a tag, in Google's registry or in a public one. */
import type { HttpClient } from '../google/http/client.ts';
import { isLoopback } from '../google/http/loopback.ts';
import { isAbort } from '../runtime/errors.ts';
import { formatImageDigest, type ImageName, imageNameOf, isDigestReference, tagOf } from './image-reference.ts';
import { publicDigest } from './public-registry.ts';
import type { Registry } from './registry.ts';

export interface RegistryClients {
  readonly registry: Pick<Registry, 'digest'>;
  readonly cloud: { readonly http: Pick<HttpClient, 'raw'> };
}

/**
 * `NAME@sha256:…` of what the reference names now; one without a tag names `latest`. Undefined for a reference with a digest, and for an
 * image that cannot be read: its registry is down, has an invalid certificate, or shows it only to others. Throws only if the step was
 * cancelled or timed out.
 */
export async function pinnedReference(image: string, clients: RegistryClients): Promise<string | undefined> {
  const name = image.includes('@') ? undefined : imageNameOf(image);
  if (!name) return undefined;
  try {
    const digest = await digestBehind(name, tagOf(image) ?? 'latest', clients);
    const pinned = digest && formatImageDigest({ ...name, digest });
    return pinned && isDigestReference(pinned) ? pinned : undefined;
  } catch (error) {
    if (isAbort(error)) throw error;
    return undefined;
  }
}

/** Our token is for Google's own registry, and no other is to see it. */
const digestBehind = (image: ImageName, tag: string, { registry, cloud }: RegistryClients) =>
  image.host.endsWith('-docker.pkg.dev') || isLoopback(image.host)
    ? registry.digest(image, tag)
    : publicDigest(cloud.http, image, tag);
