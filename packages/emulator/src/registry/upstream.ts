/**
 * Another registry (docker-registry) without authentication: requests and responses are streamed.
 * Its version 2 responds with 500 to reads of a tag, manifest or blob during its push, since it writes its link files
 * in place. Artifact Registry does not, so requests for the same one are serialized until the response headers have arrived.
 */
import { Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ApiRequest, Reply } from '../http/routes.ts';
import { createTurns } from './turns.ts';
import { INDEX_TYPES, type RegistryStore, type Target } from './types.ts';

const MANIFEST_TYPES = [
  ...INDEX_TYPES,
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'authorization']);

/** `url` is its base, for instance `http://127.0.0.1:5000`. */
export function createUpstreamRegistry(url: string): RegistryStore {
  const agent = new Agent({ keepAlive: true });
  const base = new URL(url);
  const inTurn = createTurns();

  /** `write` sends the body and ends the request. */
  function send(
    method: string,
    path: string,
    headers: Record<string, string | string[]>,
    write: (outgoing: ClientRequest) => unknown = (outgoing) => outgoing.end(),
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest({ hostname: base.hostname, port: base.port, method, path, headers, agent }, resolve);
      outgoing.once('error', reject);
      write(outgoing);
    });
  }

  return {
    async handle(request, target): Promise<Reply> {
      // The front has already read manifests, which are small; blobs are streamed.
      const bytes = request.method === 'PUT' && target.kind === 'manifests' ? await request.body() : undefined;
      const hasBody = ['PUT', 'POST', 'PATCH'].includes(request.method);
      // The Host header is passed on unchanged, since the registry derives its Location headers from it.
      const path = request.path + request.url.search;
      const sent = () =>
        send(request.method, path, passed(request.headers), (outgoing) => {
          if (bytes || !hasBody) outgoing.end(bytes);
          else pipeline(request.stream, outgoing).catch((error: Error) => outgoing.destroy(error));
        });
      const subject = subjectOf(request, target);
      const response = await (subject === undefined ? sent() : inTurn(subject, sent));
      const status = response.statusCode ?? 502;
      const empty = request.method === 'HEAD' || status === 204 || status === 304;
      if (empty) response.resume();
      return { status, headers: passed(response.headers), body: empty ? undefined : response };
    },
    async manifest(name, reference) {
      const path = `/v2/${name}/manifests/${reference}`;
      const response = await inTurn(name, () => send('GET', path, { accept: MANIFEST_TYPES }));
      const bytes = Buffer.concat(await response.toArray());
      if (response.statusCode !== 200) return undefined;
      return {
        digest: String(response.headers['docker-content-digest']),
        mediaType: String(response.headers['content-type']),
        bytes,
      };
    },
    async remove(name, reference) {
      const response = await inTurn(name, () => send('DELETE', `/v2/${name}/manifests/${reference}`, {}));
      response.resume();
    },
    async close() {
      agent.destroy();
    },
  };
}

/** What a request reads or writes: all manifests and tags of an image, or one of its blobs. Undefined for parts of an upload. */
function subjectOf({ query }: ApiRequest, { kind, name, reference }: Target): string | undefined {
  if (kind === 'manifests' || kind === 'tags') return name;
  const digest = kind === 'blobs' ? reference : (query.get('digest') ?? query.get('mount'));
  return digest === null ? undefined : `${name}@${digest}`;
}

function passed(headers: IncomingMessage['headers']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string | string[]] => entry[1] !== undefined && !HOP_BY_HOP.has(entry[0]),
    ),
  );
}
