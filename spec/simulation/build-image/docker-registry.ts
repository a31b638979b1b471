/** The registry as the stand-in for docker uses it. */
import { createHash } from 'node:crypto';
import { OCI_MANIFEST } from '../../../src/container/registry.ts';
import type { Actor } from '../engine/actors.ts';
import { addressOf, type Network, TOKEN_OF } from '../engine/network.ts';
import { IMAGE_PATH } from './cloud.ts';

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

export interface RegistryClient {
  /** Pushes the parts of an image, and returns its manifest. */
  image(config: object, layer: string): Promise<{ mediaType: string; [field: string]: unknown }>;
  manifest(document: { mediaType: string; [field: string]: unknown }, tag?: string): Promise<Descriptor>;
  /** The only layer of an image. */
  layerOf(digest: string): Promise<string>;
}

/** `check` is called before each request. */
export function createRegistryClient(
  docker: Actor,
  network: Network,
  login: () => Promise<string>,
  check: () => void,
): RegistryClient {
  let token: string | undefined;
  const call = async (method: string, url: string | URL, body?: Buffer, type = 'application/octet-stream') => {
    check();
    token ??= `${await login()}${TOKEN_OF}${docker.name}`;
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': type }) };
    const verb = method === 'GET' ? 'pull' : 'push';
    const response = await network
      .fetch(url, { method, headers, ...(body && { body: new Uint8Array(body) }) })
      .catch((error: Error) => fail(`failed to ${verb} ${IMAGE_PATH}: ${error.message}: connection reset by peer`));
    if (response.ok || (method === 'HEAD' && response.status === 404)) return response;
    return fail(`failed to ${verb} ${IMAGE_PATH}: unexpected status: ${response.status} ${await response.text()}`);
  };
  const base = `${addressOf('registry')}/v2/${IMAGE_PATH}`;
  const descriptorOf = (bytes: Buffer, mediaType: string) => ({
    mediaType,
    digest: digestOf(bytes),
    size: bytes.length,
  });
  const blob = async (text: string, mediaType: string) => {
    const bytes = Buffer.from(text);
    const descriptor = descriptorOf(bytes, mediaType);
    if ((await call('HEAD', `${base}/blobs/${descriptor.digest}`)).ok) return descriptor;
    const started = await call('POST', `${base}/blobs/uploads/`);
    const location = new URL(started.headers.get('location') ?? '', base);
    location.searchParams.set('digest', descriptor.digest);
    await call('PUT', location, bytes);
    return descriptor;
  };
  return {
    async manifest(document, tag) {
      const bytes = Buffer.from(JSON.stringify(document));
      const descriptor = descriptorOf(bytes, document.mediaType);
      await call('PUT', `${base}/manifests/${tag ?? descriptor.digest}`, bytes, document.mediaType);
      return descriptor;
    },
    image: async (config, layer) => ({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: await blob(JSON.stringify(config), 'application/vnd.oci.image.config.v1+json'),
      layers: [await blob(layer, 'application/vnd.oci.image.layer.v1.tar+gzip')],
    }),
    async layerOf(digest) {
      const { layers } = (await (await call('GET', `${base}/manifests/${digest}`)).json()) as { layers: Descriptor[] };
      return await (await call('GET', `${base}/blobs/${layers[0]?.digest}`)).text();
    },
  };
}

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

function fail(message: string): never {
  throw new Error(message);
}
