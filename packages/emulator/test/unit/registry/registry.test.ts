/** The OCI registry, its login, and the Artifact Registry API, with Google's client. */
import { createHash } from 'node:crypto';
import { ArtifactRegistryClient } from '@google-cloud/artifact-registry';
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { describe, expect, test } from 'vitest';
import { ANY_QUERY } from '../../../src/http/query-parameters.ts';
import type { Emulator } from '../../../src/start.ts';
import { type Call, caller, manualClock, start } from '../fixture.ts';

const NAME = 'orchestra-dev/orchestra/server';
const REPOSITORY = 'projects/orchestra-dev/locations/us-central1/repositories/orchestra';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const sha = (bytes: Buffer | string) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

async function push(call: Call, name: string, bytes: string): Promise<string> {
  const digest = sha(bytes);
  const started = await call('POST', `/v2/${name}/blobs/uploads/`);
  const location = `${started.headers.location}${started.headers.location?.includes('?') ? '&' : '?'}digest=${digest}`;
  const response = await call('PUT', location, { body: bytes });
  if (response.status !== 201) throw new Error(response.text);
  return digest;
}
async function pushImage(call: Call, name: string, reference: string, content: string, extra: object = {}) {
  const config = await push(call, name, '{}');
  const layer = await push(call, name, content);
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config, size: 2 },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: layer, size: content.length }],
    ...extra,
  });
  const response = await call('PUT', `/v2/${name}/manifests/${reference}`, {
    body,
    headers: { 'content-type': MANIFEST },
  });
  return { response, body, digest: sha(body), layer };
}

describe('login', () => {
  const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  test('challenge, token endpoint with the access token as password, Bearer', async () => {
    const emulator = await start();
    const call = caller(emulator, 'registry');
    const challenge = await call('GET', '/v2/', { token: null });
    expect(challenge.status).toBe(401);
    const { host } = new URL(emulator.urls.registry);
    expect(challenge.headers['www-authenticate']).toBe(`Bearer realm="http://${host}/v2/token",service="${host}"`);
    const authorization = basic('oauth2accesstoken', emulator.token());
    const granted = await call('GET', '/v2/token', { token: null, headers: { authorization } });
    expect((await call('GET', '/v2/', { token: granted.json.token })).status).toBe(200);
    expect((await call('GET', '/v2/', { token: null, headers: { authorization } })).status).toBe(200);
    for (const wrong of [basic('oauth2accesstoken', 'x'), basic('another-user', emulator.token())]) {
      expect((await call('GET', '/v2/token', { token: null, headers: { authorization: wrong } })).status).toBe(401);
    }
  });

  test('its tokens live as long as set, and never longer than the access token', async () => {
    const clock = manualClock();
    const emulator = await start({ clock });
    const call = caller(emulator, 'registry');
    emulator.registry.tokenLifetimeSeconds = 60;
    const access = emulator.token({ lifetimeSeconds: 90 });
    const grant = async () => (await call('GET', '/v2/token', { token: access })).json;
    const first = await grant();
    expect(first.expires_in).toBe(60);
    clock.advance(61);
    expect((await call('GET', '/v2/', { token: first.token })).headers['www-authenticate']).toContain(
      'error="invalid_token"',
    );
    expect((await grant()).expires_in).toBe(29);
    clock.advance(30);
    expect((await call('GET', '/v2/token', { token: access })).status).toBe(401);
  });

  test('permissions and the existence of the repository are checked', async () => {
    const emulator = await start();
    const call = caller(emulator, 'registry');
    const unknown = await call('POST', '/v2/orchestra-dev/nope/server/blobs/uploads/');
    expect([unknown.status, unknown.json.errors[0].code]).toEqual([404, 'NAME_UNKNOWN']);
    emulator.core.access.deny('artifactregistry.repositories.uploadArtifacts');
    const denied = await call('POST', `/v2/${NAME}/blobs/uploads/`);
    expect([denied.status, denied.json.errors[0].code]).toEqual([403, 'DENIED']);
    expect(denied.json.errors[0].message).toContain(
      `"artifactregistry.repositories.uploadArtifacts" denied on resource "${REPOSITORY}"`,
    );
    expect((await call('GET', `/v2/${NAME}/manifests/x`)).status).toBe(404);
    emulator.core.access.deny('artifactregistry.repositories.downloadArtifacts');
    expect((await call('GET', `/v2/${NAME}/manifests/x`)).status).toBe(403);
    expect((await call('GET', '/v2/other-project/orchestra/x/manifests/y')).status).toBe(403);
  });
});

