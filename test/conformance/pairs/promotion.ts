/** What a promotion reads and copies: layers against `oras cp`, files of a site against `@google-cloud/storage`. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Storage } from '@google-cloud/storage';
import { copyImage } from '../../../actions/promotion/fetch/copy-image.ts';
import { ensureOras } from '../../../scripts/parts/tools.ts';
import { OCI_MANIFEST } from '../../../src/container/registry.ts';
import { sha256Digest } from '../../../src/container/registry-artifacts.ts';
import { readBytes } from '../../../src/records/sites.ts';
import type { Wire } from '../normalize.ts';
import { fixedToken } from '../official.ts';
import { withHttp } from '../ours.ts';
import type { Pair } from '../pair.ts';
import type { Respond } from '../recorder.ts';

const FROM = 'acme-staging/apps/server';
const TO = 'acme-production/apps/server';
const CONFIG = Buffer.from('{"architecture":"amd64","os":"linux"}');
const MANIFEST = Buffer.from(
  JSON.stringify({
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: sha256Digest(CONFIG),
      size: CONFIG.length,
    },
    layers: [],
  }),
);
const DIGEST = sha256Digest(MANIFEST);

/** A source that has the image, and a target that has nothing; `mounts`: it takes layers of another repository as they are. */
const respond =
  (mounts: boolean): Respond =>
  ({ method, target, headers }, url) => {
    const { host } = new URL(url);
    if (target.startsWith('/token')) return { json: { token: 'registry-token', access_token: 'registry-token' } };
    // Artifact Registry sends layers from a signed address.
    if (target === '/signed') return { text: CONFIG.toString() };
    if (!headers.some(([name]) => name.toLowerCase() === 'authorization')) {
      const challenge = `Bearer realm="${url}/token",service="${host}",scope="repository:${TO}:pull,push"`;
      return { status: 401, headers: { 'www-authenticate': challenge }, json: { errors: [] } };
    }
    if (target.includes('/tags/list')) return { json: { name: FROM, tags: [] } };
    if (method === 'POST' && mounts && target.includes('mount='))
      return { status: 201, headers: { location: `/v2/${TO}/blobs/${sha256Digest(CONFIG)}` } };
    if (method === 'POST') return { status: 202, headers: { location: `/v2/${TO}/blobs/uploads/session-1` } };
    if (method === 'PUT') {
      const digest = target.includes('/manifests/') ? DIGEST : sha256Digest(CONFIG);
      return { status: 201, headers: { 'docker-content-digest': digest } };
    }
    // oras reads at last what it has pushed.
    if (target.includes(TO) && method === 'HEAD') return { status: 404, json: { errors: [{ code: 'NOT_FOUND' }] } };
    if (target.includes('/blobs/')) return { status: 307, headers: { location: `${url}/signed` } };
    const about = { 'content-type': OCI_MANIFEST, 'content-length': String(MANIFEST.length) };
    return { text: MANIFEST.toString(), headers: { ...about, 'docker-content-digest': DIGEST } };
  };

const copy = (url: string) => {
  const { host } = new URL(url);
  return withHttp((http) => copyImage(http, { host, path: FROM }, { host, path: TO }, DIGEST));
};

async function orasCopy(url: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'conformance-oras-'));
  try {
    const { host } = new URL(url);
    const login = ['from', 'to'].flatMap((side) => [
      `--${side}-plain-http`,
      `--${side}-username`,
      'oauth2accesstoken',
      `--${side}-password`,
      'token',
    ]);
    const names = [`${host}/${FROM}@${DIGEST}`, `${host}/${TO}:promoted`];
    const env = { PATH: process.env.PATH, HOME: home };
    await promisify(execFile)(await ensureOras(), ['cp', ...login, ...names], { cwd: home, env });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Both sides repeat a call with a token; only that one is compared. */
const onBlobs = ({ headers, path }: Wire) => headers.authorization !== undefined && path.includes('/blobs/');

const NAME = 'assets/a b+ü.js';

export const promotion: readonly Pair[] = [
  {
    name: 'registry: a layer of another repository is mounted',
    respond: respond(true),
    only: onBlobs,
    ours: copy,
    official: orasCopy,
  },
  {
    name: 'registry: a layer that cannot be mounted is copied',
    respond: respond(false),
    only: onBlobs,
    unordered: true,
    ours: copy,
    official: orasCopy,
  },
  {
    name: 'storage: bytes of a file of a site',
    respond: () => ({ text: 'hello', headers: { 'content-type': 'text/plain' } }),
    ours: (url) => withHttp((http) => readBytes({ http, endpoint: url }, 'site-bucket', NAME)),
    official: (url) =>
      new Storage({
        apiEndpoint: url,
        projectId: 'acme-prod',
        authClient: fixedToken() as never,
        useAuthWithCustomEndpoint: true,
      })
        .bucket('site-bucket')
        .file(NAME)
        .download({ validation: false }),
  },
];
