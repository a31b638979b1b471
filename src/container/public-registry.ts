/**
 * The digest behind a tag in a public registry, such as Docker Hub or GitHub's: read without an
 * identity, with the token that such registries give to anyone for public images
 * (https://github.com/distribution/distribution/blob/main/docs/content/spec/auth/token.md).
 */
import type { HttpClient } from '../google/http/client.ts';
import { isLoopback } from '../google/http/loopback.ts';
import { DIGEST, type ImageName, registryPath } from './image-reference.ts';
import { MANIFEST_TYPES } from './registry.ts';

/** Docker Hub has another host name than its images. */
const HOSTS: Readonly<Record<string, string>> = { 'docker.io': 'registry-1.docker.io' };

/** Milliseconds for each request. */
const PATIENCE = 10_000;

/** Undefined if it does not exist or is not public. Throws only connection errors. */
export async function publicDigest(
  http: Pick<HttpClient, 'raw'>,
  image: ImageName,
  tag: string,
): Promise<string | undefined> {
  const host = HOSTS[image.host] ?? image.host;
  const scheme = isLoopback(host) ? 'http' : 'https';
  const url = `${scheme}://${host}/v2/${registryPath(image)}/manifests/${tag}`;
  const call = { authenticated: false, attemptTimeout: PATIENCE, resource: `image ${image.host}/${image.path}:${tag}` };
  const head = async (token?: string) => {
    const headers = { accept: MANIFEST_TYPES, ...(token && { authorization: `Bearer ${token}` }) };
    const response = await http.raw({ ...call, method: 'HEAD', url, headers });
    await response.body.dump();
    return response;
  };
  const anonymousToken = async (challenge: string) => {
    const address = tokenAddress(challenge, scheme);
    if (!address) return undefined;
    const response = await http.raw({ ...call, method: 'GET', url: address });
    const text = await response.body.text();
    return response.status === 200 ? tokenIn(text) : undefined;
  };
  const first = await head();
  const token =
    first.status === 401 ? await anonymousToken(String(first.headers['www-authenticate'] ?? '')) : undefined;
  const response = token ? await head(token) : first;
  const digest = String(response.headers['docker-content-digest'] ?? '');
  return response.status === 200 && DIGEST.test(digest) ? digest : undefined;
}

/** Of `Bearer realm="…",service="…",scope="…"`. */
function tokenAddress(challenge: string, scheme: string): string | undefined {
  const field = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1];
  const realm = field('realm');
  if (!/^Bearer /i.test(challenge) || !realm?.startsWith(`${scheme}://`)) return undefined;
  const url = new URL(realm);
  for (const name of ['scope', 'service']) {
    const value = field(name);
    if (value) url.searchParams.set(name, value);
  }
  return url.href;
}

function tokenIn(text: string): string | undefined {
  try {
    const { token, access_token: other } = JSON.parse(text) as { token?: string; access_token?: string };
    return token ?? other;
  } catch {
    return undefined;
  }
}