describe.each(['built-in', 'upstream'])('the %s store', (kind) => {
  async function fixture() {
    if (kind === 'built-in') {
      const emulator = await start();
      return { emulator, call: caller(emulator, 'registry') };
    }
    const { url, close } = await openRegistry();
    const emulator = await start({ registry: url });
    const { stop } = emulator;
    return {
      emulator: Object.assign(emulator, { stop: () => stop().then(close) }),
      call: caller(emulator, 'registry'),
    };
  }

  test('keeps an image by tag and digest, and returns them for HEAD', async () => {
    const { emulator, call } = await fixture();
    const { response, body, digest, layer } = await pushImage(call, NAME, 'v1', 'layer');
    expect(response.status).toBe(201);
    expect(response.headers['docker-content-digest']).toBe(digest);
    for (const reference of ['v1', digest]) {
      const got = await call('GET', `/v2/${NAME}/manifests/${reference}`);
      expect([got.text, got.headers['content-type'], got.headers['docker-content-digest']]).toEqual([
        body,
        MANIFEST,
        digest,
      ]);
      const head = await call('HEAD', `/v2/${NAME}/manifests/${reference}`);
      expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', String(body.length)]);
    }
    expect((await call('GET', `/v2/${NAME}/blobs/${layer}`)).text).toBe('layer');
    const part = await call('GET', `/v2/${NAME}/blobs/${layer}`, { headers: { range: 'bytes=1-2' } });
    expect([part.status, part.text, part.headers['content-range']]).toEqual([206, 'ay', 'bytes 1-2/5']);
    expect((await call('GET', `/v2/${NAME}/tags/list`)).json).toEqual({ name: NAME, tags: ['v1'] });
    expect(await emulator.registry.find(`${emulator.registryHost}/${NAME}:v1`)).toEqual({ digest, children: [] });
    expect(await emulator.registry.find(`us-central1-docker.pkg.dev/${NAME}@${digest}`)).toEqual({
      digest,
      children: [],
    });
    expect(await emulator.registry.find(`${emulator.registryHost}/${NAME}:v2`)).toBeUndefined();
    expect(await emulator.registry.find('nginx:1.27')).toBeUndefined();
  });

  test('takes a blob in chunks, refuses a gap and a wrong digest', async () => {
    const { call } = await fixture();
    const { headers } = await call('POST', `/v2/${NAME}/blobs/uploads/`);
    const first = await call('PATCH', headers.location ?? '', { body: 'hel', headers: { 'content-range': '0-2' } });
    expect([first.status, first.headers.range]).toEqual([202, '0-2']);
    const gap = await call('PATCH', first.headers.location ?? '', { body: 'o', headers: { 'content-range': '4-4' } });
    expect(gap.status).toBe(416);
    await call('PATCH', first.headers.location ?? '', { body: 'lo', headers: { 'content-range': '3-4' } });
    expect((await call('GET', first.headers.location ?? '')).headers.range).toBe('0-4');
    expect((await call('PUT', `${first.headers.location}?digest=${sha('hello')}`)).status).toBe(201);
    const other = await call('POST', `/v2/${NAME}/blobs/uploads/`);
    const wrong = await call('PUT', `${other.headers.location}?digest=${sha('hello')}`, { body: 'other' });
    expect([wrong.status, wrong.json.errors[0].code]).toEqual([400, 'DIGEST_INVALID']);
  });

  test('mounts a blob from another repository, and begins an upload where it is unknown', async () => {
    const { emulator, call } = await fixture();
    emulator.seed.repository({ id: 'other' });
    const digest = await push(call, NAME, 'hello');
    expect((await call('HEAD', `/v2/orchestra-dev/other/x/blobs/${digest}`)).status).toBe(404);
    const to = '/v2/orchestra-dev/other/x/blobs';
    expect((await call('POST', `${to}/uploads/?mount=${digest}&from=${NAME}`)).status).toBe(201);
    expect((await call('HEAD', `${to}/${digest}`)).status).toBe(200);
    expect((await call('POST', `${to}/uploads/?mount=${sha('unknown')}&from=${NAME}`)).status).toBe(202);
  });

  test('moves a tag, unless the repository is immutable; the same image again is no move', async () => {
    const { emulator, call } = await fixture();
    emulator.seed.repository({ id: 'fixed', immutableTags: true });
    const fixed = 'orchestra-dev/fixed/server';
    const first = await pushImage(call, fixed, 'v1', 'one');
    const moved = await pushImage(call, fixed, 'v1', 'two');
    expect(moved.response.status).toBe(400);
    expect(moved.response.json.errors[0].message).toBe(
      'cannot update tag v1. The repository has enabled tag immutability',
    );
    expect((await pushImage(call, fixed, 'v1', 'one')).response.status).toBe(201);
    expect((await call('HEAD', `/v2/${fixed}/manifests/v1`)).headers['docker-content-digest']).toBe(first.digest);
    await pushImage(call, NAME, 'v1', 'one');
    const { digest } = await pushImage(call, NAME, 'v1', 'two');
    expect((await call('HEAD', `/v2/${NAME}/manifests/v1`)).headers['docker-content-digest']).toBe(digest);
  });

  test("Google's client sees what was pushed", async () => {
    const { emulator, call } = await fixture();
    const { digest } = await pushImage(call, NAME, 'v1', 'layer');
    await call('PUT', `/v2/${NAME}/manifests/v2`, {
      body: (await call('GET', `/v2/${NAME}/manifests/v1`)).body,
      headers: { 'content-type': MANIFEST },
    });
    const client = registryClient(emulator);
    const [repository] = await client.getRepository({ name: REPOSITORY });
    expect(repository).toMatchObject({ name: REPOSITORY, format: 'DOCKER' });
    const [images] = await client.listDockerImages({ parent: REPOSITORY });
    expect(images).toMatchObject([
      {
        name: `${REPOSITORY}/dockerImages/server@${digest}`,
        tags: ['v1', 'v2'],
        mediaType: MANIFEST,
        imageSizeBytes: '7',
      },
    ]);
    const [image] = await client.getDockerImage({ name: `${REPOSITORY}/dockerImages/server@${digest}` });
    expect(image.uri).toBe(`us-central1-docker.pkg.dev/${NAME}@${digest}`);
    const [tags] = await client.listTags({ parent: `${REPOSITORY}/packages/server` });
    expect(tags.map(({ name }) => name)).toEqual(
      ['v1', 'v2'].map((tag) => `${REPOSITORY}/packages/server/tags/${tag}`),
    );
    const [tag] = await client.getTag({ name: `${REPOSITORY}/packages/server/tags/v1` });
    expect(tag.version).toBe(`${REPOSITORY}/packages/server/versions/${digest}`);
    await expect(client.getTag({ name: `${REPOSITORY}/packages/server/tags/v9` })).rejects.toMatchObject({ code: 5 });
    await client.close();
  });
});

