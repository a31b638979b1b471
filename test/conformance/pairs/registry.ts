/**
 * The registry's API against docker: `docker manifest` (the distribution client of Docker) and `docker buildx imagetools`
 * (containerd's). Both first ask for a token and for digests; only the request that stands for our call is compared.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { clientEnvironment } from '../../../scripts/parts/engine.ts';
import { publicDigest } from '../../../src/container/public-registry.ts';
import {
  createRegistry,
  OCI_INDEX,
  OCI_MANIFEST,
  parseImageManifest,
  type Registry,
} from '../../../src/container/registry.ts';
import { withHttp } from '../ours.ts';
import type { Pair } from '../pair.ts';
import type { Respond } from '../recorder.ts';

const PATH = 'acme-prod/web/server';
const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const CONFIG = JSON.stringify({
  os: 'linux',
  architecture: 'amd64',
  config: { Labels: { 'org.opencontainers.image.revision': 'a'.repeat(40) } },
  rootfs: { type: 'layers', diff_ids: [] },
});
const MANIFEST = JSON.stringify({
  schemaVersion: 2,
  mediaType: OCI_MANIFEST,
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf(CONFIG), size: CONFIG.length },
  layers: [],
});
const DIGEST = digestOf(MANIFEST);
/** As buildx writes it, so that what it makes of this one index is the same text. */
const INDEX = JSON.stringify(
  {
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: [
      {
        mediaType: OCI_MANIFEST,
        digest: DIGEST,
        size: MANIFEST.length,
        platform: { architecture: 'amd64', os: 'linux' },
      },
    ],
  },
  null,
  2,
);

/** A registry that wants a token, as Artifact Registry does; `host` is another name of it, for signed addresses. */
const respond: Respond = ({ method, target, headers }, url) => {
  const { host, port } = new URL(url);
  const has = headers.some(([name]) => name.toLowerCase() === 'authorization');
  if (target.startsWith('/token')) return { json: { token: 'registry-token', access_token: 'registry-token' } };
  if (target.startsWith('/signed/')) return { text: CONFIG, headers: { 'content-type': 'application/octet-stream' } };
  if (!has) {
    const challenge = `Bearer realm="${url}/token",service="${host}",scope="repository:${PATH}:pull"`;
    return { status: 401, headers: { 'www-authenticate': challenge }, json: { errors: [] } };
  }
  if (target.includes('/blobs/'))
    return { status: 307, headers: { location: `http://localhost:${port}/signed/blob?X-Goog-Signature=ab` } };
  if (method === 'PUT') return { status: 201, headers: { 'docker-content-digest': digestOf(INDEX) } };
  const [text, type] =
    /index|v2$/.test(target) || target.includes(digestOf(INDEX)) ? [INDEX, OCI_INDEX] : [MANIFEST, OCI_MANIFEST];
  const length = {
    'content-type': type,
    'content-length': String(text.length),
    'docker-content-digest': digestOf(text),
  };
  return { headers: length, text };
};

const image = (url: string) => ({ host: new URL(url).host, path: PATH });
const ours = (work: (registry: Registry) => Promise<unknown>) => withHttp((http) => work(createRegistry(http)));

let found: ReturnType<typeof clientEnvironment> | undefined;
const environment = () => (found ??= clientEnvironment());

/** Runs docker with an empty configuration. */
async function docker(...args: string[]): Promise<unknown> {
  const home = mkdtempSync(join(tmpdir(), 'conformance-docker-'));
  try {
    const env = {
      PATH: process.env.PATH,
      DOCKER_CONFIG: join(home, '.docker'),
      ...(await environment()),
      HOME: home,
    };
    return await promisify(execFile)('docker', args, { env });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

export const registry: readonly Pair[] = [
  {
    name: 'registry: a manifest by its tag',
    respond,
    only: ({ method, path, headers }) =>
      method === 'GET' && /manifests\/v1$/.test(path) && headers.authorization !== undefined,
    ours: (url) => ours((r) => r.manifest(image(url), 'v1')),
    official: (url) => docker('manifest', 'inspect', '--insecure', `${image(url).host}/${PATH}:v1`),
  },
  {
    name: 'registry: a digest by its tag',
    respond,
    only: ({ method, headers }) => method === 'HEAD' && headers.authorization !== undefined,
    ours: (url) => ours((r) => r.digest(image(url), 'v1')),
    official: (url) => docker('buildx', 'imagetools', 'inspect', '--raw', `${image(url).host}/${PATH}:v1`),
  },
  {
    name: 'registry: a digest by its tag, without an identity',
    respond,
    only: ({ method, path, headers }) =>
      path.startsWith('/token') || (method === 'HEAD' && headers.authorization !== undefined),
    ours: (url) => withHttp((http) => publicDigest(http, image(url), 'v1')),
    official: (url) => docker('buildx', 'imagetools', 'inspect', '--raw', `${image(url).host}/${PATH}:v1`),
  },
  {
    name: 'registry: a configuration at a signed address',
    respond,
    // Requested for twice by docker, in the same words.
    first: 2,
    only: ({ path }) => path.includes('/blobs/') || path.startsWith('/signed/'),
    ours: (url) => ours((r) => r.config(image(url), parseImageManifest(Buffer.from(MANIFEST), OCI_MANIFEST))),
    official: (url) =>
      docker('buildx', 'imagetools', 'inspect', '--format', '{{json .Image}}', `${image(url).host}/${PATH}:v1`),
  },
  {
    name: 'registry: another tag for an index',
    respond,
    only: ({ method }) => method === 'PUT',
    ours: (url) => ours((r) => r.tag(image(url), parseImageManifest(Buffer.from(INDEX), OCI_INDEX), 'v3')),
    official: (url) => {
      const name = `${image(url).host}/${PATH}`;
      return docker('buildx', 'imagetools', 'create', '--tag', `${name}:v3`, `${name}:v2`);
    },
  },
];
