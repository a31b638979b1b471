/**
 * Calls of a registry's own API (https://github.com/opencontainers/distribution-spec/blob/main/spec.md). Artifact Registry takes
 * an access token as it is (https://cloud.google.com/artifact-registry/docs/reference/docker-api); a registry on loopback is
 * called over plain HTTP. The token is only sent to the registry's own host.
 */
import { type HttpClient, type HttpRequest, locationOf } from '../google/http/client.ts';
import { redirected } from '../google/http/invalid-response.ts';
import { isLoopback } from '../google/http/loopback.ts';
import type { TextResponse } from '../google/http/text-request.ts';
import { CloudError } from '../runtime/errors.ts';
import { type ImageName, registryPath } from './image-reference.ts';

export const READ = {
  permission: 'artifactregistry.repositories.downloadArtifacts',
  role: 'roles/artifactregistry.reader',
} as const;
export const WRITE = {
  permission: 'artifactregistry.repositories.uploadArtifacts',
  role: 'roles/artifactregistry.writer',
} as const;

/** Timeout after which a registry counts as unavailable. */
const PATIENCE = { attemptTimeout: 10_000, deadline: 20_000 };

export interface RegistryCalls {
  /** The address of a path below the image, such as `/manifests/TAG`. */
  url(image: ImageName, path: string): string;
  /** Sends a call; a redirect is an error. */
  send(request: HttpRequest): Promise<TextResponse>;
  /** A blob of at most `maxBytes` bytes, from where the registry keeps it. */
  blob(image: ImageName, digest: string, maxBytes: number, resource: string): Promise<TextResponse>;
}

export function createRegistryCalls(client: Pick<HttpClient, 'text'>): RegistryCalls {
  const request = async (call: HttpRequest): Promise<TextResponse> => {
    try {
      return await client.text({ ...PATIENCE, ...call });
    } catch (error) {
      if (!(error instanceof CloudError) || error.status !== 0) throw error;
      const { host } = new URL(call.url);
      const message = `the registry ${host} could not be reached: ${error.message}. Check the host in the name of the image, and that this runner can reach it`;
      throw new CloudError({ message, status: 0, resource: error.resource }, { cause: error });
    }
  };
  const settled = (call: HttpRequest, response: TextResponse): TextResponse => {
    if (response.status < 300) return response;
    throw redirected({ ...call, status: response.status }, locationOf(call.url, response.headers.location));
  };
  const url = (image: ImageName, path: string) =>
    `${isLoopback(image.host) ? 'http' : 'https'}://${image.host}/v2/${registryPath(image)}${path}`;
  return {
    url,
    send: async (call) => settled(call, await request(call)),
    async blob(image, digest, maxBytes, resource) {
      const call = { method: 'GET', url: url(image, `/blobs/${digest}`), resource, maxBytes, ...READ } as const;
      const response = await request(call);
      if (response.status < 300) return response;
      // Artifact Registry sends blobs from a signed address, which must not see our token.
      const location = locationOf(call.url, response.headers.location);
      if (location === undefined) return settled(call, response);
      const signed = { ...call, url: location, authenticated: false };
      return settled(signed, await request(signed));
    },
  };
}
