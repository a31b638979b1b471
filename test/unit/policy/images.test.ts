/** Images by digest: what is one, and how sidecars become one. */
import { describe, expect, it } from 'vitest';
import { isDigestReference } from '../../../src/container/image-reference.ts';
import { publicDigest } from '../../../src/container/public-registry.ts';
import type { HttpRequest } from '../../../src/google/http/client.ts';
import type { Container } from '../../../src/google/run/resources.ts';
import { withPinnedImages } from '../../../src/policy/pinned-images.ts';
import { CloudError, TimedOutError } from '../../../src/runtime/errors.ts';

const HEX = '0123456789abcdef'.repeat(4);
const DIGEST = `sha256:${HEX}`;

describe('a reference by digest', () => {
  it.each([
    `us-docker.pkg.dev/acme/apps/web@${DIGEST}`,
    `us-docker.pkg.dev/acme/apps/web:v1@${DIGEST}`,
    `us-docker.pkg.dev/example.com/acme/apps/web@${DIGEST}`,
    `127.0.0.1:5000/web@${DIGEST}`,
    `nginx@${DIGEST}`,
    `otel/opentelemetry-collector:0.100@${DIGEST}`,
  ])('%s is one', (text) => expect(isDigestReference(text)).toBe(true));
  it.each([
    'us-docker.pkg.dev/acme/apps/web:v1',
    'us-docker.pkg.dev/acme/apps/web@sha256:',
    `us-docker.pkg.dev/acme/apps/web@sha256:${HEX.slice(1)}`,
    `us-docker.pkg.dev/acme/apps/web@sha256:${HEX}0`,
    `us-docker.pkg.dev/acme/apps/web@sha256:${HEX.toUpperCase()}`,
    `us-docker.pkg.dev/acme/apps/web@sha512:${HEX}`,
    `us-docker.pkg.dev/acme/apps/web@${DIGEST}:latest`,
    `us-docker.pkg.dev/acme/apps/web@${DIGEST}@${DIGEST}`,
    `us-docker.pkg.dev/acme/web:@sha256:${HEX}`,
    `@${DIGEST}`,
    DIGEST,
    `evil.example/x@sha256:abc/web:latest`,
    `web:latest#@${DIGEST}`,
    ` nginx@${DIGEST}`,
    `a//b@${DIGEST}`,
  ])('%s is none', (text) => expect(isDigestReference(text)).toBe(false));
});

describe('a sidecar by tag', () => {
  const MAIN = { name: 'app', image: `r.example/p/i/app@${DIGEST}`, ports: [{ containerPort: 1 }] };
  const pinned = async (sidecar: Container, digest: (image: string) => string | undefined = () => DIGEST) => {
    const requested: string[] = [];
    const look = (host: string, path: string, tag: string) => {
      requested.push(`${host}/${path}:${tag}`);
      return digest(`${host}/${path}:${tag}`);
    };
    const { subject, notes } = await withPinnedImages(
      { kind: 'Service', resource: { template: { containers: [MAIN, sidecar] } } },
      {
        registry: { digest: async ({ host, path }, tag) => look(host, path, tag) },
        cloud: {
          http: {
            raw: async ({ url }) => {
              const [, host = '', path = '', tag = ''] =
                /^https:\/\/([^/]+)\/v2\/(.+)\/manifests\/(.+)$/.exec(url) ?? [];
              const found = look(host, path, tag);
              return replyOf(found ? 200 : 404, found ? { 'docker-content-digest': found } : {});
            },
          },
        },
      },
    );
    return { image: subject.resource.template?.containers?.[1]?.image, requested, notes };
  };

  it.each([
    [
      'us-docker.pkg.dev/acme/tools/proxy:1.2',
      'us-docker.pkg.dev/acme/tools/proxy:1.2',
      'us-docker.pkg.dev/acme/tools/proxy',
    ],
    [
      'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.0',
      'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.0',
      'gcr.io/cloud-sql-connectors/cloud-sql-proxy',
    ],
    ['nginx:1.27', 'registry-1.docker.io/library/nginx:1.27', 'docker.io/library/nginx'],
    ['otel/collector:0.100', 'registry-1.docker.io/otel/collector:0.100', 'docker.io/otel/collector'],
  ])('%s is pinned', async (image, requested, name) => {
    const result = await pinned({ name: 'side', image });
    expect(result).toEqual({
      image: `${name}@${DIGEST}`,
      requested: [requested],
      notes: [`The image of side is pinned: ${image} is ${name}@${DIGEST} now.`],
    });
  });
  it.each(['nginx', 'nginx:latest', `nginx@${DIGEST}`, 'nginx@sha256:abc', 'Bad Name:1'])('%s stays', async (image) => {
    expect(await pinned({ name: 'side', image })).toEqual({ image, requested: [], notes: [] });
  });
  it('that is not found, or cannot be read, stays', async () => {
    expect((await pinned({ image: 'nginx:1' }, () => undefined)).image).toBe('nginx:1');
    const refused = () => {
      throw new CloudError({ message: 'no', status: 403, resource: 'image' });
    };
    expect((await pinned({ image: 'us-docker.pkg.dev/a/b/c:1' }, refused)).image).toBe('us-docker.pkg.dev/a/b/c:1');
    const untrusted = () => {
      throw Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    };
    expect((await pinned({ image: 'registry.example/c:1' }, untrusted)).image).toBe('registry.example/c:1');
  });
  it('a cancelled or timed out step is not an image that cannot be read', async () => {
    const ended = () => {
      throw new TimedOutError(1000);
    };
    await expect(pinned({ image: 'nginx:1' }, ended)).rejects.toThrow('timed out');
  });
});

const replyOf = (status: number, headers: Record<string, string>, text = '') =>
  ({ status, headers, body: { dump: async () => {}, text: async () => text } }) as never;

describe('a registry with anonymous tokens', () => {
  const image = { host: 'docker.io', path: 'library/nginx' };
  const requested = async (challenge: string, token = '{"token":"t"}') => {
    const calls: string[] = [];
    const digest = await publicDigest(
      {
        async raw({ method, url, headers = {}, authenticated }: HttpRequest) {
          calls.push(`${method} ${url} ${headers.authorization ?? ''} ${authenticated}`.trim());
          if (method === 'GET') return replyOf(200, {}, token);
          return headers.authorization
            ? replyOf(200, { 'docker-content-digest': DIGEST })
            : replyOf(401, { 'www-authenticate': challenge });
        },
      },
      image,
      '1.27',
    );
    return { digest, calls };
  };
  it('requests an anonymous token, and never sends ours', async () => {
    const { digest, calls } = await requested(
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/nginx:pull"',
    );
    expect(digest).toBe(DIGEST);
    expect(calls).toEqual([
      'HEAD https://registry-1.docker.io/v2/library/nginx/manifests/1.27  false',
      'GET https://auth.docker.io/token?scope=repository%3Alibrary%2Fnginx%3Apull&service=registry.docker.io  false',
      'HEAD https://registry-1.docker.io/v2/library/nginx/manifests/1.27 Bearer t false',
    ]);
  });
  it.each(['Basic realm="x"', 'Bearer realm="http://auth.example/token"', 'Bearer realm="file:///etc/passwd"', ''])(
    'a challenge of another kind (%s) is not followed',
    async (challenge) => {
      const { digest, calls } = await requested(challenge);
      expect(digest).toBeUndefined();
      expect(calls).toHaveLength(1);
    },
  );
  it('a response that is no JSON is no token', async () => {
    expect((await requested('Bearer realm="https://a.example/token"', '<html>')).digest).toBeUndefined();
  });
});