/** The built-in registry without authentication, like docker-registry. */
async function openRegistry(): Promise<{ url: string; close: () => Promise<void> }> {
  const { createBuiltInRegistry } = await import('../../../src/registry/built-in.ts');
  const { ociErrorBody, parseTarget } = await import('../../../src/registry/types.ts');
  const { route } = await import('../../../src/http/routes.ts');
  const { serveApi } = await import('../../../src/http/server.ts');
  const { createCore } = await import('../../../src/core/core.ts');
  const store = createBuiltInRegistry();
  const routes = [
    route('*', '{path=**}', (request) => store.handle(request, parseTarget(request.path)), {
      open: true,
      query: ANY_QUERY,
    }),
  ];
  const server = await serveApi(createCore(), 'upstream', routes, { errorBody: ociErrorBody });
  return { url: server.url, close: () => Promise.all([server.close(), store.close()]).then(() => undefined) };
}

function registryClient(emulator: Emulator): ArtifactRegistryClient {
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: emulator.token(), expiry_date: Date.now() + 3_600_000 });
  const { port } = new URL(emulator.urls.artifactregistry);
  return new ArtifactRegistryClient({
    fallback: true,
    protocol: 'http',
    apiEndpoint: '127.0.0.1',
    port: Number(port),
    auth: new GoogleAuth({ authClient }),
  });
}

describe('the built-in store refuses', () => {
  const fixture = async () => caller(await start(), 'registry');
  test.each([
    ['a name in upper case', 'PUT', '/v2/orchestra-dev/orchestra/Server/manifests/v1', '{}', 400, 'NAME_INVALID'],
    ['a tag that is none', 'PUT', `/v2/${NAME}/manifests/-v1`, '{}', 400, 'TAG_INVALID'],
    ['a digest of something else', 'PUT', `/v2/${NAME}/manifests/${sha('x')}`, '{}', 400, 'DIGEST_INVALID'],
    ['a manifest that is no JSON', 'PUT', `/v2/${NAME}/manifests/v1`, 'x', 400, 'MANIFEST_INVALID'],
    [
      'a manifest whose layer is missing',
      'PUT',
      `/v2/${NAME}/manifests/v1`,
      `{"layers":[{"digest":"${sha('x')}"}]}`,
      400,
      'MANIFEST_BLOB_UNKNOWN',
    ],
    [
      'an index whose child is missing',
      'PUT',
      `/v2/${NAME}/manifests/v1`,
      `{"manifests":[{"digest":"${sha('x')}"}]}`,
      400,
      'MANIFEST_BLOB_UNKNOWN',
    ],
    ['an unknown manifest', 'GET', `/v2/${NAME}/manifests/v1`, '', 404, 'MANIFEST_UNKNOWN'],
    ['an unknown blob', 'GET', `/v2/${NAME}/blobs/${sha('x')}`, '', 404, 'BLOB_UNKNOWN'],
    ['an unknown upload', 'PATCH', `/v2/${NAME}/blobs/uploads/x`, 'y', 404, 'BLOB_UPLOAD_UNKNOWN'],
    ['tags of an unknown name', 'GET', `/v2/${NAME}x/tags/list`, '', 404, 'NAME_UNKNOWN'],
  ])('%s', async (_, method, path, body, status, code) => {
    const response = await (await fixture())(method, path, { body });
    expect([response.status, response.json.errors?.[0]?.code]).toEqual([status, code]);
  });

  test('a manifest that was deleted, its tags with it', async () => {
    const call = await fixture();
    const { digest } = await pushImage(call, NAME, 'v1', 'x');
    expect((await call('DELETE', `/v2/${NAME}/manifests/${digest}`)).status).toBe(202);
    expect((await call('GET', `/v2/${NAME}/manifests/v1`)).status).toBe(404);
  });
});

