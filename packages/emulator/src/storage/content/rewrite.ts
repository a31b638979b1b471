/** Copies inside the service: copyTo, rewriteTo in several calls, moveTo, compose. https://cloud.google.com/storage/docs/json_api/v1/objects/rewrite */
import { randomBytes } from 'node:crypto';
import type { ApiRequest } from '../../http/routes.ts';
import { bad, noObject, preconditionFailed } from '../errors.ts';
import { readMetadata } from '../objects.ts';
import { check, preconditions } from '../preconditions.ts';
import type { Metadata, StoredObject } from '../records.ts';
import type { Store } from '../store.ts';
import { asStream, writeAll } from './content.ts';
import { parseResource } from './upload.ts';

const MEGABYTE = 1024 * 1024;

/** The source of a copy, with its preconditions checked. */
function source(store: Store, request: ApiRequest): StoredObject {
  const { bucket = '', object = '' } = request.params;
  const found = store.object(bucket, object, request.query.get('sourceGeneration'));
  check(preconditions(request.query, 'Source'), found);
  return found;
}

/** An empty body keeps the source's metadata; any other replaces it. */
async function destinationMetadata(request: ApiRequest, from: StoredObject): Promise<Metadata> {
  const resource = parseResource((await request.body()).toString());
  return Object.keys(resource).length === 0 ? { ...from.metadata } : readMetadata(resource);
}

/** Both copyTo and the last call of rewriteTo. */
export async function copy(store: Store, request: ApiRequest): Promise<StoredObject> {
  const from = source(store, request);
  const metadata = await destinationMetadata(request, from);
  const { toBucket = '', toObject = '' } = request.params;
  store.bucket(toBucket);
  return store.commit(toBucket, toObject, metadata, from.content.retain(), preconditions(request.query), {
    ...(from.componentCount !== undefined && { componentCount: from.componentCount }),
  });
}

/** Another name in the same bucket, in one step. https://cloud.google.com/storage/docs/json_api/v1/objects/move */
export function move(store: Store, request: ApiRequest): StoredObject {
  const from = source(store, request);
  const { toObject = '' } = request.params;
  if (from.name === toObject) throw bad('The source and the destination of a move must have different names.');
  return store.move(from, toObject, preconditions(request.query));
}

export interface Rewrites {
  /** Bytes that one call copies; Infinity unless a test wants several calls with a token. */
  bytesPerCall: number;
  /** The object once it is done; until then the token to continue with and the progress. */
  step(
    request: ApiRequest,
  ): Promise<{ from: StoredObject; done: StoredObject } | { from: StoredObject; token: string; written: number }>;
}

export function createRewrites(store: Store): Rewrites {
  const running = new Map<string, { key: string; written: number }>();
  const rewrites: Rewrites = {
    bytesPerCall: Number.POSITIVE_INFINITY,
    async step(request) {
      const from = source(store, request);
      const token = request.query.get('rewriteToken');
      const key = `${request.path} ${from.generation}`;
      const before = token === null ? undefined : running.get(token);
      if (token !== null && before?.key !== key) throw bad('The rewrite token is invalid.');
      const limit = request.query.get('maxBytesRewrittenPerCall');
      if (limit !== null && (Number(limit) < MEGABYTE || Number(limit) % MEGABYTE !== 0)) {
        throw bad('maxBytesRewrittenPerCall must be an integral multiple of 1 MiB (1048576).');
      }
      const step = Math.min(rewrites.bytesPerCall, limit === null ? Number.POSITIVE_INFINITY : Number(limit));
      const written = (before?.written ?? 0) + step;
      if (written >= from.content.size) {
        running.delete(token ?? '');
        return { from, done: await copy(store, request) };
      }
      const next = token ?? randomBytes(24).toString('base64url');
      running.set(next, { key, written });
      return { from, token: next, written };
    },
  };
  return rewrites;
}

interface ComposeRequest {
  destination?: Record<string, unknown>;
  sourceObjects?: { name?: string; generation?: string; objectPreconditions?: { ifGenerationMatch?: string } }[];
}

/** https://cloud.google.com/storage/docs/json_api/v1/objects/compose */
export async function compose(store: Store, request: ApiRequest): Promise<StoredObject> {
  const { bucket = '', object = '' } = request.params;
  const { destination = {}, sourceObjects = [] } = await request.json<ComposeRequest>();
  if (sourceObjects.length === 0) throw bad('You must provide at least one source component.');
  if (sourceObjects.length > 32) throw bad('The number of source components provided exceeds the limit of 32.');
  const sink = store.contents.sink();
  let components = 0;
  for (const { name = '', generation, objectPreconditions } of sourceObjects) {
    const part = store.bucket(bucket).objects.get(name);
    if (!part || (generation !== undefined && String(generation) !== part.generation)) throw noObject(bucket, name);
    const wanted = objectPreconditions?.ifGenerationMatch;
    if (wanted !== undefined && String(wanted) !== part.generation) throw preconditionFailed();
    components += part.componentCount ?? 1;
    await writeAll(asStream(part.content.read()), sink);
  }
  const content = await sink.finish();
  return store.commit(bucket, object, readMetadata(destination), content, preconditions(request.query), {
    componentCount: components,
  });
}
