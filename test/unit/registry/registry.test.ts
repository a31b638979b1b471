/** The registry's client against a server that responds as a case needs. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createRegistry,
  formatPlatform,
  isAttestation,
  OCI_INDEX,
  parseImageManifest,
} from '../../../src/container/registry.ts';
import { createRegistryArtifacts } from '../../../src/container/registry-artifacts.ts';
import { createHttpClient } from '../../../src/google/http/client.ts';
import { systemClock } from '../../../src/runtime/clock.ts';

let server: Server;
let respond: (request: IncomingMessage, response: ServerResponse) => void;
let seen: IncomingMessage[];
let host: string;
beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    seen.push(request);
    respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const client = () =>
  createHttpClient({
    clock: systemClock,
    signal: new AbortController().signal,
    userAgent: 'test',
    accessToken: async () => 'token',
  });
const registry = () => createRegistry(client());
const image = () => ({ host, path: 'acme/apps/server' });
const INDEX = JSON.stringify({ mediaType: OCI_INDEX, manifests: [{ digest: 'sha256:a', size: 1, mediaType: 'm' }] });
const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('a manifest', () => {
  it('is read with our token and its digest is computed', async () => {
    respond = (_request, response) => response.setHeader('content-type', OCI_INDEX).end(INDEX);
    const manifest = await registry().manifest(image(), 'v1');
    expect(manifest).toMatchObject({
      mediaType: OCI_INDEX,
      digest: digestOf(INDEX),
      manifests: [{ digest: 'sha256:a' }],
    });
    expect(seen[0]?.url).toBe('/v2/acme/apps/server/manifests/v1');
    expect(seen[0]?.headers.authorization).toBe('Bearer token');
    expect(seen[0]?.headers.accept).toContain(OCI_INDEX);
  });

  it('that is not there is undefined', async () => {
    respond = (_request, response) => response.writeHead(404).end();
    expect(await registry().manifest(image(), 'v1')).toBeUndefined();
    expect(await registry().digest(image(), 'v1')).toBeUndefined();
  });

  it('whose content has another digest is refused', async () => {
    respond = (_request, response) => response.end(INDEX);
    await expect(registry().manifest(image(), digestOf('other'))).rejects.toThrow('content with another digest');
  });

  it('without permission to read names the permission and the role', async () => {
    respond = (_request, response) => response.writeHead(403).end('{"errors":[{"code":"DENIED","message":"denied"}]}');
    await expect(registry().manifest(image(), 'v1')).rejects.toMatchObject({
      status: 403,
      permission: 'artifactregistry.repositories.downloadArtifacts',
      role: 'roles/artifactregistry.reader',
    });
  });
});

describe('a digest', () => {
  it('is read from the header of a HEAD response', async () => {
    respond = (_request, response) => response.setHeader('docker-content-digest', 'sha256:x').end();
    expect(await registry().digest(image(), 'v1')).toBe('sha256:x');
    expect(seen[0]?.method).toBe('HEAD');
  });

  it('is computed where the header is missing', async () => {
    respond = (request, response) => void (request.method === 'HEAD' ? response.end() : response.end(INDEX));
    expect(await registry().digest(image(), 'v1')).toBe(digestOf(INDEX));
  });
});

describe('a tag', () => {
  it('is put with the very bytes of the manifest', async () => {
    let body = '';
    respond = (request, response) => {
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => response.writeHead(201).end());
    };
    await registry().tag(image(), parseImageManifest(Buffer.from(`${INDEX} \n`), OCI_INDEX), 'v2');
    expect(seen[0]).toMatchObject({ method: 'PUT', url: '/v2/acme/apps/server/manifests/v2' });
    expect(seen[0]?.headers['content-type']).toBe(OCI_INDEX);
    expect(body).toBe(`${INDEX} \n`);
  });
});

describe('a configuration', () => {
  it('is fetched from where the registry sends us, without our token', async () => {
    respond = (request, response) => {
      if (request.url?.startsWith('/v2/')) response.writeHead(302, { location: '/signed?x=1' }).end();
      else response.end('{"config":{"Labels":{"a":"b"}}}');
    };
    const manifest = parseImageManifest(Buffer.from('{"config":{"digest":"sha256:c"}}'), '');
    expect(await registry().config(image(), manifest)).toEqual({ config: { Labels: { a: 'b' } } });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token', undefined]);
  });
});

describe('small things', () => {
  it('platforms have two or three parts', () => {
    expect(formatPlatform({ os: 'linux', architecture: 'arm', variant: 'v7' })).toBe('linux/arm/v7');
    expect(formatPlatform({ os: 'linux', architecture: 'amd64' })).toBe('linux/amd64');
  });

  it('attestations are no images', () => {
    const entry = { mediaType: '', digest: '', size: 0 };
    expect(isAttestation(entry)).toBe(false);
    expect(isAttestation({ ...entry, annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } })).toBe(
      true,
    );
  });
});

describe('a blob', () => {
  const read = (text: string) => createRegistryArtifacts(client()).blob(image(), digestOf(text), 1000);

  it('is read with its digest', async () => {
    respond = (_request, response) => response.end('content');
    expect(String(await read('content'))).toBe('content');
  });

  it('whose content has another digest is undefined', async () => {
    respond = (_request, response) => response.end('other');
    expect(await read('content')).toBeUndefined();
  });
});
