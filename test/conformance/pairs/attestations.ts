/**
 * Attestations beside an image, against `oras`, and in GitHub's store. Signing itself is done by the official client
 * (`@actions/attest`), so it has no pair.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import { ensureOras } from '../../../scripts/parts/tools.ts';
import { OCI_INDEX, OCI_MANIFEST } from '../../../src/container/registry.ts';
import {
  createRegistryArtifacts,
  type RegistryArtifacts,
  sha256Digest,
} from '../../../src/container/registry-artifacts.ts';
import { storeAtGitHub } from '../../../src/github/attestations.ts';
import type { Wire } from '../normalize.ts';
import { NO_PAUSE, withHttp } from '../ours.ts';
import type { Pair } from '../pair.ts';
import type { Respond } from '../recorder.ts';

const PATH = 'acme-prod/web/server';
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const BUNDLE = Buffer.from('{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}');
const SUBJECT = Buffer.from(
  JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, config: { digest: 'sha256:0' }, layers: [] }),
);
const REFERRER = { mediaType: OCI_MANIFEST, digest: sha256Digest(BUNDLE), size: 9, artifactType: BUNDLE_TYPE };
const DIGEST = sha256Digest(SUBJECT);
const TAG = `attestation-${DIGEST.replace('sha256:', '')}-${'0'.repeat(32)}`;

/** A registry that wants a token, gives tags in two pages, and has neither blob nor tag yet when something is pushed. */
const respond =
  (pushes = false): Respond =>
  ({ method, target, headers }, url) => {
    const { host } = new URL(url);
    if (target.startsWith('/token')) return { json: { token: 'registry-token', access_token: 'registry-token' } };
    if (!headers.some(([name]) => name.toLowerCase() === 'authorization')) {
      const challenge = `Bearer realm="${url}/token",service="${host}",scope="repository:${PATH}:pull,push"`;
      return { status: 401, headers: { 'www-authenticate': challenge }, json: { errors: [] } };
    }
    if (target.includes('/tags/list'))
      return /last=zz/.test(target)
        ? { json: { name: PATH, tags: ['zzz'] } }
        : {
            json: { name: PATH, tags: [TAG] },
            headers: { link: `</v2/${PATH}/tags/list?n=1000&last=zz>; rel="next"` },
          };
    if (target.includes('/referrers/')) {
      // oras continues with the referrers of a referrer.
      const manifests = target.includes(DIGEST) ? [REFERRER] : [];
      const text = JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests });
      return { text, headers: { 'content-type': OCI_INDEX } };
    }
    if (method === 'POST')
      return { status: 202, headers: { location: `/v2/${PATH}/blobs/uploads/session-1?_state=a%2Bb` } };
    if (method === 'PUT') {
      const digest = target.includes('/manifests/') ? DIGEST : sha256Digest(BUNDLE);
      return { status: 201, headers: { 'docker-content-digest': digest } };
    }
    if (pushes) return { status: 404, json: { errors: [{ code: 'NOT_FOUND' }] } };
    const [content, type] = target.includes('/blobs/') ? [BUNDLE, 'application/octet-stream'] : [SUBJECT, OCI_MANIFEST];
    return {
      text: content.toString(),
      headers: {
        'content-type': type,
        'content-length': String(content.length),
        'docker-content-digest': sha256Digest(content),
      },
    };
  };

const image = (url: string) => ({ host: new URL(url).host, path: PATH });
const ours = (work: (artifacts: RegistryArtifacts) => Promise<unknown>) =>
  withHttp((http) => work(createRegistryArtifacts(http)));

/** Runs oras in a folder that holds the bundle and the manifest; `reference` begins with `:` or `@`. */
async function oras(url: string, command: readonly string[], reference: string, ...rest: string[]): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'conformance-oras-'));
  try {
    writeFileSync(join(home, 'bundle.json'), BUNDLE);
    writeFileSync(join(home, 'manifest.json'), SUBJECT);
    const name = `${image(url).host}/${PATH}${reference}`;
    const login = ['--plain-http', '--username', 'oauth2accesstoken', '--password', 'token'];
    const env = { PATH: process.env.PATH, HOME: home };
    await promisify(execFile)(await ensureOras(), [...command, ...login, name, ...rest], { cwd: home, env });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Both sides repeat a call with a token; only that one is compared. */
const authenticated = ({ headers, path }: Wire) => headers.authorization !== undefined && path !== '/token';

export const attestations: readonly Pair[] = [
  {
    name: 'registry: tags in two pages',
    respond: respond(),
    only: (request) => authenticated(request) && request.path.endsWith('/tags/list'),
    ours: (url) => ours((one) => one.tags(image(url), 'attestation-')),
    official: (url) => oras(url, ['repo', 'tags', '--last', 'attestation'], ''),
  },
  {
    name: 'registry: referrers of an image',
    respond: respond(),
    only: (request) => authenticated(request) && request.path.includes('/referrers/'),
    first: 1,
    ours: (url) => ours((one) => one.referrers(image(url), DIGEST, BUNDLE_TYPE)),
    official: (url) => oras(url, ['discover', '--artifact-type', BUNDLE_TYPE], `@${DIGEST}`),
  },
  {
    name: 'registry: content of a bundle',
    respond: respond(),
    only: (request) => authenticated(request) && request.method === 'GET',
    first: 1,
    ours: (url) => ours((one) => one.blob(image(url), sha256Digest(BUNDLE), 4_000_000)),
    official: (url) => oras(url, ['blob', 'fetch', '--output', 'out'], `@${sha256Digest(BUNDLE)}`),
  },
  {
    name: 'registry: push of a bundle',
    respond: respond(true),
    only: (request) => authenticated(request) && ['POST', 'PUT'].includes(request.method),
    ours: (url) => ours((one) => one.pushBlob(image(url), BUNDLE_TYPE, BUNDLE)),
    official: (url) => oras(url, ['blob', 'push'], '', 'bundle.json'),
  },
  {
    name: 'registry: push of a manifest under a tag',
    respond: respond(true),
    only: (request) => authenticated(request) && request.method === 'PUT',
    ours: (url) => ours((one) => one.pushManifest(image(url), TAG, SUBJECT)),
    official: (url) => oras(url, ['manifest', 'push'], `:${TAG}`, 'manifest.json'),
  },
  {
    // https://docs.github.com/rest/repos/attestations#create-an-attestation
    name: 'github: an attestation',
    respond: () => ({ status: 201, json: { id: 1 } }),
    ours: (url) =>
      storeAtGitHub({ repository: 'acme/shop', apiUrl: url }, 'ghs_conformance', [BUNDLE.toString()], { ...NO_PAUSE }),
    official: (url) =>
      getOctokit('ghs_conformance', { baseUrl: url }).rest.repos.createAttestation({
        owner: 'acme',
        repo: 'shop',
        bundle: JSON.parse(BUNDLE.toString()),
      }),
  },
];