test('referrers are found by subject and artifact type', async () => {
  const call = caller(await start(), 'registry');
  const { digest } = await pushImage(call, NAME, 'v1', 'x');
  const subject = { mediaType: MANIFEST, digest, size: 1 };
  const sbom = await pushImage(call, NAME, 'sbom', 'y', { subject, artifactType: 'application/sbom' });
  expect(sbom.response.headers['oci-subject']).toBe(digest);
  const all = await call('GET', `/v2/${NAME}/referrers/${digest}`);
  expect(all.headers['content-type']).toBe(INDEX);
  expect(all.json.manifests.map((one: { digest: string }) => one.digest)).toEqual([sbom.digest]);
  expect((await call('GET', `/v2/${NAME}/referrers/${digest}?artifactType=other`)).json.manifests).toEqual([]);
});

test('tags come in pages', async () => {
  const emulator = await start();
  await emulator.seed.image({ tags: ['c', 'a', 'b'] });
  const call = caller(emulator, 'registry');
  const first = await call('GET', `/v2/${NAME}/tags/list?n=2`);
  expect(first.json.tags).toEqual(['a', 'b']);
  const next = /<(.+)>; rel="next"/.exec(first.headers.link ?? '')?.[1] ?? '';
  expect((await call('GET', next)).json.tags).toEqual(['c']);
});

test('a seeded index has its linux/amd64 child first', async () => {
  const emulator = await start();
  const reference = await emulator.seed.image({ index: true });
  const found = await emulator.registry.find(reference);
  expect(reference.endsWith(`@${found?.digest}`)).toBe(true);
  expect(found?.children).toHaveLength(2);
});

test('testIamPermissions returns the permissions of the caller; repositories are made and listed', async () => {
  const emulator = await start();
  emulator.core.access.deny('artifactregistry.repositories.uploadArtifacts');
  const client = registryClient(emulator);
  const permissions = ['uploadArtifacts', 'downloadArtifacts'].map((name) => `artifactregistry.repositories.${name}`);
  const [response] = await client.testIamPermissions({ resource: REPOSITORY, permissions });
  expect(response.permissions).toEqual(['artifactregistry.repositories.downloadArtifacts']);
  const parent = 'projects/orchestra-dev/locations/us-central1';
  const [operation] = await client.createRepository({
    parent,
    repositoryId: 'fresh',
    repository: { format: 'DOCKER' },
  });
  const [made] = await operation.promise();
  expect(made.name).toBe(`${parent}/repositories/fresh`);
  const [all] = await client.listRepositories({ parent });
  expect(all.map(({ name }) => name)).toEqual([REPOSITORY, `${parent}/repositories/fresh`]);
  await expect(client.getRepository({ name: `${parent}/repositories/nope` })).rejects.toMatchObject({ code: 5 });
  await client.close();
});

describe('deletion', () => {
  const image = `${REPOSITORY}/packages/server`;

  test('of a tag, of a version with its tags, and not of an image that an index has', async () => {
    const emulator = await start();
    emulator.seed.repository();
    const call = caller(emulator, 'artifactregistry');
    const digest = (await emulator.seed.image({ tags: ['a', 'b'], index: true })).split('@')[1] ?? '';
    const [child = ''] = (await emulator.registry.find(`x/${NAME}@${digest}`))?.children ?? [];
    const remove = async (path: string) => (await call('DELETE', `/v1/${image}/${path}`)).status;
    expect(await remove('tags/a')).toBe(200);
    expect(await remove('tags/a')).toBe(404);
    expect(await remove(`versions/${digest}`)).toBe(400);
    const refused = await call('DELETE', `/v1/${image}/versions/${child}`);
    expect(refused.status).toBe(400);
    expect(refused.json.error.message).toContain('GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE');
    expect(await remove(`versions/${digest}?force=true`)).toBe(200);
    expect(await emulator.registry.find(`x/${NAME}:b`)).toBeUndefined();
    expect(await remove(`versions/${child}`)).toBe(200);
  });
});
